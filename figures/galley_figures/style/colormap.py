"""A map's colours as areas that follow the theme: contours filled with entries of the palette.

A raster keeps its pixels in a dark page. Filled contours are vectors, so each level is a colour of
the palette with its light and dark value. Levels rise evenly in lightness, in grey too; where two
of them meet, a thin line of `paper` parts them.

    edges = level_edges(0, 4)
    draw_levels(axes, x, y, ratio, edges=edges)
    for low, high, name in legend_of(edges): ...
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes

from galley_figures.style.palette import ColourName, colour

FloatArray: TypeAlias = npt.NDArray[np.float64]

HEAT: Final[tuple[ColourName, ...]] = (
    "heat-1",
    "heat-2",
    "heat-3",
    "heat-4",
    "heat-5",
    "heat-6",
    "heat-7",
)
"""From the lowest level to the highest."""

_PARTING_PX: Final = 0.75


def level_edges(low: float, high: float) -> tuple[float, ...]:
    """Return the values between which the levels lie, evenly spaced; one more than levels.

    >>> level_edges(0, 7)
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0)

    Raises
    ------
    ValueError
        If the range does not rise.
    """
    if not low < high:
        raise ValueError(f"a map's range must rise, not go from {low:g} to {high:g}")
    return tuple(float(edge) for edge in np.linspace(low, high, len(HEAT) + 1))


def level_names(count: int) -> tuple[ColourName, ...]:
    """Return the colours of so many levels, the lowest first, spread over `HEAT`.

    >>> level_names(3)
    ('heat-1', 'heat-4', 'heat-7')

    Raises
    ------
    ValueError
        If there are not 2 to 7.
    """
    if not 2 <= count <= len(HEAT):  # noqa: PLR2004 - one level would say nothing
        raise ValueError(f"a map has 2 to {len(HEAT)} levels, not {count}")
    return tuple(HEAT[round((len(HEAT) - 1) * number / (count - 1))] for number in range(count))


def legend_of(edges: tuple[float, ...]) -> tuple[tuple[float, float, ColourName], ...]:
    """Return each level as (low, high, colour), so that a key can be drawn from what was drawn."""
    spans = list(pairwise(edges))
    names = level_names(len(spans))
    return tuple((low, high, name) for (low, high), name in zip(spans, names, strict=True))


def draw_levels(
    axes: Axes,
    x: FloatArray,
    y: FloatArray,
    values: FloatArray,
    *,
    edges: tuple[float, ...],
    gid: str | None = "levels",
) -> None:
    """Draw values over a grid as filled levels parted by thin lines; no value is lost at the ends.

    Parameters
    ----------
    x, y
        The grid's places, one- or two-dimensional, as matplotlib's ``contourf`` takes them.
    values
        Shape (rows, columns); ``nan`` where there is nothing to draw, as outside a head.
    edges
        From `level_edges`, or an author's own 3 to 8 rising values. Values beyond them are drawn
        as the lowest and the highest level.
    """
    inside = np.clip(values, edges[0], edges[-1])
    # An area includes its upper edge only when that lies a little above the values.
    top = edges[-1] + (edges[-1] - edges[0]) * 1e-6
    # Each area lies on the one below, so that every border is drawn once.
    for low, _high, name in legend_of(edges):
        area = axes.contourf(x, y, inside, levels=(low, top), colors=[colour(name)])
        area.set_edgecolor(colour("paper"))
        area.set_linewidth(_PARTING_PX)
        area.set_gid(gid)
