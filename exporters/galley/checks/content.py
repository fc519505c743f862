"""Checking a whole content folder as it lies there, without running anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import unquote

from galley.article.article import Identity, read_article
from galley.article.model import Article
from galley.checks.article import check_article
from galley.checks.rule import CheckContext
from galley.content_files import FindFile, bare_path, find_beside, is_elsewhere, is_machine_path
from galley.findings import Finding
from galley.workspace import ArticleSource, Workspace


def check_workspace(workspace: Workspace) -> tuple[Finding, ...]:
    """Check every article of a content folder in every edition, each finding once.

    Notebooks are read with the outputs they were saved with.
    """
    findings = [*workspace.findings]
    for broken in workspace.broken:
        findings.extend(broken.findings)
    for source in workspace.sources:
        if not workspace.selected or source.file in workspace.selected:
            findings.extend(_check_source(source, workspace))
    return tuple(dict.fromkeys(findings))


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
        known_keys=workspace.bibliography.keys if known_keys is None else known_keys,
        bibliography_file=workspace.bibliography.file,
        has_front_matter=source.has_front_matter,
        is_executed=is_executed,
        has_image=has_image,
        has_page=has_page,
    )


def _check_source(source: ArticleSource, workspace: Workspace) -> Iterator[Finding]:
    for edition in editions_of(source):
        article = read_article(
            source.notebook,
            identity_of(source, edition),
            known_keys=workspace.bibliography.keys,
            show_code=workspace.config.show_code,
            findings=source.findings,
        )
        context = check_context(article, source, workspace, is_executed=False)
        yield from check_article(article, context)
