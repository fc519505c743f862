"""Fields of a front matter changed one by one; everything else stays to the letter."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.findings import UsageError
from galley.jupyterlab.articles.about import FirstCell, change_about, read_about
from galley.jupyterlab.articles.field_writing import with_fields

CELL = """\
---
title: "Sleep after stroke"
description: One sentence.
date: 2026-11-26
review_by: 2028-11-26   # when I look again
# A remark of my own

draft: true
authors: [maria-lopez]
keywords: []
category: 'Recovery'
key_points:
    - The most important sentence.   # mine
    - "Quoted: yes"
editions: {patient: {audience: patient}}
unheard_of: [1,   2]
---
# Text

more: text"""


def changed(**changes: Any) -> list[str]:
    """Return the lines that a change takes away and brings."""
    after = with_fields(CELL, changes)
    lines = difflib.unified_diff(CELL.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"title": 'A "b": c'}, ['-title: "Sleep after stroke"', '+title: "A \\"b\\": c"']),
        ({"category": "It's"}, ["-category: 'Recovery'", "+category: 'It''s'"]),
        ({"description": "Plain."}, ["-description: One sentence.", "+description: Plain."]),
        ({"description": "A: b"}, ["-description: One sentence.", '+description: "A: b"']),
        (
            {"review_by": "2029-01-01"},
            [
                "-review_by: 2028-11-26   # when I look again",
                "+review_by: 2029-01-01   # when I look again",
            ],
        ),
        ({"draft": False}, ["-draft: true"]),
        ({"draft": None}, ["-draft: true"]),
        ({"draft": True}, []),
        ({"tags": ["a b", "c, d"]}, ["-keywords: []", '+keywords: [a b, "c, d"]']),
        (
            {"key_points": ["One.", "Two: three"]},
            [
                "-    - The most important sentence.   # mine",
                '-    - "Quoted: yes"',
                "+    - One.",
                '+    - "Two: three"',
            ],
        ),
        ({"updated": "2026-12-01"}, ["+updated: 2026-12-01"]),
        ({"funding": "none"}, ["+funding: none"]),
        (
            {"authors": ["maria-lopez", {"name": "Siti", "credentials": "dr., Sp.N"}]},
            [
                "-authors: [maria-lopez]",
                '+authors: [maria-lopez, {name: Siti, credentials: "dr., Sp.N"}]',
            ],
        ),
        (
            {"withdrawn": {"date": "2026-12-01", "reason": "It was: wrong."}},
            ["+withdrawn:", "+  date: 2026-12-01", '+  reason: "It was: wrong."'],
        ),
    ],
)
def test_only_the_field_that_was_changed_is_written_anew(
    changes: dict[str, Any], lines: list[str]
) -> None:
    assert changed(**changes) == lines


def test_a_new_field_stands_below_the_one_before_it() -> None:
    lines = with_fields(CELL, {"updated": "2026-12-01"}).split("\n")
    assert lines[lines.index("updated: 2026-12-01") - 1] == "date: 2026-11-26"


def test_a_notebook_without_front_matter_gets_one() -> None:
    made = change_about(FirstCell("markdown", "# A heading"), {"title": "A", "draft": True})
    assert made == {"source": "---\ntitle: A\ndraft: true\n---", "isNew": True}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("---\n{title: x}\n---", "the front matter is not written line by line"),
        (
            "---\ntitle: 'x\n---",
            "the front matter cannot be read: a quotation mark is opened here and not closed",
        ),
        ("---\ntitle: &a x\ndescription: *a\n---", "this field is written in an uncommon way"),
    ],
)
def test_what_cannot_be_changed_without_risk_is_left_to_the_author(
    source: str, message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        with_fields(source, {"title": "y"})
    assert raised.value.message == message


def test_the_values_are_read_with_their_lines() -> None:
    about = read_about(FirstCell("raw", CELL))
    assert about["state"] == "ready"
    assert about["values"]["tags"] == []
    assert about["values"]["authors"] == ["maria-lopez"]
    assert (about["lines"]["date"], about["lines"]["key_points"]) == ([4, 4], [12, 14])


@pytest.mark.parametrize(
    ("kind", "source", "state"),
    [
        ("markdown", "# A heading", "none"),
        ("raw", "", "none"),
        ("raw", "---\ntitle: 'x\n---", "broken"),
        ("markdown", "# A title\n\n- date: 2026-01-01\n- tags: a", "elsewhere"),
    ],
)
def test_other_first_cells_are_told_apart(kind: str, source: str, state: str) -> None:
    assert read_about(FirstCell(kind, source))["state"] == state


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.text(),
            "disclosures": st.text(),
            "key_points": st.lists(st.text(min_size=1)),
            "tags": st.lists(st.text(min_size=1)),
            "draft": st.booleans(),
        },
    )
)
def test_any_text_is_read_as_it_was_given_or_refused(changes: dict[str, Any]) -> None:
    try:
        after = with_fields(CELL, changes)
    except UsageError:
        return
    values = read_about(FirstCell("raw", after))["values"]
    for name, value in changes.items():
        assert (values.get(name) or "") == (value or "")
    assert after.endswith("---\n# Text\n\nmore: text")
