"""All cells of an article are parsed together; places, findings and collecting."""

from collections.abc import Sequence

import pytest

from galley.article.markdown import (
    ParsedProse,
    ProseCell,
    collect_citations,
    collect_formulas,
    collect_numbered,
    collect_references,
    first_title,
    parse_inline,
    parse_prose,
    plain_text,
    walk,
)
from galley.article.model import Citation, CitationCluster, Heading, Label
from galley.findings import Place

PLACE = Place("notebooks/a.ipynb", "c1", 1)


def _parse(*sources: str, **options: object) -> ParsedProse:
    cells = [ProseCell(f"c{n}", text, "notebooks/a.ipynb") for n, text in enumerate(sources, 1)]
    return parse_prose(cells, **options)  # type: ignore[arg-type]


def _types(prose: ParsedProse) -> list[list[str]]:
    return [[token.type for token in cell] for cell in prose.cells]


def test_tokens_stay_with_their_cells() -> None:
    prose = _parse("One.", "", "## Two")
    assert _types(prose) == [
        ["paragraph_open", "inline", "paragraph_close"],
        [],
        ["heading_open", "inline", "heading_close"],
    ]


def test_no_cells_give_nothing() -> None:
    assert parse_prose([]) == ParsedProse(())


def test_footnotes_links_and_macros_hold_across_cells() -> None:
    prose = _parse(
        "A[^n] and [a link][there]. $\\newcommand{\\R}{\\mathbb{R}}$",
        "$x \\in \\R$\n\n[^n]: The note.\n\n[there]: https://example.org",
    )
    links = [token for token in walk(prose.cells[0]) if token.type == "link_open"]
    assert [token.attrs["href"] for token in links] == ["https://example.org"]
    assert collect_formulas(prose.cells[1]) == (("x \\in \\mathbb{R}", False),)
    assert plain_text(token for token in prose.footnotes) == "The note."


def test_a_footnote_called_twice_is_written_once() -> None:
    prose = _parse("A[^n].", "B[^n].\n\n[^n]: The note.")
    opened = [token.type for token in prose.footnotes].count("footnote_open")
    anchors = [token.type for token in prose.footnotes].count("footnote_anchor")
    assert (opened, anchors) == (1, 2)


def test_every_citation_has_its_line_and_an_id_of_its_own() -> None:
    prose = _parse("One.\n\nTwo [@a]\nand @b.", "Three @a.")
    uses = collect_citations([token for cell in prose.cells for token in cell])
    assert [(use.anchor, use.cluster.place.cell, use.cluster.place.line) for use in uses] == [
        ("cite-1", "c1", 3),
        ("cite-2", "c1", 4),
        ("cite-3", "c2", 1),
    ]
    assert prose.clusters == tuple(use.cluster for use in uses)


def test_clusters_of_footnotes_come_last() -> None:
    prose = _parse("A[^n] @a.\n\n[^n]: Note @b.", "@c")
    keys = [cluster.citations[0].key for cluster in prose.clusters]
    assert keys == ["a", "c", "b"]


def test_headings_and_their_levels_run_over_all_cells() -> None:
    prose = _parse("# Title\n## One", "#### Two", "## One")
    assert prose.headings == (
        Heading(2, "Title", "title-2"),
        Heading(3, "One", "one"),
        Heading(4, "Two", "two"),
        Heading(3, "One", "one-2"),
    )


def test_the_title_can_be_left_out_of_the_body() -> None:
    prose = _parse("Before.\n\n# *The* title\n\n## One", "# Again", drop_title=True)
    assert [(heading.level, heading.text) for heading in prose.headings] == [
        (2, "One"),
        (2, "Again"),
    ]


@pytest.mark.parametrize(
    ("sources", "title"),
    [
        (["## Not this", "# *When* does it `listen`? $x$"], "When does it listen? x"),
        (["Title\n====="], "Title"),
        (["```\n# code\n```"], None),
        ([], None),
    ],
)
def test_the_first_title_is_the_first_first_level_heading(
    sources: Sequence[str], title: str | None
) -> None:
    assert first_title([ProseCell("c", text, "a.ipynb") for text in sources]) == title


