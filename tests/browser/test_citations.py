"""A reader meets a citation: with keyboard, finger and mouse, and without any script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "when-is-the-window.html"


@pytest.fixture(params=[390, 1280])
def article(request: pytest.FixtureRequest, open_page: Callable[..., Page], examples: Any) -> Page:
    return open_page(
        examples.url + ARTICLE,
        viewport={"width": request.param, "height": 800},
        has_touch=request.param < 1000,
        java_script_enabled=False,
    )


def citation(page: Page) -> Locator:
    return page.locator(".body .cite").filter(has_text="Ballester et al., 2019").first


def preview(page: Page) -> Locator:
    return page.locator("[id='see:ballester2019']")


def test_a_click_or_a_tap_opens_the_reference_in_place(article: Page) -> None:
    expect(preview(article)).to_be_hidden()
    place = citation(article)
    place.tap() if article.viewport_size["width"] < 1000 else place.click()
    expect(preview(article)).to_be_visible()
    expect(preview(article)).to_contain_text("A critical time window for recovery")
    expect(preview(article)).to_be_in_viewport(ratio=1)
    assert article.url.endswith(ARTICLE)
    preview(article).get_by_role("button", name="Close").click()
    expect(preview(article)).to_be_hidden()


def test_a_key_opens_it_and_escape_leads_back(article: Page) -> None:
    button = article.get_by_role("button", name="Ballester et al., 2019").first
    button.focus()
    article.keyboard.press("Enter")
    dialog = article.get_by_role("dialog", name="Reference")
    expect(dialog).to_be_visible()
    article.keyboard.press("Tab")
    expect(dialog.get_by_role("link").first).to_be_focused()
    article.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_a_reader_reaches_the_list_and_returns(article: Page) -> None:
    citation(article).click()
    preview(article).get_by_role("link", name="In the list of references").click()
    assert article.url.endswith("#ref-ballester2019")
    article.keyboard.press("Escape")
    entry = article.locator("[id='ref-ballester2019']")
    expect(entry).to_be_in_viewport()
    entry.get_by_role("link", name="Back to the text").first.click()
    expect(entry).not_to_be_in_viewport()
    expect(citation(article)).to_be_in_viewport()


def test_the_preview_lies_below_the_citation_on_a_wide_screen(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE, viewport={"width": 1280, "height": 900})
    citation(page).click()
    below, above = preview(page).bounding_box(), citation(page).bounding_box()
    assert 0 <= below["y"] - (above["y"] + above["height"]) < 40


def test_citations_break_and_read_like_text(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + ARTICLE, viewport={"width": 320, "height": 800})
    paragraph = page.locator(".body > p").first
    copied = "node => { getSelection().selectAllChildren(node); return getSelection().toString(); }"
    assert "(Ballester et al., 2019)." in paragraph.evaluate(copied)
    lines = page.locator(".body .cite a").evaluate_all(
        "nodes => nodes.map(node => node.getClientRects().length)"
    )
    assert max(lines) > 1


def test_paper_shows_neither_previews_nor_ways_back(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE)
    citation(page).click()
    page.emulate_media(media="print")
    expect(preview(page)).to_be_hidden()
    assert page.locator(".references__back").first.is_hidden()
    assert page.locator(".cite__open").first.is_hidden()


def test_feeds_hold_plain_citations(examples: Any) -> None:
    feed = examples.text("feed.xml")
    assert "Ballester et al., 2019" in feed
    assert not any(word in feed for word in ("popover", "cite__open", "references__back"))


def test_references_and_citation_are_files_to_take_away(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE, java_script_enabled=False)
    links = page.locator(".reference-files a")
    assert links.all_inner_texts() == ["BibTeX", "RIS", "CSL-JSON"] * 2
    with page.expect_download() as started:
        links.first.click()
    assert started.value.suggested_filename == "when-is-the-window-references.bib"
    assert page.get_by_role("heading", name="Cite this article").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_preview(browser: Any, examples: Any, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(examples.url + ARTICLE)
    citation(page).click()
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()
