"""The spike-timing curve: its facts, its artists, its words."""

import math

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from galley_figures.gallery.spike_timing_curve import compute, describe, draw, spike_timing_curve
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
each_lang = pytest.mark.parametrize("lang", LANGS)
each_audience = pytest.mark.parametrize("audience", AUDIENCES)


def line(figure: Figure, gid: str) -> Line2D:
    found = [part for part in figure.findobj(Line2D) if part.get_gid() == gid]
    assert len(found) == 1
    assert isinstance(found[0], Line2D)
    return found[0]


def points(figure: Figure, gid: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(line(figure, gid).get_xydata())]


def words_of(figure: Figure) -> str:
    texts = [part for part in figure.findobj(Text) if isinstance(part, Text)]
    return " ".join(text.get_text().replace("\n", " ") for text in texts)


@each_layout
def test_both_sides_are_drawn_at_the_models_values(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    for gid, sign, tau_ms in (("curve-stronger", 1, 16.8), ("curve-weaker", -1, 33.7)):
        for lag_ms, share in points(figure, gid):
            assert share == pytest.approx(sign * math.exp(-abs(lag_ms) / tau_ms))


@each_layout
def test_no_line_joins_the_two_sides_at_lag_zero(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    assert min(points(figure, "curve-stronger"))[0] == 1
    assert max(points(figure, "curve-weaker"))[0] == -1
    for side in ("stronger", "weaker"):
        assert line(figure, f"open-end-{side}").get_markerfacecolor() == colour("paper")


@each_layout
def test_the_marked_points_are_one_time_constant_away(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    assert points(figure, "time-constant-stronger") == [pytest.approx((16.8, 1 / math.e))]
    assert points(figure, "time-constant-weaker") == [pytest.approx((-33.7, -1 / math.e))]


@each_lang
@each_audience
def test_no_amplitude_from_memory_is_printed_or_drawn(lang: Lang, audience: Audience) -> None:
    figure = spike_timing_curve(lang=lang, audience=audience)
    said = f"{figure.wide_svg} {figure.narrow_svg} {figure.description} {figure.evidence.note}"
    for number in ("0.777", "0,777", ".273", ",273"):
        assert number not in said
    drawing = drawn(draw, compute(lang=lang, audience=audience), WIDE)
    assert all(list(axes.get_yticks()) == [] for axes in drawing.axes if axes.axison)
    # What is left of each side's own largest change 1 ms away depends on the time constants only.
    assert points(drawing, "curve-stronger")[0][1] == pytest.approx(math.exp(-1 / 16.8))
    assert points(drawing, "curve-weaker")[0][1] == pytest.approx(-math.exp(-1 / 33.7))


@each_layout
def test_the_sending_cell_fires_first_on_the_side_that_strengthens(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)

    def spike_x(side: str, cell: str) -> float:
        return points(figure, f"spike-{side}-{cell}")[0][0]

    assert spike_x("stronger", "sender") < spike_x("stronger", "receiver")
    assert spike_x("weaker", "sender") > spike_x("weaker", "receiver")


def test_the_drawing_says_where_it_comes_from_and_what_it_does_not_say() -> None:
    figure = drawn(draw, compute(), WIDE)
    assert (
        "Model of rat brain cells in a dish (60 pairings at 1 Hz). It says nothing about people."
        in words_of(figure)
    )
    assert "Time between the two signals, in ms (1,000 ms = 1 second)" in words_of(figure)


def test_a_clinicians_axis_has_signed_lags_and_a_patients_has_distances() -> None:
    assert [label for _, label in compute(audience="clinician").ticks] == [
        "−100",
        "−50",
        "0",
        "50",
        "100",
    ]
    assert [label for _, label in compute().ticks] == ["100", "50", "0", "50", "100"]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "16,8\u00a0ms" in words_of(drawn(draw, compute(lang="id", audience="clinician"), NARROW))
    assert "16.8\u00a0ms" in words_of(drawn(draw, compute(audience="clinician"), NARROW))


def test_the_evidence_is_a_model_with_its_sources_and_its_limits() -> None:
    evidence = spike_timing_curve().evidence
    assert evidence.kind == "model"
    assert evidence.sources == ("bi2001", "pfister2006")
    assert evidence.note == (
        "Equation with published time constants (16.8 and 33.7 ms), for 60 pairings at 1 Hz in "
        "cultured rat hippocampal neurons; it says nothing about people. How much a synapse "
        "changes in all is not shown, because those numbers were not checked in a source."
    )


def test_the_table_holds_checked_shares_and_nothing_at_lag_zero() -> None:
    table = spike_timing_curve().data
    assert table.columns == ("lag_ms", "share_of_largest_change_on_that_side", "source", "status")
    shares = {row[0]: row[1] for row in table.rows}
    assert shares[0] is None
    assert shares[10] == 0.551  # 0.4285 / 0.777 of the reference values
    assert shares[-10] == -0.743  # -0.2029 / 0.273
    assert shares[16.8] == 0.368
    assert shares[-33.7] == -0.368
    assert {row[3] for row in table.rows} == {"checked"}


@each_lang
@each_audience
def test_the_alternative_is_short_and_the_description_names_both_time_constants(
    lang: Lang, audience: Audience
) -> None:
    alt, description = describe(compute(lang=lang, audience=audience))
    assert len(alt) <= 125
    expected = ("16.8", "33.7") if lang == "en" else ("16,8", "33,7")
    assert all(number in description for number in expected)
    assert "37%" in description
    assert "{" not in description


def test_a_language_or_audience_without_words_is_refused_with_the_legal_ones() -> None:
    with pytest.raises(ValueError, match=r"^lang must be one of en, id, not 'fr'$"):
        compute(lang="fr")  # type: ignore[arg-type]
    with pytest.raises(
        ValueError, match=r"^audience must be one of patient, clinician, not 'student'$"
    ):
        compute(audience="student")  # type: ignore[arg-type]


def test_the_figure_says_how_it_was_made() -> None:
    made_by = spike_timing_curve(lang="id").made_by
    assert made_by.function == "galley_figures.spike_timing_curve"
    assert made_by.parameters == {"lang": "id", "audience": "patient"}


@each_layout
def test_strengthening_and_weakening_wear_the_colours_of_gain_and_loss(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    for side, name in (("stronger", "gain"), ("weaker", "loss")):
        assert line(figure, f"curve-{side}").get_color() == colour(name)
        assert line(figure, f"time-constant-{side}").get_markerfacecolor() == colour(name)
