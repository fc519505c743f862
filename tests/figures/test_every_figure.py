"""What holds for every public figure: words in place, a strict page, the same bytes, evidence."""

import gzip
import hashlib
import importlib
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import galley_figures
from galley_figures import ExplanatoryFigure
from galley_figures.explanatory import FIGURE_BUNDLE
from galley_figures.style.canvas import LAYOUTS, MIN_TEXT_PX, NARROW, WIDE, Layout, drawn
from galley_figures.style.evidence_marks import marked

FIGURES = [
    name
    for name in galley_figures.__all__
    if galley_figures._HOMES[name].startswith("galley_figures.gallery.")
]
LANGUAGES = ("en", "id")
AUDIENCES = ("patient", "clinician")
BIBLIOGRAPHY = Path(__file__).parents[2] / "notebooks" / "references.bib"

MAX_ALT_CHARACTERS = 125
MAX_GZIP_BYTES = 12 * 1024

every_figure = pytest.mark.parametrize("name", FIGURES)
every_language = pytest.mark.parametrize("lang", LANGUAGES)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


@cache
def make(name: str, **parameters: str) -> ExplanatoryFigure:
    figure = getattr(galley_figures, name)(**parameters)
    assert isinstance(figure, ExplanatoryFigure)
    return figure


def gallery(name: str) -> ModuleType:
    return importlib.import_module(f"galley_figures.gallery.{name}")


def draw_one(name: str, layout: Layout, **parameters: str) -> Figure:
    module = gallery(name)
    figure = drawn(module.draw, module.compute(**parameters), layout)
    lang = parameters.get("lang", "en")
    return marked(figure, make(name, **parameters).evidence.kind, lang)


