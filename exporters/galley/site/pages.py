"""Which version of each page is published: the new one, the last good one, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from galley.address_patterns import asks_article
from galley.addresses import page_path, pattern_of
from galley.article.article import Identity
from galley.article.front_matter import FrontMatter
from galley.article.model import Article
from galley.checks import has_error
from galley.checks.content import editions_of, identity_of
from galley.checks.dated import check_on_day
from galley.content_files import find_beside
from galley.disk import DiskFault
from galley.execution.model import Executed, Job, Plan
from galley.findings import EnvironmentFault, Finding
from galley.mishaps import findings_of
from galley.signing.texts import FOLDER as SHEETS
from galley.signing.texts import UNSIGNED, SignedText, read_signed_text, sheet_path
from galley.site.kept import KeptPage, KeptPages, notebook_loader
from galley.site.model import SiteArticle
from galley.site.reading import Reader
from galley.site.request import ArticleReport, ArticleState, Failure
from galley.sources import mentioned_in
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


@dataclass(frozen=True)
class Desk:
    """Where it is decided what becomes of each page.

    Attributes
    ----------
    before
        The last good versions, by page.
    strict
        Hold back an article that has an error finding.
    today
        Asked by the rules whose answer comes with time; it is no part of what is remembered.
    """

    reader: Reader
    kept: KeptPages
    before: Mapping[PageKey, KeptPage]
    strict: bool
    today: date = date.min

    @property
    def workspace(self) -> Workspace:
        """What was read from the content folder."""
        return self.reader.workspace

    def versions(
        self, fresh: Mapping[PageKey, PageVersion], unpublished: Iterable[ArticleSource]
    ) -> tuple[PageVersion, ...]:
        """Return every page of the site, in order of address.

        Parameters
        ----------
        fresh
            What became of the outcomes of this build; pages that were not asked for are absent.
        unpublished
            Drafts and articles of a day to come; they are reported and have no page.
        """
        hidden = tuple(unpublished)
        versions = [
            *self._versions_of_sources(fresh, {source.file for source in hidden}),
            *self._versions_of_broken(),
            *(_unpublished(source) for source in hidden),
        ]
        return tuple(sorted(versions, key=lambda version: (version.report.file, version.path)))

    def replace_failed(
        self, versions: Iterable[PageVersion], failed: Mapping[str, tuple[Finding, ...]]
    ) -> tuple[PageVersion, ...]:
        """Put the last good version in place of each page that could not be rendered.

        Parameters
        ----------
        failed
            Page path → what was wrong with it.
        """
        return tuple(
            self._fallen_back(version, failed[version.path]) if version.path in failed else version
            for version in versions
        )

    def foreseen(self, planned: Plan) -> Iterator[SiteArticle]:
        """Yield the pages that there will be if every job succeeds; they cannot be read yet."""
        expected = {job_key(job): self._foreseen(job) for job in planned.jobs}
        yield from expected.values()
        hidden = {source.file for source in planned.unpublished}
        sources = {source.file for source in self.workspace.sources}
        there = sources | {broken.file for broken in self.workspace.broken}
        for key, page in self.before.items():
            if key not in expected and self._file(page) in there - hidden:
                yield self._kept_article(page)

    def _foreseen(self, job: Job) -> SiteArticle:
        source = job.source
        path = self._path(source.slug, source.lang, job.edition, source.front_matter)
        identity = identity_of(source, job.edition)
        return self._site_article(
            identity, path, source.translation_of, "", _not_yet, mentioned=source.mentioned
        )

    def _versions_of_sources(
        self, fresh: Mapping[PageKey, PageVersion], hidden: set[str]
    ) -> Iterator[PageVersion]:
        for source in self.workspace.sources:
            if source.file in hidden:
                continue
            for edition in editions_of(source):
                version = fresh.get((source.slug, source.lang, edition))
                yield version or self._not_asked(source, edition)

    def _versions_of_broken(self) -> Iterator[PageVersion]:
        """Yield the last good pages of notebooks that cannot be read, or the failure alone."""
        for broken in self.workspace.broken:
            report = ArticleReport(broken.file, "failed", findings=broken.findings)
            pages = [page for page in self.before.values() if self._file(page) == broken.file]
            for page in pages:
                yield self._last_good(report, page)
            if not pages:
                yield PageVersion(report, self._likely_path(broken))

    def _likely_path(self, broken: BrokenSource) -> str:
        """Return where the page of an unreadable notebook was, if its file name decided that."""
        lang = broken.lang or self.workspace.config.language
        is_known = bool(broken.slug) and not asks_article(pattern_of(lang, self.workspace.config))
        return page_path(broken.slug or "", lang, "", self.workspace.config) if is_known else ""

    def version_of(self, outcome: Executed) -> PageVersion:
        """Return what becomes of the page of one outcome."""
        source, edition = outcome.job.source, outcome.job.edition
        try:
            return self._read_and_checked(outcome)
        except DiskFault:
            raise
        except Exception as error:  # noqa: BLE001 - one article never stops the others
            path = self._path(source.slug, source.lang, edition, source.front_matter)
            report = ArticleReport(
                source.file, "failed", edition, source.lang, path, outcome.job.reason
            )
            findings = (*outcome.findings, *findings_of(error, source.file))
            kept = self.before.get((source.slug, source.lang, edition))
            report = replace(report, findings=findings)
            return self._last_good(report, kept) if kept else PageVersion(report, path)

    def _fallen_back(self, version: PageVersion, findings: tuple[Finding, ...]) -> PageVersion:
        """Return the last good version of a page in place of one that could not be rendered."""
        told = tuple(dict.fromkeys((*version.report.findings, *findings)))
        report = replace(version.report, state="failed", findings=told)
        if not version.is_new or version.shown is None:
            # It was the last good version already: kept for a better day, but not shown.
            return PageVersion(report, version.path, kept=version.kept)
        article = version.shown.article
        kept = self.before.get((article.slug, article.lang, article.edition))
        return self._last_good(report, kept) if kept else PageVersion(report, version.path)

    def _read_and_checked(self, outcome: Executed) -> PageVersion:
        source, edition = outcome.job.source, outcome.job.edition
        key = self.reader.key(outcome)
        findings = (*self.reader.findings(outcome, key), *self._findings_of_today(source))
        path = self._path(source.slug, source.lang, edition, source.front_matter)
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
            kept = self.before.get((source.slug, source.lang, edition))
            is_good = kept is not None and not (self.strict and kept.has_error)
            return self._last_good(report, kept) if kept and is_good else PageVersion(report, path)
        shown = self._site_article(
            identity_of(source, edition),
            path,
            source.translation_of,
            key,
            lambda: self.reader.read(outcome, key),
            mentioned=source.mentioned,
        )
        return PageVersion(
            report, path, shown, self._keep(source, outcome, key, findings), is_new=True
        )

    def _findings_of_today(self, source: ArticleSource) -> tuple[Finding, ...]:
        settings = self.workspace.config.checks
        return check_on_day(source.front_matter, source.file, settings, self.today)

    def _state(self, outcome: Executed, findings: tuple[Finding, ...]) -> ArticleState:
        if outcome.status != "succeeded":
            return "failed"
        return "held_back" if self.strict and has_error(findings) else "built"

    def _not_asked(self, source: ArticleSource, edition: str) -> PageVersion:
        path = self._path(source.slug, source.lang, edition, source.front_matter)
        report = ArticleReport(
            source.file, "unchanged", edition, source.lang, path, "it was not asked for"
        )
        kept = self.before.get((source.slug, source.lang, edition))
        return self._last_good(report, kept) if kept else PageVersion(report, path)

    def _last_good(self, report: ArticleReport, kept: KeptPage) -> PageVersion:
        path = self._path(kept.slug, kept.lang, kept.edition, kept.front_matter)
        known = replace(report, address=path, lang=kept.lang, edition=kept.edition)
        return PageVersion(known, path, self._kept_article(kept), kept)

    def _kept_article(self, kept: KeptPage) -> SiteArticle:
        identity = Identity(
            file=self._file(kept),
            slug=kept.slug,
            lang=kept.lang,
            edition=kept.edition,
            title=kept.title,
            front_matter=kept.front_matter,
        )
        return self._site_article(
            identity,
            self._path(kept.slug, kept.lang, kept.edition, kept.front_matter),
            kept.translation_of,
            self.reader.key_of_kept(kept, identity),
            lambda: self.reader.read_kept(kept, identity),
            mentioned=self._mentioned(kept, identity.file),
        )

    def _mentioned(self, kept: KeptPage, file: str) -> frozenset[str]:
        """Return what may be citation keys in a kept page; in a broken notebook, as it was."""
        source = self._source_by_file.get(file)
        if source is not None:
            return source.mentioned
        with suppress(EnvironmentFault):
            return mentioned_in(kept.load())
        return frozenset()

    @cached_property
    def _source_by_file(self) -> Mapping[str, ArticleSource]:
        return {source.file: source for source in self.workspace.sources}

    @cached_property
    def _known_works(self) -> frozenset[str]:
        return frozenset(self.workspace.bibliography.keys)

    def _site_article(
        self,
        identity: Identity,
        path: str,
        translation_of: str | None,
        key: str,
        load: Callable[[], Article],
        *,
        mentioned: frozenset[str],
    ) -> SiteArticle:
        root = self.workspace.root
        folder = (root / self._relative(identity.file)).parent
        return SiteArticle(
            article=identity,
            path=path,
            original=translation_of or identity.slug,
            load=load,
            is_first_edition=identity.edition == _first(identity.front_matter.editions),
            find=find_beside(folder, root),
            cited=mentioned & self._known_works,
            key=key,
            signed=self._signed(identity),
        )

    def _signed(self, identity: Identity) -> SignedText:
        """Return who signed a text; a look into a folder that few sites have."""
        if not self._has_sheets:
            return UNSIGNED
        path = sheet_path(self.workspace.root, identity.slug, identity.lang, identity.edition)
        return read_signed_text(path, self.workspace.bibliography.entries.get)

    @cached_property
    def _has_sheets(self) -> bool:
        return (self.workspace.root / SHEETS).is_dir()

    def _keep(
        self, source: ArticleSource, outcome: Executed, key: str, findings: tuple[Finding, ...]
    ) -> KeptPage:
        """Return the page as it may have to be shown again; its notebook is kept once."""
        before = self.before.get((source.slug, source.lang, outcome.job.edition))
        is_wrong = has_error(findings)
        is_same = before is not None and (before.key, before.has_error) == (key, is_wrong)
        if before and is_same and self.kept.blobs.size(before.notebook) > 0:
            return before
        digest = self.kept.keep_notebook(self.reader.notebook(outcome, key))
        return KeptPage(
            file=self._relative(source.file),
            slug=source.slug,
            lang=source.lang,
            edition=outcome.job.edition,
            title=source.title,
            translation_of=source.translation_of,
            front_matter=source.front_matter,
            key=key,
            notebook=digest,
            load=notebook_loader(self.kept.blobs, digest, source.file),
            has_error=is_wrong,
        )

    def _path(self, slug: str, lang: str, edition: str, front: FrontMatter) -> str:
        own = "" if edition == _first(front.editions) else edition
        return page_path(slug, lang, own, self.workspace.config, front)

    def _relative(self, file: str) -> str:
        name = self.workspace.name
        return file.removeprefix(f"{name}/") if name else file

    def _file(self, page: KeptPage) -> str:
        name = self.workspace.name
        return f"{name}/{page.file}" if name else page.file


def _not_yet() -> Article:
    raise RuntimeError("an article is read only after it has been run")


def job_key(job: Job) -> PageKey:
    """Return which page a job makes."""
    return job.source.slug, job.source.lang, job.edition


def kept_by_key(pages: Iterable[KeptPage]) -> dict[PageKey, KeptPage]:
    """Return kept pages by the page they are versions of."""
    return {(page.slug, page.lang, page.edition): page for page in pages}


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