def test_labels_say_what_they_name() -> None:
    prose = _parse("(sec)=\n## Timing\n\n$$x$$ (eq-x)\n\n```{figure} a.png\n:name: fig-a\nA.\n```")
    assert prose.labels == (
        Label("sec", "section", "sec", text="Timing"),
        Label("timing", "section", "sec", text="Timing"),
        Label("fig-a", "figure", "fig-a"),
        Label("eq-x", "equation", "eq-x"),
    )
    assert collect_numbered(prose.cells[0]) == (("eq-x",), ("fig-a",))


def test_references_are_collected_with_their_places() -> None:
    prose = _parse("One.\n\nSee [](#fig-a).")
    place = Place("notebooks/a.ipynb", "c1", 3)
    assert collect_references(prose.cells[0]) == (("fig-a", place),)


def test_a_caption_is_parsed_by_itself_and_its_citations_get_ids_from_its_place() -> None:
    tokens = parse_inline("After [@a], $x$ and [](#fig-b).", PLACE)
    assert [token.type for token in tokens][1] == "citation"
    assert collect_citations(tokens)[0].anchor == "cite-c1-1-1"
    assert collect_citations(tokens)[0].cluster == CitationCluster((Citation("a"),), PLACE)
    assert collect_formulas(tokens) == (("x", False),)


def test_footnotes_in_a_caption_stay_text() -> None:
    assert plain_text(parse_inline("A^[note] b", PLACE)) == "A^[note] b"


def test_plain_text_has_no_citations_and_no_markup() -> None:
    assert plain_text(parse_inline("*So* {sub}`2` `c`\n[l](x) [@a]", PLACE)) == "So 2 c l "


def test_quotation_marks_are_those_of_the_language() -> None:
    assert plain_text(parse_inline('"a"', PLACE, lang="de-AT")) == "„a“"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "Text.\n\n:::{warnin}\nCare.\n:::",
            "notebooks/a.ipynb#c1:3: unknown directive 'warnin'; its text is shown without it\n"
            "  Fix: did you mean 'warning'?",
        ),
        (
            ":::{note}\nCare.",
            "notebooks/a.ipynb#c1:1: the directive 'note' is not closed; everything after it "
            "belongs to it\n  Fix: write ::: on a line of its own where it ends.",
        ),
        (
            "Some {kbdd}`x`.",
            "notebooks/a.ipynb#c1:1: unknown role 'kbdd'; its text is shown as it stands\n"
            "  Fix: did you mean 'kbd'?",
        ),
        (
            "A.[^x]",
            "notebooks/a.ipynb#c1:1: the footnote 'x' has no text\n"
            "  Fix: write '[^x]: the note' in a paragraph of its own.",
        ),
        (
            "##Methods",
            "notebooks/a.ipynb#c1:1: a heading without a space after ##\n"
            "  Fix: write '## Methods'.",
        ),
        (
            "(a)=\n## One\n\n$$x$$ (a)",
            "notebooks/a.ipynb#c1:4: the label 'a' names two things; references lead to the first\n"
            "  Fix: give one of them another label.",
        ),
    ],
)
def test_findings_say_where_what_and_how_to_mend_it(source: str, message: str) -> None:
    assert [str(finding) for finding in _parse(source).findings] == [message]


def test_what_is_nested_too_deeply_is_shown_as_text_and_reported() -> None:
    prose = _parse("\n".join([*[":" * (103 - n) + "{note}" for n in range(100)], "Deep down."]))
    assert "Deep down." in "".join(token.content for token in walk(prose.cells[0]))
    assert "nested-too-deep" in {finding.rule for finding in prose.findings}


def test_parsing_the_same_text_twice_gives_the_same() -> None:
    text = "# A\n\n[@a] $x$ [^n]\n\n[^n]: Note.\n\n:::{note}\nx\n:::"
    assert _parse(text) == _parse(text)
