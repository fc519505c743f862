"""The map for a page: time runs to the right, a row for each dose, the highest on top."""

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
from galley_figures.kinds.timeline.lanes import lanes
from galley_figures.kinds.timeline.parts import break_mark
from galley_figures.locale.dose_timing_map import Dose
from galley_figures.style.canvas import (
    Layout,
    box,
    label_width,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap

_EDGE, _LEFT, _RIGHT = 12.0, 108.0, 708.0
_SHARES: Final = (13.0, 10.0, 27.0, 17.0, 33.0)
_HEAD: Final = 50.0
_LINE: Final = 16.0
_LABEL_WIDTH: Final = 176.0
_OPEN: Final = 92.0
"""How much of an open window is drawn before its arrow, in px."""
_PAD, _INDENT, _LANE_GAP, _LABEL_GAP = 14.0, 8.0, 12.0, 8.0
_EMPTY_ROW: Final = 36.0


@dataclass(frozen=True)
class _Item:
    """A point with its words, in a lane of its row."""

    point: Point
    start: float
    end: float
    label_left: float
    name: str
    detail: str
    lane: int = 0

    @property
    def width(self) -> float:
        """How wide its words are."""
        return max(label_width(self.name, 13, "semibold"), label_width(self.detail, 12))

    @property
    def height(self) -> float:
        """From its sign to its last line."""
        return SIZE + _LINE * (self.name.count("\n") + self.detail.count("\n") + 2)


@dataclass(frozen=True)
class _Row:
    """A dose with its items; `tops` are those of its lanes."""

    dose: Dose
    top: float
    bottom: float
    items: tuple[_Item, ...]
    tops: tuple[float, ...]


def draw_across(data: Data, layout: Layout) -> Figure:
    """Draw the phases as bands, a row for each dose, and the time axis below."""
    axis = TimeAxis("segmented", data.limits_days, _SHARES)
    rows = _rows(data, axis)
    bottom = rows[-1].bottom
    words = wrap(f"{data.words.axis}\n{data.words.empty}", _RIGHT - _LEFT, 12)
    figure = new_figure(layout, height_px=bottom + 44 + _LINE * (words.count("\n") + 1))
    page = page_area(figure)
    _draw_phases(page, data, axis, bottom)
    for row in rows:
        _draw_row(page, data, row)
    _draw_axis(page, data, axis, bottom)
    write_lines(page, _LEFT, bottom + 44, words, size_px=12, colour_name="ink-muted")
    return figure


def _x(axis: TimeAxis, days: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * axis.position(days)


def _rows(data: Data, axis: TimeAxis) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top = _HEAD
    for dose in DOSES:
        items = _in_lanes([_item(point, axis) for point in data.of_dose(dose)])
        tops, bottom = [], top + _PAD
        for lane in range(1 + max((item.lane for item in items), default=-1)):
            tops.append(bottom)
            bottom += max(item.height for item in items if item.lane == lane) + _LANE_GAP
        bottom = max(bottom, top + _EMPTY_ROW)
        rows.append(_Row(dose, top, bottom, items, tuple(tops)))
        top = bottom
    return tuple(rows)


def _item(point: Point, axis: TimeAxis) -> _Item:
    trial = point.trial
    start = _x(axis, trial.start_days)
    end = start + _OPEN if trial.end_days is None else _x(axis, trial.end_days)
    name = wrap(point.name, _LABEL_WIDTH, 13, "semibold")
    detail = wrap(point.detail, _LABEL_WIDTH, 12)
    indent = _INDENT if end > start else -SIZE / 2
    item = _Item(point, start, end, start + indent, name, detail)
    return _moved(item, min(item.label_left, _RIGHT - _INDENT - item.width))


def _moved(item: _Item, left: float, lane: int = 0) -> _Item:
    return _Item(item.point, item.start, item.end, left, item.name, item.detail, lane)


def _in_lanes(items: Sequence[_Item]) -> tuple[_Item, ...]:
    extents = [
        (
            min(item.start, item.label_left),
            max(item.end + SIZE / 2, item.label_left + item.width),
        )
        for item in items
    ]
    chosen = lanes(extents, gap=_LABEL_GAP)
    return tuple(
        _moved(item, item.label_left, lane) for item, lane in zip(items, chosen, strict=True)
    )


def _draw_phases(page: Axes, data: Data, axis: TimeAxis, bottom: float) -> None:
    write(page, _EDGE, 19, data.words.dose_head, size_px=12, colour_name="ink-soft")
    for number, phase in enumerate(data.phases):
        left, right = _x(axis, phase.start_days), _x(axis, phase.end_days)
        if number % 2 == 0:
            box(page, left, 0, right - left, bottom, fill="band", gid="phase-band")
        write(page, left + _INDENT, 19, phase.name, weight="semibold")
        write(page, left + _INDENT, 36, phase.span, size_px=12, colour_name="ink-soft")


def _draw_row(page: Axes, data: Data, row: _Row) -> None:
    rule(page, (_EDGE, _RIGHT), (row.top, row.top), colour_name="hairline", gid="row")
    dose = wrap(data.words.doses[row.dose], _LEFT - _EDGE - _INDENT, 13, "semibold")
    write_lines(page, _EDGE, row.top + 24, dose, weight="semibold", colour_name="dose", gid="dose")
    for item in row.items:
        _draw_item(page, item, row.tops[item.lane])
    if row.dose == "usual":
        x, y = _LEFT + _INDENT, row.top + 23
        write(page, x, y, data.words.usual, size_px=12, colour_name="ink-soft", gid="usual")


def _draw_item(page: Axes, item: _Item, top: float) -> None:
    result, y = item.point.trial.result, top + SIZE / 2 - 2
    if item.end > item.start:
        width = item.end - item.start
        box(page, item.start, y - WINDOW / 2, width, WINDOW, fill=COLOURS[result], gid="window")
    if item.point.trial.end_days is None:
        arrow_head(page, (item.end + 2, y), is_down=False, result=result)
    draw_sign(page, (item.start + item.end) / 2, y, result)
    below = write_lines(
        page,
        item.label_left,
        top + SIZE + 13,
        item.name,
        weight="semibold",
        colour_name=COLOURS[result],
        gid="name",
    )
    write_lines(page, item.label_left, below, item.detail, size_px=12, gid="result")


def _draw_axis(page: Axes, data: Data, axis: TimeAxis, y: float) -> None:
    rule(page, (_LEFT, _RIGHT), (y, y), gid="axis")
    for limit in data.limits_days[1:-1]:
        break_mark(page, _x(axis, limit), y)
    days, labels = zip(*_ticks(data), strict=True)
    widths = [label_width(label, 12) for label in labels]
    middles = [
        min(max(_x(axis, day), _LEFT + width / 2), _RIGHT - width / 2)
        for day, width in zip(days, widths, strict=True)
    ]
    for n in kept_apart(middles, widths, gap=8):
        x = _x(axis, days[n])
        rule(page, (x, x), (y, y + 5), gid="tick")
        write(
            page,
            middles[n],
            y + 19,
            labels[n],
            size_px=12,
            colour_name="ink-soft",
            align="center",
            gid="tick-label",
        )


def _ticks(data: Data) -> list[tuple[int, str]]:
    """Return the days that the axis names, those where phases meet before the others."""
    ticks = data.words.ticks
    order = (*data.limits_days, *(day for day in ticks if day not in data.limits_days))
    return [(day, ticks[day]) for day in order]
