"""Where the parts of a forest plot stand: wide in three columns, narrow with words above the bar.

Lengths are px from the top left corner of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from galley_figures.kinds.forest.spec import Forest, ForestGroup, ForestRow
from galley_figures.style.canvas import Align, Layout, label_width
from galley_figures.style.fonts import Weight, wrap
from galley_figures.style.palette import ColourName

MARGIN: Final = 12
LINE: Final = 16
"""From one baseline to the next."""

_TITLE_Y: Final = 18
_NUMBERS_WIDTH: Final = 134
"""What estimate and interval usually take; longer ones take it from labels and axis."""
_WIDEST_NUMBERS: Final = 230
_LABEL_GAP: Final = 32
_NUMBERS_GAP: Final = 24
_LABEL_SHARE: Final = 256 / 506
_WORD_GAP: Final = 12


@dataclass(frozen=True)
class Columns:
    """Where things stand from left to right.

    Attributes
    ----------
    label, numbers
        Widths to break labels and numbers to.
    is_stacked
        Whether a row's words stand above its bar, not beside it.
    """

    right: float
    label: float
    plot_left: float
    plot_width: float
    numbers: float
    is_stacked: bool

    @property
    def plot_right(self) -> float:
        """Where the axis ends."""
        return self.plot_left + self.plot_width

    @property
    def numbers_left(self) -> float:
        """Where numbers begin in the wide layout."""
        return self.plot_right + _NUMBERS_GAP


@dataclass(frozen=True)
class PlacedText:
    """Words at a place; each line stands on a baseline of its own, `LINE` apart."""

    x: float
    y: float
    text: str
    colour_name: ColourName = "ink-soft"
    size_px: float = 12
    align: Align = "left"
    gid: str | None = None
    weight: Weight = "regular"

    @property
    def bottom(self) -> float:
        """The baseline of the last line."""
        return self.y + LINE * self.text.count("\n")


@dataclass(frozen=True)
class PlacedRow:
    """A row's words and the height of its bar."""

    row: ForestRow
    texts: tuple[PlacedText, ...]
    top: float
    bar: float
    bottom: float


@dataclass(frozen=True)
class PlacedGroup:
    """A group with its heights; its title may be empty."""

    title: str
    top: float
    rows_top: float
    rows: tuple[PlacedRow, ...]

    @property
    def bottom(self) -> float:
        """Where its last row ends."""
        return self.rows[-1].bottom


def place_columns(forest: Forest, layout: Layout) -> Columns:
    """Share the width among labels, axis and numbers."""
    right = layout.width_px - MARGIN
    whole = right - MARGIN
    if layout.is_narrow:
        return Columns(right, whole, MARGIN, whole, whole, is_stacked=True)
    longest = max(label_width(row.numbers, 13) for row in forest.rows)
    numbers = max(_NUMBERS_WIDTH, min(longest, _WIDEST_NUMBERS))
    free = whole - numbers - _NUMBERS_GAP - _LABEL_GAP
    label = round(free * _LABEL_SHARE)
    plot_left = MARGIN + label + _LABEL_GAP
    return Columns(right, label, plot_left, free - label, numbers, is_stacked=False)


def numbers_title(forest: Forest, columns: Columns) -> PlacedText:
    """Place what the numbers are over their column."""
    title = wrap(forest.numbers_title, columns.numbers, 12)
    is_stacked = columns.is_stacked
    x = columns.right if is_stacked else columns.numbers_left
    return PlacedText(x, _TITLE_Y, title, "ink-muted", align="right" if is_stacked else "left")


def place_groups(forest: Forest, columns: Columns, top: float) -> tuple[PlacedGroup, ...]:
    """Place the groups from top to bottom."""
    placed: list[PlacedGroup] = []
    place_row = _stacked_row(forest.rows, columns) if columns.is_stacked else _row_beside(columns)
    for group in forest.groups:
        placed.append(_place_group(group, columns, top, place_row))
        top = placed[-1].bottom + 10
    return tuple(placed)


_PlaceRow = Callable[[ForestRow, float], PlacedRow]


