"""What search engines are told: exact values, and nothing that could break out of the page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from galley.html.context import (
    Alternate,
    ArticleContext,
    ChangeContext,
    Day,
    ImageContext,
    Link,
    PageContext,
    PersonContext,
    SiteContext,
)
from galley.html.environment import make_environment
from galley.html.licences import licence_address
from galley.html.linked_data import (
    ArticleFacts,
    CitedWork,
    article_data,
    cited_works,
    home_data,
    linked_data,
    list_data,
    person_data,
    with_linked_data,
)
from galley.html.sharing import SharedImage, Sharing, locale_of
from galley.html.words import words_for

SITE = SiteContext(
    "Blog",
    description="About recovery.",
    home_href="../index.html",
    licence="CC BY 4.0",
    logo=ImageContext("../assets/logo.svg", 40, 40),
)
PAGE = PageContext(
    lang="id",
    words=words_for("id"),
    site=SITE,
    title="Jendela",
    description="Satu kalimat.",
    canonical="https://e.org/blog/id/window.html",
    sharing=Sharing(SharedImage("https://e.org/blog/assets/cards/w.png", 1200, 630)),
)
LOPEZ = PersonContext(
    "Maria Lopez",
    credentials="MD",
    affiliation="St. Mary Hospital",
    href="author/lopez.html",
    orcid="0000-0002-1825-0097",
    url="https://maria.example.org",
    registration="GMC 1234567",
)
ARTICLE = ArticleContext(
    "Jendela",
    category=Link("Waktu", "category/waktu.html"),
    authors=(LOPEZ,),
    reviewers=(PersonContext("Chidi Okafor"),),
    published=Day("2026-11-01", ""),
    updated=Day("2026-11-03", ""),
    reviewed=Day("2026-11-02", ""),
    reading_minutes=7,
    tags=(Link("stroke", "tag/stroke.html"),),
)
FACTS = ArticleFacts(
    "patient",
    (
        CitedWork("A trial", "article-journal", "10.1000/a", "https://elsewhere.org", "2015"),
        CitedWork("A page", "webpage", url="https://e.org/page"),
    ),
)
WEBSITE = {
    "@type": "WebSite",
    "@id": "https://e.org/blog/#site",
    "name": "Blog",
    "url": "https://e.org/blog/",
}
PUBLISHER = {
    "@type": "Organization",
    "@id": "https://e.org/blog/#publisher",
    "name": "Blog",
    "url": "https://e.org/blog/",
    "logo": "https://e.org/blog/assets/logo.svg",
}
PERSON = {
    "@type": "Person",
    "@id": "https://e.org/blog/id/author/lopez.html#person",
    "name": "Maria Lopez",
    "honorificSuffix": "MD",
    "affiliation": {"@type": "Organization", "name": "St. Mary Hospital"},
    "url": "https://e.org/blog/id/author/lopez.html",
    "sameAs": ["https://orcid.org/0000-0002-1825-0097", "https://maria.example.org"],
    "identifier": {
        "@type": "PropertyValue",
        "name": "Nomor registrasi",
        "value": "GMC 1234567",
    },
}


def read(things: Any) -> list[Any]:
    """Return what a search engine finds in the element."""
    (text,) = re.findall(
        r'\A<script type="application/ld\+json">([^<]*)</script>\Z', str(linked_data(things))
    )
    value = json.loads(text)
    assert value["@context"] == "https://schema.org"
    return value["@graph"]


def test_an_article_is_a_medical_page_with_a_posting_on_it() -> None:
    page, posting, trail = read(article_data(PAGE, ARTICLE, FACTS))
    assert page == {
        "@type": "MedicalWebPage",
        "@id": "https://e.org/blog/id/window.html#page",
        "name": "Jendela",
        "description": "Satu kalimat.",
        "url": "https://e.org/blog/id/window.html",
        "inLanguage": "id",
        "isPartOf": WEBSITE,
        "breadcrumb": {"@id": "https://e.org/blog/id/window.html#trail"},
        "mainEntity": {"@id": "https://e.org/blog/id/window.html#article"},
        "lastReviewed": "2026-11-02",
        "reviewedBy": [{"@type": "Person", "name": "Chidi Okafor"}],
        "medicalAudience": {"@type": "Patient", "audienceType": "Pasien"},
    }
    assert posting == {
        "@type": "BlogPosting",
        "@id": "https://e.org/blog/id/window.html#article",
        "headline": "Jendela",
        "description": "Satu kalimat.",
        "url": "https://e.org/blog/id/window.html",
        "mainEntityOfPage": {"@id": "https://e.org/blog/id/window.html#page"},
        "author": [PERSON],
        "publisher": PUBLISHER,
        "datePublished": "2026-11-01",
        "dateModified": "2026-11-03",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "image": {
            "@type": "ImageObject",
            "url": "https://e.org/blog/assets/cards/w.png",
            "width": 1200,
            "height": 630,
        },
        "articleSection": "Waktu",
        "keywords": ["stroke"],
        "timeRequired": "PT7M",
        "citation": [
            {
                "@type": "ScholarlyArticle",
                "name": "A trial",
                "datePublished": "2015",
                "url": "https://doi.org/10.1000/a",
            },
            {"@type": "WebPage", "name": "A page", "url": "https://e.org/page"},
        ],
    }
    assert trail == {
        "@type": "BreadcrumbList",
        "@id": "https://e.org/blog/id/window.html#trail",
        "itemListElement": [
            step(1, "Blog", "https://e.org/blog/"),
            step(2, "Waktu", "https://e.org/blog/id/category/waktu.html"),
            step(3, "Jendela", "https://e.org/blog/id/window.html"),
        ],
    }


def step(position: int, name: str, item: str) -> dict[str, Any]:
    return {"@type": "ListItem", "position": position, "name": name, "item": item}


@pytest.mark.parametrize(
    ("edition", "audience"),
    [
        ("clinician", "https://schema.org/Clinician"),
        ("family", {"@type": "MedicalAudience", "audienceType": "Keluarga"}),
        ("", None),
        ("nurses", None),
    ],
)
def test_an_edition_says_for_whom_it_is(edition: str, audience: object) -> None:
    page, *_ = read(article_data(PAGE, ARTICLE, ArticleFacts(edition)))
    assert page.get("medicalAudience") == audience


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(PAGE, description="", sharing=Sharing(), site=SiteContext("Blog", home_href="/"))
    for value in read(article_data(bare, ArticleContext("Jendela"), ArticleFacts())):
        assert all(part not in ("", None, [], {}) for part in value.values()), value


def test_a_translation_names_the_original_and_the_original_its_translations() -> None:
    here, there = "https://e.org/blog/id/window.html", "https://e.org/blog/window.html"
    both = (Alternate("en", there), Alternate("id", here), Alternate("x-default", there))
    _, translation, _ = read(article_data(replace(PAGE, alternates=both), ARTICLE, FACTS))
    assert translation["translationOfWork"] == {"@id": f"{there}#article"}
    original = replace(PAGE, alternates=both, canonical=there, lang="en")
    _, posting, _ = read(article_data(original, ARTICLE, FACTS))
    assert posting["workTranslation"] == [
        {"@type": "BlogPosting", "@id": f"{here}#article", "url": here, "inLanguage": "id"}
    ]


def test_a_withdrawn_article_and_a_page_without_address_are_not_told_of() -> None:
    withdrawn = replace(ARTICLE, withdrawn=ChangeContext(Day("2026-12-01", ""), "Wrong."))
    assert article_data(PAGE, withdrawn, FACTS) == []
    nowhere = replace(PAGE, canonical="")
    assert article_data(nowhere, ARTICLE, FACTS) == home_data(nowhere) == list_data(nowhere) == []
    assert person_data(nowhere, LOPEZ) == []
    assert linked_data([]) == ""


def test_a_page_about_the_site_is_no_medical_page() -> None:
    page, trail = read(article_data(PAGE, replace(ARTICLE, kind="page", category=None), FACTS))
    assert (page["@type"], trail["@type"]) == ("WebPage", "BreadcrumbList")


def test_the_home_page_is_the_site() -> None:
    home = replace(
        PAGE, canonical="https://e.org/blog/", site=replace(SITE, home_href="index.html")
    )
    (site,) = read(home_data(replace(home, site=replace(home.site, logo=None))))
    assert site == {
        **WEBSITE,
        "description": "About recovery.",
        "inLanguage": "id",
        "publisher": {key: value for key, value in PUBLISHER.items() if key != "logo"},
    }


def test_a_list_is_a_collection_and_an_author_has_a_profile() -> None:
    page, trail = read(list_data(PAGE))
    assert (page["@type"], len(trail["itemListElement"])) == ("CollectionPage", 2)
    known = replace(LOPEZ, href="", bio="Works with people.")
    there = replace(PAGE, canonical="https://e.org/blog/id/author/lopez.html")
    profile, person, _ = read(person_data(there, known))
    assert profile["@type"] == "ProfilePage"
    assert profile["mainEntity"] == {"@id": person["@id"]}
    assert person == {**PERSON, "description": "Works with people."}


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]> & \u2028 \u2029 \\ \" '",
        "a\x00b\x1bc",
    ],
)
def test_no_title_breaks_out(title: str) -> None:
    _, posting, _ = read(article_data(replace(PAGE, title=title), ARTICLE, FACTS))
    assert posting["headline"] == title
    told = with_linked_data(PAGE, article_data(replace(PAGE, title=title), ARTICLE, FACTS))
    html = (
        make_environment()
        .get_template("partials/sharing.html.j2")
        .render(page=told, og_type="article")
    )
    assert html.lower().count("<script") == html.lower().count("</script") == 1


def test_works_are_read_from_csl_json() -> None:
    listed = [
        {
            "id": "a",
            "type": "article-journal",
            "title": "The <i>BDNF</i> gene",
            "DOI": "10.1/a",
            "issued": {"date-parts": [[2015, 4]]},
        },
        {"id": "b", "type": "book", "title": "B", "URL": "https://b.org", "issued": {}},
        {"id": "c"},
    ]
    assert cited_works(json.dumps(listed)) == (
        CitedWork("The BDNF gene", "article-journal", "10.1/a", "", "2015"),
        CitedWork("B", "book", "", "https://b.org", ""),
    )
    assert cited_works("") == ()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("Creative Commons BY-NC-ND", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://e.org/licence", "https://e.org/licence"),
        ("All rights reserved", ""),
        ("CC BY 4.0 except pictures", ""),
        ("", ""),
    ],
)
def test_a_licence_is_found_by_its_name(name: str, address: str) -> None:
    assert licence_address(name) == address


@pytest.mark.parametrize(
    ("lang", "locale"),
    [("en", "en_US"), ("id", "id_ID"), ("en-GB", "en_GB"), ("zh-Hant-TW", "zh_TW"), ("tlh", "")],
)
def test_a_language_has_the_form_that_open_graph_asks_for(lang: str, locale: str) -> None:
    assert locale_of(lang) == locale
