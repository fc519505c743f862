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
    """Return the only cell that says the words, or the one that has most of them, if enough."""
    for text in (note.context, note.words, note.old):
        words = _words(text)
        saying = [cell for cell, source in cells.items() if _position(words, source) is not None]
        if len(saying) == 1:
            return saying[0]
        if len(words) >= _FEWEST_WORDS and (best := _best(words, cells)):
            return best
    return None


def _best(words: list[str], cells: Mapping[str, str]) -> str | None:
    wanted = Counter(words)
    shares = {
        cell: (wanted & Counter(_words(source))).total() / wanted.total()
        for cell, source in cells.items()
    }
    best = max(shares, key=lambda cell: shares[cell], default=None)
    return best if best is not None and shares[best] >= _ENOUGH else None


def _line(text: str, source: str) -> int | None:
    """Return the line where a text begins; what stands between words may differ."""
    words = _words(text)
    place = _position(words, source)
    if place is None and len(words) > _FEWEST_WORDS:
        place = _position(words[:_FEWEST_WORDS], source)
    return None if place is None else source.count("\n", 0, place) + 1


def _position(words: list[str], source: str) -> int | None:
    """Return where words stand one after the other; None for no words."""
    found = [(match[0].lower(), match.start()) for match in _WORD.finditer(source)]
    spoken = [word for word, _ in found]
    starts = range(len(found) - len(words) + 1) if words else ()
    return next((found[n][1] for n in starts if spoken[n : n + len(words)] == words), None)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
