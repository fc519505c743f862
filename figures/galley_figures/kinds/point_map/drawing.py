"""How a map of points is drawn, each thing in the place that the plan gives it.

The artists' gids are ``zone``, ``zone-label``, ``point``, ``point-label``, ``point-label-detail``,
``leader``, ``key-mark``, ``key-label`` and ``note``.
"""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from galley_figures.kinds.meanings import COLOURS, TINTS
from galley_figures.kinds.plane.boxes import Point
from galley_figures.kinds.plane.frame import LINE, SMALL
from galley_figures.kinds.plane.frame_drawing import draw_frame
from galley_figures.kinds.plane.notes import write_note
from galley_figures.kinds.plane.words import draw_words
from galley_figures.kinds.point_map.plan import MARK, Plan, plan_point_map
from galley_figures.kinds.point_map.spec import PointMap, Shape
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, box, new_figure, page_area, write_lines
from galley_figures.style.marks import dots
from galley_figures.style.palette import ColourName, colour

# Corners as shares of the mark's size from its middle, y downwards; all shapes look equally big.
_CORNERS: Final[dict[Shape, tuple[Point, ...]]] = {
    "square": ((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
    "triangle": ((0, -0.58), (0.56, 0.42), (-0.56, 0.42)),
    "diamond": ((0, -0.62), (0.62, 0), (0, 0.62), (-0.62, 0)),
}


def draw_point_map(point_map: PointMap, layout: Layout, lang: Lang) -> Figure:
    """Draw zones, grid and axes, then points, their labels and what the shapes stand for."""
    plan = plan_point_map(point_map, layout, lang)
    figure = new_figure(layout, height_px=plan.height)
    page = page_area(figure)
    _draw_zones(page, point_map, plan)
    words = [one.box for one in plan.words]
    draw_frame(page, plan.frame, words=words, has_standing_lines=True)
    for one in plan.words:
        draw_words(page, one)
    for point, place in zip(point_map.points, plan.places, strict=True):
        _draw_mark(page, place, point.shape, COLOURS[point.meaning], "point")
    _draw_key(page, plan)
    for note in plan.notes:
        write_note(page, note)
    return figure


def _draw_zones(page: Axes, point_map: PointMap, plan: Plan) -> None:
    for zone, area in zip(point_map.zones, plan.zones, strict=True):
        box(
            page,
            area.left,
            area.top,
            area.width,
            area.height,
            fill=TINTS[zone.meaning],
            gid="zone",
            zorder=0.2,
        )


def _draw_mark(page: Axes, place: Point, shape: Shape, colour_name: ColourName, gid: str) -> None:
    if shape == "circle":
        dots(page, [place], diameter=MARK, colour_name=colour_name, gid=gid)
        return
    corners = [(place[0] + x * MARK, place[1] + y * MARK) for x, y in _CORNERS[shape]]
    page.add_patch(
        Polygon(corners, facecolor=colour(colour_name), edgecolor="none", gid=gid, clip_on=False)
    )


def _draw_key(page: Axes, plan: Plan) -> None:
    for item in plan.key:
        _draw_mark(page, (item.left + MARK / 2, item.y - 4), item.shape, "ink-muted", "key-mark")
        write_lines(
            page,
            item.left + 16,
            item.y,
            item.text,
            line_px=LINE,
            size_px=SMALL,
            colour_name="ink-soft",
            gid="key-label",
        )
