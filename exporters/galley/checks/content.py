"""Checking a whole content folder as it lies there, without running anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from urllib.parse import unquote

from galley.article.article import Identity, read_article
from galley.article.model import Article
from galley.checks.article import check_manuscript
from galley.checks.dated import check_on_day
from galley.checks.rule import CheckContext, Manuscript
from galley.checks.site import check_site
from galley.content_files import FindFile, bare_path, find_beside, is_elsewhere, is_machine_path
from galley.findings import Finding
from galley.workspace import ArticleSource, Workspace


def check_workspace(workspace: Workspace, today: date) -> tuple[Finding, ...]:
    """Check every article of a content folder in every edition, each finding once.

    Notebooks are read with the outputs they were saved with. Rules that compare articles need
    all of them, so they are silent where one notebook was selected.

    Parameters
    ----------
    today
        Some rules ask how old a source is, or whether a review is due.
    """
    findings = [*workspace.findings]
    for broken in workspace.broken:
        findings.extend(broken.findings)
    manuscripts = read_manuscripts(workspace, today.year)
    for manuscript in manuscripts:
        article = manuscript.article
        findings.extend(
            check_on_day(article.front_matter, article.file, workspace.config.checks, today)
        )
        findings.extend(check_manuscript(manuscript))
    if not workspace.selected:
        findings.extend(check_site(manuscripts, workspace))
    return tuple(dict.fromkeys(findings))


def read_manuscripts(workspace: Workspace, year: int) -> tuple[Manuscript, ...]:
    """Read the articles that were asked for, one manuscript for each edition."""
    return tuple(
        manuscript
        for source in workspace.sources
        if not workspace.selected or source.file in workspace.selected
        for manuscript in _manuscripts(source, workspace, year)
    )


def identity_of(source: ArticleSource, edition: str) -> Identity:
    """Return which article a source is in one of its editions."""
    return Identity(
        file=source.file,
        slug=source.slug,
        lang=source.lang,
        edition=edition,
        title=source.title,
        front_matter=source.front_matter,
    )


def editions_of(source: ArticleSource) -> tuple[str, ...]:
    """Return the names of an article's editions; one without a name where it has none."""
    return tuple(source.front_matter.editions) or ("",)


def check_context(
    article: Article,
    source: ArticleSource,
    workspace: Workspace,
    *,
    year: int,
    is_executed: bool = True,
    find: FindFile | None = None,
    known_keys: Collection[str] | None = None,
) -> CheckContext:
    """Return what the rules may know of an article's surroundings.

    Parameters
    ----------
    find, known_keys
        Stand in for the files beside the notebook and the bibliography's keys, for callers that
        note what is asked of them.
    """
    find = find or find_beside(source.path.parent, workspace.root)
    keys = workspace.bibliography.keys if known_keys is None else known_keys
    entries = workspace.bibliography.entries

    def has_image(address: str, cell_id: str) -> bool:
        if address.startswith("attachment:"):
            name = address.removeprefix("attachment:")
            return bool({name, unquote(name)} & set(article.attachments.get(cell_id, {})))
        if is_machine_path(address):
            return False
        return is_elsewhere(address) or find(address) is not None

    def has_page(address: str) -> bool:
        if is_machine_path(address):
            return False
        return is_elsewhere(address) or not bare_path(address) or find(address) is not None

    return CheckContext(
        known_keys=keys,
        work=lambda key: entries.get(key) if key in keys else None,
        bibliography_file=workspace.bibliography.file,
        has_front_matter=source.has_front_matter,
        is_executed=is_executed,
        has_image=has_image,
        has_page=has_page,
        find_file=find,
        settings=workspace.config.checks,
        year=year,
        terms=workspace.glossary.terms(article.lang),
        abbreviations=workspace.glossary.abbreviations(article.lang),
    )


def _manuscripts(source: ArticleSource, workspace: Workspace, year: int) -> Iterator[Manuscript]:
    for edition in editions_of(source):
        article = read_article(
            source.notebook,
            identity_of(source, edition),
            known_keys=workspace.bibliography.keys,
            show_code=workspace.config.show_code,
            findings=source.findings,
        )
        context = check_context(article, source, workspace, year=year, is_executed=False)
        yield Manuscript(article, context)
