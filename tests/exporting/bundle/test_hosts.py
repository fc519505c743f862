"""A bundle on pages of other people: it looks the same on all, and they look as before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.exporting.bundle.conftest import served
from tests.exporting.bundle.hosts import HOSTS, host_page

pytestmark = [pytest.mark.kernel, pytest.mark.browser]

ARTICLE = "when-is-the-window"
_PROPERTIES_TEXT = """
    background-color border-block-start-width border-inline-start-width border-inline-start-
    style box-sizing clip-path color column-gap direction display fill float font-family font-
    size font-style font-weight grid-column-start height letter-spacing line-height list-style-
    type margin-block-start margin-inline-start max-inline-size opacity outline-style padding-
    block-start padding-inline-start position stroke text-align text-decoration-line text-
    indent text-transform vertical-align visibility white-space width word-spacing
"""
PROPERTIES = _PROPERTIES_TEXT.split()

# Of all elements below a place: where and how large they are, and how they are shown.
LOOK = """([place, names]) => {
  const root = document.querySelector(place), from = root.getBoundingClientRect();
  return [root, ...root.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const values = names.map((name) => style.getPropertyValue(name));
    const parts = ["::before", "::after"].map((part) => getComputedStyle(element, part).content);
    const round = (number) => Math.round(number * 10) / 10;
    const corner = box.width || box.height ? [box.x - from.x, box.y - from.y] : [0, 0];
    const where = [...corner, box.width, box.height].map(round);
    const name = `${element.tagName}.${element.getAttribute("class") ?? ""}#${element.id}`;
    return [name, ...where, ...parts, ...values];
  });
}"""


@pytest.fixture(scope="module")
def place(bundles: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a bundle that lies beside pages of all hosts, with and without it."""
    folder = tmp_path_factory.mktemp("hosts") / ARTICLE
    shutil.copytree(bundles / ARTICLE, folder)
    body = (folder / "body.html").read_text(encoding="utf-8")
    pages = {name: host_page(name, body) for name in HOSTS}
    alone = {f"{name}-alone": host_page(name, "", sheet="none.css") for name in HOSTS}
    phone = {f"{name}-phone": host_page(name, body, width="100%") for name in HOSTS}
    narrow = {"beside": host_page("bare", body, width="700px")}
    every = pages | alone | phone | narrow
    made = {f"host-{name}.html": page for name, page in every.items()}
    for name, page in made.items():
        (folder / name).write_text(page, encoding="utf-8")
    (folder / "none.css").write_text("")
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def look(page: Page, place: str, host: str, part: str = ".galley-article") -> list[list[Any]]:
    page.goto(f"{place}host-{host}.html")
    page.evaluate("document.fonts.ready")
    found: list[list[Any]] = page.evaluate(LOOK, [part, PROPERTIES])
    return found


@pytest.fixture(scope="module")
def bare(page: Page, place: str) -> list[list[Any]]:
    """The article as it is on a page without rules."""
    return look(page, place, "bare")


def differences(left: list[list[Any]], right: list[list[Any]]) -> list[str]:
    assert [each[0] for each in left] == [each[0] for each in right]
    names = ["x", "y", "width", "height", "::before", "::after", *PROPERTIES]
    return [
        f"{one[0]}: {name} is {mine!r}, not {theirs!r}"
        for one, other in zip(left, right, strict=True)
        for name, theirs, mine in zip(names, one[1:], other[1:], strict=True)
        if theirs != mine
    ]


@pytest.mark.parametrize("host", ["preflight", "reboot", "important"])
def test_no_rule_of_a_host_reaches_the_article(
    page: Page, place: str, bare: list[list[Any]], host: str
) -> None:
    assert differences(bare, look(page, place, host))[:20] == []


@pytest.mark.parametrize("host", list(HOSTS))
@pytest.mark.parametrize("part", ["#before", "#after"])
def test_no_rule_of_the_article_reaches_the_host(
    page: Page, place: str, host: str, part: str
) -> None:
    alone = look(page, place, f"{host}-alone", part)
    assert differences(alone, look(page, place, host, part))[:20] == []


def paper(page: Page, host: str, place: str) -> str:
    page.goto(f"{place}host-{host}.html")
    script = "getComputedStyle(document.querySelector('.galley-sheet')).backgroundColor"
    return str(page.evaluate(script))


def test_the_article_is_dark_where_its_host_is(chromium: Browser, place: str) -> None:
    found = {}
    for scheme in ("light", "dark"):
        with chromium.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type]
            page = context.new_page()
            found[scheme] = {host: paper(page, host, place) for host in HOSTS}
    light, dark = found["light"]["bare"], found["light"]["dark"]

    assert light != dark
    assert found["light"]["bootstrap-dark"] == dark
    assert (found["light"]["system"], found["dark"]["system"]) == (light, dark)
    # A host that says nothing is light, whatever its readers prefer.
    assert found["dark"]["bare"] == light


def test_its_faces_come_and_its_colours_are_its_own(page: Page, place: str) -> None:
    page.goto(f"{place}host-reboot.html")
    page.evaluate("document.fonts.ready")
    faces = page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)"
    )
    assert {name.strip('"') for name in faces} >= {"Galley Source Serif", "Galley Source Sans"}
    ink = page.evaluate("getComputedStyle(document.querySelector('.body > p')).color")
    assert ink != "rgb(33, 37, 41)"
    hot = (
        "[...document.querySelectorAll('.galley-article *')]"
        ".filter((each) => getComputedStyle(each).fill === 'rgb(255, 105, 180)').length"
    )
    assert page.evaluate(hot) == 0


def test_it_goes_by_the_width_of_its_place(page: Page, place: str) -> None:
    shown = (
        "[...document.querySelectorAll('.figure__drawing--wide')]"
        ".some((e) => e.getBoundingClientRect().width > 0)"
    )
    page.goto(f"{place}host-bare.html")
    assert page.evaluate(shown)
    page.goto(f"{place}host-beside.html")
    assert not page.evaluate(shown)


@pytest.mark.parametrize("host", ["bare", "preflight", "reboot", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_screen(
    chromium: Browser, place: str, host: str
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{place}host-{host}-phone.html")
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_citation_opens_its_reference_without_a_script(page: Page, place: str) -> None:
    page.goto(f"{place}host-reboot.html")
    page.locator(".cite:not(.term)").first.click()
    opened = page.locator(".preview:popover-open")
    assert opened.count() == 1
    box = opened.bounding_box()
    assert box is not None
    assert box["width"] < 700
    assert opened.evaluate("(e) => getComputedStyle(e).fontFamily").startswith(
        '"Galley Source Sans"'
    )


def test_a_figure_is_switched_without_a_script(page: Page, place: str) -> None:
    page.goto(f"{place}host-important.html")
    shown = page.locator(".state:visible").first.get_attribute("data-state-1")
    other = page.locator(f'input[data-picks-1]:not([value="{shown}"])').first
    other.check()
    assert page.locator("#fig-window > .state:visible").first.get_attribute(
        "data-state-1"
    ) == other.get_attribute("value")
