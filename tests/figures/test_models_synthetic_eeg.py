"""The synthetic EEG: its spectrum is the chosen one, its phases are the seed's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.electrodes import electrode_indices, electrode_positions
from galley_figures.models.synthetic_eeg import (
    DEFAULT_SHAPE,
    delta_gain,
    model_spectrum_uv2_per_hz,
    synthetic_eeg,
)

POSITIONS = electrode_positions()
FOCUS = (-0.4, 0.0)  # C3

coordinates = st.floats(min_value=-1, max_value=1)


def test_the_power_of_the_signals_is_the_area_under_the_model() -> None:
    eeg = synthetic_eeg(POSITIONS, focus=FOCUS, seed=0, duration_s=8)
    hz = np.arange(0, 64, 1 / 8)
    gain = delta_gain(POSITIONS, focus=FOCUS, focus_width=DEFAULT_SHAPE.focus_width)
    area = model_spectrum_uv2_per_hz(hz, gain=gain).sum(axis=1) / 8
    assert eeg.signals_uv.var(axis=1) == pytest.approx(area)


def test_signals_have_no_offset_and_the_asked_for_size() -> None:
    eeg = synthetic_eeg(POSITIONS, focus=FOCUS, seed=0, duration_s=4, sampling_hz=100)
    assert eeg.signals_uv.shape == (19, 400)
    assert eeg.sampling_hz == 100
    assert eeg.signals_uv.mean(axis=1) == pytest.approx(np.zeros(19), abs=1e-9)


def test_the_background_falls_with_frequency_and_the_bumps_stand_out() -> None:
    hz = np.array([1.0, 2, 4, 7, 10, 13, 20, 40])
    healthy, slow = model_spectrum_uv2_per_hz(hz, gain=np.array([0.0, 1.0]))
    assert healthy[7] == pytest.approx(healthy[6] / 2)
    assert healthy[4] > healthy[3]
    assert slow[1] > 10 * healthy[1]
    assert slow[3:] == pytest.approx(healthy[3:])


def test_there_is_no_power_below_half_a_hertz() -> None:
    density = model_spectrum_uv2_per_hz(np.array([0.0, 0.49, 0.5]), gain=np.array([1.0]))[0]
    assert density[:2].tolist() == [0, 0]
    assert density[2] > 0


@given(coordinates, coordinates)
def test_the_gain_is_one_at_the_focus_and_never_more(x: float, y: float) -> None:
    at_focus, elsewhere = delta_gain(np.array([FOCUS, (x, y)]), focus=FOCUS, focus_width=0.23)
    assert at_focus == 1
    assert 0 <= elsewhere <= 1


@given(coordinates, coordinates, coordinates, coordinates)
def test_the_gain_falls_with_the_distance_from_the_focus(
    x1: float, y1: float, x2: float, y2: float
) -> None:
    places = sorted(((x1, y1), (x2, y2)), key=lambda p: np.hypot(p[0] - FOCUS[0], p[1] - FOCUS[1]))
    near, far = delta_gain(np.array(places), focus=FOCUS, focus_width=0.23)
    assert far <= near


def test_the_other_side_of_the_head_is_nearly_untouched() -> None:
    gain = delta_gain(POSITIONS, focus=FOCUS, focus_width=DEFAULT_SHAPE.focus_width)
    assert gain[electrode_indices(("C4", "T8", "P8"))].max() < 0.01


def test_the_seed_alone_decides() -> None:
    first, again, other = (
        synthetic_eeg(POSITIONS, focus=FOCUS, seed=seed, duration_s=2).signals_uv
        for seed in (7, 7, 8)
    )
    assert (first == again).all()
    assert (first != other).any()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"duration_s": 0},
            "duration_s must be at least 1 and sampling_hz at least 2, not 0 and 128",
        ),
        (
            {"sampling_hz": 1},
            "duration_s must be at least 1 and sampling_hz at least 2, not 120 and 1",
        ),
        ({"focus": (float("nan"), 0.0)}, "focus must be finite numbers"),
        ({"positions": [[float("inf"), 0.0]]}, "positions must be finite numbers"),
    ],
)
def test_impossible_recordings_are_refused_with_the_reason(changed, message: str) -> None:
    usual = {"positions": POSITIONS, "focus": FOCUS, "seed": 0}
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        synthetic_eeg(**(usual | changed))
    assert str(caught.value) == message


def test_a_focus_without_width_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^focus_width must be a positive number, not 0$"):
        delta_gain(POSITIONS, focus=FOCUS, focus_width=0)
