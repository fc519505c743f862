"""What kinds on two axes share: axes, numerals, places for labels, fewer points."""

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley_figures.errors import FigureError
from galley_figures.kinds.plane.axis import Axis, ends_of, tick_places
from galley_figures.kinds.plane.boxes import NO_POINTS, Box, along, nearest_px
from galley_figures.kinds.plane.frame_drawing import open_line
from galley_figures.kinds.plane.numerals import numeral, numerals
from galley_figures.kinds.plane.placement import Candidate, candidates_around, place
from galley_figures.kinds.plane.scale import Scale
from galley_figures.kinds.plane.simplify import simplified
from galley_figures.kinds.plane.spread import spread

coordinates = st.floats(0, 700, allow_nan=False)
points = st.tuples(coordinates, coordinates)


def axis(**given_parts) -> Axis:
    return Axis(
        **{"figure": "curve", "name": "y", "label": "Score", "unit": "points"} | given_parts
    )


def refused(make) -> str:
    with pytest.raises(FigureError) as caught:
        make()
    return str(caught.value)


# Fewer points.


def test_a_straight_line_keeps_its_two_ends() -> None:
    assert simplified([(x, 2.0 * x) for x in range(100)]) == ((0, 0.0), (99, 198.0))


def test_a_corner_stays() -> None:
    line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (2.0, 2.0)]
    assert simplified(line) == ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0))


def test_a_line_that_runs_back_on_itself_keeps_its_far_end() -> None:
    assert simplified([(0, 0), (5, 0), (0, 0)]) == ((0, 0), (5, 0), (0, 0))


@pytest.mark.parametrize("line", [[], [(1, 2)], [(1, 2), (3, 4)]])
def test_what_is_too_short_to_simplify_stays(line) -> None:
    assert simplified(line) == tuple(line)


def test_a_smooth_curve_of_500_points_needs_few() -> None:
    x = np.linspace(0, 600, 500)
    y = 200 * np.exp(-x / 100)
    assert len(simplified(list(zip(x.tolist(), y.tolist(), strict=True)))) < 50


@settings(deadline=None)
@given(st.lists(points, min_size=2, max_size=40), st.floats(0.01, 20))
def test_no_point_left_out_lies_farther_than_the_tolerance(line, tolerance: float) -> None:
    kept = simplified(line, tolerance_px=tolerance)
    assert kept[0] == line[0]
    assert kept[-1] == line[-1]
    assert set(kept) <= set(line)
    dense = along(kept, step_px=0.5)
    for point in line:
        assert nearest_px(np.array([point]), dense) <= tolerance + 0.5


# Labels in a column.


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10, 40, 90], [16, 16, 16], low=0, high=100) == (10, 40, 90)


def test_labels_at_one_place_move_apart_evenly() -> None:
    assert spread([50, 50, 50], [10, 10, 10], low=0, high=100, gap=2) == (38, 50, 62)


def test_labels_at_the_edge_stay_inside() -> None:
    assert spread([1, 2], [10, 10], low=0, high=100) == (5, 15)


def test_more_labels_than_room_are_not_squeezed() -> None:
    assert spread([1, 2, 3], [10, 10, 10], low=0, high=29) is None


def test_no_labels_need_no_room() -> None:
    assert spread([], [], low=0, high=0) == ()


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(-50, 350), st.floats(1, 40)), min_size=1, max_size=8),
    st.floats(0, 5),
)
def test_labels_never_overlap_and_keep_their_order(labels, gap: float) -> None:
    centres, sizes = zip(*labels, strict=True)
    placed = spread(centres, sizes, low=0, high=400, gap=gap)
    if placed is None:
        assert sum(sizes) + gap * (len(sizes) - 1) > 400
        return
    rows = sorted(zip(placed, sizes, centres, strict=True), key=lambda row: row[0])
    for (one, size, before), (other, other_size, after) in pairwise(rows):
        assert other - one >= (size + other_size) / 2 + gap - 1e-6
        assert before <= after
    assert rows[0][0] - rows[0][1] / 2 >= -1e-6
    assert rows[-1][0] + rows[-1][1] / 2 <= 400 + 1e-6


# Labels beside points.

BOUNDS = Box(0, 0, 400, 300)


def test_a_lonely_label_stands_right_of_its_point_without_a_leader() -> None:
    (found,) = place([candidates_around((100, 100), width=50, height=16)], bounds=BOUNDS)
    assert found == Candidate(Box(108, 92, 50, 16))


