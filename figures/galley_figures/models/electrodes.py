"""The 19 scalp electrodes of the 10-20 system, as directions on a sphere and as points on a disc.

The 10-20 system divides the arcs over the head into steps of 10 % and 20 % (checked: pages that
describe it). On a sphere, with 180 degrees for the arcs from nasion to inion and from ear to ear, a
step of 20 % is 36 degrees. So the outer ring lies 72 degrees from the vertex, and its electrodes
36 degrees from each other; the midline and the central row lie at multiples of 36 degrees; F3, F4,
P3 and P4 lie half-way along the arcs from the ring to the midline.

The disc is the azimuthal equidistant projection: the distance from the centre is the angle from the
vertex, 90 degrees at the rim; x points to the right ear, y to the nose. Real heads are no spheres.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from galley_figures.models.inputs import FloatArray, finite

ELECTRODES: Final = (
    *("Fp1", "Fp2"),
    *("F7", "F3", "Fz", "F4", "F8"),
    *("T7", "C3", "Cz", "C4", "T8"),
    *("P7", "P3", "Pz", "P4", "P8"),
    *("O1", "O2"),
)
"""Names, from the nose backwards and from left to right. Every array here has this order."""

OLDER_NAMES: Final = {"T3": "T7", "T4": "T8", "T5": "P7", "T6": "P8"}
"""Names of an older convention for four of them."""

LEFT_RIGHT_PAIRS: Final = (
    ("Fp1", "Fp2"),
    ("F7", "F8"),
    ("F3", "F4"),
    ("T7", "T8"),
    ("C3", "C4"),
    ("P7", "P8"),
    ("P3", "P4"),
    ("O1", "O2"),
)
"""Electrodes that mirror each other; the midline has no partner."""

STEP_DEG: Final = 36.0
"""A step of 20 % of an arc of 180 degrees."""

_LEFT_RING: Final = {"Fp1": 0.5, "F7": 1.5, "T7": 2.5, "P7": 3.5, "O1": 4.5}
"""Steps from the nose round the left side to the electrodes of the outer ring."""


def electrode_directions() -> FloatArray:
    """Directions from the centre of the head to the electrodes, as unit vectors.

    Returns
    -------
    array, shape (19, 3), dimensionless, in the order of `ELECTRODES`
        Columns to the right ear, to the nose, and up.
    """
    left = {name: _direction(2, -steps) for name, steps in _LEFT_RING.items()}
    left["C3"] = _direction(1, -2.5)
    midline = {"Fz": _direction(1, 0), "Cz": _direction(0, 0), "Pz": _direction(-1, 0)}
    left["F3"] = _half_way(left["F7"], midline["Fz"])
    left["P3"] = _half_way(left["P7"], midline["Pz"])
    mirror = np.array([-1.0, 1.0, 1.0])
    right = {right: left[name] * mirror for name, right in LEFT_RIGHT_PAIRS}
    directions = left | midline | right
    return np.array([directions[name] for name in ELECTRODES])


def electrode_positions() -> FloatArray:
    """Points of the electrodes on the disc of the head.

    Returns
    -------
    array, shape (19, 2), in units of the disc's radius, in the order of `ELECTRODES`
        x to the right ear and y to the nose; all within 0.8 of the centre.
    """
    return project_to_disc(electrode_directions())


def project_to_disc(directions: FloatArray) -> FloatArray:
    """Azimuthal equidistant projection of directions from the head's centre.

    Parameters
    ----------
    directions : array, shape (n, 3)
        To the right ear, to the nose, and up; of any length but 0, and not straight down, where
        the projection has no point.

    Returns
    -------
    array, shape (n, 2), in units of the disc's radius
        90 degrees from the vertex lie at distance 1.

    Raises
    ------
    ValueError
        If a direction is not finite, has no length, or points straight down.
    """
    x, y, up = finite("directions", directions).T
    level = np.hypot(x, y)
    if ((level == 0) & (up <= 0)).any():
        raise ValueError("directions must have a length and not point straight down")
    radius = np.arctan2(level, up) / (np.pi / 2)
    scale = np.divide(radius, level, out=np.zeros_like(level), where=level > 0)
    return np.column_stack([x * scale, y * scale])


def electrode_indices(names: tuple[str, ...]) -> npt.NDArray[np.intp]:
    """Rows of named electrodes in the arrays of this module; older names are understood.

    Parameters
    ----------
    names : tuple of str

    Returns
    -------
    array of int, shape (n_names,)

    Raises
    ------
    ValueError
        If a name is not one of the 19, with the list of those that are.
    """
    current = [OLDER_NAMES.get(name, name) for name in names]
    for given, name in zip(names, current, strict=True):
        if name not in ELECTRODES:
            raise ValueError(
                f"{given!r} is no electrode of the 10-20 system: use {', '.join(ELECTRODES)}"
            )
    return np.array([ELECTRODES.index(name) for name in current], dtype=np.intp)


def _direction(steps_from_vertex: float, steps_round: float) -> FloatArray:
    """Return the unit vector at an angle from the vertex and one from the nose to the right."""
    polar, azimuth = np.radians([steps_from_vertex * STEP_DEG, steps_round * STEP_DEG])
    level = np.sin(polar)
    return np.array([level * np.sin(azimuth), level * np.cos(azimuth), np.cos(polar)])


def _half_way(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return the middle of the arc between two unit vectors."""
    middle = first + second
    return np.asarray(middle / np.linalg.norm(middle), dtype=np.float64)
