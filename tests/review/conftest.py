"""Small articles on an editor's desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.bibliography_entry import BibliographyEntry
from galley.article.front_matter import FrontMatter
from galley.checks.rule import CheckContext, Manuscript
from galley.config import SiteConfig
from galley.review.observing import Desk
from galley.review.telling import seen_text
from galley.review.words import sheet_words
from galley.signing.fingerprint import Fingerprint, fingerprint

FILE = "notebooks/x.ipynb"
MakeDesk = Callable[..., Desk]
MakePrint = Callable[..., Fingerprint]
Told = Callable[..., list[str]]


@pytest.fixture
def desk() -> MakeDesk:
    """Lay an article of one Markdown cell ``text`` on the desk."""

    def make(
        text: str = "",
        lang: str = "en",
        *,
        works: tuple[BibliographyEntry, ...] = (),
        site: dict[str, Any] | None = None,
        cells: tuple[NotebookNode, ...] = (),
        **front: object,
    ) -> Desk:
        entries = {work.key: work for work in works}
        article = read_article(
            new_notebook(cells=[new_markdown_cell(text, id="text"), *cells]),
            Identity(FILE, "x", lang, "", "X", FrontMatter.model_validate(front)),
            known_keys=tuple(entries),
        )
        context = CheckContext(
            known_keys=tuple(entries), work=entries.get, bibliography_file="notebooks/r.bib"
        )
        config = SiteConfig.model_validate({"language": lang, **(site or {})})
        return Desk(Manuscript(article, context), config)

    return make


@pytest.fixture
def told(desk: MakeDesk) -> Told:
    """Return what one look at an article says, with the place behind it."""

    def tell(look: Callable[[Desk], Any], *args: object, **given: object) -> list[str]:
        laid = desk(*args, **given)
        words = sheet_words(laid.manuscript.lang)
        return [
            " ".join(filter(None, (seen_text(seen, words), str(seen.place or ""))))
            for seen in look(laid)
        ]

    return tell


@pytest.fixture
def print_of() -> MakePrint:
    """Return the fingerprint of an article of Markdown and code cells."""

    def make(
        *cells: NotebookNode,
        is_run: bool = True,
        find_file: Callable[[str], Path | None] = lambda _: None,
        original: str = "",
        title: str = "X",
        lang: str = "en",
        **front: object,
    ) -> Fingerprint:
        article = read_article(
            new_notebook(cells=list(cells)),
            Identity(FILE, "x", lang, "", title, FrontMatter.model_validate(front)),
        )
        code = {cell.id: cell.source for cell in cells if cell.cell_type == "code"}
        return fingerprint(article, code, is_run=is_run, find_file=find_file, original=original)

    return make


def prose(text: str, cell_id: str = "text") -> NotebookNode:
    return new_markdown_cell(text, id=cell_id)


def code(source: str, *data: dict[str, Any], cell_id: str = "fig") -> NotebookNode:
    outputs = [new_output("display_data", each) for each in data]
    return new_code_cell(source, id=cell_id, outputs=outputs)
