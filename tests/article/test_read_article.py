"""From an executed notebook to an article: order, numbers, editions, words."""

from __future__ import annotations

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.evidence import parse_evidence
from galley.article.front_matter import FrontMatter
from galley.article.markdown import walk
from galley.article.model import Code, Evidence, Figure, Output, Prose


def figure(options, cell_id):
    output = new_output("display_data", data={"image/png": "AA=="})
    return new_code_cell(f"{options}\nplot()", id=cell_id, outputs=[output])


def read(*cells, edition="", title="T", **options):
    identity = Identity("x.ipynb", "x", edition=edition, title=title, front_matter=FrontMatter())
    return read_article(new_notebook(cells=list(cells)), identity, **options)


def markdown(source, cell_id="m", **metadata):
    return new_markdown_cell(source, id=cell_id, metadata=metadata)


def test_figures_and_equations_are_counted_through_text_and_code():
    article = read(
        markdown("![A](a.png)\n(fig-one)=\n\n$$x$$ (eq-one)\n", "a"),
        figure("#| label: fig-two\n#| caption: Two.", "b"),
        markdown(":::{figure} c.png\n:label: fig-three\nThree.\n:::\n\n$$y$$ (eq-two)", "c"),
        figure("#| label: fig-four", "d"),
    )

    numbers = {name: label.number for name, label in article.labels.items()}
    assert numbers["fig-two"] < numbers["fig-three"] < numbers["fig-four"]
    assert (numbers["eq-one"], numbers["eq-two"]) == ("1", "2")


def test_a_plot_without_label_and_caption_has_no_number_but_an_anchor():
    article = read(figure("", "plain"), figure("#| label: fig-a", "b"))

    first, second = article.blocks
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert (first.number, first.anchor) == ("", "figure-plain")
    assert (second.number, second.anchor) == ("1", "fig-a")


def test_two_things_with_one_label_have_anchors_of_their_own():
    article = read(figure("#| label: fig-a", "b"), figure("#| label: fig-a", "c"))

    assert [block.anchor for block in article.blocks] == ["fig-a", "fig-a-2"]


def test_a_captioned_table_is_numbered_as_a_table():
    output = new_output("execute_result", data={"text/html": "<table></table>"})
    cell = new_code_cell("#| tbl-cap: Doses.\n#| label: tbl-a\ndf", id="t", outputs=[output])

    (table,) = read(cell).blocks
    assert isinstance(table, Output)
    assert (table.number, table.anchor) == ("1", "tbl-a")


def test_an_edition_has_its_own_cells():
    cells = (
        markdown("All.", "a"),
        markdown("Deep.", "b", tags=["edition:clinician"]),
        markdown("Plain.", "c", tags=["edition:patient"]),
    )

    def ids(edition):
        return [block.cell_id for block in read(*cells, edition=edition).blocks]

    assert ids("clinician") == ["a", "b"]
    assert ids("patient") == ["a", "c"]


def test_the_title_is_not_repeated_in_the_body():
    assert read(markdown("# T\n\nText."), title="T").headings == ()


def test_a_first_heading_that_is_not_the_title_stays():
    article = read(markdown("# Another\n\nText."), title="T")

    assert [(heading.level, heading.text) for heading in article.headings] == [(2, "Another")]


def test_markdown_and_formulas_that_a_cell_puts_out_are_prose():
    output = new_output("display_data", data={"text/latex": "$$x$$", "text/plain": "x"})

    (block,) = read(new_code_cell("f", id="f", outputs=[output])).blocks
    assert isinstance(block, Prose)
    assert [token.type for token in block.tokens] == ["math_block"]


def test_shown_code_comes_before_its_outputs():
    output = new_output("stream", name="stdout", text="1")
    cell = new_code_cell("#| echo: true\nprint(1)", id="c", outputs=[output])

    code, _ = read(cell).blocks
    assert code == Code("c", "print(1)", "python")


def test_cited_keys_are_in_the_order_of_use_those_of_figures_last():
    article = read(
        markdown("[@b2001; @a2001] then @b2001."),
        figure("#| evidence: model [@c2001]", "f"),
        known_keys=["a2001", "b2001", "c2001"],
    )

    assert article.cited == ("b2001", "a2001", "c2001")


def test_words_are_counted_in_text_and_captions_only():
    article = read(
        markdown("## Two words\n\nThree more words, $x + y$ `code`."),
        figure("#| caption: A short caption.", "f"),
    )

    assert article.word_count == 8


def test_an_evidence_line_names_class_sources_and_note():
    assert parse_evidence("data [@avert2015; @lang2016] Crude rates.") == Evidence(
        "data", ("avert2015", "lang2016"), "Crude rates."
    )
    assert parse_evidence("schematic") == Evidence("schematic")
    assert parse_evidence("picture") is None


def test_an_indonesian_ordinal_does_not_break():
    (prose,) = read(markdown("Pada hari ke-5 dan `ke-6`.")).blocks

    assert isinstance(prose, Prose)
    assert "".join(token.content for token in walk(prose.tokens[1].children)) == (
        "Pada hari ke\u20115 dan ke-6."
    )
