"""Searching as a reader does: by key, in two languages, offline, from a disk, without scripts."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import nbformat.v4 as nb
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat import write
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

STATUS, RESULTS = ".search__status", ".search__results > li"


@pytest.fixture
def said(open_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Return `open_page`; whatever a page complains of, as of a breach of the policy, fails."""
    said: list[str] = []

    def open_listening(url: str, **options: Any) -> Page:
        page = open_page("about:blank", **options)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(url)
        return page

    yield open_listening
    assert said == []


@pytest.fixture(scope="module")
def many(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """Yield the address of a site with more articles than one list of results shows."""
    content = tmp_path_factory.mktemp("many") / "content"
    content.mkdir()
    (content / "site.toml").write_text('title = "Many"\ncategories = ["Sleep", "Walking"]\n')
    for number in range(1, 25):
        fields = {
            "title": f"Rest {number}" if number > 1 else "Rest & sleep < 6 h",
            "description": "Less than one night: < 6 h.",
            "date": f"2026-05-{number:02}",
            "disclosures": "none",
            "category": "Sleep" if number % 2 else "Walking",
        }
        front = "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields.items())
        text = f"---\n{front}\n---\n\nWhoever rests {number} hours & more, rests `<well>`."
        cells = [nb.new_markdown_cell(text, id="c1")]
        write(nb.new_notebook(cells=cells), content / f"rest-{number}.ipynb")
    site = content.parent / "served" / "many"
    command = [sys.executable, "-m", "galley", "build", str(content), "--output", str(site)]
    subprocess.run([*command, "--today", "2026-06-01"], check=True, capture_output=True)
    with serve(site) as url:
        yield url


def marked(page: Page) -> set[str]:
    return {text.strip(".,?").lower() for text in page.locator("mark").all_inner_texts()}


def test_a_reader_searches_by_key_alone(said: Callable[..., Page], examples: Any) -> None:
    page = said(examples.url + "index.html")
    link = page.get_by_role("link", name="Search", exact=True)
    while not link.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html")
    assert page.evaluate("document.activeElement.id") == "search-query"
    page.keyboard.type("recovering")
    expect(page.locator(STATUS)).to_contain_text("results for “recovering”")
    count = int(page.locator(STATUS).inner_text().split()[0])
    assert page.locator(RESULTS).count() == min(count, 10)
    assert "recovery" in marked(page)
    page.keyboard.press("ArrowDown")
    first = page.locator(RESULTS).locator("a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-query")).to_be_focused()
    # The button, then the results.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    title = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.go_back()
    expect(page.locator(RESULTS).first).to_contain_text(title)
    assert page.locator("#search-query").input_value() == "recovering"


def test_indonesian_words_are_found_in_every_form(said: Callable[..., Page], examples: Any) -> None:
    page = said(examples.url + "id/search.html#q=pulih")
    expect(page.locator(STATUS)).to_contain_text("hasil untuk “pulih”")
    assert page.locator(RESULTS).count() > 1
    assert all("/id/" in a.evaluate("a => a.href") for a in page.locator(f"{RESULTS} a").all())
    page.locator("#search-query").fill("memulihkan")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("“memulihkan”")
    assert marked(page) & {"pemulihan", "pulih", "dipulihkan"}
    # The other language is one touch away, with the same words.
    page.get_by_role("link", name="Search in English").click()
    page.wait_for_url("**/blog/search.html#q=memulihkan")
    expect(page.locator(STATUS)).to_have_text(
        "Nothing found for “memulihkan”. Try another word, or fewer words."
    )


def test_an_edition_is_marked_and_stands_below_the_first(
    said: Callable[..., Page], examples: Any
) -> None:
    page = said(examples.url + "search.html#q=when is the window for recovery")
    entries = page.locator(RESULTS)
    expect(entries.filter(has_text="Written for: Clinicians").first).to_be_visible()
    ways = [a.get_attribute("href").rsplit("/blog/")[-1] for a in entries.locator("a").all()]
    assert ways.index("when-is-the-window.html") < ways.index("when-is-the-window/clinician.html")


