"""How long a change of a synapse lasts: reference values, limits, and traces above and below."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.synaptic_decay import (
    DECAY_CLASSES,
    LTP1,
    LTP2,
    LTP3,
    STABLE,
    DecayClass,
    depression_trace_percent,
    potentiation_trace_percent,
    remaining_share,
)

REFERENCE_TIMES_H = np.array([0, 1, 24, 7 * 24, 28 * 24, 365 * 24.0])
# Reference values of the evidence file, "LTP1_frac" to "LTP3_frac", rounded there to two digits.
REFERENCE_SHARES = {
    "LTP1": (LTP1, [1.0, 0.62, 1.1e-05, 1.8e-35, 1.1e-139, 0.0]),
    "LTP2": (LTP2, [1.0, 0.99, 0.75, 0.14, 0.00034, 5.1e-46]),
    "LTP3": (LTP3, [1.0, 1.0, 0.95, 0.71, 0.25, 1.6e-08]),
}

times_h = st.floats(min_value=0, max_value=1e5)
time_constants_h = st.floats(min_value=0.01, max_value=1e5)
shares = st.floats(min_value=0, max_value=1)


@pytest.mark.parametrize(("decay", "expected"), REFERENCE_SHARES.values(), ids=REFERENCE_SHARES)
def test_remaining_shares_equal_the_reference_values(
    decay: DecayClass, expected: list[float]
) -> None:
    left = remaining_share(REFERENCE_TIMES_H, tau_h=decay.tau_h)
    assert [float(f"{share:.2g}") for share in left] == pytest.approx(
        expected, rel=1e-9, abs=1e-300
    )


def test_the_stable_class_loses_nothing_in_a_year() -> None:
    assert (remaining_share(REFERENCE_TIMES_H, tau_h=STABLE.tau_h) == 1).all()


def test_the_classes_are_ordered_from_the_shortest_to_the_endless() -> None:
    taus = [decay.tau_h for decay in DECAY_CLASSES]
    assert taus == sorted(taus)
    assert [decay.name for decay in DECAY_CLASSES] == ["LTP1", "LTP2", "LTP3", "stable"]


@given(times_h, times_h, time_constants_h)
def test_waiting_twice_leaves_the_product_of_both_shares(
    first_h: float, second_h: float, tau_h: float
) -> None:
    first, second, both = remaining_share(
        np.array([first_h, second_h, first_h + second_h]), tau_h=tau_h
    )
    assert both == pytest.approx(first * second, rel=1e-6, abs=1e-300)


@given(time_constants_h)
def test_one_over_e_is_left_after_one_time_constant(tau_h: float) -> None:
    assert remaining_share(np.array([tau_h]), tau_h=tau_h)[0] == pytest.approx(1 / math.e)


@given(times_h, time_constants_h, shares, st.floats(min_value=1, max_value=100))
def test_ltp_lies_above_baseline_and_ltd_as_far_below(
    time_h: float, tau_h: float, stable_share: float, size_percent: float
) -> None:
    time = np.array([time_h])
    above = potentiation_trace_percent(
        time, rise_percent=size_percent, tau_h=tau_h, stable_share=stable_share
    )[0]
    below = depression_trace_percent(
        time, fall_percent=size_percent, tau_h=tau_h, stable_share=stable_share
    )[0]
    assert 100 <= above <= 100 + size_percent * (1 + 1e-12)
    assert 0 <= below <= 100
    assert above - 100 == pytest.approx(100 - below, abs=1e-9)


def test_before_induction_a_trace_is_the_baseline_and_at_induction_the_full_change() -> None:
    around = np.array([-5.0, -1e-9, 0.0])
    ltp = potentiation_trace_percent(around, rise_percent=50, tau_h=2)
    ltd = depression_trace_percent(around, fall_percent=30, tau_h=2)
    assert ltp.tolist() == [100, 100, 150]
    assert ltd.tolist() == [100, 100, 70]


def test_a_trace_ends_at_its_stable_part() -> None:
    late = np.array([1e6])
    assert potentiation_trace_percent(late, rise_percent=50, tau_h=2, stable_share=0.4)[0] == 120
    assert depression_trace_percent(late, fall_percent=50, tau_h=2, stable_share=0.4)[0] == 80
    assert depression_trace_percent(late, fall_percent=50, tau_h=2)[0] == 100


@pytest.mark.parametrize(
    ("time_h", "tau_h", "message"),
    [
        (-1.0, 2.0, "time_h must be finite numbers, none below 0"),
        (float("nan"), 2.0, "time_h must be finite numbers, none below 0"),
        (1.0, 0.0, "tau_h must be a positive number or inf, not 0.0"),
        (1.0, float("nan"), "tau_h must be a positive number or inf, not nan"),
    ],
)
def test_impossible_decay_is_refused_with_the_reason(
    time_h: float, tau_h: float, message: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        remaining_share(np.array([time_h]), tau_h=tau_h)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("fall_percent", "stable_share", "message"),
    [
        (0.0, 0.0, "fall_percent must be above 0 and up to 100, not 0.0"),
        (101.0, 0.0, "fall_percent must be above 0 and up to 100, not 101.0"),
        (50.0, 1.5, "stable_share must be a number from 0 to 1, not 1.5"),
    ],
)
def test_an_impossible_depression_is_refused_with_the_reason(
    fall_percent: float, stable_share: float, message: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        depression_trace_percent(
            np.array([1.0]), fall_percent=fall_percent, tau_h=2, stable_share=stable_share
        )
    assert str(caught.value) == message


def test_a_rise_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^rise_percent must be a positive number, not -3$"):
        potentiation_trace_percent(np.array([1.0]), rise_percent=-3, tau_h=2)
