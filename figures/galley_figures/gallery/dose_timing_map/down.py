"""The map for a phone: time runs down, a column for each dose, the highest at the left.

So no line from a trial to its words runs through another trial's window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.dose_timing_map.data import Data, Point
from galley_figures.gallery.dose_timing_map.signs import (
    COLOURS,
    SIZE,
    WINDOW,
    arrow_head,
    draw_sign,
)
from galley_figures.gallery.dose_timing_map.trials import DOSES
from galley_figures.kinds.timeline.axis import TimeAxis, kept_apart
from galley_figures.kinds.timeline.lanes import Extent, free_of, stacked
from galley_figures.kinds.timeline.parts import break_mark
from galley_figures.locale.dose_timing_map import Dose
from galley_figures.style.canvas import Layout, box, new_figure, page_area, rule, write, write_lines
from galley_figures.style.fonts import wrap

_EDGE, _AXIS, _RIGHT = 8.0, 102.0, 344.0
_COLUMNS: Final[dict[Dose, float]] = dict(zip(DOSES, (118.0, 140.0, 162.0, 184.0), strict=True))
_WORDS, _LINE, _GAP = 208.0, 15.0, 12.0
_TOP: Final = 86.0
_LENGTHS: Final = (84.0, 62.0, 186.0, 140.0, 230.0)
"""Of the phases, in px."""
_OPEN: Final = 84.0
"""How much of an open window is drawn before its arrow, in px."""
_ABOVE: Final = 6.0
"""How far above a window its leader runs, where others lie beside it all the way."""


@dataclass(frozen=True)
class _Item:
    """A point with its window; `anchor` is the height at which its leader starts."""

    point: Point
    x: float
    start: float
    end: float
    anchor: float
    name: str
    detail: str

    @property
    def middle(self) -> float:
        """Where its sign stands."""
        return (self.start + self.end) / 2

    @property
    def height(self) -> float:
        """How high its words are."""
        return _LINE * (self.name.count("\n") + self.detail.count("\n") + 2)


def draw_down(data: Data, layout: Layout) -> Figure:
    """Draw the phases as bands, a column for each dose, and the words at the right."""
    axis = TimeAxis("segmented", data.limits_days, _LENGTHS)
    items = _items(data, axis)
    tops = stacked(
        [item.anchor - _LINE / 2 for item in items],
        [item.height for item in items],
        low=_TOP,
        high=_y(axis, data.limits_days[-1]),
        gap=_GAP,
    )
    notes = wrap(_notes(data), layout.width_px - 2 * _EDGE, 12)
    bottom = max(_y(axis, data.limits_days[-1]), tops[-1] + items[-1].height)
    figure = new_figure(layout, height_px=bottom + 26 + 16 * (notes.count("\n") + 1))
    page = page_area(figure)
    _draw_heads(page, data)
    _draw_phases(page, data, axis)
    for item, top in zip(items, tops, strict=True):
        _draw_item(page, item, top)
    _draw_axis(page, data, axis)
    write_lines(page, _EDGE, bottom + 26, notes, size_px=12, colour_name="ink-muted")
    return figure


def _y(axis: TimeAxis, days: float) -> float:
    return _TOP + sum(_LENGTHS) * axis.position(days)


def _notes(data: Data) -> str:
    return f"{data.words.axis} {data.words.usual}. {data.words.empty}"


def _items(data: Data, axis: TimeAxis) -> tuple[_Item, ...]:
    """Return the points in the order in which their leaders start."""
    extents = [_extent(point, axis) for point in data.points]
    xs = [_COLUMNS[point.trial.dose] for point in data.points]
    width = _RIGHT - _WORDS
    items = (
        _Item(
            point,
            x,
            *extent,
            _anchor(extent, [e for e, other in zip(extents, xs, strict=True) if other > x]),
            wrap(point.name, width, 13, "semibold"),
            wrap(point.detail, width, 12),
        )
        for point, x, extent in zip(data.points, xs, extents, strict=True)
    )
    return tuple(sorted(items, key=lambda item: item.anchor))


def _extent(point: Point, axis: TimeAxis) -> Extent:
    start, end = point.trial.start_days, point.trial.end_days
    top = _y(axis, start)
    return top, (top + _OPEN if end is None else _y(axis, end))


def _anchor(extent: Extent, beside: Sequence[Extent]) -> float:
    """Return where a leader can start without running through a window at its right."""
    middle = (extent[0] + extent[1]) / 2
    near = [(start - SIZE / 2, end + SIZE / 2) for start, end in beside]
    if not any(start < middle < end for start, end in near):
        return middle
    parts = free_of(extent, near)
    return sum(parts[0]) / 2 if parts else extent[0] - _ABOVE


def _draw_heads(page: Axes, data: Data) -> None:
    """Write the doses over their columns, each on a pole, so that none touches another."""
    head = data.words.dose_head
    write(page, _AXIS, 16, head, size_px=12, colour_name="ink-soft", align="right")
    for number, dose in enumerate(DOSES):
        x, y = _COLUMNS[dose], 16.0 + 16 * number
        rule(page, (x, x), (y - 9, _TOP - 12), colour_name="ink-muted", gid="pole")
        write(
            page,
            x + 5,
            y,
            data.words.doses[dose],
            size_px=12,
            weight="semibold",
            colour_name="dose",
            gid="dose",
        )


def _draw_phases(page: Axes, data: Data, axis: TimeAxis) -> None:
    for number, phase in enumerate(data.phases):
        top, bottom = _y(axis, phase.start_days), _y(axis, phase.end_days)
        if number % 2 == 0:
            box(page, 0, top, _RIGHT + 6, bottom - top, fill="band", gid="phase-band")
        write(page, _EDGE, top + 18, phase.name, weight="semibold")
        write(page, _EDGE, top + 34, phase.span, size_px=12, colour_name="ink-soft")


def _draw_item(page: Axes, item: _Item, top: float) -> None:
    result = item.point.trial.result
    _draw_leader(page, item, top + _LINE / 2)
    if item.end > item.start:
        height = item.end - item.start
        left = item.x - WINDOW / 2
        box(page, left, item.start, WINDOW, height, fill=COLOURS[result], gid="window")
    if item.point.trial.end_days is None:
        arrow_head(page, (item.x, item.end + 2), is_down=True, result=result)
    draw_sign(page, item.x, item.middle, result)
    below = write_lines(
        page,
        _WORDS,
        top + 12,
        item.name,
        line_px=_LINE,
        weight="semibold",
        colour_name=COLOURS[result],
        gid="name",
    )
    write_lines(page, _WORDS, below, item.detail, line_px=_LINE, size_px=12, gid="result")


def _draw_leader(page: Axes, item: _Item, words_y: float) -> None:
    start = item.x + (SIZE / 2 + 2 if item.anchor == item.middle else WINDOW / 2 + 1)
    xs, ys = [start, _WORDS - 12, _WORDS - 4], [item.anchor, item.anchor, words_y]
    if item.anchor < item.start:
        xs, ys = [item.x, item.x, *xs[1:]], [item.start, item.anchor, *ys[1:]]
    rule(page, tuple(xs), tuple(ys), gid="leader")


def _draw_axis(page: Axes, data: Data, axis: TimeAxis) -> None:
    rule(page, (_AXIS, _AXIS), (_TOP, _y(axis, data.limits_days[-1])), gid="axis")
    for limit in data.limits_days[1:-1]:
        break_mark(page, _AXIS, _y(axis, limit))
    names = [_y(axis, phase.start_days) + 24 for phase in data.phases]
    days = [day for day in data.words.ticks if day not in data.limits_days[:-1]]
    last = data.limits_days[-1]
    middles = [_y(axis, day) - (5 if day == last else 0) for day in days]
    sizes = [34.0] * len(names) + [14.0] * len(days)
    kept = kept_apart([*names, *middles], sizes, gap=2)
    for n in (number - len(names) for number in kept if number >= len(names)):
        y = _y(axis, days[n])
        rule(page, (_AXIS - 5, _AXIS), (y, y), gid="tick")
        _write_tick(page, middles[n], data.words.ticks[days[n]])


def _write_tick(page: Axes, middle: float, label: str) -> None:
    write(
        page,
        _AXIS - 9,
        middle + 4,
        label,
        size_px=12,
        colour_name="ink-soft",
        align="right",
        gid="tick-label",
    )
