"""The page and its problems beside the notebook, written and clicked as an author does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from playwright.sync_api import FrameLocator, Locator, Page, expect
from tests.jupyterlab.conftest import TOKEN

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

FRONT = """---
title: Hands learn again
description: What is known about training a hand after a stroke.
---
# Hands learn again

The beginning of the article."""
CELLS = {
    "front": FRONT,
    "training": "## Training\n\n" + "Training helps. " * 120,
    "sources": "## Sources\n\nThis is known.\n\nOthers found the same [@nobody2020].",
    "ending": "## Ending\n\n" + "The end is near. " * 120,
}
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
# A loaded machine; how fast it is on an idle one is measured elsewhere.
SOON = 20_000
ACTIVE = """() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')]
  .findIndex(cell => cell.classList.contains('jp-mod-active'))"""


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab in which an article is open, its page beside it."""
    cells = [new_markdown_cell(source, id=name) for name, source in CELLS.items()]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "hands.ipynb")
    page = open_page(lab.page("hands.ipynb"))
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_have_text("Hands learn again", timeout=SOON)
    yield page
    # An open lab goes on to save how it looks, and the next one would find that.
    page.close()


def shown(page: Page) -> FrameLocator:
    """Return the page that readers will see."""
    return page.frame_locator(".galley-frame:not(.galley-coming)")


def cell(page: Page, number: int) -> Locator:
    return page.locator(".jp-Notebook .jp-Cell").nth(number)


def write(page: Page, number: int, text: str) -> None:
    """Write at the beginning of the last line of a cell."""
    cell(page, number).click(position={"x": 100, "y": 60})
    page.keyboard.press("Enter")
    expect(cell(page, number).locator(".cm-content")).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+End")
    page.keyboard.press("Home")
    page.keyboard.type(text)


def expect_active(page: Page, number: int) -> None:
    page.wait_for_function(f"({ACTIVE})() === {number}", timeout=SOON)


def scrolled(page: Page) -> int:
    return int(shown(page).locator("html").evaluate("() => window.scrollY"))


def test_the_page_follows_what_is_typed_before_it_is_saved(page: Page, lab: Any) -> None:
    write(page, 0, "Not saved yet. ")
    expect(shown(page).get_by_text("Not saved yet. The beginning")).to_be_visible(timeout=SOON)
    assert "Not saved yet" not in (lab.folder / "hands.ipynb").read_text("utf-8")


def test_a_new_version_of_the_page_stays_where_the_reader_was(page: Page) -> None:
    shown(page).locator("html").evaluate("() => window.scrollTo(0, 150)")
    write(page, 0, "Not saved yet. ")
    expect(shown(page).get_by_text("Not saved yet.")).to_have_count(1, timeout=SOON)
    assert scrolled(page) == 150


def test_the_page_scrolls_to_the_cell_and_a_click_in_it_selects_the_cell(page: Page) -> None:
    heading = shown(page).get_by_role("heading", name="Ending")
    expect(heading).not_to_be_in_viewport()
    cell(page, 0).click()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(heading).to_be_in_viewport(timeout=SOON)
    shown(page).get_by_role("heading", name="Sources").click()
    expect_active(page, 2)


def test_a_problem_leads_to_its_cell_and_words(page: Page) -> None:
    counts = page.locator(".galley-counts button")
    expect(counts).to_have_attribute("title", re.compile(r"^\d errors?, "), timeout=SOON)
    counts.click()
    problem = page.locator(".galley-problem.galley-error .galley-go", has_text="nobody2020")
    expect(problem.locator(".galley-place")).to_have_text("Cell 3, line 5")
    problem.click()
    expect_active(page, 2)
    page.keyboard.type("now")
    expect(shown(page).get_by_text("Others found the same")).to_contain_text("now", timeout=SOON)


def test_the_page_is_shown_as_on_a_phone_and_in_the_dark(page: Page) -> None:
    paper = shown(page).locator("html")
    light = paper.evaluate("paper => getComputedStyle(paper).backgroundColor")
    page.locator(".galley-bar").get_by_role("button", name="Dark").click()
    expect(paper).not_to_have_css("background-color", light)
    page.locator(".galley-bar").get_by_role("button", name="Phone").click()
    assert page.locator(".galley-frame").evaluate("frame => frame.offsetWidth") == 390


