"""A phrasebook: which pattern fits, and what becomes of the words in its holes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.speech.phrasebook import Phrasebook

BOOK = Phrasebook(
    {
        "rule": {
            "the {THING} '{name}' is gone": "{THING} '{name}' hilang",
            "did you mean '{word}'?": "maksud Anda '{word}'?",
            "write {word}.": "tulis {word}.",
            "write {word} and {word}": "tulis {word} dan {word}",
            "look again.": "lihat lagi.",
        },
        "THING": {
            "file": "berkas",
            "{THING} and {THING2}": "{THING} dan {THING2}",
            "folder": "folder",
        },
    }
)


@given(st.text())
def test_words_are_carried_over_as_they_are(word: str) -> None:
    assert BOOK.say(f"did you mean '{word}'?", "rule") == f"maksud Anda '{word}'?"


def test_words_of_a_list_are_looked_up_there() -> None:
    assert BOOK.say("the file and folder 'a' is gone", "rule") == "berkas dan folder 'a' hilang"


def test_a_word_that_its_list_has_not_leaves_the_sentence_unknown() -> None:
    assert BOOK.say("the dog 'a' is gone", "rule") is None


def test_a_pattern_of_another_list_does_not_count() -> None:
    assert BOOK.say("look again.", "THING") is None


def test_sentences_may_stand_behind_each_other() -> None:
    said = BOOK.say("did you mean 'a'? write b. look again.", "rule")

    assert said == "maksud Anda 'a'? tulis b. lihat lagi."


def test_the_reading_that_leaves_the_least_is_taken() -> None:
    # "write {word}." alone would fit the whole, and leave the second sentence English.
    assert BOOK.say("write a. look again.", "rule") == "tulis a. lihat lagi."


def test_a_hole_that_comes_twice_holds_the_same_word_twice() -> None:
    assert BOOK.say("write a and a", "rule") == "tulis a dan a"
    assert BOOK.say("write a and b", "rule") is None


def test_a_clause_may_be_written_as_a_whole_sentence() -> None:
    assert BOOK.say("The file 'a' is gone.", "rule") == "Berkas 'a' hilang."


@pytest.mark.parametrize(
    "text",
    [
        "write a and " * 2_000,
        "did you mean 'a'? " * 2_000 + "x",
        "did you mean 'a'? " * 50 + "x",
        "the file and folder and " * 300,
        "the file 'a' is gone" * 40 + "'",
    ],
)
def test_a_hostile_sentence_takes_no_time(text: str) -> None:
    started_s = time.process_time()

    assert BOOK.say(text, "rule") is None
    assert time.process_time() - started_s < 1


def test_nothing_stays_nothing() -> None:
    assert BOOK.say("", "rule") == ""
