"""Which language an author reads."""

from __future__ import annotations

import pytest

from galley.speech.language import language_of, spoken_language


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("id", "id"),
        ("id-ID", "id"),
        ("id_ID.UTF-8", "id"),
        ("id:en", "id"),
        ("Indonesian_Indonesia", "id"),
        ("en:id", "en"),
        ("en_ID.UTF-8", "en"),
        ("nl", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
    ],
)
def test_a_code_is_indonesian_or_else_answered_in_english(code: str, language: str) -> None:
    assert language_of(code) == language


def test_the_first_variable_that_is_set_decides_as_with_gettext() -> None:
    assert spoken_language({"LANG": "id_ID.UTF-8"}) == "id"
    assert spoken_language({"LANG": "id_ID.UTF-8", "LC_ALL": "C.UTF-8"}) == "en"
    assert spoken_language({"LANG": "en_GB.UTF-8", "LANGUAGE": "id:en"}) == "id"


def test_without_variables_the_system_is_asked() -> None:
    assert spoken_language({}, "Indonesian_Indonesia") == "id"
    assert spoken_language({}, "") == "en"
