"""The NMDA gate: its facts, its curves, its words, and its states."""

import gzip
import math
from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure

from galley_figures import ExplanatoryFigure, explore
from galley_figures.errors import FigureError
from galley_figures.gallery.nmda_gate import Data, compute, describe, draw, nmda_gate, table
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.parameters import parameters_of
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
each_lang = pytest.mark.parametrize("lang", LANGS)
each_audience = pytest.mark.parametrize("audience", AUDIENCES)

MOST_ALT_CHARACTERS = 125
MOST_STATE_BYTES = 40 * 1024


@cache
def data_of(lang: Lang = "en", audience: Audience = "patient", mg_mm: float = 1) -> Data:
    return compute(lang=lang, audience=audience, mg_mm=mg_mm)


@cache
def made(lang: Lang = "en", audience: Audience = "patient", mg_mm: float = 1) -> ExplanatoryFigure:
    return nmda_gate(lang=lang, audience=audience, mg_mm=mg_mm)


def in_values(figure: Figure, checks: ModuleType, points: np.ndarray) -> np.ndarray:
    """Return places on the page as mV and of 100, measured against the drawn axes."""
    axis = checks.with_gid(figure, "x-axis")[0]
    left, right = axis.get_xdata()
    bottom = axis.get_ydata()[0]
    highest = min(
        line[1] for path in checks.with_gid(figure, "grid") for line in path.get_path().vertices
    )
    voltage = -90 + (points[:, 0] - left) / (right - left) * 130
    share = -7 + (bottom - points[:, 1]) / (bottom - highest) * 107
    return np.column_stack([voltage, share])


def curves(figure: Figure, checks: ModuleType) -> list[np.ndarray]:
    return [
        in_values(figure, checks, np.asarray(line.get_xydata()))
        for line in checks.with_gid(figure, "curve")
    ]


def words(figure: Figure, checks: ModuleType, gid: str) -> list[str]:
    return [text.get_text() for text in checks.with_gid(figure, gid)]


@each_layout
@pytest.mark.parametrize("mg_mm", [0.1, 1, 4])
def test_the_curve_is_the_published_equation(
    layout: Layout, mg_mm: float, artist_checks: ModuleType
) -> None:
    both, alone = curves(drawn(draw, data_of(mg_mm=mg_mm), layout), artist_checks)
    for voltage_mv, share in both:
        published = 100 / (1 + mg_mm / 3.57 * math.exp(-0.062 * voltage_mv))
        assert share == pytest.approx(published, abs=0.1)
    assert both[[0, -1], 0] == pytest.approx([-90, 40])
    assert alone[:, 1] == pytest.approx([0] * len(alone), abs=1e-9)
    assert alone[[0, -1], 0] == pytest.approx([-90, 40])


@each_layout
def test_the_marked_points_are_rest_and_an_excited_cell(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, data_of(), layout)
    (dots,) = artist_checks.with_gid(figure, "point")
    places = in_values(figure, artist_checks, np.asarray(dots.get_path().vertices)[::2])
    assert places == pytest.approx(np.array([(-70, 4.446), (0, 78.12)]), abs=0.1)


@each_layout
def test_a_reader_is_told_how_many_gates_are_open(
    layout: Layout, artist_checks: ModuleType
) -> None:
    patient = drawn(draw, data_of(), layout)
    assert words(patient, artist_checks, "point-label") == [
        "at rest: 4 of 100",
        "excited: 78 of 100",
    ]
    clinician = drawn(draw, data_of("id", "clinician"), layout)
    said = " ".join(words(clinician, artist_checks, "point-label"))
    assert said == "istirahat, −70 mV: 4% depolarisasi, 0 mV: 78%"


def test_the_table_has_the_values_of_the_evidence_file() -> None:
    shares = {row[1]: row[2] for row in table(data_of()).rows if row[5] != "chosen"}
    assert shares[-70] == pytest.approx(4.4)
    assert shares[-40] == pytest.approx(23.0)
    assert shares[20] == pytest.approx(92.5)


def test_the_table_says_of_every_number_where_it_comes_from() -> None:
    rows = table(data_of()).rows
    assert rows[:3] == (
        (
            "magnesium that blocks half of the channels at 0 mV",
            0,
            3.57,
            "mM",
            "jahr1990",
            "checked in a secondary source",
        ),
        (
            "steepness of the block",
            None,
            0.062,
            "1/mV",
            "jahr1990",
            "checked in a secondary source",
        ),
        ("magnesium outside the cell", None, 1.0, "mM", None, "chosen"),
    )
    assert {row[5] for row in rows[3:]} == {"computed from the two constants"}
    assert [row[1] for row in rows[3:]] == list(range(-90, 41, 10))


