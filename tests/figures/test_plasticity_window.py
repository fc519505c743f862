"""The plasticity window: facts as in the evidence, then marks at their true places."""

import re
from types import ModuleType

import pytest
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from galley_figures import plasticity_window
from galley_figures.gallery.plasticity_window import compute, describe, draw
from galley_figures.locale.plasticity_window import WORDS
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)

# The axis as printed: five phases with shares 13, 13, 34, 14 and 26 of its length.
TRUE_POSITIONS = {
    0: 0.0,
    1: 0.13,
    7: 0.26,
    30: 0.26 + 0.34 * 23 / 84,
    60: 0.26 + 0.34 * 53 / 84,
    90: 0.26 + 0.34 * 83 / 84,
    91: 0.60,
    183: 0.74,
    274: 0.74 + 0.26 * 91 / 182,
    365: 1.0,
}


def along(layout: Layout, axis: Line2D, artist: Artist) -> tuple[float, float]:
    """Return where an artist begins and ends along the axis, as shares of the axis."""
    first, last = _edges(axis, layout)
    start, end = _edges(artist, layout)
    return (start - first) / (last - first), (end - first) / (last - first)


def _edges(artist: Artist, layout: Layout) -> tuple[float, float]:
    path = artist.get_transform().transform_path(artist.get_path()).vertices
    # Time runs to the right on a page and downwards on a phone, where y counts upwards.
    values = -path[:, 1] if layout.is_narrow else path[:, 0]
    return float(values.min()), float(values.max())


def test_phases_are_those_of_the_consensus() -> None:
    phases = [(p.label, p.start_days, p.end_days) for p in compute().phases]
    assert phases == [
        ("Hyperacute", 0, 1),
        ("Acute", 1, 7),
        ("Early subacute", 7, 91),
        ("Late subacute", 91, 183),
        ("Chronic", 183, 365),
    ]


def test_trial_windows_and_the_warning_are_at_their_published_days() -> None:
    data = compute()
    assert [(w.start_days, w.end_days) for w in data.windows] == [(0, 30), (60, 90), (183, 274)]
    assert (data.warning.start_days, data.warning.end_days) == (0, 1)


def test_gains_are_in_the_order_the_trial_reported() -> None:
    gains = [window.second_label for window in compute().windows]
    assert gains == ["smaller gain", "largest gain", "no clear gain"]


def test_clinicians_see_group_sizes_that_were_checked() -> None:
    data = compute(audience="clinician")
    assert [re.search(r"n = (\d+)", w.label)[1] for w in data.windows] == ["16", "17", "20"]
    assert "n = 19" in data.trial
    assert "n = 2,104" in data.warning.label


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_numbers_from_memory_are_not_printed(lang: str, audience: str) -> None:
    figure = plasticity_window(lang=lang, audience=audience)
    everything = f"{figure.wide_svg} {figure.description} {figure.caption} {figure.data.rows}"
    for number in ("0.73", "0,73", "480", "5.25", "6.87", "2.41", "5,25", "6,87", "2,41"):
        assert number not in re.sub(r' (?:d|x|y|transform)="[^"]*"', "", everything)


def test_the_curve_is_a_shape_that_rises_and_falls_but_never_reaches_zero() -> None:
    curve = compute().curve
    top = curve.height.index(max(curve.height))
    assert curve.height[0] < curve.height[-1] < max(curve.height)
    assert list(curve.height[: top + 1]) == sorted(curve.height[: top + 1])
    assert list(curve.height[top:]) == sorted(curve.height[top:], reverse=True)
    assert min(curve.lower) > 0
    assert max(curve.upper) <= 1


def test_the_description_says_what_is_drawn() -> None:
    data = compute()
    alt, description = describe(data)
    assert "60–90" in alt
    assert "24 hours" in alt
    for phase in data.phases:
        assert f"{phase.label} ({phase.second_label})" in description
    for window in data.windows:
        assert f"{window.label}: {window.second_label}" in description
    assert "not with the other groups" in description


