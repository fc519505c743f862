"""Forest plots from a table: what they refuse, where marks stand, what they say."""

from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from galley_figures import ExplanatoryFigure, forest
from galley_figures.errors import FigureError
from galley_figures.kinds.forest import (
    Forest,
    ForestAxis,
    ForestGroup,
    ForestLine,
    ForestRow,
    draw_forest,
    read_forest,
)
from galley_figures.kinds.forest.axis import axis_for
from galley_figures.kinds.forest.reading import Reading
from galley_figures.kinds.forest.spec import is_ratio
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)

POINTS = {
    "measure": "difference in points",
    "no_effect": 0,
    "better": "high",
    "low_side": "fewer points",
    "high_side": "more points",
    "evidence": "data",
    "sources": ["dawson2021"],
}
ODDS = {
    **POINTS,
    "measure": "odds ratio",
    "scale": "log",
    "no_effect": 1,
    "low_side": "lower odds",
    "high_side": "higher odds",
}


def row(label: str = "A", estimate: Any = 2, low: Any = 1, high: Any = 3, **more: Any) -> Any:
    return {"label": label, "estimate": estimate, "low": low, "high": high, **more}


def of_points(*rows: Any, **settings: Any) -> ExplanatoryFigure:
    return forest(list(rows), **{**POINTS, **settings})


def of_odds(*rows: Any, **settings: Any) -> ExplanatoryFigure:
    return forest(list(rows), **{**ODDS, **settings})


def redrawn(figure: ExplanatoryFigure, layout: Layout) -> Figure:
    assert figure.redraw is not None
    return figure.redraw(layout)


def lines(figure: Figure, gid: str) -> list[Line2D]:
    return [part for part in figure.findobj(Line2D) if part.get_gid() == gid]  # type: ignore[misc]


def xs(line: Line2D) -> list[float]:
    return [float(x) for x in np.asarray(line.get_xdata(orig=True))]


def refusal(*rows: Any, **settings: Any) -> str:
    with pytest.raises(FigureError) as caught:
        of_points(*rows, **settings)
    return str(caught.value)


# What it refuses


def test_rows_with_unlike_measures_are_refused_on_one_axis() -> None:
    rows = (row(measure="difference in points"), row("B", measure="metres walked"))
    assert refusal(*rows) == (
        "forest: the rows have unlike measures: difference in points, metres walked; a pooled axis "
        "for unlike measures would invite a comparison that none of the studies made\n"
        "Fix: Draw one figure for each measure."
    )


def test_a_measure_column_that_names_one_measure_is_fine_however_it_is_written() -> None:
    figure = of_points(row(measure=" Difference in POINTS "), row("B", measure=""))
    assert "difference in points" in figure.data.columns[1]


def test_a_pooled_diamond_is_refused_with_the_reason() -> None:
    assert refusal(row(), pooled=True) == (
        "forest: no pooled diamond is drawn: it would say that all rows measure the same in the "
        "same kind of people, which this table cannot show, and its numbers would be calculated "
        "here, not published\n"
        "Fix: If a review has pooled the studies, give its estimate as a row with its own source."
    )


@pytest.mark.parametrize(
    "measure",
    ["odds ratio", "Hazard ratio for death", "adjusted risk ratios", "rasio odds", "relative risk"],
)
def test_a_ratio_on_a_linear_axis_is_refused(measure: str) -> None:
    assert refusal(row(), measure=measure, no_effect=1) == (
        f"forest: {measure!r} is a ratio, and a ratio belongs on a log axis: half and double are "
        "the same distance from no effect, which a linear axis hides\n"
        'Fix: Write scale="log", no_effect=1.'
    )


def test_a_ratio_whose_no_effect_is_not_1_is_refused() -> None:
    assert refusal(row(), measure="odds ratio", scale="log", no_effect=2) == (
        "forest: 'odds ratio' is a ratio: no effect is 1, not 2\nFix: Write no_effect=1."
    )


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("aOR", True),
        ("rate ratio", True),
        ("log odds ratio", False),
        ("ln hazard ratio", False),
        ("difference in waist-hip ratio", False),
        ("selisih rasio lingkar pinggang", False),
        ("points or seconds", False),
        ("HR in beats per minute", False),
    ],
)
def test_ratios_are_known_by_their_names(measure: str, expected: bool) -> None:  # noqa: FBT001
    assert is_ratio(measure) is expected


