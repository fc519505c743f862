"""The published days of the plasticity window, and the printed axis that they lie on."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from galley_figures.locale.plasticity_window import PhaseKey, WindowKey
from galley_figures.parameters import Range
from galley_figures.style.segmented import SegmentedScale

PHASE_LIMITS_DAYS: Final[dict[PhaseKey, tuple[int, int]]] = {
    "hyperacute": (0, 1),
    "acute": (1, 7),
    "early-subacute": (7, 91),
    "late-subacute": (91, 183),
    "chronic": (183, 365),
}
"""Consensus phases (bernhardt2017): 24 h, 7 days, 3 and 6 months; the axis ends at 12 months."""

WINDOWS_DAYS: Final[dict[WindowKey, tuple[int, int]]] = {
    "early": (0, 30),
    "middle": (60, 90),
    "late": (183, 274),
}
"""When the groups of CPASS began (dromerick2021; 6 months or later, planned as months 6 to 9)."""

WARNING_DAYS: Final = (0, 1)
"""AVERT: frequent, higher-dose mobilisation begun within 24 h (avert2015)."""

# The first day and week need room for their labels, so a day there is longer than a month later.
SCALE: Final = SegmentedScale(
    limits=(0, *(end for _start, end in PHASE_LIMITS_DAYS.values())),
    shares=(13, 13, 34, 14, 26),
)
"""From days to a share of the axis."""

StartDay: TypeAlias = Annotated[
    int,
    Range(
        0,
        365,
        label={"en": "Training starts after", "id": "Latihan mulai setelah"},
        unit={"en": "days", "id": "hari"},
        unit_of_one={"en": "day"},
    ),
]
"""A day since the stroke on which training might start."""


def phases_on(day: int) -> tuple[PhaseKey, ...]:
    """Return the phase of a day; where one ends and the next begins, both."""
    return tuple(key for key, (start, end) in PHASE_LIMITS_DAYS.items() if start <= day <= end)


def windows_on(day: int) -> tuple[WindowKey, ...]:
    """Return the trial windows that a day lies in, ends included."""
    return tuple(key for key, (start, end) in WINDOWS_DAYS.items() if start <= day <= end)


def is_warned_of(day: int) -> bool:
    """Tell whether a day lies in the hours for which AVERT warns of a high dose."""
    return WARNING_DAYS[0] <= day <= WARNING_DAYS[1]
