"""Recovery of the arm after a stroke: the five groups of van der Vliet and colleagues.

The Fugl-Meyer score of the upper limb (0 to 66) rises as
``initial + share * (66 - initial) * (1 - exp(-week / tau))``: each group regains its share of
what is missing, fast or slowly. The groups come from a model fitted to 412 people after a first
ischaemic stroke under usual care. They describe groups and are no forecast for one person: the
sizes of the groups and their initial scores are not given here, so the caller sets the latter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from galley_figures.models.inputs import FloatArray, check_between, check_positive, not_negative

HIGHEST_SCORE: Final = 66.0
"""Highest Fugl-Meyer score of the upper limb (checked: pages that describe the scale)."""

Cluster = Literal["poor", "moderate", "good"]


@dataclass(frozen=True)
class RecoveryGroup:
    """One group: what share of the missing points it regains, and how fast.

    Attributes
    ----------
    number
        1 to 5, as in the paper.
    regained_share
        Share of the missing points that is regained in the end (r in the paper).
    tau_weeks
        Weeks until 63 % of that is regained.
    cluster
        The wider cluster to which the paper counts the group.
    """

    number: int
    regained_share: float
    tau_weeks: float
    cluster: Cluster


RECOVERY_GROUPS: Final = (
    RecoveryGroup(1, 0.09, 5.3, "poor"),
    RecoveryGroup(2, 0.46, 10.1, "moderate"),
    RecoveryGroup(3, 0.86, 9.8, "moderate"),
    RecoveryGroup(4, 0.89, 2.7, "good"),
    RecoveryGroup(5, 0.93, 1.2, "good"),
)
"""Shares, time constants and clusters (checked: abstract of vandervliet2020 at repub.eur.nl).

The abstract speaks of an exponential function, a proportional coefficient and a time constant in
weeks; that the missing points are counted from the initial score to 66 is not checked.
"""


def fugl_meyer_score(
    week: FloatArray, *, initial_score: float, regained_share: float, tau_weeks: float
) -> FloatArray:
    """Fugl-Meyer score of the upper limb some weeks after the initial one.

    Parameters
    ----------
    week : array, any shape, weeks
        Time since the initial score; finite and not negative.
    initial_score : float, points
        Score at week 0, from 0 to 66.
    regained_share : float, dimensionless
        Share of the missing points regained in the end, from 0 to 1.
    tau_weeks : float, weeks
        Time constant of recovery; positive.

    Returns
    -------
    array, shape of `week`, points, from `initial_score` to 66

    Raises
    ------
    ValueError
        If a week is negative, or another argument outside its range.

    References
    ----------
    vandervliet2020 (key in references.bib).
    """
    check_between("initial_score", initial_score, 0, HIGHEST_SCORE)
    check_between("regained_share", regained_share, 0, 1)
    missing = HIGHEST_SCORE - initial_score
    reached = share_of_recovery(week, tau_weeks=tau_weeks)
    return np.asarray(initial_score + regained_share * missing * reached, dtype=np.float64)


def share_of_recovery(week: FloatArray, *, tau_weeks: float) -> FloatArray:
    """Share of a group's own final recovery that is reached by a week.

    Parameters
    ----------
    week : array, any shape, weeks
        Time since the initial score; finite and not negative.
    tau_weeks : float, weeks
        Time constant of recovery; positive.

    Returns
    -------
    array, shape of `week`, dimensionless, from 0 up to 1

    Raises
    ------
    ValueError
        If a week is negative or not finite, or the time constant is not positive.

    References
    ----------
    vandervliet2020 (key in references.bib).
    """
    weeks = not_negative("week", week)
    check_positive("tau_weeks", tau_weeks)
    return np.asarray(-np.expm1(-weeks / tau_weeks), dtype=np.float64)


def weeks_to_share(share: float = 0.9, *, tau_weeks: float) -> float:
    """Week by which a share of the final recovery is reached; nine tenths take ``tau ln 10``.

    Parameters
    ----------
    share : float, dimensionless
        From 0 to below 1: the whole is never reached.
    tau_weeks : float, weeks
        Time constant of recovery; positive.

    Returns
    -------
    float, weeks

    Raises
    ------
    ValueError
        If the share is outside its range or the time constant is not positive.

    References
    ----------
    vandervliet2020 (key in references.bib), solved for the time.
    """
    if not 0 <= share < 1:
        raise ValueError(f"share must be a number from 0 to below 1, not {share!r}")
    check_positive("tau_weeks", tau_weeks)
    return float(-np.log1p(-share) * tau_weeks)
