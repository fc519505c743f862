"""The four groups of the CPASS trial: when extra training began, with whom, and what came of it.

Group sizes, hours and first scores were read in the paper's table, and which gains were clear in
its abstract (dromerick2021). The sizes of the gains are known from memory only. Set `is_checked`
of all three to True once someone has read them in the paper, and the figure draws them with their
intervals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

GroupKey: TypeAlias = Literal["acute", "subacute", "chronic", "control"]
Finding: TypeAlias = Literal["largest", "smaller", "unclear", "comparison"]

MOST_POINTS: Final = 57
"""The best score of the Action Research Arm Test, ARAT."""
MEASURED_AGAIN_MONTH: Final = 12


@dataclass(frozen=True)
class Gain:
    """Points gained more than the control group, one year after the stroke."""

    points: float
    standard_error: float
    is_checked: bool


@dataclass(frozen=True)
class Group:
    """One group of the trial.

    Attributes
    ----------
    months
        When its extra training began, after the stroke; None without extra training.
    hours, hours_sd
        Extra training received.
    score, score_sd
        ARAT before training, of `MOST_POINTS`.
    finding
        What its gain was, compared with the control group.
    """

    key: GroupKey
    people: int
    months: tuple[float, float] | None
    hours: float | None
    hours_sd: float | None
    score: float
    score_sd: float
    finding: Finding
    gain: Gain | None


GROUPS: Final = (
    Group(
        "acute", 16, (0, 1), 18.8, 2.9, 16.8, 16.2, "smaller", Gain(5.25, 2.59, is_checked=False)
    ),
    Group(
        "subacute", 17, (2, 3), 20, 0.3, 13.4, 11.4, "largest", Gain(6.87, 2.63, is_checked=False)
    ),
    Group(
        "chronic", 20, (6, 9), 20.2, 0.7, 20.3, 15.7, "unclear", Gain(2.41, 2.25, is_checked=False)
    ),
    Group("control", 19, None, None, None, 12.3, 10.5, "comparison", None),
)
"""By the time at which extra training began."""


def are_checked(groups: tuple[Group, ...]) -> bool:
    """Return whether every gain was read in the paper, so that all may be drawn."""
    return all(group.gain.is_checked for group in groups if group.gain)