def test_the_query_goes_nowhere_and_a_first_search_is_light(
    said: Callable[..., Page], examples: Any
) -> None:
    page = said(examples.url + "search.html")
    # The first page of a visit asks for its faces late; they are not part of a search.
    page.locator(":root:not([data-faces])").wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#search-query").fill("stroke")
    expect(page.locator(STATUS)).to_contain_text("for “stroke”")
    assert asked
    assert all(url.startswith(f"{examples.url}search/") for url in asked)
    assert not [url for url in asked if "stroke" in url]
    assert page.url.endswith("search.html#q=stroke")
    paths = [examples.folder / examples.page_of(url) for url in asked]
    # The script travels compressed; all else is compressed already.
    weights = [
        len(gzip.compress(path.read_bytes())) if path.suffix == ".js" else path.stat().st_size
        for path in paths
    ]
    assert sum(weights) < 220_000
    page.reload()
    expect(page.locator(STATUS)).to_contain_text("for “stroke”")


def test_a_long_list_is_shown_in_parts_and_narrowed_to_a_topic(
    said: Callable[..., Page], many: str
) -> None:
    page = said(many + "search.html")
    page.keyboard.type("rest")
    expect(page.locator(STATUS)).to_have_text("24 results for “rest”")
    more = page.get_by_role("button", name="Show more results")
    assert page.locator(RESULTS).count() == 10
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS)).to_have_count(20)
    expect(page.locator(RESULTS).nth(10).locator("a")).to_be_focused()
    more.click()
    expect(page.locator(RESULTS)).to_have_count(24)
    expect(more).to_be_hidden()
    page.get_by_label("Topic").select_option("Walking")
    expect(page.locator(STATUS)).to_have_text("12 results for “rest”")
    assert set(page.locator(".entry__category").all_inner_texts()) == {"Walking"}
    # What looks like HTML is text.
    page.get_by_label("Topic").select_option("All topics")
    page.locator("#search-query").fill("sleep night")
    expect(page.locator(RESULTS).first.locator("h2")).to_have_text("Rest & sleep < 6 h")
    expect(page.locator(".entry__standfirst").first).to_have_text("Less than one night: < 6 h.")
    page.locator("#search-query").fill("hours")
    excerpt = page.locator(".search__excerpt").first
    expect(excerpt).to_contain_text("hours & more, rests <well>.")
    page.locator("#search-query").fill("")
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("")


def test_offline_it_says_so_and_goes_on_when_the_network_is_back(
    open_page: Callable[..., Page], many: str
) -> None:
    page = open_page(many + "search.html")
    page.context.set_offline(True)
    page.keyboard.type("rest")
    expect(page.locator(STATUS)).to_have_text(
        "The search could not be loaded. Please check your connection and try again."
    )
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("24 results for “rest”")
    # What is loaded needs no network.
    page.context.set_offline(True)
    page.locator("#search-query").fill("hours")
    expect(page.locator(STATUS)).to_have_text("24 results for “hours”")


@pytest.mark.parametrize("way", ["disk", "disk-without-scripts", "http-without-scripts"])
def test_where_it_cannot_search_it_says_so_and_leads_on(
    said: Callable[..., Page], examples: Any, way: str
) -> None:
    start = examples.folder.as_uri() + "/" if way.startswith("disk") else examples.url
    page = said(start + "search.html", java_script_enabled=not way.endswith("scripts"))
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("main")).to_contain_text(
        "The search works on the published site, in a browser that runs scripts."
    )
    page.locator("main").get_by_role("link", name="Index A–Z").click()
    page.wait_for_url("**/a-z.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, examples: Any, many: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for url in (f"{examples.url}search.html", f"{many}search.html#q=rest"):
        page.goto(url)
        if "#" in url:
            expect(page.locator(RESULTS)).to_have_count(10)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off_and_fingers_hit(
    open_page: Callable[..., Page], many: str, width: int
) -> None:
    page = open_page(many + "search.html#q=rest", viewport={"width": width, "height": 800})
    expect(page.locator(RESULTS)).to_have_count(10)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    controls = ".search button, .search input, .search select, .search-instead a"
    heights = page.eval_on_selector_all(
        controls, "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    )
    assert len(heights) == 5
    assert min(heights) >= 44
