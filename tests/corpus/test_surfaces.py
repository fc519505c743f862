"""What a hostile folder can say beyond its pages: feeds, site map, data, downloads, the search."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.corpus.case import read_area
from tests.corpus.folders import write_to_build
from tests.corpus.touching import MARKER, open_browser
from tests.hostile.builds import Run, build, environment
from tests.hostile.page_scan import Page as ReadPage
from tests.hostile.page_scan import active_content, read_page, requests_elsewhere

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://blog.example/"
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return the site whose every word is an attack."""
    return built("hostile/data", tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return the site of hostile drawings."""
    return built("hostile/drawings", tmp_path_factory.mktemp("drawings"))


def built(name: str, folder: Path) -> Run:
    area = read_area(name)
    write_to_build(area, folder)
    return build(folder, "blog", *area.arguments)


def texts(built: Run, pattern: str) -> Iterator[str]:
    paths = sorted(built.site.rglob(pattern))
    assert paths
    yield from (path.read_text(encoding="utf-8-sig") for path in paths)


# ------------------------------------------------------------------ what machines read


def test_the_feed_runs_nothing_and_leads_into_the_site(said: Run) -> None:
    feed = ET.parse(said.site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")

    assert len(entries) > 5
    for entry in entries:
        content = ReadPage(entry.findtext(f"{ATOM}content") or "")
        assert active_content(content) == []
        assert requests_elsewhere(content) == []
    assert all(link.get("href", "").startswith(HOME) for link in feed.iter(f"{ATOM}link"))


def test_the_json_feed_holds_the_same_and_no_more(said: Run) -> None:
    feed = json.loads((said.site / "feed.json").read_text(encoding="utf-8"))

    assert len(feed["items"]) > 5
    for item in feed["items"]:
        assert active_content(ReadPage(item["content_html"])) == []
        assert item["url"].startswith(HOME)


def test_the_site_map_names_pages_of_the_site_alone(said: Run) -> None:
    every = ET.parse(said.site / "sitemap.xml").iter()
    places = [place.text or "" for place in every if place.tag.endswith("loc")]

    assert len(places) > 20
    assert all(place.startswith(HOME) for place in places)
    assert not any("climbed" in place or "up/.." in place for place in places)


def test_data_for_search_engines_is_whole_on_every_page(said: Run) -> None:
    found = [data for text in texts(said, "*.html") for data in LINKED_DATA.findall(text)]

    assert len(found) > 20
    for data in found:
        json.loads(data)
        assert not set(data) & {"<", "\u2028", "\u2029"}


def test_no_line_of_the_hosts_files_is_an_authors(said: Run) -> None:
    assert "evil.example" not in "".join(texts(said, "_*"))


def test_references_to_take_away_say_one_work_each_and_lead_to_the_web(said: Run) -> None:
    assert all(text.count("\nER  - ") == text.count("TY  - ") == 1 for text in texts(said, "*.ris")
               if "lines2020" not in text)  # fmt: skip
    for text in (*texts(said, "*.ris"), *texts(said, "*.bib"), *texts(said, "*.json")):
        assert not re.search(r'(?:UR  - |url = \{|"URL": ")\s*javascript', text)
        assert not re.search(r"\\(?:input|write|verbatiminput)\b", text)


def test_a_title_of_two_lines_is_one_field_of_one_work(said: Run) -> None:
    (text,) = [text for text in texts(said, "*.ris") if "lines2020" in text]

    assert [line[:2] for line in text.split("\n") if line] == [
        *("TY", "ID", "AU", "PY", "DA", "TI", "T2", "ER")
    ]


def test_a_table_to_take_away_holds_no_formula(drawn: Run) -> None:
    for text in texts(drawn, "*.csv"):
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))]


# ------------------------------------------------------------------ under the policy


@pytest.fixture
def served(chromium: Browser, said: Run) -> Iterator[Callable[[str], Page]]:
    """Return what opens a page over HTTP, its policy in force; a complaint of the browser fails."""
    context, complaints = chromium.new_context(), []

    def answer(route: Route) -> None:
        path = said.site / unquote(urlsplit(route.request.url).path).lstrip("/")
        if path.is_file() and route.request.url.startswith(HOME):
            route.fulfill(path=path)
        else:
            route.abort()

    def open_page(name: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(HOME + name)
        return page

    context.route("**/*", answer)
    yield open_page
    context.close()
    assert complaints == []


def test_a_reader_who_searches_is_shown_words(served: Callable[[str], Page]) -> None:
    page = served("search.html")
    page.keyboard.type("report")
    results = page.locator(".search__results > li")
    expect(results.first).to_be_visible()
    assert "A report fdp.exe" in " ".join(results.all_inner_texts())

    page.fill("#search-query", f'"><img src=x onerror="{MARKER}"> script')
    expect(page.locator(".search__status")).to_contain_text('"><img src=x')
    expect(results.first).to_be_visible()

    assert page.locator(".search__results :is(img, script)").count() == 0
    assert page.evaluate("() => window.galley_marker") is None


def test_a_citation_that_opens_in_place_is_words(served: Callable[[str], Page]) -> None:
    page = served("cites-html.html")
    page.locator(".cite__open").first.press("Enter")
    note = page.locator(".preview:popover-open")

    expect(note).to_contain_text(f"<script>{MARKER}</script>")
    assert note.locator("script, img, iframe").count() == 0


def test_no_page_breaks_its_own_policy(chromium: Browser, drawn: Run) -> None:
    assert breaches(chromium, drawn.site) == []


def test_a_breach_of_the_policy_would_be_seen(chromium: Browser, tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "a.html").write_text(f'{policy}<p style="color: red">a</p>', encoding="utf-8")

    assert len(breaches(chromium, tmp_path)) == 1


def breaches(browser: Browser, site: Path) -> list[str]:
    page, told = browser.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    for path in sorted(site.rglob("*.html")):
        # Its addresses begin at the root of a server.
        if path.name != "404.html":
            page.goto(path.as_uri())
    page.close()
    return [text for text in told if "Content Security Policy" in text]


# ------------------------------------------------------------------ other ways to a page


def test_the_exporter_alone_is_as_safe_as_the_site(tmp_path: Path) -> None:
    content = read_area("hostile/html").folder
    names = ("script.ipynb", "open-tag-takes-code.ipynb", "cover-style.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "article", "--output-dir", str(tmp_path)]
    subprocess.run(
        [*command, *names],
        cwd=content,
        capture_output=True,
        env=environment(),
        timeout=120,
        check=True,
    )

    for name in names:
        page = read_page(tmp_path / name.replace(".ipynb", ".html"))
        assert [item for item in active_content(page) if item != "<style>"] == []
        assert requests_elsewhere(page) == []


def test_a_site_toml_that_names_files_outside_is_refused(tmp_path: Path) -> None:
    content: Any = tmp_path / "blog"
    content.mkdir()
    content.joinpath("site.toml").write_text('logo = "../secret.png"\n', encoding="utf-8")

    run = build(tmp_path)

    assert run.code == 1
    assert "blog/site.toml:1: 'logo' is '../secret.png'" in run.err
    assert not run.site.exists()
