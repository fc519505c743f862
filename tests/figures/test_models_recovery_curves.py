"""Recovery curves of five groups, against reference values and within the scale."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.recovery_curves import (
    RECOVERY_GROUPS,
    fugl_meyer_score,
    share_of_recovery,
    weeks_to_share,
)

REFERENCE_WEEKS = np.array([1.0, 4, 12, 26])
# Reference values of the evidence file, "VL*_frac_of_recoverable" and "VL*_t90wk".
REFERENCE_SHARES = {
    1: [0.172, 0.530, 0.896, 0.993],
    2: [0.094, 0.327, 0.695, 0.924],
    3: [0.097, 0.335, 0.706, 0.930],
    4: [0.310, 0.773, 0.988, 1.000],
    5: [0.565, 0.964, 1.000, 1.000],
}
REFERENCE_WEEKS_TO_90_PERCENT = {1: 12.2, 2: 23.3, 3: 22.6, 4: 6.2, 5: 2.8}

scores = st.floats(min_value=0, max_value=66)
shares = st.floats(min_value=0, max_value=1)
weeks = st.floats(min_value=0, max_value=500)
time_constants = st.floats(min_value=0.1, max_value=100)


@pytest.mark.parametrize("group", RECOVERY_GROUPS, ids=lambda group: f"group {group.number}")
def test_shares_and_times_equal_the_reference_values(group) -> None:
    reached = share_of_recovery(REFERENCE_WEEKS, tau_weeks=group.tau_weeks)
    assert reached == pytest.approx(REFERENCE_SHARES[group.number], abs=5.1e-4)
    assert weeks_to_share(tau_weeks=group.tau_weeks) == pytest.approx(
        REFERENCE_WEEKS_TO_90_PERCENT[group.number], abs=0.05
    )


def test_group_3_from_10_points_equals_the_reference_scores() -> None:
    group = RECOVERY_GROUPS[2]
    reached = fugl_meyer_score(
        np.array([0.0, 4, 12, 26]),
        initial_score=10,
        regained_share=group.regained_share,
        tau_weeks=group.tau_weeks,
    )
    assert reached == pytest.approx([10.0, 26.1, 44.0, 54.8], abs=0.05)


def test_the_parameters_are_those_of_the_abstract() -> None:
    assert [(g.number, g.regained_share, g.tau_weeks, g.cluster) for g in RECOVERY_GROUPS] == [
        (1, 0.09, 5.3, "poor"),
        (2, 0.46, 10.1, "moderate"),
        (3, 0.86, 9.8, "moderate"),
        (4, 0.89, 2.7, "good"),
        (5, 0.93, 1.2, "good"),
    ]


@given(weeks, scores, shares, time_constants)
def test_scores_stay_between_the_initial_one_and_66(
    week: float, initial: float, share: float, tau_weeks: float
) -> None:
    (score,) = fugl_meyer_score(
        np.array([week]), initial_score=initial, regained_share=share, tau_weeks=tau_weeks
    )
    assert initial - 1e-9 <= score <= 66 + 1e-9


@given(weeks, weeks, scores, shares, time_constants)
def test_later_scores_are_never_lower(
    one: float, other: float, initial: float, share: float, tau_weeks: float
) -> None:
    early, late = fugl_meyer_score(
        np.array(sorted((one, other))),
        initial_score=initial,
        regained_share=share,
        tau_weeks=tau_weeks,
    )
    assert early <= late + 1e-9


@given(scores, shares, time_constants)
def test_the_curve_starts_at_the_initial_score_and_ends_at_the_regained_share(
    initial: float, share: float, tau_weeks: float
) -> None:
    start, end = fugl_meyer_score(
        np.array([0.0, 1e5]), initial_score=initial, regained_share=share, tau_weeks=tau_weeks
    )
    assert start == initial
    assert end == pytest.approx(initial + share * (66 - initial))


@given(st.floats(min_value=0, max_value=0.999), time_constants)
def test_at_the_time_of_a_share_the_share_is_reached(share: float, tau_weeks: float) -> None:
    week = weeks_to_share(share, tau_weeks=tau_weeks)
    assert share_of_recovery(np.array([week]), tau_weeks=tau_weeks)[0] == pytest.approx(share)


def test_nine_tenths_take_tau_times_the_logarithm_of_ten() -> None:
    assert weeks_to_share(tau_weeks=2.0) == pytest.approx(2 * math.log(10))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"initial_score": 67.0}, "initial_score must be a number from 0 to 66, not 67.0"),
        ({"initial_score": -1.0}, "initial_score must be a number from 0 to 66, not -1.0"),
        ({"regained_share": 1.1}, "regained_share must be a number from 0 to 1, not 1.1"),
        ({"tau_weeks": 0.0}, "tau_weeks must be a positive number, not 0.0"),
        ({"week": np.array([-1.0])}, "week must be finite numbers, none below 0"),
    ],
)
def test_impossible_input_is_refused_with_the_reason(changed, message: str) -> None:
    usual = {
        "week": np.array([1.0]),
        "initial_score": 10.0,
        "regained_share": 0.5,
        "tau_weeks": 4.0,
    }
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        fugl_meyer_score(**(usual | changed))
    assert str(caught.value) == message


def test_the_whole_recovery_has_no_week() -> None:
    with pytest.raises(ValueError, match=r"^share must be a number from 0 to below 1, not 1$"):
        weeks_to_share(1, tau_weeks=2)
