"""The preview in its frame, in a real browser: it scrolls with the notebook, clicks lead back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.jupyterlab.notebooks import markdown, notebook_of

from galley.jupyterlab.preview import render_preview
from galley.jupyterlab.sessions import Sessions

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

LONG = "\n\n".join(["A paragraph that takes room. " * 20] * 12)
NOTEBOOK = notebook_of(
    markdown("---\ntitle: A title\n---", "front"),
    markdown(f"## One\n\n{LONG}", "first"),
    markdown("", "empty"),
    markdown("## Two\n\n[on](#three) and [away](https://example.org/)", "second"),
    markdown(LONG, "third"),
    markdown("## Three\n\n<p onclick='alert(1)'>last</p>", "last"),
)
LISTEN = """window.heard = [];
addEventListener("message", event => window.heard.push([event.origin, event.data]));"""


class Frame:
    """A preview as JupyterLab shows it."""

    def __init__(self, page: Page) -> None:
        self.page, self.inner = page, page.frame_locator("iframe")

    def show(self, cell: str) -> None:
        message = {"galley": "show", "cell": cell}
        self.page.evaluate("message => frames[0].postMessage(message, '*')", message)
        self.page.wait_for_timeout(100)

    def top(self, selector: str) -> float:
        """Return how far an element is from the frame's upper edge."""
        script = "element => element.getBoundingClientRect().top"
        return float(self.inner.locator(selector).evaluate(script))

    def scrolled(self) -> float:
        return float(self.inner.locator("body").evaluate("() => scrollY"))

    def heard(self) -> list[Any]:
        """Return what the frame said, except how far it is scrolled: it says that all the time."""
        self.page.wait_for_timeout(100)
        said = self.page.evaluate("window.heard")
        return [each for each in said if each[1].get("galley") != "scrolled"]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("content")
    sessions = Sessions(folder)
    preview = render_preview(NOTEBOOK, "", sessions.around(folder / "x.ipynb"))
    sessions.close()
    return preview.html


@pytest.fixture
def frame(html: str, tmp_path: Path, open_page: Callable[[str], Page]) -> Iterator[Frame]:
    path = tmp_path / "lab.html"
    path.write_text(
        f"<script>{LISTEN}</script>"
        '<iframe sandbox="allow-scripts" style="width:700px;height:500px"'
        f' srcdoc="{escape(html)}"></iframe>',
        encoding="utf-8",
    )
    page = open_page(path.as_uri())
    page.frame_locator("iframe").locator("h1").wait_for()
    yield Frame(page)
    page.close()


def test_the_cell_that_is_written_is_shown(frame: Frame) -> None:
    frame.show("last")
    assert 0 <= frame.top("h2:has-text('Three')") < 500
    frame.show("second")
    assert 0 <= frame.top("h2:has-text('Two')") < 500


def test_a_cell_without_a_part_of_its_own_shows_what_follows(frame: Frame) -> None:
    frame.show("empty")
    assert 0 <= frame.top("h2:has-text('Two')") < 500


def test_front_matter_is_shown_at_the_top(frame: Frame) -> None:
    frame.show("third")
    assert frame.scrolled() > 0
    frame.show("front")
    assert frame.scrolled() == 0


def test_what_can_be_seen_already_does_not_move(frame: Frame) -> None:
    frame.show("second")
    before = frame.scrolled()
    frame.show("second")
    frame.show("unknown")
    assert frame.scrolled() == before


def test_a_click_names_the_cell(frame: Frame) -> None:
    frame.inner.locator("h2:has-text('Three')").click()
    frame.inner.locator("h1").click()
    assert frame.heard() == [["null", {"galley": "clicked", "cell": "last"}]]


def test_links_stay_in_the_page(frame: Frame) -> None:
    frame.inner.get_by_role("link", name="away").click()
    frame.inner.get_by_role("link", name="on", exact=True).click()
    assert 0 <= frame.top("h2:has-text('Three')") < 500
    assert [data["cell"] for _, data in frame.heard()] == ["second", "second"]


def test_only_the_frame_around_is_obeyed(frame: Frame) -> None:
    message = {"galley": "show", "cell": "last"}
    frame.inner.locator("body").evaluate("(_, sent) => postMessage(sent, '*')", message)
    frame.page.wait_for_timeout(100)
    assert frame.scrolled() == 0
