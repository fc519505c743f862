"""The archive by year, the index from A to Z, all topics: what is on them, in which order."""

from __future__ import annotations

from typing import Any

import pytest
from tests.site.test_assemble import article, broken_links, hrefs, page, site, text_of, tree_of

from galley.config import SiteConfig
from galley.site import archive
from galley.site.archive import archive_pages
from galley.site.model import AssembledSite, SiteArticle


def dated(slug: str, day: str | None, **fields: Any) -> SiteArticle:
    return page(article(slug, date=day, **fields))


def lines(made: AssembledSite, path: str) -> list[tuple[str, list[str]]]:
    """Return the sections of a directory with the text of their lines."""
    return [
        (
            " ".join(section.xpath("string(h2)").split()),
            [" ".join(entry.text_content().split()) for entry in section.xpath(".//li")],
        )
        for section in tree_of(made, path).xpath("//section[@class='directory']")
    ]


def test_the_archive_names_every_article_under_its_year() -> None:
    made = site(
        dated("new", "2026-11-02", category="Recovery"),
        dated("undated", None),
        dated("older", "2025-12-31"),
        dated("old", "2025-01-09"),
    )
    assert lines(made, "archive.html") == [
        ("2026", ["2 November New Recovery"]),
        ("2025", ["31 December Older", "9 January Old"]),
        ("Without a date", ["Undated"]),
    ]
    ways = "//nav[@class='directory-ways']//a"
    assert hrefs(made, "archive.html", ways) == ["#year-2026", "#year-2025", "#year-undated"]
    assert "4 articles" in text_of(made, "archive.html")


def test_a_day_in_the_archive_is_for_machines_too() -> None:
    made = site(dated("new", "2026-11-02"))
    assert '<time datetime="2026-11-02">2 November</time>' in text_of(made, "archive.html")


def test_older_years_of_a_long_archive_have_pages_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "PAGE_ENTRIES", 3)
    days = ["2026-03-01", "2026-02-01", "2025-02-01", "2024-02-01", "2024-01-01", None]
    made = site(*(dated(f"text-{place}", day) for place, day in enumerate(days)))
    assert [section for section, _ in lines(made, "archive.html")] == ["2026", "2025"]
    assert [section for section, _ in lines(made, "archive-2024.html")] == ["2024"]
    assert [section for section, _ in lines(made, "archive-undated.html")] == ["Without a date"]
    ways = "//nav[@class='directory-ways']//a"
    assert hrefs(made, "archive-2024.html", ways) == [
        "archive.html#year-2026",
        "archive.html#year-2025",
        "archive-2024.html",
        "archive-undated.html",
    ]
    current = tree_of(made, "archive-2024.html").xpath(f"{ways}[@aria-current='page']")
    assert [link.text for link in current] == ["2024"]
    assert broken_links(made.files) == []


def test_the_newest_year_is_on_the_first_page_however_long_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "PAGE_ENTRIES", 1)
    pages = archive_pages([dated(f"t-{day}", f"2026-01-0{day}") for day in (3, 2, 1)])
    assert [len(year.articles) for found in pages for year in found.years] == [3]
    assert archive_pages([]) == ()


def test_the_index_names_articles_topics_and_authors_by_their_letter() -> None:
    made = site(
        dated("the-window", "2026-11-01", category="Recovery", tags=["Stroke", "recovery"]),
        dated("sleep", "2026-11-02", tags=["stroke"], authors=[{"name": "Ana Müller"}]),
    )
    assert lines(made, "a-z.html") == [
        ("A", ["Ana Müller Author, 1 article"]),
        ("R", ["Recovery Topic, 1 article"]),
        ("S", ["Sleep", "Stroke Topic, 2 articles"]),
        ("W", ["The window"]),
    ]
    ways = hrefs(made, "a-z.html", "//nav[@class='directory-ways']//a")
    assert ways == ["#letter-a", "#letter-r", "#letter-s", "#letter-w"]


def test_letters_of_any_script_can_be_jumped_to() -> None:
    made = site(*(page(article(f"t-{n}", title=title)) for n, title in enumerate("α9é💊")))
    ids = tree_of(made, "a-z.html").xpath("//h2/@id")
    assert ids == ["letter-digits", "letter-e", "letter-3b1", "letter-2026"]
    assert broken_links(made.files) == []


