"""The artefact of proportional recovery: its people, the two correlations, the line, the words."""

from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure
from galley_figures.gallery.proportional_recovery_artefact import (
    Data,
    compute,
    describe,
    draw,
    evidence,
    proportional_recovery_artefact,
    table,
)
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def data_of(lang: Lang = "en", audience: Audience = "patient") -> Data:
    return compute(lang=lang, audience=audience)


@cache
def made(lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    return proportional_recovery_artefact(lang=lang, audience=audience)


def scales(figure: Figure) -> list[Axes]:
    """Return the axes that measure: those with visible ticks."""
    return [axes for axes in figure.axes if axes.axison]


def in_values(axes: Axes, points: np.ndarray, page: Axes) -> np.ndarray:
    """Return places on the page in the units of an axis."""
    return axes.transData.inverted().transform(page.transData.transform(points))


def people(figure: Figure) -> list[PathPatch]:
    found = figure.findobj(lambda artist: artist.get_gid() == "person")
    return [patch for patch in found if isinstance(patch, PathPatch)]


def lines(figure: Figure, gid: str) -> list[Line2D]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [line for line in found if isinstance(line, Line2D)]


def texts(figure: Figure, gid: str) -> list[str]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [text.get_text() for text in found if isinstance(text, Text)]


def drawn_people(figure: Figure) -> list[np.ndarray]:
    return [
        in_values(axes, np.asarray(patch.get_path().vertices)[::2], patch.axes)
        for axes, patch in zip(scales(figure), people(figure), strict=True)
        if patch.axes
    ]


@every_layout
def test_every_panel_draws_the_same_people_as_one_path_where_their_scores_are(
    layout: Layout,
) -> None:
    study = data_of().study
    end, change = drawn_people(drawn(draw, data_of(), layout))
    assert end.shape == change.shape == (80, 2)
    assert np.allclose(end, np.column_stack([study.initial_score, study.final_score]))
    assert np.allclose(change, np.column_stack([study.initial_score, study.change]))
    assert np.allclose(end[:, 1] - end[:, 0], change[:, 1])


@every_layout
def test_nobody_is_drawn_outside_the_score_or_beyond_the_limit(layout: Layout) -> None:
    end, change = drawn_people(drawn(draw, data_of(), layout))
    assert end.min() >= -1e-9
    assert end.max() <= 66 + 1e-9
    assert (change[:, 1] <= 66 - change[:, 0] + 1e-9).all()
    assert np.isclose(end[:, 1], 66).sum() > 5


def test_the_printed_correlations_are_those_of_the_drawn_people() -> None:
    figure = drawn(draw, data_of(), WIDE)
    end, change = (float(np.corrcoef(*points.T)[0, 1]) for points in drawn_people(figure))
    assert abs(end) < 0.1
    assert change < -0.8
    assert texts(figure, "title") == [
        f"Start and end: no relation (r = −{abs(end):.2f})",
        f"Start and change: a line appears (r = −{abs(change):.2f})",
    ]
    assert texts(figure, "title") == [
        "Start and end: no relation (r = −0.06)",
        "Start and change: a line appears (r = −0.83)",
    ]


@every_layout
def test_the_line_that_appears_has_the_slope_of_the_apparent_share(layout: Layout) -> None:
    figure = drawn(draw, data_of(), layout)
    (line,) = lines(figure, "rule")
    assert line.axes
    ends = in_values(scales(figure)[1], np.asarray(line.get_xydata()), line.axes)
    share = data_of().study.apparent_share
    assert np.allclose(ends, [(0, share * 66), (66, 0)])
    assert " ".join(texts(figure, "rule-label")) == (
        "looks as if everyone regained 0.69 of what was missing"
    )
    assert f"{share:.2f}" == "0.69"


@every_layout
def test_the_limit_is_the_ceiling_of_the_end_and_slants_for_the_change(layout: Layout) -> None:
    figure = drawn(draw, data_of(), layout)
    found = [
        in_values(axes, np.asarray(line.get_xydata()), line.axes)
        for axes, line in zip(scales(figure), lines(figure, "limit"), strict=True)
        if line.axes
    ]
    assert np.allclose(found[0], [(0, 66), (66, 66)])
    assert np.allclose(found[1], [(0, 66), (66, 0)])
    assert texts(figure, "limit-label")[0] == "66, the highest score"


@every_lang
@every_audience
def test_no_words_overlap_leave_the_canvas_or_are_crossed(
    lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, data_of(lang, audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


@every_layout
@every_lang
@every_audience
def test_words_in_the_plot_cover_nobody_and_no_line_of_the_grid(
    layout: Layout, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, data_of(lang, audience), layout)
    places = np.vstack(
        [
            patch.get_transform().transform(np.asarray(patch.get_path().vertices))
            for patch in people(figure)
        ]
    )
    grid = [
        line.get_window_extent()
        for axes in scales(figure)
        for line in axes.findobj(Line2D)
        if isinstance(line, Line2D) and len(np.asarray(line.get_xydata())) == 2
    ]
    words = [
        artist_checks.text_box(text)
        for gid in ("rule-label", "limit-label")
        for text in artist_checks.with_gid(figure, gid)
    ]
    for box in words:
        near = box.padded(2)
        assert not any(near.contains(*place) for place in places)
        assert not any(
            line.height < 1 and box.y0 + 3 < line.y0 < box.y1 - 3 and line.x0 < box.x1 < line.x1
            for line in grid
        )


def test_panels_stand_side_by_side_and_on_a_phone_one_below_the_other() -> None:
    for layout in LAYOUTS:
        first, second = (
            axes.get_window_extent() for axes in scales(drawn(draw, data_of(), layout))
        )
        if layout.is_narrow:
            assert second.y1 < first.y0
            assert first.x0 == second.x0
        else:
            assert first.y0 == second.y0
            assert first.x1 < second.x0


@every_lang
@every_audience
def test_the_words_come_from_what_is_drawn(lang: Lang, audience: Audience) -> None:
    alt, description = describe(data_of(lang, audience))
    point = "." if lang == "en" else ","
    assert len(alt) <= 125
    assert "{" not in alt + description
    for number in (f"−0{point}06", f"−0{point}83", "80"):
        assert number in alt
        assert number in description
    assert f"0{point}69" in description
    assert "seed: 0" in description


def test_it_proves_nothing_about_real_recovery_in_either_direction() -> None:
    asides = " ".join(texts(drawn(draw, data_of(), NARROW), "aside"))
    assert "Real recovery may still follow a rule." in asides.replace("\n", " ")
    clinician = " ".join(texts(drawn(draw, data_of("en", "clinician"), WIDE), "aside"))
    assert "no evidence for proportional recovery, nor against it" in clinician
    for lang in LANGS:
        words = {"en": "nor that it does not", "id": "tidak membuktikan sebaliknya"}[lang]
        assert words in describe(data_of(lang))[1]


@every_lang
def test_it_is_synthetic_with_its_seed_and_the_sources_of_trap_and_rule(lang: Lang) -> None:
    found = evidence(data_of(lang))
    assert found.kind == "synthetic"
    assert found.sources == ("hope2019", "hawe2019", "prabhakaran2008")
    assert "(seed: 0)" in found.note
    redraw = made(lang).redraw
    assert redraw
    for layout in LAYOUTS:
        assert texts(redraw(layout), "synthetic-word")
        assert texts(redraw(layout), "watermark")


def test_the_published_share_is_named_and_held_back() -> None:
    found = table(data_of())
    assert found.rows[3] == (
        "share in the published rule, not shown",
        None,
        None,
        None,
        None,
        None,
        "prabhakaran2008",
        "not checked",
    )
    for lang in LANGS:
        for audience in AUDIENCES:
            figure = made(lang, audience)
            said = f"{figure.alt} {figure.description} {figure.evidence.note} {figure.caption}"
            for share in ("0.7 ", "0,7 ", "70%", "70 %"):
                assert share not in said
                assert share not in " ".join(
                    texts(drawn(draw, data_of(lang, audience), WIDE), "aside")
                )


def test_the_table_has_every_person_and_the_three_computed_numbers() -> None:
    found = table(data_of())
    assert found.columns == (
        "row",
        "start_points",
        "end_points",
        "change_points",
        "value",
        "seed",
        "source",
        "status",
    )
    assert [row[4] for row in found.rows[:3]] == [-0.06, -0.83, 0.69]
    persons = found.rows[4:]
    assert len(persons) == 80
    assert persons[0][0] == "made-up person 1"
    assert {row[-1] for row in persons} == {"made up"}
    assert all(abs(row[2] - row[1] - row[3]) <= 0.11 for row in persons)
    assert table(data_of("id")).columns[3] == "perubahan_poin"
