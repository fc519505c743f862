"""The areas of a scalp map in which a ratio is above each step, as few smooth outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias, cast

import numpy as np
import numpy.typing as npt
from contourpy import FillType, contour_generator

from galley_figures.kinds.plane.simplify import simplified
from galley_figures.models.inputs import FloatArray
from galley_figures.style.colormap import level_names
from galley_figures.style.palette import ColourName

_Filled: TypeAlias = tuple[list[FloatArray], list[npt.NDArray[np.uint32]]]
"""The points of each polygon and where its outlines begin and end among them."""

Outline: TypeAlias = tuple[tuple[float, float], ...]

EDGES: Final = (2, 4, 8, 16, 32)
"""The ratios between the colours: each is twice the one before, an equal step of the logarithm."""

_GRID: Final = 81
_TOLERANCE: Final = 0.0006
"""In radii of the head: a tenth of a px in the larger drawing."""


@dataclass(frozen=True)
class Area:
    """Where the ratio is at least `low`; each area lies on the one before.

    Attributes
    ----------
    low
        None for the lowest, which fills the head.
    outlines
        Closed, in radii of the head; one within another is a hole.
    """

    low: int | None
    colour_name: ColourName
    outlines: tuple[Outline, ...]


def areas_of(ratio: FloatArray, positions: FloatArray) -> tuple[Area, ...]:
    """Return the areas of a map through the logarithms of a ratio, the lowest first."""
    # scipy is slow to load, and no other figure needs it.
    from galley_figures.models.scalp_map import interpolate_log10_ratio

    lowest, *names = level_names(len(EDGES) + 1)
    x, y = _grid_of_a_disc()
    points = np.column_stack([x.ravel(), y.ravel()])
    surface = interpolate_log10_ratio(ratio, positions=positions, points=points).reshape(x.shape)
    lines = contour_generator(x, y, surface, fill_type=FillType.OuterOffset)
    head = Area(None, lowest, ())
    return head, *(
        Area(low, name, _outlines(cast("_Filled", lines.filled(np.log10(low), np.inf))))
        for low, name in zip(EDGES, names, strict=True)
    )


def _grid_of_a_disc() -> tuple[FloatArray, FloatArray]:
    """Return a square grid bent so that its border is the rim of the head.

    On a plain square grid the rim would be a staircase, on a polar one there would be a seam.
    """
    across, along = np.meshgrid(np.linspace(-1, 1, _GRID), np.linspace(-1, 1, _GRID))
    x = across * np.sqrt(1 - along**2 / 2)
    y = along * np.sqrt(1 - across**2 / 2)
    return np.asarray(x), np.asarray(y)


def _outlines(filled: _Filled) -> tuple[Outline, ...]:
    """Return the closed lines that contourpy has filled, without points that no eye misses."""
    rings = [
        points[start:end].tolist()
        for points, offsets in zip(*filled, strict=True)
        for start, end in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
    ]
    return tuple(simplified([(x, y) for x, y in ring], tolerance_px=_TOLERANCE) for ring in rings)
