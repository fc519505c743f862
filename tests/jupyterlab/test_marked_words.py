"""The words that are underlined: those that the message quotes, else the line."""

from __future__ import annotations

import pytest

from galley.findings import Finding, Place, Severity
from galley.jupyterlab.marked_words import marked_words


def marked(message: str, source: str, line: int | None = 1) -> tuple[str, bool] | None:
    finding = Finding("x", Severity.WARNING, Place("a.ipynb", "a", line), message)
    words = marked_words(finding, source)
    if words is None:
        return None
    units = source.encode("utf-16-le")
    assert units[2 * words.start : 2 * words.end].decode("utf-16-le") == words.text
    return words.text, words.is_whole_line


@pytest.mark.parametrize(
    ("message", "source", "expected"),
    [
        ("'permanently' promises", "It is permanently so.", "permanently"),
        ("unknown citation key 'nobody2020'", "As said [@nobody2020].", "nobody2020"),
        (
            'the sentence: "There are signs of …"',
            "Well. There are signs of it.",
            "There are signs of",
        ),
        ("QEEG is never written out", "A (QEEG) map.", "QEEG"),
        ("'most of all' is praise", "The **most\nof** all.", "most\nof** all"),
        ("'most of all' is praise", "> The most\n> of all.", "most\n> of all"),
        ("nobody is named for 'it isn't so'", "He said “it isn't so”.", "it isn't so"),
        ("'art' is praise", "Start with art.", "art"),
        ("'b' is praise", "😀 a b", "b"),
        ("the number '30%' has no source", "In 30% of people.", "30%"),
        ("the number 'in 3 (of 4)' has no source", "So in 3 (of 4) it is.", "in 3 (of 4)"),
        ("'none' and then 'other'", "Some other word.", "other"),
        ("'later' is praise", "First line\nlater in it.", "later"),
    ],
)
def test_the_words_that_the_message_quotes(message: str, source: str, expected: str) -> None:
    assert marked(message, source) == (expected, False)


@pytest.mark.parametrize(
    ("message", "line", "expected"),
    [
        ("this paragraph has 200 words", 3, "The third 'later'."),
        ("'later' is praise", 1, "First."),
        ("'absent' is praise", 3, "The third 'later'."),
        ("'Third' is praise", 3, "The third 'later'."),
    ],
)
def test_else_the_line_without_its_blanks(message: str, line: int, expected: str) -> None:
    assert marked(message, "First. \n\n  The third 'later'. ", line) == (expected, True)


@pytest.mark.parametrize("line", [None, 2, 3, 9])
def test_nothing_where_there_is_no_such_line_or_nothing_in_it(line: int | None) -> None:
    assert marked("'a' is praise", "a\n\n ", line) is None
