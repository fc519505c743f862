"""Forest plots: the published numbers, their artists, and what is held back."""

from types import ModuleType
from typing import get_args

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from galley_figures.gallery.effect_forest import compute, describe, draw, effect_forest
from galley_figures.gallery.effect_forest.estimates import ESTIMATES
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.locale.effect_forest import Panel
from galley_figures.style.canvas import LAYOUTS, WIDE, Layout, drawn

PANELS: tuple[Panel, ...] = get_args(Panel)

# Row: estimate, low, high, key, as printed in the published abstracts (evidence file, 2f to 2h).
PUBLISHED = {
    "bdnf": {
        "all": (0.39, 0.17, 0.60, "dinoff2016"),
        "aerobic": (0.66, 0.33, 0.99, "dinoff2016"),
        "resistance": (0.07, -0.15, 0.30, "dinoff2016"),
        "neurological": (0.84, 0.47, 1.20, "mackay2017"),
        "stimulation": (0.03, -0.21, 0.27, "brunoni2015"),
    },
    "timing_odds": {
        "death": (1.76, 1.06, 2.92, "bernhardt2021"),
        "sessions": (1.13, 1.09, 1.18, "bernhardt2016"),
        "minutes": (0.94, 0.91, 0.97, "bernhardt2016"),
    },
    "arm_points": {
        "vns": (2.6, 1.0, 4.2, "dawson2021"),
        "vns-pooled": (2.48, 0.98, 3.98, "ramoscastaneda2022"),
    },
    "motor_gain": {"dose": (0.35, 0.26, 0.45, "lohse2014")},
}

every_panel = pytest.mark.parametrize("panel", PANELS)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


def lines(figure: Figure, gid: str) -> list[Line2D]:
    found = [part for part in figure.findobj(Line2D) if part.get_gid() == gid]
    return [line for line in found if isinstance(line, Line2D)]


def points(line: Line2D) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]


def effect_axes(figure: Figure) -> Axes:
    axes = lines(figure, "no-effect")[0].axes
    assert isinstance(axes, Axes)
    return axes


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]


@every_panel
def test_the_drawn_rows_are_the_checked_published_ones(panel: Panel) -> None:
    rows = {e.id: (e.value, e.low, e.high, e.source) for e in compute(panel=panel).drawn}
    assert rows == PUBLISHED[panel]


@every_panel
@every_layout
def test_every_interval_bar_spans_its_true_values(panel: Panel, layout: Layout) -> None:
    figure = drawn(draw, compute(panel=panel), layout)
    for name, (value, low, high, _source) in PUBLISHED[panel].items():
        (bar,) = lines(figure, f"interval-{name}")
        (mark,) = lines(figure, f"estimate-{name}")
        assert bar.axes is mark.axes is effect_axes(figure)
        assert [x for x, _y in points(bar)] == [low, high]
        assert [x for x, _y in points(mark)] == [value]
        assert {y for _x, y in points(bar)} == {y for _x, y in points(mark)}


@every_panel
@every_layout
def test_no_effect_is_1_on_a_log_axis_for_ratios_and_0_on_a_linear_one_for_differences(
    panel: Panel, layout: Layout
) -> None:
    figure = drawn(draw, compute(panel=panel), layout)
    expected, scale = (1, "log") if panel == "timing_odds" else (0, "linear")
    drawn_at = {x for line in lines(figure, "no-effect") for x, _y in points(line)}
    assert drawn_at == {expected}
    assert effect_axes(figure).get_xscale() == scale


@every_panel
def test_every_bar_stands_across_a_line_of_no_effect_in_both_layouts(panel: Panel) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, compute(panel=panel), layout)
        spans = [sorted(y for _x, y in points(line)) for line in lines(figure, "no-effect")]
        for name in PUBLISHED[panel]:
            y = points(lines(figure, f"interval-{name}")[0])[0][1]
            assert any(top < y < bottom for top, bottom in spans)


