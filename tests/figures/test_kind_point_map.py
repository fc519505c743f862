"""A map of points: what it refuses, where points lie, and labels that never collide."""

from itertools import pairwise
from types import ModuleType

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from galley_figures import point_map
from galley_figures.errors import FigureError
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.legibility import faint
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout
from galley_figures.style.palette import colour

each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
each_lang = pytest.mark.parametrize("lang", ["en", "id"])

LONG = "A very long name for a point that nobody would choose, yet somebody will write it"
TABLE = """
| label | x  | y  | detail   | meaning | shape  | source   |
|-------|----|----|----------|---------|--------|----------|
| Near  | 0  | 0  | 85 people | time   | circle | lang2016 |
| Far   | 80 | 40 |          | harm    | square |          |
| There | 40 | 20 |          | harm    | square |          |
"""
SHAPES = {"circle": "randomised trial", "square": "cohort"}


def make(table: object = TABLE, **given_parts: object) -> ExplanatoryFigure:
    return point_map(
        table,
        **{
            "x_label": "Dose",
            "x_unit": "hours",
            "y_label": "Gain",
            "y_unit": "points",
            "shapes": SHAPES,
            "evidence": "data",
            "sources": ["lohse2014"],
        }
        | given_parts,
    )


def by_words(table: object, **given_parts: object) -> ExplanatoryFigure:
    words = {"x_unit": "", "y_unit": "", "x_words": ["low", "high"], "y_words": ["weak", "strong"]}
    return make(table, **words | given_parts)


def some(count: int, label: str = "Study {n}") -> list[dict[str, object]]:
    return [
        {"label": label.format(n=n), "x": (n * 37) % 100, "y": (n * 61) % 60} for n in range(count)
    ]


def refused(make_one=make, **given_parts: object) -> str:
    with pytest.raises(FigureError) as caught:
        make_one(**given_parts)
    return str(caught.value)


def middle(artist: object) -> tuple[float, float]:
    """Return the middle of a mark's box, y downwards."""
    box = artist.get_path().get_extents(artist.get_patch_transform())
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def places(figure: Figure, checks: ModuleType) -> list[tuple[float, float]]:
    return [middle(artist) for artist in checks.with_gid(figure, "point")]


def words(figure: Figure, checks: ModuleType, gid: str) -> list[str]:
    return [text.get_text() for text in checks.with_gid(figure, gid)]


# What is refused.


def test_more_points_than_can_be_named_are_refused() -> None:
    assert refused(table=some(26)) == (
        "point_map: 26 points are more than can be named in one picture; 25 are the most\n"
        "Fix: Keep those that the text speaks of, or make two figures."
    )


def test_an_axis_of_numbers_without_a_unit_is_refused() -> None:
    assert refused(x_unit="") == (
        "point_map: the numbers of the x axis have no unit\n"
        'Fix: Say what they count, for example x_unit="points (0–66)" or "percent".'
    )


def test_a_log_axis_refuses_0() -> None:
    assert refused(y_scale="log") == (
        "point_map: 'Near': y = 0 has no place on a log axis, where equal steps are equal factors "
        "and 0 is never reached\n"
        'Fix: Take y_scale="linear", or leave the row out and say so in the note.'
    )


def test_a_word_that_is_not_on_the_axis_is_refused_with_the_one_that_was_meant() -> None:
    row = [{"label": "Near", "x": "hihg", "y": "weak"}]
    assert refused(by_words, table=row) == (
        "point_map: 'Near': x is 'hihg', which is not one of the axis's words\n"
        "Fix: Did you mean 'high'? The words are low, high."
    )


def test_an_axis_of_words_has_no_unit() -> None:
    assert refused(x_words=["low", "high"]) == (
        "point_map: the x axis has words, so it has no unit, scale or limits\n"
        "Fix: Leave x_unit, x_scale and x_limits out, or leave x_words out."
    )


