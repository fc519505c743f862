"""The recovery curves: published parameters, a chosen start, and how far predictions missed."""

from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, explore
from galley_figures.gallery.recovery_curves import (
    Data,
    compute,
    describe,
    draw,
    evidence,
    recovery_curves,
    table,
)
from galley_figures.kinds.curve.plan import plan_curves
from galley_figures.kinds.curve.spec import colours_of
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.models.recovery_curves import RECOVERY_GROUPS, fugl_meyer_score
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn

STARTS = (0, 1, 9.5, 10, 40, 60)

every_start = pytest.mark.parametrize("start", STARTS)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def data_of(start: float = 10, lang: Lang = "en", audience: Audience = "patient") -> Data:
    return compute(fm_start=start, lang=lang, audience=audience)


@cache
def made(start: float = 10, lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    return recovery_curves(fm_start=start, lang=lang, audience=audience)


def lines(figure: Figure, gid: str) -> list[Line2D]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [line for line in found if isinstance(line, Line2D)]


def texts(figure: Figure, gid: str) -> list[str]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [text.get_text() for text in found if isinstance(text, Text)]


def words(figure: Figure) -> str:
    return " ".join(texts(figure, "aside")).replace("\u00a0", " ")


def note(lang: Lang = "en", audience: Audience = "patient") -> str:
    return evidence(data_of(10, lang, audience)).note.replace("\u00a0", " ")


@every_start
@every_layout
def test_each_curve_lies_where_its_group_is_by_the_model(start: float, layout: Layout) -> None:
    data = data_of(start)
    plane = plan_curves(data.curves, layout, "en").frame.plane
    curves = lines(drawn(draw, data, layout), "curve")
    assert len(curves) == 5
    for group, line in zip(RECOVERY_GROUPS, curves, strict=True):
        x, y = np.asarray(line.get_xydata()).T
        weeks = 26 * (x - plane.x.start_px) / (plane.x.end_px - plane.x.start_px)
        scores = 66 * (y - plane.y.start_px) / (plane.y.end_px - plane.y.start_px)
        assert (weeks[0], weeks[-1]) == pytest.approx((0, 26))
        expected = fugl_meyer_score(
            np.maximum(weeks, 0),
            initial_score=start,
            regained_share=group.regained_share,
            tau_weeks=group.tau_weeks,
        )
        assert scores == pytest.approx(expected, abs=0.05)


def test_groups_have_the_ordered_steps_and_a_line_style_each() -> None:
    data = data_of()
    assert colours_of(data.curves) == ("step-1", "step-2", "step-3", "step-4", "step-5")
    styles = {str(line._unscaled_dash_pattern) for line in lines(drawn(draw, data, WIDE), "curve")}
    assert len(styles) == 5


@every_layout
def test_the_axes_are_the_same_from_every_start(layout: Layout) -> None:
    ticks = set()
    for start in STARTS:
        figure = drawn(draw, data_of(start), layout)
        ticks.add((*texts(figure, "x-tick-word"), "|", *texts(figure, "y-tick-word")))
    assert ticks == {("0", "4", "12", "26", "|", "0", "20", "40", "66")}


def test_curves_are_named_at_their_ends_by_the_clusters_of_the_paper() -> None:
    figure = drawn(draw, data_of(10, "en", "clinician"), WIDE)
    named = " ".join(texts(figure, "end-label")).replace("\u00a0", " ")
    assert named == (
        "Poor (1): r = 0.09, τ = 5.3 weeks Moderate (2): r = 0.46, τ = 10.1 weeks "
        "Moderate (3): r = 0.86, τ = 9.8 weeks Good (4): r = 0.89, τ = 2.7 weeks "
        "Good (5): r = 0.93, τ = 1.2 weeks"
    )
    patient = " ".join(texts(drawn(draw, data_of(10, "id"), WIDE), "end-label"))
    assert [patient.count(name) for name in ("Buruk", "Sedang", "Baik")] == [1, 2, 2]


@every_start
@every_lang
@every_audience
def test_no_words_overlap_leave_the_canvas_or_are_crossed(
    start: float, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, data_of(start, lang, audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


@every_layout
@every_audience
def test_the_drawing_says_that_it_is_no_personal_forecast(
    layout: Layout, audience: Audience
) -> None:
    english = words(drawn(draw, data_of(10, "en", audience), layout))
    assert "Group averages under usual care, not a personal forecast." in english
    indonesian = words(drawn(draw, data_of(10, "id", audience), layout))
    expected = "Rata-rata kelompok dengan perawatan biasa, bukan ramalan untuk seseorang."
    assert expected in indonesian


@every_start
@every_layout
def test_the_drawing_says_that_the_start_was_chosen(start: float, layout: Layout) -> None:
    figure = drawn(draw, data_of(start), layout)
    unit = "point" if start == 1 else "points"
    assert f"All curves start at {start:g} {unit} because that was chosen" in words(figure)
    assert "the real start scores of the groups were not seen" in words(figure)
    if start >= 10:
        label = " ".join(texts(figure, "point-label"))
        assert label == f"start: {start:g} points, chosen here"


@every_layout
@every_lang
def test_the_ruler_of_errors_has_the_scale_of_the_scores(layout: Layout, lang: Lang) -> None:
    data = data_of(10, lang)
    figure = drawn(draw, data, layout)
    plane = plan_curves(data.curves, layout, lang).frame.plane
    px_per_point = (plane.y.start_px - plane.y.end_px) / 66
    (bar,), (median,) = lines(figure, "error-range"), lines(figure, "error-median")
    low, high = bar.get_ydata()
    assert low - high == pytest.approx((12.8 - 1.3) * px_per_point)
    assert low - median.get_ydata()[0] == pytest.approx((4.8 - 1.3) * px_per_point)
    expected = {"en": ["1.3", "4.8", "12.8"], "id": ["1,3", "4,8", "12,8"]}
    assert texts(figure, "error-number") == expected[lang]


def test_clinicians_read_the_published_error_word_for_word() -> None:
    said = "median absolute error 4.8 points (IQR 1.3–12.8)"
    assert said in words(drawn(draw, data_of(10, "en", "clinician"), NARROW))
    assert said in note("en", "clinician")
    assert "median of 4.8 points (middle half 1.3 to 12.8)" in note()
    id_said = "median galat absolut 4,8 poin (IQR 1,3–12,8)"
    assert id_said in note("id", "clinician")


@every_audience
def test_the_note_says_what_was_not_checked(audience: Audience) -> None:
    found = evidence(data_of(10, "en", audience))
    assert found.kind == "model"
    assert found.sources == ("vandervliet2020",)
    assert "was not checked" in note("en", audience)
    assert "belum diperiksa" in note("id", audience)
    assert "not a personal forecast" in note("en", audience)


def test_the_table_keeps_published_parameters_apart_from_what_was_computed() -> None:
    found = table(data_of())
    published = [row for row in found.rows if row[4] is not None]
    assert [(row[0], row[1], *row[4:]) for row in published] == [
        ("group 1", "poor", 0.09, 5.3, "vandervliet2020", "checked"),
        ("group 2", "moderate", 0.46, 10.1, "vandervliet2020", "checked"),
        ("group 3", "moderate", 0.86, 9.8, "vandervliet2020", "checked"),
        ("group 4", "good", 0.89, 2.7, "vandervliet2020", "checked"),
        ("group 5", "good", 0.93, 1.2, "vandervliet2020", "checked"),
    ]
    computed = [row for row in found.rows if str(row[-1]).startswith("computed")]
    assert [row[3] for row in computed if row[0] == "group 3"] == [14.7, 26.1, 44.0, 54.8]
    assert {row[-1] for row in computed} == {
        "computed; that missing points count from the start score to 66: not checked"
    }


def test_the_table_says_whose_the_start_is_and_how_large_the_errors_were() -> None:
    found = table(data_of())
    start = ("score at the start", None, 0, 10.0, None, None, None, "chosen, not from the source")
    assert found.rows[0] == start
    assert [(row[0], row[2], row[3], row[-1]) for row in found.rows[-3:]] == [
        ("prediction error: median", 1, 4.8, "checked"),
        ("prediction error: lower quartile", 1, 1.3, "checked"),
        ("prediction error: upper quartile", 1, 12.8, "checked"),
    ]


@every_start
@every_lang
@every_audience
def test_the_words_come_from_what_is_drawn(start: float, lang: Lang, audience: Audience) -> None:
    alt, description = describe(data_of(start, lang, audience))
    assert len(alt) <= 125
    assert "{" not in alt + description + evidence(data_of(start, lang, audience)).note
    ends = [f"{series.known[-1][1]:.0f}" for series in data_of(start).curves.series]
    assert all(end in alt for end in ends)
    assert all(text in description for _heading, text in data_of(start, lang, audience).asides)


def test_the_alternative_names_every_end() -> None:
    assert describe(data_of())[0] == (
        "Model of arm recovery: from 10 points, five groups reach 15, 34, 55, 60 and 62 of 66 "
        "after 26 weeks."
    )
    assert describe(data_of(1))[0].startswith("Model of arm recovery: from 1 point, five")
    assert describe(data_of(9.5, "id"))[0].startswith("Model pemulihan lengan: dari 9,5 poin, ")


def test_a_reader_can_switch_between_starts() -> None:
    explored = explore(recovery_curves, fm_start=[10, 25, 40])
    (choice,) = explored.choices
    assert choice.label == "Score at the start"
    assert [value.label for value in choice.values] == ["10 points", "25 points", "40 points"]
    assert len({state.figure.alt for state in explored.states}) == 3
    assert explore(recovery_curves, fm_start=[10, 25], lang="id").choices[0].label == "Skor awal"


@pytest.mark.parametrize("start", [-1, 61, float("nan"), "10", True])
def test_a_start_that_is_no_score_is_refused_with_the_legal_range(start: object) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        recovery_curves(fm_start=start)  # type: ignore[arg-type]
    assert str(caught.value) == f"fm_start must be 0 to 60 points, not {start!r}"


def test_numbers_of_numpy_are_taken_as_a_start() -> None:
    assert made(25) == recovery_curves(fm_start=np.int64(25))  # type: ignore[arg-type]
