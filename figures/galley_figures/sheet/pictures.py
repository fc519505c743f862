"""Pictures of each drawing as readers see it, taken in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from galley_figures.errors import FigureError
from galley_figures.sheet.page import Sheet, render_one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class View:
    """One way in which a reader sees a page."""

    name: str
    width_px: int
    scheme: Literal["light", "dark"] = "light"
    medium: Literal["screen", "print"] = "screen"


VIEWS: Final = (
    View("light-1280", 1280),
    View("dark-1280", 1280, scheme="dark"),
    View("light-390", 390),
    View("dark-390", 390, scheme="dark"),
    View("print", 1280, medium="print"),
)


def write_pictures(folder: Path, sheets: Sequence[Sheet]) -> None:
    """Write one PNG for each drawing and each view, ``KEY-VIEW.png``.

    Raises
    ------
    FigureError
        If there is no playwright or no Chromium.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _browser() as browser:
        for view in VIEWS:
            page = browser.new_page(viewport={"width": view.width_px, "height": 800})
            page.emulate_media(media=view.medium, color_scheme=view.scheme)
            for sheet in sheets:
                _take(page, sheet, folder / f"{sheet.entry.key}-{view.name}.png")
            page.close()


def _take(page: Page, sheet: Sheet, path: Path) -> None:
    page.set_content(render_one(sheet.figure))
    page.evaluate("document.fonts.ready")
    page.locator("body").screenshot(path=path)


@contextmanager
def _browser() -> Iterator[Browser]:
    if find_spec("playwright") is None:
        raise FigureError(
            "pictures need the package playwright",
            "install it with: pip install 'galley-articles[test]'",
        )
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise FigureError("pictures need a Chromium, and none was found", "install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