def test_shapes_that_nothing_explains_are_refused() -> None:
    assert refused(shapes=None) == (
        "point_map: nothing says what the shape 'circle' stands for\n"
        'Fix: Name it, for example shapes={"circle": "randomised trial"}.'
    )
    assert refused(shapes={"circle": "trial"}) == (
        "point_map: nothing says what the shape 'square' stands for\n"
        'Fix: Name it, for example shapes={"square": "randomised trial"}.'
    )


def test_an_unknown_shape_or_meaning_is_refused_with_the_legal_ones() -> None:
    assert refused(table=[{"label": "A", "x": 1, "y": 1, "shape": "sqare"}]) == (
        "point_map: 'A': unknown shape 'sqare'\n"
        "Fix: Did you mean 'square'? The shapes are circle, square, triangle, diamond."
    )
    assert refused(table=[{"label": "A", "x": 1, "y": 1, "meaning": "dosis"}]).startswith(
        "point_map: 'A': unknown meaning 'dosis'\nFix: Did you mean 'dose'?"
    )


def zone(label: str, x: tuple[float, float], y: tuple[float, float]) -> dict[str, object]:
    return {"label": label, "x_low": x[0], "x_high": x[1], "y_low": y[0], "y_high": y[1]}


def test_zones_that_overlap_are_refused() -> None:
    zones = [zone("Low", (0, 50), (0, 20)), zone("Middle", (40, 60), (0, 40))]
    assert refused(zones=zones) == (
        "point_map: the zones 'Low' and 'Middle' overlap: a point there would seem to belong to "
        "the one that is drawn last\n"
        "Fix: Let one end where the other begins."
    )


def test_a_zone_without_width_is_refused() -> None:
    assert refused(zones=[zone("Low", (50, 10), (0, 20))]) == (
        "point_map: the zone 'Low' has no width: x_low is 50 and x_high 10\n"
        "Fix: Write the smaller number as low."
    )


# Where things lie.


@each_layout
def test_points_lie_at_their_values(layout: Layout, artist_checks: ModuleType) -> None:
    near, far, there = places(make().redraw(layout), artist_checks)
    assert there == pytest.approx(((near[0] + far[0]) / 2, (near[1] + far[1]) / 2), abs=1)
    assert near[0] < far[0]
    assert near[1] > far[1]


