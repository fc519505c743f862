"""Contrast and colour distance, computed from what a figure paints; bad figures must fail."""

import subprocess
import sys
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.legibility import (
    SIGHTS,
    TEXT_CONTRAST,
    TOLD_APART,
    ColourPair,
    Reading,
    colour_distance,
    colour_pairs,
    contrasts,
    faint,
    indistinguishable_marks,
)
from galley_figures.legibility.vision import NEIGHBOURS
from galley_figures.style.canvas import (
    NARROW,
    box,
    drawn,
    measured_area,
    new_figure,
    page_area,
    rule,
    write,
)
from galley_figures.style.colormap import HEAT
from galley_figures.style.marks import dots
from galley_figures.style.palette import PALETTE, STEPS, colour, contrast

THEMES = ("light", "dark")
every_theme = pytest.mark.parametrize("theme", THEMES)


def draw(*steps: Callable[[Axes], object]) -> Figure:
    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=200)
        area = page_area(figure)
        for step in steps:
            step(area)
        return figure

    return drawn(page, None, NARROW)


def word(colour_name: str, **options) -> Callable[[Axes], object]:
    return lambda page: write(page, 100, 50, "some words", colour_name=colour_name, **options)


def patch(fill: str, *, left: float = 90, width: float = 200, **options) -> Callable:
    return lambda page: box(page, left, 20, width, 60, fill=fill, **options)


def read(figure: Figure, theme: str = "light") -> Reading:
    """Return the one reading that is not the ground's own."""
    return contrasts(figure, theme)[0]


@every_theme
def test_words_on_the_page_are_read_against_paper(theme: str) -> None:
    reading = read(draw(word("time")), theme)
    values = [getattr(PALETTE[name], theme) for name in ("time", "paper")]
    assert (reading.what, reading.kind, reading.needed) == ("some words", "text", 4.5)
    assert [reading.colour, reading.ground] == values
    assert reading.ratio == pytest.approx(contrast(*values))


@every_theme
def test_words_on_an_area_are_read_against_the_area(theme: str) -> None:
    reading = read(draw(patch("time-tint"), word("ink")), theme)
    assert reading.ground == getattr(PALETTE["time-tint"], theme)


def test_words_that_stand_half_on_a_bar_are_as_faint_as_their_faintest_letter() -> None:
    figure = draw(patch("time", left=130), word("ink"))
    assert [reading.what for reading in faint(figure, "light")] == ["some words"]
    assert read(figure).ground == colour("time")


def test_words_on_a_wide_line_or_a_dot_are_read_against_it() -> None:
    spot = lambda page: dots(page, [(110, 46)], diameter=40, colour_name="ink")  # noqa: E731
    assert read(draw(spot, word("time"))).ground == colour("ink")
    far = lambda page: dots(page, [(300, 46)], diameter=40, colour_name="ink")  # noqa: E731
    assert read(draw(far, word("time"))).ground == colour("paper")


def test_only_what_lies_beneath_counts_not_what_is_drawn_later() -> None:
    figure = draw(patch("time", zorder=9), word("ink"))
    assert read(figure).ground == colour("paper")


def test_the_topmost_of_several_areas_is_the_ground() -> None:
    figure = draw(patch("time"), patch("dose-tint", zorder=1.5), word("ink"))
    assert read(figure).ground == colour("dose-tint")


def test_translucent_paints_are_mixed_with_what_is_beneath() -> None:
    figure = draw(patch("ink", alpha=0.5), word("ink"))
    # Half ink, half paper: (29 + 251) / 2, (39 + 248) / 2, (51 + 241) / 2.
    assert read(figure).ground == "#8c9092"
    soft = draw(patch("ink", alpha=0.5), word("ink-soft"))
    assert [reading.what for reading in faint(soft, "light")] == ["some words"]


def test_translucent_words_are_mixed_too() -> None:
    reading = read(draw(word("ink", alpha=0.5)))
    assert reading.colour == "#8c9092"
    assert not reading.is_enough


def test_large_words_need_less() -> None:
    assert read(draw(word("uncertainty", size_px=24))).needed == 3
    assert read(draw(word("uncertainty", size_px=19, weight="semibold"))).needed == 3
    assert read(draw(word("uncertainty", size_px=19))).needed == 4.5
    assert faint(draw(word("uncertainty", size_px=24)), "light") == []


@every_theme
def test_a_colour_for_marks_is_too_faint_for_small_words(theme: str) -> None:
    figure = draw(word("step-1"))
    assert [reading.what for reading in faint(figure, theme)] == ["some words"]


def test_a_mark_is_read_against_what_two_thirds_of_it_lie_on() -> None:
    def crossing(right: float) -> Figure:
        line = lambda page: rule(page, (0, right), (50, 50), colour_name="ink", gid="curve")  # noqa: E731
        return draw(patch("time", left=0, width=60, gid="bar"), line)

    assert faint(crossing(300), "light") == []
    assert [reading.what for reading in faint(crossing(90), "light")] == ["curve"]


