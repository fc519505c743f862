"""Formulas in a real browser: what stretches, what stands close, what scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Page, sync_playwright

from galley.html.assets import inline_stylesheet, maths_assets, site_assets
from galley.html.context import ArticleContext, PageContext, RenderedBlock, SiteContext
from galley.html.environment import make_environment
from galley.html.pandoc import Pandoc
from galley.html.pandoc_types import PandocRequest
from galley.html.words import words_for

pytestmark = pytest.mark.browser

FORMULAS = {
    "cases": r"w = \begin{cases} A_+ & \text{if } t > 0 \\ A_- & \text{if } t < 0 \end{cases}",
    "script": r"\tau_+",
    "long": "=".join(r"\frac{a+b+c+d}{e+f+g+h}" for _ in range(9)),
    "bold": r"\mathbf{W}",
}


@pytest.fixture(scope="module")
def prose() -> Markup:
    with Pandoc() as pandoc:
        formulas = tuple((tex, True) for tex in FORMULAS.values())
        result = pandoc.convert(PandocRequest((), formulas, "", "en", "author-year"))
    number = '<span class="equation__number">(1)</span>'
    html = "".join(
        f'<div class="equation" id="{name}">{formula}{number}</div>'
        for name, formula in zip(FORMULAS, result.formulas, strict=True)
    )
    return Markup(html)


def _print(folder: Path, prose: Markup, **page: object) -> Path:
    context = PageContext("en", words_for("en"), SiteContext("Site"), "Title", **page)  # type: ignore[arg-type]
    article = ArticleContext("Title", blocks=(RenderedBlock("prose", prose),))
    template = make_environment().get_template("article/index.html.j2")
    path = folder / "page.html"
    path.write_text(template.render(page=context, article=article), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, prose: Markup) -> Path:
    """Return a folder with a page of formulas and all it loads."""
    folder = tmp_path_factory.mktemp("maths")
    for assets in (site_assets(), maths_assets()):
        for address, data in assets.files.items():
            (folder / address).parent.mkdir(exist_ok=True)
            (folder / address).write_bytes(data)
    _print(folder, prose, stylesheets=(site_assets().stylesheet,))
    return folder


@pytest.fixture(scope="module")
def phone() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser.new_page(viewport={"width": 390, "height": 844})
        browser.close()


@pytest.fixture(scope="module")
def page(phone: Page, folder: Path) -> Page:
    phone.goto((folder / "page.html").as_uri())
    phone.evaluate("document.fonts.ready")
    return phone


def _size(page: Page, selector: str, side: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return float(box[side])  # type: ignore[literal-required]


def test_a_brace_is_as_high_as_its_rows(page: Page) -> None:
    rows = _size(page, "#cases mtable", "height")
    assert _size(page, "#cases mo[form=prefix]", "height") >= 0.9 * rows


def test_an_operator_in_a_script_stands_close_to_its_letter(page: Page) -> None:
    letter, sign = page.locator("#script mi"), page.locator("#script mo")
    gap = (sign.bounding_box() or {})["x"] - sum(
        (letter.bounding_box() or {})[side] for side in ("x", "width")
    )
    assert gap < 1.5


def test_a_long_formula_scrolls_in_its_own_box_and_keeps_its_number_in_sight(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    formula = page.locator("#long math")
    assert formula.evaluate("math => math.scrollWidth > math.clientWidth")
    number = page.locator("#long .equation__number").bounding_box()
    assert number is not None
    assert number["x"] + number["width"] <= 390


def test_the_browser_loads_the_alphabets_it_prints_and_no_others(page: Page) -> None:
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.family.includes('Maths') && f.status == 'loaded')"
        ".map(f => f.unicodeRange.split(',')[0].trim())"
    )
    assert [part.upper()[:7] for part in loaded] == ["U+20-21", "U+1D400"]


def test_a_page_that_stands_alone_sets_formulas_the_same(
    page: Page, tmp_path: Path, prose: Markup
) -> None:
    height = _size(page, "#cases mo[form=prefix]", "height")
    alone = _print(tmp_path, prose, inline_css=inline_stylesheet(prose))
    browser = page.context.browser
    assert browser is not None
    other = browser.new_page(viewport={"width": 390, "height": 844})
    errors: list[str] = []
    other.on("console", lambda message: errors.append(message.text))
    other.goto(alone.as_uri())
    other.evaluate("document.fonts.ready")
    assert _size(other, "#cases mo[form=prefix]", "height") == height
    assert errors == []
    other.close()