def test_a_label_at_the_right_edge_stands_left_of_its_point() -> None:
    (found,) = place([candidates_around((395, 100), width=50, height=16)], bounds=BOUNDS)
    assert found.box == Box(337, 92, 50, 16)


def test_a_label_keeps_off_a_line() -> None:
    line = along([(100, 100), (400, 100)])
    (found,) = place(
        [candidates_around((100, 100), width=50, height=16)], bounds=BOUNDS, marks=line
    )
    assert found.box.distance_to(line) >= 3


def test_a_label_without_any_free_place_has_none() -> None:
    assert place([candidates_around((5, 5), width=500, height=16)], bounds=BOUNDS) == (None,)


def test_the_label_with_the_fewest_places_chooses_first() -> None:
    here, there = Candidate(Box(0, 0, 10, 10)), Candidate(Box(100, 0, 10, 10))
    assert place([[here, there], [here]], bounds=BOUNDS) == (there, here)


def test_a_far_label_has_a_leader_that_starts_at_its_point_and_ends_before_the_words() -> None:
    far = candidates_around((100, 100), width=50, height=16, distances=(40,))[0]
    assert far.leader == ((106, 100), (140.5, 100))
    assert far.box.left == 143.5


@settings(deadline=None)
@given(st.lists(points, min_size=1, max_size=12), st.floats(20, 120))
def test_placed_labels_never_overlap_and_leaders_never_run_through_words(dots, width) -> None:
    boxes = [Box(x - 4, y - 4, 8, 8) for x, y in dots]
    bounds = Box(-20, -20, 760, 760)
    found = place(
        [candidates_around(dot, width=width, height=16) for dot in dots],
        bounds=bounds,
        taken=boxes,
    )
    placed = [one for one in found if one is not None]
    for one, other in combinations(placed, 2):
        assert not one.box.overlaps(other.box)
    for one in placed:
        assert one.box.lies_in(bounds)
        assert not any(one.box.overlaps(box) for box in boxes)
        for other in placed:
            if other.leader and other is not one:
                assert one.box.distance_to(along(other.leader)) > 0


@settings(deadline=None)
@given(st.lists(points, min_size=1, max_size=6))
def test_the_same_labels_get_the_same_places(dots) -> None:
    wishes = [candidates_around(dot, width=40, height=16) for dot in dots]
    assert place(wishes, bounds=BOUNDS) == place(wishes, bounds=BOUNDS)


def test_points_along_a_line_are_near_one_another_and_reach_both_ends() -> None:
    cloud = along([(0, 0), (30, 40)], step_px=2)
    assert cloud[0].tolist() == [0, 0]
    assert cloud[-1].tolist() == [30, 40]
    assert np.hypot(*np.diff(cloud, axis=0).T).max() <= 2.001


def test_nothing_is_infinitely_far_from_everything() -> None:
    assert Box(0, 0, 1, 1).distance_to(NO_POINTS) == math.inf
    assert nearest_px(NO_POINTS, along([(0, 0), (1, 1)])) == math.inf


def test_a_grid_line_is_open_where_words_stand() -> None:
    words = [Box(10, 0, 20, 20), Box(28, 0, 20, 20), Box(90, 0, 20, 20), Box(0, 50, 100, 10)]
    assert open_line(0, 100, 10, words) == (((0, 10), (6, 10)), ((52, 10), (86, 10)))


# Axes.


def test_an_axis_of_numbers_without_a_unit_is_refused() -> None:
    assert refused(lambda: axis(unit="")) == (
        "curve: the numbers of the y axis have no unit\n"
        'Fix: Say what they count, for example y_unit="points (0–66)" or "percent".'
    )


def test_an_axis_without_a_name_is_refused() -> None:
    assert refused(lambda: axis(label=" ")) == (
        "curve: y_label is empty\nFix: Say in a few words what it measures."
    )


def test_a_schematic_axis_with_a_unit_is_refused() -> None:
    assert refused(lambda: axis(is_schematic=True)) == (
        "curve: a schematic has no scale, so its y axis has no unit, not 'points'\n"
        'Fix: Leave y_unit out; for measured numbers write evidence="data".'
    )


def test_numbers_on_a_schematic_axis_are_refused() -> None:
    assert refused(
        lambda: axis(unit="", is_schematic=True, ticks=((1, "hours"), (2, "day 7")))
    ) == (
        "curve: a schematic has no numbers on its axes, not 'day 7': a reader would take the drawn "
        "shape for a measurement\n"
        "Fix: Write words such as hours, days, weeks, or leave the ticks out."
    )


