"""Checking a whole content folder as it lies there, without running anything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from nbformat import NotebookNode

from galley.addresses import page_path
from galley.article.article import Identity, read_article
from galley.article.model import Article
from galley.checks.article import all_findings
from galley.checks.dated import check_on_day
from galley.checks.exceptions import (
    exception_findings,
    not_ignored,
    settled,
    unneeded_exceptions,
)
from galley.checks.rule import CheckContext, Manuscript
from galley.checks.settings import setting_findings
from galley.checks.site import site_findings
from galley.content_files import (
    LINKED_SUFFIXES,
    PICTURE_SUFFIXES,
    FindFile,
    bare_path,
    find_beside,
    is_elsewhere,
    is_machine_path,
)
from galley.dictionaries import Speller, read_speller
from galley.discovery import SUFFIX, SUFFIXES, is_article_name, without_suffix
from galley.findings import Finding
from galley.workspace import ArticleSource, Workspace

FindPage = Callable[[str], str]
"""An address as an author writes it → the path of the page it names, empty for none."""

# A notebook stands for its page; whether it has one is another question.
_GIVEN_TO_READERS = LINKED_SUFFIXES | PICTURE_SUFFIXES | {SUFFIX}


ReadSpeller = Callable[[str, Path], Speller | None]
"""Language and content folder → what knows its words."""


def check_workspace(
    workspace: Workspace, today: date, spellers: ReadSpeller = read_speller
) -> tuple[Finding, ...]:
    """Check every article of a content folder in every edition, each finding once.

    Notebooks are read with the outputs they were saved with. Rules that compare articles need
    all of them, so they are silent where one notebook was selected.

    Parameters
    ----------
    today
        Some rules ask how old a source is, or whether a review is due.
    spellers
        For callers that check again and again, and keep the dictionaries they have read.
    """
    manuscripts = read_manuscripts(workspace, today.year, spellers)
    settings = workspace.config.checks
    found = [(each.place.file, each) for each in settled(workspace.findings, settings)]
    for manuscript in manuscripts:
        article = manuscript.article
        dated = check_on_day(article.front_matter, article.file, settings, today)
        found.extend((article.file, each) for each in (*dated, *all_findings(manuscript)))
    if not workspace.selected:
        found.extend((each.place.file, each) for each in site_findings(manuscripts, workspace))
    ignored = {source.file: source.front_matter.ignore for source in workspace.sources}
    findings = (
        *setting_findings(workspace),
        *(finding for broken in workspace.broken for finding in broken.findings),
        *(each for file, each in found if any(not_ignored([each], ignored.get(file, ())))),
        *_exceptions(manuscripts, workspace, found),
    )
    return tuple(dict.fromkeys(findings))


def read_manuscripts(
    workspace: Workspace, year: int, spellers: ReadSpeller = read_speller
) -> tuple[Manuscript, ...]:
    """Read the articles that were asked for, one manuscript for each edition."""
    known = {
        lang: spellers(lang, workspace.root)
        for lang in dict.fromkeys(source.lang for source in workspace.sources)
    }
    return tuple(
        manuscript
        for source in workspace.sources
        if not workspace.selected or source.file in workspace.selected
        for manuscript in _manuscripts(source, workspace, year, known[source.lang])
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


def find_page(source: ArticleSource, edition: str, workspace: Workspace) -> FindPage:
    """Return a finder of the pages that addresses on an article's page name."""
    is_first = edition == editions_of(source)[0]
    own = page_path(
        source.slug,
        source.lang,
        "" if is_first else edition,
        workspace.config,
        source.front_matter,
    )
    return lambda written: workspace.linked_pages.page_at(written, own)


