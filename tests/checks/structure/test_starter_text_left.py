"""Words that a new article begins with, and that its author was to replace."""

from __future__ import annotations

import json

import pytest

from galley.checks.structure.starter_text_left import PATTERNS
from galley.console.starter import starter_file

FIX = "  Fix: write your own words in its place, or take it out."


def starter(lang: str) -> str:
    notebook = json.loads(starter_file(lang, "new.ipynb").read_bytes())
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_one_of_a_new_article(pattern):
    assert pattern in starter("en") + starter("id")


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_paragraph_and_field_of_a_new_article_is_known(lang):
    lines = [
        line
        for line in starter(lang).splitlines()
        if line.startswith(("description:", "  - ", "#| caption:")) or line.endswith(".")
    ]
    assert len(lines) == 6
    assert [line for line in lines if not any(each in line for each in PATTERNS)] == []


def test_what_is_left_is_told_once(told):
    text = (
        "Begin with the answer, in words a patient would use. Training helps.\n\n"
        "Then the details, one thought in a paragraph."
    )
    key_points = ["The most important sentence of the article."]
    assert told("starter-text-left", text, key_points=key_points) == [
        ": 'The most important sentence of the article.' and 2 more from the pattern of a new "
        f"article are still there\n{FIX}"
    ]


def test_it_is_found_in_indonesian(told):
    text = "# Judul\n\nMulailah dengan jawabannya, dengan kata-kata yang dipakai pasien."
    assert told("starter-text-left", text, "id") == [
        "#text:3: 'Mulailah dengan jawabannya, dengan kata-kata yang dipakai pasien.' from the "
        f"pattern of a new article is still there\n{FIX}"
    ]


def test_the_description_is_seen(told):
    said = "One sentence that says what the reader will learn."
    assert told("starter-text-left", "Training helps.", description=said) == [
        f": '{said}' from the pattern of a new article is still there\n{FIX}"
    ]


def test_a_draft_may_keep_it(told):
    assert (
        told("starter-text-left", "Then the details, one thought in a paragraph.", draft=True) == []
    )


def test_an_author_s_own_words_are_fine(told):
    assert told("starter-text-left", "The most important sentence comes first.") == []
