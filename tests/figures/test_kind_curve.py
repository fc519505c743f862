"""Curves: what they refuse, where their marks lie, and words that stay apart in hostile tables."""

import gzip
import math
from types import ModuleType

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from galley_figures import curve
from galley_figures.errors import FigureError
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.curve import (
    Axis,
    Curves,
    MarkedPoint,
    ReferenceLine,
    Sample,
    Series,
    draw_curve,
)
from galley_figures.kinds.curve.lines import DASHES
from galley_figures.kinds.curve.spec import colours_of
from galley_figures.kinds.curve.words import course_of
from galley_figures.legibility import faint
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout
from galley_figures.style.palette import colour

each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
each_lang = pytest.mark.parametrize("lang", ["en", "id"])

TABLE = """
| x  | y  | low | high | series | meaning      |
|----|----|-----|------|--------|--------------|
| 0  | 10 | 8   | 12   | Early  | restoration  |
| 10 | 30 | 25  | 35   | Early  | restoration  |
| 20 | 40 | 33  | 47   | Early  | restoration  |
| 0  | 12 | 9   | 15   | Late   | compensation |
| 10 | 15 | 10  | 20   | Late   | compensation |
| 20 | 20 | 12  | 28   | Late   | compensation |
"""
LONG = "A very long name for a curve that nobody would choose, yet somebody will write it"


def make(table: object = TABLE, **given_parts: object) -> ExplanatoryFigure:
    return curve(
        table,
        **{
            "x_label": "Time",
            "x_unit": "weeks",
            "y_label": "Score",
            "y_unit": "points",
            "band": "95% interval",
            "evidence": "data",
            "sources": ["ward2019"],
        }
        | given_parts,
    )


def rows(*ys: float | None, series: str = "", xs: list[float] | None = None) -> list[dict]:
    places = range(len(ys)) if xs is None else xs
    return [{"x": x, "y": y, "series": series} for x, y in zip(places, ys, strict=True)]


def refused(**given_parts: object) -> str:
    with pytest.raises(FigureError) as caught:
        make(**given_parts)
    return str(caught.value)


def drawn_points(figure: Figure, checks: ModuleType, gid: str = "curve") -> list[np.ndarray]:
    return [np.asarray(line.get_xydata()) for line in checks.with_gid(figure, gid)]


def words(figure: Figure, checks: ModuleType, gid: str) -> list[str]:
    return [text.get_text() for text in checks.with_gid(figure, gid)]


# What is refused.


def test_more_than_five_curves_are_refused_with_the_reason() -> None:
    table = [row for name in "ABCDEF" for row in rows(1, 2, series=name)]
    assert refused(table=table) == (
        "curve: 6 curves are more than a reader can follow; 5 can still be told apart by their "
        "lines and named at their ends\n"
        "Fix: Draw those that answer the question, or make two figures."
    )


def test_a_second_y_axis_is_refused_and_two_figures_offered() -> None:
    assert refused(second_y_label="Dose (mg)") == (
        "curve: a second y axis, 'Dose (mg)', is refused: where the two scales begin and how far "
        "they reach decides which curves cross, so the reader sees a relation that the author "
        "chose\n"
        "Fix: Make two figures, one below the other, with the same x axis."
    )


def test_rows_that_are_not_sorted_are_refused() -> None:
    assert refused(table=rows(1, 2, 3, series="Early", xs=[0, 5, 3])) == (
        "curve: 'Early': x must rise from row to row, but 3 follows 5\n"
        "Fix: Sort the rows of each series by x."
    )


def test_two_rows_at_one_x_are_refused() -> None:
    assert refused(table=rows(1, 2, series="Early", xs=[5, 5])) == (
        "curve: 'Early' has two rows at x = 5; a curve has one y at each\n"
        "Fix: Draw them as two series, or give their mean and their interval."
    )


