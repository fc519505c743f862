"""Finding the cell and line of a notebook that a colleague's note is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from galley.review.returned.anchors import cells_by_anchor
from galley.review.returned.notes import Note

_WORD = re.compile(r"\w+")
_ENOUGH = 0.6
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Where:
    """A place in a notebook; `cell` is None where a note is about none of its cells.

    Attributes
    ----------
    line
        In the cell; None where the words are not there.
    words
        The words to look for: what a comment is about, or what was changed.
    """

    cell: str | None = None
    line: int | None = None
    words: str = ""


def place_note(note: Note, cells: Mapping[str, str]) -> Where:
    """Return where a note belongs.

    Parameters
    ----------
    cells
        Cell → its source, in the notebook's order.
    """
    words = note.words or note.old
    cell = cells_by_anchor(cells).get(note.anchor) or _nearest(note, cells)
    if cell is None:
        return Where(words=words)
    line = _line(words, cells[cell]) or _line(note.context, cells[cell])
    return Where(cell, line, words)


def _nearest(note: Note, cells: Mapping[str, str]) -> str | None:
    """Return the cell that has most of the words, if it has enough of them."""
    for text in (note.context, note.words, note.old):
        wanted = Counter(_words(text))
        if sum(wanted.values()) < _FEWEST_WORDS:
            continue
        shares = {
            cell: sum((wanted & Counter(_words(source))).values()) / sum(wanted.values())
            for cell, source in cells.items()
        }
        best = max(shares, key=lambda cell: shares[cell], default=None)
        if best is not None and shares[best] >= _ENOUGH:
            return best
    return None


def _line(text: str, source: str) -> int | None:
    """Return the line where a text begins; what stands between words may differ."""
    words = _words(text)
    if not words:
        return None
    found = [(match[0].lower(), match.start()) for match in _WORD.finditer(source)]
    for start in range(len(found)):
        if [word for word, _ in found[start : start + len(words)]] == words:
            return source.count("\n", 0, found[start][1]) + 1
    first = words[:_FEWEST_WORDS]
    for start in range(len(found) if len(words) > _FEWEST_WORDS else 0):
        if [word for word, _ in found[start : start + _FEWEST_WORDS]] == first:
            return source.count("\n", 0, found[start][1]) + 1
    return None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
