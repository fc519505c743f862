"""Sentences under a plane, some of them with the number that stands in the plane for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes

from galley_figures.kinds.plane.frame import LINE, MARGIN, SMALL
from galley_figures.kinds.plane.words import wrapped
from galley_figures.style.canvas import Layout, label_width, write, write_lines

_INDENT: Final = 18
_BETWEEN: Final = 24
_MOST_IN_A_COLUMN: Final = 6


@dataclass(frozen=True)
class Note:
    """One sentence in its place.

    Attributes
    ----------
    number
        What stands in the plane for it; empty where nothing does.
    y
        Baseline of its first line.
    """

    text: str
    number: str
    left: float
    y: float

    @property
    def bottom(self) -> float:
        """Baseline after its last line."""
        return self.y + LINE * (self.text.count("\n") + 1)


def notes_below(
    numbered: Sequence[str], others: Sequence[str], layout: Layout, y: float
) -> tuple[Note, ...]:
    """Set the numbered texts, counted from 1, and then the others, one below the other.

    On a page, many short numbered texts stand in two columns.
    """
    width = layout.width_px - 2 * MARGIN
    texts = [(text, str(number)) for number, text in enumerate(numbered, start=1)]
    half = (width - _BETWEEN) / 2
    if len(texts) > _MOST_IN_A_COLUMN and not layout.is_narrow and _all_fit(numbered, half):
        middle = (len(texts) + 1) // 2
        left = _column(texts[:middle], MARGIN, half, y)
        notes = [*left, *_column(texts[middle:], MARGIN + half + _BETWEEN, half, y)]
    else:
        left = notes = _column(texts, MARGIN, width, y)
    below = left[-1].bottom if left else y
    return (*notes, *_column([(text, "") for text in others if text], MARGIN, width, below))


def _all_fit(texts: Sequence[str], width: float) -> bool:
    return all(label_width(text, SMALL) <= width - _INDENT for text in texts)


def _column(texts: Sequence[tuple[str, str]], left: float, width: float, y: float) -> list[Note]:
    notes: list[Note] = []
    for text, number in texts:
        indent = _INDENT if number else 0
        lines = wrapped(text, width - indent, size_px=SMALL)
        notes.append(Note(lines, number, left + indent, notes[-1].bottom if notes else y))
    return notes


def bottom_of(notes: Sequence[Note], otherwise: float) -> float:
    """Return the baseline after the lowest note."""
    return max((note.bottom for note in notes), default=otherwise)


def write_note(page: Axes, note: Note) -> None:
    """Write a note, its number in bold before it."""
    if note.number:
        write(
            page,
            note.left - _INDENT,
            note.y,
            note.number,
            size_px=SMALL,
            weight="semibold",
            gid="note-number",
        )
    write_lines(
        page,
        note.left,
        note.y,
        note.text,
        line_px=LINE,
        size_px=SMALL,
        colour_name="ink-soft",
        gid="note",
    )
