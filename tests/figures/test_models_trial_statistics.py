"""Intervals, p-values, ratios and natural frequencies, against numbers that trials print."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from galley_figures.models.trial_statistics import (
    Counts,
    mean_difference_standard_error,
    natural_frequency,
    normal_interval,
    odds_ratio,
    percentage,
    risk_difference,
    standard_error_from_p,
    two_sided_p,
    z_score,
)

# Counts of AVERT: good outcome and deaths by day 14, very early mobilisation and usual care.
AVERT_EARLY, AVERT_USUAL = Counts(480, 1054), Counts(525, 1050)
AVERT_DEATHS_EARLY, AVERT_DEATHS_USUAL = Counts(48, 1054), Counts(32, 1050)

estimates = st.floats(min_value=-50, max_value=50)
errors = st.floats(min_value=0.01, max_value=20)
counts = st.integers(min_value=1, max_value=5000).flatmap(
    lambda total: st.integers(min_value=0, max_value=total).map(lambda n: Counts(n, total))
)
varied_counts = counts.filter(lambda c: 0 < c.events < c.total)


@pytest.mark.parametrize(
    ("gain", "error", "z", "p", "low", "high"),
    [
        (5.25, 2.59, 2.03, 0.043, 0.17, 10.33),
        (6.87, 2.63, 2.61, 0.009, 1.72, 12.02),
        (2.41, 2.25, 1.07, 0.284, -2.00, 6.82),
    ],
    ids=["acute", "subacute", "chronic"],
)
def test_cpass_gains_equal_the_reference_values(  # noqa: PLR0917  (one row of the reference)
    gain: float, error: float, z: float, p: float, low: float, high: float
) -> None:
    score = z_score(gain, standard_error=error)
    assert score == pytest.approx(z, abs=5e-3)
    assert two_sided_p(score) == pytest.approx(p, abs=5e-4)
    interval = normal_interval(gain, standard_error=error)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=6e-3)


def test_avert_outcomes_equal_the_reference_values() -> None:
    assert (AVERT_EARLY.share, AVERT_USUAL.share) == pytest.approx((0.455, 0.5), abs=5e-4)
    assert risk_difference(AVERT_EARLY, AVERT_USUAL).estimate == pytest.approx(-0.045, abs=5e-4)
    ratio = odds_ratio(AVERT_EARLY, AVERT_USUAL)
    assert (ratio.estimate, ratio.low, ratio.high) == pytest.approx((0.84, 0.70, 0.99), abs=6e-3)


def test_avert_deaths_equal_the_reference_percentages() -> None:
    rounded = [round(percentage(c), 1) for c in (AVERT_DEATHS_EARLY, AVERT_DEATHS_USUAL)]
    assert rounded == [4.6, 3.0]


def test_avert_outcomes_are_46_and_50_of_100() -> None:
    assert [natural_frequency(c) for c in (AVERT_EARLY, AVERT_USUAL)] == [46, 50]
    assert natural_frequency(AVERT_DEATHS_EARLY, of=1000) == 46


def test_the_nerve_stimulation_difference_equals_the_reference_interval() -> None:
    error = mean_difference_standard_error(first_sd=4.4, first_n=53, second_sd=3.8, second_n=55)
    interval = normal_interval(5.0 - 2.4, standard_error=error)
    assert (interval.estimate, interval.low, interval.high) == pytest.approx(
        (2.6, 1.05, 4.15), abs=5e-3
    )


@pytest.mark.parametrize(
    ("effect", "p", "error", "low", "high"),
    [(0.59, 0.02, 0.254, 0.09, 1.09), (0.27, 0.005, 0.096, 0.08, 0.46)],
    ids=["session after a programme", "resting"],
)
def test_bdnf_intervals_calculated_back_from_p_equal_the_reference_values(
    effect: float, p: float, error: float, low: float, high: float
) -> None:
    found = standard_error_from_p(effect, p=p)
    assert found == pytest.approx(error, abs=5e-4)
    interval = normal_interval(effect, standard_error=found)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-3)


@given(estimates, errors)
def test_the_interval_excludes_zero_exactly_where_p_is_below_5_percent(
    estimate: float, error: float
) -> None:
    p = two_sided_p(z_score(estimate, standard_error=error))
    assume(abs(p - 0.05) > 1e-9)
    interval = normal_interval(estimate, standard_error=error)
    assert (interval.low > 0 or interval.high < 0) == (p < 0.05)


@given(estimates, errors)
def test_an_interval_is_centred_and_wider_for_more_coverage(estimate: float, error: float) -> None:
    usual = normal_interval(estimate, standard_error=error)
    wide = normal_interval(estimate, standard_error=error, coverage=0.983)
    assert (usual.low + usual.high) / 2 == pytest.approx(estimate, abs=1e-9)
    assert wide.low < usual.low < usual.high < wide.high


@given(estimates, errors)
def test_the_way_back_from_p_finds_the_standard_error(estimate: float, error: float) -> None:
    z = abs(z_score(estimate, standard_error=error))
    assume(0.01 < z < 5)
    assert standard_error_from_p(estimate, p=two_sided_p(z)) == pytest.approx(error, rel=1e-6)


def test_p_is_one_without_a_difference_and_ignores_its_direction() -> None:
    assert two_sided_p(0) == 1
    assert two_sided_p(-1.96) == two_sided_p(1.96) == pytest.approx(0.05, abs=1e-4)


@given(varied_counts, varied_counts)
def test_swapping_the_groups_inverts_the_ratio_and_negates_the_difference(
    first: Counts, second: Counts
) -> None:
    ratio, inverse = odds_ratio(first, second), odds_ratio(second, first)
    assert ratio.estimate == pytest.approx(1 / inverse.estimate)
    assert ratio.low == pytest.approx(1 / inverse.high)
    difference, opposite = risk_difference(first, second), risk_difference(second, first)
    assert difference.estimate == -opposite.estimate
    assert difference.low == pytest.approx(-opposite.high)


@given(varied_counts)
def test_equal_groups_have_ratio_one_and_difference_zero(group: Counts) -> None:
    assert odds_ratio(group, group).estimate == pytest.approx(1)
    assert risk_difference(group, group).estimate == 0


@given(counts, st.sampled_from([1, 10, 100, 1000]))
def test_a_natural_frequency_is_the_nearest_whole_number_of_people(group: Counts, of: int) -> None:
    people = natural_frequency(group, of=of)
    assert 0 <= people <= of
    assert abs(people - group.share * of) <= 0.5 + 1e-9


def test_half_a_person_rounds_up() -> None:
    assert [natural_frequency(Counts(n, 200)) for n in (1, 3, 5)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Counts(0, 0), "total must be at least 1, not 0"),
        (lambda: Counts(5, 4), "events must be from 0 to 4, not 5"),
        (lambda: Counts(-1, 4), "events must be from 0 to 4, not -1"),
        (
            lambda: normal_interval(1, standard_error=0),
            "standard_error must be a positive number, not 0",
        ),
        (
            lambda: normal_interval(1, standard_error=1, coverage=95),
            "coverage must be between 0 and 1, not 95",
        ),
        (
            lambda: z_score(1, standard_error=-1),
            "standard_error must be a positive number, not -1",
        ),
        (lambda: standard_error_from_p(1, p=0), "p must be between 0 and 1, not 0"),
        (
            lambda: standard_error_from_p(0, p=0.5),
            "estimate must be a finite number other than 0, not 0",
        ),
        (
            lambda: mean_difference_standard_error(first_sd=1, first_n=1, second_sd=1, second_n=5),
            "first_n must be at least 2, not 1",
        ),
        (
            lambda: odds_ratio(Counts(0, 5), Counts(2, 5)),
            "an odds ratio needs people with and without the event in both groups",
        ),
        (
            lambda: risk_difference(Counts(0, 5), Counts(5, 5)),
            "a risk difference needs a group in which people differ",
        ),
        (lambda: natural_frequency(Counts(1, 2), of=0), "of must be at least 1, not 0"),
    ],
)
def test_impossible_input_is_refused_with_the_reason(call, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        call()
    assert str(caught.value) == message
