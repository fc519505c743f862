"""Whom the page of an open notebook names as reviewers: a change ends a signature at once."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from galley.article.cells import is_in_edition
from galley.article.model import Article
from galley.article.notebook import cell_tags
from galley.content_files import find_beside
from galley.execution.code import code_cells
from galley.html.reviewing import Reviewed, possible_reviewers, reviewed
from galley.html.words import words_for
from galley.signing.fingerprint import fingerprint
from galley.signing.texts import read_signed_text, sheet_path
from galley.workspace import Workspace


def open_reviewed(
    article: Article, notebook: NotebookNode, path: Path, workspace: Workspace | None
) -> Reviewed | None:
    """Return what signatures let the page say; None where nobody has signed the article."""
    source = (
        next((s for s in workspace.sources if s.path.resolve() == path.resolve()), None)
        if workspace
        else None
    )
    if workspace is None or source is None:
        return None
    sheet = sheet_path(workspace.root, source.slug, source.lang, article.edition)
    signed = read_signed_text(sheet, workspace.bibliography.entries.get)
    if not signed.signatures:
        return None
    cells = [
        cell for cell in code_cells(notebook) if is_in_edition(cell_tags(cell), article.edition)
    ]
    now = fingerprint(
        article,
        {str(cell.id): str(cell.source) for cell in cells},
        # What has no outputs here may still be as it was signed: then its code is compared.
        is_run=all(cell.get("outputs") for cell in cells),
        find_file=find_beside(path.parent, workspace.root),
        works=signed.works,
    )
    front = article.front_matter
    people = possible_reviewers(front, signed.signatures, workspace.config, article.lang)
    return reviewed(people, front.reviewed, now, words_for(article.lang))
