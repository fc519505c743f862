"""The page on phones, tablets, desks and paper, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280, 1920)
PAGES = {
    "examples": (
        "index.html",
        "what-recovery-means.html",
        "when-is-the-window/clinician.html",
        "id/when-is-the-window.html",
        "how-synapses-strengthen.html",
        "author/editors.html",
        "archive.html",
        "a-z.html",
    ),
    "everything": ("everything.html", "pictures.html", "index.html", "id/withdrawn.html"),
}
OPEN_ALL = "document.querySelectorAll('details').forEach(node => { node.open = true; })"
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter(node => node.getBoundingClientRect().right > width + 1)
    .map(node => node.outerHTML.slice(0, 100)).slice(0, 5);
}"""
# One entry per figure with two drawings: which of them are shown.
SHOWN = """() => [...document.querySelectorAll('figure')]
  .map(figure => ['wide', 'narrow'].filter(name => {
    const drawing = figure.querySelector(`.figure__drawing--${name}`);
    return drawing && drawing.getBoundingClientRect().height > 0;
  })).filter(shown => shown.length)"""
# The size in CSS pixels in which each text of a visible drawing appears.
TEXT_SIZES = """() => [...document.querySelectorAll('.figure__drawing svg text')]
  .filter(text => text.getBoundingClientRect().height > 0)
  .map(text => [text.textContent,
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])"""
INKS = """() => [...new Set([...document.querySelectorAll('.figure__drawing svg text')]
  .map(text => getComputedStyle(text).fill))]"""


@pytest.mark.parametrize(
    ("name", "page_name"), [(name, page) for name, pages in PAGES.items() for page in pages]
)
def test_no_page_is_wider_than_its_screen(
    open_page: Callable[..., Page], make_site: Callable[[str], Any], name: str, page_name: str
) -> None:
    page = open_page(make_site(name).url + page_name)
    page.evaluate(OPEN_ALL)
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if found := page.evaluate(TOO_WIDE):
            wide[width] = found
    assert wide == {}


@pytest.mark.parametrize("page_name", ["index.html", "what-recovery-means.html"])
def test_a_drawing_is_the_wide_one_where_it_has_its_whole_width_and_else_the_narrow_one(
    open_page: Callable[..., Page], examples: Any, page_name: str
) -> None:
    page = open_page(examples.url + page_name)
    shown_at = ((320, "narrow"), (480, "narrow"), (768, "narrow"), (820, "wide"), (1280, "wide"))
    for width, drawing in shown_at:
        page.set_viewport_size({"width": width, "height": 800})
        shown = page.evaluate(SHOWN)
        assert shown
        assert all(one == [drawing] for one in shown), (width, shown)


@pytest.mark.parametrize("page_name", ["index.html", "id/when-is-the-window.html"])
def test_words_in_drawings_can_be_read_at_every_width(
    open_page: Callable[..., Page], examples: Any, page_name: str
) -> None:
    page = open_page(examples.url + page_name)
    small = {}
    for width in (320, 360, 390, 480, 600, 700, 760, 799, 800, 900, 1024, 1100, 1200, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        sizes = page.evaluate(TEXT_SIZES)
        assert sizes
        if found := [(text, size) for text, size in sizes if size < 11.99]:
            small[width] = found
    assert small == {}


@pytest.mark.parametrize("width", [360, 390, 760])
def test_a_drawing_is_not_cut_off(
    open_page: Callable[..., Page], examples: Any, width: int
) -> None:
    page = open_page(
        examples.url + "what-recovery-means.html", viewport={"width": width, "height": 800}
    )
    edges = page.evaluate(
        """() => [...document.querySelectorAll('.figure__drawing svg')]
          .map(svg => svg.getBoundingClientRect()).filter(box => box.height)
          .map(box => [box.left, box.right])"""
    )
    assert edges
    assert all(left >= 0 and right <= width for left, right in edges), edges


def test_drawings_follow_light_and_dark(open_page: Callable[..., Page], examples: Any) -> None:
    page = open_page(examples.url + "what-recovery-means.html", color_scheme="light")
    light = set(page.evaluate(INKS))
    page.emulate_media(color_scheme="dark")
    assert light
    assert light.isdisjoint(page.evaluate(INKS))


def test_paper_shows_no_way_to_click_and_says_addresses(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(
        examples.url + "when-is-the-window/clinician.html",
        color_scheme="dark",
        viewport={"width": 794, "height": 1123},
    )
    page.emulate_media(media="print", color_scheme="dark")
    for what in (".switch", ".masthead__nav", ".toc", ".sequence", ".figure__details summary"):
        assert page.locator(what).first.is_hidden(), what
    assert page.locator("h1").is_visible()
    assert page.locator(".references__list").is_visible()
    root = "getComputedStyle(document.documentElement)"
    assert page.evaluate(f"{root}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(TOO_WIDE) == []


# Where two things that are shown lie over each other: the contents and what stands in the page.
OVER_CONTENTS = """() => {
  const list = document.querySelector('.toc').getBoundingClientRect();
  return [...document.querySelectorAll('.body > *, .article-head, .key-points, .article__end > *')]
    .filter(node => {
      const box = node.getBoundingClientRect();
      return box.width && box.left < list.right && box.right > list.left
        && box.top < list.bottom - 1 && box.bottom > list.top + 1;
    })
    .map(node => node.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("width", [1024, 1279, 1280, 1376, 1600])
def test_the_contents_never_lie_over_a_figure(
    open_page: Callable[..., Page], examples: Any, width: int
) -> None:
    """In the margin they reach beside the first paragraphs; what is wide makes room."""
    page = open_page(
        examples.url + "what-recovery-means.html", viewport={"width": width, "height": 800}
    )
    # A figure right behind the key points is the worst case.
    page.evaluate("document.querySelector('.body').prepend(document.querySelector('.figure'))")
    height = page.evaluate("document.documentElement.scrollHeight")
    covered = {}
    for top in range(0, height, 600):
        page.evaluate("top => window.scrollTo({top, behavior: 'instant'})", top)
        if found := page.evaluate(OVER_CONTENTS):
            covered[top] = found
    assert covered == {}


@pytest.mark.parametrize("lang", ["en", "id"])
def test_lines_have_a_length_that_can_be_read(
    open_page: Callable[..., Page], examples: Any, lang: str
) -> None:
    """Between 45 and 80 characters on a desk."""
    folder = "" if lang == "en" else f"{lang}/"
    page = open_page(
        f"{examples.url}{folder}what-recovery-means.html", viewport={"width": 1280, "height": 800}
    )
    lengths = page.evaluate(
        """() => [...document.querySelectorAll('.body > p')].map(node => {
          const lines = node.getBoundingClientRect().height
            / parseFloat(getComputedStyle(node).lineHeight);
          return lines < 3 ? null : node.textContent.length / lines;
        }).filter(length => length)"""
    )
    assert lengths
    assert 45 < max(lengths) < 80
