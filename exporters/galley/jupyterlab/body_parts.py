"""Which part of the page each cell makes, so that notebook and page scroll together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from galley.html.context import RenderedBlock

CellParts = tuple[tuple[str, int], ...]
"""Each cell in the notebook's order, with the number of elements it makes in the body."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*?(/?)>")
_EMPTY = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


def cell_parts(blocks: Iterable[RenderedBlock], cells: Sequence[str]) -> CellParts:
    """Return how many top-level elements of the article's body each cell makes, in order."""
    made: Counter[str] = Counter()
    for block in blocks:
        # All other kinds are one figure, one table, one box.
        made[block.cell_id] += count_elements(block.html) if block.kind == "prose" else 1
    return tuple((cell, made[cell]) for cell in cells)


def count_elements(html: str) -> int:
    """Count the elements of well-formed HTML that lie in no other."""
    depth = count = 0
    for match in _TAG.finditer(html):
        closes, name, is_empty = match.groups()
        if closes:
            depth = max(depth - 1, 0)
            continue
        count += depth == 0
        if not is_empty and name.lower() not in _EMPTY:
            depth += 1
    return count
