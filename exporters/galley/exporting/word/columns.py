"""Widths of a table's columns by what stands in them: Word would make all of them equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from galley.exporting.document.model import Node, Part
from galley.exporting.document.tree import plain_words

_WIDEST, _BESIDE = 34, 4
"""Letters of the widest text that a column makes room for, and of its margins."""
_WHOLE_LINE = 86
"""Letters of a table's small type in a line of the page."""


def with_widths(table: Node) -> Node:
    """Return a table whose columns are as wide as their words ask for."""
    attributes, caption, columns, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    texts = [tuple(_texts(rows, place)) for place in range(len(columns))]
    widths = [
        [column[0], {"t": "ColWidth", "c": width}]
        for column, width in zip(columns, shares(texts), strict=True)
    ]
    return {"t": "Table", "c": [attributes, caption, widths, head, bodies, foot]}


def shares(columns: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return the part of a line that each column gets, from the texts in it.

    No word is broken as long as all columns have room for their longest one.
    """
    least = [_longest(word for text in texts for word in text.split()) for texts in columns]
    wanted = [
        max(word, min(_longest(texts), _WIDEST)) for word, texts in zip(least, columns, strict=True)
    ]
    margins = _BESIDE * len(columns)
    room, asked = _WHOLE_LINE - margins - sum(least), sum(wanted) - sum(least)
    given = min(1.0, max(0.0, room / asked)) if asked else 0.0
    widths = [
        _BESIDE + word + given * (wish - word) for word, wish in zip(least, wanted, strict=True)
    ]
    whole = max(sum(widths), _WHOLE_LINE)
    return tuple(round(width / whole, 4) for width in widths)


def _texts(rows: Sequence[Part], place: int) -> Iterator[str]:
    for _attributes, cells in rows:
        # Where cells span columns, places mean something else; such a row asks for nothing.
        if all(cell[2] == cell[3] == 1 for cell in cells) and place < len(cells):
            yield plain_words(cells[place][4])


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)
