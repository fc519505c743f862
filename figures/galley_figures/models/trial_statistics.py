"""The arithmetic between what a trial prints and what a figure draws.

Intervals from an estimate and its standard error, and the way back from a p-value; two counts as
percentages, risk difference and odds ratio; natural frequencies. All of it uses the normal
approximation and nothing but the printed numbers, so a figure names it "calculated here". Crude
numbers are not adjusted for anything; say so where a trial's own estimate was.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from galley_figures.models.inputs import check_at_least, check_positive

USUAL_COVERAGE: Final = 0.95


@dataclass(frozen=True)
class Interval:
    """An estimate with the ends of its interval, in the unit of the estimate.

    Attributes
    ----------
    estimate, low, high
        `low` <= `estimate` <= `high`.
    """

    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Counts:
    """How many of a group had an event.

    Attributes
    ----------
    events, total
        Whole numbers, ``0 <= events <= total`` and ``total >= 1``.
    """

    events: int
    total: int

    def __post_init__(self) -> None:
        check_at_least("total", self.total, 1)
        if not 0 <= self.events <= self.total:
            raise ValueError(f"events must be from 0 to {self.total}, not {self.events!r}")

    @property
    def share(self) -> float:
        """Events per person, from 0 to 1."""
        return self.events / self.total


def normal_interval(
    estimate: float, *, standard_error: float, coverage: float = USUAL_COVERAGE
) -> Interval:
    """Interval of an estimate with a normal error.

    Parameters
    ----------
    estimate : float, any unit
    standard_error : float, unit of `estimate`
        Positive.
    coverage : float, dimensionless
        Between 0 and 1, without both.

    Returns
    -------
    Interval, unit of `estimate`

    Raises
    ------
    ValueError
        If the standard error is not positive or the coverage is outside its range.
    """
    check_positive("standard_error", standard_error)
    half_width = standard_error * _errors_each_side(coverage)
    return Interval(estimate, estimate - half_width, estimate + half_width)


def z_score(estimate: float, *, standard_error: float) -> float:
    """Distance of an estimate from 0 in standard errors; the standard error is positive."""
    check_positive("standard_error", standard_error)
    return estimate / standard_error


def two_sided_p(z: float) -> float:
    """Chance of a distance from 0 of at least `z` standard errors, if there is no effect."""
    return math.erfc(abs(z) / math.sqrt(2))


def standard_error_from_p(estimate: float, *, p: float) -> float:
    """Approximate standard error of an estimate of which only the two-sided p is printed.

    Parameters
    ----------
    estimate : float, any unit
        Not 0.
    p : float, dimensionless
        Between 0 and 1, without both; a printed bound such as "p < 0.001" is no p.

    Returns
    -------
    float, unit of `estimate`
        As rough as the rounding of `p`: call it "approximate, calculated back from p".

    Raises
    ------
    ValueError
        If the estimate is 0 or the p is outside its range.
    """
    if not 0 < p < 1:
        raise ValueError(f"p must be between 0 and 1, not {p!r}")
    if not (math.isfinite(estimate) and estimate != 0):
        raise ValueError(f"estimate must be a finite number other than 0, not {estimate!r}")
    return abs(estimate) / NormalDist().inv_cdf(1 - p / 2)


def mean_difference_standard_error(
    *, first_sd: float, first_n: int, second_sd: float, second_n: int
) -> float:
    """Return the standard error of the difference of two independent means.

    Parameters
    ----------
    first_sd, second_sd : float, unit of the means
        Standard deviation in each group; positive.
    first_n, second_n : int
        People in each group; at least 2.

    Returns
    -------
    float, unit of the means

    Raises
    ------
    ValueError
        If a spread is not positive or a group has fewer than two people.
    """
    for name, sd, n in (("first", first_sd, first_n), ("second", second_sd, second_n)):
        check_positive(f"{name}_sd", sd)
        check_at_least(f"{name}_n", n, 2)
    return math.hypot(first_sd / math.sqrt(first_n), second_sd / math.sqrt(second_n))


def risk_difference(first: Counts, second: Counts, *, coverage: float = USUAL_COVERAGE) -> Interval:
    """Crude difference of two shares, first minus second, with its Wald interval.

    Parameters
    ----------
    first, second : Counts
        Not both with nobody or everybody: then the normal approximation has no width.
    coverage : float, dimensionless
        Between 0 and 1, without both.

    Returns
    -------
    Interval, dimensionless; 0.01 is one percentage point

    Raises
    ------
    ValueError
        If neither group varies or the coverage is outside its range.
    """
    if all(c.events in (0, c.total) for c in (first, second)):
        raise ValueError("a risk difference needs a group in which people differ")
    errors = [math.sqrt(c.share * (1 - c.share) / c.total) for c in (first, second)]
    return normal_interval(
        first.share - second.share, standard_error=math.hypot(*errors), coverage=coverage
    )


def odds_ratio(first: Counts, second: Counts, *, coverage: float = USUAL_COVERAGE) -> Interval:
    """Crude odds ratio, first to second, with Woolf's interval (normal on the log scale).

    Parameters
    ----------
    first, second : Counts
        Each with at least one person who had the event and one who had not.
    coverage : float, dimensionless
        Between 0 and 1, without both.

    Returns
    -------
    Interval, dimensionless; 1 is no difference

    Raises
    ------
    ValueError
        If a group has nobody on one side or the coverage is outside its range.
    """
    cells = [n for c in (first, second) for n in (c.events, c.total - c.events)]
    if 0 in cells:
        raise ValueError("an odds ratio needs people with and without the event in both groups")
    log_ratio = math.log(cells[0] / cells[1]) - math.log(cells[2] / cells[3])
    log_error = math.sqrt(sum(1 / n for n in cells))
    logs = normal_interval(log_ratio, standard_error=log_error, coverage=coverage)
    return Interval(math.exp(logs.estimate), math.exp(logs.low), math.exp(logs.high))


def percentage(counts: Counts) -> float:
    """Crude percentage of people with the event."""
    return 100 * counts.events / counts.total


def natural_frequency(counts: Counts, *, of: int = 100) -> int:
    """People with the event in a group of `of`, as in "46 of 100"; halves round up.

    Two groups are rounded each for itself, so the difference of two natural frequencies can be one
    off the rounded difference. What matters little in an icon array matters in a sentence: there,
    print the percentages.

    Parameters
    ----------
    counts : Counts
    of : int
        Size of the group to imagine; at least 1.

    Returns
    -------
    int, from 0 to `of`

    Raises
    ------
    ValueError
        If `of` is below 1.
    """
    check_at_least("of", of, 1)
    # Whole numbers, so that a half is exactly a half.
    return (2 * counts.events * of + counts.total) // (2 * counts.total)


def _errors_each_side(coverage: float) -> float:
    """Return the standard errors from the estimate to each end of an interval; 1.96 for 95 %."""
    if not 0 < coverage < 1:
        raise ValueError(f"coverage must be between 0 and 1, not {coverage!r}")
    return NormalDist().inv_cdf((1 + coverage) / 2)
