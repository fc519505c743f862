"""Plain text: what is taken for a heading, a list or a box, and what is only text."""

from __future__ import annotations

import pytest

from galley.importing.plain_text import read_text
from galley.importing.reading_parts import Source
from galley.importing.shaping import day_of, people_of

LONG = (
    "This is a paragraph that goes on for so long that nobody takes it for a heading of anything."
)


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(Source("a.txt", text.encode())).blocks]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "Part\n====\n\nWords.\n\nNext\n----\n\nWords.",
            ["## Part", "Words.", "### Next", "Words."],
        ),
        ("1. The first part\n\nWords.", ["## The first part", "Words."]),
        (f"{LONG}\n\nA short line\n\n{LONG}", [LONG, "## A short line", LONG]),
        (f"{LONG}\n\nA sentence.\n\n{LONG}", [LONG, "A sentence.", LONG]),
        (f"{LONG}\n\n- a\n- b\n  more of b", [LONG, "- a\n- b more of b"]),
        ("Two reasons:\n1) a\n2) b", ["Two reasons:", "1. a\n2. b"]),
        (f"{LONG}\n\nNote: take care.", [LONG, ":::{note}\ntake care.\n:::"]),
        (f"{LONG}\nthe same paragraph\n\n***", [f"{LONG} the same paragraph"]),
        (
            "Jalan Satu 2\nJakarta\n\n# no heading, *no* mark",
            ["Jalan Satu 2\\\nJakarta", "\\# no heading, \\*no\\* mark"],
        ),
    ],
)  # fmt: skip
def test_text_is_read_as_it_was_meant(written: str, read: list[str]) -> None:
    title = "The title\n\nBy: Rini Example\nPublished: 2025-03-04\n\n"

    assert texts(title + written) == read


def test_markdown_in_a_text_file_is_read_as_markdown() -> None:
    assert texts("# The title\n\n**Words.**\n\n## A part\n\nMore.") == [
        "**Words.**",
        "## A part",
        "More.",
    ]


def test_an_old_encoding_is_guessed_and_told() -> None:
    read = read_text(Source("a.txt", "Caf\u00e9 words.".encode("cp1252")))

    assert read.blocks[0].text == "Caf\u00e9 words."
    assert [each.message for each in read.findings] == [
        "the file is not in UTF-8; it is read as Windows wrote it in Western Europe"
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 March 2025", "2025-03-04"),
        ("Selasa, 4 Maret 2025", "2025-03-04"),
        ("March 4th, 2025", "2025-03-04"),
        ("2025-03-04T10:00:00+07:00", "2025-03-04"),
        ("soon", "None"),
        ("", "None"),
    ],
)
def test_days_are_read_in_both_languages(text: str, day: str) -> None:
    assert str(day_of(text)) == day


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Rini Example", ["Rini Example"]),
        ("Rini Example and Maria Lopez", ["Rini Example", "Maria Lopez"]),
        ("Rini Example, Maria Lopez dan A B", ["Rini Example", "Maria Lopez", "A B"]),
        (
            "dr. Rini Example, Sp.N., S.H., FNR",
            [{"name": "dr. Rini Example", "credentials": "Sp.N., S.H., FNR"}],
        ),
        ("Maria Lopez, MD, PhD; A B", [{"name": "Maria Lopez", "credentials": "MD, PhD"}, "A B"]),
    ],
)  # fmt: skip
def test_people_are_read_with_their_degrees(text: str, people: list[object]) -> None:
    assert people_of(text) == people