@each_lang
@each_audience
def test_no_threshold_of_calcium_has_a_number(lang: Lang, audience: Audience) -> None:
    data = data_of(lang, audience)
    (_heading, calcium) = data.asides[2]
    assert not any(letter.isdigit() for letter in calcium)
    assert {row[0] for row in table(data).rows if "alcium" in str(row[0])} == set()


def test_a_patient_reads_that_two_things_must_happen_at_once() -> None:
    figure = made()
    assert figure.caption == (
        "The NMDA receptor is a gate that opens only when two things happen at once: a message "
        "arrives and the receiving cell is already excited."
    )
    assert "opens only when two things happen at once" in figure.description
    assert figure.alt == (
        "Curve: 4 of 100 NMDA gates open in a resting cell, 78 in an excited one; without the "
        "messenger, none."
    )


@each_layout
def test_the_gate_without_the_messenger_is_told_apart_without_colour(
    layout: Layout, artist_checks: ModuleType
) -> None:
    both, alone = artist_checks.with_gid(drawn(draw, data_of(), layout), "curve")
    assert (both.get_color(), alone.get_color()) == (colour("gain"), colour("ink"))
    assert both.get_linestyle() == "-"
    assert alone.get_linestyle() != "-"


@each_lang
@each_audience
@pytest.mark.parametrize("mg_mm", [0.1, 0.5, 1, 2, 4])
def test_words_stay_apart_for_every_magnesium(
    lang: Lang, audience: Audience, mg_mm: float, artist_checks: ModuleType
) -> None:
    data = data_of(lang, audience, mg_mm)
    alt, _description = describe(data)
    assert len(alt) <= MOST_ALT_CHARACTERS
    for layout in LAYOUTS:
        figure = drawn(draw, data, layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


def test_every_magnesium_has_the_same_axes(artist_checks: ModuleType) -> None:
    def axes(mg_mm: float, layout: Layout) -> list[str]:
        figure = drawn(draw, data_of(mg_mm=mg_mm), layout)
        ticks = ("x-tick-word", "y-tick-word", "y-title")
        return [text for gid in ticks for text in words(figure, artist_checks, gid)]

    for layout in (WIDE, NARROW):
        assert axes(0.1, layout) == axes(1, layout) == axes(4, layout)


def test_a_reader_can_switch_the_magnesium() -> None:
    explored = explore(nmda_gate, mg_mm=[0.5, 1, 2])
    assert [state.values for state in explored.states] == [
        {"mg_mm": 0.5},
        {"mg_mm": 1},
        {"mg_mm": 2},
    ]
    info = parameters_of(nmda_gate)["mg_mm"]
    assert (info.label("en"), info.label("id")) == (
        "Magnesium outside the cell",
        "Magnesium di luar sel",
    )
    assert info.value_label(0.5, "id") == "0,5 mM"
    figures = [state.figure for state in explored.states]
    assert len({figure.alt for figure in figures}) == 3
    drawings = "".join(figure.wide_svg + figure.narrow_svg for figure in figures)
    assert len(gzip.compress(drawings.encode(), mtime=0)) <= MOST_STATE_BYTES


@pytest.mark.parametrize("mg_mm", [0, 0.09, 4.5, math.nan])
def test_magnesium_outside_the_range_is_refused_with_the_range(mg_mm: float) -> None:
    with pytest.raises(FigureError) as caught:
        nmda_gate(mg_mm=mg_mm)
    assert str(caught.value) == f"mg_mm must be 0.1 to 4 mM, not {mg_mm!r}"


def test_the_evidence_is_a_model_and_says_how_its_constants_were_read() -> None:
    evidence = made("en", "clinician").evidence
    assert evidence.kind == "model"
    assert evidence.sources == ("jahr1990",)
    assert evidence.note == (
        "Voltage-dependent magnesium block with constants 3.57 mM and 0.062 per mV (Jahr and "
        "Stevens 1990, as quoted in public model files; the paper itself was not read), at 1 mM "
        "magnesium. No threshold of calcium for LTP or LTD is drawn."
    )


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "0,062 per mV" in made("id", "clinician").evidence.note
    assert "0,5 mM" in made("id", "patient", 0.5).evidence.note
