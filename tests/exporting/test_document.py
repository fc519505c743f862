"""An article as one pandoc document: same numbers, same references, everything in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import nbformat.v4 as nb
import pytest
from tests.exporting.example import SVG, figure_output

from galley.exporting.document.drawings import print_svg
from galley.exporting.document.model import Document, classes_of
from galley.exporting.document.tree import plain_words, walk_nodes

Make = Callable[..., Document]


def of_class(document: Document, name: str) -> list[Any]:
    return [node for node in walk_nodes(list(document.blocks)) if name in classes_of(node)]


def of_type(value: Any, kind: str) -> list[Any]:
    return [node for node in walk_nodes(value) if node["t"] == kind]


def text_of(document: Document) -> str:
    return plain_words(list(document.blocks))


def text_cell(source: str) -> nb.NotebookNode:
    return nb.new_markdown_cell(source, id="cell")


def test_the_parts_stand_in_the_order_of_the_page(english: Document) -> None:
    named = [classes_of(block)[0] for block in english.blocks]
    assert named == [
        "key-points",
        *["cell"] * 4,
        "references",
        "glossary",
        "people",
        "about",
    ]


def test_each_cell_says_which_it_is(english: Document) -> None:
    cells = [dict(block["c"][0][2])["cell"] for block in of_class(english, "cell")]
    assert cells == ["text", "plot", "frame", "raw"]


def test_citations_and_references_are_those_of_the_page(english: Document) -> None:
    assert "Training matters (Bi & Poo, 2001, p. 3)" in text_of(english)
    entries = [plain_words(entry) for entry in of_class(english, "reference")]
    assert entries == [
        "Bi, G., & Poo, M. (2001). Synaptic change. Journal. https://doi.org/10.1000/one",
        "Lee, A. (2020). Practice after stroke. Other.",
    ]
    assert [entry["c"][0][0] for entry in of_class(english, "reference")] == [
        "ref-bi2001",
        "ref-lee2020",
    ]


def test_figures_tables_and_equations_are_referred_to_by_number(english: Document) -> None:
    links = {link["c"][2][0]: plain_words(link["c"][1]) for link in of_type(english.blocks, "Link")}
    assert links["#fig-window"] == "Figure 2"
    assert links["#tbl-doses"] == "Table 1"
    assert links["#eq-one"] == "(1)"


def test_a_figure_has_its_drawing_caption_and_words(english: Document) -> None:
    block = of_class(english, "figure-block")[1]
    figure, evidence, details = block["c"][1]
    (image,) = of_type(figure, "Image")
    assert figure["t"] == "Figure"
    assert figure["c"][0][0] == "fig-window"
    assert image["c"][2][0] == "media/fig-window.svg"
    assert plain_words(image["c"][1]) == "A curve that rises and falls."
    assert plain_words(figure["c"][1]) == "Figure 2 The first weeks (Bi & Poo, 2001)."
    assert plain_words(evidence) == "Drawing, not measured data. After Lee (2020). A shape only."
    assert plain_words(details) == (
        "The curve is highest in the first weeks. start (days) result 1 low 30 high"
    )
    assert english.png == {"media/fig-window.svg": "media/fig-window.png"}


def test_a_photo_has_its_words_too(english: Document) -> None:
    figure, evidence, details = of_class(english, "figure-block")[0]["c"][1]
    assert plain_words(figure["c"][1]) == "Figure 1 A photo."
    assert plain_words(evidence).endswith("From Lee (2020). Photo: Ayu Lestari.")
    assert plain_words(details) == "Longer words."


def test_every_picture_that_is_named_is_there(english: Document) -> None:
    named = {image["c"][2][0] for image in of_type(english.blocks, "Image")}
    assert named <= set(english.files)


def test_a_drawing_has_the_colours_of_paper_and_no_variable(english: Document) -> None:
    drawing = english.files["media/fig-window.svg"].decode()
    assert "var(" not in drawing
    assert '<rect width="720" height="360" fill="#ffffff"' in drawing
    assert "#0b5c5c" in drawing
    assert "font-family=\"'Source Sans Pro', sans-serif\"" in drawing


def test_a_site_has_its_own_colours_in_drawings() -> None:
    drawing = print_svg(SVG, {"--fig-restoration": "#123456"})
    assert drawing is not None
    assert b"#123456" in drawing
    assert b"#0b5c5c" not in drawing


def test_what_is_no_drawing_is_none() -> None:
    assert print_svg("<p>no</p>") is None
    assert print_svg("") is None


def test_a_callout_says_what_it_is(english: Document) -> None:
    help_box, fold = of_class(english, "callout")
    assert classes_of(help_box) == ["callout", "callout--help"]
    assert plain_words(help_box) == "If it gets worse Call your doctor."
    assert plain_words(fold) == "More Folded text."


def test_a_callout_without_a_title_has_its_label_in_the_language(make: Make) -> None:
    made = make(text_cell(":::{help}\nCall.\n:::"), lang="id", key_points=[])
    assert plain_words(of_class(made, "callout-label")) == "Kapan harus mencari pertolongan"


def test_a_table_has_its_caption_and_alignment(english: Document) -> None:
    (block,) = of_class(english, "table-block")
    (table,) = of_type(block, "Table")
    assert block["c"][0][0] == "tbl-doses"
    assert plain_words(table["c"][1]) == "Table 1 Doses in the trials."
    assert [column[0]["t"] for column in table["c"][2]] == ["AlignLeft", "AlignRight"]


def test_formulas_are_tex_that_every_writer_knows(english: Document) -> None:
    formulas = [(node["c"][0]["t"], node["c"][1]) for node in of_type(english.blocks, "Math")]
    assert formulas == [
        ("InlineMath", "y"),
        ("DisplayMath", r"\tau = \frac{a}{b}"),
        ("InlineMath", "x^2"),
    ]
    (number,) = of_class(english, "equation-number")
    assert (number["c"][0][0], plain_words(number)) == ("eq-one", "(1)")


def test_a_formula_that_cannot_be_read_stays_as_it_is_written(make: Make) -> None:
    made = make(text_cell(r"So $\frac{a$ it is."), key_points=[])
    assert r"So \frac{a it is." in text_of(made)
    assert [finding.rule for finding in made.findings] == ["formula-unreadable"]


def test_a_footnote_stands_where_it_is_called(english: Document) -> None:
    (note,) = of_type(english.blocks, "Note")
    assert plain_words(note) == "A note with code and (Lee, 2020)."
    assert of_type(note, "Link")[0]["c"][2][0] == "#ref-lee2020"


def test_links_lead_to_the_site_or_stay_words(english: Document, make: Make) -> None:
    targets = [link["c"][2][0] for link in of_type(english.blocks, "Link")]
    assert "https://example.org/blog/other.html" in targets
    alone = make(around={"address": ""})
    targets = [link["c"][2][0] for link in of_type(alone.blocks, "Link")]
    assert "another page" in text_of(alone)
    assert all(target.startswith(("#", "https://", "mailto:")) for target in targets)


def test_every_link_inside_leads_somewhere_and_no_id_is_there_twice(make: Make) -> None:
    cells = [
        nb.new_markdown_cell(
            '[gone](#nowhere) <b id="one">1</b> <b id="one">2</b>\n\n(here)=\ntext [there](#here)',
            id="a",
        ),
        nb.new_code_cell("#| label: fig-a\nx", id="b", outputs=[figure_output()]),
        nb.new_code_cell("#| label: fig-a\nx", id="c", outputs=[figure_output()]),
    ]
    made = make(*cells, key_points=[])
    ids = [
        (node["c"][1] if node["t"] == "Header" else node["c"][0])[0]
        for node in walk_nodes(list(made.blocks))
        if node["t"] in {"Div", "Span", "Figure", "Header", "Image"}
    ]
    named = [name for name in ids if name]
    assert len(named) == len(set(named))
    targets = [link["c"][2][0] for link in of_type(made.blocks, "Link")]
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert inside <= set(named)
    assert "nowhere" not in inside


def test_raw_html_is_cleaned_and_what_looks_like_code_stays_text(english: Document) -> None:
    raw = of_class(english, "cell")[3]
    assert plain_words(raw) == "Raw HTML inside #emph[no] $5"
    assert not of_type(english.blocks, "RawBlock")
    assert not of_type(english.blocks, "RawInline")
    assert "onclick" not in str(english.blocks)


@pytest.mark.parametrize("mark", ["0", "99", "-1", "x"])
def test_a_forged_mark_of_a_formula_or_note_does_no_harm(make: Make, mark: str) -> None:
    source = (
        f'A <code class="galley-formula">{mark}</code> and <span class="galley-note">{mark}</span>.'
    )
    assert "A" in text_of(make(text_cell(source), key_points=[]))


def test_a_note_that_calls_itself_ends(make: Make) -> None:
    source = 'A[^n].\n\n[^n]: Again <span class="galley-note">1</span>.'
    assert "Again" in text_of(make(text_cell(source), key_points=[]))


def test_the_end_says_who_and_under_what_terms(english: Document) -> None:
    (about,) = of_class(english, "about")
    said = plain_words(about)
    assert "Published 20 November 2026, Updated 22 November 2026, Reviewed 21 November 2026" in said
    assert "The authors declare no competing interests." in said
    assert "Funding A grant." in said
    assert "Licence CC BY 4.0" in said
    assert "Lopez, M. (2026). When is the window? Fog & Light." in said
    assert plain_words(of_class(english, "people")) == (
        "About the author Maria Lopez, Sp.N. A hospital"
    )


def test_words_of_the_glossary_are_explained_at_the_end(indonesian: Document) -> None:
    # The text of the example is English, so none of the Indonesian words is in it.
    assert not of_class(indonesian, "glossary")


def test_the_glossary_has_what_the_text_uses(english: Document) -> None:
    assert plain_words(of_class(english, "glossary")) == (
        "Glossary plasticity The ability of the brain to change."
    )


def test_everything_else_is_in_the_language_of_the_article(indonesian: Document) -> None:
    said = text_of(indonesian)
    assert said.startswith("Pokok-pokok")
    assert "Gambar 2 The first weeks" in said
    assert "Figure" not in said
    assert indonesian.as_pandoc()["meta"]["lang"] == {"t": "MetaString", "c": "id"}


def test_the_whole_knows_its_title_people_days_and_terms(english: Document) -> None:
    meta = english.as_pandoc()["meta"]
    assert meta["title"]["c"] == "When is the window?"
    assert meta["date"]["c"] == "2026-11-22"
    assert [name["c"] for name in meta["author"]["c"]] == ["Maria Lopez, Sp.N."]
    assert meta["rights"]["c"] == "CC BY 4.0"
    assert dict(english.days) == {
        "date": "2026-11-20",
        "updated": "2026-11-22",
        "reviewed": "2026-11-21",
    }


def test_a_withdrawn_article_says_so_first(make: Make) -> None:
    made = make(withdrawn={"date": "2026-11-23", "reason": "A number was wrong."})
    assert classes_of(made.blocks[0]) == ["withdrawn"]
    assert plain_words(made.blocks[0]).startswith(
        "Withdrawn This article was withdrawn on 23 November 2026. A number was wrong."
    )


def test_the_same_article_gives_the_same_document(english: Document, make: Make) -> None:
    assert make() == english
