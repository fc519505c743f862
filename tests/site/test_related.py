"""Related articles: what counts, what goes first, and what readers are told of the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.site.test_assemble import article, broken_links, hrefs, page, site, text_of, tree_of

from galley.article.citations import mentioned_keys
from galley.site.model import SiteArticle
from galley.site.related import Relations

NAMED = "//nav[@class='related']//a"


def citing(slug: str, cited: str = "", day: int = 1, **fields: Any) -> SiteArticle:
    made = page(article(slug, date=f"2026-11-{day:02}", **fields))
    return replace(made, cited=frozenset(cited.split()))


def related(*pages: SiteArticle) -> list[str]:
    """Return the paths that are related to the first of some pages."""
    articles = sorted(pages, key=lambda each: each.article.front_matter.date, reverse=True)
    found = Relations(articles).of(articles.index(pages[0]))
    return [each.page.path.removesuffix(".html") for each in found]


def test_a_common_source_counts_more_than_a_tag_and_a_tag_more_than_the_category() -> None:
    own = citing("own", "a b", tags=["stroke"], category="Brain")
    by_category = citing("by-category", category="brain")
    by_tag = citing("by-tag", tags=["Stroke "])
    by_source = citing("by-source", "b c")
    assert related(own, by_category, by_tag, by_source) == ["by-source", "by-tag", "by-category"]


def test_what_articles_have_in_common_adds_up() -> None:
    own = citing("own", "a b", tags=["one", "two"], category="Brain")
    one_source = citing("one-source", "a")
    two_tags = citing("two-tags", tags=["one", "two"])
    all_three = citing("all-three", "a", tags=["one"], category="Brain")
    assert related(own, one_source, two_tags, all_three) == ["all-three", "two-tags", "one-source"]


def test_of_equals_the_nearest_in_time_go_first_and_no_more_than_three() -> None:
    days = {"a": 1, "b": 7, "own": 10, "c": 11, "d": 12, "e": 28}
    pages = {slug: citing(slug, day=day, tags=["x"]) for slug, day in days.items()}
    own = pages.pop("own")
    assert related(own, *pages.values()) == ["c", "d", "b"]


def test_a_new_article_is_no_relation_of_those_long_before() -> None:
    pages = [citing(f"t-{day:02}", day=day, category="Brain") for day in range(1, 15)]
    before = related(*pages)
    assert related(*pages, citing("new", day=16, category="Brain")) == before


def test_what_has_nothing_in_common_is_not_related() -> None:
    assert related(citing("own", "a", tags=["x"]), citing("other", "b", tags=["y"])) == []


def test_a_page_says_what_the_two_have_in_common() -> None:
    made = site(
        citing("own", "a b c", 9, tags=["Stroke", "sleep"], category="Brain"),
        citing("by-sources", "a b", 8),
        citing("by-source", "c", 7),
        citing("by-tags", "", 6, tags=["sleep", "stroke"]),
    )
    said = [
        " ".join(item.text_content().split())
        for item in tree_of(made, "own.html").xpath("//li[@class='related__item']")
    ]
    assert said == [
        "By sources Shares 2 sources",
        "By tags Also about Stroke, sleep",
        "By source Shares 1 source",
    ]
    assert hrefs(made, "own.html", "//a[@rel='prev']") == []
    assert broken_links(made.files) == []


def test_a_common_category_is_named_as_the_site_writes_it() -> None:
    made = site(
        citing("own", category="neurorestoration"), citing("b", category="Neurorestoration")
    )
    assert "Also in Neurorestoration" in text_of(made, "own.html")


def test_relations_stay_within_a_language_and_leave_out_what_is_not_listed() -> None:
    editions = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
    both: dict[str, Any] = {"tags": ["x"], "editions": editions}
    made = site(
        citing("own", edition="patient", **both),
        citing("own", edition="clinician", **both),
        citing("own", lang="id", edition="patient", **both),
        citing("gone", tags=["x"], withdrawn={"date": "2026-11-10", "reason": "Retracted."}),
        citing("about", tags=["x"], kind="page"),
        citing("draft", tags=["x"], draft=True),
        citing("other", tags=["x"]),
        citing("lain", lang="id", tags=["x"]),
    )
    assert hrefs(made, "own.html", NAMED) == ["other.html"]
    assert hrefs(made, "own/clinician.html", NAMED) == ["../other.html"]
    assert hrefs(made, "id/own.html", NAMED) == ["lain.html"]
    assert "Juga tentang x" in text_of(made, "id/own.html")
    assert hrefs(made, "gone.html", NAMED) == hrefs(made, "about.html", NAMED) == []


def test_every_way_of_citing_is_seen_before_an_article_is_run() -> None:
    text = (
        "As @a2001 says [see @b2002, p. 3; -@{c/d}]; {cite:p}`e2004,f2005{p. 2}` and "
        "{ref}`g2006`; write to me@example.org."
    )
    assert mentioned_keys(text) == {
        "a2001", "b2002", "c/d", "e2004", "f2005", "example.org",
    }  # fmt: skip
