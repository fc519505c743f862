"""Why recovery looks proportional where it is not: a simulation of the artefact.

People get an initial and a final score that have nothing to do with each other; both are cut off
at the ends of the scale. The change is the final minus the initial score, so the initial score is
part of both variables, and they correlate strongly and negatively. Without ends of the scale and
with equal spread the correlation is exactly -1/sqrt(2), about -0.71; where the ceiling makes the
final scores less variable than the initial ones, it comes near -1 whatever the real relation.

All people here are random numbers. The means and spreads are choices of the demonstration: with the
defaults a study would find that people regain about 0.7 of what is missing, though nobody does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from galley_figures.models.inputs import (
    FloatArray,
    check_at_least,
    check_between,
    check_positive,
)


@dataclass(frozen=True, eq=False)
class SimulatedRecovery:
    """Simulated people and what a study of them would report.

    Attributes
    ----------
    initial_score, final_score
        One score per person, points; drawn independently of each other.
    change
        Final minus initial score, points.
    initial_final_correlation
        Near 0: knowing the initial score does not help to predict the final one.
    initial_change_correlation
        Strongly negative all the same: the artefact.
    apparent_share
        Slope through the origin of the change on the missing points (highest minus initial score):
        what a study would call the share that everyone regains.
    """

    initial_score: FloatArray
    final_score: FloatArray
    change: FloatArray
    initial_final_correlation: float
    initial_change_correlation: float
    apparent_share: float


def simulate_recovery(
    *,
    n_people: int,
    seed: int,
    initial_mean: float = 30.0,
    initial_sd: float = 18.0,
    final_mean: float = 55.0,
    final_sd: float = 14.0,
    lowest: float = 0.0,
    highest: float = 66.0,
) -> SimulatedRecovery:
    """Simulate people whose final score is independent of their initial score.

    Parameters
    ----------
    n_people : int
        At least 3, so that a correlation means something.
    seed : int
        Of the random numbers: the same seed gives the same people.
    initial_mean, initial_sd, final_mean, final_sd : float, points
        Of the normal distributions, before they are cut off; the spreads are positive.
    lowest, highest : float, points
        Ends of the scale; scores beyond are moved to the end. ``-inf`` is no floor; a ceiling is
        needed to count what is missing, so a far one stands for none.

    Returns
    -------
    SimulatedRecovery

    Raises
    ------
    ValueError
        If there are too few people, a spread is not positive, or the scale has no extent.

    References
    ----------
    hope2019, hawe2019 (keys in references.bib).
    """
    check_at_least("n_people", n_people, 3)
    check_positive("initial_sd", initial_sd)
    check_positive("final_sd", final_sd)
    if not lowest < highest:
        raise ValueError(f"lowest must be below highest, not {lowest!r} and {highest!r}")
    generator = np.random.default_rng(seed)
    initial = np.clip(generator.normal(initial_mean, initial_sd, n_people), lowest, highest)
    final = np.clip(generator.normal(final_mean, final_sd, n_people), lowest, highest)
    return _reported(initial, final, highest=highest)


def change_correlation(
    *, initial_sd: float, final_sd: float, initial_final_correlation: float = 0.0
) -> float:
    """Correlation of change with initial score that follows from spreads alone.

    Parameters
    ----------
    initial_sd, final_sd : float, points
        Spread of the initial and of the final scores, as they are on the scale; positive.
    initial_final_correlation : float, dimensionless
        From -1 to 1; 0 where nothing about the end follows from the start.

    Returns
    -------
    float, dimensionless, from -1 to 1
        ``-1 / sqrt(2)`` for equal spreads without correlation, and towards -1 the smaller the
        final spread.

    Raises
    ------
    ValueError
        If a spread is not positive, the correlation is outside its range, or nobody's change
        differs from another's.

    References
    ----------
    hope2019 (key in references.bib).
    """
    check_positive("initial_sd", initial_sd)
    check_positive("final_sd", final_sd)
    check_between("initial_final_correlation", initial_final_correlation, -1, 1)
    covariance = initial_final_correlation * final_sd - initial_sd
    # As a sum of squares, so that rounding never makes it negative.
    apart = final_sd * np.sqrt((1 - initial_final_correlation) * (1 + initial_final_correlation))
    change_sd = np.hypot(covariance, apart)
    if change_sd == 0:
        raise ValueError("all changes are equal, so they correlate with nothing")
    return float(covariance / change_sd)


def _reported(initial: FloatArray, final: FloatArray, *, highest: float) -> SimulatedRecovery:
    """Return the people with the numbers that a study would report of them."""
    change = final - initial
    missing = highest - initial
    return SimulatedRecovery(
        initial_score=initial,
        final_score=final,
        change=change,
        initial_final_correlation=float(np.corrcoef(initial, final)[0, 1]),
        initial_change_correlation=float(np.corrcoef(initial, change)[0, 1]),
        apparent_share=float(change @ missing / (missing @ missing)),
    )
