"""Opens pages in a real browser with their policy switched off, and touches everything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from galley.console.machine import find_browser

MARKER = "window.galley_marker=1"
ASKED = "https://evil.example/x"

# What a reader may do by chance: open what is closed, point at things, press keys.
_TOUCH = """() => {
  for (const details of document.querySelectorAll("details")) details.open = !details.open;
  for (const element of [...document.querySelectorAll("main *")].slice(0, 2000))
    for (const kind of ["mouseover", "focus", "click", "pointerdown"])
      if (!(element.closest("a")?.getAttribute("href") ?? "").match(/^[^#j]/))
        element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
}"""


# A page that reads otherwise when what was read is written and read again ("mutation") may hide
# from whoever cleaned it what a second reader meets.
_CHANGES = """() => {
  const written = document.documentElement.outerHTML;
  const again = new DOMParser().parseFromString(written, "text/html");
  return again.documentElement.outerHTML !== written;
}"""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open the Chromium that is installed, and close it in the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser().found, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


def visit(
    browser: Browser, site: Path, passed_over: Collection[Path] = ()
) -> tuple[list[str], list[str]]:
    """Open and touch every page; return the pages that ran something, and requests elsewhere."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    ran: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (ran.append("a dialog"), dialog.dismiss()))
    for path in sorted(set(site.rglob("*.html")) - set(passed_over)):
        # The page of an old address leads on while it is touched; no article may hold that.
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        page.goto(path.as_uri())
        if page.evaluate(_CHANGES):
            ran.append(f"{path.name} reads otherwise a second time")
        page.evaluate(_TOUCH)
        if page.evaluate("() => window.galley_marker === 1"):
            ran.append(path.name)
    context.close()
    # The page for unknown addresses names its files from the root of a server.
    own = (site.as_uri(), "data:", "file:///assets/")
    return ran, [url for url in asked if not url.startswith(own)]


def obey(browser: Browser, wanted: Mapping[Path, str]) -> tuple[list[str], list[str]]:
    """Open pages under their policy; return those on which something does not come true.

    Parameters
    ----------
    wanted
        Page → what is to be true there, in JavaScript.

    Returns
    -------
    tuple
        The pages, and what was answered from elsewhere.
    """
    page = browser.new_page()
    answered: list[str] = []
    page.on("requestfinished", lambda request: answered.append(request.url))
    idle: list[str] = []
    for path, truth in sorted(wanted.items()):
        page.goto(path.as_uri())
        if not _comes_true(page, truth):
            idle.append(path.name)
    page.close()
    return idle, [url for url in answered if url.startswith("http")]


def _comes_true(page: Page, truth: str) -> bool:
    """Ask until it is so: what a browser offers for this makes functions of text in the page."""
    for _ in range(100):
        if page.evaluate(truth):
            return True
        page.wait_for_timeout(50)
    return False
