"""A post becomes a notebook that Galley reads back as it was."""

from datetime import date

import nbformat
import pytest

from galley.article.front_matter import parse_front_matter, split_front_matter
from galley.findings import Place
from galley.importing.fields import render_fields
from galley.importing.notebook import notebook_of
from galley.importing.post import Block, BlockKind, Post

PLACE = Place("a.ipynb")


def post(*blocks: Block, **fields: object) -> Post:
    return Post("a.docx", "0" * 64, "a", fields, blocks)


def cells(*blocks: Block) -> list[tuple[str, str, str]]:
    notebook = nbformat.reads(notebook_of(post(*blocks)).decode(), as_version=4)
    nbformat.validate(notebook)
    return [(cell.cell_type, cell.id, cell.source) for cell in notebook.cells[1:]]


def text(words: str, kind: BlockKind = "paragraph") -> Block:
    return Block(kind, words)


def test_a_cell_begins_at_each_heading_and_is_named_after_it() -> None:
    heading = Block("heading", "## How it *works* {#how}", 2)

    assert cells(text("First."), text("Second."), heading, text("Third."), heading) == [
        ("markdown", "text", "First.\n\nSecond."),
        ("markdown", "how-it-works", "## How it *works* {#how}\n\nThird."),
        ("markdown", "how-it-works-2", "## How it *works* {#how}"),
    ]


def test_code_that_runs_has_a_cell_of_its_own_without_outputs() -> None:
    code = Block("cell", "1 + 1")

    assert cells(text("Before."), code, text("After.")) == [
        ("markdown", "text", "Before."),
        ("code", "code", "1 + 1"),
        ("markdown", "text-2", "After."),
    ]


def test_code_in_another_language_names_its_kernel() -> None:
    written = nbformat.reads(notebook_of(post(Block("cell", "x <- 1", info="r"))).decode(), 4)

    assert written.metadata.kernelspec.name == "ir"


def test_the_same_post_makes_the_same_bytes() -> None:
    assert notebook_of(post(text("a"), title="A")) == notebook_of(post(text("a"), title="A"))


@pytest.mark.parametrize(
    "title", ["Plain", "With: colon", '"Quoted"', "no", "2026-01-02", "- a", "[x]", "# y", "a #b"]
)
def test_each_title_is_read_back_as_it_was(title: str) -> None:
    front_matter, findings = parse_front_matter(render_fields({"title": title}), PLACE, {})

    assert (front_matter.title, findings) == (title, ())


def test_fields_are_written_in_the_order_in_which_they_are_read() -> None:
    fields = {
        "tags": ["stroke", "recovery, early"],
        "authors": ["Maria Lopez", "rini"],
        "date": date(2026, 11, 20),
        "title": "When?",
        "description": "",
        "aliases": ["/en/edukasi/blog/a-long-address-of-a-post/", "/old/address/of/the/post.html"],
    }

    assert render_fields(fields) == (
        "---\n"
        'title: "When?"\n'
        "date: 2026-11-20\n"
        "authors: [Maria Lopez, {name: rini}]\n"
        'tags: [stroke, "recovery, early"]\n'
        "aliases:\n"
        '  - "/en/edukasi/blog/a-long-address-of-a-post/"\n'
        '  - "/old/address/of/the/post.html"\n'
        "---"
    )


def test_what_is_written_is_found_as_front_matter() -> None:
    notebook = nbformat.reads(notebook_of(post(text("a"), title="A", draft=True)).decode(), 4)
    split = split_front_matter(notebook)

    assert parse_front_matter(split.text or "", PLACE, {})[0].draft is True
    assert [cell.source for cell in split.notebook.cells] == ["a"]
