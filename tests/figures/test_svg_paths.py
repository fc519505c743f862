"""Path data grows shorter and stays where it is."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.style.svg_paths import moved_path, parse_path, short_path


def positions(data: str) -> list[tuple[float, float]]:
    """Return where each segment of relative path data ends, as a browser reads it."""
    found: list[tuple[float, float]] = []
    here = start = np.zeros(2)
    for command, text in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        numbers = [float(number) for number in re.findall(r"-?(?:\d*\.\d+|\d+)", text)]
        size = {"M": 2, "l": 2, "h": 1, "v": 1, "q": 4, "c": 6, "z": 0}[command]
        if command == "z":
            here = start
            continue
        for place in range(0, len(numbers), size):
            part = numbers[place : place + size]
            if command == "M":
                here = start = np.array(part)
            elif command == "h":
                here = here + np.array([part[0], 0])
            elif command == "v":
                here = here + np.array([0, part[0]])
            else:
                here = here + np.array(part[-2:])
            found.append((float(here[0]), float(here[1])))
    return found


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("M 12 0 L 102.48 0 L 102.48 330 L 12 330 z", "M12 0h90.48v330h-90.48z"),
        ("M 0 0 L 3 4 L 6 -2", "M0 0l3 4 3-6"),
        ("M 1 1 L 1.5 1.25 L 2 1.5", "M1 1l.5.25.5.25"),
        ("M 0 0 C 1 2 3 4 5 6 L 5 6 z", "M0 0c1 2 3 4 5 6z"),
        ("M 1 1 L 2 2 z M 5 5 L 6 7", "M1 1l1 1zM5 5l1 2"),
        ("M 0 0 Q 1 0 1 1", "M0 0q1 0 1 1"),
    ],
)
def test_steps_are_relative_and_no_sign_is_too_many(long: str, short: str) -> None:
    assert short_path(long) == short


def test_a_dot_keeps_its_little_length() -> None:
    assert short_path("M 17.04 46 L 17.06 46") == "M17.04 46h.02"
    assert short_path("M 17 46 L 17 46") == "M17 46h0"


def test_lengths_of_short_lines_stay_exact_for_dashes() -> None:
    rows = "".join(f"M 14.15 {y} L 66.37 {y} " for y in range(20))
    assert short_path(rows).count("h52.22") == 20


def test_a_long_curve_needs_fewer_points_and_stays_within_a_tenth_of_a_px() -> None:
    x = np.linspace(0, 300, 400)
    y = 100 * np.exp(-x / 60)
    data = "M" + " L".join(f"{a:.6f} {b:.6f}" for a, b in zip(x, y, strict=True))
    short = np.array(positions(short_path(data)))
    assert len(short) < 60
    assert np.abs(np.interp(x, short[:, 0], short[:, 1]) - y).max() < 0.1


def test_a_straight_line_of_many_points_needs_two() -> None:
    data = "M0 0" + "".join(f"L{x} {2 * x}" for x in range(1, 30))
    assert short_path(data) == "M0 0l29 58"


points = st.tuples(*[st.floats(-500, 800, allow_nan=False)] * 2)


@given(st.lists(points, min_size=2, max_size=8))
def test_whatever_the_points_rounding_never_adds_up(line: list[tuple[float, float]]) -> None:
    data = "M" + "L".join(f"{x:.6f} {y:.6f} " for x, y in line)
    found = positions(short_path(data))
    # Where two points round to one place, the second is left out.
    assert np.hypot(*np.subtract(found[0], line[0])) <= 0.0072
    assert np.hypot(*np.subtract(found[-1], line[-1])) <= 0.0072
    assert len(found) <= len(line)


def test_a_path_moves_as_a_whole() -> None:
    assert short_path(moved_path("M 0 0 C 1 1 2 2 3 3 z", 10, -5)) == "M10-5c1 1 2 2 3 3z"


def test_a_command_that_matplotlib_never_writes_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^path data has the command 'A', not one of M, L, Q"):
        parse_path("M0 0A1 1 0 0 0 5 5")
