"""Headings of the wrong level, and two alike."""

from __future__ import annotations

import pytest

from galley.checks.structure.heading_duplicate import RULE as DUPLICATE
from galley.checks.structure.heading_order import RULE as ORDER


@pytest.mark.parametrize(("above", "deep"), [("How it works", "Doses"), ("Cara kerja", "Dosis")])
def test_a_heading_that_skips_a_level(told, above, deep):
    assert told(ORDER, f"## {above}\n\nText.\n\n#### {deep}") == [
        f"#text:5: the heading '{deep}' skips a level: it has 4 signs, where 3 would follow\n"
        f"  Fix: write '### {deep}'."
    ]


def test_a_body_that_begins_too_deep_is_told_once(told):
    assert told(ORDER, "### One\n\n### Two\n\n### Three") == [
        "#text:1: the heading 'One' skips a level: it has 3 signs, where 2 would follow\n"
        "  Fix: write '## One'."
    ]


@pytest.mark.parametrize("first", ["Pengantar", "Introduction"])
def test_headings_of_the_first_level_are_told_once(told, first):
    message = f"'# {first}' is a heading of the first level, which is the page's title alone"
    fix = f"write '## {first}'; the headings under it take one more # each."

    assert told(ORDER, f"# {first}") == [f"#text:1: {message}\n  Fix: {fix}"]
    assert told(ORDER, f"# {first}\n\nA.\n\n# Two\n\nB.\n\nThree\n=====\n") == [
        f"#text:1: {message}, and 2 more like it\n  Fix: {fix}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# X\n\n## One\n\n### Two\n\n## Three",
        "## Satu\n\n### Dua\n\n#### Tiga\n\n## Empat",
        "Text without headings.",
    ],
)
def test_headings_in_order(told, text):
    assert told(ORDER, text) == []


@pytest.mark.parametrize("words", ["Risks", "Efek samping"])
def test_two_headings_alike_in_one_part(told, words):
    assert told(DUPLICATE, f"## {words}\n\nA.\n\n## {words.upper()}\n\nB.") == [
        f"#text:5: a second heading '{words.upper()}' in the same part\n"
        "  Fix: say in each heading what is only there, or put the two parts together."
    ]


@pytest.mark.parametrize("words", ["Risks", "Efek samping"])
def test_two_parts_may_each_have_such_a_heading(told, words):
    assert told(DUPLICATE, f"## One\n\n### {words}\n\n## Two\n\n### {words}") == []
