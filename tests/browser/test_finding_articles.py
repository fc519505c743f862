"""How readers come to an article: by key or finger, on a narrow phone, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SMALL = """nodes => nodes.map(node => [node.textContent.trim(), node.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5).map(([text, box]) => [text, box.height])"""


def tab_to(page: Page, text: str) -> None:
    """Press Tab until the focus is on a link of that text."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == text:
            return
    pytest.fail(f"no way by key to {text!r}")


def test_an_article_is_found_by_key_from_home_to_what_is_related(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "index.html", java_script_enabled=True)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lead') !== null")
    tab_to(page, "Index A–Z")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z.html")
    tab_to(page, "T")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z.html#letter-t")
    tab_to(page, "Timing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/category/timing.html")
    tab_to(page, "Have I missed the window for recovery after a stroke?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/when-is-the-window.html")
    related = page.get_by_role("navigation", name="Related articles").get_by_role("link")
    assert 1 <= related.count() <= 3
    title = related.first.inner_text()
    related.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/when-is-the-window.html"))
    assert page.locator("h1").inner_text() == title


@pytest.mark.parametrize("page_name", ["archive.html", "id/a-z.html", "topics.html", "index.html"])
def test_a_finger_meets_every_way_on_a_narrow_phone(
    open_page: Callable[..., Page], examples: Any, page_name: str
) -> None:
    page = open_page(
        examples.url + page_name,
        viewport={"width": 320, "height": 640},
        java_script_enabled=False,
    )
    ways = ".directory-ways a, .colophon__ways a, .shelf__side a, .masthead__nav a"
    assert page.locator(ways).count() > 2
    assert page.locator(ways).evaluate_all(SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_archive_leads_to_a_year_without_scripts(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "archive.html", java_script_enabled=False)
    year = page.get_by_role("region", name="2026")
    assert year.get_by_role("listitem").count() > 2
    year.get_by_role("link").first.click()
    assert page.locator("article h1").is_visible()