def test_an_interval_inside_a_bar_of_its_own_strength_is_too_faint() -> None:
    interval = lambda page: rule(page, (200, 289), (50, 50), colour_name="dose", gid="interval")  # noqa: E731
    figure = draw(patch("time", gid="bar"), interval)
    assert [reading.what for reading in faint(figure, "light")] == ["interval"]


def test_a_mark_on_a_mark_of_its_own_colour_is_one_shape_with_it() -> None:
    stem = lambda page: rule(page, (100, 280), (50, 50), colour_name="time", width=9)  # noqa: E731
    assert faint(draw(patch("time"), stem), "light") == []


def test_quiet_areas_hairlines_and_levels_need_no_contrast() -> None:
    figure = draw(
        patch("time-tint"),
        patch("heat-3", left=0, width=50),
        lambda page: rule(page, (0, 300), (9, 9), colour_name="hairline"),
    )
    assert contrasts(figure, "light") == ()


def test_a_translucent_band_is_quiet_beside_its_line_and_faint_alone() -> None:
    band = patch("time", alpha=0.2, gid="band")
    line = lambda page: rule(page, (0, 350), (50, 50), colour_name="time", gid="curve")  # noqa: E731
    assert faint(draw(band, line), "light") == []
    assert [reading.what for reading in faint(draw(band), "light")] == ["band"]


def test_the_watermark_is_not_read() -> None:
    assert contrasts(draw(word("watermark", gid="watermark")), "light") == ()


def curves(*styles: dict, labels: tuple[tuple, ...] = ()) -> Figure:
    """Draw one curve for each style, 40 px apart, and words beside their ends."""

    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=200)
        axes = measured_area(figure, left=20, top=10, width=200, height=160)
        axes.set_ylim(0, 160)
        axes.set_axis_off()
        for number, style in enumerate(styles):
            height = 20 + 40 * number
            name = style.pop("name")
            axes.plot([0, 1, 2], [height, height + 5, height], color=colour(name), **style)
        for number, name, gid in labels:
            place = {"size_px": 12, "colour_name": name, "gid": gid}
            write(page_area(figure), 230, 170 - 20 - 40 * number, "group", **place)
        return figure

    return drawn(page, None, NARROW)


@every_theme
def test_red_and_green_of_one_lightness_without_labels_are_told_apart_by_nothing(
    theme: str,
) -> None:
    bad = curves({"name": "harm"}, {"name": "dose"})
    assert indistinguishable_marks(bad, theme) == [("harm", "dose")]


def test_a_colour_distance_in_normal_sight_alone_is_not_enough() -> None:
    (pair,) = colour_pairs(curves({"name": "harm"}, {"name": "dose"}), "light")
    assert isinstance(pair, ColourPair)
    assert pair.distances["normal"] > 30
    assert min(pair.distances.values()) < 8
    assert pair.told_apart_by == ()


@every_theme
@pytest.mark.parametrize(
    "styles", [({}, {"ls": "--"}), ({"marker": "o"}, {"marker": "s"})], ids=["dashes", "markers"]
)
def test_dashes_and_markers_of_their_own_tell_curves_apart(theme: str, styles: tuple) -> None:
    figure = curves({"name": "harm", **styles[0]}, {"name": "dose", **styles[1]})
    (pair,) = colour_pairs(figure, theme)
    assert pair.told_apart_by == ("form",)


def test_markers_on_one_curve_of_two_are_no_form_of_the_other() -> None:
    figure = curves({"name": "harm"}, {"name": "dose", "marker": "o"})
    assert indistinguishable_marks(figure, "light") == [("harm", "dose")]


def test_the_same_marker_in_two_sizes_is_no_form_of_its_own() -> None:
    figure = curves(
        {"name": "harm", "marker": "o", "ms": 5}, {"name": "dose", "marker": "o", "ms": 9}
    )
    assert indistinguishable_marks(figure, "light") == [("harm", "dose")]


def test_hatches_tell_areas_apart() -> None:
    plain, hatched = patch("harm", left=0, width=50), patch("dose", left=80, hatch="//")
    same = patch("dose", left=80)
    assert indistinguishable_marks(draw(plain, same), "light") == [("harm", "dose")]
    assert indistinguishable_marks(draw(plain, hatched), "light") == []


@every_theme
def test_a_label_beside_each_curve_tells_them_apart(theme: str) -> None:
    two = ({"name": "harm"}, {"name": "dose"})
    own_colours = ((0, "harm", None), (1, "dose", None))
    assert indistinguishable_marks(curves(*map(dict, two), labels=own_colours), theme) == []
    by_gid = ((0, "ink", "label-a"), (1, "ink", "label-b"))
    assert indistinguishable_marks(curves(*map(dict, two), labels=by_gid), theme) == []