def test_the_response_of_one_person_is_a_line_at_6_points_on_the_arm_panel_only() -> None:
    figure = drawn(draw, compute(panel="arm_points"), WIDE)
    (line,) = lines(figure, "threshold")
    assert [x for x, _y in points(line)] == [6, 6]
    assert line.get_linestyle() == "--"
    assert "a response in one person" in texts(figure)
    assert lines(drawn(draw, compute(panel="timing_odds"), WIDE), "threshold") == []


def test_bars_are_coloured_and_worded_by_what_the_interval_means_for_the_person() -> None:
    rows = {row.name: row for row in compute(panel="timing_odds").forest.rows}
    meanings = {name: (row.verdict, row.colour_name) for name, row in rows.items()}
    assert meanings == {
        "death": ("worse", "harm"),
        "sessions": ("better", "restoration"),
        "minutes": ("worse", "harm"),
    }
    rows = {row.name: row for row in compute(panel="bdnf").forest.rows}
    assert (rows["aerobic"].verdict, rows["aerobic"].colour_name) == ("higher", "ink")
    assert rows["resistance"].verdict == "no clear change"
    assert rows["stimulation"].colour_name == "uncertainty"


@every_panel
def test_narrow_words_stand_above_the_bar_and_wide_ones_beside_it(panel: Panel) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, compute(panel=panel), layout)
        for row in compute(panel=panel).forest.rows:
            bar = lines(figure, f"interval-{row.name}")[0].get_window_extent()
            numbers = next(
                text.get_window_extent()
                for text in figure.findobj(Text)
                if isinstance(text, Text) and text.get_text() == row.numbers
            )
            if layout.is_narrow:
                assert numbers.y0 > bar.y1
            else:
                assert numbers.x0 > bar.x1


