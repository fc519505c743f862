"""The hand-out: one page in large type, shortened in a fixed order; what was left out is said."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import nbformat.v4 as nb
import pypdf
import pytest
from tests.exporting.example import ADDRESS, TEXT, article, figure_output

from galley.exporting.document.model import Document
from galley.exporting.typeset.findings import not_made, shortened_findings
from galley.exporting.typeset.handout import FittedHandout, chosen_figure, fit_handout
from galley.exporting.typeset.setting import set_pdf, template

Make = Callable[..., Document]


def fitted(document: Document, anchor: str = "fig-window") -> FittedHandout:
    made = fit_handout(document, anchor)
    assert made is not None
    return made


def words_of(made: FittedHandout) -> str:
    pages = pypdf.PdfReader(io.BytesIO(set_pdf(made.sources, 0).pdf)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


@pytest.fixture(scope="module")
def example(english: Document) -> FittedHandout:
    return fitted(english)


def test_it_is_one_page_with_all_that_a_patient_needs(example: FittedHandout) -> None:
    said = words_of(example)
    for words in (
        "When is the window?",
        "One sentence.",
        "First point.",
        "The first weeks.",
        "Drawing, not measured data.",
        "If it gets worse Call your doctor.",
        "Fog & Light · Maria Lopez · Updated 22 November 2026",
        "It does not replace advice from your own doctor",
        "example.org/blog/window.html",
    ):
        assert words in said
    assert example.left_out == ()


def test_it_names_no_source_and_no_other_part(example: FittedHandout) -> None:
    said = words_of(example)
    assert "Lee" not in said
    assert "Training matters" not in said
    assert "Folded text" not in said
    assert "Figure 2" not in said


def test_it_follows_the_rules_of_accessible_pdf(example: FittedHandout) -> None:
    pdf = set_pdf(example.sources, 0).pdf
    assert b"pdfuaid" in pypdf.PdfReader(io.BytesIO(pdf)).xmp_metadata.stream.get_data()  # type: ignore[union-attr]
    assert pdf == set_pdf(example.sources, 0).pdf


def test_the_way_to_the_page_is_there_only_where_it_is_known(
    example: FittedHandout, make: Make
) -> None:
    assert ADDRESS.encode() in example.sources.files["about.json"]
    assert "qr.svg" in example.sources.files
    assert "qr.svg" not in fitted(make(around={"address": ""})).sources.files


def test_no_type_is_smaller_than_twelve_points() -> None:
    sizes = [
        int(size) for size in re.findall(r"size: pt\((\d+)\)", template("handout.typ").decode())
    ]
    assert len(sizes) > 5
    assert min(sizes) == 12
    assert not re.search(r"size: [\d.]+(?:pt|em)", template("handout.typ").decode())


def test_it_speaks_the_language_of_the_article(indonesian: Document) -> None:
    said = words_of(fitted(indonesian))
    assert "Diperbarui 22 November 2026" in said
    assert "Ilustrasi, bukan data hasil pengukuran." in said


def test_a_short_one_has_larger_type(make: Make) -> None:
    bare = fitted(make(nb.new_markdown_cell("Text.", id="a"), key_points=["One."]), "")
    assert b'"scale": 1.25' in bare.sources.files["handout.json"]


def test_what_is_too_long_is_shortened_in_the_documented_order(make: Make) -> None:
    points = [
        f"Key point {n} of the usual length, of which there are many here." for n in range(40)
    ]
    help_text = ":::{help}\n" + "\n\n".join(["Call somebody at once. " * 5] * 3) + "\n:::\n"
    left_out = [
        fitted(make(*_cells(help_text), key_points=points[:count])).left_out
        for count in (2, 9, 12, 15, 40)
    ]
    order = (
        "the description",
        "the end of the words on help",
        "the figure",
        "what is after three key points",
    )
    assert left_out[0] == ()
    assert left_out[-1] == order
    assert all(parts == order[: len(parts)] for parts in left_out)
    assert len(set(left_out)) >= 4


def _cells(help_text: str) -> list[nb.NotebookNode]:
    plot = nb.new_code_cell("#| label: fig-window\nx", id="p", outputs=[figure_output()])
    return [nb.new_markdown_cell(help_text, id="h"), plot]


def test_what_can_never_be_one_page_is_refused(make: Make) -> None:
    assert fit_handout(make(key_points=["Very long. " * 400] * 3), "") is None


def test_the_section_on_help_serves_where_no_callout_does(make: Make) -> None:
    source = (
        "## When to get help\n\n:::{warning} Emergency\nCall 118.\n:::\n\nTell your team.\n\n"
        "## Next\n\nNo."
    )
    said = words_of(fitted(make(nb.new_markdown_cell(source, id="a")), ""))
    assert "When to get help Call 118. Tell your team." in said
    assert "Emergency" not in said
    assert "No." not in said


def test_the_picture_of_the_front_matter_comes_first(make: Make) -> None:
    made = make(image="photo.png", image_alt="A hand.")
    source = fitted(made).sources.files["main.typ"].decode()
    assert '"media/photo-' in source
    assert '"A hand."' in source
    assert "fig-window" not in source


def test_else_the_first_figure_that_speaks_without_its_words() -> None:
    assert chosen_figure(article()) == "fig-window"
    assert chosen_figure(article("en", nb.new_markdown_cell(TEXT, id="t"))) == ""


@pytest.mark.parametrize(
    ("why", "message", "fix"),
    [
        (
            "withdrawn",
            "the article is withdrawn, so there is no hand-out of it",
            "take back the hand-outs that were given away.",
        ),
        (
            "pointless",
            "the article has no key points, and a hand-out is made of them",
            "add key_points to its front matter: two or three sentences.",
        ),
        (
            "long",
            "title, three key points and the words on help are longer than a page",
            "cut the key points to one sentence each, and the words on help to one paragraph.",
        ),
    ],
)
def test_why_there_is_none(why: str, message: str, fix: str) -> None:
    finding = not_made("notebooks/a.ipynb", why)  # type: ignore[arg-type] # one of the three
    assert (finding.rule, finding.message, finding.fix) == ("handout-not-made", message, fix)


def test_what_was_left_out_is_said() -> None:
    (finding,) = shortened_findings("notebooks/a.ipynb", ("the figure",))
    assert (finding.rule, finding.message, finding.fix) == (
        "handout-shortened",
        "the hand-out is without the figure, because it would be longer than a page",
        "shorten the key points or the words on help, if it should be there.",
    )