@pytest.mark.parametrize("x", [0, -3])
def test_a_log_axis_refuses_x_that_is_not_above_0(x: float) -> None:
    assert refused(table=rows(1, 2, series="Early", xs=[x, 5]), x_scale="log") == (
        f"curve: 'Early': x = {x} has no place on a log axis, where equal steps are equal factors "
        "and 0 is never reached\n"
        'Fix: Take x_scale="linear", or leave the row out and say so in the note.'
    )


def test_y_without_a_unit_is_refused_unless_schematic() -> None:
    assert refused(y_unit="") == (
        "curve: the numbers of the y axis have no unit\n"
        'Fix: Say what they count, for example y_unit="points (0–66)" or "percent".'
    )
    shape = make(rows(1, 2), y_unit="", x_unit="", band="", evidence="schematic", sources=[])
    assert shape.evidence.kind == "schematic"


def test_numbers_on_a_schematic_are_refused() -> None:
    assert refused(
        table=rows(1, 2), y_unit="", x_unit="", evidence="schematic", x_ticks=[(0, "day 1")]
    ) == (
        "curve: a schematic has no numbers on its axes, not 'day 1': a reader would take the drawn "
        "shape for a measurement\n"
        "Fix: Write words such as hours, days, weeks, or leave the ticks out."
    )


def test_half_an_interval_is_refused() -> None:
    assert refused(table=[{"x": 1, "y": 2, "low": 1, "high": None, "series": "A"}]) == (
        "curve: 'A' has one end of an interval only at x = 1\n"
        "Fix: Give both low and high, or neither."
    )


def test_a_value_outside_its_interval_is_refused() -> None:
    assert refused(table=[{"x": 1, "y": 9, "low": 1, "high": 3, "series": "A"}]) == (
        "curve: 'A': at x = 1, 9 is outside its interval, 1 to 3\n"
        "Fix: Look the three numbers up again."
    )


def test_an_interval_without_a_value_is_refused() -> None:
    assert refused(table=[{"x": 1, "y": None, "low": 1, "high": 3, "series": "A"}]) == (
        "curve: 'A' has an interval but no y at x = 1\n"
        "Fix: Give the y that the interval belongs to, or leave all three empty."
    )


def test_intervals_of_an_unknown_kind_are_refused() -> None:
    assert refused(band="") == (
        "curve: low and high are given, but not what they are\n"
        'Fix: Say it, for example band="95% interval".'
    )


def test_a_curve_without_any_value_is_refused() -> None:
    assert refused(table=rows(None, None, series="A")) == (
        "curve: 'A' has no y at all\nFix: Give it numbers, or leave it out."
    )


def test_a_curve_without_a_name_beside_another_is_refused() -> None:
    assert refused(table=[*rows(1, 2, series="A"), *rows(1, 2)]) == (
        "curve: a series has no name, but there are several\n"
        "Fix: Fill the column 'series' in every row."
    )


def test_two_meanings_of_one_curve_are_refused() -> None:
    table = [{"x": 0, "y": 1, "series": "A", "meaning": "harm"}]
    table.append({"x": 1, "y": 1, "series": "A", "meaning": "time"})
    assert refused(table=table) == (
        "curve: 'A' has two meanings, harm and time\nFix: Write the same one in all of its rows."
    )


def test_an_unknown_meaning_is_refused_with_the_one_that_was_meant() -> None:
    assert refused(table=[{"x": 0, "y": 1, "series": "A", "meaning": "hram"}]) == (
        "curve: 'A': unknown meaning 'hram'\n"
        "Fix: Did you mean 'harm'? The meanings are restoration, compensation, time, dose, "
        "caution, harm, gain, loss, ordered, neutral."
    )


def test_a_reference_line_on_no_axis_is_refused() -> None:
    assert refused(reference_lines=[{"axis": "z", "at": 1, "label": "here"}]) == (
        "curve: the reference line 'here' lies on axis x or y, not 'z'\n"
        "Fix: Write x for a line that stands, y for one that lies."
    )


