"""The four places in which front matter is found, and what is left in the notebook."""

from __future__ import annotations

import json
from typing import Any

import pytest
from nbformat import NotebookNode

from galley.article.front_matter import FrontMatter, parse_front_matter, split_front_matter
from galley.article.notebook import parse_notebook
from galley.findings import Place


def notebook(*cells: tuple[str, str], **metadata: Any) -> NotebookNode:
    raw = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": metadata,
        "cells": [{"cell_type": kind, "source": source, "metadata": {}} for kind, source in cells],
    }
    return parse_notebook(json.dumps(raw), "x.ipynb")


def sources(node: NotebookNode) -> list[str]:
    return [cell.source for cell in node.cells]


@pytest.mark.parametrize("kind", ["raw", "markdown"])
def test_a_cell_of_front_matter_alone_is_taken_out_whole(kind: str) -> None:
    split = split_front_matter(notebook((kind, "---\ntitle: T\n---\n"), ("markdown", "Text.")))
    assert (split.text, split.cell_id) == ("\ntitle: T", "cell-1")
    assert sources(split.notebook) == ["Text."]


def test_the_text_after_front_matter_stays_on_its_lines() -> None:
    split = split_front_matter(notebook(("markdown", "---\ntitle: T\n---\n# Heading")))
    assert sources(split.notebook) == ["\n\n\n# Heading"]


def test_errors_are_numbered_by_the_lines_of_the_cell() -> None:
    split = split_front_matter(notebook(("raw", "\n---\ntitle: T\nreviwers: []\n---")))
    _, [finding] = parse_front_matter(str(split.text), Place("x.ipynb", split.cell_id), {})
    assert finding.place == Place("x.ipynb", "cell-1", 4)


def test_empty_cells_before_front_matter_do_not_hide_it() -> None:
    assert split_front_matter(notebook(("code", ""), ("raw", "---\ntitle: T\n---"))).text


def test_a_rule_above_a_paragraph_is_not_front_matter() -> None:
    for source in ("---\nNote: read this.\n---\n", "---\n\nA paragraph.\n", "---"):
        split = split_front_matter(notebook(("markdown", source)))
        assert split.text is None
        assert sources(split.notebook) == [source]


def test_front_matter_in_a_later_cell_is_text() -> None:
    cells = (("markdown", "Hello."), ("raw", "---\ntitle: T\n---"))
    assert split_front_matter(notebook(*cells)).text is None


def test_front_matter_without_its_end_is_read_to_the_end_of_the_cell() -> None:
    assert split_front_matter(notebook(("raw", "---\ntitle: T"))).text == "\ntitle: T"


FASTPAGES = """\
# "My Title"
> "Awesome summary: it works"

- toc:true
- badges: true
- author: Hamel: Husain
- categories: [fastpages, jupyter]

The text.
- a list: of the text"""


def test_a_title_with_a_list_of_fields_is_front_matter() -> None:
    split = split_front_matter(notebook(("markdown", FASTPAGES)))
    front_matter, findings = parse_front_matter(str(split.text), Place("x.ipynb"), {})
    assert front_matter.title == "My Title"
    assert front_matter.description == "Awesome summary: it works"
    assert [person.name for person in front_matter.authors] == ["Hamel: Husain"]
    assert front_matter.tags == ("fastpages", "jupyter")
    assert sources(split.notebook) == ["\n" * 8 + "The text.\n- a list: of the text"]
    assert [finding.message for finding in findings] == ["'badges', 'toc' have no effect in Galley"]


def test_a_title_with_a_list_of_other_things_is_text() -> None:
    for source in ("# Plan\n\n- one: two\n- three", "# Title\n> Quote", "# Title"):
        assert split_front_matter(notebook(("markdown", source))).text is None


@pytest.mark.parametrize("key", ["galley", "front_matter", "nikola"])
def test_notebook_metadata_can_hold_front_matter(key: str) -> None:
    split = split_front_matter(
        notebook(("markdown", "x"), **{key: {"title": "Tést", "tags": "a, b"}})
    )
    front_matter, findings = parse_front_matter(str(split.text), Place("x.ipynb"), {})
    assert (front_matter.title, front_matter.tags, findings) == ("Tést", ("a", "b"), ())
    assert split.cell_id is None


def test_the_documents_own_title_and_authors_are_read() -> None:
    split = split_front_matter(notebook(title="T", authors=[{"name": "A B"}]))
    front_matter, _ = parse_front_matter(str(split.text), Place("x.ipynb"), {})
    assert (front_matter.title, front_matter.authors[0].name) == ("T", "A B")


def test_a_cell_wins_over_metadata() -> None:
    split = split_front_matter(notebook(("raw", "---\ntitle: Cell\n---"), title="Metadata"))
    assert split.text == "\ntitle: Cell"


OTHER_TOOLS = {
    "author: Jane Doe": {"authors": ["Jane Doe"]},
    "subtitle: S": {"description": "S"},
    "abstract: A": {"description": "A"},
    "keywords: [a, b]": {"tags": ("a", "b")},
    "categories: a, b": {"tags": ("a", "b")},
    "date-modified: 2026-01-02": {"updated": "2026-01-02"},
    "thumbnail: a.png": {"image": "a.png"},
    "published: false": {"draft": True},
    "Title: T": {"title": "T"},
    "authors: [{name: {given: A, family: B}, email: a@b.org, affiliations: [{name: C}, D]}]": {
        "authors": ["A B"]
    },
}


@pytest.mark.parametrize("text", OTHER_TOOLS)
def test_the_names_of_other_tools_are_understood(text: str) -> None:
    front_matter, findings = parse_front_matter(text, Place("x.ipynb"), {})
    given = {**front_matter.model_dump(mode="json", exclude_unset=True)}
    expected = FrontMatter.model_validate(OTHER_TOOLS[text]).model_dump(
        mode="json", exclude_unset=True
    )
    if "authors" in given:
        given["authors"] = [{"name": person["name"]} for person in given["authors"]]
    assert (given, findings) == (expected, ())


def test_the_affiliations_of_a_person_are_joined() -> None:
    text = "authors: [{name: A, affiliations: [{name: C}, D]}]"
    front_matter, _ = parse_front_matter(text, Place("x.ipynb"), {})
    assert front_matter.authors[0].affiliation == "C; D"


def test_galleys_own_name_wins_and_the_other_is_said_to_have_no_effect() -> None:
    front_matter, [finding] = parse_front_matter(
        "subtitle: S\ndescription: D", Place("x.ipynb"), {}
    )
    assert front_matter.description == "D"
    assert finding.message == "'subtitle' has no effect in Galley"


def test_what_papermill_puts_on_top_after_an_error_hides_no_front_matter() -> None:
    node = notebook(("markdown", "An Exception was encountered"), ("raw", "---\ntitle: T\n---"))
    node.cells[0].metadata["tags"] = ["papermill-error-cell-tag"]
    assert split_front_matter(node).text == "\ntitle: T"
