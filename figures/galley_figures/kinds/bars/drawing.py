"""How bars are drawn: lying, wide with labels at their left, narrow with labels above them.

The artists' gids are ``bar``, ``interval``, ``interval-end``, ``value`` and ``zero``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.bars.spec import Bar, Bars
from galley_figures.kinds.meanings import COLOURS
from galley_figures.kinds.ticks import round_ticks
from galley_figures.locale import Lang, number
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

MARGIN: Final = 12
LINE: Final = 16
BAR: Final = 18
"""Thickness of a bar."""
_LABEL_WIDTH: Final = 200
_GAP: Final = 14
_VALUE_GAP: Final = 8
_TICK_GAP: Final = 12


@dataclass(frozen=True)
class _Place:
    """The axis on the page: where 0 and each value lie, and where labels stand.

    Attributes
    ----------
    scale
        px per unit.
    label_width
        What labels are broken to.
    """

    left: float
    right: float
    zero: float
    scale: float
    label_width: float
    ticks: tuple[float, ...]
    is_stacked: bool

    def x(self, value: float) -> float:
        return self.zero + value * self.scale


@dataclass(frozen=True)
class _Row:
    """A bar with its heights on the page."""

    bar: Bar
    label: str
    value: str
    label_y: float
    top: float
    bottom: float


def draw_bars(bars: Bars, layout: Layout, lang: Lang) -> Figure:
    """Draw the bars from top to bottom, then the axis and what it measures."""
    place = _place(bars, layout, lang)
    rows = _rows(bars, place, lang)
    bottom = rows[-1].bottom + 8
    words = wrap(_axis_words(bars), layout.width_px - MARGIN - place.left, 12)
    height = bottom + 24 + LINE * (words.count("\n") + 1) + 8
    figure = new_figure(layout, height_px=height)
    page = page_area(figure)
    _draw_axis(page, place, (rows[0].top - 6, bottom), lang)
    for row in rows:
        _draw_row(page, row, place)
    write_lines(
        page, place.left, bottom + 38, words, line_px=LINE, size_px=12, colour_name="ink-soft"
    )
    return figure


def value_words(bars: Bars, bar: Bar, lang: Lang) -> str:
    """Write a bar's number with its interval and detail, ``4.6 (48 of 1,054)``."""
    text = number(bar.value, lang, decimals=bars.decimals)
    if bar.low is not None and bar.high is not None:
        ends = [number(end, lang, decimals=bars.decimals) for end in (bar.low, bar.high)]
        dash = f" {'to' if lang == 'en' else 'sampai'} " if bar.low < 0 else "–"
        text += f" ({dash.join(ends)})"
        return f"{text}; {bar.detail}" if bar.detail else text
    return f"{text} ({bar.detail})" if bar.detail else text


def _axis_words(bars: Bars) -> str:
    unit = f" ({bars.unit})" if bars.unit else ""
    interval = f". {bars.interval}." if bars.interval else ""
    return f"{bars.measure}{unit}{interval}"


def _place(bars: Bars, layout: Layout, lang: Lang) -> _Place:
    """Choose the axis so that each number fits behind its bar."""
    widest = max(label_width(value_words(bars, bar, lang), 13, "semibold") for bar in bars.bars)
    is_stacked = layout.is_narrow
    label = layout.width_px - 2 * MARGIN if is_stacked else _LABEL_WIDTH
    left = MARGIN if is_stacked else MARGIN + label + _GAP
    right = layout.width_px - MARGIN - (0 if is_stacked else widest + _VALUE_GAP)
    ticks = _ticks(bars, right - left, lang, is_stacked=is_stacked)
    scale = (right - left) / (ticks[-1] - ticks[0])
    return _Place(left, right, left - ticks[0] * scale, scale, label, ticks, is_stacked)


def _ticks(bars: Bars, width: float, lang: Lang, *, is_stacked: bool) -> tuple[float, ...]:
    """Return as many round numbers as have room beside each other; an axis has two at least."""
    candidates = [_round_numbers(bars, count) for count in range(3 if is_stacked else 5, 0, -1)]
    fitting = [t for t in candidates if _have_room(t, width, lang, is_stacked=is_stacked)]
    return fitting[0] if fitting else (candidates[-1][0], candidates[-1][-1])