@every_panel
@every_lang
@every_audience
def test_no_words_overlap_or_leave_the_canvas_in_any_panel(
    panel: Panel, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, compute(panel=panel, lang=lang, audience=audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []


@every_panel
@every_lang
def test_no_line_crosses_words(panel: Panel, lang: Lang, artist_checks: ModuleType) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, compute(panel=panel, lang=lang), layout)
        boxes = [artist_checks.text_box(text) for text in artist_checks.visible_texts(figure)]
        for gid in ("no-effect", "threshold"):
            for line in lines(figure, gid):
                extent = line.get_window_extent()
                assert not any(
                    box.x0 < extent.x0 < box.x1 and box.y0 < extent.y1 and extent.y0 < box.y1
                    for box in boxes
                )


def test_numbers_are_written_with_their_interval_as_the_language_writes_them() -> None:
    assert [row.numbers for row in compute(panel="timing_odds").forest.rows] == [
        "1.76 (1.06–2.92)",
        "1.13 (1.09–1.18)",
        "0.94 (0.91–0.97)",
    ]
    indonesian = {row.name: row.numbers for row in compute(panel="bdnf", lang="id").forest.rows}
    assert indonesian["resistance"] == "0,07 (−0,15 sampai 0,30)"
    assert compute(panel="bdnf").forest.rows[2].numbers == "0.07 (−0.15 to 0.30)"
    assert [row.numbers for row in compute(panel="arm_points").forest.rows] == [
        "2.6 (1.0–4.2)",
        "2.48 (0.98–3.98)",
    ]


CAUTIONS = {
    ("bdnf", "en"): "Blood is not brain: all of this was measured in blood.",
    ("bdnf", "id"): "Darah bukan otak: semuanya diukur dalam darah.",
    ("arm_points", "en"): "The implant needs an operation.",
    ("arm_points", "id"): "Alat yang ditanam memerlukan operasi.",
}


@every_layout
@every_audience
@pytest.mark.parametrize(("panel", "lang"), CAUTIONS)
def test_blood_is_not_brain_and_the_implant_is_an_operation_in_the_drawings_themselves(
    panel: Panel, lang: Lang, audience: Audience, layout: Layout, artist_checks: ModuleType
) -> None:
    data = compute(panel=panel, lang=lang, audience=audience)
    figure = drawn(draw, data, layout)
    said = " ".join(text.get_text() for text in artist_checks.with_gid(figure, "caution"))
    assert said == CAUTIONS[panel, lang]
    assert len(artist_checks.with_gid(figure, "warning-sign")) == 1
    assert said in describe(data)[1]


def test_what_was_not_checked_is_named_without_its_numbers() -> None:
    table = effect_forest(panel="timing_odds").data
    assert table.columns == (
        "outcome",
        "row",
        "measure",
        "estimate",
        "interval_low",
        "interval_high",
        "interval_percent",
        "source",
        "status",
    )
    assert table.rows[0] == (
        "Dying within 14 days of the stroke",
        "Out of bed within 24 hours, with more training than usual care",
        "odds ratio",
        1.76,
        1.06,
        2.92,
        95,
        "bernhardt2021",
        "checked",
    )
    assert table.rows[-1][3:] == (None, None, None, None, "avert2015", "not checked")


@every_panel
@every_lang
def test_a_number_that_was_not_checked_is_nowhere_in_the_figure(panel: Panel, lang: Lang) -> None:
    figure = effect_forest(panel=panel, lang=lang)
    said = f"{figure.wide_svg} {figure.narrow_svg} {figure.description} {figure.alt}"
    held_back = [e for e in ESTIMATES if e.panel == panel and not e.is_checked]
    for estimate in held_back:
        written = f"{estimate.value:.2f}"
        assert f">{written} (" not in said
        assert f">{written.replace('.', ',')} (" not in said
        assert estimate.source not in figure.evidence.sources


def test_every_panel_has_evidence_of_class_data_with_the_keys_of_its_rows() -> None:
    sources = {panel: effect_forest(panel=panel).evidence.sources for panel in PANELS}
    assert sources == {
        "arm_points": ("dawson2021", "ramoscastaneda2022"),
        "bdnf": ("dinoff2016", "mackay2017", "brunoni2015"),
        "motor_gain": ("lohse2014", "lang2016"),
        "timing_odds": ("bernhardt2021", "bernhardt2016"),
    }
    assert {effect_forest(panel=panel).evidence.kind for panel in PANELS} == {"data"}


@every_panel
@every_lang
@every_audience
def test_the_words_of_each_panel_come_from_what_is_drawn(
    panel: Panel, lang: Lang, audience: Audience
) -> None:
    data = compute(panel=panel, lang=lang, audience=audience)
    alt, description = describe(data)
    assert len(alt) <= 125
    assert "{" not in alt + description
    for row in data.forest.rows:
        assert f"{row.numbers}, {row.verdict} ({row.source})" in description


def test_the_long_description_reads_as_sentences() -> None:
    assert describe(compute(panel="arm_points"))[1] == (
        "Points gained more than in the comparison group. Arm movement score (Fugl-Meyer) with "
        "stimulation of the vagus nerve. One trial: 18 training sessions with an implanted "
        "stimulator, compared with sham stimulation: 2.6 (1.0–4.2), better (Dawson 2021); A review "
        "of 8 studies, 4 with an implanted stimulator and 4 through the skin: 2.48 (0.98–3.98), "
        "better (Ramos-Castañeda 2022). The implant needs an operation. The trial: 108 people, at "
        "least 9 months after the stroke. The review covers studies up to 2021, so the rows may "
        "share people. The 6 points are a mark for one person’s gain, not for a difference between "
        "groups."
    )


@pytest.mark.parametrize(
    ("panel", "message"),
    [
        (
            "bdfn",
            (
                "panel must be one of arm_points, bdnf, motor_gain, timing_odds, not 'bdfn'. "
                "Did you mean 'bdnf'?"
            ),
        ),
        ("xyz", "panel must be one of arm_points, bdnf, motor_gain, timing_odds, not 'xyz'"),
    ],
)
def test_an_unknown_panel_is_refused_with_the_legal_ones_and_the_nearest(
    panel: str, message: str
) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        effect_forest(panel=panel)  # type: ignore[arg-type]
    assert str(caught.value) == message
