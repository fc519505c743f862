"""What the text says of its figures: by cross-reference, by number, by pointing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from galley.article.model import Article, Figure, Prose
from galley.article.tokens import walk_article
from galley.checks.figures.drawn import Drawn
from galley.checks.rule import Manuscript

_NUMBERED = re.compile(
    r"\b(?:fig(?:ure|ures|s)?\.?|gambar|gbr\.?)\s+(?P<number>\d+)", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:figure|drawing|chart|graph|diagram|picture|plot|curve|map|photo|image)s?\s+"
    r"(?:below|above|shows?|here)\b"
    r"|\b(?:the|this|these|next|following)\s+"
    r"(?:figure|drawing|chart|graph|diagram|picture|plot|curve|map|photo|image)s?\b"
    r"|\b(?:gambar|grafik|diagram|kurva|peta|bagan|foto)\s+"
    r"(?:ini|itu|tersebut|berikut|di\s?(?:bawah|atas|samping))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mentions:
    """Answers whether the text leads a reader to a figure."""

    manuscript: Manuscript

    @cached_property
    def targets(self) -> frozenset[str]:
        """The labels that are referred to."""
        tokens = walk_article(self.manuscript.article)
        found = {token.meta["target"] for token in tokens if token.type == "cross_reference"}
        sentences = (each for passage in self.manuscript.passages for each in passage.sentences)
        links = {link[1:] for each in sentences for link in each.links if link.startswith("#")}
        return frozenset(found | links)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures that are named by a number typed by hand."""
        texts = (p.text for p in self.manuscript.passages if p.kind not in {"heading", "caption"})
        return frozenset(match["number"] for text in texts for match in _NUMBERED.finditer(text))

    @cached_property
    def _pointed_from(self) -> frozenset[str]:
        """The cells beside which a figure is pointed at: "the chart below"."""
        pointing = {
            passage.place.cell
            for passage in self.manuscript.prose
            if passage.kind != "caption" and passage.place.cell and _POINTING.search(passage.text)
        }
        around = _cells_around(self.manuscript.article)
        return frozenset(cell for cell, near in around.items() if pointing & near)

    def has(self, drawn: Drawn) -> bool:
        """Tell whether anything in the text leads to a figure."""
        return (
            any(label in self.targets for label in drawn.labels)
            or drawn.number in self.numbers
            or drawn.place.cell in self._pointed_from
        )


def _cells_around(article: Article) -> Mapping[str, frozenset[str]]:
    """Return for each cell the cells whose text stands at its pictures."""
    shown = [block for block in article.blocks if isinstance(block, Prose | Figure)]
    around: dict[str, frozenset[str]] = {}
    for place, block in enumerate(shown):
        beside = [block] if isinstance(block, Prose) else shown[max(0, place - 1) : place + 2]
        near = frozenset(each.cell_id for each in beside if isinstance(each, Prose))
        around[block.cell_id] = around.get(block.cell_id, frozenset()) | near
    return around