def _have_room(ticks: Sequence[float], width: float, lang: Lang, *, is_stacked: bool) -> bool:
    """Tell whether the labels of ticks over a width stand apart; a stacked axis' ends lean in."""
    scale = width / (ticks[-1] - ticks[0])
    halves = [label_width(number(tick, lang), 12) / 2 for tick in ticks]
    middles = [(tick - ticks[0]) * scale for tick in ticks]
    if is_stacked:
        middles = [halves[0], *middles[1:-1], width - halves[-1]]
    spans = [(x - half, x + half) for x, half in zip(middles, halves, strict=True)]
    return all(left[1] + _TICK_GAP <= right[0] for left, right in pairwise(spans))


def _round_numbers(bars: Bars, most: int) -> tuple[float, ...]:
    if bars.limit is None:
        has_length = bars.lowest < bars.highest
        return round_ticks(bars.lowest, bars.highest if has_length else 1, most=most)
    inside = round_ticks(bars.lowest, bars.limit, most=most)
    return (*(tick for tick in inside if tick < bars.limit), bars.limit)


def _rows(bars: Bars, place: _Place, lang: Lang) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top = 14.0
    for bar in bars.bars:
        label = wrap(bar.label, place.label_width, 13)
        height = LINE * (label.count("\n") + 1)
        value = value_words(bars, bar, lang)
        if place.is_stacked:
            value = wrap(value, place.label_width, 13, "semibold")
            words, bar_top = top + 13, top + height + 22 + LINE * value.count("\n")
            bottom = bar_top + BAR + 14
        else:
            taller = max(height, BAR)
            words, bar_top = top + (taller - height) / 2 + 12, top + (taller - BAR) / 2
            bottom = top + taller + 14
        rows.append(_Row(bar, label, value, words, bar_top, bottom))
        top = bottom
    return tuple(rows)


def _draw_axis(page: Axes, place: _Place, span: tuple[float, float], lang: Lang) -> None:
    top, bottom = span
    for tick in place.ticks:
        x = place.x(tick)
        rule(page, (x, x), (bottom, bottom + 4))
        write(
            page,
            x,
            bottom + 16,
            number(tick, lang),
            size_px=12,
            colour_name="ink-soft",
            align=_align(tick, place),
        )
    rule(page, (place.x(place.ticks[0]), place.x(place.ticks[-1])), (bottom, bottom))
    if not place.is_stacked:
        rule(page, (place.x(0), place.x(0)), (top, bottom), gid="zero", zorder=3)


def _align(tick: float, place: _Place) -> Literal["left", "center", "right"]:
    """Keep the ends' labels on the page where the axis runs from edge to edge."""
    if not place.is_stacked:
        return "center"
    ends = {place.ticks[0]: "left", place.ticks[-1]: "right"}
    return cast("Literal['left', 'center', 'right']", ends.get(tick, "center"))


def _draw_row(page: Axes, row: _Row, place: _Place) -> None:
    bar, colour_name = row.bar, COLOURS[row.bar.meaning]
    left, right = sorted((place.x(0), place.x(bar.value)))
    box(page, left, row.top, right - left, BAR, fill=colour_name, gid="bar")
    end = max(right, _draw_interval(page, row, place)) if bar.has_interval else right
    write_lines(page, MARGIN, row.label_y, row.label, line_px=LINE)
    if place.is_stacked:
        first_y = row.top - 6 - LINE * row.value.count("\n")
        write_lines(page, MARGIN, first_y, row.value, line_px=LINE, weight="semibold", gid="value")
        rule(page, (place.x(0), place.x(0)), (row.top - 2, row.top + BAR + 2), gid="zero", zorder=3)
    else:
        write(page, end + _VALUE_GAP, row.top + 14, row.value, weight="semibold", gid="value")


def _draw_interval(page: Axes, row: _Row, place: _Place) -> float:
    """Draw the interval over the bar, visible on it and beyond it; return where it ends."""
    low, high = (place.x(end) for end in (row.bar.low or 0.0, row.bar.high or 0.0))
    y = row.top + BAR / 2
    strokes = [((low, high), (y, y)), *(((end, end), (y - 5, y + 5)) for end in (low, high))]
    # Wider lines in the page's colour keep the interval apart from its own bar.
    for xs, ys in strokes:
        rule(page, xs, ys, colour_name="paper", width=4.5, solid_capstyle="projecting")
    for index, (xs, ys) in enumerate(strokes):
        gid = "interval-end" if index else "interval"
        rule(page, xs, ys, colour_name="ink", width=1.5, gid=gid)
    return high
