"""Interface words: complete in both languages, all of them used, dates and numbers in words."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import galley
from galley.html.words import (
    LANGUAGES,
    format_date,
    reading_time_minutes,
    words_for,
)

PACKAGE = Path(galley.__file__).parent


def _table(lang: str) -> dict[str, Any]:
    path = PACKAGE / "html" / "locale" / f"{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _sources() -> str:
    paths = [*PACKAGE.rglob("*.j2"), *PACKAGE.rglob("*.py")]
    own = PACKAGE / "html" / "words.py"
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if path != own)


def test_both_languages_have_the_same_words() -> None:
    first, *others = (set(_table(lang)) for lang in LANGUAGES)
    assert all(other == first for other in others)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_empty(lang: str) -> None:
    assert [key for key, text in _table(lang).items() if not text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_fill_the_same_gaps(lang: str) -> None:
    def gaps(text: object) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}

    english, other = _table("en"), _table(lang)
    assert {key: gaps(text) for key, text in other.items()} == {
        key: gaps(text) for key, text in english.items()
    }


def test_every_word_is_used_somewhere() -> None:
    # Dates, numbers, plurals and families of words are read by the methods of `Words`.
    by_method = {"months", "date_pattern", "decimal_mark", "reading_minutes"}
    by_method |= {"one_article", "many_articles", "day_pattern"}
    by_method |= {"related_by_source", "related_by_sources"}
    families = ("callout_", "edition_", "evidence_", "picture_", "mark_", "download_", "reference_")
    families += ("interactive_",)
    used = set(re.findall(r"words\.(\w+)", _sources()))
    unused = {
        key for key in _table("en") if key not in used | by_method and not key.startswith(families)
    }
    assert unused == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "17 August 2026"), ("id", "17 Agustus 2026"), ("fr", "17 August 2026")],
)
def test_a_date_is_written_in_words(lang: str, text: str) -> None:
    assert format_date(date(2026, 8, 17), lang) == text


def test_a_regional_language_takes_the_words_of_its_base() -> None:
    assert words_for("id-ID").lang == "id"
    assert words_for("en_GB").lang == "en"


@pytest.mark.parametrize(
    ("words", "lang", "minutes"),
    [(0, "en", 1), (238, "en", 1), (239, "en", 2), (546, "en", 3), (200, "id", 1), (201, "id", 2)],
)
def test_reading_time_is_rounded_up_by_the_rate_of_the_language(
    words: int, lang: str, minutes: int
) -> None:
    assert reading_time_minutes(words, lang) == minutes


def test_numbers_have_a_real_minus_and_the_decimal_mark_of_the_language() -> None:
    assert words_for("en").number(-6.87) == "−6.87"
    assert words_for("id").number(-6.87) == "−6,87"
    assert words_for("en").number(2104) == "2104"
    assert words_for("en").number(1e-7) == "1e−07"


def test_counts_have_a_singular() -> None:
    assert [words_for("en").articles(n) for n in (1, 3)] == ["1 article", "3 articles"]
    assert [words_for("id").articles(n) for n in (1, 3)] == ["1 artikel", "3 artikel"]


def test_an_unknown_callout_is_called_a_note() -> None:
    assert words_for("en").callout("pearl") == "Clinical pearl"
    assert words_for("id").callout("whatever") == "Catatan"


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("en", "patient", "Patients"),
        ("id", "clinician", "Klinisi"),
        ("id", "short-form", "Short form"),
    ],
)
def test_an_edition_is_named_in_the_words_of_the_page(lang: str, name: str, expected: str) -> None:
    assert words_for(lang).edition_name(name) == expected
