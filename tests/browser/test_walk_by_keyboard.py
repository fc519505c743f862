"""A reader goes through a whole article by the Tab key: order, names, and a focus that is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WHERE = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  const places = {
    skip: ".skip-link", theme: ".theme", masthead: ".masthead", switches: ".switch",
    head: ".article-head", contents: ".toc", term: ".term", citation: ".cite",
    details: ".figure__details", choices: ".choices", body: ".body", end: ".article__end",
    colophon: ".colophon",
  };
  const place = Object.keys(places).find(name => node.closest(places[name])) || "";
  const outlined = [node, node.previousElementSibling].filter(Boolean)
    .some(each => getComputedStyle(each).outlineStyle !== "none");
  const label = node.labels && node.labels.length ? node.labels[0].textContent : "";
  const name = node.getAttribute("aria-label") || node.textContent.trim() || label.trim();
  return { place, name, seen: outlined || node.matches(".skip-link"), tag: node.localName };
}"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_tab_key_leads_through_an_article_in_the_order_of_reading(
    open_page: Callable[..., Page], examples: Any, *, script: bool
) -> None:
    page = open_page(
        examples.url + "when-is-the-window.html",
        java_script_enabled=script,
        viewport={"width": 1440, "height": 900},
    )
    stops = walk(page)
    unseen = [stop for stop in stops if not stop["seen"]]
    nameless = [stop for stop in stops if not stop["name"]]
    assert (unseen, nameless) == ([], [])
    firsts = list(dict.fromkeys(stop["place"] for stop in stops))
    expected = ["skip", "masthead", "theme", "head", "switches", "term", "contents", "citation"]
    expected = [place for place in expected if script or place != "theme"]
    assert [place for place in firsts if place in expected] == expected
    assert {"details", "choices", "end", "colophon"} <= set(firsts)
    assert stops[-1]["place"] == "colophon"


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the page has no more to offer; return each stop."""
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop is None or (len(stops) > 1 and stop["place"] == "skip"):
            return stops
        stops.append(stop)
    return stops


def test_switches_and_words_have_names_and_states_for_a_screen_reader(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "id/what-recovery-means.html")
    masthead = page.get_by_role("banner").aria_snapshot()
    for line in (
        'group "Warna"',
        'button "Terang"',
        'button "Gelap"',
        'button "Otomatis" [pressed]',
    ):
        assert line in masthead
    words = page.locator(".body p").filter(has=page.locator(".term")).first.aria_snapshot()
    assert 'button "' in words
    # What lies under the button is not read a second time.
    assert "link" not in words.replace('button "', "").split("paragraph")[0]
