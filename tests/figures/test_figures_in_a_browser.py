"""Figures in a real browser: measured widths are the page's widths, colours follow the theme."""

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import galley_figures
from galley_figures.style.fonts import FONT_WEIGHTS, Weight, font_file, text_width_px
from galley_figures.style.palette import Theme, css_variables

pytestmark = pytest.mark.browser

FIGURES = [
    name
    for name in galley_figures.__all__
    if galley_figures._HOMES[name].startswith("galley_figures.gallery.")
]


def font_face(weight: Weight) -> str:
    data = base64.b64encode(Path(font_file(weight)).read_bytes()).decode()
    return (
        "@font-face{font-family:'Source Sans';"
        f"font-weight:{FONT_WEIGHTS[weight]};src:url(data:font/ttf;base64,{data})}}"
    )


FACES = font_face("regular") + font_face("semibold")
MEASURE = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const canvas = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {
      text: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize),
      weight: getComputedStyle(text).fontWeight,
      fill: getComputedStyle(text).fill,
      width: text.getComputedTextLength(),
      inside: box.left >= canvas.left - 1 && box.right <= canvas.right + 1
        && box.top >= canvas.top - 1 && box.bottom <= canvas.bottom + 1,
    };
  });
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    yield page
    page.close()


def measure(page: Page, name: str, lang: str, theme: Theme) -> list[dict]:
    figure = getattr(galley_figures, name)(lang=lang)
    variables = ";".join(f"{key}:{value}" for key, value in css_variables(theme).items())
    page.set_content(
        f"<style>{FACES}:root{{{variables}}}</style>{figure.wide_svg}{figure.narrow_svg}"
    )
    page.evaluate("document.fonts.ready")
    page.wait_for_function("document.fonts.check('600 13px \"Source Sans\"')")
    return page.evaluate(MEASURE)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_words_are_as_wide_on_the_page_as_they_were_measured(
    page: Page, name: str, lang: str
) -> None:
    words = measure(page, name, lang, "light")
    assert words
    for word in words:
        weight = "semibold" if word["weight"] == "600" else "regular"
        measured = text_width_px(word["text"], word["size"], weight)
        assert word["width"] == pytest.approx(measured, abs=1.5, rel=0.02), word["text"]
        assert word["inside"], word["text"]


def test_words_take_the_colours_of_the_theme(page: Page) -> None:
    fills = {
        theme: {word["fill"] for word in measure(page, "plasticity_window", "en", theme)}
        for theme in ("light", "dark")
    }
    assert fills["light"].isdisjoint(fills["dark"])
    assert "rgb(228, 226, 220)" in fills["dark"]
