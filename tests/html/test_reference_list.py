"""A reference as readers find it: its language, what became of it, the way to PubMed."""

from __future__ import annotations

import pytest

from galley.article.bibliography_language import language_tag
from galley.html.pandoc_types import Reference
from galley.html.reference_list import Style, listed
from galley.html.words import words_for

WORK = Reference(key="lee", html="Lee (2020). <em>Stroke</em>.", url="", number="")


def shown(lang: str, **style: object) -> str:
    return str(listed(WORK, Style(**style), words_for(lang), lang).html)  # type: ignore[arg-type]


def test_a_work_in_another_language_says_so() -> None:
    assert shown("id", languages={"lee": "en"}) == f'<span lang="en">{WORK.html}</span>'


@pytest.mark.parametrize("lang", ["en", "en-GB"])
def test_a_work_in_the_page_s_language_says_nothing(lang: str) -> None:
    assert shown(lang, languages={"lee": "en-us"}) == WORK.html


def test_a_work_whose_language_nobody_knows_says_nothing() -> None:
    assert shown("id") == WORK.html


def test_what_the_page_adds_is_in_the_page_s_language() -> None:
    html = shown("id", languages={"lee": "en"}, pmids={"lee": "123456"})
    assert html == (
        f'<span lang="en">{WORK.html}</span> '
        '<a href="https://pubmed.ncbi.nlm.nih.gov/123456/">PubMed 123456</a>'
    )


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("english", "en"),
        ("en", "en"),
        ("en_US", "en-us"),
        ("eng", "en"),
        ("Bahasa Indonesia", "id"),
        ("indonesian", "id"),
        ("ngerman", "de"),
        ("klingon", ""),
        ('en" onclick="x', ""),
        ("", ""),
    ],
)
def test_a_language_is_read_however_it_is_written(written: str, tag: str) -> None:
    assert language_tag(written) == tag
