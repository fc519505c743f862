"""When each trial began its training, how much it was in words, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.locale.dose_timing_map import Dose, Result, TrialKey
from galley_figures.locale.plasticity_window import PhaseKey

PHASE_ENDS_DAYS: Final[dict[PhaseKey, int]] = {
    "hyperacute": 1,
    "acute": 7,
    "early-subacute": 91,
    "late-subacute": 183,
    "chronic": 730,
}
"""Consensus phases (bernhardt2017); the last one is open, and the axis ends at 24 months."""

DOSES: Final[tuple[Dose, ...]] = ("intensive", "extra-to-intensive", "extra", "usual")
"""From the most to the least; words without a scale."""


@dataclass(frozen=True)
class Trial:
    """A group that began its training at one time, with one dose.

    Attributes
    ----------
    end_days
        Where the window of its start ends: the start itself for the median of a cohort; None where
        people could begin any time later.
    """

    key: TrialKey
    people: int
    start_days: int
    end_days: int | None
    dose: Dose
    result: Result
    source: str


TRIALS: Final = (
    Trial("avert", 2104, 0, 1, "intensive", "worse", "avert2015"),
    Trial("cpass-early", 16, 0, 30, "extra", "better", "dromerick2021"),
    Trial("cpass-middle", 17, 60, 90, "extra", "better", "dromerick2021"),
    Trial("cpass-late", 20, 183, 274, "extra", "unclear", "dromerick2021"),
    Trial("excite", 222, 91, 274, "intensive", "better", "wolf2006"),
    Trial("lang", 85, 183, None, "extra-to-intensive", "unclear", "lang2016"),
    Trial("queen-square", 224, 548, 548, "intensive", "uncompared", "ward2019"),
)
"""Every point of the map; all of it was read in the sources or their published abstracts."""
