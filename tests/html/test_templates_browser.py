"""The page in a real browser, opened from the disk, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import Markup
from playwright.sync_api import Browser, Page, sync_playwright

from galley.html.assets import inline_stylesheet, site_assets
from galley.html.context import (
    ArticleContext,
    Day,
    EvidenceContext,
    FigureContext,
    HomeContext,
    Link,
    ListingItem,
    PageContext,
    PersonContext,
    RenderedBlock,
    SiteContext,
    TableContext,
    TocEntry,
)
from galley.html.environment import make_environment
from galley.html.words import words_for

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
DAY = Day("2026-08-17", "17 August 2026")


def drawing(name: str, width: int) -> Markup:
    return Markup(
        '<svg role="img" aria-label="{0}" width="{1}" height="200" viewBox="0 0 {1} 200">'
        '<text id="{0}" x="9" y="30" fill="var(--fig-time, #2c5a8c)" '
        "font-family=\"'Source Sans', sans-serif\">{0}, τ</text></svg>"
    ).format(name, width)


def figure(name: str) -> FigureContext:
    return FigureContext(
        f"fig-{name}",
        "1",
        Markup("What to see."),
        description="In words.",
        svg_wide=drawing(f"wide-{name}", 720),
        svg_narrow=drawing(f"narrow-{name}", 350),
        evidence=EvidenceContext("schematic", Markup("Zeiler 2013")),
        table=TableContext(tuple(f"Column {n}" for n in range(9)), ((1.5,) * 9,)),
    )


PROSE = Markup(
    '<h2 id="one">One</h2><p>Practice in the first weeks counts for <em>more</em>, they '
    '<strong>say</strong>. <a href="#one">Up</a></p><aside class="callout callout--warning">'
    '<p class="callout__label">Warning</p><p>Earlier is not better.</p></aside>'
    "<pre><code>a_very_long_line_of_code = 'that goes on and on' + 'beyond any phone'</code></pre>"
)
ARTICLE = ArticleContext(
    title="When does the brain listen?",
    description="The first weeks.",
    category=Link("Recovery", "c.html"),
    authors=(PersonContext("A. Writer", "Sp.N.", "Clinic", orcid="0000-0002-1825-0097"),),
    published=DAY,
    reading_minutes=4,
    key_points=(Markup("Start soon."), Markup("Not too soon.")),
    editions=(Link("Patients", "a.html", is_current=True), Link("Clinicians", "b.html")),
    toc=(TocEntry(2, "One", "one"),),
    blocks=(
        RenderedBlock("prose", PROSE),
        RenderedBlock("figure", figure=figure("window")),
        RenderedBlock("code", Markup("<pre>x = 1</pre>"), label="Python"),
    ),
    tags=(Link("stroke", "t.html"),),
    next=Link("After", "n.html"),
)
MACROS: Any = make_environment().get_template("partials/entry.html.j2").module
LEAD = Markup(str(MACROS.lead_figure(figure("lead"), words_for("en"))))
HOME = HomeContext(
    ListingItem("Lead", "a.html", "First.", Link("Recovery", "c.html"), DAY, 4, LEAD),
    (ListingItem("Other", "b.html", "Second.", published=DAY, thumbnail=drawing("small", 720)),),
    (Link("Recovery", "c.html"),),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an article, a home page and a page that stands alone, as a site has them."""
    folder = tmp_path_factory.mktemp("a site")
    assets = site_assets()
    (folder / "assets").mkdir()
    for address, data in assets.files.items():
        (folder / address).write_bytes(data)
    words = words_for("en")
    around = SiteContext(
        "The Listening Brain",
        "How nervous systems recover.",
        "home.html",
        (Link("Articles", "a.html"), Link("About", "b.html")),
        notice="Drafted by software.",
        licence="CC BY 4.0",
    )
    page = PageContext("en", words, around, "Title", stylesheets=(assets.stylesheet,))
    alone = PageContext("en", words, SiteContext("Site"), "Title", inline_css=inline_stylesheet())
    article = make_environment().get_template("article/index.html.j2")
    home = make_environment().get_template("site/home.html.j2")
    pages = {
        "article": article.render(page=page, article=ARTICLE),
        "alone": article.render(page=alone, article=ARTICLE),
        "home": home.render(page=page, home=HOME),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, site: Path, name: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.goto((site / f"{name}.html").as_uri())
    return page


@pytest.mark.parametrize("name", ["article", "alone", "home"])
def test_the_policy_lets_the_page_load_its_own_style_and_faces_from_the_disk(
    browser: Browser, site: Path, name: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site / f"{name}.html").as_uri())
    assert messages == []
    assert all(url.startswith((site.as_uri(), "data:")) for url in requests)
    assert page.evaluate("document.fonts.check('600 20px \"Source Serif\"', 'a')")
    assert page.evaluate("document.fonts.check('16px \"Source Sans\"', 'aτ')")
    colour = "getComputedStyle(document.querySelector('html')).backgroundColor"
    assert page.evaluate(colour) == "rgb(251, 248, 241)"


@pytest.mark.parametrize("name", ["article", "home"])
def test_no_page_is_wider_than_its_screen(browser: Browser, site: Path, name: str) -> None:
    page = opened(browser, site, name)
    wider = []
    for width in (320, 390, 481, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wider.append(width)
    assert wider == []


@pytest.mark.parametrize(
    ("width", "shown", "hidden"), [(799, "narrow", "wide"), (800, "wide", "narrow")]
)
def test_the_wide_drawing_waits_until_it_has_its_whole_width(
    browser: Browser, site: Path, width: int, shown: str, hidden: str
) -> None:
    page = opened(browser, site, "article", viewport={"width": width, "height": 800})
    assert page.locator(f"#{shown}-window").is_visible()
    assert page.locator(f"#{hidden}-window").is_hidden()


@pytest.mark.parametrize(
    ("scheme", "fill"), [("light", "rgb(44, 90, 140)"), ("dark", "rgb(141, 183, 230)")]
)
def test_a_drawing_follows_light_and_dark(
    browser: Browser, site: Path, scheme: str, fill: str
) -> None:
    page = opened(browser, site, "article", color_scheme=scheme)
    assert page.evaluate("getComputedStyle(document.querySelector('svg text')).fill") == fill


def test_paper_is_white_even_where_the_screen_is_dark(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "article", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    style = "getComputedStyle(document.documentElement)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{style}.color") == "rgb(0, 0, 0)"


def test_data_and_description_open_by_key_without_a_script(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "article", java_script_enabled=False)
    assert page.get_by_text("In words.").is_hidden()
    page.get_by_text("Data and description").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("In words.").is_visible()


def test_the_first_key_leads_to_the_content(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "article")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    assert page.locator(".skip-link").bounding_box()["y"] >= 0  # type: ignore[index]


@pytest.mark.parametrize("name", ["article", "home"])
def test_what_a_finger_must_hit_is_large_enough(browser: Browser, site: Path, name: str) -> None:
    page = opened(browser, site, name, viewport={"width": 390, "height": 800})
    targets = ".masthead__nav a, .switch a, .shelf__side a, summary"
    heights = page.eval_on_selector_all(
        targets, "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 42


@pytest.mark.parametrize("name", ["article", "home"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Path, name: str, scheme: str) -> None:
    page = opened(browser, site, name, color_scheme=scheme, bypass_csp=True)
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.evaluate("node => node.parentElement.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