def test_the_table_has_a_reference_and_a_check_for_every_row() -> None:
    table = plasticity_window().data
    assert table.columns[2:4] == ("start_days", "end_days")
    assert len(table.rows) == 5 + 3 + 1
    assert [row[-1] for row in table.rows] == [
        *["checked in a secondary source"] * 5,
        *["checked"] * 4,
    ]
    assert [row[-2] for row in table.rows].count("bernhardt2017") == 5
    assert table.rows[4][3] is None  # the chronic phase has no end


@every_layout
def test_ticks_stand_at_their_true_places_on_the_segmented_axis(
    layout: Layout, artist_checks: ModuleType
) -> None:
    data = compute()
    figure = drawn(draw, data, layout)
    (axis,) = artist_checks.with_gid(figure, "axis")
    ticks = artist_checks.with_gid(figure, "tick")
    assert [tick.days for tick in data.ticks] == [0, 1, 7, 30, 60, 91, 183, 274, 365]
    for tick, mark in zip(data.ticks, ticks, strict=True):
        start, end = along(layout, axis, mark)
        assert start == pytest.approx(TRUE_POSITIONS[tick.days])
        assert end == pytest.approx(start)


@every_layout
def test_the_scale_changes_visibly_where_a_phase_ends(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)
    (axis,) = artist_checks.with_gid(figure, "axis")
    breaks = artist_checks.with_gid(figure, "axis-break")
    middles = sorted(sum(along(layout, axis, mark)) / 2 for mark in breaks)
    pairs = [(one + other) / 2 for one, other in zip(middles[::2], middles[1::2], strict=True)]
    assert pairs == pytest.approx([0.13, 0.26, 0.60, 0.74], abs=0.002)
    words = [text.get_text() for text in artist_checks.visible_texts(figure)]
    assert "Time since the stroke. Each phase has its own scale." in words


@every_layout
def test_trial_markers_stand_at_their_true_days(layout: Layout, artist_checks: ModuleType) -> None:
    figure = drawn(draw, compute(), layout)
    (axis,) = artist_checks.with_gid(figure, "axis")
    found = [along(layout, axis, mark) for mark in artist_checks.with_gid(figure, "trial-window")]
    expected = [(0, 30), (60, 90), (183, 274)]
    for (start, end), days in zip(found, expected, strict=True):
        assert (start, end) == pytest.approx(tuple(TRUE_POSITIONS[day] for day in days))


@every_layout
@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_warning_of_the_first_day_is_flagged_in_the_colour_of_caution(
    layout: Layout, lang: str, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang), layout)
    (axis,) = artist_checks.with_gid(figure, "axis")
    (window,) = artist_checks.with_gid(figure, "avert-window")
    flag = artist_checks.with_gid(figure, "avert-flag")
    assert isinstance(window, Rectangle)
    assert along(layout, axis, window) == pytest.approx((0, TRUE_POSITIONS[1]))
    words = " ".join(line.get_text() for line in flag)
    assert words == WORDS[lang].audiences["patient"].warning
    assert {line.get_color() for line in flag} == {colour("caution")}


@every_layout
def test_the_schematic_curve_lies_inside_its_dashed_frame_and_has_no_scale(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)
    (frame,) = artist_checks.with_gid(figure, "schematic-frame")
    (curve,) = artist_checks.with_gid(figure, "schematic-curve")
    box = frame.get_window_extent()
    points = curve.get_transform().transform_path(curve.get_path()).vertices
    assert points[:, 0].min() >= box.x0 - 0.01
    assert points[:, 0].max() <= box.x1 + 0.01
    assert points[:, 1].min() >= box.y0 - 0.01
    assert points[:, 1].max() <= box.y1 + 0.01
    assert all(not axes.axison for axes in figure.axes)


def test_time_runs_down_the_page_on_a_phone(artist_checks: ModuleType) -> None:
    wide, narrow = (drawn(draw, compute(), layout) for layout in (WIDE, NARROW))
    (across,) = artist_checks.with_gid(wide, "axis")
    (down,) = artist_checks.with_gid(narrow, "axis")
    assert across.get_ydata()[0] == across.get_ydata()[-1]
    assert down.get_xdata()[0] == down.get_xdata()[-1]