@dataclass(frozen=True)
class _Around:
    """What lies around an article, as its links and pictures name it."""

    article: Article
    workspace: Workspace
    find: FindFile
    page_at: FindPage

    def has_image(self, address: str, cell_id: str) -> bool:
        if address.startswith("attachment:"):
            name = address.removeprefix("attachment:")
            attached = set(self.article.attachments.get(cell_id, {}))
            return bool({name, unquote(name)} & attached)
        if is_machine_path(address):
            return False
        return is_elsewhere(address) or self.find(address) is not None

    def has_page(self, address: str) -> bool:
        if is_machine_path(address):
            return False
        if is_elsewhere(address) or not bare_path(address):
            return True
        path = _find_article(address, self.find)
        is_given = path is not None and (
            path.suffix.lower() in _GIVEN_TO_READERS
            or path in self.workspace.linked_pages.notebooks
        )
        return is_given or bool(self.page_at(unquote(bare_path(address))))

    def is_unpublished(self, address: str) -> bool:
        is_named = is_article_name(bare_path(address))
        path = _find_article(address, self.find) if is_named else None
        pages = self.workspace.linked_pages
        # Of texts, most were never meant to have a page.
        is_known = path is not None and (path.suffix.lower() == SUFFIX or path in pages.notebooks)
        return path is not None and is_known and pages.is_unpublished(path)


def check_context(
    article: Article,
    source: ArticleSource,
    workspace: Workspace,
    *,
    year: int,
    is_executed: bool = True,
    find: FindFile | None = None,
    page_at: FindPage | None = None,
    known_keys: Collection[str] | None = None,
    speller: Speller | None = None,
) -> CheckContext:
    """Return what the rules may know of an article's surroundings.

    Parameters
    ----------
    find, page_at, known_keys
        Stand in for the files beside the notebook, the site's pages and the bibliography's keys,
        for callers that note what is asked of them.
    """
    find = find or find_beside(source.path.parent, workspace.root)
    page_at = page_at or find_page(source, article.edition, workspace)
    keys = workspace.bibliography.keys if known_keys is None else known_keys
    entries = workspace.bibliography.entries

    around = _Around(article, workspace, find, page_at)
    return CheckContext(
        known_keys=keys,
        work=lambda key: entries.get(key) if key in keys else None,
        bibliography_file=workspace.bibliography.file,
        has_front_matter=source.has_front_matter,
        is_executed=is_executed,
        has_image=around.has_image,
        has_page=around.has_page,
        is_unpublished=around.is_unpublished,
        find_file=find,
        settings=workspace.config.checks,
        year=year,
        terms=workspace.glossary.terms(article.lang),
        abbreviations=workspace.glossary.abbreviations(article.lang),
        speller=speller,
        disclaimer=workspace.config.in_language(article.lang).disclaimer,
        field_place=source.field_place,
    )


def _find_article(address: str, find: FindFile) -> Path | None:
    """Find the file, or the article that was a notebook once and is a text now."""
    path, written = find(address), bare_path(address)
    if path is not None or not is_article_name(written):
        return path
    others = (find(f"{without_suffix(written)}{suffix}") for suffix in SUFFIXES)
    return next((other for other in others if other), None)


def _exceptions(
    manuscripts: Iterable[Manuscript], workspace: Workspace, found: Iterable[tuple[str, Finding]]
) -> Iterator[Finding]:
    """Find what is wrong with the articles' exceptions; `found` names the article of each."""
    rules: dict[str, set[str]] = {}
    for article, finding in found:
        rules.setdefault(article, set()).add(finding.rule)
    editions: dict[str, list[Manuscript]] = {}
    for manuscript in manuscripts:
        if manuscript.article.front_matter.ignore:
            editions.setdefault(manuscript.article.file, []).append(manuscript)
    notebooks = {source.file: source.notebook for source in workspace.sources}
    for file, of_article in editions.items():
        about = (
            *exception_findings(of_article[0]),
            *unneeded_exceptions(
                of_article,
                rules.get(file, set()),
                is_whole=_was_run(notebooks[file]),
                compares_articles=not workspace.selected,
            ),
        )
        yield from settled(about, workspace.config.checks)


def _was_run(notebook: NotebookNode) -> bool:
    """Tell whether every code cell of a notebook as it lies there has been run."""
    return all(
        cell.get("outputs") or cell.get("execution_count") or not cell.source.strip()
        for cell in notebook.cells
        if cell.cell_type == "code"
    )


def _manuscripts(
    source: ArticleSource, workspace: Workspace, year: int, speller: Speller | None
) -> Iterator[Manuscript]:
    for edition in editions_of(source):
        article = read_article(
            source.notebook,
            identity_of(source, edition),
            known_keys=workspace.bibliography.keys,
            show_code=workspace.config.show_code,
            findings=source.findings,
        )
        context = check_context(
            article, source, workspace, year=year, is_executed=False, speller=speller
        )
        yield Manuscript(article, context)
