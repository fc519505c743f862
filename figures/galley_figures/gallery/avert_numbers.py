"""What the AVERT trial counted, as far as it was read, for the figures that draw it.

The trial compared very early, frequent, higher-dose activity out of bed with usual care. Its own
count of good outcomes in the early group, and the odds ratio made from it, are known from memory
only and so are not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.models.trial_statistics import Counts, Interval, percentage

Outcome: TypeAlias = Literal["good_outcome", "death"]
Arm: TypeAlias = Literal["early", "usual"]

EARLY_PEOPLE: Final = 1054
USUAL_PEOPLE: Final = 1050
FEWER_GOOD_OUTCOMES_OF_100: Final = 4


@dataclass(frozen=True)
class Share:
    """How many of 100 people in one group had an outcome.

    Attributes
    ----------
    counts
        The people who were counted; None where only the share is known.
    is_from_usual_care
        Whether it was calculated from usual care and the difference that was read.
    """

    arm: Arm
    outcome: Outcome
    of_100: float
    people: int
    source: str
    counts: Counts | None = None
    is_from_usual_care: bool = False


def _counted(arm: Arm, outcome: Outcome, counts: Counts, source: str) -> Share:
    return Share(arm, outcome, percentage(counts), counts.total, source, counts)


USUAL_GOOD: Final = _counted("usual", "good_outcome", Counts(525, USUAL_PEOPLE), "avert2015")
EARLY_GOOD: Final = Share(
    "early",
    "good_outcome",
    USUAL_GOOD.of_100 - FEWER_GOOD_OUTCOMES_OF_100,
    EARLY_PEOPLE,
    "avert2015",
    is_from_usual_care=True,
)
EARLY_DEATH: Final = _counted("early", "death", Counts(48, EARLY_PEOPLE), "bernhardt2021")
USUAL_DEATH: Final = _counted("usual", "death", Counts(32, USUAL_PEOPLE), "bernhardt2021")

SHARES: Final = (EARLY_GOOD, USUAL_GOOD, EARLY_DEATH, USUAL_DEATH)

DEATH_ODDS_RATIO: Final = Interval(1.76, 1.06, 2.92)
"""Of death within 14 days, early to usual, as the trial adjusted it (bernhardt2021)."""

USUAL_OUT_OF_BED: Final = Counts(623, USUAL_PEOPLE)
"""People with usual care who were out of bed within 24 hours: usual care was no bed rest."""


def shares(outcome: Outcome) -> tuple[Share, Share]:
    """Return an outcome in the early group and with usual care."""
    early, usual = (share for share in SHARES if share.outcome == outcome)
    return early, usual
