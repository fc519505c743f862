"""The lines of the sheet, and their words in each language."""

from __future__ import annotations

import re

import pytest

from galley.findings import UsageError
from galley.review.standards import ITEMS, STANDARDS, find_items
from galley.review.words import LANGUAGES, sheet_words


def test_each_standard_has_all_its_lines() -> None:
    counts = {standard.id: len(standard.items) for standard in STANDARDS}
    assert counts == {"JAMA": 4, "DISCERN": 16, "PIF": 10, "NHS": 10}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_has_a_question_in_every_language(lang: str) -> None:
    words = sheet_words(lang)
    assert list(words.questions) == list(ITEMS)
    assert list(words.standards) == [standard.id for standard in STANDARDS]
    assert all(question.endswith("?") for question in words.questions.values())


def test_the_languages_say_the_same_with_the_same_values() -> None:
    first, *others = (sheet_words(lang) for lang in LANGUAGES)
    for other in others:
        for part in ("seen", "sheet"):
            one, two = getattr(first, part), getattr(other, part)
            assert list(one) == list(two)
            for key in one:
                assert set(re.findall(r"{\w+}", one[key])) == set(re.findall(r"{\w+}", two[key]))


def test_another_language_is_answered_in_the_first_one() -> None:
    assert sheet_words("fr").lang == "en"
    assert sheet_words("id-ID").lang == "id"


def test_lines_are_found_however_they_are_typed() -> None:
    found = find_items(("discern-8,JAMA-1", "NHS-10 DISCERN-8"))
    assert [item.id for item in found] == ["DISCERN-8", "JAMA-1", "NHS-10"]


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("DISCERN-88", "did you mean 'DISCERN-8'? "),
        ("all-open", ""),
        ("JAMA", "did you mean 'JAMA-4'? "),
    ],
)
def test_an_unknown_line_is_refused(typed: str, guess: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_items((typed,))
    assert str(raised.value) == (
        f"the sheet has no line '{typed}'\n"
        f"  Fix: {guess}The lines are JAMA-1 to JAMA-4, DISCERN-1 to DISCERN-16, PIF-1 to PIF-10, "
        "NHS-1 to NHS-10; each is signed by its name."
    )
