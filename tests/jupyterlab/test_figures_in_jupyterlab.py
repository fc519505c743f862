"""Figures in a real JupyterLab: what a screen reader is told, and what the author sees."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from galley_figures import recovery_matrix
from galley_figures.style.palette import contrast

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

SOURCE = "from galley_figures import recovery_matrix\nrecovery_matrix(lang='id')"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SECONDS = 30

SHOWN = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(output =>
  [...output.querySelectorAll('img, svg')].map(picture => ({
    tag: picture.tagName,
    alt: picture.getAttribute('alt'),
    isDrawn: picture.naturalWidth > 0 && picture.getBoundingClientRect().width > 300,
  })))"""
COLOURS = """() => {
  const hex = rgb => '#' + rgb.match(/[0-9]+/g).slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, '0')).join('');
  const paper = element => {
    const own = getComputedStyle(element).backgroundColor;
    return own === 'rgba(0, 0, 0, 0)' ? paper(element.parentElement) : hex(own);
  };
  return [...document.querySelectorAll('.jp-OutputArea-output figcaption *')].map(words =>
    [hex(getComputedStyle(words).color), paper(words)]);
}"""


@dataclass(frozen=True)
class Saved:
    """A notebook whose cell ran in the lab, as the lab saved it, and what the lab showed then."""

    path: Path
    shown: list[dict[str, Any]]


@pytest.fixture(scope="module")
def saved(lab: Any, open_page: Callable[[str], Page]) -> Saved:
    path = lab.folder / "article.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(SOURCE)], metadata=KERNEL), path)
    page = open_page(lab.page(path.name))
    page.locator(".jp-CodeCell .cm-content").click()
    kernel = page.locator(".jp-Notebook-ExecutionIndicator")
    expect(kernel).to_have_attribute("data-status", "idle", timeout=SECONDS * 1000)
    page.keyboard.press("Control+Enter")
    shown = shown_in(page)
    page.keyboard.press("Control+s")
    wait_for(lambda: "image/png" in path.read_text("utf-8"))
    page.close()
    return Saved(path, shown)


def shown_in(page: Page) -> list[dict[str, Any]]:
    page.locator(".jp-OutputArea-output figure").wait_for()
    page.wait_for_function("document.querySelector('.jp-OutputArea-output img').complete")
    return list(page.evaluate(SHOWN))


def wait_for(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not is_done():
        assert time.monotonic() < end
        time.sleep(0.1)


def from_elsewhere(saved: Saved) -> Path:
    """Return the notebook as somebody else would send it: with outputs this lab never signed."""
    notebook = nbformat.read(saved.path, as_version=4)
    notebook.metadata["title"] = "From elsewhere"
    path = saved.path.with_name("from-elsewhere.ipynb")
    nbformat.write(notebook, path)
    return path


ALT = recovery_matrix(lang="id").alt
ONE_PICTURE = [{"tag": "IMG", "alt": ALT, "isDrawn": True}]


def test_the_picture_of_a_cell_that_ran_says_what_it_shows(saved: Saved) -> None:
    assert saved.shown == ONE_PICTURE


@pytest.mark.parametrize(
    ("is_trusted", "theme"), [(True, "JupyterLab Light"), (False, "JupyterLab Dark")]
)
def test_a_saved_notebook_says_it_and_reads_well_whether_it_is_trusted_or_not(
    saved: Saved, lab: Any, open_page: Callable[[str], Page], *, is_trusted: bool, theme: str
) -> None:
    path = saved.path if is_trusted else from_elsewhere(saved)
    (cell,) = lab.contents(path.name)["cells"]
    assert cell["metadata"]["trusted"] is is_trusted
    lab.choose("apputils-extension/themes", theme=theme)
    page = open_page(lab.page(path.name))
    assert shown_in(page) == ONE_PICTURE
    expect(page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
    words = page.locator(".jp-OutputArea-output figcaption")
    expect(words).to_contain_text(f"Teks pengganti gambar: {ALT}")
    assert [pair for pair in page.evaluate(COLOURS) if contrast(*pair) < 4.5] == []
    page.close()
