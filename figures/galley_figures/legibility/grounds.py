"""Which colour lies beneath a place of a drawing, in a theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from matplotlib.transforms import Bbox

from galley_figures.inspection.painting import FloatArray, Paint, Shape
from galley_figures.style.palette import PALETTE, Theme, name_of

_WIDE_STROKE_PX: Final = 4.0
"""A thinner line is crossed, not stood on."""

_SPACING_PX: Final = 3.0


def seen(value: str, theme: Theme) -> str:
    """Return a drawn colour as a theme shows it; one outside the palette stays as it is."""
    try:
        entry = PALETTE[name_of(value)]
    except ValueError:
        return value
    return entry.light if theme == "light" else entry.dark


def grounds(points: FloatArray, below: Sequence[Shape], theme: Theme) -> FloatArray:
    """Return the colour beneath each point, after everything below is painted in turn.

    Parameters
    ----------
    points : array, shape (n_points, 2), px
    below
        What was painted before, the lowest first.

    Returns
    -------
    array, shape (n_points, 3), sRGB 0 to 1
    """
    colours = np.tile(rgb(seen(PALETTE["paper"].light, theme)), (len(points), 1))
    if not len(points):
        return colours
    around = Bbox([points.min(axis=0), points.max(axis=0)])
    for shape in below:
        if not shape.extents.overlaps(around):
            continue
        near = _near(points, shape)
        for paint, area in ((shape.fill, _filled), (shape.stroke, _stroked)):
            if paint is not None:
                covered = np.zeros(len(points), dtype=bool)
                covered[near] = area(points[near], shape)
                colours[covered] = over(colours[covered], paint, theme)
    return colours


def over(ground: FloatArray, paint: Paint, theme: Theme) -> FloatArray:
    """Return what is seen when a paint, perhaps translucent, lies over colours."""
    return np.asarray((1 - paint.alpha) * ground + paint.alpha * rgb(seen(paint.colour, theme)))


def rgb(value: str) -> FloatArray:
    """Return ``#rrggbb`` as three numbers, 0 to 1."""
    return np.array([int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def hex_of(colour: FloatArray) -> str:
    """Return three numbers, 0 to 1, as ``#rrggbb``."""
    return "#" + "".join(f"{round(float(channel) * 255):02x}" for channel in colour)


def places_of_fill(shape: Shape) -> FloatArray:
    """Return places inside a filled shape, evenly spread."""
    box = shape.path.get_extents()
    x, y = (np.linspace(low, high, 13)[1:-1] for low, high in (box.intervalx, box.intervaly))
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    inside = grid[_filled(grid, shape)]
    return inside if len(inside) else places_of_stroke(shape)


def places_of_stroke(shape: Shape) -> FloatArray:
    """Return places along a shape's lines, evenly spread, inside its clip."""
    lines = [_spread(line) for line in shape.polylines]
    places = np.vstack(lines) if lines else np.empty((0, 2))
    return places[_in_clip(places, shape)]


def _spread(line: FloatArray) -> FloatArray:
    lengths = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    stops = np.linspace(0, along[-1], 2 + int(along[-1] / _SPACING_PX))
    return np.column_stack([np.interp(stops, along, line[:, axis]) for axis in (0, 1)])


def _near(points: FloatArray, shape: Shape) -> npt.NDArray[np.bool_]:
    box = shape.extents
    return np.asarray(np.all((points >= box.min) & (points <= box.max), axis=1))


def _filled(points: FloatArray, shape: Shape) -> npt.NDArray[np.bool_]:
    return np.asarray(shape.path.contains_points(points)) & _in_clip(points, shape)


def _stroked(points: FloatArray, shape: Shape) -> npt.NDArray[np.bool_]:
    if shape.width_px < _WIDE_STROKE_PX:
        return np.zeros(len(points), dtype=bool)
    nearest = np.full(len(points), np.inf)
    for line in shape.polylines:
        nearest = np.minimum(nearest, distance_to_line(points, line))
    return (nearest <= shape.width_px / 2) & _in_clip(points, shape)


def _in_clip(points: FloatArray, shape: Shape) -> npt.NDArray[np.bool_]:
    inside = np.ones(len(points), dtype=bool)
    if shape.clip is not None:
        inside &= np.all((points >= shape.clip.min) & (points <= shape.clip.max), axis=1)
    if shape.clip_path is not None:
        inside &= shape.clip_path.contains_points(points)
    return inside


def distance_to_line(points: FloatArray, line: FloatArray) -> FloatArray:
    """Return each point's distance to the nearest place of a line through points."""
    if len(line) == 1:
        return np.asarray(np.hypot(*(points - line[0]).T))
    start, along = line[:-1], np.diff(line, axis=0)
    squared = np.maximum((along**2).sum(axis=1), 1e-12)
    offset = points[:, np.newaxis] - start
    share = np.clip((offset * along).sum(axis=2) / squared, 0, 1)
    gap = offset - share[..., np.newaxis] * along
    return np.asarray(np.hypot(gap[..., 0], gap[..., 1]).min(axis=1))
