"""A reader sees words before the faces have come, and hardly a line moves when they do."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browser.conftest import missing

pytestmark = pytest.mark.browser

# What stands in on Debian, where the continuous check runs; tokens.css has others elsewhere.
STAND_IN = "DejaVu Serif"
PAGES = ("index.html", "when-is-the-window.html", "id/what-recovery-means.html", "id/index.html")
# Beyond it Core Web Vitals call a page unsteady.
MOST_SHIFT = 0.1
WATCH = """
    window.moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
      .observe({type: "layout-shift", buffered: true});
"""
IS_HERE = "document.fonts.check('16px Source Serif')"


def stand_in_is_here() -> bool:
    matcher = shutil.which("fc-match")
    command = [str(matcher), "--format", "%{family}", STAND_IN]
    if matcher is None:
        return False
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return STAND_IN in done.stdout


def hold_faces(page: Page) -> list[Route]:
    """Let no face come; return those that are asked for."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    return held


@pytest.mark.parametrize("width", [412, 1350])
def test_words_come_first_and_hardly_move_when_the_faces_come(
    browser: Browser, examples: Any, width: int
) -> None:
    if not stand_in_is_here():
        missing(f"no {STAND_IN} (Debian: fonts-dejavu-core, fontconfig)")
    for name in PAGES:
        size = {"width": width, "height": 850}
        # To wait for a paint, the page has to run what no policy of ours lets it run.
        context = browser.new_context(viewport=size, bypass_csp=True)
        page = context.new_page()
        held = hold_faces(page)
        page.add_init_script(WATCH)
        page.goto(examples.url + name, wait_until="commit")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        page.wait_for_function("document.fonts.status === 'loading'")
        assert held
        for route in held:
            route.continue_()
        page.unroute("**/*.woff2")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate(IS_HERE), name
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        assert page.evaluate("moved") < MOST_SHIFT, name
        context.close()
