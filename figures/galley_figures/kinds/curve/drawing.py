"""How curves are drawn, each thing in the place that the plan gives it.

The artists' gids are ``band``, ``band-edge``, ``curve``, ``sample``, ``end-label``,
``reference``, ``reference-label``, ``point``, ``point-label`` and ``key-sample``.
"""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from galley_figures.kinds.curve.annotations import DOT
from galley_figures.kinds.curve.lines import Dashes, LineInPx
from galley_figures.kinds.curve.plan import SAMPLE, Plan, plan_curves
from galley_figures.kinds.curve.spec import Curves
from galley_figures.kinds.plane.boxes import Point
from galley_figures.kinds.plane.frame import MARGIN
from galley_figures.kinds.plane.frame_drawing import draw_frame
from galley_figures.kinds.plane.notes import write_note
from galley_figures.kinds.plane.words import PlacedWords, draw_words
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, new_figure, page_area, rule
from galley_figures.style.marks import dots
from galley_figures.style.palette import ColourName, colour

_CURVE_WIDTH = 2.0
_ON_LINE = 9.0


def draw_curve(curves: Curves, layout: Layout, lang: Lang) -> Figure:
    """Draw bands, grid, curves and reference lines, then all words."""
    plan = plan_curves(curves, layout, lang)
    figure = new_figure(layout, height_px=plan.height)
    page = page_area(figure)
    _draw_bands(page, plan)
    draw_frame(page, plan.frame, words=[words.box for words in plan.words])
    for start, end in plan.references:
        rule(page, (start[0], end[0]), (start[1], end[1]), gid="reference")
    for line in plan.lines:
        _draw_line(page, line)
    if plan.points:
        dots(page, plan.points, diameter=DOT, colour_name="ink", gid="point")
    for words in plan.words:
        draw_words(page, words)
    _draw_key(page, plan)
    for note in plan.notes:
        write_note(page, note)
    return figure


def _draw_bands(page: Axes, plan: Plan) -> None:
    """Fill every band first and draw their edges after, so that each is seen where they overlap."""
    for line in plan.lines:
        for band in line.bands:
            x, y = zip(*band.lower, *reversed(band.upper), strict=True)
            page.fill(x, y, color=colour(line.tint), lw=0, gid="band", zorder=0.2, clip_on=False)
    for line in plan.lines:
        for band in line.bands:
            for edge in (band.lower, band.upper):
                x, y = zip(*edge, strict=True)
                rule(page, x, y, colour_name=line.colour_name, width=0.6, gid="band-edge")


def _draw_line(page: Axes, line: LineInPx) -> None:
    """Draw a curve's pieces as one line with gaps, and its samples as dots."""
    if line.pieces:
        _stroke(page, _with_gaps(line.pieces), line.colour_name, line.dashes, "curve")
    if line.dots:
        dots(page, line.dots, diameter=6, colour_name=line.colour_name, gid="sample")


def _with_gaps(pieces: tuple[tuple[Point, ...], ...]) -> list[Point]:
    gap = (math.nan, math.nan)
    return [point for piece in pieces for point in (*piece, gap)][:-1]


def _stroke(
    page: Axes, points: list[Point], colour_name: ColourName, dashes: Dashes, gid: str
) -> None:
    x, y = zip(*points, strict=True)
    line = Line2D(x, y, color=colour(colour_name), lw=_CURVE_WIDTH, gid=gid, clip_on=False)
    if dashes:
        line.set_linestyle((0, dashes))
    page.add_artist(line)


def _draw_key(page: Axes, plan: Plan) -> None:
    styles = {line.label: line for line in plan.lines}
    for words in plan.key:
        y = words.box.top + _ON_LINE - 1
        _draw_sample(page, words, styles.get(words.label.text.replace("\n", " ")), y)
        draw_words(page, words)


def _draw_sample(page: Axes, words: PlacedWords, line: LineInPx | None, y: float) -> None:
    ends = [(float(MARGIN), y), (float(MARGIN + SAMPLE), y)]
    if line is None:
        x, heights = zip(*ends, strict=True)
        rule(page, x, heights, gid="key-sample")
    else:
        _stroke(page, ends, words.label.line_colour, line.dashes, "key-sample")
