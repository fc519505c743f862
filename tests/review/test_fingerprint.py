"""What a signature rests on: it ends when readers see something else, and never else."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_markdown_cell
from PIL import Image, PngImagePlugin
from tests.review.conftest import MakePrint, code, prose

from galley.article.figure_bundle import FIGURE_BUNDLE
from galley.signing.fingerprint import FOOTNOTES, FRONT, ORDER, changed_parts

TEXT = "Most recovery is early [@zeiler2013]. It slows *later*.\n\nSee $a+b$ and [there](b.ipynb)."
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>Weeks</text><path d="M0 0L{x} 9"/></svg>'


def figure(x: int = 1, **changed: Any) -> dict[str, Any]:
    bundle = {
        "schema": 1,
        "alt": "A curve that falls.",
        "description": "It falls in twelve weeks.",
        "evidence": {"class": "data", "sources": ["a2001"], "note": ""},
        "data": {"columns": ["week", "gain (%)"], "rows": [[1, 2.5], [2, 1.25]]},
    }
    return {"image/svg+xml": SVG.format(x=x), FIGURE_BUNDLE: bundle | changed}


def png(colour: str, software: str) -> dict[str, Any]:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", software)
    data = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(data, "PNG", pnginfo=info)
    return {"image/png": base64.b64encode(data.getvalue()).decode()}


@pytest.mark.parametrize(
    "same",
    [
        TEXT + "\n",
        TEXT.replace(" It slows", "\nIt slows"),
        TEXT.replace(" and ", "   and\n"),
        TEXT.replace("*later*", "_later_"),
    ],
)
def test_line_breaks_and_spelling_of_the_markup_change_nothing(
    same: str, print_of: MakePrint
) -> None:
    assert changed_parts(print_of(prose(TEXT)), print_of(prose(same))) == ()


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("early", "late"),
        TEXT.replace("zeiler2013", "ward2019"),
        TEXT.replace(" [@zeiler2013]", ""),
        TEXT.replace("@zeiler2013", "@zeiler2013, p. 3"),
        TEXT.replace("a+b", "a-b"),
        TEXT.replace("b.ipynb", "c.ipynb"),
        TEXT.replace("\n\n", "\n\n- "),
        f"## {TEXT}",
        TEXT + " More.",
    ],
)
def test_words_citations_formulas_links_and_headings_change_it(
    other: str, print_of: MakePrint
) -> None:
    assert changed_parts(print_of(prose(TEXT)), print_of(prose(other))) == ("text",)


def test_ids_of_cells_and_metadata_change_nothing(print_of: MakePrint) -> None:
    before = print_of(prose("One.", "a"), prose("Two.", "b"))
    tagged = new_markdown_cell("Two.", id="9c1e", metadata={"slideshow": "no", "tags": ["x"]})
    assert changed_parts(before, print_of(prose("One.", "5e77"), tagged)) == ()


def test_cells_that_change_places_are_told(print_of: MakePrint) -> None:
    one, two = prose("One.", "a"), prose("Two.", "b")
    assert changed_parts(print_of(one, two), print_of(two, one)) == (ORDER,)


def test_new_and_removed_cells_are_named(print_of: MakePrint) -> None:
    one, two = prose("One.", "a"), prose("Two.", "b")
    assert changed_parts(print_of(one), print_of(one, two)) == ("b",)
    assert changed_parts(print_of(one, two), print_of(one)) == ("b",)


def test_footnotes_are_part_of_the_text(print_of: MakePrint) -> None:
    text = "A word.[^1]\n\n[^1]: {}"
    before, after = (print_of(prose(text.format(note))) for note in ("So.", "Not so."))
    assert changed_parts(before, after) == (FOOTNOTES,)


@pytest.mark.parametrize(
    "front",
    [
        {"title": "Y"},
        {"description": "Another."},
        {"authors": ["Maria Lopez"]},
        {"disclosures": "She is paid by a maker."},
        {"key_points": ["One."]},
        {"changes": [{"date": "2026-11-22", "note": "Corrected a number."}]},
        {"lang": "id"},
    ],
)
def test_front_matter_that_readers_see_changes_it(
    front: dict[str, Any], print_of: MakePrint
) -> None:
    assert changed_parts(print_of(prose(TEXT)), print_of(prose(TEXT), **front)) == (FRONT,)


@pytest.mark.parametrize(
    "front",
    [
        {"draft": True},
        {"cache": "never"},
        {"ignore": {"claim-absolute": "It is a quotation."}},
        {"reviewers": ["Maria Lopez"]},
        {"aliases": ["old.html"]},
        {"date": "2026-11-20"},
        {"review_by": "2028-11-20"},
    ],
)
def test_what_no_reader_sees_and_what_follows_a_review_changes_nothing(
    front: dict[str, Any], print_of: MakePrint
) -> None:
    assert changed_parts(print_of(prose(TEXT)), print_of(prose(TEXT), **front)) == ()


def test_dates_are_told_apart_for_the_lines_that_rest_on_them(print_of: MakePrint) -> None:
    before, after = print_of(prose(TEXT)), print_of(prose(TEXT), updated="2026-11-22")
    assert (before.text == after.text, before.dates == after.dates) == (True, False)


def test_another_run_with_other_code_that_shows_the_same_changes_nothing(
    print_of: MakePrint,
) -> None:
    before = print_of(code("draw()", figure(x=1)))
    assert changed_parts(before, print_of(code("draw_again()", figure(x=2)))) == ()
    with_setup = print_of(code("import x", cell_id="set-up"), code("draw()", figure()))
    assert changed_parts(before, with_setup) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"alt": "A curve that rises."},
        {"description": "It rises."},
        {"caption": "New."},
        {"evidence": {"class": "schematic", "sources": ["a2001"]}},
        {"evidence": {"class": "data", "sources": ["b2002"]}},
        {"data": {"columns": ["week", "gain (%)"], "rows": [[1, 2.5], [2, 1.5]]}},
        {"data": {"columns": ["week", "gain (points)"], "rows": [[1, 2.5], [2, 1.25]]}},
    ],
)
def test_what_a_figure_says_and_its_data_change_it(
    changed: dict[str, Any], print_of: MakePrint
) -> None:
    before = print_of(code("draw()", figure()))
    assert changed_parts(before, print_of(code("draw()", figure(**changed)))) == ("fig",)


def test_the_last_digits_of_another_machine_change_nothing(print_of: MakePrint) -> None:
    before, after = (
        print_of(code("draw()", figure(data={"columns": ["x"], "rows": [[value]]})))
        for value in (0.1 + 0.2, 0.3)
    )
    assert changed_parts(before, after) == ()


def test_a_plain_drawing_has_no_data_so_its_lines_count(print_of: MakePrint) -> None:
    drawings = ({"image/svg+xml": SVG.format(x=x)} for x in (1, 1, 2))
    first, same, other = (print_of(code("plot()", drawing)) for drawing in drawings)
    assert changed_parts(first, same) == ()
    assert changed_parts(first, other) == ("fig",)


def test_a_png_is_its_pixels_not_what_a_program_writes_beside_them(print_of: MakePrint) -> None:
    first = print_of(code("plot()", png("red", "one")))
    assert changed_parts(first, print_of(code("plot()", png("red", "two")))) == ()
    assert changed_parts(first, print_of(code("plot()", png("blue", "one")))) == ("fig",)


def test_a_table_is_its_words(print_of: MakePrint) -> None:
    tables = ('<table id="T_1"><td>5</td>', '<table id="T_9"><td> 5 </td>', "<table><td>6</td>")
    first, same, other = (print_of(code("t", {"text/html": table})) for table in tables)
    assert changed_parts(first, same) == ()
    assert changed_parts(first, other) == ("fig",)


def test_an_image_is_its_content(tmp_path: Path, print_of: MakePrint) -> None:
    image = tmp_path / "a.png"
    image.write_bytes(b"1")
    text = prose("![A brain](a.png)")
    before = print_of(text, find_file=lambda _: image)
    image.write_bytes(b"2")
    assert changed_parts(before, print_of(text, find_file=lambda _: image)) == ("text",)


def test_where_outputs_are_not_known_the_code_stands_in(print_of: MakePrint) -> None:
    run, not_run = print_of(code("draw()", figure())), print_of(code("draw()"), is_run=False)
    assert (run.is_run, not_run.is_run) == (True, False)
    assert changed_parts(run, not_run) == changed_parts(not_run, run) == ()
    assert changed_parts(run, print_of(code("draw(2)"), is_run=False)) == ("fig",)