def _place_group(
    group: ForestGroup, columns: Columns, top: float, place_row: _PlaceRow
) -> PlacedGroup:
    # A group's title has no bar beside it, so it may run over the whole width.
    title = wrap(group.title, columns.right - MARGIN, 13, "semibold")
    rows_top = top + (26 + LINE * title.count("\n") if title else 6)
    rows: list[PlacedRow] = []
    y = rows_top
    for row in group.rows:
        rows.append(place_row(row, y))
        y = rows[-1].bottom
    return PlacedGroup(title, top, rows_top, tuple(rows))


def _row_beside(columns: Columns) -> _PlaceRow:
    """Return what places a row with its bar between its label and its numbers."""

    def place(row: ForestRow, top: float) -> PlacedRow:
        left = _lines_of(row, columns.label)
        right = (
            _Line(_numbers_within(row, columns.numbers), 13, "ink"),
            _Line(wrap(row.verdict, columns.numbers, 12), 12, row.verdict_colour_name),
        )
        count = max(_line_count(left), _line_count(right))
        middle = top + 6 + LINE * count / 2
        texts = (
            *_written(left, MARGIN, middle),
            *_written(right, columns.numbers_left, middle),
        )
        return PlacedRow(row, texts, top, middle, top + LINE * count + 16)

    return place


def _stacked_row(rows: Sequence[ForestRow], columns: Columns) -> _PlaceRow:
    """Return what places a row's words above its bar, in the same way for every row."""
    is_one_line = all(_fits_one_line(row, columns) for row in rows)

    def place(row: ForestRow, top: float) -> PlacedRow:
        label = PlacedText(MARGIN, top + 18, wrap(row.label, columns.label, 13), "ink", 13)
        details = _details(row, label.bottom + LINE, columns, is_one_line=is_one_line)
        bar = max(text.bottom for text in (label, *details)) + 18
        return PlacedRow(row, (label, *details), top, bar, bar + 14)

    return place


def _fits_one_line(row: ForestRow, columns: Columns) -> bool:
    return _details_width(row, row.source) <= columns.right - MARGIN


def _details_width(row: ForestRow, source: str) -> float:
    before = [label_width(word, 12) + _WORD_GAP for word in (source, row.verdict) if word]
    return sum(before) + label_width(row.numbers, 13)


def _details(
    row: ForestRow, y: float, columns: Columns, *, is_one_line: bool
) -> tuple[PlacedText, ...]:
    """Place source, verdict and numbers: on one line, or the source above the others."""
    x: float = MARGIN
    texts: list[PlacedText] = []
    if row.source:
        source = PlacedText(x, y, wrap(row.source, columns.label, 12), "ink-muted")
        texts.append(source)
        x += label_width(row.source, 12) + _WORD_GAP if is_one_line else 0
        y = y if is_one_line else source.bottom + LINE
    if row.verdict:
        verdict = wrap(row.verdict, columns.label, 12)
        texts.append(PlacedText(x, y, verdict, row.verdict_colour_name))
        has_room = is_one_line or _details_width(row, "") <= columns.right - MARGIN
        y = y if has_room else texts[-1].bottom + LINE
    numbers = _numbers_within(row, columns.label)
    texts.append(PlacedText(columns.right, y, numbers, "ink", 13, "right", "numbers"))
    return tuple(texts)


def _numbers_within(row: ForestRow, width: float) -> str:
    """Break a row's numbers before the interval where they are too long."""
    if label_width(row.numbers, 13) <= width:
        return row.numbers
    return wrap(row.numbers.replace(" (", "\n(", 1), width, 13)


@dataclass(frozen=True)
class _Line:
    """A text of a column, one or more lines of it."""

    text: str
    size_px: float
    colour_name: ColourName


def _lines_of(row: ForestRow, width: float) -> tuple[_Line, ...]:
    return (
        _Line(wrap(row.label, width, 13), 13, "ink"),
        _Line(wrap(row.source, width, 12), 12, "ink-muted"),
    )


def _line_count(lines: Sequence[_Line]) -> int:
    return sum(line.text.count("\n") + 1 for line in lines if line.text)


def _written(lines: Sequence[_Line], x: float, middle: float) -> tuple[PlacedText, ...]:
    """Place lines under each other around the height of a bar."""
    y = middle - LINE * _line_count(lines) / 2 + 12
    texts: list[PlacedText] = []
    for line in lines:
        if line.text:
            texts.append(PlacedText(x, y, line.text, line.colour_name, line.size_px))
            y = texts[-1].bottom + LINE
    return tuple(texts)
