"""Each page says its language, and leads to itself in the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def tree_of(site: Any, page: str) -> Any:
    return html.fromstring((site.folder / page).read_bytes())


def articles_and_lists(site: Any) -> list[str]:
    return [page for page in site.pages() if not site.is_redirect(page)]


def test_every_page_says_the_language_of_its_folder(examples: Any) -> None:
    said = {page: tree_of(examples, page).get("lang") for page in articles_and_lists(examples)}
    assert said == {page: "id" if page.startswith("id/") else "en" for page in said}


@pytest.mark.parametrize("name", ["examples", "small"])
def test_languages_of_a_page_name_each_other(make_site: Callable[[str], Any], name: str) -> None:
    """Whoever names another language is named back, and names itself (hreflang)."""
    site = make_site(name)
    alternates = {
        page: {
            link.get("hreflang"): site.page_of(link.get("href"))
            for link in tree_of(site, page).xpath("//link[@hreflang]")
        }
        for page in articles_and_lists(site)
    }
    paired = {page: found for page, found in alternates.items() if found}
    assert {"index.html", "id/index.html"} <= set(paired)
    for page, found in paired.items():
        assert {"en", "id", "x-default"} == set(found), page
        assert page in found.values()
        assert all(alternates[other] == found for other in found.values()), page


def test_a_reader_changes_language_and_stays_with_the_article_and_edition(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "when-is-the-window/clinician.html")
    page.locator(".switch").get_by_role("link", name="Bahasa Indonesia").click()
    assert page.url == examples.url + "id/when-is-the-window/clinician.html"
    page.locator(".switch").get_by_role("link", name="English").click()
    assert page.url == examples.url + "when-is-the-window/clinician.html"


def test_a_reader_changes_the_edition(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + "when-is-the-window.html")
    switch = page.get_by_role("navigation", name="Written for")
    patients, clinicians = switch.get_by_role("link").all_inner_texts()
    assert switch.locator("[aria-current=page]").inner_text() == patients
    switch.get_by_role("link", name=clinicians).click()
    assert page.url == examples.url + "when-is-the-window/clinician.html"
    assert switch.locator("[aria-current=page]").inner_text() == clinicians


def test_an_indonesian_page_speaks_indonesian_around_the_article(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "id/what-recovery-means.html")
    assert page.locator(".skip-link").inner_text() == "Langsung ke isi"
    assert "menit" in page.locator(".byline").inner_text()
    assert page.locator(".figure__number").first.inner_text() == "Gambar 1"
    assert page.locator(".figure__details summary").first.inner_text() == "Data dan keterangan"
    assert page.get_by_role("heading", name="Daftar pustaka").count() == 1
    english = {"Key points", "Contents", "References", "Read in", "Published", "Download"}
    shown = page.locator("body").inner_text()
    assert [word for word in english if word in shown] == []


def test_an_indonesian_date_has_the_month_in_indonesian(
    open_page: Callable[..., Page], small: Any
) -> None:
    page = open_page(small.url + "id/first.html")
    assert page.locator("time").first.inner_text() == "1 Maret 2026"


def test_words_of_another_language_say_so(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + "what-recovery-means.html")
    link = page.locator(".switch").get_by_role("link", name="Bahasa Indonesia")
    assert link.get_attribute("lang") == "id"
    assert link.get_attribute("hreflang") == "id"
