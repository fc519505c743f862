"""A reader asks what a word means: by finger, mouse and key, without a script, and on a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "what-recovery-means.html"
SENTENCE = "Getting better after an injury"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_term_opens_its_meaning_in_place_without_a_script(
    open_page: Callable[..., Page], examples: Any, width: int
) -> None:
    page = open_page(
        examples.url + ARTICLE,
        viewport={"width": width, "height": 800},
        has_touch=width < 1000,
        java_script_enabled=False,
    )
    meaning = page.locator("[id='term:recovery']")
    term = page.locator(".term").filter(has_text="recovery").first
    expect(meaning).to_be_hidden()
    term.tap() if width < 1000 else term.click()
    expect(meaning).to_be_in_viewport(ratio=1)
    expect(meaning).to_contain_text(SENTENCE)
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    # By key: the word is a button, its meaning a dialog, and the focus returns.
    button = page.locator(".body").get_by_role("button", name="recovery", exact=True)
    expect(button).to_have_count(1)
    button.press("Enter")
    dialog = page.get_by_role("dialog", name="What it means")
    expect(dialog).to_contain_text(SENTENCE)
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("link", name="In the glossary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    # The way to all of them.
    button.press("Enter")
    dialog.get_by_role("link", name="In the glossary").click()
    assert page.url == f"{examples.url}glossary.html#term-recovery"
    expect(page.locator("#term-recovery")).to_contain_text(SENTENCE)
    expect(page.locator("#term-recovery")).to_be_in_viewport()


def test_the_glossary_is_at_the_foot_of_every_page_in_its_language(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "id/index.html")
    page.get_by_role("contentinfo").get_by_role("link", name="Daftar istilah").click()
    assert page.url == f"{examples.url}id/glossary.html"
    expect(page.get_by_role("heading", level=1)).to_have_text("Daftar istilah")
    expect(page.locator("#term-recovery dt")).to_have_text("pemulihan")
    terms = page.locator(".glossary dt").all_inner_texts()
    assert [term.lower() for term in terms] == sorted(term.lower() for term in terms)


def test_terms_break_and_are_copied_like_text(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE)
    paragraph = page.locator(".body p").filter(has=page.locator(".term")).first
    copied = "node => { getSelection().selectAllChildren(node); return getSelection().toString(); }"
    assert " “recovery” for" in paragraph.evaluate(copied)


def test_paper_shows_the_words_alone(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + ARTICLE)
    page.emulate_media(media="print")
    line = page.locator(".term > a").first.evaluate(
        "node => getComputedStyle(node).textDecorationLine"
    )
    assert line == "none"
    expect(page.locator("[id='term:recovery']")).to_be_hidden()


def test_feeds_have_links_to_the_glossary_and_no_buttons(examples: Any) -> None:
    feed = examples.text("feed.xml")
    assert "glossary.html#term-" in feed
    assert not any(word in feed for word in ("popover", "cite__open", "&lt;label"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_meaning(browser: Browser, examples: Any, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(examples.url + ARTICLE)
    page.locator(".term").first.click()
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()
