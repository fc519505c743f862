"""Before and after: what is refused, artists at their true places, honest words."""

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, before_after
from galley_figures.errors import FigureError
from galley_figures.inspection import overlapping_texts, texts_leaving_the_canvas, texts_over_marks
from galley_figures.kinds.before_after import (
    BeforeAfter,
    Change,
    Reading,
    describe_before_after,
    draw_before_after,
    table_of_before_after,
)
from galley_figures.kinds.before_after.example import example
from galley_figures.kinds.before_after.words import scale_words
from galley_figures.locale import Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_language = pytest.mark.parametrize("lang", ["en", "id"])


def change(label: str, before: float, after: float, **more: Any) -> Change:
    return Change(label, Reading(before), Reading(after), **more)


def spec(*changes: Change, **options: Any) -> BeforeAfter:
    known: dict[str, Any] = {
        "measure": "Arm score, median",
        "unit": "points",
        "before": "Admission",
        "after": "6 months",
        "comparison": "none",
        **options,
    }
    return BeforeAfter(changes, **known)


def draw(figure: BeforeAfter, layout: Layout, lang: Lang = "en") -> Figure:
    return drawn(lambda data, here: draw_before_after(data, here, lang), figure, layout)


def with_gid(figure: Figure, gid: str) -> list[Artist]:
    return figure.findobj(lambda artist: artist.get_gid() == gid)


def lines(figure: Figure, gid: str) -> list[Line2D]:
    return [part for part in with_gid(figure, gid) if isinstance(part, Line2D)]


def points(line: Line2D) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in figure.findobj(Text))


def refusal(*changes: Change, **options: Any) -> str:
    with pytest.raises(FigureError) as caught:
        spec(*changes, **options)
    return str(caught.value)


# What is refused


def test_a_comparison_that_is_no_row_is_refused() -> None:
    message = refusal(change("Usual care", 1, 2), change("New", 1, 3), comparison="usual care")
    assert message == (
        "before_after: comparison must be the label of a row or none, not 'usual care'\n"
        "Fix: Did you mean 'Usual care'? Without a group that had no treatment, write "
        'comparison="none"; the figure then says so.'
    )


def test_an_empty_comparison_is_refused_too() -> None:
    assert refusal(change("New", 1, 3), comparison="").startswith(
        "before_after: comparison must be the label of a row or none, not ''\nFix: Without a group"
    )


def test_the_comparison_must_be_said() -> None:
    with pytest.raises(TypeError, match="comparison"):
        before_after(  # type: ignore[call-arg]
            [{"label": "A", "before": 1, "after": 2}],
            measure="m",
            unit="u",
            before="b",
            after="a",
            evidence="schematic",
        )


def test_unlike_measures_are_refused_and_sent_to_two_figures() -> None:
    assert refusal(change("Score", 30, 42), change("Seconds", 1.8, 2)) == (
        "before_after: 'Score' is 21 times as large as 'Seconds': on one scale the smaller change "
        "cannot be seen, and measures so unlike are not to be compared by their slopes\n"
        "Fix: Draw two figures, each with its own measure and unit."
    )


def test_measures_that_differ_20_fold_and_rows_of_0_are_still_drawn() -> None:
    rows = (change("A", 30, 40), change("B", 1, 2), change("C", 0, 0), change("D", 0, 3))
    assert spec(*rows).changes == rows


def test_no_rows_are_refused() -> None:
    assert refusal() == "before_after: there is nothing to draw\nFix: Give at least one row."
    with pytest.raises(FigureError, match=r"^before_after: the table has no rows\n"):
        before_after(
            [],
            measure="m",
            unit="u",
            before="b",
            after="a",
            comparison="none",
            evidence="schematic",
        )


def test_one_end_of_an_interval_is_refused() -> None:
    with pytest.raises(FigureError) as caught:
        Change("A", Reading(1, low=0), Reading(2))
    assert str(caught.value) == (
        "before_after: 'A', before: one end of an interval only\nFix: Give both low and high."
    )


