"""What a reader has of the page's one script, and what is there without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from galley_figures.style.palette import css_variables

pytestmark = pytest.mark.browser

ARTICLE = "when-is-the-window.html"
DARK, LIGHT = css_variables("dark"), css_variables("light")
COLOURS = """() => ({
  paper: getComputedStyle(document.documentElement).getPropertyValue("--fig-paper").trim(),
  curve: getComputedStyle(document.querySelector("svg")).getPropertyValue("--fig-time").trim(),
  scheme: getComputedStyle(document.documentElement).colorScheme,
  frame: [...document.querySelectorAll("meta[name=theme-color]")].map(meta => meta.content),
})"""


def wide(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})


def choose(page: Page, name: str) -> None:
    page.get_by_role("group", name=re.compile("Colours|Warna")).get_by_role(
        "button", name=name
    ).click()


def test_a_chosen_theme_is_worn_by_page_figures_and_browser_and_remembered(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE, color_scheme="light")
    choose(page, "Dark")
    colours = page.evaluate(COLOURS)
    assert (colours["paper"], colours["curve"]) == (DARK["--fig-paper"], DARK["--fig-time"])
    assert colours["scheme"] == "dark"
    assert colours["frame"] == [DARK["--fig-paper"]] * 2
    # Another page, in another language, and its buttons say so.
    page.goto(examples.url + "id/what-recovery-means.html")
    assert page.evaluate(COLOURS) == colours
    expect(page.get_by_role("button", name="Gelap")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Otomatis")).to_have_attribute("aria-pressed", "false")
    # As the system has it, again, also on the page that the browser had kept.
    choose(page, "Otomatis")
    page.go_back()
    assert page.evaluate(COLOURS)["frame"] == [LIGHT["--fig-paper"], DARK["--fig-paper"]]
    assert page.evaluate(COLOURS)["paper"] == LIGHT["--fig-paper"]
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOURS)["paper"] == DARK["--fig-paper"]
    choose(page, "Light")
    assert page.evaluate(COLOURS)["paper"] == LIGHT["--fig-paper"]
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(COLOURS)["paper"] == "#fff"


def test_a_chosen_theme_is_there_before_the_first_paint_and_moves_nothing(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.folder.joinpath(ARTICLE).as_uri(), color_scheme="light")
    choose(page, "Dark")
    # A face that comes late moves words, whatever the script does.
    page.route("**/*.woff2", lambda route: route.abort())
    page.add_init_script("""
      window.worn = [];
      new MutationObserver(() => {
        if (document.body && !window.worn.length)
          window.worn.push(document.documentElement.dataset.theme);
      }).observe(document, { childList: true, subtree: true });
      window.moved = 0;
      new PerformanceObserver(list => list.getEntries().forEach(each => {
        window.moved += each.value;
      })).observe({ type: "layout-shift", buffered: true });
    """)
    page.reload()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.worn") == ["dark"]
    assert page.evaluate("window.moved") < 0.01


def test_where_nothing_may_be_remembered_the_theme_holds_for_the_page(
    browser: Browser, examples: Any
) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
    )
    page.goto(examples.url + ARTICLE)
    choose(page, "Dark")
    assert page.evaluate(COLOURS)["paper"] == DARK["--fig-paper"]
    assert problems == []
    context.close()


def test_without_the_script_there_is_no_switch_and_the_system_decides(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + ARTICLE, java_script_enabled=False, color_scheme="dark")
    expect(page.locator(".theme")).to_be_hidden()
    background = page.locator("html").evaluate("node => getComputedStyle(node).backgroundColor")
    assert background == "rgb(17, 22, 30)"


def test_the_contents_show_where_one_is(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + ARTICLE)
    wide(page)
    contents = page.get_by_role("navigation", name="Contents")
    current = contents.locator("[aria-current=location]")
    expect(current).to_have_count(0)
    headings = page.locator(".body h2[id]")
    # Far down at once, and back: nothing on the way has been seen.
    for place in (headings.count() - 1, 1):
        headings.nth(place).evaluate(
            "node => node.scrollIntoView({ block: 'start', behavior: 'instant' })"
        )
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", f"#{headings.nth(place).get_attribute('id')}")
        expect(current).to_be_in_viewport()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(current).to_have_count(0)


@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
def test_the_contents_stand_beside_the_text_and_cover_nothing(
    open_page: Callable[..., Page], examples: Any, width: int
) -> None:
    page = open_page(
        examples.url + ARTICLE, viewport={"width": width, "height": 800}, java_script_enabled=False
    )
    boxes = page.locator(".body > *, .key-points, .article__end > *").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect().toJSON())"
    )
    toc = page.locator(".toc").bounding_box()
    for box in boxes:
        is_beside = box["right"] <= toc["x"] or box["left"] >= toc["x"] + toc["width"]
        is_apart = box["bottom"] <= toc["y"] or box["top"] >= toc["y"] + toc["height"]
        assert is_beside or is_apart, box


COPYING = (
    '<p><a href="https://example.org/a">example.org/a</a> '
    '<span data-copy="https://example.org/a" data-copied="Copied">'
    '<button type="button" hidden>Copy link</button></span></p>'
)


def test_an_address_is_copied_and_that_is_said(browser: Browser, small: Any) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.route("**/index.html", lambda route: changed(route, {"</main>": f"{COPYING}</main>"}))
    page.goto(small.url + "index.html")
    said = page.get_by_role("status")
    expect(said).to_be_empty()
    page.get_by_role("button", name="Copy link").press("Enter")
    expect(said).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/a"
    context.close()


def changed(route: Route, changes: dict[str, str]) -> None:
    """Answer with the file as the host has it, some of its text replaced."""
    response = route.fetch()
    text = response.text()
    for old, new in changes.items():
        text = text.replace(old, new)
    route.fulfill(response=response, body=text)


@pytest.fixture
def old_browser(browser: Browser, examples: Any) -> Any:
    """Return an article as a browser without popovers has it: neither element, method nor style."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete HTMLElement.prototype.popover")
    page.route("**/*.html", lambda route: changed(route, {" popover role=": " role="}))
    page.route("**/*.css", lambda route: changed(route, {":popover-open": ":unknown-to-all"}))
    page.goto(examples.url + ARTICLE)
    yield page
    context.close()


def test_without_popovers_a_key_opens_the_reference_and_escape_closes_it(old_browser: Page) -> None:
    button = old_browser.get_by_role("button", name="Ballester et al., 2019").first
    dialog = old_browser.get_by_role("dialog", name="Reference")
    expect(dialog).to_have_count(0)
    button.press("Enter")
    expect(dialog).to_have_count(1)
    expect(dialog).to_be_in_viewport(ratio=1)
    expect(dialog).to_contain_text("A critical time window for recovery")
    expect(dialog.locator("[autofocus]")).to_be_focused()
    old_browser.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_without_popovers_a_click_opens_another_reference_in_its_place(old_browser: Page) -> None:
    citations = old_browser.locator(".body .cite a")
    first, other = citations.first, citations.nth(1)
    first.click()
    dialog = old_browser.get_by_role("dialog", name="Reference")
    expect(dialog).to_have_count(1)
    said = dialog.inner_text()
    other.click()
    expect(dialog).to_have_count(1)
    assert dialog.inner_text() != said
    other.click()
    expect(dialog).to_have_count(0)
    other.click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    first.click()
    old_browser.locator("h1").click()
    expect(dialog).to_have_count(0)
    assert old_browser.url.endswith(ARTICLE)