def test_a_number_of_0_or_less_is_refused_on_a_log_axis() -> None:
    with pytest.raises(FigureError) as caught:
        of_odds(row("Trial", 1, -0.5, 2))
    assert str(caught.value) == (
        "forest: 'Trial': its interval begins at -0.5, and a log axis has no place for 0 or less\n"
        'Fix: Look the numbers up again; differences belong on scale="linear".'
    )
    with pytest.raises(FigureError, match="no effect or the threshold lies at 0, and a log axis"):
        of_odds(row(), measure="factor", no_effect=0)


def test_an_estimate_outside_its_interval_is_refused() -> None:
    assert refusal(row("Trial", 5)) == (
        "forest: 'Trial': the estimate 5 is outside its interval, 1 to 3\n"
        "Fix: Look the three numbers up again."
    )


@pytest.mark.parametrize("missing", [None, "", float("nan")])
@pytest.mark.parametrize("end", ["low", "high"])
def test_a_number_without_its_interval_is_not_drawn(end: str, missing: Any) -> None:
    assert refusal(row("Trial") | {end: missing}) == (
        "forest: 'Trial' has no interval; a number without its uncertainty is not drawn\n"
        "Fix: Look up both ends of its interval, or leave the row out."
    )


def test_an_endless_interval_is_refused() -> None:
    assert refusal(row("Trial", high=float("inf"))) == (
        "forest: 'Trial': its estimate and interval, 2 (1 to inf), are not all numbers that have "
        "a place on an axis\nFix: Look the three numbers up again, or leave the row out."
    )


def test_a_threshold_without_words_is_refused() -> None:
    assert refusal(row(), threshold=6) == (
        "forest: there is a line at 6, but nothing says what it is\n"
        'Fix: Say it, for example threshold_label="smallest change that counts".'
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"better": "hihg"},
            "forest: better must be one of low, high, neither, not 'hihg'\n"
            "Fix: Did you mean 'high'?",
        ),
        (
            {"scale": "logs"},
            "forest: scale must be one of linear, log, not 'logs'\nFix: Did you mean 'log'?",
        ),
        ({"lang": "de"}, "forest: lang must be one of en, id, not 'de'"),
    ],
)
def test_unknown_words_are_refused_with_the_legal_ones(
    settings: dict[str, Any], message: str
) -> None:
    assert refusal(row(), **settings) == message


def test_a_misspelt_good_side_in_a_row_is_refused() -> None:
    assert refusal(row(better="up")) == (
        "forest: better must be one of low, high, neither, not 'up'"
    )


def a_row(estimate: float = 1, low: float = 0.5, high: float = 1.5) -> ForestRow:
    return ForestRow("one", "A row", "Source 2000", estimate, low, high, "1 (0.5–1.5)")


def an_axis(limits: tuple[float, float] = (0.1, 2)) -> ForestAxis:
    return ForestAxis("log", limits, ((1, "1"),), "odds ratio", "lower", "higher")


def test_a_row_outside_its_own_interval_is_refused() -> None:
    with pytest.raises(FigureError, match=r"^forest: 'A row': the estimate 2 is outside its"):
        a_row(estimate=2)


def test_an_interval_that_leaves_the_axis_is_refused_rather_than_cut() -> None:
    with pytest.raises(FigureError) as caught:
        Forest((ForestGroup("Group", (a_row(),)),), an_axis((0.7, 2)), ForestLine(1, ""), "", "")
    assert str(caught.value) == (
        "forest: 'A row': its interval, 0.5 to 1.5, leaves the axis, 0.7 to 2\n"
        "Fix: Make the axis longer; a cut interval looks surer than it is."
    )


def test_a_log_axis_from_0_is_refused() -> None:
    with pytest.raises(FigureError, match=r"^forest: a log axis starts above 0, not at 0\n"):
        an_axis((0, 2))


# Where marks stand


@every_layout
@pytest.mark.parametrize("make", [of_points, of_odds], ids=["linear", "log"])
def test_intervals_estimates_and_lines_stand_at_their_true_places(
    make: Any, layout: Layout
) -> None:
    figure = redrawn(
        make(row("A", 2, 1.5, 3), row("B", 0.9, 0.5, 1.2), threshold=2.5, threshold_label="counts"),
        layout,
    )
    for number, numbers in (("1", (2, 1.5, 3)), ("2", (0.9, 0.5, 1.2))):
        (bar,), (mark,) = lines(figure, f"interval-{number}"), lines(figure, f"estimate-{number}")
        assert (xs(mark)[0], *xs(bar)) == numbers
        assert bar.axes is mark.axes
    no_effect = 0 if make is of_points else 1
    assert {x for line in lines(figure, "no-effect") for x in xs(line)} == {no_effect}
    assert {x for line in lines(figure, "threshold") for x in xs(line)} == {2.5}
    axes = lines(figure, "no-effect")[0].axes
    assert axes is not None
    assert axes.get_xscale() == ("linear" if make is of_points else "log")


