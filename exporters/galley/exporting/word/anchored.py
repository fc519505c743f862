"""The blocks of a document as Word shall have them: styles by name, cells behind bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from galley.exporting.document.model import Document, Node, classes_of, person_name
from galley.exporting.document.tree import rewritten
from galley.exporting.word.annex import cell_of, with_annex
from galley.exporting.word.columns import with_widths
from galley.exporting.word.styles import STYLE_OF_CLASS, word_language
from galley.html.words import words_for
from galley.review.returned.anchors import ARTICLE, EDITION, LANGUAGE, SENT, anchor_of

_SVG_WIDTH = re.compile(rb'<svg\b[^>]*?\swidth="(\d+(?:\.\d+)?)(?:px)?"')
_WIDEST = 566
"""The width of the text, in pixels of which 96 make an inch."""


def word_document(document: Document, sent: str = "") -> dict[str, Any]:
    """Return pandoc's JSON of a document for reviewers.

    Parameters
    ----------
    sent
        The name by which the file is kept as it was sent.
    """
    text, annex = with_annex(document.blocks, words_for(document.lang))
    blocks = [*_anchored(text), *annex]
    value = document.as_pandoc(rewritten(blocks, lambda node: _styled(node, document)))
    value["meta"] = {**_head(document), **_properties(document, sent)}
    return value


def _head(document: Document) -> dict[str, Node]:
    """Return what stands above the text, in words."""
    article = document.article
    authors = [{"t": "MetaString", "c": person_name(each)} for each in article.authors]
    days = [day.text for day in (article.updated or article.published,) if day]
    texts = {
        "title": document.title,
        "subtitle": article.description,
        "date": ", ".join(days),
        "lang": word_language(document.lang),
    }
    head: dict[str, Node] = {
        name: {"t": "MetaString", "c": text} for name, text in texts.items() if text
    }
    return head | ({"author": {"t": "MetaList", "c": authors}} if authors else {})


def _properties(document: Document, sent: str) -> dict[str, Node]:
    """Return what the file says of itself, by which a reviewed one is known again."""
    texts = {
        ARTICLE: document.slug,
        LANGUAGE: document.lang,
        EDITION: document.edition,
        SENT: sent,
    }
    return {name: {"t": "MetaString", "c": text} for name, text in texts.items() if text}


def _styled(node: Node, document: Document) -> list[Node] | None:
    if node["t"] == "Table":
        return [with_widths(node)]
    if node["t"] == "Image":
        return [_picture(node, document)]
    style = next((STYLE_OF_CLASS[c] for c in classes_of(node) if c in STYLE_OF_CLASS), "")
    if not style:
        return None
    (anchor, classes, attributes), blocks = node["c"]
    named = [*attributes, ["custom-style", style]]
    return [{"t": "Div", "c": [[anchor, classes, named], blocks]}]


def _picture(node: Node, document: Document) -> Node:
    """Return a drawing as the picture of it, which may have more pixels than the drawing."""
    (anchor, classes, size), alt, (source, title) = node["c"]
    path = document.png.get(source, source)
    found = _SVG_WIDTH.search(document.files.get(source, b"")) if path != source else None
    if found and not size:
        size = [["width", f"{min(float(found[1]), _WIDEST):g}px"]]
    return {"t": "Image", "c": [[anchor, classes, size], alt, [path, title]]}


def _anchored(blocks: Iterable[Node]) -> Iterator[Node]:
    """Put all that a cell shows behind one bookmark."""
    done: set[str] = set()
    for cell, nodes in groupby(blocks, key=cell_of):
        inside = list(nodes)
        if not cell or cell in done:
            yield from inside
            continue
        done.add(cell)
        shown = [block for node in inside for block in node["c"][1]]
        yield {"t": "Div", "c": [[anchor_of(cell), [], []], shown]}
