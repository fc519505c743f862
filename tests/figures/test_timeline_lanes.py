"""Lanes, flags and stacks of labels: nothing touches, nothing is crossed, little is moved."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.kinds.timeline.axis import kept_apart
from galley_figures.kinds.timeline.lanes import flags, free_of, lanes, stacked, stairs

places = st.floats(0, 700).map(lambda x: round(x, 1))
lengths = st.floats(1, 300).map(lambda x: round(x, 1))
extents = st.lists(
    st.tuples(places, lengths).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


def test_extents_that_stand_free_share_the_first_lane() -> None:
    assert lanes([(0, 50), (60, 90), (100, 120)], gap=4) == (0, 0, 0)


def test_an_extent_that_touches_another_goes_to_the_next_lane_that_is_free() -> None:
    assert lanes([(0, 50), (40, 90), (60, 80), (85, 99)], gap=4) == (0, 1, 0, 0)


def test_a_gap_smaller_than_asked_for_counts_as_touching() -> None:
    assert lanes([(0, 50), (53, 90)], gap=4) == (0, 1)
    assert lanes([(0, 50), (54, 90)], gap=4) == (0, 0)


def test_nothing_needs_no_lane() -> None:
    assert lanes([], gap=4) == ()
    assert flags([], [], gap=8) == ()
    assert stacked([], [], low=0, high=100, gap=4) == ()


@given(extents)
def test_no_two_extents_of_a_lane_touch(some: list[tuple[float, float]]) -> None:
    for choose in (lanes, stairs):
        chosen = choose(some, gap=4)
        for (one, lane), (other, same) in combinations(zip(some, chosen, strict=True), 2):
            if lane == same:
                assert one[1] + 4 <= other[0] or other[1] + 4 <= one[0]


@given(extents)
def test_nothing_lies_beyond_an_extent_where_it_begins(some: list[tuple[float, float]]) -> None:
    ordered = sorted(some, key=lambda extent: (extent[0], -extent[1]))
    chosen = stairs(ordered, gap=0)
    for n, (start, _end) in enumerate(ordered):
        beyond = (m for m in range(len(ordered)) if chosen[m] > chosen[n])
        assert not any(ordered[m][0] < start < ordered[m][1] for m in beyond)


def test_flags_with_room_stand_in_the_lowest_lane() -> None:
    assert flags([0, 100, 200], [80, 80, 80], gap=8) == (0, 0, 0)


def test_of_flags_that_are_too_near_the_earlier_one_is_raised() -> None:
    assert flags([0, 10, 300], [80, 80, 80], gap=8) == (1, 0, 0)


def test_a_short_flag_is_raised_too_where_a_pole_would_run_through_it() -> None:
    assert flags([0, 20, 60], [30, 80, 80], gap=8) == (2, 1, 0)


@given(
    st.lists(places, min_size=1, max_size=9, unique=True).map(sorted),
    st.lists(lengths, min_size=9, max_size=9),
)
def test_no_flag_touches_another_and_no_pole_runs_through_a_label(
    poles: list[float], widths: list[float]
) -> None:
    raised = flags(poles, widths[: len(poles)], gap=8)
    placed = list(zip(poles, widths, raised, strict=False))
    for one, other in combinations(placed, 2):
        if one[2] == other[2]:
            assert one[0] + one[1] + 8 <= other[0]
        upper, lower = sorted((one, other), key=lambda flag: -flag[2])
        assert upper is lower or not lower[0] < upper[0] < lower[0] + lower[1]


def test_labels_move_down_just_as_far_as_they_must() -> None:
    assert stacked([0, 4, 90], [20, 20, 10], low=0, high=200, gap=2) == (0, 22, 90)


def test_labels_at_the_end_move_up_again() -> None:
    assert stacked([70, 80, 90], [20, 20, 20], low=0, high=100, gap=0) == (40, 60, 80)


def test_labels_without_enough_room_begin_at_the_top_and_still_stay_apart() -> None:
    assert stacked([0, 0, 0], [20, 20, 20], low=5, high=50, gap=1) == (5, 26, 47)


@given(
    st.lists(st.tuples(places, st.floats(1, 60).map(lambda h: round(h, 1))), max_size=12),
    st.floats(0, 900),
)
def test_stacked_labels_never_touch_and_keep_their_order(
    wishes: list[tuple[float, float]], high: float
) -> None:
    ordered = sorted(wishes)
    heights = [height for _top, height in ordered]
    tops = stacked([top for top, _height in ordered], heights, low=0, high=high, gap=3)
    for (one, height), other in pairwise(zip(tops, [*heights], strict=True)):
        assert one + height + 3 <= other[0] + 1e-6
    assert all(top >= -1e-9 for top in tops)


@pytest.mark.parametrize(
    ("others", "free"),
    [
        ([], ((0, 10),)),
        ([(2, 4), (3, 6)], ((0, 2), (6, 10))),
        ([(-5, 3)], ((3, 10),)),
        ([(-5, 30)], ()),
        ([(12, 30)], ((0, 10),)),
    ],
)
def test_the_free_parts_of_an_extent_are_what_no_other_covers(
    others: list[tuple[float, float]], free: tuple[tuple[float, float], ...]
) -> None:
    assert free_of((0, 10), others) == free


def test_of_two_tick_labels_that_touch_the_more_important_one_is_kept() -> None:
    assert kept_apart([0, 100, 8, 50], [10, 10, 10, 10], gap=2) == (0, 1, 3)
