"""How much room a table needs on paper: its type is made smaller, or the page is turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from galley.exporting.document.model import Node, Part
from galley.exporting.document.tree import plain_words

_TEXT_PT: Final = 369.0
_PAGE_PT: Final = 471.0
_TURNED_PT: Final = 720.0
_GAP_PT: Final = 9.0
_SIGN: Final = 0.5
"""The width of a sign of the narrow type, in its size."""
_LEAST_WORDS: Final = 14
"""A column of sentences is not narrower than this many signs."""


@dataclass(frozen=True)
class TableRoom:
    """In what size and where a table is set: ``text``, ``page`` or ``turned``."""

    type_pt: float
    place: str

    @classmethod
    def narrowest(cls) -> TableRoom:
        """Return the room of a table that fits nowhere: as much as there is."""
        return cls(6, "turned")


_ROOMS: Final = (
    (TableRoom(9, "text"), _TEXT_PT),
    (TableRoom(9, "page"), _PAGE_PT),
    (TableRoom(8, "page"), _PAGE_PT),
    (TableRoom(7, "page"), _PAGE_PT),
    (TableRoom(8, "turned"), _TURNED_PT),
    (TableRoom(7, "turned"), _TURNED_PT),
    (TableRoom(6, "turned"), _TURNED_PT),
)


def room_for(table: Node) -> TableRoom | None:
    """Return where a table fits without a word that is cut off; None where it fits nowhere."""
    signs = tuple(_columns(table))
    for room, width in _ROOMS:
        needed = sum(signs) * _SIGN * room.type_pt + len(signs) * _GAP_PT
        if needed <= width:
            return room
    return None


def row_count(table: Node) -> int:
    """Return how many rows a table has, its headings among them."""
    return sum(1 for _ in _rows(table))


def _columns(table: Node) -> Iterator[int]:
    """Yield how many signs each column needs at least."""
    rows = list(_rows(table))
    for place in range(len(table["c"][2])):
        texts = [row[place] for row in rows if place < len(row)]
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        whole = max(map(len, texts), default=0)
        yield max(longest, min(whole, _LEAST_WORDS))


def _rows(table: Node) -> Iterator[list[str]]:
    _attributes, _caption, _columns, head, bodies, foot = table["c"]
    parts = chain(head[1], *((*body[2], *body[3]) for body in bodies), foot[1])
    return (list(_texts(row)) for row in parts)


def _texts(row: Part) -> Iterator[str]:
    for cell in row[1]:
        text = plain_words(cell[4])
        # A cell over several columns needs no column of its own.
        yield text if cell[3] == 1 else ""
        yield from [""] * (cell[3] - 1)
