"""What axe, a keyboard and a finger meet on each kind of page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

KINDS = {
    "home": ("examples", "index.html"),
    "home in Indonesian": ("examples", "id/index.html"),
    "article": ("examples", "what-recovery-means.html"),
    "article in Indonesian": ("examples", "id/what-recovery-means.html"),
    "article with formulas": ("examples", "how-synapses-strengthen.html"),
    "article due for review, with everything": ("everything", "everything.html"),
    "article, withdrawn": ("everything", "id/withdrawn.html"),
    "pictures and plain figures": ("everything", "pictures.html"),
    "figures in states": ("everything", "explored.html"),
    "edition": ("examples", "when-is-the-window/clinician.html"),
    "category": ("examples", "category/recovery.html"),
    "tag": ("small", "tag/testing.html"),
    "author": ("examples", "author/editors.html"),
    "archive by year": ("examples", "archive.html"),
    "index from A to Z": ("examples", "id/a-z.html"),
    "all topics": ("examples", "topics.html"),
    "home without articles": ("everything", "id/index.html"),
    "404": ("small", "no/such/page.html"),
    "redirect": ("small", "old/first.html"),
}


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, make_site: Callable[[str], Any]) -> str:
    name, page = KINDS[request.param]
    return make_site(name).url + page


def hold_still(page: Page) -> None:
    """Keep a redirect where it is, so that it can be looked at."""

    def without_refresh(route: Any) -> None:
        answer = route.fetch()
        body = answer.text().replace('http-equiv="refresh"', 'name="refresh"')
        route.fulfill(response=answer, body=body)

    page.route("**/old/*.html", without_refresh)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, address: str, scheme: str) -> None:
    # The policy would refuse the script that axe is.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    hold_still(page)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()


def test_the_first_key_leads_past_the_menus(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + "what-recovery-means.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    expect(page.locator(".skip-link")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_whatever_has_the_focus_shows_it(open_page: Callable[..., Page], everything: Any) -> None:
    page = open_page(everything.url + "everything.html")
    hidden = []
    now = "document.activeElement"
    for _ in range(60):
        page.keyboard.press("Tab")
        outline = page.evaluate(f"getComputedStyle({now}).outlineStyle")
        html = page.evaluate(f"{now}.outerHTML")
        if outline == "none" and not html.startswith("<body"):
            hidden.append(html[:80])
    assert hidden == []


def test_data_and_description_open_by_key_without_scripts(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "what-recovery-means.html", java_script_enabled=False)
    details = page.locator(".figure__details").first
    assert details.locator("table").is_hidden()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.locator("table").is_visible()
    assert details.get_by_role("link", name="CSV").is_visible()


def test_what_is_wider_than_the_phone_scrolls_by_key(
    open_page: Callable[..., Page], everything: Any
) -> None:
    page = open_page(everything.url + "everything.html", viewport={"width": 390, "height": 800})
    page.evaluate("window.reached = new Set()")
    while page.evaluate("reached.size !== reached.add(document.activeElement).size"):
        page.keyboard.press("Tab")
    unreached = page.evaluate(
        """() => [...document.querySelectorAll('main *')]
          .filter(node => ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)
            && node.checkVisibility() && node.scrollWidth > node.clientWidth + 1)
          .filter(node => ![...reached].some(other => node.contains(other)))
          .map(node => node.outerHTML.slice(0, 120))"""
    )
    assert unreached == []


@pytest.mark.parametrize("width", [320, 390])
def test_what_a_finger_must_hit_is_large_enough(
    open_page: Callable[..., Page], examples: Any, width: int
) -> None:
    page = open_page(
        examples.url + "when-is-the-window/clinician.html",
        viewport={"width": width, "height": 800},
    )
    switches = ".masthead__nav a, .switch a, .toc summary, .figure__details summary"
    heights = page.eval_on_selector_all(
        switches, "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    )
    assert len(heights) > 6
    assert min(heights) >= 44


@pytest.mark.parametrize("page_name", ["index.html", "what-recovery-means.html"])
def test_no_two_targets_on_a_phone_are_too_near(
    open_page: Callable[..., Page], examples: Any, page_name: str
) -> None:
    """Links outside of sentences are at least 24 px high (WCAG 2.5.8)."""
    page = open_page(examples.url + page_name, viewport={"width": 390, "height": 800})
    low = page.evaluate(
        """() => [...document.querySelectorAll('a, summary')]
          .filter(node => !node.closest('p, dd, li > p, .body li, .references__list, td, .byline')
            || node.closest('.masthead'))
          .map(node => [node.textContent, node.getBoundingClientRect().height])
          .filter(([, height]) => height > 0 && height < 24)"""
    )
    assert low == []
