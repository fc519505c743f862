"""One page in one file: papermill by hand, then `jupyter nbconvert --to article`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

CONTENT = Path(__file__).with_name("content")


def run(folder: Path, *command: str, code: int = 0) -> str:
    """Run one of Python's tools in a folder; return what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "JUPYTER_PLATFORM_DIRS": "1", "PYTHONWARNINGS": "ignore"},
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Execute with papermill and export with nbconvert; return the page and what was said."""
    folder = tmp_path_factory.mktemp("by hand, é") / "content"
    shutil.copytree(CONTENT, folder)
    # papermill runs on over the cell that is meant to fail, but ends with 1.
    papermill = ("papermill", "everything.ipynb", "executed.ipynb", "-p", "audience", "clinician")
    run(folder, *papermill, code=1)
    said = run(folder, "nbconvert", "--to", "article", "executed.ipynb", "--output", "page.html")
    # Alone in a folder, so that nothing can be loaded from beside it.
    page = folder.parent / "alone" / "page.html"
    page.parent.mkdir()
    shutil.move(folder / "page.html", page)
    return page, said


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_it_opens_from_the_disk_and_asks_for_nothing(
    browser: Any, by_hand: tuple[Path, str], *, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    problems: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(by_hand[0].as_uri())
    assert problems == []
    asked = [url for url in requests if not url.startswith("data:")]
    assert asked == [by_hand[0].as_uri()]
    assert page.evaluate("document.fonts.check('600 20px \"Source Serif\"', 'a')")
    assert page.locator("img").count() == 3
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("node => node.decode()")
    context.close()


def test_it_is_the_whole_article(open_page: Callable[..., Page], by_hand: tuple[Path, str]) -> None:
    page = open_page(by_hand[0].as_uri())
    assert page.locator("h1").inner_text() == "Everything an article can hold"
    assert page.locator("figure svg").count() == 2
    assert page.locator("math[display=block]").count() > 1
    assert page.locator(".references__list li").count() == 3
    assert page.get_by_role("link", name="Figure 2").get_attribute("href") == "#fig-curve"
    assert "Everything" in page.locator(".masthead").inner_text()


def test_its_links_lead_to_places_on_the_page(
    open_page: Callable[..., Page], by_hand: tuple[Path, str]
) -> None:
    page = open_page(by_hand[0].as_uri())
    lost = page.evaluate(
        """() => [...document.querySelectorAll('a')].map(node => node.getAttribute('href'))
          .filter(href => href.startsWith('#')
            ? !document.getElementById(decodeURIComponent(href.slice(1)))
            : !href.startsWith('https://'))"""
    )
    assert lost == []


def test_what_papermill_adds_is_not_shown(
    open_page: Callable[..., Page], by_hand: tuple[Path, str]
) -> None:
    shown = open_page(by_hand[0].as_uri()).locator("body").inner_text()
    assert "injected" not in shown.lower()
    assert "An Exception was encountered" not in shown
    assert 'audience = "clinician"' not in shown


def test_it_says_on_stderr_only_what_is_missing(by_hand: tuple[Path, str]) -> None:
    assert "no site.toml found" not in by_hand[1]
    assert "references.bib" not in by_hand[1]
    assert "this output needs a script" in by_hand[1]


def test_a_notebook_without_anything_around_it_becomes_a_page(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    shutil.copy(CONTENT / "everything.ipynb", tmp_path / "bare.ipynb")
    said = run(tmp_path, "nbconvert", "--to", "article", "bare.ipynb")
    assert "site.toml" in said
    assert "references.bib" in said
    page = open_page((tmp_path / "bare.html").as_uri())
    assert page.locator("h1").inner_text() == "Everything an article can hold"
