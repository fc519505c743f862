"""One more language or category in ``site.toml``; nothing else of it changes."""

from __future__ import annotations

import pytest

from galley.jupyterlab.articles.site_lists import with_language, with_listed

SITE = """\
# Our site.
title = "A [title]"   # a remark
categories = ["Recovery", "Timing"]  # two by now

[authors.lopez]
name = "Maria Lopez"
categories = ["not these"]

[translated.id]
categories = [
  "Pemulihan",
]
"""


def test_a_word_is_added_to_the_list_at_the_beginning() -> None:
    assert with_listed(SITE, "", "categories", "Sleep") == SITE.replace(
        '["Recovery", "Timing"]', '["Recovery", "Timing", "Sleep"]'
    )


def test_a_word_is_added_to_the_list_of_a_table() -> None:
    assert with_listed(SITE, "translated.id", "categories", "Tidur") == SITE.replace(
        '"Pemulihan",\n', '"Pemulihan", "Tidur"\n'
    )


def test_an_empty_list_gets_its_first_word() -> None:
    assert with_listed("categories = []\n", "", "categories", 'A "b"') == (
        'categories = ["A \\"b\\""]\n'
    )


def test_remarks_between_the_words_stay() -> None:
    text = 'categories = [\n  "One",  # ] the first\n  "Two"\n]\n'
    assert with_listed(text, "", "categories", "Three") == (
        'categories = [\n  "One",  # ] the first\n  "Two"\n, "Three"]\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        'title = "Site"\n',
        'categories = "One"\n',
        'categories = [["One"]]\n',
        "categories = [\n",
        'text = """\ncategories = ["One"]\n"""\n',
        '[translated]\ncategories = ["One"]\n',
    ],
)
def test_what_is_written_otherwise_is_left_alone(text: str) -> None:
    assert with_listed(text, "", "categories", "Two") is None


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_the_second_language_gets_a_line_below_the_first(line_break: str) -> None:
    text = f'title = "A"{line_break}language = "en"  # mine{line_break}licence = "x"{line_break}'
    assert with_language(text, ["en"], "id") == (
        f'title = "A"{line_break}language = "en"  # mine{line_break}'
        f'languages = ["en", "id"]{line_break}licence = "x"{line_break}'
    )


def test_without_a_first_language_the_list_comes_first() -> None:
    assert with_language('title = "A"\n', ["en"], "id") == (
        'languages = ["en", "id"]\ntitle = "A"\n'
    )


def test_a_further_language_goes_into_the_list() -> None:
    assert with_language('languages = ["en"]\n', ["en"], "id") == 'languages = ["en", "id"]\n'


def test_a_file_that_is_no_toml_is_left_alone() -> None:
    assert with_language("title = \n", ["en"], "id") is None
