"""How the recovery curves are drawn: by the kind `curve`, then asides with a ruler of errors.

The ruler is as long as its points are on the axis of scores, so that it can be held against the
curves. Its artists' gids are ``error-range``, ``error-median`` and ``error-number``; the others
are those of the kind and of the asides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.recovery_curves.data import (
    ERROR_POINTS,
    ERROR_QUARTILES_POINTS,
    Data,
)
from galley_figures.kinds.curve import draw_curve
from galley_figures.kinds.curve.plan import plan_curves
from galley_figures.locale import number
from galley_figures.style.asides import Aside, bottom_of, columns, draw_asides, place_asides
from galley_figures.style.below import GAP, room_below
from galley_figures.style.canvas import (
    Layout,
    height_px,
    label_width,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap

_LINE: Final = 16
_TO_HEADING: Final = 21
_TO_TEXT: Final = 18
_TO_RULER: Final = 35
_BAR: Final = 6
_BEYOND_BAR: Final = 3
_TO_NUMBER: Final = 9
_AFTER_NUMBER: Final = 16
_HALF_DIGIT: Final = 4
_AFTER: Final = 14


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the curves, then the asides, the text of the last one beside the ruler."""
    figure = draw_curve(data.curves, layout, data.lang)
    scores = plan_curves(data.curves, layout, data.lang).frame.plane.y
    px_per_point = scores.px(0) - scores.px(1)
    *others, last = place_asides(data.asides, layout, top=height_px(figure) + GAP)
    width, _lefts = columns(len(data.asides), layout)
    last = replace(last, text=wrap(data.asides[-1][1], width - _ruler_width(data), 12))
    zero = last.top + _TO_RULER + ERROR_QUARTILES_POINTS[1] * px_per_point
    page = room_below(figure, bottom=max(bottom_of([*others, last]), zero + _AFTER))
    draw_asides(page, others, layout)
    _write_beside_ruler(page, last, data)
    _draw_ruler(page, last.left + _BEYOND_BAR, zero, px_per_point, data)
    return figure


def _ruler_width(data: Data) -> float:
    widest = max(label_width(number(end, data.lang), 12) for end in ERROR_QUARTILES_POINTS)
    return _BEYOND_BAR + _BAR + _TO_NUMBER + widest + _AFTER_NUMBER


def _write_beside_ruler(page: Axes, aside: Aside, data: Data) -> None:
    y = aside.top + _TO_HEADING
    write(page, aside.left, y, aside.heading, weight="semibold", gid="aside-heading")
    write_lines(
        page,
        aside.left + _ruler_width(data),
        y + _TO_TEXT,
        aside.text,
        line_px=_LINE,
        size_px=12,
        colour_name="ink-soft",
        gid="aside",
    )


def _draw_ruler(page: Axes, left: float, zero: float, px_per_point: float, data: Data) -> None:
    """Draw the middle half of the errors as a bar, and the median as a line across it."""
    low, median, high = (
        zero - points * px_per_point
        for points in (ERROR_QUARTILES_POINTS[0], ERROR_POINTS, ERROR_QUARTILES_POINTS[1])
    )
    middle = left + _BAR / 2
    rule(
        page,
        (middle, middle),
        (low, high),
        colour_name="uncertainty",
        width=_BAR,
        gid="error-range",
        solid_capstyle="butt",
    )
    rule(
        page,
        (left - _BEYOND_BAR, left + _BAR + _BEYOND_BAR),
        (median, median),
        colour_name="ink",
        width=2,
        gid="error-median",
        solid_capstyle="butt",
    )
    for points, y in zip(
        (ERROR_QUARTILES_POINTS[0], ERROR_POINTS, ERROR_QUARTILES_POINTS[1]),
        (low, median, high),
        strict=True,
    ):
        write(
            page,
            left + _BAR + _TO_NUMBER,
            y + _HALF_DIGIT,
            number(points, data.lang),
            size_px=12,
            weight="semibold" if points == ERROR_POINTS else "regular",
            gid="error-number",
        )
