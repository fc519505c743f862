"""The 10-20 system: positions computed from angles, against the reference layout."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.models.electrodes import (
    ELECTRODES,
    LEFT_RIGHT_PAIRS,
    electrode_directions,
    electrode_indices,
    electrode_positions,
    project_to_disc,
)

# Reference values of the evidence file, "layout1020", rounded there to three digits.
REFERENCE_POSITIONS = {
    "Cz": (0.0, 0.0),
    "Fz": (0.0, 0.4),
    "Pz": (0.0, -0.4),
    "C3": (-0.4, 0.0),
    "C4": (0.4, 0.0),
    "Fp1": (-0.247, 0.761),
    "F7": (-0.647, 0.47),
    "T7": (-0.8, 0.0),
    "P7": (-0.647, -0.47),
    "O1": (-0.247, -0.761),
    "Fp2": (0.247, 0.761),
    "F8": (0.647, 0.47),
    "T8": (0.8, 0.0),
    "P8": (0.647, -0.47),
    "O2": (0.247, -0.761),
    "F3": (-0.316, 0.471),
    "F4": (0.316, 0.471),
    "P3": (-0.316, -0.471),
    "P4": (0.316, -0.471),
}


def position(name: str) -> np.ndarray:
    return electrode_positions()[ELECTRODES.index(name)]


@pytest.mark.parametrize(("name", "expected"), REFERENCE_POSITIONS.items())
def test_positions_equal_the_reference_layout(name: str, expected: tuple[float, float]) -> None:
    assert position(name) == pytest.approx(expected, abs=5.1e-4)


def test_there_are_19_electrodes_each_once() -> None:
    assert set(ELECTRODES) == set(REFERENCE_POSITIONS)
    assert len(ELECTRODES) == 19


def test_directions_are_unit_vectors_in_the_upper_half_of_the_head() -> None:
    directions = electrode_directions()
    assert np.linalg.norm(directions, axis=1) == pytest.approx(np.ones(19))
    assert (directions[:, 2] > 0).all()


@pytest.mark.parametrize(("left", "right"), LEFT_RIGHT_PAIRS)
def test_pairs_mirror_each_other(left: str, right: str) -> None:
    assert position(left) * [-1, 1] == pytest.approx(position(right))
    assert position(left)[0] < 0


def test_odd_numbers_are_left_even_ones_right_and_z_in_the_middle() -> None:
    for name in ELECTRODES:
        x = position(name)[0]
        if name.endswith("z"):
            assert x == 0
        else:
            assert (x < 0) == (int(name[-1]) % 2 == 1)


def test_neighbours_on_the_ring_are_72_degrees_from_the_vertex_and_equally_apart() -> None:
    ring = electrode_indices(("Fp1", "F7", "T7", "P7", "O1", "O2", "P8", "T8", "F8", "Fp2"))
    directions = electrode_directions()[ring]
    assert np.degrees(np.arccos(directions[:, 2])) == pytest.approx(np.full(10, 72))
    neighbours = (directions * np.roll(directions, 1, axis=0)).sum(axis=1)
    assert neighbours == pytest.approx(np.full(10, neighbours[0]))


@pytest.mark.parametrize(("between", "outer", "middle"), [("F3", "F7", "Fz"), ("P4", "P8", "Pz")])
def test_the_inner_electrodes_are_as_far_from_the_ring_as_from_the_midline(
    between: str, outer: str, middle: str
) -> None:
    inner, ring, midline = electrode_directions()[electrode_indices((between, outer, middle))]
    assert inner @ ring == pytest.approx(inner @ midline)


@given(st.floats(min_value=0, max_value=179), st.floats(min_value=-180, max_value=180))
def test_the_projection_keeps_the_angle_from_the_vertex_and_the_bearing(
    polar_deg: float, azimuth_deg: float
) -> None:
    polar, azimuth = np.radians([polar_deg, azimuth_deg])
    level = np.sin(polar)
    point = project_to_disc(
        np.array([[level * np.sin(azimuth), level * np.cos(azimuth), np.cos(polar)]])
    )[0]
    radius = polar_deg / 90
    assert point == pytest.approx([radius * np.sin(azimuth), radius * np.cos(azimuth)], abs=1e-9)


def test_older_names_lead_to_the_same_electrodes() -> None:
    older = electrode_indices(("T3", "T4", "T5", "T6"))
    assert older.tolist() == electrode_indices(("T7", "T8", "P7", "P8")).tolist()


def test_an_unknown_electrode_is_refused_with_the_legal_names() -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is compared whole)
        electrode_indices(("Cz", "C5"))
    assert str(caught.value) == (
        "'C5' is no electrode of the 10-20 system: use Fp1, Fp2, F7, F3, Fz, F4, F8, "
        "T7, C3, Cz, C4, T8, P7, P3, Pz, P4, P8, O1, O2"
    )


@pytest.mark.parametrize("direction", [(0.0, 0.0, 0.0), (0.0, 0.0, -1.0)])
def test_a_direction_without_a_point_on_the_disc_is_refused(direction) -> None:
    with pytest.raises(
        ValueError, match=r"^directions must have a length and not point straight down$"
    ):
        project_to_disc(np.array([direction]))
