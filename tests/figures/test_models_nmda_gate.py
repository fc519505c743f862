"""The magnesium gate of the NMDA receptor, against reference values and as a shape."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.nmda_gate import (
    HALF_BLOCK_MMOL_PER_L,
    STEEPNESS_PER_MV,
    half_open_voltage_mv,
    open_share,
)

# Reference values of the evidence file, "NMDA_B(V)@-70,-40,0,+20", for 1 mmol/l of magnesium.
REFERENCE_SHARES = {-70.0: 0.044, -40.0: 0.23, 0.0: 0.781, 20.0: 0.925}

voltages_mv = st.floats(min_value=-200, max_value=200)
magnesium = st.floats(min_value=1e-3, max_value=50)


def share(voltage_mv: float, **parameters: float) -> float:
    return float(open_share(np.array([voltage_mv]), **parameters)[0])


@pytest.mark.parametrize(("voltage_mv", "expected"), REFERENCE_SHARES.items())
def test_open_shares_equal_the_reference_values(voltage_mv: float, expected: float) -> None:
    assert share(voltage_mv) == pytest.approx(expected, abs=5e-4)


def test_the_constants_are_those_of_the_source() -> None:
    assert (HALF_BLOCK_MMOL_PER_L, STEEPNESS_PER_MV) == (3.57, 0.062)


@given(voltages_mv, magnesium)
def test_the_share_is_the_published_formula(voltage_mv: float, mmol_per_l: float) -> None:
    published = 1 / (1 + mmol_per_l / 3.57 * math.exp(-0.062 * voltage_mv))
    assert share(voltage_mv, magnesium_mmol_per_l=mmol_per_l) == pytest.approx(
        published, rel=1e-6, abs=1e-12
    )


@given(voltages_mv, voltages_mv, magnesium)
def test_a_more_excited_cell_never_has_fewer_open_channels(
    first_mv: float, second_mv: float, mmol_per_l: float
) -> None:
    low, high = open_share(np.array(sorted((first_mv, second_mv))), magnesium_mmol_per_l=mmol_per_l)
    assert 0 <= low <= high <= 1


@given(voltages_mv, magnesium, magnesium)
def test_more_magnesium_never_opens_channels(voltage_mv: float, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert share(voltage_mv, magnesium_mmol_per_l=less) >= share(
        voltage_mv, magnesium_mmol_per_l=more
    )


@given(magnesium)
def test_at_the_half_open_voltage_half_of_the_channels_are_open(mmol_per_l: float) -> None:
    half_mv = half_open_voltage_mv(magnesium_mmol_per_l=mmol_per_l)
    assert share(half_mv, magnesium_mmol_per_l=mmol_per_l) == 0.5


def test_the_half_open_voltage_is_about_minus_20_mv_and_0_at_the_half_block() -> None:
    assert half_open_voltage_mv() == pytest.approx(-20.53, abs=0.01)
    assert half_open_voltage_mv(magnesium_mmol_per_l=3.57) == 0


def test_the_gate_shuts_and_opens_wholly_at_the_ends_without_overflow() -> None:
    assert open_share(np.array([-1e6, 1e6])).tolist() == [0, 1]


def test_without_magnesium_the_gate_stands_open_at_rest() -> None:
    assert share(-70.0, magnesium_mmol_per_l=1e-9) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("voltage_mv", "mmol_per_l", "message"),
    [
        (float("nan"), 1.0, "voltage_mv must be finite numbers"),
        (0.0, 0.0, "magnesium_mmol_per_l must be a positive number, not 0.0"),
        (0.0, -1.0, "magnesium_mmol_per_l must be a positive number, not -1.0"),
    ],
)
def test_impossible_input_is_refused_with_the_reason(
    voltage_mv: float, mmol_per_l: float, message: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        share(voltage_mv, magnesium_mmol_per_l=mmol_per_l)
    assert str(caught.value) == message
