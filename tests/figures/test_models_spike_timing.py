"""The pair rule of spike-timing-dependent plasticity, against reference values and as a shape."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.spike_timing import (
    AMPLITUDE_MINUS,
    AMPLITUDE_PLUS,
    TAU_MINUS_MS,
    TAU_PLUS_MS,
    spike_timing_areas_ms,
    spike_timing_share_of_largest,
    spike_timing_weight_change,
)

# Reference values of the evidence file, "STDP" and "STDP_area(+,-)", rounded there to four digits.
REFERENCE_CHANGES = {
    5.0: 0.577,
    10.0: 0.4285,
    20.0: 0.2363,
    40.0: 0.0718,
    -5.0: -0.2354,
    -10.0: -0.2029,
    -20.0: -0.1508,
    -40.0: -0.0833,
}
REFERENCE_AREAS_MS = (13.05, -9.2)

positive_lags = st.floats(min_value=1e-6, max_value=500)
time_constants = st.floats(min_value=0.5, max_value=200)


def change(lag_ms: float, **parameters: float) -> float:
    return float(spike_timing_weight_change(np.array([lag_ms]), **parameters)[0])


@pytest.mark.parametrize(("lag_ms", "expected"), REFERENCE_CHANGES.items())
def test_changes_equal_the_reference_values(lag_ms: float, expected: float) -> None:
    assert change(lag_ms) == pytest.approx(expected, abs=5e-5)


def test_areas_equal_the_reference_values() -> None:
    assert spike_timing_areas_ms() == pytest.approx(REFERENCE_AREAS_MS, abs=5e-3)


def test_areas_equal_the_integrals_of_the_rule() -> None:
    lags_ms = np.arange(0.005, 600, 0.01)
    sums = (
        spike_timing_weight_change(lags_ms).sum() * 0.01,
        spike_timing_weight_change(-lags_ms).sum() * 0.01,
    )
    assert sums == pytest.approx(spike_timing_areas_ms(), rel=1e-4)


def test_the_published_time_constants_are_those_of_the_sources() -> None:
    assert (TAU_PLUS_MS, TAU_MINUS_MS) == (16.8, 33.7)


def test_the_rule_approaches_its_amplitudes_at_lag_zero_and_nothing_far_away() -> None:
    assert change(1e-9) == pytest.approx(AMPLITUDE_PLUS)
    assert change(-1e-9) == pytest.approx(AMPLITUDE_MINUS)
    assert change(2000.0) == pytest.approx(0, abs=1e-20)
    assert change(-2000.0) == pytest.approx(0, abs=1e-20)


@pytest.mark.parametrize("lag_ms", [TAU_PLUS_MS, -TAU_MINUS_MS])
def test_one_time_constant_away_the_share_is_one_over_e(lag_ms: float) -> None:
    share = spike_timing_share_of_largest(np.array([lag_ms]))[0]
    assert abs(share) == pytest.approx(1 / np.e)
    assert np.sign(share) == np.sign(lag_ms)


@given(positive_lags, time_constants, time_constants)
def test_the_sign_of_the_lag_decides_between_stronger_and_weaker(
    lag_ms: float, tau_plus_ms: float, tau_minus_ms: float
) -> None:
    taus = {"tau_plus_ms": tau_plus_ms, "tau_minus_ms": tau_minus_ms}
    assert change(lag_ms, **taus) >= 0
    assert change(-lag_ms, **taus) <= 0


@given(positive_lags, positive_lags)
def test_a_longer_gap_never_changes_the_synapse_more(first_ms: float, second_ms: float) -> None:
    near, far = sorted((first_ms, second_ms))
    assert abs(change(near)) >= abs(change(far))
    assert abs(change(-near)) >= abs(change(-far))


@given(st.floats(min_value=0.01, max_value=300), st.sampled_from([-1, 1]))
def test_away_from_zero_a_small_step_in_lag_is_a_small_step_in_weight(
    lag_ms: float, side: int
) -> None:
    step_ms = 1e-6
    steepest = AMPLITUDE_PLUS / TAU_PLUS_MS  # per ms; the other side is flatter everywhere
    difference = change(side * lag_ms) - change(side * (lag_ms + step_ms))
    assert abs(difference) <= steepest * step_ms * 1.01


@given(positive_lags)
def test_shares_do_not_depend_on_amplitudes_and_stay_within_one(lag_ms: float) -> None:
    lags = np.array([lag_ms, -lag_ms])
    shares = spike_timing_share_of_largest(lags)
    assert (np.abs(shares) <= 1).all()
    assert shares == pytest.approx(
        spike_timing_weight_change(lags) / np.array([AMPLITUDE_PLUS, -AMPLITUDE_MINUS])
    )


def test_the_shape_of_the_lags_is_kept() -> None:
    assert spike_timing_weight_change(np.ones((2, 3))).shape == (2, 3)


@pytest.mark.parametrize(
    ("lags", "parameters", "message"),
    [
        (
            [1.0, 0.0],
            {},
            "lag_ms must not contain 0, where the rule is undefined; leave a gap there",
        ),
        ([float("nan")], {}, "lag_ms must be finite numbers of milliseconds"),
        ([float("inf")], {}, "lag_ms must be finite numbers of milliseconds"),
        ([1.0], {"tau_plus_ms": 0.0}, "tau_plus_ms must be a positive number, not 0.0"),
        ([1.0], {"tau_minus_ms": -3.0}, "tau_minus_ms must be a positive number, not -3.0"),
        ([1.0], {"amplitude_plus": -1.0}, "amplitude_plus must be a positive number, not -1.0"),
        ([1.0], {"amplitude_minus": 1.0}, "amplitude_minus must be a negative number, not 1.0"),
    ],
)
def test_impossible_input_is_refused_with_the_reason(
    lags: list[float], parameters: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        spike_timing_weight_change(np.array(lags), **parameters)
    assert str(caught.value) == message
