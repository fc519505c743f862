"""The synthetic QEEG map: its numbers, its areas of colour, and what it refuses to promise."""

import gzip
import subprocess
import sys
from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, explore
from galley_figures.gallery.qeeg_map import Data, compute, describe, draw, qeeg_map
from galley_figures.gallery.qeeg_map.levels import EDGES
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.models.electrodes import ELECTRODES, electrode_positions
from galley_figures.models.scalp_map import interpolate_log10_ratio
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import name_of

FOCUSES = ("C3", "F3", "P3", "C4", "O2")

every_focus = pytest.mark.parametrize("focus", FOCUSES)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def made(**parameters: str) -> ExplanatoryFigure:
    return qeeg_map(**parameters)  # type: ignore[arg-type]


def texts(figure: Figure, gid: str) -> list[str]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [text.get_text() for text in found if isinstance(text, Text)]


def said(figure: Figure) -> str:
    return " ".join(text.get_text() for text in figure.findobj(Text) if isinstance(text, Text))


def surface(data: Data, points: list[tuple[float, float]]) -> np.ndarray:
    ratio = np.array([one.ratio for one in data.electrodes])
    return 10 ** interpolate_log10_ratio(
        ratio, positions=electrode_positions(), points=np.array(points)
    )


@every_focus
def test_the_ratio_is_highest_where_slow_waves_were_put_in(focus: str) -> None:
    data = compute(focus=focus)
    highest = max(data.electrodes, key=lambda one: one.ratio)
    assert highest.name == focus
    assert [one.name for one in data.electrodes if one.is_focus] == [focus]
    assert all(one.ratio == one.delta_uv2 / one.alpha_uv2 for one in data.electrodes)


def test_the_nineteen_electrodes_of_the_10_20_system_are_drawn_with_their_names() -> None:
    for layout in LAYOUTS:
        assert texts(drawn(draw, compute(), layout), "electrode-name") == list(ELECTRODES)


