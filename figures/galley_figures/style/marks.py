"""Small marks drawn without ids: dots, crosses, polylines with round ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from galley_figures.style.palette import ColourName, colour

Point: TypeAlias = tuple[float, float]

# A stroke this short is only its round ends: a dot. Shorter ones are rounded away in the SVG.
_ALMOST_NOTHING = 0.02


def dots(
    page: Axes,
    points: Sequence[Point],
    *,
    diameter: float,
    colour_name: ColourName,
    gid: str | None = None,
) -> PathPatch:
    """Draw filled dots as one path, far smaller than a circle each."""
    strokes = [((x, y), (x + _ALMOST_NOTHING, y)) for x, y in points]
    return _strokes(page, strokes, diameter, colour_name, gid)


def crosses(
    page: Axes,
    points: Sequence[Point],
    *,
    size: float,
    colour_name: ColourName,
    width: float = 1.5,
    gid: str | None = None,
) -> PathPatch:
    """Draw ×-shaped crosses as one path."""
    half = size / 2
    strokes = [
        stroke
        for x, y in points
        for stroke in (
            ((x - half, y - half), (x + half, y + half)),
            ((x - half, y + half), (x + half, y - half)),
        )
    ]
    return _strokes(page, strokes, width, colour_name, gid)


def limb(
    page: Axes,
    points: Sequence[Point],
    *,
    colour_name: ColourName,
    width: float = 5,
    is_dashed: bool = False,
    gid: str | None = None,
) -> PathPatch:
    """Draw a line with round ends and joints through points; dashed where it is not in use."""
    patch = _strokes(page, [tuple(points)], width, colour_name, gid)
    if is_dashed:
        patch.set_linestyle((0, (0.02, 1.6)))
    return patch


def ring(
    page: Axes,
    centre: Point,
    radius: float,
    *,
    colour_name: ColourName,
    width: float = 1.5,
    gid: str | None = None,
) -> Circle:
    """Draw an empty circle."""
    patch = Circle(
        centre,
        radius,
        facecolor="none",
        edgecolor=colour(colour_name),
        lw=width,
        gid=gid,
        clip_on=False,
    )
    page.add_patch(patch)
    return patch


def _strokes(
    page: Axes,
    strokes: Sequence[Sequence[Point]],
    width: float,
    colour_name: ColourName,
    gid: str | None,
) -> PathPatch:
    vertices = [point for stroke in strokes for point in stroke]
    codes = [
        Path.MOVETO if number == 0 else Path.LINETO
        for stroke in strokes
        for number in range(len(stroke))
    ]
    patch = PathPatch(
        Path(vertices, codes),
        facecolor="none",
        edgecolor=colour(colour_name),
        lw=width,
        capstyle="round",
        joinstyle="round",
        gid=gid,
        clip_on=False,
        snap=False,  # on whole pixels a dot would have no length at all, and not be painted
    )
    page.add_patch(patch)
    return patch
