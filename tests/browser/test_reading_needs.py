"""Readers who change how a page looks: more space, larger words, no motion, own colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = {
    "home": ("examples", "index.html"),
    "article": ("examples", "id/when-is-the-window.html"),
    "everything": ("everything", "everything.html"),
    "author": ("examples", "author/editors.html"),
}
# WCAG 1.4.12: what a reader may set without losing anything.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
ADD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
LOST = """() => {
  const width = document.documentElement.clientWidth;
  const shown = [...document.querySelectorAll('main *, header *, footer *')]
    .filter(node => node.checkVisibility() && !node.closest('svg, math, .visually-hidden, .cite'));
  const cut = shown.filter(node => {
    const style = getComputedStyle(node);
    return style.overflowY === 'hidden' && node.textContent.trim()
      && node.scrollHeight > node.clientHeight + 2 && style.clipPath === 'none';
  });
  const wide = document.documentElement.scrollWidth > width
    ? shown.filter(node => node.getBoundingClientRect().right > width + 1) : [];
  return [...cut, ...wide].map(node => node.outerHTML.slice(0, 100)).slice(0, 5);
}"""


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_lost_where_a_reader_wants_more_room(
    open_page: Callable[..., Page], make_site: Callable[[str], Any], kind: str
) -> None:
    page = opened(open_page, make_site, kind)
    page.evaluate(ADD, SPACED)
    assert lost_at(page, (320, 1280)) == {}


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_lost_where_a_reader_wants_words_twice_as_large(
    open_page: Callable[..., Page], make_site: Callable[[str], Any], kind: str
) -> None:
    """The size that readers set in the browser, not a zoom of the whole page."""
    page = opened(open_page, make_site, kind)
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert lost_at(page, (640, 1280)) == {}


def opened(open_page: Callable[..., Page], make_site: Callable[[str], Any], kind: str) -> Page:
    name, address = PAGES[kind]
    return open_page(make_site(name).url + address)


def lost_at(page: Page, widths: tuple[int, ...]) -> dict[int, list[str]]:
    """Return what is cut off or sticks out, by width of the window."""
    lost = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if found := page.evaluate(LOST):
            lost[width] = found
    return lost


def test_nothing_glides_for_a_reader_who_wants_no_motion(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "when-is-the-window.html", reduced_motion="reduce")
    moving = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll('*')].filter(node => {
          const style = getComputedStyle(node);
          return style.scrollBehavior === 'smooth'
            || [...style.transitionDuration.split(','), ...style.animationDuration.split(',')]
              .some(time => parseFloat(time) > 0);
        }).map(node => node.outerHTML.slice(0, 80))"""
    )
    assert moving == []


def test_a_reader_s_own_colours_reach_words_and_drawings(
    open_page: Callable[..., Page], examples: Any
) -> None:
    """Windows' contrast themes: text, links and what has the focus follow them."""
    page = open_page(examples.url + "when-is-the-window.html", forced_colors="active")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    chosen = page.locator(".choice input:checked").first
    assert chosen.evaluate("node => getComputedStyle(node).appearance") != "none"