def test_too_many_lines_and_points_are_refused() -> None:
    lines = [{"axis": "x", "at": i, "label": "here"} for i in range(5)]
    assert refused(reference_lines=lines) == (
        "curve: 5 reference lines are too many to be read beside the curves\n"
        "Fix: Keep the 4 that matter most."
    )
    dots = [{"x": i, "y": 20, "label": "here"} for i in range(9)]
    assert refused(points=dots) == (
        "curve: 9 marked points are too many to be read beside the curves\n"
        "Fix: Keep the 8 that matter most."
    )


def test_a_line_outside_the_axis_is_refused() -> None:
    line = [{"axis": "y", "at": 66, "label": "full score"}]
    assert refused(y_limits=(0, 50), reference_lines=line) == (
        "curve: the reference line 'full score': y = 66 lies outside the axis, 0 to 50\n"
        "Fix: Leave y_limits out, or make them wider."
    )


# Where marks lie.


@each_layout
def test_each_curve_runs_through_its_samples(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make(y_limits=(0, 50)).redraw(layout)
    early, late = drawn_points(figure, artist_checks)
    axis_y = artist_checks.with_gid(figure, "x-axis")[0].get_ydata()[0]
    px = (axis_y - early[0][1]) / 10  # of a point, the axis starting at 0
    assert [(axis_y - y) / px for y in early[:, 1]] == pytest.approx([10, 30, 40])
    assert (axis_y - late[-1][1]) / px == pytest.approx(20)
    ticks = [tick.get_xdata()[0] for tick in artist_checks.with_gid(figure, "x-tick")]
    assert early[[0, 1, 2], 0] == pytest.approx([ticks[0], (ticks[0] + ticks[-1]) / 2, ticks[-1]])


@each_layout
def test_bands_reach_from_low_to_high(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make(y_limits=(0, 50)).redraw(layout)
    (early, _late) = drawn_points(figure, artist_checks)
    lower, upper = drawn_points(figure, artist_checks, "band-edge")[:2]
    axis_y = artist_checks.with_gid(figure, "x-axis")[0].get_ydata()[0]
    px = (axis_y - early[0][1]) / 10
    assert [(axis_y - y) / px for y in (lower[0][1], lower[-1][1])] == pytest.approx([8, 33])
    assert [(axis_y - y) / px for y in (upper[0][1], upper[-1][1])] == pytest.approx([12, 47])
    assert len(artist_checks.with_gid(figure, "band")) == 2


@each_layout
def test_a_gap_is_never_bridged(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make(rows(1, 2, None, 4, 5, None, 7), band="").redraw(layout)
    (line,) = drawn_points(figure, artist_checks)
    whole = [not math.isnan(y) for y in line[:, 1]]
    assert whole == [True, True, False, True, True]
    (dots,) = artist_checks.with_gid(figure, "sample")
    assert len(dots.get_path().vertices) == 2 * 5  # the lone seventh sample is seen as well


def test_a_log_axis_gives_equal_factors_equal_lengths(artist_checks: ModuleType) -> None:
    figure = make(rows(5, 9, 2, xs=[1, 10, 100]), band="", x_scale="log").redraw(WIDE)
    (line,) = drawn_points(figure, artist_checks)
    assert line[1][0] - line[0][0] == pytest.approx(line[2][0] - line[1][0])
    assert "Time (weeks, log scale)" in words(figure, artist_checks, "x-title")


def test_curves_differ_in_their_dashes_as_well_as_in_colour(artist_checks: ModuleType) -> None:
    table = [row for name in "ABCDE" for row in rows(1, ord(name), series=name)]
    figure = make(table, band="").redraw(WIDE)
    styles = {line._unscaled_dash_pattern for line in artist_checks.with_gid(figure, "curve")}
    assert len(styles) == len(DASHES) == 5


def test_ordered_curves_take_the_steps_in_the_order_of_the_table() -> None:
    samples = (Sample(0, 1), Sample(1, 2))
    curves = Curves(
        (
            Series("least", samples, "ordered"),
            Series("usual", samples),
            Series("middle", samples, "ordered"),
            Series("most", samples, "ordered"),
        ),
        Axis("curve", "x", "Time", "weeks"),
        Axis("curve", "y", "Score", "points"),
    )
    assert colours_of(curves) == ("step-1", "ink", "step-3", "step-5")


@each_layout
def test_each_name_is_nearest_to_its_own_curve(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make().redraw(layout)
    lines = drawn_points(figure, artist_checks)
    for number, label in enumerate(artist_checks.with_gid(figure, "end-label")):
        box = label.get_window_extent()
        middle = (figure.bbox.height - (box.y0 + box.y1) / 2,)
        ends = [abs(line[-1][1] - middle[0]) for line in lines]
        assert ends.index(min(ends)) == number
        assert label.get_color() == colour(("restoration", "compensation")[number])


@each_layout
def test_lines_and_points_lie_at_their_values(layout: Layout, artist_checks: ModuleType) -> None:
    figure = make(
        y_limits=(0, 50),
        reference_lines=[
            {"axis": "y", "at": 40, "label": "goal"},
            {"axis": "x", "at": 10, "label": "half time"},
        ],
        points=[{"x": 10, "y": 15, "label": "here"}],
    ).redraw(layout)
    early, late = drawn_points(figure, artist_checks)
    lying, standing = drawn_points(figure, artist_checks, "reference")
    assert lying[0][1] == pytest.approx(early[-1][1])
    assert standing[0][0] == pytest.approx((early[0][0] + early[-1][0]) / 2)
    (dot,) = artist_checks.with_gid(figure, "point")
    assert dot.get_path().vertices[0] == pytest.approx([standing[0][0], late[1][1]])
    said = words(figure, artist_checks, "reference-label")
    assert sorted(said) == ["goal", "half time"]


def test_a_schematic_has_no_numbers_and_its_axes_are_arrows(artist_checks: ModuleType) -> None:
    figure = make(
        rows(1, 5, 2),
        y_unit="",
        x_unit="",
        band="",
        evidence="schematic",
        x_ticks=[(0, "hours"), (2, "weeks")],
    )
    for layout in LAYOUTS:
        drawing = figure.redraw(layout)
        texts = artist_checks.visible_texts(drawing)
        assert not any(letter.isdigit() for text in texts for letter in text.get_text())
        assert artist_checks.with_gid(drawing, "y-arrow")
        assert artist_checks.with_gid(drawing, "grid") == []
    assert figure.data.rows == (("", "rises, then falls"),)


# Tables.


def test_one_table_for_each_curve_is_the_same_as_one_table_of_all() -> None:
    whole = make([*rows(1, 2, series="A"), *rows(3, 4, series="B")], band="")
    parts = make(
        {"A": [{"x": 0, "y": 1}, {"x": 1, "y": 2}], "B": "| x | y |\n|---|---|\n|0|3|\n|1|4|"}
    )
    assert parts.data == whole.data


def test_columns_of_numbers_are_one_curve() -> None:
    assert make({"x": [0, 1], "y": [2, 3]}, band="").data.rows == ((0, 2), (1, 3))


def test_columns_may_be_named_and_numbers_written_in_indonesian() -> None:
    table = """
    | x   | y    | batas_bawah | batas_atas | seri | makna | sumber   |
    |-----|------|-------------|------------|------|-------|----------|
    | 0,5 | 1,25 | 1           | 1,5        | Dini | waktu | ward2019 |
    """
    message = refused(table=table, lang="id")
    assert message.startswith("curve: 'Dini': unknown meaning 'waktu'")
    figure = make(table.replace("waktu", "time"), lang="id", band="rentang 95%", sources=[])
    assert figure.data.columns == (
        "seri",
        "Time (weeks)",
        "Score (points)",
        "batas_bawah (points)",
        "batas_atas (points)",
        "sumber",
    )
    assert figure.data.rows == (("Dini", 0.5, 1.25, 1, 1.5, "ward2019"),)
    assert figure.evidence.sources == ("ward2019",)


def test_a_missing_cell_and_a_nan_are_gaps() -> None:
    figure = make([{"x": 0, "y": 1}, {"x": 1, "y": math.nan}, {"x": 2, "y": None}], band="")
    assert [row[1] for row in figure.data.rows] == [1, None, None]
    assert "Nothing is known at 1 weeks, 2 weeks, where the curve has a gap." in figure.description


# Words.


def test_the_text_alternative_says_where_each_curve_begins_and_ends() -> None:
    assert make().alt == (
        "2 curves. Score (points): Early 10 to 40; Late 12 to 20. Across: Time (weeks)."
    )
    assert make(lang="id").alt == (
        "2 kurva. Score (points): Early 10 ke 40; Late 12 ke 20. Sumbu datar: Time (weeks)."
    )


def test_the_description_says_all_that_is_drawn() -> None:
    figure = make(
        reference_lines=[{"axis": "y", "at": 40, "label": "goal"}],
        points=[{"x": 10, "y": 15, "label": "here"}],
    )
    assert figure.description == (
        "Horizontal axis: Time (weeks), from 0 to 20. Vertical axis: Score (points). "
        "Early rises: 10 at 0 weeks, 40 at 20 weeks. "
        "Its interval is 8–12 at the start and 33–47 at the end. "
        "Late rises: 12 at 0 weeks, 20 at 20 weeks. "
        "Its interval is 9–15 at the start and 12–28 at the end. "
        "Lines mark goal (40 points). Dots mark here (10 weeks, 15 points). "
        "Shaded: 95% interval."
    )


@pytest.mark.parametrize(
    ("ys", "course"),
    [
        ((1, 2, 3), "rises"),
        ((3, 2, 1), "falls"),
        ((1, 5, 1), "peak"),
        ((5, 1, 5), "dip"),
        ((5, 5.01, 5), "level"),
        ((1, 5, 1, 5), "varies"),
        ((7,), "level"),
    ],
)
def test_the_course_of_a_curve_is_read_from_its_samples(ys, course: str) -> None:
    series = Series("A", tuple(Sample(x, y) for x, y in enumerate(ys)))
    assert course_of(series, reach=4) == course


def test_what_is_shaded_is_said_only_where_something_is(artist_checks: ModuleType) -> None:
    assert "Shaded: 95% interval." in make().description
    assert "Shaded" not in make(rows(1, 2)).description
    assert words(make().redraw(WIDE), artist_checks, "note") == ["Shaded: 95% interval."]


def test_a_curve_of_many_points_stays_small() -> None:
    x = np.linspace(0, 26, 2000)
    table = {"x": x.tolist(), "y": (66 * -np.expm1(-x / 9)).tolist()}
    figure = make(table, band="")
    size = len(gzip.compress((figure.wide_svg + figure.narrow_svg).encode(), mtime=0))
    assert size < 4 * 1024


# Hostile tables: words stay apart and inside, whatever an author writes.


def check_words(figure: ExplanatoryFigure, checks: ModuleType) -> None:
    assert len(figure.alt) <= 125
    for layout in LAYOUTS:
        drawing = figure.redraw(layout)
        assert checks.overlapping_texts(drawing) == []
        assert checks.texts_leaving_the_canvas(drawing) == []
        assert checks.texts_over_marks(drawing) == []


HOSTILE = {
    "one row": rows(5, series=LONG),
    "twenty rows": rows(*range(20), series="A"),
    "five long names at one place": [
        row for i in range(5) for row in rows(1, 5 + i / 100, series=f"{LONG} {i}")
    ],
    "negative": rows(-5, -3, -80, series="A"),
    "huge": rows(-5e11, 3e12, series="A"),
    "tiny": rows(1e-7, 3e-7, series="A"),
    "one value": rows(3, 3, 3, series="A"),
    "mostly missing": rows(None, 3, None, None, 8, None, series="A"),
    "ends early": [*rows(1, 8, series="Short"), *rows(2, 3, 4, 5, 6, 7, series="Long")],
    "crossing": [*rows(1, 9, 1, 9, 1, series="A"), *rows(9, 1, 9, 1, 9, series="B")],
}


@pytest.mark.parametrize("name", HOSTILE)
@each_lang
def test_words_stay_apart_in_hostile_tables(
    name: str, lang: str, artist_checks: ModuleType
) -> None:
    check_words(make(HOSTILE[name], band="", lang=lang), artist_checks)


@each_lang
def test_words_stay_apart_with_long_axes_lines_and_points(
    lang: str, artist_checks: ModuleType
) -> None:
    figure = make(
        x_label=LONG,
        y_label=f"{LONG}, {LONG}",
        band=LONG,
        reference_lines=[
            {"axis": "x", "at": 9, "label": LONG},
            {"axis": "x", "at": 10, "label": LONG},
            {"axis": "y", "at": 20, "label": LONG},
            {"axis": "y", "at": 21, "label": "near it"},
        ],
        points=[{"x": 10 + i / 10, "y": 20, "label": f"{LONG} {i}"} for i in range(8)],
        lang=lang,
    )
    check_words(figure, artist_checks)


def test_where_words_have_no_room_numbers_stand_and_the_words_below(
    artist_checks: ModuleType,
) -> None:
    dots = [{"x": 10 + i / 10, "y": 20, "label": f"{LONG} {i}"} for i in range(8)]
    figure = make(points=dots).redraw(NARROW)
    numbers = words(figure, artist_checks, "point-label")
    assert sorted(numbers) == [str(number) for number in range(1, 9)]
    assert words(figure, artist_checks, "note-number") == [str(n) for n in range(1, 9)]
    below = " ".join(words(figure, artist_checks, "note"))
    assert all(f"{LONG} {number}" in below for number in range(8))


def test_where_names_have_no_room_on_a_phone_a_key_shows_each_line(
    artist_checks: ModuleType,
) -> None:
    figure = make(HOSTILE["five long names at one place"], band="").redraw(NARROW)
    assert len(artist_checks.with_gid(figure, "key-sample")) == 5
    assert make().redraw(NARROW).findobj(lambda artist: artist.get_gid() == "key-sample") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_five_ordered_curves_with_bands_can_be_read(theme: str) -> None:
    table = [
        {
            "x": x,
            "y": x + i * 4,
            "low": x + i * 4 - 3,
            "high": x + i * 4 + 3,
            "series": f"Group {i}",
        }
        | {"meaning": "ordered"}
        for i in range(5)
        for x in range(5)
    ]
    for layout in LAYOUTS:
        assert faint(make(table).redraw(layout), theme) == []


numbers = st.floats(-1e6, 1e6)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a table smaller takes minutes
)
@given(
    series=st.lists(
        st.tuples(
            st.sampled_from(["A", "Group two", "A rather long name of a group", LONG]),
            st.lists(st.one_of(st.none(), numbers), min_size=1, max_size=6),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda row: row[0],
    ),
    dots=st.lists(st.tuples(st.floats(0, 5), numbers), max_size=4),
)
def test_words_stay_apart_in_any_table(series, dots, artist_checks: ModuleType) -> None:
    table = [row for name, ys in series for row in rows(*ys, 1.0, series=name)]
    check_words(
        make(
            table,
            band="",
            points=[{"x": x, "y": y, "label": "a point to note"} for x, y in dots] or None,
        ),
        artist_checks,
    )


def test_the_parts_of_a_gallery_figure_can_be_put_together_by_hand(
    artist_checks: ModuleType,
) -> None:
    curves = Curves(
        (Series("A", (Sample(0, 1), Sample(1, 2))),),
        Axis("curve", "x", "Time", "weeks"),
        Axis("curve", "y", "Score", "points"),
        references=(ReferenceLine("y", 1.5, "half"),),
        points=(MarkedPoint(1, 2, "end"),),
        note="A sentence that stays with the picture.",
    )
    figure = draw_curve(curves, WIDE, "en")
    assert words(figure, artist_checks, "note") == ["A sentence that stays with the picture."]


def test_ticks_and_limits_may_be_lists_as_well():
    lists = make(rows(1, 2), x_ticks=[[0, "day 1"], [1, "day 2"]], y_limits=[0, 3])
    tuples = make(rows(1, 2), x_ticks=((0, "day 1"), (1, "day 2")), y_limits=(0, 3))
    assert lists.wide_svg == tuples.wide_svg
