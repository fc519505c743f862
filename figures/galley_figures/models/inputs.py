"""What the models refuse, each with the same words wherever it is refused."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def check_positive(name: str, value: float) -> None:
    """Refuse what is not a finite number above 0."""
    if not (np.isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a positive number, not {value!r}")


def check_between(name: str, value: float, low: float, high: float) -> None:
    """Refuse what is not a number from `low` to `high`, both allowed."""
    if not low <= value <= high:
        raise ValueError(f"{name} must be a number from {low:g} to {high:g}, not {value!r}")


def check_at_least(name: str, value: int, least: int) -> None:
    """Refuse a count below `least`."""
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value!r}")


def finite(name: str, values: npt.ArrayLike) -> FloatArray:
    """Return `values` as an array of floats; refuse what is not finite."""
    array = np.asarray(values, dtype=np.float64)
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite numbers")
    return array


def positive(name: str, values: npt.ArrayLike) -> FloatArray:
    """Return `values` as an array of floats; refuse what is not finite and above 0."""
    array = np.asarray(values, dtype=np.float64)
    if not (np.isfinite(array) & (array > 0)).all():
        raise ValueError(f"{name} must be positive numbers")
    return array


def not_negative(name: str, values: npt.ArrayLike) -> FloatArray:
    """Return `values` as an array of floats; refuse what is not finite or below 0."""
    array = np.asarray(values, dtype=np.float64)
    if not (np.isfinite(array) & (array >= 0)).all():
        raise ValueError(f"{name} must be finite numbers, none below 0")
    return array
