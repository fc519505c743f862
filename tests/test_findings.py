"""Guessing what was meant: near words of a long list, in no time."""

from __future__ import annotations

import pytest

from galley.findings import did_you_mean

MANY = [f"smith{number}" for number in range(5000)]


@pytest.mark.parametrize("word", ["dromerik2021", "drmoerick2021", "dromerick202", "rdomerick2021"])
def test_a_slip_is_recognised_among_thousands_of_words(word: str) -> None:
    assert did_you_mean(word, [*MANY, "dromerick2021"]) == "did you mean 'dromerick2021'?"


def test_nothing_is_guessed_where_nothing_is_near() -> None:
    assert did_you_mean("zeiler2013", MANY) == ""


def test_what_is_as_long_as_a_page_is_no_slip() -> None:
    assert did_you_mean("x" * 100_000, ["x" * 99_999]) == ""