@every_layout
@pytest.mark.parametrize("make", [of_points, of_odds], ids=["linear", "log"])
def test_the_word_of_a_line_stands_under_it(make: Any, layout: Layout, artist_checks: Any) -> None:
    figure = redrawn(make(row("A", 2, 0.2, 9), no_effect_label="same"), layout)
    (word,) = [text for text in artist_checks.visible_texts(figure) if text.get_text() == "same"]
    box, line = artist_checks.text_box(word), lines(figure, "no-effect")[0].get_window_extent()
    assert abs((box.x0 + box.x1) / 2 - line.x0) < 1
    assert box.y1 < line.y0


def test_half_and_double_are_equally_far_from_1_on_a_log_axis() -> None:
    figure = redrawn(of_odds(row("A", 1, 0.5, 2)), WIDE)
    bar, line = lines(figure, "interval-1")[0], lines(figure, "no-effect")[0]
    box, middle = bar.get_window_extent(), line.get_window_extent().x0
    assert middle - box.x0 == pytest.approx(box.x1 - middle)


def test_colour_word_and_ring_say_what_an_interval_means() -> None:
    figure = of_points(row("A"), row("B", -2, -3, -1), row("C", 0, -1, 1))
    wide = redrawn(figure, WIDE)
    marks = [lines(wide, f"estimate-{number}")[0] for number in "123"]
    assert [mark.get_color() for mark in marks] == [
        colour("restoration"),
        colour("harm"),
        colour("uncertainty"),
    ]
    assert [mark.get_markerfacecolor() for mark in marks] == [
        colour("restoration"),
        colour("harm"),
        colour("paper"),
    ]
    assert [cells[-1] for cells in figure.data.rows] == ["better", "worse", "no clear difference"]


def test_a_group_may_have_another_good_side_and_neither_side_is_just_higher_or_lower() -> None:
    figure = of_points(row("A", better="low"), row("B", better="neither"))
    assert [cells[-1] for cells in figure.data.rows] == ["worse", "higher"]


@every_layout
def test_rows_of_one_group_stand_together_under_its_title(
    layout: Layout, artist_checks: Any
) -> None:
    rows = (row("one", group="X"), row("two", group="Y"), row("three", group="X"))
    texts = artist_checks.visible_texts(redrawn(of_points(*rows), layout))
    heights = {text.get_text(): text.get_window_extent().y0 for text in texts}
    assert sorted(("X", "one", "three", "Y", "two"), key=lambda name: -heights[name]) == [
        "X",
        "one",
        "three",
        "Y",
        "two",
    ]


# The axis


@pytest.mark.parametrize(
    ("values", "scale", "no_effect", "expected"),
    [
        ((1.06, 2.92), "log", 1, ["1", "1.5", "2", "3"]),
        ((0.01, 100), "log", 1, ["0.01", "0.1", "1", "10", "100"]),
        ((0.001, 5000), "log", 1, ["0.001", "1", "1000"]),
        ((0.97, 1.02), "log", 1, ["0.98", "1", "1.02"]),
        ((1, 4.2), "linear", 0, ["0", "1", "2", "3", "4"]),
        ((-0.21, 0.27), "linear", 0, ["−0.2", "0", "0.2"]),
        ((47, 61), "linear", 50, ["50", "55", "60"]),
        ((0, 2_500_000), "linear", 0, ["0", "1,000,000", "2,000,000"]),
    ],
)
def test_the_axis_names_round_numbers_and_no_effect(
    values: tuple[float, float], scale: Any, no_effect: float, expected: list[str]
) -> None:
    axis = axis_for(values, scale=scale, no_effect=no_effect, label="", sides=("", ""), lang="en")
    assert [words for _tick, words in axis.ticks] == expected
    assert axis.limits[0] < min(values) <= max(values) < axis.limits[1]


