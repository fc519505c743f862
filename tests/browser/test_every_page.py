"""Every page of every site opens, asks no other host for anything, and every link leads on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WAYS = {
    "http": {},
    "http-without-scripts": {"java_script_enabled": False},
    "disk-without-scripts": {"java_script_enabled": False},
}
LOOK = """async () => {
  await document.fonts.ready;
  const pictures = [...document.images];
  pictures.forEach(picture => { picture.loading = 'eager'; });
  const broken = await Promise.allSettled(pictures.map(picture => picture.decode()));
  const attribute = name => [...document.querySelectorAll(`[${name}]`)];
  return {
    links: attribute('href').filter(node => node.namespaceURI.endsWith('xhtml')).map(
      node => [node.localName, node.href]),
    ids: attribute('id').map(node => node.id),
    named: [...attribute('aria-labelledby'), ...attribute('aria-describedby')].flatMap(
      node => (node.getAttribute('aria-labelledby') || node.getAttribute('aria-describedby'))
        .split(' ')),
    pointed: [...document.querySelectorAll('svg use')].map(node => node.getAttribute('href')),
    scripts: [...document.scripts].filter(node => !node.type).map(node => node.src || 'inline'),
    styles: document.querySelectorAll('[style]').length,
    broken: broken.filter(result => result.status === 'rejected').length,
    text: getComputedStyle(document.body).fontFamily,
  };
}"""


@dataclass
class Visit:
    """What a browser saw of a page."""

    status: int = 0
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    seen: Mapping[str, Any] = field(default_factory=dict)

    def links(self, *tags: str) -> tuple[str, ...]:
        return tuple(url for tag, url in self.seen["links"] if tag in tags)


class Reader:
    """A browser's page that goes from address to address and keeps what happens."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.visit = Visit()
        page.on("console", lambda message: self.visit.problems.append(message.text))
        page.on("pageerror", lambda error: self.visit.problems.append(str(error)))
        page.on("requestfailed", lambda request: self.visit.problems.append(request.url))
        page.on("request", lambda request: self.visit.requests.append(request.url))
        page.on("response", self.note)

    def note(self, response: Any) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.visit.problems.append(f"{response.status} {response.url}")

    def go(self, url: str) -> Visit:
        self.visit = Visit()
        response = self.page.goto(url)
        self.visit.status = response.status if response else 0
        self.visit.seen = self.page.evaluate(LOOK)
        return self.visit


