"""What holds for every kind of figure, by its example: words in place, small, honest, bilingual."""

import gzip
import importlib
import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import galley_figures
from galley_figures import ExplanatoryFigure, bars
from galley_figures.errors import FigureError
from galley_figures.style.canvas import LAYOUTS, MIN_TEXT_PX, Layout

BIBLIOGRAPHY = Path(__file__).parents[2] / "notebooks" / "references.bib"
MAX_ALT_CHARACTERS = 125
MAX_GZIP_BYTES = 12 * 1024

# A picture is not drawn, so it has tests of its own.
KINDS = [
    name
    for name in galley_figures.__all__
    if galley_figures._HOMES[name].startswith("galley_figures.kinds.") and name != "picture"
]
every_kind = pytest.mark.parametrize("name", KINDS)
every_language = pytest.mark.parametrize("lang", ["en", "id"])
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


@cache
def example(name: str, lang: str = "en") -> ExplanatoryFigure:
    return importlib.import_module(f"galley_figures.kinds.{name}.example").example(lang=lang)


@every_kind
@every_language
@every_layout
def test_no_words_overlap_or_leave_the_canvas(
    name: str, lang: str, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = example(name, lang).redraw(layout)
    assert artist_checks.overlapping_texts(figure) == []
    assert artist_checks.texts_leaving_the_canvas(figure) == []


@every_kind
@every_layout
def test_every_word_is_set_in_the_house_font_at_a_readable_size(
    name: str, layout: Layout, artist_checks: ModuleType
) -> None:
    for text in artist_checks.visible_texts(example(name).redraw(layout)):
        assert "SourceSansPro" in text.get_fontproperties().get_file()
        assert text.get_fontsize() >= MIN_TEXT_PX


@every_kind
@every_language
def test_a_strict_page_can_show_it_and_it_is_small(name: str, lang: str) -> None:
    figure = example(name, lang)
    drawings = figure.wide_svg + figure.narrow_svg
    assert "style" not in drawings
    assert "http" not in drawings.replace("http://www.w3.org/2000/svg", "")
    assert len(gzip.compress(drawings.encode(), mtime=0)) <= MAX_GZIP_BYTES


@every_kind
@every_language
def test_the_text_alternative_is_short_and_the_description_says_more(name: str, lang: str) -> None:
    figure = example(name, lang)
    assert 0 < len(figure.alt) <= MAX_ALT_CHARACTERS
    assert len(figure.description) > len(figure.alt)
    assert figure.lang == lang


@every_kind
def test_languages_differ_in_words_but_not_in_numbers_or_sources(name: str) -> None:
    english, indonesian = example(name, "en"), example(name, "id")
    assert english.alt != indonesian.alt
    assert english.description != indonesian.description
    assert english.data.columns != indonesian.data.columns
    assert english.evidence.sources == indonesian.evidence.sources
    assert _numbers(english) == _numbers(indonesian)


def _numbers(figure: ExplanatoryFigure) -> list[list[float]]:
    return [[cell for cell in row if isinstance(cell, int | float)] for row in figure.data.rows]


@every_kind
def test_the_sources_of_the_example_are_in_the_bibliography(name: str) -> None:
    keys = set(re.findall(r"^@\w+\{([^,]+),", BIBLIOGRAPHY.read_text("utf-8"), flags=re.MULTILINE))
    assert set(example(name).evidence.sources) <= keys


@every_kind
def test_a_schematic_or_made_up_drawing_wears_its_mark(
    name: str, artist_checks: ModuleType
) -> None:
    figure = example(name)
    drawn = figure.redraw(LAYOUTS[0])
    for kind in ("schematic", "synthetic"):
        marks = artist_checks.with_gid(drawn, f"{kind}-frame")
        assert bool(marks) == (figure.evidence.kind == kind)


@every_kind
def test_every_kind_is_told_its_evidence_sources_and_language(name: str) -> None:
    function = getattr(galley_figures, name)
    parameters = inspect.signature(function).parameters
    assert {"evidence", "sources", "note", "caption", "lang"} <= set(parameters)
    assert "Raises" in function.__doc__
    assert "Examples" in function.__doc__


@pytest.mark.parametrize("decimals", [-1, 7, 1.5, "two"])
def test_decimals_that_cannot_be_written_are_refused(decimals: object) -> None:
    with pytest.raises(FigureError, match=r"^decimals must be (a whole number, )?0 to 6"):
        bars(
            [{"label": "One", "value": 1}],
            measure="M",
            unit="u",
            evidence="synthetic",
            decimals=decimals,  # type: ignore[arg-type]
        )
