"""The order of an index: letters count, and nothing else that a reader would not look for."""

from __future__ import annotations

import pytest

from galley.site.alphabet import letter_of, sort_key


@pytest.mark.parametrize(
    ("name", "lang", "letter"),
    [
        ("Stroke", "en", "S"),
        ("sleep", "en", "S"),
        ("The first days", "en", "F"),
        ("An arm", "en", "A"),
        ("A plain guide", "en", "P"),
        ("A", "en", "A"),
        ("Another", "en", "A"),
        ("The first days", "id", "T"),
        ("“Will I walk?”", "en", "W"),
        ("Épilepsie", "fr", "E"),
        ("Ærlig", "da", "A"),
        ("24 hours", "en", "0–9"),
        ("α-synuclein", "en", "Α"),
        ("脳卒中", "ja", "脳"),
        ("💊", "en", "…"),
        ("", "en", "…"),
    ],
)
def test_a_name_stands_under_the_letter_that_a_reader_looks_for(
    name: str, lang: str, letter: str
) -> None:
    assert letter_of(name, lang) == letter


def test_capitals_accents_and_leading_articles_do_not_count() -> None:
    ordered = ["💊", "epilepsy", "The Eye", "Éclair", "eat", "10 days", "9 days", "Zebra", "ear"]
    ordered.sort(key=lambda name: sort_key(name, "en"))
    assert ordered == [
        "9 days", "10 days", "ear", "eat", "Éclair", "epilepsy", "The Eye", "Zebra", "💊",
    ]  # fmt: skip


def test_names_that_differ_in_what_does_not_count_have_one_order() -> None:
    names = ["stroke", "Stroke", "the stroke", "Ströke", "Day 2", "Day 10"]
    backwards = names[::-1]
    names.sort(key=lambda name: sort_key(name, "en"))
    backwards.sort(key=lambda name: sort_key(name, "en"))
    assert names == backwards == ["Day 2", "Day 10", "Stroke", "Ströke", "stroke", "the stroke"]