@every_figure
@every_language
@every_audience
@every_layout
def test_no_words_overlap_or_leave_the_canvas(
    name: str, lang: str, audience: str, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = draw_one(name, layout, lang=lang, audience=audience)
    assert artist_checks.overlapping_texts(figure) == []
    assert artist_checks.texts_leaving_the_canvas(figure) == []


@every_figure
@every_layout
def test_every_word_is_set_in_the_house_font_at_a_readable_size(
    name: str, layout: Layout, artist_checks: ModuleType
) -> None:
    for text in artist_checks.visible_texts(draw_one(name, layout)):
        assert "SourceSansPro" in text.get_fontproperties().get_file()
        assert text.get_fontsize() >= MIN_TEXT_PX


@every_figure
@every_layout
def test_a_schematic_and_nothing_else_wears_a_dashed_frame_with_the_word_inside(
    name: str, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = draw_one(name, layout, lang="id")
    if make(name).evidence.kind != "schematic":
        assert not list(artist_checks.with_gid(figure, "schematic-frame"))
        return
    (frame,) = artist_checks.with_gid(figure, "schematic-frame")
    (word,) = artist_checks.with_gid(figure, "schematic-word")
    assert isinstance(frame, Rectangle)
    assert frame.get_linestyle() not in {"-", "solid"}
    assert word.get_text() == "skematis"
    inside, box = frame.get_window_extent(), artist_checks.text_box(word)
    assert inside.x0 < box.x0 < box.x1 < inside.x1
    assert inside.y0 < box.y0 < box.y1 < inside.y1


@every_figure
def test_the_layouts_have_their_widths_and_are_laid_out_anew(name: str) -> None:
    figure = make(name)
    wide, narrow = ET.fromstring(figure.wide_svg), ET.fromstring(figure.narrow_svg)
    assert wide.get("width") == str(WIDE.width_px)
    assert narrow.get("width") == str(NARROW.width_px)
    ratios = [int(float(svg.get("height"))) / int(svg.get("width")) for svg in (wide, narrow)]
    assert ratios[1] > ratios[0]


@every_figure
@every_language
def test_a_strict_page_can_show_it(name: str, lang: str) -> None:
    figure = make(name, lang=lang)
    for svg in (figure.wide_svg, figure.narrow_svg):
        assert "style" not in svg
        assert not svg.startswith("<?xml")
        assert "<!DOCTYPE" not in svg
        assert "metadata" not in svg
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


@every_figure
def test_every_colour_follows_the_page(name: str) -> None:
    figure = make(name)
    for svg in (figure.wide_svg, figure.narrow_svg):
        paints = re.findall(r' (?:fill|stroke)="([^"]*)"', svg)
        assert paints
        assert {paint for paint in paints if paint != "none"} == {
            paint
            for paint in paints
            if re.fullmatch(r"var\(--fig-[a-z1-7-]+, #[0-9a-f]{6}\)", paint)
        }


@every_figure
def test_numbers_in_the_drawing_have_two_decimals_at_most(name: str) -> None:
    figure = make(name)
    for svg in (figure.wide_svg, figure.narrow_svg):
        geometry = " ".join(re.findall(r' (?:d|x|y|width|height|transform)="([^"]*)"', svg))
        assert re.search(r"\.\d{3}", geometry) is None


@every_figure
@every_language
def test_both_drawings_together_are_small(name: str, lang: str) -> None:
    figure = make(name, lang=lang)
    size = len(gzip.compress((figure.wide_svg + figure.narrow_svg).encode(), mtime=0))
    assert size <= MAX_GZIP_BYTES


@every_figure
def test_ids_of_two_drawings_never_meet(name: str) -> None:
    figures = [make(name, lang=lang) for lang in LANGUAGES]
    ids = [
        set(re.findall(r' id="([^"]*)"', svg))
        for figure in figures
        for svg in (figure.wide_svg, figure.narrow_svg)
    ]
    assert sum(map(len, ids)) == len(set().union(*ids))


@every_figure
@every_language
@every_audience
def test_the_text_alternative_is_short_and_the_description_says_more(
    name: str, lang: str, audience: str
) -> None:
    figure = make(name, lang=lang, audience=audience)
    assert 0 < len(figure.alt) <= MAX_ALT_CHARACTERS
    assert len(figure.description) > len(figure.alt)
    assert figure.lang == lang
    assert figure.caption
    for svg in (figure.wide_svg, figure.narrow_svg):
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert root.get("aria-label") == figure.alt
        assert root.get("lang") == lang
        assert root.findtext("{http://www.w3.org/2000/svg}title") == figure.alt


@every_figure
def test_languages_differ_in_words_but_not_in_numbers_or_references(name: str) -> None:
    english, indonesian = make(name, lang="en"), make(name, lang="id")
    assert english.alt != indonesian.alt
    assert english.description != indonesian.description
    assert english.evidence.sources == indonesian.evidence.sources
    assert _numbers(english) == _numbers(indonesian)


def _numbers(figure: ExplanatoryFigure) -> list[list[float]]:
    return [[cell for cell in row if isinstance(cell, int | float)] for row in figure.data.rows]


@every_figure
def test_every_source_is_in_the_bibliography(name: str) -> None:
    keys = set(re.findall(r"^@\w+\{([^,]+),", BIBLIOGRAPHY.read_text("utf-8"), flags=re.MULTILINE))
    sources = make(name).evidence.sources
    assert sources
    assert set(sources) <= keys


@every_figure
def test_it_displays_itself_with_one_bundle_for_the_page(name: str) -> None:
    figure = make(name)
    data, metadata = figure._repr_mimebundle_()
    media = {"text/html", "image/svg+xml", "image/png", "text/plain", FIGURE_BUNDLE}
    assert set(data) == media
    assert data["image/svg+xml"] == figure.wide_svg
    assert metadata == {
        "image/svg+xml": {"alt": figure.alt},
        "image/png": {"alt": figure.alt},
    }
    bundle = json.loads(json.dumps(data[FIGURE_BUNDLE]))
    assert list(bundle) == [
        "schema",
        "alt",
        "description",
        "caption",
        "lang",
        "evidence",
        "data",
        "narrow_svg",
        "made_by",
    ]
    assert bundle["schema"] == 1
    assert set(bundle["evidence"]) == {"class", "sources", "note"}
    assert bundle["narrow_svg"] == figure.narrow_svg
    assert all(len(row) == len(bundle["data"]["columns"]) for row in bundle["data"]["rows"])


@every_figure
def test_what_made_it_makes_it_again(name: str) -> None:
    first = make(name, lang="id")
    module, function = first.made_by.function.rsplit(".", 1)
    again = getattr(importlib.import_module(module), function)(**first.made_by.parameters)
    assert again == first


@every_figure
def test_a_wrong_language_or_audience_is_refused_with_the_legal_values(name: str) -> None:
    function = getattr(galley_figures, name)
    with pytest.raises(ValueError, match=r"^lang must be one of en, id, not 'de'$"):
        function(lang="de")
    with pytest.raises(
        ValueError, match=r"^audience must be one of patient, clinician, not 'nurse'$"
    ):
        function(audience="nurse")


@every_figure
def test_a_public_figure_is_a_documented_function_with_named_parameters(name: str) -> None:
    function: Callable[..., ExplanatoryFigure] = getattr(galley_figures, name)
    assert inspect.isfunction(function)
    assert "References" in (function.__doc__ or "")
    kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
    assert kinds == {inspect.Parameter.KEYWORD_ONLY}


_FINGERPRINTS = """
import galley_figures, hashlib, sys
for name in sys.argv[1:]:
    figure = getattr(galley_figures, name)()
    parts = (figure.wide_svg.encode(), figure.narrow_svg.encode(), figure.png)
    print(name, *(hashlib.sha256(part).hexdigest() for part in parts))
assert "matplotlib.pyplot" not in sys.modules
"""


def test_another_process_draws_the_same_bytes_and_never_loads_pyplot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "4711")
    run = subprocess.run(
        [sys.executable, "-c", _FINGERPRINTS, *FIGURES],
        capture_output=True,
        text=True,
        check=True,
    )
    expected = []
    for name in FIGURES:
        figure = make(name)
        parts = (figure.wide_svg.encode(), figure.narrow_svg.encode(), figure.png)
        expected.append(" ".join([name, *(hashlib.sha256(part).hexdigest() for part in parts)]))
    assert run.stdout.splitlines() == expected
