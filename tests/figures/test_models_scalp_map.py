"""The map of a ratio over the head: true at the electrodes, possible everywhere, empty outside."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.interpolate import RBFInterpolator

from galley_figures.models.electrodes import ELECTRODES, electrode_positions
from galley_figures.models.scalp_map import interpolate_log10_ratio, scalp_map

POSITIONS = electrode_positions()
ratios = st.lists(st.floats(min_value=0.01, max_value=100), min_size=19, max_size=19).map(np.array)


def one_high(electrode: str = "C3") -> np.ndarray:
    ratio = np.full(19, 1.2)
    ratio[ELECTRODES.index(electrode)] = 39.0
    return ratio


@settings(max_examples=30, deadline=None)
@given(ratios)
def test_the_surface_passes_through_the_electrodes(ratio: np.ndarray) -> None:
    surface = interpolate_log10_ratio(ratio, positions=POSITIONS, points=POSITIONS)
    assert surface == pytest.approx(np.log10(ratio), abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(ratios)
def test_every_point_of_the_map_is_a_possible_ratio(ratio: np.ndarray) -> None:
    mapped = scalp_map(ratio, positions=POSITIONS, n=21).log10_ratio
    assert (10 ** mapped[np.isfinite(mapped)] > 0).all()


def test_interpolating_the_ratio_itself_would_give_impossible_values() -> None:
    grid = scalp_map(one_high(), positions=POSITIONS, n=41)
    x, y = np.meshgrid(grid.x, grid.y)
    inside = np.isfinite(grid.log10_ratio)
    points = np.column_stack([x[inside], y[inside]])
    raw = RBFInterpolator(POSITIONS, one_high(), kernel="thin_plate_spline")(points)
    assert raw.min() < 0


def test_the_map_is_empty_outside_the_head_and_full_inside() -> None:
    grid = scalp_map(one_high(), positions=POSITIONS, n=41)
    x, y = np.meshgrid(grid.x, grid.y)
    assert (np.isfinite(grid.log10_ratio) == (np.hypot(x, y) <= 1)).all()
    assert grid.log10_ratio.shape == (41, 41)
    assert grid.x[[0, 20, 40]].tolist() == grid.y[[0, 20, 40]].tolist() == [-1, 0, 1]


@pytest.mark.parametrize("electrode", ["C3", "P4", "Cz"])
def test_the_map_is_highest_near_the_high_electrode(electrode: str) -> None:
    grid = scalp_map(one_high(electrode), positions=POSITIONS, n=41)
    row, column = np.unravel_index(np.nanargmax(grid.log10_ratio), grid.log10_ratio.shape)
    peak = np.array([grid.x[column], grid.y[row]])
    assert np.linalg.norm(peak - POSITIONS[ELECTRODES.index(electrode)]) < 0.1


@given(st.floats(min_value=0.01, max_value=100))
@settings(max_examples=20, deadline=None)
def test_equal_ratios_make_a_flat_map(ratio: float) -> None:
    mapped = scalp_map(np.full(19, ratio), positions=POSITIONS, n=11).log10_ratio
    assert mapped[np.isfinite(mapped)] == pytest.approx(np.log10(ratio), abs=1e-6)


def test_inverting_the_ratio_inverts_the_map() -> None:
    high, low = (
        scalp_map(ratio, positions=POSITIONS, n=21).log10_ratio
        for ratio in (one_high(), 1 / one_high())
    )
    assert high == pytest.approx(-low, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: scalp_map(np.zeros(19), positions=POSITIONS),
            "ratio must be positive numbers",
        ),
        (
            lambda: scalp_map(np.ones(18), positions=POSITIONS),
            "ratio must have one value for each of 19 positions",
        ),
        (
            lambda: scalp_map(np.ones(2), positions=POSITIONS[:2]),
            "the number of electrodes must be at least 3, not 2",
        ),
        (
            lambda: scalp_map(np.ones(19), positions=POSITIONS, n=1),
            "n must be at least 2, not 1",
        ),
    ],
)
def test_impossible_maps_are_refused_with_the_reason(call, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        call()
    assert str(caught.value) == message