@pytest.mark.parametrize(
    "labels",
    [
        ((0, "harm", None),),
        ((0, "ink", None), (1, "ink", None)),
        ((2, "harm", None), (3, "dose", None)),
    ],
    ids=["one of two", "ink without a gid", "too far away"],
)
def test_labels_that_name_not_both_curves_do_not_help(labels: tuple) -> None:
    figure = curves({"name": "harm"}, {"name": "dose"}, labels=labels)
    assert indistinguishable_marks(figure, "light") == [("harm", "dose")]


def test_every_curve_of_a_colour_needs_its_label() -> None:
    figure = curves(
        {"name": "harm"},
        {"name": "dose"},
        {"name": "harm"},
        labels=((0, "harm", None), (1, "dose", None)),
    )
    assert indistinguishable_marks(figure, "light") == [("harm", "dose")]


def test_labels_cannot_name_the_dots_of_two_clouds() -> None:
    cloud = {"marker": "o", "ls": ""}
    labels = ((0, "harm", None), (1, "dose", None))
    figure = curves({"name": "harm", **cloud}, {"name": "dose", **cloud}, labels=labels)
    assert indistinguishable_marks(figure, "light") == [("harm", "dose")]


def rows(*bars: tuple[str, float], labels: tuple[float, ...]) -> Figure:
    """Draw lying bars far right of their labels, which stand at some heights."""
    marks = [
        lambda page, name=name, y=y: box(page, 200, y - 5, 60, 10, fill=name) for name, y in bars
    ]
    words = [lambda page, y=y: write(page, 10, y + 4, "row", gid="label") for y in labels]
    return draw(*marks, *words)


def test_a_label_in_the_row_of_a_bar_names_it_from_afar() -> None:
    bars = (("harm", 40), ("dose", 90))
    assert indistinguishable_marks(rows(*bars, labels=(40, 90)), "light") == []
    assert indistinguishable_marks(rows(*bars, labels=(40,)), "light") == [("harm", "dose")]
    same_row = (("harm", 40), ("dose", 46))
    assert indistinguishable_marks(rows(*same_row, labels=(43,)), "light") == [("harm", "dose")]


def test_without_coloraide_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['coloraide'] = None\n"
        "from galley_figures.legibility import colour_distance\n"
        "try: colour_distance('#000000', '#ffffff')\n"
        "except ValueError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == (
        "colour distances need the package coloraide\n"
        "Fix: install it with: pip install 'galley-articles[test]'\n"
    )


def test_axes_frames_and_leaders_carry_no_meaning() -> None:
    figure = curves({"name": "harm"}, {"name": "ink-muted"}, {"name": "ink-soft"})
    assert colour_pairs(figure, "light") == ()


@every_theme
def test_a_sequence_of_five_is_told_apart_by_colour_alone(theme: str) -> None:
    figure = curves(*({"name": f"step-{number}"} for number in range(1, 6)))
    pairs = colour_pairs(figure, theme)
    assert len(pairs) == 10
    assert all("colour" in pair.told_apart_by for pair in pairs)


def test_distances_are_those_of_the_standard() -> None:
    assert colour_distance("#000000", "#ffffff") == pytest.approx(100, abs=0.01)
    assert colour_distance("#a1322a", "#a1322a") == 0
    assert colour_distance("#a1322a", "#586415", "grey") < 2


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_palettes_steps_and_gain_and_loss_differ_for_everyone_and_in_grey(
    theme: str, sight: str
) -> None:
    pairs = [*combinations(STEPS, 2), ("gain", "loss")]
    for one, other in pairs:
        values = [getattr(PALETTE[name], theme) for name in (one, other)]
        assert colour_distance(*values, sight) >= TOLD_APART, (one, other)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_neighbouring_levels_of_a_map_differ_for_everyone_and_in_grey(
    theme: str, sight: str
) -> None:
    for one, other in pairwise(HEAT):
        values = [getattr(PALETTE[name], theme) for name in (one, other)]
        assert colour_distance(*values, sight) >= NEIGHBOURS, (one, other)


@pytest.mark.parametrize("theme", THEMES)
def test_steps_and_levels_move_away_from_the_page_and_ink_stays_readable_on_levels(
    theme: str,
) -> None:
    paper, ink = (getattr(PALETTE[name], theme) for name in ("paper", "ink"))
    for sequence in (STEPS, HEAT):
        ratios = [contrast(getattr(PALETTE[name], theme), paper) for name in sequence]
        assert ratios == sorted(ratios)
    assert min(contrast(ink, getattr(PALETTE[name], theme)) for name in HEAT) >= TEXT_CONTRAST


def test_colours_with_a_meaning_are_no_twins_in_normal_sight() -> None:
    meanings = [
        name
        for name, entry in PALETTE.items()
        if entry.use == "text" and not name.startswith("ink")
    ]
    for one, other in combinations(meanings, 2):
        for theme in THEMES:
            values = [getattr(PALETTE[name], theme) for name in (one, other)]
            assert colour_distance(*values) >= TOLD_APART, (one, other, theme)
