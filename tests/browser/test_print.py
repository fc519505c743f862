"""On paper: a clean document, with what belongs together on one page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONGER_TABLE = """() => {
    const rows = document.querySelector("table tbody");
    const again = Array.from({length: 40}, () => rows.rows[0].cloneNode(true));
    rows.append(...again);
}"""


class Paper:
    """An article as it is printed, from a browser in the dark."""

    def __init__(self, browser: Browser, url: str, size: str, script: str = "0") -> None:
        page = browser.new_page(color_scheme="dark")
        page.goto(url)
        page.locator(":root:not([data-faces])").wait_for(state="attached")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.evaluate(script)
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(format=size, print_background=True)))
        page.close()
        self.pages = [" ".join(sheet.extract_text().split()) for sheet in reader.pages]

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    def page_with(self, words: str) -> int:
        """Return the number of the only page with these words, from 0."""
        (number,) = [n for n, text in enumerate(self.pages) if words in text]
        return number


@pytest.fixture(scope="module")
def print_page(browser: Browser) -> Callable[[str, str], Paper]:
    known: dict[tuple[str, str], Paper] = {}

    def print_page(url: str, size: str) -> Paper:
        if (url, size) not in known:
            known[url, size] = Paper(browser, url, size)
        return known[url, size]

    return print_page


@pytest.fixture(params=["A4", "Letter"])
def window(
    request: pytest.FixtureRequest, print_page: Callable[[str, str], Paper], examples: Any
) -> Paper:
    """Return the article with a figure in several states and a long table of data."""
    return print_page(examples.url + "when-is-the-window.html", request.param)


def test_the_first_page_says_what_it_is_by_whom_from_when_and_where(window: Paper) -> None:
    first = window.pages[0]
    for words in (
        "Have I missed the window",
        "By Galley example",
        "21 November 2026",
        "https://example.org/when-is-the-window.html",
        "Key points",
    ):
        assert words in first


def test_each_page_has_its_number(window: Paper) -> None:
    count = len(window.pages)
    assert [f"{n} / {count}" in text for n, text in enumerate(window.pages, 1)] == [True] * count


def test_nothing_is_printed_that_only_a_finger_can_use(window: Paper) -> None:
    for words in (
        "Skip to", "On this page", "Close", "In the list of references", "Read this article in",
        "Data and description", "Download", "Day 1", "Bahasa Indonesia", "Related",
    ):  # fmt: skip
        assert words not in window.text, words


def test_only_the_chosen_state_of_a_figure_is_printed(window: Paper) -> None:
    assert window.text.count("Training starts after: 30 days") == 2  # the drawing and its data
    assert set(re.findall(r"Training starts after: (\d+) days", window.text)) == {"30"}


def test_a_caption_its_drawing_and_its_evidence_share_a_page(window: Paper) -> None:
    for caption, drawn, evidence in (
        ("Figure 1 Training seems to change", "Early subacute", "Drawing, not measured data."),
        ("Figure 2 Very early, high-dose", "Dying within 14 days", "Measured data. From Bernhardt"),
    ):
        page = window.page_with(caption)
        assert drawn in window.pages[page]
        assert evidence in window.pages[page]


def test_no_heading_ends_a_page(window: Paper) -> None:
    for heading in ("What the window is", "Why the first day is different", "What we do not know"):
        text = window.pages[window.page_with(heading)]
        assert len(text.split(heading)[1]) > 150


def test_a_table_over_several_pages_repeats_its_heads(browser: Browser, everything: Any) -> None:
    paper = Paper(browser, everything.url + "everything.html", "A4", script=LONGER_TABLE)
    heads = "Outcome at twelve months"
    with_rows = [text for text in paper.pages if "usual care" in text]
    assert len(with_rows) > 1
    for text in with_rows:
        # No row without its heads, and no heads without a row.
        assert heads in text
        assert "usual care" in text.split(heads)[1]


def test_ink_is_black_on_white_whatever_the_screen_was(
    open_page: Callable[..., Page], examples: Any
) -> None:
    page = open_page(examples.url + "when-is-the-window.html", color_scheme="dark")
    colours = """() => ["html", ".body p", ".figure__drawing--wide text"].flatMap(part => {
        const style = getComputedStyle(document.querySelector(part));
        return [style.backgroundColor, style.color, style.fill];
    })"""
    on_screen = page.evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark")
    paper, ink, _, _, text, _, _, _, drawn = page.evaluate(colours)
    assert paper == "rgb(255, 255, 255)"
    assert (ink, text) == ("rgb(0, 0, 0)", "rgb(0, 0, 0)")
    assert drawn != on_screen[-1]
    assert max(map(int, re.findall(r"\d+", drawn))) < 120


def test_addresses_are_written_once(
    print_page: Callable[[str, str], Paper], everything: Any
) -> None:
    text = print_page(everything.url + "pictures.html", "A4").text
    bare = re.sub(r"\s", "", text)
    assert bare.count("https://example.org/outside") == 1
    assert "(https://example.org/elsewhere)" in bare


def test_what_is_folded_on_a_screen_is_open_on_paper(
    print_page: Callable[[str, str], Paper], everything: Any
) -> None:
    assert "Hidden at first." in print_page(everything.url + "everything.html", "A4").text