def test_a_value_outside_its_interval_is_refused() -> None:
    with pytest.raises(FigureError) as caught:
        Change("A", Reading(1), Reading(26, 27, 37))
    assert str(caught.value) == (
        "before_after: 'A', after: 26 is outside its interval, 27 to 37\n"
        "Fix: Look the three numbers up again."
    )


@pytest.mark.parametrize("value", [float("nan"), float("-inf")])
def test_a_value_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(FigureError) as caught:
        change("A", value, 2)
    assert str(caught.value) == (
        f"before_after: 'A', before: {value} is no number to draw\nFix: Give a number."
    )


def test_an_interval_without_its_name_is_refused() -> None:
    assert refusal(Change("A", Reading(26, 16, 37), Reading(37))) == (
        "before_after: low and high are given, but not what they are\n"
        'Fix: Say it, for example interval="quartiles".'
    )


def test_values_and_name_of_a_middle_time_need_each_other() -> None:
    assert refusal(change("A", 1, 3, middle=Reading(2))) == (
        "before_after: there are values of a middle time, but it has no name\n"
        'Fix: Name it, for example middle="3 weeks".'
    )
    assert refusal(change("A", 1, 3), middle="3 weeks") == (
        "before_after: no row has a value for '3 weeks'\n"
        "Fix: Fill the column middle, or leave the argument middle out."
    )


def test_an_interval_without_its_middle_value_is_refused() -> None:
    row = {"label": "A", "before": 1, "after": 3, "middle_low": 1, "middle_high": 2}
    with pytest.raises(FigureError) as caught:
        before_after(
            [row],
            measure="m",
            unit="u",
            before="b",
            middle="c",
            after="a",
            comparison="none",
            evidence="schematic",
        )
    assert str(caught.value) == (
        "before_after: 'A': an interval, but no value in the middle\n"
        "Fix: Give the value of column middle too."
    )


def test_impossible_values_and_limits_are_refused() -> None:
    assert refusal(change("A", 26, 57), limits=(0, 54)) == (
        "before_after: 'A': 57 lies outside the possible values, 0 to 54\n"
        "Fix: Correct the value, or the limits."
    )
    assert refusal(change("A", 26, 57), limits=(54, 0)) == (
        "before_after: limits must rise, not 54 to 0\n"
        "Fix: Give the lowest and then the highest possible value, such as limits=(0, 54)."
    )


# Artists

QUARTILES = Change("All", Reading(26, 16, 37), Reading(37, 24, 48))


def height_of(figure: Figure, value: float, limits: tuple[float, float]) -> float:
    top, bottom = (y for _x, y in points(lines(figure, "scale")[0]))
    low, high = limits
    return bottom - (value - low) / (high - low) * (bottom - top)


@every_layout
def test_slopes_and_points_lie_at_their_true_values(layout: Layout) -> None:
    figure = draw(spec(change("A", 26, 37), change("B", 40, 12), limits=(0, 54)), layout)
    slopes = [[y for _x, y in points(line)] for line in lines(figure, "slope")]
    assert slopes == [
        pytest.approx([height_of(figure, value, (0, 54)) for value in values])
        for values in ((26, 37), (40, 12))
    ]
    dots = [part for part in with_gid(figure, "point") if isinstance(part, PathPatch)]
    assert [float(y) for y in np.asarray(dots[1].get_path().vertices)[::2, 1]] == (
        pytest.approx(slopes[1])
    )


@every_layout
def test_intervals_span_their_true_values(layout: Layout) -> None:
    figure = draw(spec(QUARTILES, interval="quartiles", limits=(0, 54)), layout)
    spans = [sorted(y for _x, y in points(line)) for line in lines(figure, "interval")]
    assert spans == [
        pytest.approx(sorted(height_of(figure, end, (0, 54)) for end in ends))
        for ends in ((16, 37), (24, 48))
    ]


@every_layout
def test_a_scale_holds_0_so_that_a_small_change_looks_small(layout: Layout) -> None:
    figure = draw(spec(change("A", 90, 96)), layout)
    slope = [y for _x, y in points(lines(figure, "slope")[0])]
    assert slope == pytest.approx([height_of(figure, value, (0, 100)) for value in (90, 96)])


