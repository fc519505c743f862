"""How others are asked to cite an article."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import nbformat.v4 as nb
import pytest

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter, Withdrawn
from galley.article.model import Article
from galley.article.publication import Standing
from galley.html.context import PersonContext
from galley.html.own_citation import csl_name, is_citable, own_tags, own_words, own_work
from galley.html.surroundings import Surroundings
from galley.html.words import words_for

ADDRESS = "https://example.org/window.html"
AROUND = Surroundings(
    image=lambda _src, _cell: None,
    picture=lambda _name, _data: None,
    link=str,
    authors=(
        PersonContext("dr. Maria van den Berg", "Sp.N."),
        PersonContext("Galley example"),
    ),
    address=ADDRESS,
    site_title="Fog & Light",
)


def article(lang: str = "en", **fields: Any) -> Article:
    front = FrontMatter.model_validate({"date": "2026-11-20", **fields})
    identity = Identity("window.ipynb", "window", lang, "", "When is the <window>?", front)
    return read_article(nb.new_notebook(cells=[nb.new_markdown_cell("Text.")]), identity)


def test_words_in_the_style_of_author_and_year() -> None:
    words = own_words(article(updated="2026-11-22"), AROUND, words_for("en"), "author-year")
    assert words == (
        "van den Berg, M., &amp; Galley example (2026). <em>When is the &lt;window&gt;?</em> "
        "Fog &amp; Light. Published 20 November 2026, updated 22 November 2026. "
        f'<a href="{ADDRESS}">{ADDRESS}</a>'
    )


def test_words_in_the_style_of_numbers_and_in_indonesian() -> None:
    words = own_words(article("id"), AROUND, words_for("id"), "numeric")
    assert words.startswith("van den Berg, M., &amp; Galley example. <em>")
    assert "Fog &amp; Light. Diterbitkan 20 November 2026." in words


def test_the_work_for_reference_managers() -> None:
    (work,) = json.loads(own_work(article(updated="2026-11-22"), AROUND))
    assert work == {
        "id": "window-2026",
        "type": "webpage",
        "title": "When is the <window>?",
        "author": [{"family": "van den Berg", "given": "Maria"}, {"literal": "Galley example"}],
        "container-title": "Fog & Light",
        "publisher": "Fog & Light",
        "issued": {"date-parts": [[2026, 11, 22]]},
        "URL": ADDRESS,
        "language": "en",
    }


def test_tags_for_search_engines_and_zotero() -> None:
    known = PersonContext(
        "dr. Maria van den Berg",
        "Sp.N.",
        affiliation="St. Mary Hospital",
        orcid="0000-0002-1825-0097",
    )
    around = replace(AROUND, authors=(known, AROUND.authors[1]))
    assert [(tag.name, tag.content) for tag in own_tags(article(tags=["stroke"]), around)] == [
        ("citation_title", "When is the <window>?"),
        ("citation_author", "van den Berg, Maria"),
        ("citation_author_institution", "St. Mary Hospital"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_author", "Galley example"),
        ("citation_publication_date", "2026/11/20"),
        ("citation_publisher", "Fog & Light"),
        ("citation_keywords", "stroke"),
        ("citation_language", "en"),
        ("citation_public_url", ADDRESS),
        ("citation_fulltext_html_url", ADDRESS),
        ("z:itemType", "webpage"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Soekarno", {"literal": "Soekarno"}),
        ("Prof. Dr. Ana María Lopez", {"family": "Lopez", "given": "Ana María"}),
        ("Drew Barker", {"family": "Barker", "given": "Drew"}),
    ],
)
def test_names_of_people(name: str, expected: dict[str, str]) -> None:
    assert csl_name(PersonContext(name, "MD")) == expected


def test_what_cannot_be_cited() -> None:
    withdrawn = Withdrawn(date=date(2026, 11, 21), reason="Wrong.")
    assert is_citable(article(), AROUND)
    assert not is_citable(article(kind="page"), AROUND)
    assert not is_citable(article(date=None), AROUND)
    assert not is_citable(article(), replace(AROUND, address=""))
    assert not is_citable(article(), replace(AROUND, authors=()))
    assert not is_citable(article(), replace(AROUND, standing=Standing(withdrawn)))
