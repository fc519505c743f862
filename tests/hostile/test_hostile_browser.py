"""The pages of strangers in a real browser: nothing runs, even where the policy is switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from galley.console.machine import find_browser

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

# What a reader may do by chance: open what is closed, point at things, press keys.
TOUCH = """() => {
  for (const details of document.querySelectorAll("details")) details.open = !details.open;
  for (const element of [...document.querySelectorAll("main *")].slice(0, 2000))
    for (const kind of ["mouseover", "focus", "click", "pointerdown"])
      if (!(element.closest("a")?.getAttribute("href") ?? "").match(/^[^#j]/))
        element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def chromium():
    """Return one browser for all pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser().found, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


def visit(browser: Browser, site: Path) -> tuple[list[str], list[str]]:
    """Open and touch every page; return the pages that ran something, and requests elsewhere."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    ran: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (ran.append("a dialog"), dialog.dismiss()))
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        page.evaluate(TOUCH)
        if page.evaluate("() => window.galley_marker === 1"):
            ran.append(path.name)
    context.close()
    # The page for unknown addresses names its files from the root of a server.
    own = (site.as_uri(), "data:", "file:///assets/")
    return ran, [url for url in asked if not url.startswith(own)]


def test_no_page_runs_anything_or_asks_another_host(chromium, foreign):
    ran, elsewhere = visit(chromium, foreign.site)

    assert ran == []
    assert elsewhere == []