def test_an_unknown_scale_is_refused_with_the_one_that_was_meant() -> None:
    assert refused(lambda: axis(scale="lineal")) == (
        "curve: y_scale must be one of linear, log, not 'lineal'\n"
        "Fix: Did you mean 'linear'? Log is for factors: 1, 10, 100."
    )


@pytest.mark.parametrize("value", [0, -2.5])
def test_a_log_axis_refuses_what_is_not_above_0(value: float) -> None:
    assert refused(lambda: axis(scale="log").check_values([1, value], what="'A'")) == (
        f"curve: 'A': y = {value:g} has no place on a log axis, where equal steps are equal "
        "factors and 0 is never reached\n"
        'Fix: Take y_scale="linear", or leave the row out and say so in the note.'
    )


def test_an_axis_that_would_cut_off_a_value_is_refused() -> None:
    assert refused(lambda: axis(limits=(0, 10)).check_values([11], what="'A'")) == (
        "curve: 'A': y = 11 lies outside the axis, 0 to 10\n"
        "Fix: Leave y_limits out, or make them wider."
    )


def test_a_value_that_is_no_number_is_refused() -> None:
    assert refused(lambda: axis().check_values([math.inf], what="'A'")) == (
        "curve: 'A': y is inf, which has no place on an axis\n"
        "Fix: Leave the cell empty where there is no number."
    )


def test_a_value_with_too_many_digits_is_refused() -> None:
    assert refused(lambda: axis().check_values([1e300], what="'A'")) == (
        "curve: 'A': y = 1e+300 has too many digits to be read on an axis\n"
        "Fix: Choose a larger unit."
    )


def test_limits_and_ticks_that_fall_are_refused() -> None:
    assert refused(lambda: axis(limits=(5, 1))) == (
        "curve: y_limits must rise, not 5 to 1\nFix: Write the smaller number first."
    )
    assert refused(lambda: axis(ticks=((2, "b"), (1, "a")))) == (
        "curve: y_ticks must rise, but 'a' follows 'b'\nFix: Sort them by their place."
    )


def test_a_log_axis_says_that_it_is_one() -> None:
    assert axis(scale="log").title("en") == "Score (points, log scale)"
    assert axis(scale="log").title("id") == "Score (points, skala logaritmik)"


def test_a_log_axis_ends_at_round_numbers_and_has_ticks_at_equal_factors() -> None:
    log = axis(scale="log")
    assert ends_of(log, [0.03, 70], is_rounded=True) == (0.02, 100)
    assert tick_places(log, (0.01, 100), most=5) == (0.01, 0.1, 1, 10, 100)
    assert tick_places(log, (1, 10), most=5) == (1, 2, 5, 10)
    assert tick_places(log, (1e-9, 1e9), most=4) == (1e-9, 1e-5, 1e-1, 1e3, 1e7)


def test_one_value_still_makes_an_axis() -> None:
    assert ends_of(axis(), [0], is_rounded=False) == (-1, 1)
    assert ends_of(axis(), [10], is_rounded=False) == (5, 15)
    assert ends_of(axis(scale="log"), [10], is_rounded=False) == (5, 20)


@settings(deadline=None)
@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12))
def test_an_axis_holds_its_values(one: float, other: float) -> None:
    low, high = ends_of(axis(), [one, other], is_rounded=True)
    reach = (high - low) * 1e-6
    assert low < high
    assert low - reach <= min(one, other)
    assert max(one, other) <= high + reach


def test_a_log_scale_gives_equal_factors_equal_lengths() -> None:
    scale = Scale((1, 1000), 0, 300, is_log=True)
    assert [scale.px(value) for value in (1, 10, 100, 1000)] == pytest.approx([0, 100, 200, 300])


# Numbers.


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [
        (0, "0", "0"),
        (0.5, "0.5", "0,5"),
        (-0.05, "−0.05", "−0,05"),
        (1995, "1995", "1995"),
        (12345, "12,345", "12.345"),
        (2_500_000_000, "2.5\u00a0billion", "2,5\u00a0miliar"),
        (-4e13, "−40\u00a0trillion", "−40\u00a0triliun"),
        (1 / 3, "0.333", "0,333"),
    ],
)
def test_a_number_is_written_as_readers_of_the_language_write_it(
    value: float, english: str, indonesian: str
) -> None:
    assert numeral(value, "en") == english
    assert numeral(value, "id") == indonesian


def test_ticks_have_the_decimals_that_they_need() -> None:
    assert numerals([-0.2, 5e-17, 0.2, 0.4], "en") == ("−0.2", "0", "0.2", "0.4")
