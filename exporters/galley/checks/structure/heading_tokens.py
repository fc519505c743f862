"""The headings of an article as the author wrote them, before the page evens out their levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from galley.article.model import Prose
from galley.checks.rule import Manuscript
from galley.findings import Place

_UNDERLINES = {"=": 1, "-": 2}


@dataclass(frozen=True)
class WrittenHeading:
    """A heading; `level` is the number of its signs."""

    level: int
    text: str
    place: Place


def read_headings(manuscript: Manuscript) -> Iterator[WrittenHeading]:
    """Yield the headings of the body that have words; the page's title is not among them."""
    article = manuscript.article
    for block in article.blocks:
        if not isinstance(block, Prose):
            continue
        for token in block.tokens:
            if token.type == "heading_open" and token.meta.get("text"):
                level = _UNDERLINES.get(token.markup, len(token.markup))
                place = token.meta.get("place") or Place(article.file, block.cell_id)
                yield WrittenHeading(level, token.meta["text"], place)