@every_layout
def test_three_times_have_three_scales_and_say_that_their_distance_means_nothing(
    layout: Layout,
) -> None:
    figure = draw(spec(change("A", 26, 37, middle=Reading(34)), middle="3 weeks"), layout)
    scales = [points(line)[0][0] for line in lines(figure, "scale")]
    assert [x for x, _y in points(lines(figure, "slope")[0])] == scales
    assert scales[1] == pytest.approx((scales[0] + scales[2]) / 2)
    assert "not to scale" in words(figure)
    assert "3 weeks: 34" in words(figure)


@every_layout
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "No comparison group"), ("id", "Tanpa kelompok pembanding")]
)
def test_a_figure_without_a_comparison_says_so_inside(
    lang: Lang, said: str, layout: Layout
) -> None:
    for word in ("none", "None", "tidak ada"):
        figure = draw(spec(QUARTILES, interval="quartiles", comparison=word), layout, lang)
        (text,) = with_gid(figure, "no-comparison")
        assert isinstance(text, Text)
        assert text.get_text() == said
        assert len(with_gid(figure, "warning-sign")) == 1


@every_layout
def test_the_comparison_is_dashed_and_no_warning_stands_below(layout: Layout) -> None:
    rows = (change("Usual care", 20, 24), change("New", 21, 36))
    figure = draw(spec(*rows, comparison="Usual care"), layout)
    styles = [line.get_linestyle() for line in lines(figure, "slope")]
    assert styles == ["--", "-"]
    assert with_gid(figure, "no-comparison") == []
    assert "Dashed: comparison group." in words(figure)


def test_points_with_intervals_are_moved_apart_and_tied_to_their_words() -> None:
    rows = (QUARTILES, Change("Some", Reading(27, 18, 38), Reading(36, 22, 47)))
    figure = draw(spec(*rows, interval="quartiles"), WIDE)
    starts = [points(line)[0][0] for line in lines(figure, "slope")]
    assert starts[1] - starts[0] == pytest.approx(9)
    assert len(lines(figure, "leader")) >= 2


# Hostile tables

LONG_EN = "People with a severe weakness of the arm who began intensive training late"
LONG_ID = "Orang dengan kelemahan lengan berat yang terlambat memulai latihan intensif"

