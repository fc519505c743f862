"""What an article says about itself, filled in as a form by an author."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook, new_raw_cell
from playwright.sync_api import Locator, Page, expect
from tests.jupyterlab.test_articles_server import SITE

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

FRONT = """---
title: "Hands learn again"   # a remark
date: 2026-01-02
authors: [lopez]
category: Recovery
key_points:
  - One.
disclosures: none
---"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
# A loaded machine; how fast it is on an idle one is measured elsewhere.
SOON = 20_000


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab in which an article is open, the form beside it."""
    (lab.folder / "site.toml").write_text(SITE, encoding="utf-8")
    cells = [new_raw_cell(FRONT, id="front"), new_markdown_cell("Text.", id="text")]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "hands.ipynb")
    nbformat.write(new_notebook(cells=cells[1:], metadata=KERNEL), lab.folder / "bare.ipynb")
    page = open_page(lab.page("hands.ipynb"))
    page.locator("[data-id=galley-about]").click()
    expect(form(page).get_by_label("Title")).to_have_value("Hands learn again", timeout=SOON)
    yield page
    # An open lab goes on to save how it looks, and the next one would find that.
    page.close()


def form(page: Page) -> Locator:
    return page.locator(".galley-about")


def fill(page: Page, label: str, text: str) -> None:
    field = form(page).get_by_label(label, exact=True)
    field.fill(text)
    field.blur()


def front(page: Page) -> Locator:
    return page.locator(".jp-Notebook .jp-Cell").first.locator(".cm-content")


def test_fields_are_written_into_the_open_notebook_and_can_be_undone(page: Page) -> None:
    fill(page, "Title", "Hands: again")
    fill(page, "Tags", "stroke, hand")
    fill(page, "Key points", "One.\nTwo.")
    form(page).get_by_label("Draft: readers do not see it").check()
    form(page).get_by_role("button", name="Add somebody else").first.click()
    fill(page, "Name", "Siti Aminah")
    expect(front(page)).to_have_text(
        "---"
        'title: "Hands: again"   # a remark'
        "date: 2026-01-02"
        "authors: [lopez, Siti Aminah]"
        "tags: [stroke, hand]"
        "category: Recovery"
        "key_points:"
        "  - One."
        "  - Two."
        "disclosures: none"
        "draft: true"
        "---",
        timeout=SOON,
    )
    front(page).click()
    # What was written within half a second is undone at once; a slow machine writes for longer.
    for _ in range(8):
        page.keyboard.press("Control+z")
    expect(front(page)).not_to_contain_text("Two.", timeout=SOON)
    expect(form(page).get_by_label("Title")).to_have_value("Hands learn again", timeout=SOON)


def test_what_is_wrong_is_said_at_the_field(page: Page) -> None:
    fill(page, "Category", "Recovry")
    field = page.locator("[data-field=category]")
    expect(field).to_contain_text("Unknown category 'Recovry'.", timeout=2 * SOON)
    fill(page, "Disclosures", "")
    told = page.locator("[data-field=disclosures] .galley-error")
    expect(told).to_contain_text("Add them in a sentence, or write disclosures: none", timeout=SOON)
    disclosures = form(page).get_by_label("Disclosures")
    expect(disclosures).to_have_attribute("aria-invalid", "true")
    fill(page, "Disclosures", "none")
    expect(told).to_have_count(0, timeout=SOON)


def test_a_notebook_without_front_matter_gets_it_in_a_first_cell(page: Page, lab: Any) -> None:
    page.goto(lab.page("bare.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    if not form(page).is_visible():
        page.locator("[data-id=galley-about]").click()
    expect(form(page)).to_contain_text("says nothing about itself yet", timeout=SOON)
    fill(page, "Title", "A title")
    expect(front(page)).to_have_text("---title: A title---", timeout=SOON)
