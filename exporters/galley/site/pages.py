"""Which version of each page is published: the new one, the last good one, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from galley.addresses import page_path
from galley.article.article import Identity, read_article
from galley.article.model import Article
from galley.checks import check_article, has_error
from galley.checks.content import check_context, editions_of, identity_of
from galley.content_files import find_beside
from galley.execution import Executed
from galley.findings import Finding
from galley.mishaps import findings_of
from galley.site.kept import KeptPage
from galley.site.model import SiteArticle
from galley.site.request import ArticleReport, ArticleState, Failure
from galley.workspace import ArticleSource, BrokenSource, Workspace

PageKey = tuple[str, str, str]
"""Slug, language and edition: what makes a page one and the same from build to build."""


@dataclass(frozen=True)
class PageVersion:
    """One page of this build.

    Attributes
    ----------
    shown
        What is published; None where the article failed and was never published before.
    kept
        What to keep as the last good version; None where there is nothing good.
    is_new
        Whether `shown` is this build's own version.
    """

    report: ArticleReport
    path: str
    shown: SiteArticle | None = None
    kept: KeptPage | None = None
    is_new: bool = False


def choose_versions(
    workspace: Workspace,
    executed: Iterable[Executed],
    kept: Iterable[KeptPage],
    *,
    unpublished: Iterable[ArticleSource],
    strict: bool,
) -> tuple[PageVersion, ...]:
    """Return every page of the site, in order of address.

    Parameters
    ----------
    executed
        The outcomes of this build; pages that were not asked for are absent.
    unpublished
        Drafts and articles of a day to come; they are reported and have no page.
    strict
        Hold back an article that has an error finding.
    """
    desk = _desk(workspace, kept, strict=strict)
    fresh = {(e.job.source.slug, e.job.source.lang, e.job.edition): e for e in executed}
    hidden = {source.file for source in unpublished}
    versions = [
        *desk.versions_of_sources(fresh, hidden),
        *desk.versions_of_broken(),
        *(_unpublished(source) for source in unpublished),
    ]
    return tuple(sorted(versions, key=lambda version: (version.report.file, version.path)))


def replace_failed(
    versions: Iterable[PageVersion],
    failed: Mapping[str, tuple[Finding, ...]],
    workspace: Workspace,
    kept: Iterable[KeptPage],
) -> tuple[PageVersion, ...]:
    """Put the last good version in place of each page that could not be rendered.

    Parameters
    ----------
    failed
        Page path → what was wrong with it.
    """
    desk = _desk(workspace, kept, strict=False)
    return tuple(
        desk.fallen_back(version, failed[version.path]) if version.path in failed else version
        for version in versions
    )


@dataclass(frozen=True)
class _Desk:
    workspace: Workspace
    kept: Mapping[PageKey, KeptPage]
    strict: bool

    def versions_of_sources(
        self, fresh: Mapping[PageKey, Executed], hidden: set[str]
    ) -> Iterator[PageVersion]:
        for source in self.workspace.sources:
            if source.file in hidden:
                continue
            for edition in editions_of(source):
                outcome = fresh.get((source.slug, source.lang, edition))
                yield self._executed(outcome) if outcome else self._not_asked(source, edition)

    def versions_of_broken(self) -> Iterator[PageVersion]:
        """Yield the last good pages of notebooks that cannot be read, or the failure alone."""
        for broken in self.workspace.broken:
            report = ArticleReport(broken.file, "failed", findings=broken.findings)
            pages = [page for page in self.kept.values() if self._file(page) == broken.file]
            for page in pages:
                yield self._last_good(report, page)
            if not pages:
                yield PageVersion(report, self._likely_path(broken))

    def _likely_path(self, broken: BrokenSource) -> str:
        """Return where the page of an unreadable notebook was, if its file name decided that."""
        lang = broken.lang or self.workspace.config.language
        return page_path(broken.slug, lang, "", self.workspace.config) if broken.slug else ""

    def _executed(self, outcome: Executed) -> PageVersion:
        source, edition = outcome.job.source, outcome.job.edition
        try:
            return self._read_and_checked(outcome)
        except Exception as error:  # noqa: BLE001 - one article never stops the others
            path = self._path(source.slug, source.lang, edition, source.front_matter.editions)
            report = ArticleReport(
                source.file, "failed", edition, source.lang, path, outcome.job.reason
            )
            findings = (*outcome.findings, *findings_of(error, source.file))
            kept = self.kept.get((source.slug, source.lang, edition))
            report = replace(report, findings=findings)
            return self._last_good(report, kept) if kept else PageVersion(report, path)

    def fallen_back(self, version: PageVersion, findings: tuple[Finding, ...]) -> PageVersion:
        """Return the last good version of a page in place of one that could not be rendered."""
        told = tuple(dict.fromkeys((*version.report.findings, *findings)))
        report = replace(version.report, state="failed", findings=told)
        if not version.is_new or version.shown is None:
            # It was the last good version already: kept for a better day, but not shown.
            return PageVersion(report, version.path, kept=version.kept)
        article = version.shown.article
        kept = self.kept.get((article.slug, article.lang, article.edition))
        return self._last_good(report, kept) if kept else PageVersion(report, version.path)

    def _read_and_checked(self, outcome: Executed) -> PageVersion:
        source, edition = outcome.job.source, outcome.job.edition
        article = self._read(outcome)
        findings = self._check(article, source, outcome)
        path = self._path(source.slug, source.lang, edition, source.front_matter.editions)
        report = ArticleReport(
            file=source.file,
            state=self._state(outcome, findings),
            edition=edition,
            lang=source.lang,
            address=path,
            reason=outcome.job.reason,
            seconds=outcome.seconds,
            findings=findings,
            failure=_failure(outcome),
        )
        if report.state != "built":
            kept = self.kept.get((source.slug, source.lang, edition))
            return self._last_good(report, kept) if kept else PageVersion(report, path)
        shown = self._site_article(article, path, source.translation_of)
        return PageVersion(report, path, shown, self._keep(source, outcome), is_new=True)

    def _read(self, outcome: Executed) -> Article:
        source = outcome.job.source
        return read_article(
            outcome.notebook,
            identity_of(source, outcome.job.edition),
            known_keys=self.workspace.bibliography.keys,
            show_code=self.workspace.config.show_code,
            findings=(*source.findings, *outcome.findings),
        )

    def _check(
        self, article: Article, source: ArticleSource, outcome: Executed
    ) -> tuple[Finding, ...]:
        if outcome.status != "succeeded":
            # What a stopped run left undone is no finding; the failure itself says enough.
            return article.findings
        return check_article(article, check_context(article, source, self.workspace))

    def _state(self, outcome: Executed, findings: tuple[Finding, ...]) -> ArticleState:
        if outcome.status != "succeeded":
            return "failed"
        return "held_back" if self.strict and has_error(findings) else "built"

    def _not_asked(self, source: ArticleSource, edition: str) -> PageVersion:
        path = self._path(source.slug, source.lang, edition, source.front_matter.editions)
        report = ArticleReport(
            source.file, "unchanged", edition, source.lang, path, "it was not asked for"
        )
        kept = self.kept.get((source.slug, source.lang, edition))
        return self._last_good(report, kept) if kept else PageVersion(report, path)

    def _last_good(self, report: ArticleReport, kept: KeptPage) -> PageVersion:
        path = self._path(kept.slug, kept.lang, kept.edition, kept.front_matter.editions)
        known = replace(report, address=path, lang=kept.lang, edition=kept.edition)
        try:
            article = self._read_kept(kept)
        except Exception as error:  # noqa: BLE001 - one article never stops the others
            findings = (*known.findings, *findings_of(error, self._file(kept)))
            return PageVersion(replace(known, findings=findings), path, kept=kept)
        return PageVersion(
            known, path, self._site_article(article, path, kept.translation_of), kept
        )

    def _read_kept(self, kept: KeptPage) -> Article:
        return read_article(
            kept.notebook,
            Identity(
                file=self._file(kept),
                slug=kept.slug,
                lang=kept.lang,
                edition=kept.edition,
                title=kept.title,
                front_matter=kept.front_matter,
            ),
            known_keys=self.workspace.bibliography.keys,
            show_code=self.workspace.config.show_code,
        )

    def _site_article(self, article: Article, path: str, translation_of: str | None) -> SiteArticle:
        root = self.workspace.root
        folder = (root / self._relative(article.file)).parent
        return SiteArticle(
            article=article,
            path=path,
            original=translation_of or article.slug,
            is_first_edition=article.edition == _first(article.front_matter.editions),
            find=find_beside(folder, root),
        )

    def _keep(self, source: ArticleSource, outcome: Executed) -> KeptPage:
        return KeptPage(
            file=self._relative(source.file),
            slug=source.slug,
            lang=source.lang,
            edition=outcome.job.edition,
            title=source.title,
            translation_of=source.translation_of,
            front_matter=source.front_matter,
            notebook=outcome.notebook,
        )

    def _path(self, slug: str, lang: str, edition: str, editions: Mapping[str, object]) -> str:
        own = "" if edition == _first(editions) else edition
        return page_path(slug, lang, own, self.workspace.config)

    def _relative(self, file: str) -> str:
        name = self.workspace.name
        return file.removeprefix(f"{name}/") if name else file

    def _file(self, page: KeptPage) -> str:
        name = self.workspace.name
        return f"{name}/{page.file}" if name else page.file


def _desk(workspace: Workspace, kept: Iterable[KeptPage], *, strict: bool) -> _Desk:
    return _Desk(workspace, {_key(page): page for page in kept}, strict=strict)


def _key(page: KeptPage) -> PageKey:
    return page.slug, page.lang, page.edition


def _first(editions: Mapping[str, object]) -> str:
    return next(iter(editions), "")


def _unpublished(source: ArticleSource) -> PageVersion:
    report = ArticleReport(source.file, "unpublished", lang=source.lang, findings=source.findings)
    return PageVersion(report, "")


def _failure(outcome: Executed) -> Failure | None:
    failure = outcome.failure
    if failure is None:
        return None
    return Failure(
        failure.cell_id, failure.source, failure.ename, failure.evalue, failure.traceback
    )