HOSTILE: dict[str, BeforeAfter] = {
    "one row": spec(change("A", 1, 2)),
    "no change at 0": spec(change("A", 0, 0)),
    "twenty people": spec(
        *(change(f"Person number {n}", 10 + 1.3 * n, 12 + 7 * n % 23) for n in range(20))
    ),
    "twenty alike": spec(*(change(f"P{n}", 20, 30) for n in range(20))),
    "twenty with intervals": spec(
        *(
            Change(f"Group {n}", Reading(20 + n, 10, 50), Reading(40 - n, 10, 60))
            for n in range(20)
        ),
        interval="95% interval",
    ),
    "negative and huge": spec(
        Change("Huge", Reading(-123456789012, -2e11, 1e11), Reading(4e11)),
        change("Other", 3e11, -2e11),
        interval="range",
    ),
    "tiny": spec(change("A", 0.000012, 0.00002), decimals=6),
    "long words": spec(
        change(LONG_EN, 20, 30, middle=Reading(25)),
        change(LONG_ID, 21, 29, middle=Reading(26)),
        before="Before the programme began, at admission",
        middle="At the end of the three weeks",
        after="Half a year after the programme",
        measure=LONG_EN,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
@every_layout
def test_words_never_touch_leave_the_page_or_are_crossed(
    name: str, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = draw(HOSTILE[name], layout, "id")
    assert artist_checks.overlapping_texts(figure) == []
    assert artist_checks.texts_leaving_the_canvas(figure) == []
    assert artist_checks.texts_over_marks(figure) == []


values = st.floats(-60, 60).map(lambda value: round(value, 1)).filter(lambda v: abs(v) > 3)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(values, values, st.sampled_from(["A", "Group 1", "Latihan lengan tambahan"])),
        min_size=1,
        max_size=9,
    )
)
def test_whatever_the_values_no_words_touch(rows: list[tuple[float, float, str]]) -> None:
    made = spec(*(change(label, before, after) for before, after, label in rows), decimals=1)
    for layout in LAYOUTS:
        figure = draw(made, layout)
        assert overlapping_texts(figure) == []
        assert texts_leaving_the_canvas(figure) == []
        assert texts_over_marks(figure) == []


# Words


@every_language
def test_a_text_alternative_stays_short_and_says_whether_there_is_a_comparison(lang: Lang) -> None:
    for figure in HOSTILE.values():
        alt, _description = describe_before_after(figure, lang)
        assert len(alt) <= 125
        assert ("No comparison group" if lang == "en" else "Tanpa kelompok pembanding") in alt


def test_the_text_alternative_names_the_largest_change_and_the_comparison() -> None:
    rows = (change("Usual care", 20, 24), change("New", 21, 36))
    alt, _description = describe_before_after(spec(*rows, comparison="Usual care"), "en")
    assert alt == (
        "2 slopes. Arm score, median, Admission–6 months. Largest: New, 21 to 36. "
        "Comparison group: Usual care."
    )


def test_the_description_has_every_number_and_the_reason() -> None:
    figure = spec(QUARTILES, interval="quartiles", limits=(0, 54))
    _alt, english = describe_before_after(figure, "en")
    assert english == (
        "Slopes between Admission and 6 months. Arm score, median (points). In brackets: "
        "quartiles. Possible values: 0 to 54. All: Admission 26 (16–37), 6 months 37 (24–48). "
        "No comparison group. This is a change, not the effect of a treatment."
    )
    _alt, indonesian = describe_before_after(figure, "id")
    assert indonesian == (
        "Garis di antara Admission dan 6 months. Arm score, median (points). Dalam kurung: "
        "quartiles. Nilai yang mungkin: 0 sampai 54. All: Admission 26 (16–37), 6 months 37 "
        "(24–48). Tanpa kelompok pembanding. Ini perubahan, bukan efek suatu terapi."
    )


def test_what_is_written_below_is_only_what_applies() -> None:
    assert scale_words(spec(change("A", 1, 2)), "en") == "Arm score, median (points)."
    assert scale_words(spec(change("A", 1, 2), unit=""), "id") == "Arm score, median."


def test_the_table_has_the_unit_in_its_names_and_no_empty_columns() -> None:
    table = table_of_before_after(spec(QUARTILES, interval="quartiles"), "en")
    assert table.columns == (
        "label",
        "Admission (points)",
        "Admission, low (points)",
        "Admission, high (points)",
        "6 months (points)",
        "6 months, low (points)",
        "6 months, high (points)",
    )
    assert table.rows == (("All", 26, 16, 37, 37, 24, 48),)
    short = table_of_before_after(spec(change("A", 1, 2, source="ward2019")), "id")
    assert short.columns == ("nama", "Admission (points)", "6 months (points)", "sumber")


def test_an_indonesian_table_with_decimal_commas_is_read() -> None:
    figure = before_after(
        """
        | nama    | sebelum | sebelum_bawah | sebelum_atas | sesudah | makna       | sumber   |
        |---------|---------|---------------|--------------|---------|-------------|----------|
        | Semua   | 26,5    | 16            | 37,25        | 1.000   | restoration | ward2019 |
        | Sebagian | 60     |               |              | 70      |             |          |
        """,
        measure="Skor",
        unit="poin",
        before="Saat masuk",
        after="6 bulan",
        comparison="tidak ada",
        interval="kuartil",
        evidence="data",
        decimals=1,
        lang="id",
    )
    assert isinstance(figure, ExplanatoryFigure)
    assert figure.data.rows[0][:5] == ("Semua", 26.5, 16, 37.25, 1000)
    assert figure.evidence.sources == ("ward2019",)
    assert "26,5 (16,0–37,2)" in figure.description


def test_the_example_has_the_published_medians_and_quartiles() -> None:
    figure = example()
    assert figure.data.rows == (
        ("224 people, 90 hours of arm training in 3 weeks", 26, 16, 37, 37, 24, 48, "ward2019"),
    )
    assert "No comparison group" in figure.alt
    assert figure.redraw is not None
    assert "54" in words(figure.redraw(NARROW))
