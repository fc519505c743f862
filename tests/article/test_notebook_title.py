"""Titles: front matter, the first heading, the file's name."""

from __future__ import annotations

import json

import pytest

from galley.article.front_matter import FrontMatter
from galley.article.notebook import parse_notebook
from galley.article.title import find_title, title_from_file


def title(*sources: str, front_matter: FrontMatter = FrontMatter()) -> str:  # noqa: B008 — frozen
    cells = [{"cell_type": "markdown", "source": source} for source in sources]
    node = parse_notebook(json.dumps({"nbformat": 4, "cells": cells}), "x.ipynb")
    return find_title(front_matter, node, "notebooks/first-steps.ipynb")


def test_front_matter_has_the_first_word() -> None:
    assert title("# Heading", front_matter=FrontMatter(title="Own")) == "Own"


@pytest.mark.parametrize(
    "source", ["## No\n# The *one*", "The *one*\n===", "```\n# no\n```\n\n# The *one*\n# Two"]
)
def test_the_first_first_level_heading_is_the_title(source: str) -> None:
    assert title("text", source) == "The one"


def test_without_a_heading_the_file_name_is_put_in_words() -> None:
    assert title("text") == "First steps"


def test_a_file_name_loses_its_date_and_joints() -> None:
    assert title_from_file("a/2020-01-28-my_first-plot.ipynb") == "My first plot"
    assert title_from_file("2020-01-28.ipynb") == "2020 01 28"


def test_a_title_as_long_as_an_article_is_cut_at_a_word() -> None:
    assert title("# " + "word " * 500) == "word " * 59 + "word…"
