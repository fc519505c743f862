"""Figures inserted and changed beside the notebook, as an author does it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Locator, Page, expect
from tests.jupyterlab.test_lab_preview import KERNEL, SOON, cell, expect_active

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

# A kernel starts and draws its first figure, on a loaded machine.
DRAWN = 60_000
BARS = """\
#| label: fig-own
#| caption: Who recovered.
from galley_figures import bars

bars(  # my numbers
    [{"label": "One", "value": 4}, {"label": "Two", "value": 6}],
    measure="Recovered", unit='people',
    evidence="synthetic",  # for now
    note=NOTE,
)"""
CELLS = [
    new_markdown_cell("---\ntitle: Hands\n---\n# Hands", id="front"),
    new_code_cell(
        'lang = "en"\naudience = "patient"', id="parameters", metadata={"tags": ["parameters"]}
    ),
    new_code_cell('NOTE = "Made up."', id="note"),
    new_code_cell(BARS, id="own"),
]


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab with an article, the figures beside it."""
    path = lab.folder / "figures.ipynb"
    nbformat.write(new_notebook(cells=CELLS, metadata=KERNEL), path)
    page = open_page(lab.page(path.name))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.locator("[data-jp-item-name=galley-figures]").click()
    expect(page.locator(".galley-card")).to_have_count(26, timeout=DRAWN)
    yield page
    page.close()


def form(page: Page) -> Locator:
    return page.locator(".galley-form")


def field(page: Page, name: str) -> Locator:
    """Return the row of a form with a name."""
    rows = page.locator(".galley-field")
    return rows.filter(has=page.locator(".galley-field-name", has_text=name))


def expect_source(page: Page, number: int, *lines: str) -> None:
    """Expect the last lines of a cell as it stands in the lab."""
    shown = cell(page, number).locator(".cm-line")
    expect(shown.last).to_have_text(lines[-1], timeout=SOON)
    assert lines_of(page, number)[-len(lines) :] == list(lines)


def lines_of(page: Page, number: int) -> list[str]:
    shown = cell(page, number).locator(".cm-line").all_inner_texts()
    return [line.strip("\n") for line in shown]


def test_a_figure_is_found_inserted_drawn_and_changed(page: Page, lab: Any) -> None:
    before = (lab.folder / "figures.ipynb").read_text("utf-8")
    page.get_by_role("searchbox", name="Search figures").fill("window plasticity")
    card = page.locator(".galley-card:visible")
    expect(card).to_have_count(1)
    expect(card.locator("img")).to_have_js_property("complete", True, timeout=DRAWN)
    assert card.locator("img").evaluate("image => image.naturalWidth") == 720
    # The first cell is chosen; the figure comes below the parameters that it uses.
    card.get_by_role("button", name="Insert").click()
    expect_source(page, 2, "plasticity_window(lang=lang, audience=audience)")
    expect_active(page, 2)
    output = cell(page, 2).locator(".jp-OutputArea-output img, .jp-OutputArea-output svg").first
    expect(output).to_be_visible(timeout=DRAWN)
    expect(form(page).get_by_role("heading")).to_have_text("The window of plasticity")

    start = field(page, "Training starts after")
    start.get_by_label("set").check()
    expect_source(page, 2, "plasticity_window(lang=lang, audience=audience, start_day=0)")
    count = cell(page, 2).locator(".jp-InputPrompt")
    drawn = count.inner_text()
    start.locator("input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    expect_source(page, 2, "plasticity_window(lang=lang, audience=audience, start_day=1)")
    expect(count).not_to_have_text(drawn, timeout=DRAWN)

    start.locator("input[type=number]").fill("400")
    expect(start.get_by_role("alert")).to_have_text(
        "start_day must be 0 to 365 days, not 400", timeout=SOON
    )
    expect_source(page, 2, "plasticity_window(lang=lang, audience=audience, start_day=1)")
    assert (lab.folder / "figures.ipynb").read_text("utf-8") == before


def test_only_the_argument_changes_and_undo_takes_it_back(page: Page) -> None:
    cell(page, 3).locator(".cm-content").click()
    expect(form(page).get_by_role("heading")).to_have_text("Bars", timeout=SOON)
    expect(field(page, "Note on the evidence").locator("code")).to_have_text("NOTE")
    field(page, "Unit").locator("input").fill("of 10 people")
    lines = BARS.replace("'people'", "'of 10 people'").splitlines()
    expect(cell(page, 3).locator(".cm-line", has_text="of 10 people")).to_have_count(1)
    assert lines_of(page, 3) == lines
    field(page, "What it rests on").locator("select").select_option(label="model, calculated")
    expect(cell(page, 3).locator(".cm-line", has_text='"model",  # for now')).to_have_count(1)
    # The cells above, on which it rests, run first.
    output = cell(page, 3).locator(".jp-OutputArea-output")
    expect(output.first).to_contain_text("Calculated from a model", timeout=DRAWN)

    field(page, "Caption").locator("textarea").fill("Who: recovered.")
    caption = cell(page, 3).locator(".cm-line").nth(1)
    expect(caption).to_have_text('#| caption: "Who: recovered."', timeout=SOON)

    cell(page, 3).locator(".cm-content").click()
    for _ in range(3):
        page.keyboard.press("Control+z")
    expect(cell(page, 3).locator(".cm-line", has_text="unit='people'")).to_have_count(1)
    assert lines_of(page, 3) == BARS.splitlines()
    expect(field(page, "Unit").locator("input")).to_have_value("people", timeout=SOON)


def test_the_form_follows_what_is_typed_and_leaves_other_cells_alone(page: Page) -> None:
    cell(page, 3).locator(".cm-content").click()
    unit = field(page, "Unit").locator("input")
    expect(unit).to_have_value("people", timeout=SOON)
    cell(page, 3).locator(".cm-line", has_text="unit=").click()
    page.keyboard.press("End")
    page.keyboard.type(" decimals=2,")
    expect(field(page, "Decimals").get_by_role("spinbutton")).to_have_value("2", timeout=SOON)
    cell(page, 2).locator(".cm-content").click()
    expect(form(page)).to_contain_text("The chosen cell draws none of these", timeout=SOON)
    form(page).get_by_role("button", name="Show all figures").click()
    expect(page.locator(".galley-card").first).to_be_visible()


def test_figures_are_filtered_by_kind_and_shown_large(page: Page) -> None:
    page.get_by_label("Kind of figure").select_option(label="From your own table")
    expect(page.locator(".galley-card:visible")).to_have_count(10)
    page.get_by_role("searchbox", name="Search figures").fill("timeline nothing")
    expect(page.get_by_text("No figure is like that.")).to_be_visible()
    page.get_by_role("searchbox", name="Search figures").fill("timeline")
    page.get_by_role("button", name="Show larger: Timeline").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("img")).to_be_visible(timeout=DRAWN)
    dialog.get_by_role("button", name="Insert").click()
    # Only its author knows what to see in it.
    expect(field(page, "Caption").locator("textarea")).to_be_focused(timeout=SOON)
    page.keyboard.type("When it was.")
    expect(cell(page, 2).locator(".cm-line").nth(1)).to_have_text(
        "#| caption: When it was.", timeout=SOON
    )
    expect_source(page, 2, "    lang=lang,", ")")
    assert json.dumps("synthetic") in "".join(lines_of(page, 2))