@settings(max_examples=100, deadline=None)
@given(
    ends=st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)).map(sorted),
    no_effect=st.sampled_from([0.0, 1.0, 50.0]),
)
def test_every_axis_holds_its_values_and_no_effect(ends: list[float], no_effect: float) -> None:
    axis = axis_for(ends, scale="linear", no_effect=no_effect, label="", sides=("", ""), lang="en")
    low, high = axis.limits
    assert low < high
    assert low <= min(ends) <= max(ends) <= high
    assert no_effect in [tick for tick, _words in axis.ticks]
    assert all(low <= tick <= high for tick, _words in axis.ticks)


@settings(max_examples=100, deadline=None)
@given(ends=st.tuples(st.floats(1e-6, 1e6), st.floats(1e-6, 1e6)).map(sorted))
def test_every_log_axis_holds_its_values_and_1(ends: list[float]) -> None:
    axis = axis_for(ends, scale="log", no_effect=1, label="", sides=("", ""), lang="en")
    low, high = axis.limits
    assert 0 < low < high
    assert low <= min(ends) <= max(ends) <= high
    assert any(tick == pytest.approx(1) for tick, _words in axis.ticks)
    assert all(low <= tick <= high for tick, _words in axis.ticks)


@every_layout
def test_a_caution_stands_before_the_remark_with_a_sign(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = redrawn(of_points(row(), caution="Blood is not brain.", remark="One trial."), layout)
    (caution,), (note,) = (artist_checks.with_gid(figure, gid) for gid in ("caution", "note"))
    (sign,) = artist_checks.with_gid(figure, "warning-sign")
    assert caution.get_text() == "Blood is not brain."
    assert artist_checks.text_box(caution).y0 > artist_checks.text_box(note).y1 - 3
    assert sign.get_window_extent().x1 < artist_checks.text_box(caution).x0
    assert artist_checks.with_gid(redrawn(of_points(row()), layout), "warning-sign") == []


# What it says


def test_few_rows_are_said_in_the_text_alternative_and_many_are_counted() -> None:
    one = of_odds(row("Early training", 1.76, 1.06, 2.92), better="low")
    assert one.alt == "Odds ratio, with intervals: Early training 1.76 (1.06–2.92), worse."
    many = of_points(*(row(f"Trial number {n}", n, n - 2, n + 2) for n in range(1, 9)))
    assert many.alt == (
        "Difference in points: 8 estimates with intervals, from 1 to 8; 2 no clear difference, "
        "6 better."
    )
    long = of_points(row("A label that is long " * 8), row("B"), measure="points " * 20)
    assert long.alt == "Forest plot. Estimates with intervals: 2, 2 better."


def test_the_description_says_axis_sides_rows_and_remark() -> None:
    figure = of_points(
        row("A", source="dawson2021", group="Arm score"),
        threshold=6,
        threshold_label="a response",
        remark="One trial.",
    )
    assert figure.description == (
        "Estimates with their intervals on one axis. Difference in points; no difference (0); "
        "a response (6). To the left: fewer points; to the right: more points. Arm score. "
        "A: 2 (1–3), better (Dawson 2021). One trial."
    )


def test_the_table_has_every_number_under_its_measure_and_no_empty_column() -> None:
    figure = of_points(row("A", source="@dawson2021", group="Arm score"), row("B", 0, -1, 1))
    assert figure.data.columns == (
        "group",
        "label",
        "estimate (difference in points)",
        "low (difference in points)",
        "high (difference in points)",
        "meaning",
        "source",
    )
    assert figure.data.rows == (
        ("Arm score", "A", 2, 1, 3, "better", "@dawson2021"),
        (None, "B", 0, -1, 1, "no clear difference", None),
    )
    assert "source" not in of_points(row()).data.columns


def test_sources_of_rows_are_sources_of_the_figure() -> None:
    figure = of_points(row(source="@lohse2014"), sources=["dawson2021"])
    assert figure.evidence.sources == ("dawson2021", "lohse2014")


def test_indonesian_tables_have_their_own_columns_and_decimal_commas() -> None:
    table = """
        | nama    | taksiran | batas_bawah | batas_atas | kelompok | sumber     |
        |---------|----------|-------------|------------|----------|------------|
        | Latihan | 1.050,5  | −2,25       | 1.100      | Lengan   | lohse2014  |
    """
    figure = forest(
        table,
        measure="selisih poin",
        no_effect=0,
        better="high",
        low_side="berkurang",
        high_side="bertambah",
        evidence="data",
        lang="id",
    )
    assert figure.data.columns[2] == "taksiran (selisih poin)"
    assert figure.data.rows == (
        ("Lengan", "Latihan", 1050.5, -2.25, 1100.0, "belum jelas berbeda", "lohse2014"),
    )
    assert "1050,50 (−2,25 sampai 1100,00)" in figure.description
    assert "interval 95%" in figure.wide_svg


def test_a_csv_file_and_columns_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "effects.csv"
    path.write_text("label,estimate,low,high\nA,2.6,1.0,4.2\n", "utf-8")
    columns = {"label": ["A"], "estimate": [2.6], "low": [1.0], "high": [4.2]}
    assert forest(path, **POINTS).wide_svg == forest(columns, **POINTS).wide_svg  # type: ignore[arg-type]


def test_decimals_are_those_of_the_most_exact_number() -> None:
    assert "2.00 (1.25–3.00)" in of_points(row(low=1.25)).wide_svg
    assert "2.0 (1.2–3.0)" in of_points(row(low=1.25), decimals=1).wide_svg


# Hostile tables

LONG_EN = "A comparison with a name so long that it fills several lines of a narrow column"
LONG_ID = "Perbandingan dengan nama yang begitu panjang sehingga memenuhi beberapa baris kolom"
HOSTILE = {
    "one row": [row()],
    "long words": [
        row(LONG_EN, group=LONG_EN, source="A source that was never published, told by letter"),
        row(LONG_ID, 0, -1, 1, group=LONG_ID, source="lohse2014"),
    ],
    "twenty rows": [row(f"Study {n}", n, n - 9, n + 9, source="lohse2014") for n in range(20)],
    "huge numbers": [
        row("A", 1_234_567.89, -2_000_000.25, 3_000_000.5, source="lohse2014"),
        row("B", 0, -1, 1),
    ],
    "tiny numbers": [row("A", 0.0002, 0.0001, 0.0003)],
    "point": [row("A", 2, 2, 2)],
    "far from no effect": [row("A", 10_000, 9_999, 10_001)],
}


LONG_SETTINGS = {
    "no_effect_label": "no difference between the two ways of training the arm",
    "sides": (LONG_EN, LONG_ID),
    "threshold": 0.5,
    "threshold_label": "the smallest difference that people notice",
    "remark": f"{LONG_EN}. {LONG_ID}.",
    "caution": f"{LONG_ID}.",
}


def a_reading(**settings: Any) -> Reading:
    usual: dict[str, Any] = {
        "measure": "difference in points",
        "scale": "linear",
        "no_effect": 0,
        "no_effect_label": "no difference",
        "better": "high",
        "sides": ("fewer points", "more points"),
        "threshold": 6,
        "threshold_label": "a response in one person",
        "interval": "95% interval",
        "remark": "A remark.",
        "caution": "",
        "decimals": None,
        "lang": "en",
    }
    return Reading(**{**usual, **settings})


@pytest.mark.parametrize("rows", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("more", [{"lang": "id"}, LONG_SETTINGS], ids=["short", "long"])
@every_layout
def test_words_stay_apart_in_hostile_tables(
    rows: list[Any], more: dict[str, Any], layout: Layout, artist_checks: ModuleType
) -> None:
    picture = drawn(draw_forest, read_forest(rows, a_reading(**more)), layout)
    assert artist_checks.overlapping_texts(picture) == []
    assert artist_checks.texts_leaving_the_canvas(picture) == []
    assert artist_checks.texts_over_marks(picture) == []


WORDS = st.text("abcdefghij ", min_size=1, max_size=60).map(str.strip).filter(bool)
NUMBERS = st.floats(-9999, 9999).map(lambda number: round(number, 2))
ROWS = st.builds(
    lambda label, group, numbers: (label, group, *sorted(numbers)),
    WORDS,
    st.sampled_from(["", "One", "Another outcome with a name"]),
    st.tuples(NUMBERS, NUMBERS, NUMBERS),
)


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(rows=st.lists(ROWS, min_size=1, max_size=6))
def test_words_stay_apart_in_any_table(
    rows: list[tuple[str, str, float, float, float]], artist_checks: ModuleType
) -> None:
    table = [row(label, middle, low, high, group=group) for label, group, low, middle, high in rows]
    spec = read_forest(table, a_reading())
    for layout in (WIDE, NARROW):
        picture = drawn(draw_forest, spec, layout)
        assert artist_checks.overlapping_texts(picture) == []
        assert artist_checks.texts_leaving_the_canvas(picture) == []
        assert artist_checks.texts_over_marks(picture) == []