@each_layout
def test_points_lie_at_the_ticks_of_their_numbers(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = make([{"label": "A", "x": 20, "y": 1}], x_limits=(0, 80), shapes=None).redraw(layout)
    ticks = [tick.get_xdata()[0] for tick in artist_checks.with_gid(figure, "x-tick")]
    numbers = [float(text) for text in words(figure, artist_checks, "x-tick-word")]
    ((x, _y),) = places(figure, artist_checks)
    assert x == pytest.approx(np.interp(20, numbers, ticks), abs=0.1)


@each_layout
def test_points_on_axes_of_words_lie_in_their_cells(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = by_words(
        [{"label": "A", "x": "low", "y": "weak"}, {"label": "B", "x": "high", "y": "strong"}],
        shapes=None,
    ).redraw(layout)
    one, other = places(figure, artist_checks)
    ticks = [tick.get_xdata()[0] for tick in artist_checks.with_gid(figure, "x-tick")]
    assert [one[0], other[0]] == pytest.approx(ticks, abs=0.1)
    assert one[1] > other[1]


@each_layout
def test_points_of_one_cell_stand_side_by_side(layout: Layout, artist_checks: ModuleType) -> None:
    rows = [{"label": f"Study {n}", "x": "low", "y": "weak"} for n in range(4)]
    found = places(by_words(rows, shapes=None).redraw(layout), artist_checks)
    steps = [other[0] - one[0] for one, other in pairwise(found)]
    assert min(steps) > 10
    assert len({round(y, 3) for _x, y in found}) == 1


def test_a_zone_covers_what_it_names(artist_checks: ModuleType) -> None:
    figure = make(zones=[zone("Low", (0, 40), (0, 20))]).redraw(WIDE)
    near, _far, there = places(figure, artist_checks)
    (area,) = artist_checks.with_gid(figure, "zone")
    box = area.get_path().get_extents(area.get_patch_transform())
    assert (box.x0, box.y1) == pytest.approx(near, abs=1)
    assert (box.x1, box.y0) == pytest.approx(there, abs=1)
    assert words(figure, artist_checks, "zone-label") == ["Low"]


def test_a_zone_on_axes_of_words_holds_whole_cells(artist_checks: ModuleType) -> None:
    area = {"label": "All", "x_low": "low", "x_high": "high", "y_low": "weak", "y_high": "weak"}
    figure = by_words([{"label": "A", "x": "low", "y": "weak"}], zones=[area], shapes=None)
    drawing = figure.redraw(WIDE)
    (drawn,) = artist_checks.with_gid(drawing, "zone")
    (axis,) = artist_checks.with_gid(drawing, "x-axis")
    box = drawn.get_path().get_extents(drawn.get_patch_transform())
    assert [box.x0, box.x1] == pytest.approx(list(axis.get_xdata()))
    assert "All: low to high; weak" in figure.description


def test_colours_say_meanings_and_shapes_are_explained(artist_checks: ModuleType) -> None:
    figure = make().redraw(WIDE)
    labels = artist_checks.with_gid(figure, "point-label")
    assert [text.get_color() for text in labels] == [
        colour("time"),
        colour("harm"),
        colour("harm"),
    ]
    assert words(figure, artist_checks, "key-label") == ["randomised trial", "cohort"]
    assert len(artist_checks.with_gid(figure, "key-mark")) == 2


@each_layout
def test_a_schematic_map_has_no_numbers(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make(
        some(3, "Study {n}".replace("{n}", "A")),
        x_unit="",
        y_unit="",
        evidence="schematic",
        shapes=None,
    )
    texts = artist_checks.visible_texts(figure.redraw(layout))
    assert not any(letter.isdigit() for text in texts for letter in text.get_text())
    assert figure.data.columns == ("label",)


# Crowds.


def test_a_crowd_is_numbered_and_named_below(artist_checks: ModuleType) -> None:
    figure = make(some(25, LONG + " {n}"), shapes=None).redraw(NARROW)
    numbers = [str(n) for n in range(1, 26)]
    assert sorted(words(figure, artist_checks, "point-label")) == sorted(numbers)
    assert words(figure, artist_checks, "note-number") == numbers
    below = " ".join(words(figure, artist_checks, "note"))
    assert all(f"{LONG} {n}" in below for n in range(25))


def test_a_few_points_are_named_in_the_plane(artist_checks: ModuleType) -> None:
    for layout in LAYOUTS:
        figure = make().redraw(layout)
        assert words(figure, artist_checks, "point-label") == ["Near", "Far", "There"]
        assert words(figure, artist_checks, "point-label-detail") == ["85 people"]
        assert words(figure, artist_checks, "note") == []


def check_words(figure: ExplanatoryFigure, checks: ModuleType) -> None:
    assert len(figure.alt) <= 125
    for layout in LAYOUTS:
        drawing = figure.redraw(layout)
        assert checks.overlapping_texts(drawing) == []
        assert checks.texts_leaving_the_canvas(drawing) == []
        assert checks.texts_over_marks(drawing) == []


HOSTILE = {
    "one point": some(1, LONG),
    "twenty points": some(20),
    "twenty-five long names": some(25, LONG + " {n}"),
    "all at one place": [{"label": f"Study {n}", "x": 5, "y": 5} for n in range(8)],
    "on the edges": [
        {"label": LONG, "x": x, "y": y, "detail": LONG} for x in (0, 100) for y in (0, 100)
    ],
    "negative and huge": [
        {"label": "A", "x": -5e11, "y": -3e13},
        {"label": "B", "x": 4e12, "y": 8e13},
    ],
}


@pytest.mark.parametrize("name", HOSTILE)
@each_lang
def test_words_stay_apart_in_hostile_tables(
    name: str, lang: str, artist_checks: ModuleType
) -> None:
    check_words(make(HOSTILE[name], shapes=None, lang=lang), artist_checks)


def test_words_stay_apart_with_long_axes_words_zones_and_shapes(
    artist_checks: ModuleType,
) -> None:
    levels = [f"{LONG[:30]} {n}" for n in "abcd"]
    area = {"label": LONG, "x_low": levels[0], "x_high": levels[0], "y_low": levels[1]}
    figure = by_words(
        [
            {"label": f"{LONG} {n}", "x": levels[n % 4], "y": levels[n % 3], "shape": shape}
            for n, shape in enumerate(["circle", "square", "triangle", "diamond"] * 3)
        ],
        x_label=LONG,
        y_label=f"{LONG}, {LONG}",
        x_words=levels,
        y_words=levels,
        zones=[area | {"y_high": levels[2]}],
        shapes={shape: f"{LONG} {shape}" for shape in ("circle", "square", "triangle", "diamond")},
    )
    check_words(figure, artist_checks)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_meaning_can_be_read_on_every_zone(theme: str) -> None:
    meanings = ["restoration", "compensation", "time", "dose", "caution", "harm", "neutral"]
    zones = [
        zone(name, (n * 10, n * 10 + 10), (0, 100)) | {"meaning": name}
        for n, name in enumerate(meanings)
    ]
    rows = [
        {"label": "A", "x": n * 10 + 5, "y": 10 + 12 * row, "meaning": name}
        for n in range(7)
        for row, name in enumerate([meanings[n], "neutral", "harm"])
    ]
    for layout in LAYOUTS:
        assert faint(make(rows, zones=zones, shapes=None).redraw(layout), theme) == []


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a table smaller takes minutes
)
@given(
    dots=st.lists(
        st.tuples(
            st.floats(0, 100),
            st.floats(0, 100),
            st.sampled_from(["A", "Study two", "A longer name of a study", LONG]),
            st.sampled_from(["", "n = 20", "a few words on it"]),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_words_stay_apart_in_any_table(dots, artist_checks: ModuleType) -> None:
    rows = [{"label": label, "x": x, "y": y, "detail": detail} for x, y, label, detail in dots]
    check_words(make(rows, shapes=None), artist_checks)


# Tables and words.


def test_columns_may_be_named_and_numbers_written_in_indonesian() -> None:
    table = """
    | nama  | x   | y    | rincian  | makna | bentuk  | sumber   |
    |-------|-----|------|----------|-------|---------|----------|
    | Dekat | 0,5 | 1,25 | 85 orang | time  | persegi | lang2016 |
    """
    figure = make(table, lang="id", sources=[])
    assert figure.data.columns == (
        "nama",
        "Dose (hours)",
        "Gain (points)",
        "rincian",
        "bentuk",
        "sumber",
    )
    assert figure.data.rows == (("Dekat", 0.5, 1.25, "85 orang", "cohort", "lang2016"),)
    assert figure.evidence.sources == ("lang2016",)


def test_the_words_say_all_that_is_drawn() -> None:
    figure = make(zones=[zone("Low", (0, 40), (0, 20))])
    assert (
        figure.alt == "Map of 3 points. Across: Dose (hours). Up: Gain (points). Near; Far; There."
    )
    assert figure.description == (
        "Horizontal axis: Dose (hours). Vertical axis: Gain (points). "
        "Near (85 people, randomised trial): 0 hours; 0 points. "
        "Far (cohort): 80 hours; 40 points. There (cohort): 40 hours; 20 points. "
        "Areas: Low: 0 to 40 hours; 0 to 20 points."
    )
    assert make(lang="id").alt == (
        "Peta 3 titik. Mendatar: Dose (hours). Ke atas: Gain (points). Near; Far; There."
    )
