"""A map of a ratio over the head, from its values at the electrodes.

What is interpolated is the decimal logarithm of the ratio, never the ratio itself. A ratio is
positive and skewed: around one high electrode a smooth surface through raw ratios swings below 0,
which no ratio can be, and ten times less is drawn smaller than ten times more. On the log scale
both are equal steps, and whatever the surface does, its antilogarithm is a possible ratio.

Between electrodes a map is a guess, and beyond the outer ring (0.8 of the radius) it is one without
support. Nothing finer than the distance between electrodes can be read from it; so draw them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import RBFInterpolator

from galley_figures.models.inputs import FloatArray, check_at_least, finite, positive


@dataclass(frozen=True, eq=False)
class ScalpMap:
    """A ratio over the disc of the head, on a square grid.

    Attributes
    ----------
    x, y
        Shape (n,), in radii of the disc, from -1 to 1; to the right ear and to the nose.
    log10_ratio
        Shape (n, n), rows along y; not a number outside the head.
    """

    x: FloatArray
    y: FloatArray
    log10_ratio: FloatArray


def interpolate_log10_ratio(
    ratio: FloatArray, *, positions: FloatArray, points: FloatArray
) -> FloatArray:
    """Smooth surface through the logarithms of a ratio (thin-plate spline).

    Parameters
    ----------
    ratio : array, shape (n_electrodes,), dimensionless
        Value at each electrode; positive.
    positions : array, shape (n_electrodes, 2), in radii of the disc
        Where the electrodes are; at least three, not all on one line.
    points : array, shape (n_points, 2), in radii of the disc
        Where the surface is asked for.

    Returns
    -------
    array, shape (n_points,), decimal logarithm of the ratio
        At an electrode its own value.

    Raises
    ------
    ValueError
        If a ratio is not positive, or there is not one for each of at least three positions.
    """
    values = np.log10(positive("ratio", ratio))
    where = finite("positions", positions)
    check_at_least("the number of electrodes", len(where), 3)
    if values.shape != where.shape[:1]:
        raise ValueError(f"ratio must have one value for each of {len(where)} positions")
    surface = RBFInterpolator(where, values, kernel="thin_plate_spline")
    return np.asarray(surface(finite("points", points)), dtype=np.float64)


def scalp_map(ratio: FloatArray, *, positions: FloatArray, n: int = 81) -> ScalpMap:
    """Map of a ratio over the head, empty outside it.

    Parameters
    ----------
    ratio : array, shape (n_electrodes,), dimensionless
        Value at each electrode; positive.
    positions : array, shape (n_electrodes, 2), in radii of the disc
        Where the electrodes are; at least three, not all on one line.
    n : int
        Points along each side of the grid; at least 2.

    Returns
    -------
    ScalpMap

    Raises
    ------
    ValueError
        As `interpolate_log10_ratio`, or if the grid is too small.
    """
    check_at_least("n", n, 2)
    axis = np.linspace(-1, 1, n)
    x, y = np.meshgrid(axis, axis)
    is_head = np.hypot(x, y) <= 1
    values = np.full((n, n), np.nan)
    points = np.column_stack([x[is_head], y[is_head]])
    values[is_head] = interpolate_log10_ratio(ratio, positions=positions, points=points)
    return ScalpMap(axis, axis.copy(), values)