@pytest.fixture(scope="module", params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def visits(browser: Browser, site: Any, way: str) -> dict[str, Visit]:
    """Follow every link from the home page; return the visit of each page."""
    start = site.folder.as_uri() + "/" if way.startswith("disk") else site.url
    context = browser.new_context(**WAYS[way])
    reader = Reader(context.new_page())
    found: dict[str, Visit] = {}
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in found:
            continue
        found[page] = reader.go(start + page)
        linked = (site.page_of(url) for url in found[page].links("a"))
        waiting += [other for other in linked if other.endswith(".html")]
    context.close()
    return found


def worst(visits: Mapping[str, Visit], look: Callable[[str, Visit], object]) -> dict[str, object]:
    """Return what `look` finds, by page, without the pages where it finds nothing."""
    found = {page: look(page, visit) for page, visit in visits.items()}
    return {page: what for page, what in found.items() if what}


def test_every_page_opens(visits: dict[str, Visit], way: str) -> None:
    expected = 0 if way.startswith("disk") else 200
    opened = {page: visit.status for page, visit in visits.items()}
    # The disk has no status; some versions of Chromium say 200.
    assert {status for status in opened.values() if status != 200} <= {expected}, opened


def test_no_page_complains(visits: dict[str, Visit]) -> None:
    """No message on the console (so no breach of the policy), no error, no missing file."""
    assert worst(visits, lambda _, visit: visit.problems) == {}


def test_no_page_asks_another_host(visits: dict[str, Visit], site: Any) -> None:
    own = (site.url, site.folder.as_uri(), "data:")
    foreign = worst(
        visits, lambda _, visit: [url for url in visit.requests if not url.startswith(own)]
    )
    assert foreign == {}


def test_every_picture_is_shown(visits: dict[str, Visit]) -> None:
    assert worst(visits, lambda _, visit: visit.seen["broken"]) == {}


def test_pages_wear_their_style(visits: dict[str, Visit]) -> None:
    assert worst(visits, lambda _, visit: "Source Serif" not in visit.seen["text"]) == {}


def test_pages_hold_one_script_inside_and_no_style_attribute(visits: dict[str, Visit]) -> None:
    """The search has one of its own besides."""

    def look(page: str, visit: Visit) -> bool:
        inside = [script for script in visit.seen["scripts"] if script == "inline"]
        others = len(visit.seen["scripts"]) - len(inside)
        is_search = page.endswith("search.html")
        return len(inside) != 1 or others != is_search or visit.seen["styles"] > 0

    assert worst(visits, look) == {}


def test_every_page_is_reached_from_the_home_page(visits: dict[str, Visit], site: Any) -> None:
    """All but those that are reached by being absent, or by an old address."""
    apart = {"404.html", *filter(site.is_redirect, site.pages())}
    assert set(site.pages()) - set(visits) == apart


def test_every_id_is_unique(visits: dict[str, Visit]) -> None:
    def look(_: str, visit: Visit) -> list[str]:
        return [id_ for id_, count in Counter(visit.seen["ids"]).items() if count > 1]

    assert worst(visits, look) == {}


def test_every_label_and_drawing_points_at_something(visits: dict[str, Visit]) -> None:
    def look(_: str, visit: Visit) -> set[str]:
        ids = set(visit.seen["ids"])
        pointed = {href.removeprefix("#") for href in visit.seen["pointed"]}
        return (set(visit.seen["named"]) | pointed) - ids

    assert worst(visits, look) == {}


def test_every_link_inside_the_site_leads_to_a_file(visits: dict[str, Visit], site: Any) -> None:
    """Links of readers, and the addresses that the head tells search engines."""

    def look(_: str, visit: Visit) -> list[str]:
        inside = (url for url in visit.links("a", "link") if site.page_of(url))
        return [url for url in inside if not (site.folder / site.page_of(url)).is_file()]

    assert worst(visits, look) == {}


def test_every_fragment_is_an_id(visits: dict[str, Visit], site: Any) -> None:
    def is_broken(url: str) -> bool:
        page, fragment = site.page_of(url), unquote(urlsplit(url).fragment)
        return bool(page and fragment) and fragment not in visits[page].seen["ids"]

    broken = worst(visits, lambda _, visit: [url for url in visit.links("a") if is_broken(url)])
    assert broken == {}


def test_every_other_link_is_a_web_address(visits: dict[str, Visit], site: Any) -> None:
    def look(_: str, visit: Visit) -> list[str]:
        other = (url for url in visit.links("a") if not site.page_of(url))
        return [url for url in other if not url.startswith(("https://", "http://", "mailto:"))]

    assert worst(visits, look) == {}


@pytest.mark.parametrize("name", ["small", "everything"])
def test_an_address_that_does_not_exist_leads_back_home(
    browser: Browser, make_site: Callable[[str], Any], name: str
) -> None:
    """The 404 page works at any depth."""
    site = make_site(name)
    context = browser.new_context()
    reader = Reader(context.new_page())
    visit = reader.go(site.url + "no/such/page.html")
    assert visit.status == 404
    assert [url for url in visit.problems if "no/such" not in url and "404" not in url] == []
    assert "Source Serif" in visit.seen["text"]
    reader.page.locator("main a").first.click()
    assert reader.page.url == site.url + "index.html"
    context.close()


def test_an_old_address_leads_to_the_article(browser: Browser, small: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small.url + "old/first.html")
    page.wait_for_url(small.url + "first.html")
    context.close()
