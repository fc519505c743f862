"""What readers see with browsers of before 2023, of before layers, and with no style sheet at all.

Chromium cannot forget what it knows, so each test takes that away from the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import tinycss2
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


def without_layers(css: str) -> str:
    """Return what a browser of 2021 makes of the style sheet."""
    kept = [
        node
        for node in tinycss2.parse_stylesheet(css)
        if node.type != "at-rule" or node.lower_at_keyword != "layer"
    ]
    return answered(tinycss2.serialize(kept), "text-emphasis")


def without_maths(css: str) -> str:
    """Return what a Chromium of 2022 makes of it."""
    return answered(css, "display:math")


def answered(css: str, question: str) -> str:
    """Return the sheet as if the browser had answered a question with no."""
    return re.sub(
        rf"@supports \(not \({question}[^{{]*\{{", "@supports (display:block){", css, count=1
    )


@contextmanager
def seen(browser: Browser, url: str, change: Callable[[str], str] | None) -> Iterator[Page]:
    """Open a page on a phone in the dark, without script, its style sheets changed or missing."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", java_script_enabled=False
    )

    def answer(route: Route) -> None:
        if change is None:
            route.abort()
        else:
            css = change(route.fetch().text())
            route.fulfill(body=css, content_type="text/css")

    page = context.new_page()
    page.route("**/*.css", answer)
    page.goto(url)
    yield page
    context.close()


@pytest.fixture(scope="module")
def plain(browser: Browser, examples: Any) -> Iterator[Page]:
    """Return an article with a figure in states, as a browser of 2021 shows it."""
    with seen(browser, examples.url + "when-is-the-window.html", without_layers) as page:
        yield page


def test_without_layers_it_is_one_column_of_dark_ink_on_white(plain: Page) -> None:
    style = "part => getComputedStyle(part)"
    assert plain.locator("html").evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert plain.locator(".body > p").first.evaluate(f"{style}.color") == "rgb(0, 0, 0)"
    assert plain.evaluate("document.documentElement.scrollWidth") <= 390
    size = plain.locator(".body > p").first.evaluate(f"{style}.fontSize")
    assert float(size.removesuffix("px")) >= 16


def test_without_layers_each_drawing_is_there_once_and_in_ink(plain: Page) -> None:
    drawings = plain.locator(".figure__drawing")
    visible = [each for each in drawings.all() if each.is_visible()]
    assert 0 < len(visible) < drawings.count()
    assert all("narrow" in (each.get_attribute("class") or "") for each in visible)
    fill = visible[0].locator("text").first.evaluate("part => getComputedStyle(part).fill")
    assert max(map(int, re.findall(r"\d+", fill))) < 140


def test_without_layers_nothing_stands_there_that_does_nothing(plain: Page) -> None:
    for part in (".preview", ".choices", ".theme", ".paper-only"):
        for each in plain.locator(part).all():
            assert not each.is_visible(), part


def test_without_any_style_the_words_are_in_order(browser: Browser, examples: Any) -> None:
    with seen(browser, examples.url + "when-is-the-window.html", None) as page:
        text = page.locator("body").inner_text()
    places = [
        text.index(words)
        for words in (
            "Skip to content",
            "Galley examples",
            "Have I missed the window",
            "When training seems to help most",
            "By Galley example",
            "Most recovery of lost abilities",
            "Probably not.",
            "Figure 1",
            "Drawing, not measured data.",
            "What we do not know",
            "https://doi.org/10.",
            "About this article",
        )
    ]
    assert places == sorted(places)


def test_a_fraction_is_no_number_where_formulas_are_not_drawn(
    browser: Browser, everything: Any
) -> None:
    with seen(browser, everything.url + "everything.html", without_maths) as page:
        above, below = page.locator("mfrac").first.locator("> *").all()
        upper, lower = above.bounding_box(), below.bounding_box()
        assert upper
        assert lower
        assert lower["y"] >= upper["y"] + upper["height"] - 2
        line = above.evaluate("part => getComputedStyle(part).borderBottomStyle")
        assert line == "solid"
        power, base = (
            page.locator("msup").first.locator(f":nth-child({place})").first.bounding_box()
            for place in (2, 1)
        )
        assert power
        assert base
        assert power["y"] < base["y"] + base["height"] / 2


def test_each_colour_of_a_drawing_has_one_for_browsers_without_variables(
    examples: Any, everything: Any
) -> None:
    for site in (examples, everything):
        for name in site.pages():
            for variable in re.findall(r"<svg\b.*?</svg>", site.text(name), re.DOTALL):
                found = re.findall(r"var\(--[\w-]+(.)", variable)
                assert set(found) <= {","}, name
