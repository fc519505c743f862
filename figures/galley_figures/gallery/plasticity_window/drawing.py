"""How the plasticity-window figure is drawn: across for a page, downwards for a phone."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.plasticity_window.data import Data, Span
from galley_figures.gallery.plasticity_window.start_line import line_across, line_down
from galley_figures.style.canvas import (
    Align,
    Layout,
    box,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.evidence_marks import schematic_frame
from galley_figures.style.fonts import Weight, wrap
from galley_figures.style.palette import ColourName, colour

# Wide: time runs to the right.
_LEFT, _WIDTH = 12.0, 696.0
_BANDS_TOP, _AXIS = 0.0, 330.0
_CURVE_TOP, _CURVE_HEIGHT, _CURVE_LABEL_WIDTH = 48.0, 124.0, 160.0
_WARNING_Y, _TRIAL_Y, _WINDOWS_Y = 196.0, 240.0, 256.0
_BAR = 9.0
_START_ROW = 20.0  # on top, where training starts on a marked day

# Narrow: time runs down the page.
_TOP, _HEIGHT = 56.0, 620.0
_INSET, _AXIS_X, _RIGHT = 6.0, 112.0, 350.0
_CURVE_LEFT, _CURVE_WIDTH, _HEAD_WIDTH = 119.0, 80.0, 108.0
_BARS_X, _TRIALS_X, _TRIALS_WIDTH = 206.0, 232.0, 116.0
_LINE, _WINDOW_LABEL_HEIGHT = 15.0, 40.0


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the figure for a layout."""
    return _draw_down(data, layout) if layout.is_narrow else _draw_across(data, layout)


def _draw_across(data: Data, layout: Layout) -> Figure:
    above = _START_ROW if data.start else 0
    figure = new_figure(layout, height_px=384 + above)
    page = page_area(figure)
    page.set_ylim(384, -above)
    _bands_across(page, data)
    _curve_across(page, data)
    _warning_across(page, data)
    _windows_across(page, data)
    _axis_across(page, data)
    if data.start:
        line_across(page, _x(data.start.position), _BANDS_TOP, _AXIS, data.start.label)
    return figure


def _x(position: float) -> float:
    return _LEFT + position * _WIDTH


def _bands_across(page: Axes, data: Data) -> None:
    for number, phase in enumerate(data.phases):
        left, right = _x(phase.start), _x(phase.end)
        if number % 2 == 0:
            box(page, left, _BANDS_TOP, right - left, _AXIS, fill="band", gid="phase-band")
        write(page, left + 8, 19, phase.label, weight="semibold", gid="phase-name")
        write(page, left + 8, 36, phase.second_label, size_px=12, colour_name="ink-soft")


def _curve_across(page: Axes, data: Data) -> None:
    x = [_x(position) for position in data.curve.position]
    y, lower, upper = (
        [_CURVE_TOP + _CURVE_HEIGHT * (1 - height) for height in heights]
        for heights in (data.curve.height, data.curve.lower, data.curve.upper)
    )
    page.fill_between(x, lower, upper, color=colour("restoration-tint"), lw=0, gid="curve-doubt")
    page.plot(x, y, color=colour("restoration"), lw=2, gid="schematic-curve", clip_on=False)
    schematic_frame(
        page, _LEFT, _CURVE_TOP, _WIDTH, _CURVE_HEIGHT, word=data.schematic, align="right"
    )
    label = wrap(data.words.curve, _CURVE_LABEL_WIDTH, 13)
    write_lines(page, _LEFT + 8, _CURVE_TOP + 19, label, colour_name="restoration")


def _warning_across(page: Axes, data: Data) -> None:
    left, right = _x(data.warning.start), _x(data.warning.end)
    box(page, left, _WARNING_Y, right - left, _BAR, fill="caution", gid="avert-window")
    write(
        page,
        right + 10,
        _WARNING_Y + _BAR,
        data.warning.label,
        colour_name="caution",
        weight="semibold",
        gid="avert-flag",
    )


def _windows_across(page: Axes, data: Data) -> None:
    write(page, _LEFT + 8, _TRIAL_Y, data.trial, size_px=12, colour_name="ink-soft")
    for window in data.windows:
        left, right = _x(window.start), _x(window.end)
        box(page, left, _WINDOWS_Y, right - left, _BAR, fill="time", gid="trial-window")
        write(page, left + 8, _WINDOWS_Y + 26, window.label, colour_name="time")
        write(
            page,
            left + 8,
            _WINDOWS_Y + 43,
            window.second_label,
            colour_name="time",
            weight="semibold",
        )


def _axis_across(page: Axes, data: Data) -> None:
    rule(page, (_LEFT, _LEFT + _WIDTH), (_AXIS, _AXIS), gid="axis")
    for tick in data.ticks:
        x = _x(tick.position)
        rule(page, (x, x), (_AXIS, _AXIS + 5), gid="tick")
        if tick.is_limit:
            _break_mark(page, x, _AXIS)
        write(
            page,
            x,
            _AXIS + 19,
            tick.label,
            size_px=12,
            colour_name="ink-soft",
            align=_inwards(tick.position),
            gid="tick-label",
        )
    write(page, _LEFT, _AXIS + 44, data.words.axis, size_px=12, colour_name="ink-muted")