@every_layout
def test_electrodes_lie_where_the_system_puts_them_in_the_head(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    (rim,) = figure.findobj(lambda artist: artist.get_gid() == "head")
    (dots,) = figure.findobj(lambda artist: artist.get_gid() == "electrode")
    assert isinstance(rim, Circle)
    assert isinstance(dots, PathPatch)
    places = np.asarray(dots.get_path().vertices)[::2]
    radii = (places - rim.center) / rim.radius * (1, -1)
    assert np.allclose(radii, electrode_positions(), atol=1e-9)


@every_focus
def test_each_area_holds_the_places_where_the_ratio_is_above_its_edge(focus: str) -> None:
    data = compute(focus=focus)
    spread = [
        (radius * np.cos(angle), radius * np.sin(angle))
        for radius in np.linspace(0, 0.98, 12)
        for angle in np.linspace(0, 2 * np.pi, 40)
    ]
    ratios = surface(data, spread)
    for area in data.areas[1:]:
        assert area.low is not None
        clearly = np.abs(np.log2(ratios / area.low)) > 0.03
        inside = np.zeros(len(spread), dtype=bool)
        for outline in area.outlines:
            inside ^= Path(list(outline), closed=True).contains_points(spread)
        assert (inside == (ratios >= area.low))[clearly].all()


@every_focus
def test_borders_of_areas_lie_on_their_edge_or_on_the_rim(focus: str) -> None:
    data = compute(focus=focus)
    for area in data.areas[1:]:
        points = [point for outline in area.outlines for point in outline]
        assert np.hypot(*np.array(points).T).max() <= 1 + 1e-9
        ratios = surface(data, points)
        is_rim = np.hypot(*np.array(points).T) > 1 - 1e-6
        assert np.allclose(ratios[~is_rim], area.low, rtol=0.01)
        assert (ratios[is_rim] >= area.low * 0.99).all()


def test_the_steps_of_the_key_double_the_ratio_and_carry_the_colours_of_the_map() -> None:
    assert EDGES == (2, 4, 8, 16, 32)
    for layout in LAYOUTS:
        figure = drawn(draw, compute(), layout)
        assert texts(figure, "key-number") == ["2", "4", "8", "16", "32"]
        assert texts(figure, "key-end") == ["faster rhythm", "slower rhythm"]
        fills = {
            gid: [
                name_of("#" + "".join(f"{round(c * 255):02x}" for c in patch.get_facecolor()[:3]))
                for patch in figure.findobj(lambda artist, gid=gid: artist.get_gid() == gid)
            ]
            for gid in ("level", "key-level")
        }
        assert fills["key-level"] == [f"heat-{level}" for level in (1, 2, 3, 5, 6, 7)]
        assert fills["level"] == fills["key-level"]


@every_focus
@every_lang
@every_audience
def test_no_words_overlap_or_leave_the_canvas_whatever_the_focus(
    focus: str, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, compute(focus=focus, lang=lang, audience=audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


@every_lang
def test_the_watermark_also_lies_on_the_colours_which_hide_the_one_behind(lang: Lang) -> None:
    word = {"en": "SYNTHETIC", "id": "DATA BUATAN"}[lang]
    for layout in LAYOUTS:
        redraw = made(lang=lang).redraw
        assert redraw is not None
        figure = redraw(layout)
        marks = figure.findobj(lambda artist: artist.get_gid() == "watermark")
        assert {mark.get_text() for mark in marks} == {word}
        (rim,) = figure.findobj(lambda artist: artist.get_gid() == "head")
        inside = rim.get_window_extent()
        boxes = [mark.get_window_extent() for mark in marks if mark.get_alpha()]
        (box,) = boxes
        assert inside.x0 < box.x0 < box.x1 < inside.x1
        assert inside.y0 < box.y0 < box.y1 < inside.y1


@every_lang
@every_audience
def test_the_bands_are_printed_and_the_seed_travels(lang: Lang, audience: Audience) -> None:
    figure = made(lang=lang, audience=audience)
    drawing = said(drawn(draw, compute(lang=lang, audience=audience), WIDE))
    for words in (drawing, figure.evidence.note, figure.description):
        assert "1–4" in words
        assert "8–13" in words
        assert {"en": "apers differ", "id": "antarmakalah"}[lang] in words
    assert "(seed: 0)" in figure.evidence.note
    assert "seed: 0" in figure.description
    assert {row[4] for row in figure.data.rows[:19]} == {0}
    assert figure.evidence.kind == "synthetic"
    assert figure.evidence.sources == ("finnigan2016",)


def test_the_map_says_what_it_does_not_show() -> None:
    for layout in LAYOUTS:
        lines = texts(drawn(draw, compute(), layout), "message")
        assert " ".join(lines) == (
            "A map like this shows where rhythms are slow, not what treatment helps."
        )
        lines = texts(drawn(draw, compute(lang="id"), layout), "message")
        assert " ".join(lines) == (
            "Peta seperti ini menunjukkan di mana irama melambat, bukan terapi apa yang menolong."
        )


def test_the_published_threshold_is_told_to_clinicians_with_its_weakness_and_never_drawn() -> None:
    figure = made(audience="clinician")
    drawing = " ".join(texts(drawn(draw, compute(audience="clinician"), NARROW), "small-print"))
    assert (
        "No cut-off is drawn: the published 3.7 (mean over electrodes, acute stroke) was chosen "
        "and tested in the same 18 patients and 28 controls."
    ) in drawing
    assert "3.7 for the mean ratio in acute ischaemic stroke was chosen and tested" in (
        figure.description
    )
    assert figure.data.rows[-1] == (
        "published threshold of the mean ratio, not drawn",
        None,
        None,
        3.7,
        None,
        "finnigan2016",
        "checked",
    )
    assert 3.7 not in EDGES
    patient = made()
    drawing = said(drawn(draw, compute(), NARROW))
    for words in (drawing, patient.description, patient.alt, patient.evidence.note):
        assert "3.7" not in words


def test_the_table_has_the_powers_and_their_ratio_as_made_up() -> None:
    table = made().data
    assert table.columns == (
        "electrode",
        "delta_1_to_4_hz_uv2",
        "alpha_8_to_13_hz_uv2",
        "delta_alpha_ratio",
        "seed",
        "source",
        "status",
    )
    assert [row[0] for row in table.rows] == list(ELECTRODES)
    (focus,) = (row for row in table.rows if row[0] == "C3")
    assert focus[3:] == (39.14, 0, None, "made up")
    assert focus[1] / focus[2] == pytest.approx(39.14, rel=0.01)
    indonesian = made(lang="id").data
    assert indonesian.columns[3] == "rasio_delta_alfa"
    assert {row[-1] for row in indonesian.rows} == {"data buatan"}


@every_focus
@every_lang
@every_audience
def test_the_words_come_from_what_is_drawn(focus: str, lang: Lang, audience: Audience) -> None:
    data = compute(focus=focus, lang=lang, audience=audience)
    alt, description = describe(data)
    ordered = sorted(data.electrodes, key=lambda one: one.ratio)
    assert len(alt) <= 125
    assert focus in alt
    assert ordered[0].name in alt
    assert f"{ordered[-1].ratio:.0f}" in alt
    assert all(one.name in description for one in ordered[-4:])
    assert "{" not in alt + description
    point, comma = (".", ",") if lang == "en" else (",", ".")
    assert f"1{point}1" in alt
    assert f"1{comma}1" not in alt


def test_a_reader_can_switch_the_focus_and_all_states_stay_small() -> None:
    explored = explore(qeeg_map, focus=list(FOCUSES), lang="id")
    (choice,) = explored.choices
    assert choice.label == "Gelombang lambat dimasukkan di"
    assert [value.label for value in choice.values] == [
        "C3, kiri",
        "F3, kiri depan",
        "P3, kiri belakang",
        "C4, kanan",
        "O2, kanan, paling belakang",
    ]
    drawings = [state.figure.wide_svg + state.figure.narrow_svg for state in explored.states]
    assert max(len(gzip.compress(one.encode(), mtime=0)) for one in drawings) <= 8 * 1024
    assert len(gzip.compress("".join(drawings).encode(), mtime=0)) <= 40 * 1024


def test_an_unknown_focus_is_refused_with_the_legal_ones() -> None:
    with pytest.raises(ValueError, match=r"^focus must be one of C3, F3, P3, C4, O2, not 'Cz'"):
        qeeg_map(focus="Cz")  # type: ignore[arg-type]


def test_scipy_is_loaded_only_when_the_map_is_computed() -> None:
    code = (
        "import sys; from galley_figures.gallery.qeeg_map import compute\n"
        "assert 'scipy' not in sys.modules\n"
        "compute()\n"
        "assert 'scipy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
