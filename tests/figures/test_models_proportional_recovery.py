"""The artefact of proportional recovery: independent scores, and a strong correlation even so."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley_figures.models.proportional_recovery import change_correlation, simulate_recovery

seeds = st.integers(min_value=0, max_value=10_000)
spreads = st.floats(min_value=0.1, max_value=50)
correlations = st.floats(min_value=-1, max_value=1)


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_change_correlates_with_the_start_though_the_outcome_does_not(seed: int) -> None:
    study = simulate_recovery(n_people=1000, seed=seed)
    assert abs(study.initial_final_correlation) < 0.15
    assert study.initial_change_correlation < -0.7


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_a_share_of_about_seven_tenths_appears_that_nobody_has(seed: int) -> None:
    study = simulate_recovery(n_people=1000, seed=seed)
    assert study.apparent_share == pytest.approx(0.7, abs=0.05)


def test_without_ends_of_the_scale_equal_spreads_give_minus_one_over_root_two() -> None:
    study = simulate_recovery(
        n_people=100_000, seed=0, initial_sd=10, final_sd=10, lowest=-math.inf, highest=1e6
    )
    assert study.initial_change_correlation == pytest.approx(-1 / math.sqrt(2), abs=0.005)
    assert change_correlation(initial_sd=10, final_sd=10) == pytest.approx(-1 / math.sqrt(2))


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_the_correlation_follows_from_the_spreads_of_the_simulated_scores(seed: int) -> None:
    study = simulate_recovery(n_people=200, seed=seed)
    assert study.initial_change_correlation == pytest.approx(
        change_correlation(
            initial_sd=study.initial_score.std(),
            final_sd=study.final_score.std(),
            initial_final_correlation=study.initial_final_correlation,
        )
    )


def test_a_lower_ceiling_squeezes_the_outcome_and_strengthens_the_artefact() -> None:
    correlation = [
        simulate_recovery(n_people=5000, seed=0, highest=highest).initial_change_correlation
        for highest in (1e6, 66.0, 56.0)
    ]
    assert correlation == sorted(correlation, reverse=True)


@given(spreads, spreads, correlations)
def test_the_analytic_correlation_is_a_correlation(
    initial_sd: float, final_sd: float, correlation: float
) -> None:
    if initial_sd == final_sd and correlation == 1:
        return
    expected = change_correlation(
        initial_sd=initial_sd, final_sd=final_sd, initial_final_correlation=correlation
    )
    assert -1 <= expected <= 1


@given(spreads, spreads, spreads)
def test_less_varied_outcomes_never_weaken_the_artefact(
    initial_sd: float, one: float, other: float
) -> None:
    narrow, wide = sorted((one, other))
    assert change_correlation(initial_sd=initial_sd, final_sd=narrow) <= change_correlation(
        initial_sd=initial_sd, final_sd=wide
    )


def test_scores_stay_on_the_scale_and_change_is_their_difference() -> None:
    study = simulate_recovery(n_people=500, seed=1)
    for scores in (study.initial_score, study.final_score):
        assert scores.min() >= 0
        assert scores.max() <= 66
    assert (study.final_score == 66).any()
    assert (study.change == study.final_score - study.initial_score).all()


def test_the_seed_alone_decides() -> None:
    first, again, other = (simulate_recovery(n_people=20, seed=seed) for seed in (4, 4, 5))
    assert (first.change == again.change).all()
    assert (first.change != other.change).any()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"n_people": 2}, "n_people must be at least 3, not 2"),
        ({"initial_sd": 0.0}, "initial_sd must be a positive number, not 0.0"),
        ({"final_sd": -1.0}, "final_sd must be a positive number, not -1.0"),
        ({"lowest": 66.0}, "lowest must be below highest, not 66.0 and 66.0"),
    ],
)
def test_impossible_studies_are_refused_with_the_reason(changed, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        simulate_recovery(**({"n_people": 10, "seed": 0} | changed))
    assert str(caught.value) == message


def test_equal_changes_correlate_with_nothing() -> None:
    with pytest.raises(ValueError, match="all changes are equal, so they correlate with nothing"):
        change_correlation(initial_sd=5, final_sd=5, initial_final_correlation=1)


def test_numbers_are_plain_floats_for_the_table() -> None:
    study = simulate_recovery(n_people=20, seed=0)
    assert type(study.initial_change_correlation) is float
    assert type(study.apparent_share) is float
    assert isinstance(study.change, np.ndarray)