def _inwards(position: float) -> Align:
    """Keep the labels of the axis's ends on the page."""
    if position == 0:
        return "left"
    return "right" if position == 1 else "center"


def _break_mark(page: Axes, x: float, y: float) -> None:
    """Two short slanted strokes: from here on the scale is another."""
    for shift in (-2, 2):
        rule(page, (x + shift - 2, x + shift + 2), (y + 4, y - 4), gid="axis-break")


def _draw_down(data: Data, layout: Layout) -> Figure:
    figure = new_figure(layout, height_px=_TOP + _HEIGHT + 34)
    page = page_area(figure)
    _heads_down(page, data)
    _bands_down(page, data)
    _curve_down(page, data)
    _axis_down(page, data)
    _trials_down(page, data)
    if data.start:
        column = (_CURVE_LEFT + 1, _TOP + 1, _CURVE_LEFT + _CURVE_WIDTH - 1, _TOP + _HEIGHT - 1)
        line_down(page, _y(data.start.position), column, data.start.label)
    return figure


def _y(position: float) -> float:
    return _TOP + position * _HEIGHT


def _heads_down(page: Axes, data: Data) -> None:
    words = data.words
    heads = (
        (_INSET, words.column_phase),
        (_CURVE_LEFT, words.curve),
        (_TRIALS_X, words.column_trials),
    )
    for x, text in heads:
        lines = wrap(text, _HEAD_WIDTH, 12)
        first = _TOP - 8 - _LINE * lines.count("\n")
        write_lines(page, x, first, lines, line_px=_LINE, size_px=12, colour_name="ink-soft")


def _bands_down(page: Axes, data: Data) -> None:
    for number, phase in enumerate(data.phases):
        top, bottom = _y(phase.start), _y(phase.end)
        if number % 2 == 0:
            box(page, 0, top, _RIGHT, bottom - top, fill="band", gid="phase-band")
        write(page, _INSET, top + 18, phase.label, weight="semibold", gid="phase-name")
        write(page, _INSET, top + 34, phase.second_label, size_px=12, colour_name="ink-soft")


def _curve_down(page: Axes, data: Data) -> None:
    y = [_y(position) for position in data.curve.position]
    x, lower, upper = (
        [_CURVE_LEFT + _CURVE_WIDTH * height for height in heights]
        for heights in (data.curve.height, data.curve.lower, data.curve.upper)
    )
    page.fill_betweenx(y, lower, upper, color=colour("restoration-tint"), lw=0, gid="curve-doubt")
    page.plot(x, y, color=colour("restoration"), lw=2, gid="schematic-curve", clip_on=False)
    schematic_frame(page, _CURVE_LEFT, _TOP, _CURVE_WIDTH, _HEIGHT, word=data.schematic)


def _axis_down(page: Axes, data: Data) -> None:
    rule(page, (_AXIS_X, _AXIS_X), (_TOP, _TOP + _HEIGHT), gid="axis")
    for tick in data.ticks:
        y = _y(tick.position)
        rule(page, (_AXIS_X - 5, _AXIS_X), (y, y), gid="tick")
        if tick.is_limit:
            _break_mark(page, _AXIS_X, y)
        elif tick.position > 0:  # the spans name the limits of the phases
            at_end = tick.position == 1
            _tick_label_down(page, y - 6 if at_end else y + 4, tick.label)
    write(page, _INSET, _TOP + _HEIGHT + 22, data.words.axis, size_px=12, colour_name="ink-muted")


def _tick_label_down(page: Axes, y: float, label: str) -> None:
    write(
        page,
        _AXIS_X - 9,
        y,
        label,
        size_px=12,
        colour_name="ink-soft",
        align="right",
        gid="tick-label",
    )


def _trials_down(page: Axes, data: Data) -> None:
    warning = data.warning
    top, bottom = _y(warning.start), _y(warning.end)
    box(page, _BARS_X, top, _BAR, bottom - top, fill="caution", gid="avert-window")
    text = wrap(warning.label, _TRIALS_WIDTH, 12, "semibold")
    _lines(page, top + _LINE, text, "caution", weight="semibold", gid="avert-flag")
    _lines(page, bottom + _LINE, wrap(data.trial, _TRIALS_WIDTH, 12), "ink-soft")
    for window in data.windows:
        _window_down(page, window)


def _window_down(page: Axes, window: Span) -> None:
    top, bottom = _y(window.start), _y(window.end)
    left = _BARS_X + _BAR + 3
    box(page, left, top, _BAR, bottom - top, fill="time", gid="trial-window")
    first = max(top + _LINE, bottom - _WINDOW_LABEL_HEIGHT)
    second = _lines(page, first, wrap(window.label, _TRIALS_WIDTH, 12), "time")
    gain = wrap(window.second_label, _TRIALS_WIDTH, 12, "semibold")
    _lines(page, second, gain, "time", weight="semibold")


def _lines(
    page: Axes,
    first_y: float,
    text: str,
    colour_name: ColourName,
    *,
    weight: Weight = "regular",
    gid: str | None = None,
) -> float:
    return write_lines(
        page,
        _TRIALS_X,
        first_y,
        text,
        line_px=_LINE,
        size_px=12,
        colour_name=colour_name,
        weight=weight,
        gid=gid,
    )
