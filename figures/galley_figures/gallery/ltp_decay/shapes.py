"""Shapes of strengthening and weakening on an axis of words; nothing here was measured.

Places count in words: the hour is at 1, the day at 2, the week at 3, the month at 4, the year at 5,
and the stimulation at 0. A height of 1 is a strengthened synapse, 0 is the strength before. The
published ranges in words decide between which two words a shape falls; its height and how steeply
it falls were chosen. Time constants are known from memory only and take no part.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from galley_figures.kinds.curve import Sample
from galley_figures.models.inputs import FloatArray

HOUR: Final = 1.0
DAY: Final = 2.0
WEEK: Final = 3.0
MONTH: Final = 4.0
YEAR: Final = 5.0

START: Final = -0.45
END: Final = YEAR + 0.2
STIMULATED: Final = 0.0
_JUMP: Final = 0.04

_FADING_HEIGHT: Final = 0.74
_WEAKENED: Final = -0.55
_WEAKENED_UNTIL: Final = HOUR + 0.35
"""The sources that were read give no duration for weakening, so its line ends early."""

_HOURS_GONE: Final = (HOUR + DAY) / 2
_WEEKS_GONE: Final = WEEK + 0.12
_STEEP: Final = 0.07
_LESS_STEEP: Final = 0.2

_DIGITS: Final = 4
"""Finer than a pixel, and the same on every processor."""

_DAYS: Final = (1 / 24, 1.0, 7.0, 30.4, 365.0)
_PLACES: Final = (HOUR, DAY, WEEK, MONTH, YEAR)


def place_of_day(day: float) -> float:
    """Return where a day lies between the words.

    >>> place_of_day(7)
    3.0
    """
    return float(np.interp(np.log(day), np.log(_DAYS), _PLACES))


def stable() -> tuple[Sample, ...]:
    """Return the shape of strengthening that stays for a year, with the strength before."""
    return (Sample(START, 0.0), Sample(STIMULATED, 0.0), Sample(_JUMP, 1.0), Sample(END, 1.0))


def fading() -> tuple[Sample, ...]:
    """Return the shape of strengthening that fades, between fading in hours and in weeks."""
    places = np.linspace(_JUMP, END, 105)
    fast = _FADING_HEIGHT * _left(places, gone=_HOURS_GONE, width=_STEEP)
    slow = _FADING_HEIGHT * _left(places, gone=_WEEKS_GONE, width=_STEEP)
    middle = _FADING_HEIGHT * _left(places, gone=(_HOURS_GONE + _WEEKS_GONE) / 2, width=_LESS_STEEP)
    lines = (places, np.clip(middle, fast, slow), fast, slow)
    rounded = (np.round(line, _DIGITS).tolist() for line in lines)
    samples = (Sample(*values) for values in zip(*rounded, strict=True))
    return (Sample(STIMULATED, 0.0), *samples)


def weakened() -> tuple[Sample, ...]:
    """Return the shape of weakening; how it goes on is left open."""
    after = (Sample(_JUMP, _WEAKENED), Sample(_WEAKENED_UNTIL, _WEAKENED))
    return (Sample(STIMULATED, 0.0), *after)


def _left(places: FloatArray, *, gone: float, width: float) -> FloatArray:
    """Return what is left at each place: half of it where it is going."""
    return np.asarray(1 / (1 + np.exp((places - gone) / width)), dtype=np.float64)
