"""The frame of a plane: where both axes, their ticks and their words lie; it draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from galley_figures.kinds.plane.axis import Axis, Limits, Tick, tick_places
from galley_figures.kinds.plane.numerals import numerals
from galley_figures.kinds.plane.scale import Plane, Scale
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, label_width
from galley_figures.style.fonts import wrap

MARGIN: Final = 12
LINE: Final = 16
SMALL: Final = 12
"""Size of the words of axes."""

_TO_TICK_WORD: Final = 8
_BETWEEN_TICK_WORDS: Final = 10
_WIDEST_Y_WORD: Final = 110
_MOST_X_TICKS: Final = (8, 4)
_MOST_Y_TICKS: Final = 5


@dataclass(frozen=True)
class TickWord:
    """A tick and the middle of its words; a word that would leave the page is moved inwards.

    Attributes
    ----------
    row
        On the x axis, how many rows below the first its words stand.
    """

    place: float
    text: str
    middle: float
    row: int = 0


@dataclass(frozen=True)
class Frame:
    """Both axes on the page.

    Attributes
    ----------
    x_title, y_title
        What the axes measure, broken into lines.
    title_y
        Baseline of the first line of the y axis's title, above the plane.
    x_title_y
        Baseline of the first line of the x axis's title, below the ticks.
    bottom
        Baseline after the last line.
    x_lines, y_lines
        Where the grid's standing and lying lines run.
    """

    plane: Plane
    x_ticks: tuple[TickWord, ...]
    y_ticks: tuple[TickWord, ...]
    x_title: str
    y_title: str
    title_y: float
    x_title_y: float
    bottom: float
    x_lines: tuple[float, ...]
    y_lines: tuple[float, ...]
    is_schematic: bool


@dataclass(frozen=True)
class Room:
    """The room that a frame may fill.

    Attributes
    ----------
    above
        Height kept free between the y axis's title and the plane.
    beside
        Width kept free right of the plane.
    height
        Height of the plane.
    """

    layout: Layout
    above: float
    beside: float
    height: float

    @property
    def right(self) -> float:
        """Where the plane ends."""
        return self.layout.width_px - MARGIN - self.beside


def frame_of(x: Axis, y: Axis, ends: tuple[Limits, Limits], room: Room, lang: Lang) -> Frame:
    """Lay out both axes in a room; the y axis's words decide where the plane begins."""
    y_title = wrap(y.title(lang), room.layout.width_px - 2 * MARGIN, SMALL)
    top = MARGIN + LINE * _lines(y_title) + 8 + room.above
    y_scale = Scale(ends[1], top + room.height, top, is_log=y.is_log)
    y_words = [
        (place, wrap(text, _WIDEST_Y_WORD, SMALL)) for place, text in _y_words(y, ends[1], lang)
    ]
    widest = max((label_width(text, SMALL) for _, text in y_words), default=0)
    left = MARGIN + (widest + _TO_TICK_WORD if y_words else 0)
    x_scale = Scale(ends[0], left, room.right, is_log=x.is_log)
    x_ticks = _x_ticks(x, x_scale, room.layout, lang)
    rows = max((tick.row + _lines(tick.text) for tick in x_ticks), default=0)
    x_title = wrap(x.title(lang), room.layout.width_px - MARGIN - left, SMALL)
    x_title_y = top + room.height + 22 + LINE * rows
    return Frame(
        plane=Plane(x_scale, y_scale),
        x_ticks=x_ticks,
        y_ticks=tuple(_y_tick(y_scale.px(place), text) for place, text in y_words),
        x_title=x_title,
        y_title=y_title,
        title_y=MARGIN + SMALL - 2,
        x_title_y=x_title_y,
        bottom=x_title_y + LINE * _lines(x_title),
        x_lines=_grid(x, x_scale, [tick.place for tick in x_ticks]),
        y_lines=_grid(y, y_scale, [y_scale.px(place) for place, _text in y_words]),
        is_schematic=y.is_schematic,
    )


def _grid(axis: Axis, scale: Scale, ticks: Sequence[float]) -> tuple[float, ...]:
    """Return lines at the ticks, or between the cells; an axis without a scale has none."""
    if axis.are_cells:
        middles = [(one[0] + other[0]) / 2 for one, other in pairwise(axis.ticks)]
        return tuple(scale.px(middle) for middle in middles)
    return () if axis.is_schematic else tuple(ticks)


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _y_words(axis: Axis, ends: Limits, lang: Lang) -> Sequence[Tick]:
    return axis.ticks or _numbered(tick_places(axis, ends, most=_MOST_Y_TICKS), lang)


def _numbered(places: Sequence[float], lang: Lang) -> Sequence[Tick]:
    return list(zip(places, numerals(places, lang), strict=True))


def _y_tick(place: float, text: str) -> TickWord:
    return TickWord(place, text, place)


def _x_ticks(axis: Axis, scale: Scale, layout: Layout, lang: Lang) -> tuple[TickWord, ...]:
    if axis.ticks:
        return _in_rows(_word_ticks(axis, scale, layout))
    most = _MOST_X_TICKS[layout.is_narrow]
    while True:
        places = _numbered(tick_places(axis, scale.ends, most=most), lang)
        ticks = tuple(_x_tick(scale.px(place), text, layout) for place, text in places)
        if most == 1 or not _any_overlap(ticks):
            return _in_rows(ticks)
        most -= 1


def _word_ticks(axis: Axis, scale: Scale, layout: Layout) -> tuple[TickWord, ...]:
    """Break each word to the room between its neighbours."""
    room = (scale.end_px - scale.start_px) / max(1, len(axis.ticks) - 1) - _BETWEEN_TICK_WORDS
    return tuple(
        _x_tick(scale.px(place), wrap(text, max(room, 40), SMALL), layout)
        for place, text in axis.ticks
    )


def _x_tick(place: float, text: str, layout: Layout) -> TickWord:
    half = label_width(text, SMALL) / 2
    low, high = MARGIN / 2 + half, layout.width_px - MARGIN / 2 - half
    return TickWord(place, text, min(max(place, low), high))


def _any_overlap(ticks: Sequence[TickWord]) -> bool:
    return any(tick.row for tick in _in_rows(ticks))


def _in_rows(ticks: Sequence[TickWord]) -> tuple[TickWord, ...]:
    """Move words that would touch their left neighbour into the next row that is free there."""
    rows: list[float] = []
    placed: list[TickWord] = []
    height = max((_lines(tick.text) for tick in ticks), default=1)
    for tick in ticks:
        half = label_width(tick.text, SMALL) / 2
        left, right = tick.middle - half, tick.middle + half
        row = next(
            (n for n, end in enumerate(rows) if end + _BETWEEN_TICK_WORDS <= left), len(rows)
        )
        rows[row : row + 1] = [right]
        placed.append(TickWord(tick.place, tick.text, tick.middle, row * height))
    return tuple(placed)
