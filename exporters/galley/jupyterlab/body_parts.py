"""Which part of the page each cell makes, so that notebook and page scroll together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from galley.html.context import RenderedBlock

CellParts = tuple[tuple[str, int], ...]
"""Each cell in the notebook's order, with the number of elements it makes in the body."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*?(/?)>")
_EMPTY = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Extent:
    """What a piece of HTML is made of.

    Attributes
    ----------
    elements
        How many lie in no other.
    is_whole
        It is empty or begins with an element, and each is closed before the one around it.
    """

    elements: int
    is_whole: bool


ONE = Extent(1, is_whole=True)


def cell_parts(blocks: Iterable[RenderedBlock], cells: Sequence[str]) -> CellParts:
    """Return how many top-level elements of the article's body each cell makes, in order."""
    made: Counter[str] = Counter()
    for block in blocks:
        made[block.cell_id] += extent_of(block).elements
    return tuple((cell, made[cell]) for cell in cells)


def extent_of(block: RenderedBlock) -> Extent:
    """Return what a block makes in the body."""
    # All other kinds are one figure, one table, one box.
    return measure(str(block.html)) if block.kind == "prose" else ONE


@lru_cache(maxsize=1024)
def measure(html: str) -> Extent:
    """Return the extent of HTML."""
    around: list[str] = []
    elements, is_nested = 0, True
    for match in _TAG.finditer(html):
        closes, name, is_empty = match.groups()
        if closes:
            is_nested &= bool(around) and around.pop() == name
            continue
        elements += not around
        if not is_empty and name.lower() not in _EMPTY:
            around.append(name)
    begins = re.match(r"\s*(?:<[a-zA-Z]|$)", html) is not None
    return Extent(elements, is_whole=begins and is_nested and not around)
