"""How a before-after figure is drawn: upright scales, slopes between them, words at both ends.

The artists' gids are ``slope``, ``point``, ``interval``, ``scale``, ``leader``, ``label``,
``time`` and ``no-comparison``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.before_after.places import (
    EDGE,
    GAP,
    LINE,
    WORD_GAP,
    Label,
    Places,
    Slope,
    places_of,
)
from galley_figures.kinds.before_after.spec import BeforeAfter, Reading
from galley_figures.kinds.before_after.words import NO_COMPARISON_WORDS, scale_words
from galley_figures.kinds.meanings import COLOURS
from galley_figures.kinds.signs import SIGN, SIGN_INDENT, warning_sign
from galley_figures.locale import Lang, number
from galley_figures.style.canvas import (
    Align,
    Layout,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.marks import dots
from galley_figures.style.palette import ColourName

_DOT: Final = 9.0
_HEAD: Final = 20.0
_DASHES: Final = (0, (5, 3))


def draw_before_after(figure: BeforeAfter, layout: Layout, lang: Lang) -> Figure:
    """Draw the times, the slopes with their words, and below what is measured and what is not."""
    places = places_of(figure, layout, lang)
    heads = _heads(figure, places, layout)
    places = places.lower(_HEAD + LINE * max(_count(head.text) for head in heads) + 8)
    words = wrap(scale_words(figure, lang), layout.width_px - 2 * EDGE, 12)
    reason = "" if figure.has_comparison else _reason(layout, lang)
    below = places.bottom + 52 + LINE * _count(words)
    drawing = new_figure(layout, height_px=below + (LINE * (1 + _count(reason)) if reason else 0))
    page = page_area(drawing)
    _draw_scales(page, places, heads, lang)
    for slope in places.slopes:
        _draw_slope(page, figure, places, slope)
    write_lines(page, EDGE, places.bottom + 52, words, size_px=12, colour_name="ink-soft")
    if reason:
        _draw_no_comparison(page, below + 4, reason, lang)
    return drawing


def _count(text: str) -> int:
    """Return how many lines a text has."""
    return text.count("\n") + 1


@dataclass(frozen=True)
class _Head:
    """A time over its scale; the outer ones stand outwards, so that they never meet."""

    text: str
    x: float
    align: Align


def _heads(figure: BeforeAfter, places: Places, layout: Layout) -> tuple[_Head, ...]:
    between = places.right - places.left - 2 * GAP
    heads = (
        (figure.before, places.left, "right", places.left - EDGE),
        (figure.middle, places.middle, "center", between),
        (figure.after, places.right, "left", layout.width_px - EDGE - places.right),
    )
    return tuple(
        _Head(wrap(time, width, 13, "semibold"), x, cast("Align", align))
        for time, x, align, width in heads
        if time
    )


def _reason(layout: Layout, lang: Lang) -> str:
    """Break why a comparison would matter into lines."""
    width = layout.width_px - 2 * EDGE - SIGN_INDENT
    return wrap(NO_COMPARISON_WORDS[lang][1], width, 12)


def _draw_scales(page: Axes, places: Places, heads: tuple[_Head, ...], lang: Lang) -> None:
    """Draw an upright scale for each time, its name above, the ends of the outer ones numbered."""
    ends = ((places.scale_high, places.top - 7), (places.scale_low, places.bottom + 17))
    for head in heads:
        rule(page, (head.x, head.x), (places.top, places.bottom), gid="scale")
        for value, y in ends if head.align != "center" else ():
            text = number(value, lang)
            write(page, head.x, y, text, size_px=12, colour_name="ink-soft", align=head.align)
        first = places.top - 27 - LINE * (_count(head.text) - 1)
        write_lines(page, head.x, first, head.text, weight="semibold", align=head.align, gid="time")


def _draw_slope(page: Axes, figure: BeforeAfter, places: Places, slope: Slope) -> None:
    points = _points(places, slope)
    is_comparison = figure.is_comparison(slope.change)
    colour_name = COLOURS[slope.change.meaning]
    rule(
        page,
        tuple(x for x, _reading in points),
        tuple(places.y(reading.value) for _x, reading in points),
        colour_name=colour_name,
        width=2,
        gid="slope",
        linestyle=_DASHES if is_comparison else "-",
    )
    for x, reading in points:
        _draw_interval(page, places, x, reading, colour_name)
    marks = [(x, places.y(reading.value)) for x, reading in points]
    dots(page, marks, diameter=_DOT, colour_name=colour_name, gid="point")
    for label, x, point, outwards in (
        (slope.left, places.left, marks[0], -1),
        (slope.right, places.right, marks[-1], 1),
    ):
        _write_label(page, label, x + outwards * GAP, outwards, colour_name)
        if abs(label.middle - point[1]) > LINE / 2 or point[0] != x:
            bend, start = x + outwards * 3, x + outwards * (GAP - 3)
            ys = (label.middle, point[1], point[1])
            rule(page, (start, bend, point[0]), ys, colour_name=colour_name, gid="leader")


def _points(places: Places, slope: Slope) -> list[tuple[float, Reading]]:
    """Return where a row's points stand across the page, with their values."""
    change = slope.change
    middle = [(places.middle, change.middle)] if change.middle else []
    return [
        (places.left + slope.shift, change.before),
        *middle,
        (places.right - slope.shift, change.after),
    ]


def _draw_interval(
    page: Axes, places: Places, x: float, reading: Reading, colour_name: ColourName
) -> None:
    if reading.low is None or reading.high is None:
        return
    low, high = places.y(reading.low), places.y(reading.high)
    rule(page, (x, x), (low, high), colour_name=colour_name, width=1.5, gid="interval")
    for y in (low, high):
        rule(page, (x - 4, x + 4), (y, y), colour_name=colour_name, width=1.5)


def _write_label(
    page: Axes, label: Label, x: float, outwards: int, colour_name: ColourName
) -> None:
    """Write a row's words at one of its ends, line by line, outwards from the scale."""
    align: Align = "left" if outwards > 0 else "right"
    for index, line in enumerate(label.lines):
        y, place = label.middle - label.height / 2 + 12 + LINE * index, x
        for part in line:
            write(
                page,
                place,
                y,
                part.text,
                weight=part.weight,
                colour_name=colour_name,
                align=align,
                gid="label",
            )
            place += outwards * (part.width + WORD_GAP)


def _draw_no_comparison(page: Axes, y: float, reason: str, lang: Lang) -> None:
    warning_sign(page, EDGE + SIGN / 2, y - 4, "caution")
    x = EDGE + SIGN_INDENT
    write(
        page,
        x,
        y,
        NO_COMPARISON_WORDS[lang][0],
        weight="semibold",
        colour_name="caution",
        gid="no-comparison",
    )
    write_lines(page, x, y + LINE, reason, size_px=12, colour_name="ink-soft")