def test_each_language_has_its_own_directories() -> None:
    made = site(
        dated("window", "2026-11-01"),
        page(article("window", lang="id", title="Jendela")),
    )
    assert lines(made, "id/archive.html") == [("2026", ["1 November Jendela"])]
    assert lines(made, "id/a-z.html") == [("J", ["Jendela"])]
    alternates = tree_of(made, "a-z.html").xpath("//link[@hreflang]/@href")
    assert alternates == [
        "https://example.org/blog/a-z.html",
        "https://example.org/blog/id/a-z.html",
        "https://example.org/blog/a-z.html",
    ]


def test_the_switch_of_languages_stays_on_the_same_page_where_it_can() -> None:
    made = site(
        page(article("a", tags=["only"], authors=["editors"])),
        page(article("a", lang="id", tags=["hanya"], authors=["editors"])),
        page(article("b")),
    )
    switch = "//header//nav[@aria-label='Languages' or @aria-label='Bahasa']//a"
    assert hrefs(made, "archive.html", switch) == ["archive.html", "id/archive.html"]
    assert hrefs(made, "id/a-z.html", switch) == ["../a-z.html", "a-z.html"]
    assert hrefs(made, "id/a.html", switch) == ["../a.html", "a.html"]
    assert hrefs(made, "author/editors.html", switch)[1] == "../id/author/editors.html"
    assert hrefs(made, "tag/only.html", switch)[1] == "../id/index.html"
    assert hrefs(made, "b.html", switch) == ["b.html", "id/index.html"]
    assert hrefs(made, "404.html", switch) == ["/blog/index.html", "/blog/id/index.html"]


def test_many_topics_have_a_page_that_names_them_all() -> None:
    tags = [f"tag {number}" for number in (10, 9, 3, 2, 8, 7, 6, 5)]
    few = site(dated("a", "2026-11-01", tags=tags))
    assert "topics.html" not in few.files
    assert "topics.html" not in hrefs(few, "a.html")
    many = site(
        dated("a", "2026-11-01", tags=tags, category="Recovery"),
        dated("b", "2026-11-01", category="Recovery"),
    )
    assert lines(many, "topics.html") == [
        ("Topics", ["Recovery 2 articles"]),
        ("Tags", [f"tag {number} 1 article" for number in (2, 3, 5, 6, 7, 8, 9, 10)]),
    ]
    assert "topics.html" in hrefs(many, "a.html")


def test_the_foot_of_every_page_leads_to_all_articles() -> None:
    made = site(dated("a", "2026-11-01", tags=["one"]), page(article("b", lang="id")))
    foot = "//footer[@class='colophon']//a"
    assert hrefs(made, "a.html", foot) == ["archive.html", "a-z.html", "feed.xml"]
    assert hrefs(made, "tag/one.html", foot)[:2] == ["../archive.html", "../a-z.html"]
    assert hrefs(made, "id/index.html", foot) == ["archive.html", "a-z.html", "feed.xml"]
    assert hrefs(made, "404.html", foot)[:2] == ["/blog/archive.html", "/blog/a-z.html"]
    assert tree_of(made, "a-z.html").xpath(f"{foot}[@aria-current]/@href") == ["a-z.html"]


def test_a_site_without_articles_leads_to_no_empty_lists() -> None:
    made = site(config=SiteConfig())
    assert {"archive.html", "a-z.html", "topics.html"} & set(made.files) == set()
    assert hrefs(made, "index.html", "//footer//a") == []


def test_the_menu_may_name_them_and_search_engines_know_them() -> None:
    menu = SiteConfig.model_validate(
        {
            "base_url": "https://example.org/",
            "navigation": [{"title": "All", "href": "archive.html"}],
        }
    )
    made = site(dated("a", "2026-11-01"), config=menu)
    assert made.findings == ()
    assert "<loc>https://example.org/archive.html</loc>" in text_of(made, "sitemap.xml")
    assert "<loc>https://example.org/a-z.html</loc>" in text_of(made, "sitemap.xml")


def test_without_a_menu_the_masthead_leads_to_all_articles() -> None:
    menu = "//header//nav[@aria-label='Site']//a"
    without = SiteConfig(title="Site")
    assert hrefs(site(dated("a", "2026-11-01"), config=without), "a.html", menu) == ["archive.html"]
    entry = {"title": "A", "href": "a.html"}
    own = SiteConfig.model_validate({"title": "Site", "navigation": [entry]})
    assert hrefs(site(dated("a", "2026-11-01"), config=own), "a.html", menu) == ["a.html"]
    assert hrefs(site(config=without), "index.html", menu) == []
