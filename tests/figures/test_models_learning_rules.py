"""Hebb runs away, Oja settles, BCM chooses: reference values and properties of the toy runs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley_figures.models.learning_rules import (
    correlated_inputs,
    simulate_bcm,
    simulate_hebb,
    simulate_oja,
)

seeds = st.integers(min_value=0, max_value=10_000)
few_runs = settings(max_examples=15, deadline=None)


def inputs(n_steps: int = 4000, seed: int = 0) -> np.ndarray:
    return correlated_inputs(correlation=0.7, n_steps=n_steps, seed=seed)


def degrees_from_first_component(weights: np.ndarray) -> float:
    along = abs(weights.sum()) / np.sqrt(2) / np.linalg.norm(weights)
    return float(np.degrees(np.arccos(min(along, 1))))


# Reference values of the evidence file: "Oja", "Hebb_norm_after_400", "BCM_resp", "BCM_theta".


def test_oja_ends_at_the_reference_weights() -> None:
    path = simulate_oja(inputs())
    assert path.weights[-1] == pytest.approx([0.730, 0.684], abs=5e-4)
    assert path.lengths[-1] == pytest.approx(1.001, abs=5e-4)


def test_hebb_has_the_reference_length_after_400_steps() -> None:
    assert simulate_hebb(inputs(400)).lengths[-1] == pytest.approx(87.1, abs=0.05)


def test_bcm_ends_at_the_reference_responses_and_threshold() -> None:
    path = simulate_bcm(n_steps=8000, seed=0)
    assert sorted(path.responses[-1]) == pytest.approx([0.0, 1.22], abs=5e-3)
    assert path.thresholds[-1] == pytest.approx(1.23, abs=5e-3)


@few_runs
@given(seeds)
def test_oja_settles_near_length_one_along_the_first_component(seed: int) -> None:
    path = simulate_oja(inputs(seed=seed))
    settled = path.weights[2000:].mean(axis=0)
    assert np.linalg.norm(settled) == pytest.approx(1, abs=0.02)
    assert degrees_from_first_component(settled) < 5


@few_runs
@given(seeds)
def test_hebb_grows_beyond_any_bound(seed: int) -> None:
    lengths = simulate_hebb(inputs(seed=seed)).lengths
    assert (np.diff(lengths) >= 0).all()
    assert lengths[-1] > 1e15


@few_runs
@given(seeds)
def test_bcm_comes_to_answer_one_pattern_only(seed: int) -> None:
    path = simulate_bcm(n_steps=4000, seed=seed)
    assert path.responses[0, 0] == path.responses[0, 1]
    loser, winner = sorted(path.responses[-1])
    assert abs(loser) < 1e-3
    assert winner > 0.3


@few_runs
@given(seeds)
def test_with_a_quick_threshold_the_winning_response_stays_near_two(seed: int) -> None:
    path = simulate_bcm(n_steps=4000, seed=seed, threshold_tau_steps=10)
    winning = path.responses[2500:].max(axis=1)
    assert winning.mean() == pytest.approx(2, abs=0.35)
    assert winning.max() < 3


def test_a_slower_threshold_swings_wider() -> None:
    spreads = [
        simulate_bcm(n_steps=8000, seed=0, threshold_tau_steps=tau).thresholds[4000:].std()
        for tau in (10, 50)
    ]
    assert spreads[0] < spreads[1]


@given(st.floats(min_value=-0.95, max_value=0.95), seeds)
@settings(max_examples=25, deadline=None)
def test_inputs_have_the_correlation_that_was_asked_for(correlation: float, seed: int) -> None:
    made = correlated_inputs(correlation=correlation, n_steps=4000, seed=seed)
    assert np.corrcoef(made.T)[0, 1] == pytest.approx(correlation, abs=0.08)
    assert made.std(axis=0) == pytest.approx([1, 1], abs=0.08)


def test_fully_correlated_inputs_are_the_same_input() -> None:
    made = correlated_inputs(correlation=1, n_steps=10, seed=3)
    assert (made[:, 0] == made[:, 1]).all()


def test_negatively_correlated_inputs_turn_oja_to_their_difference() -> None:
    opposed = correlated_inputs(correlation=-0.7, n_steps=4000, seed=0)
    final = simulate_oja(opposed).weights[-1]
    assert final[0] == pytest.approx(-final[1], abs=0.15)


def test_a_path_holds_the_start_and_one_row_per_step() -> None:
    path = simulate_oja(inputs(5), start_weights=(0.3, 0.4))
    assert path.weights.shape == (6, 2)
    assert path.weights[0].tolist() == [0.3, 0.4]
    assert path.lengths[0] == 0.5


def test_the_seed_alone_decides() -> None:
    assert (inputs(seed=4) == inputs(seed=4)).all()
    assert (inputs(seed=4) != inputs(seed=5)).any()
    first, again = (simulate_bcm(n_steps=50, seed=4) for _ in range(2))
    assert (first.weights == again.weights).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: correlated_inputs(correlation=1.2, n_steps=3, seed=0),
            "correlation must be a number from -1 to 1, not 1.2",
        ),
        (
            lambda: correlated_inputs(correlation=0, n_steps=0, seed=0),
            "n_steps must be at least 1, not 0",
        ),
        (
            lambda: simulate_oja(inputs(5), learning_rate=0),
            "learning_rate must be a positive number, not 0",
        ),
        (
            lambda: simulate_hebb(np.ones((4, 3))),
            "inputs must have two columns and at least one row",
        ),
        (
            lambda: simulate_hebb(np.array([[np.nan, 1]])),
            "inputs must be finite numbers",
        ),
        (
            lambda: simulate_bcm(n_steps=5, seed=0, patterns=[[1, 2, 3]]),
            "patterns must have two columns and at least one row",
        ),
        (
            lambda: simulate_bcm(n_steps=5, seed=0, threshold_tau_steps=0.5),
            "threshold_tau_steps must be at least 1, not 0.5",
        ),
        (
            lambda: simulate_oja(inputs(500), learning_rate=50),
            "the weights left what a number can hold; use fewer steps or a smaller learning_rate",
        ),
    ],
)
def test_impossible_runs_are_refused_with_the_reason(call, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        call()
    assert str(caught.value) == message