def test_the_page_is_shown_as_it_is_printed_and_as_it_is_seen_elsewhere(page: Page) -> None:
    bar, paper = page.locator(".galley-bar"), shown(page).locator("html")
    bar.get_by_role("button", name="Print").click()
    expect(paper).to_have_css("padding-top", "75.5906px", timeout=SOON)  # 20 mm
    expect(bar.get_by_role("button", name="Dark")).to_be_hidden()
    assert page.locator(".galley-frame").evaluate("frame => frame.offsetWidth") == 794
    bar.get_by_role("button", name="Shared link").click()
    expect(shown(page).locator(".card").first).to_contain_text("What is known about", timeout=SOON)
    bar.get_by_role("button", name="Feed reader").click()
    expect(shown(page).locator(".about")).to_have_count(1, timeout=SOON)
    write(page, 0, "Not saved yet. ")
    expect(shown(page).get_by_text("Not saved yet.")).to_have_count(1, timeout=SOON)
    bar.get_by_role("button", name="Page", exact=True).click()
    expect(shown(page).locator("article.article")).to_have_count(1, timeout=SOON)


def test_the_first_edition_is_shown_and_another_can_be_chosen(page: Page) -> None:
    cell(page, 0).click(position={"x": 100, "y": 60})
    page.evaluate(
        """() => {
          const first = jupyterapp.shell.currentWidget.content.model.sharedModel.cells[0];
          const editions = 'editions: {patient: {}, clinician: {}}\\ntitle:';
          first.setSource(first.getSource().replace('title:', editions));
        }"""
    )
    choice = page.locator(".galley-bar").get_by_role("group", name="Edition")
    expect(choice.get_by_role("button")).to_have_text(["Patient", "Clinician"], timeout=SOON)
    patient, clinician = choice.get_by_role("button").all()
    expect(patient).to_have_attribute("aria-pressed", "true")
    clinician.click()
    expect(clinician).to_have_attribute("aria-pressed", "true")
    expect(patient).to_have_attribute("aria-pressed", "false")


def test_the_page_is_closed_and_shown_again(page: Page) -> None:
    page.get_by_role("tab", name="Page").locator(".lm-TabBar-tabCloseIcon").click()
    expect(page.locator(".galley-page")).to_have_count(0)
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_have_text("Hands learn again", timeout=SOON)


def test_the_page_is_still_open_when_the_lab_is_opened_again(page: Page, lab: Any) -> None:
    page.locator(".galley-bar").get_by_role("button", name="Phone").click()
    with page.expect_response(lambda answer: "galley-problems" in (answer.request.post_data or "")):
        page.locator(".galley-counts button").click()
    page.goto(f"{lab.url}/lab")
    expect(shown(page).locator("h1")).to_have_text("Hands learn again", timeout=2 * SOON)
    expect(page.locator(".galley-problems")).to_be_visible()
    phone = page.locator(".galley-bar").get_by_role("button", name="Phone")
    expect(phone).to_have_attribute("aria-pressed", "true")


TEXT = """---
title: Hands in a text
date: 2026-11-20
---

Words [@nobody2020].

```{code-cell} python
:tags: [remove-input]

print("counted", 40 + 2)
```
"""


def test_a_text_is_a_notebook_with_its_page_and_its_problems_and_saves_clean(
    lab: Any, open_page: Callable[[str], Page]
) -> None:
    path = lab.folder / "hands-text.md"
    path.write_text(TEXT, encoding="utf-8")
    page = open_page(f"{lab.url}/lab?reset&token={TOKEN}")
    page.wait_for_function("() => window.jupyterapp?.commands.hasCommand('docmanager:open')")
    opening = {"path": "hands-text.md", "factory": "Notebook"}
    page.evaluate("asked => window.jupyterapp.commands.execute('docmanager:open', asked)", opening)
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_have_text("Hands in a text", timeout=SOON)
    cell(page, 2).click()
    page.keyboard.press("Control+Enter")
    expect(shown(page).get_by_text("counted 42")).to_be_visible(timeout=2 * SOON)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(cell(page, 1).locator(".cm-content")).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+Home")
    page.keyboard.type("More ")
    expect(shown(page).get_by_text("More Words")).to_be_visible(timeout=SOON)
    page.locator(".galley-counts button").click()
    problem = page.locator(".galley-problem.galley-error .galley-go", has_text="nobody2020")
    expect(problem.locator(".galley-place")).to_have_text("Cell 2, line 1")
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        page.keyboard.press("Control+s")
    assert path.read_text("utf-8") == TEXT.replace("Words", "More Words")
    page.close()
