"""Citing as an author does it: typing, choosing, adding a work that is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import FrameLocator, Locator, Page, Route, expect
from playwright.sync_api import TimeoutError as Late

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

BIB = """@article{huang2001, author={Huang, Eric J. and Reichardt, Louis F.}, journal={Neuron},
  title={Neurotrophins and {BDNF} in the brain}, year={2001}, volume={24}, pages={677--736}}
@article{huang2001a, author={Huang, Zoe}, title={Another work}, year={2001}}
@article{o'neill2018, author={O'Neill, Bob}, title={Hands}, year={2018}, keywords={Retracted}}
"""
PASTED = """@article{Lopez_X,
  author = {Lopez, Maria},
  title = {Training of hands},
  journal = {Stroke},
  year = {2019}
}"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SOON = 20_000
AT_ONCE = 700


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab in which an article is open and its second cell is being written."""
    (lab.folder / "site.toml").write_text('title = "Site"', encoding="utf-8")
    (lab.folder / "references.bib").write_text(BIB, encoding="utf-8")
    cells = [
        new_markdown_cell("---\ntitle: Hands\n---\nAs known [@huang2001a].", id="front"),
        new_markdown_cell("Words.", id="words"),
        new_code_cell("x = 1", id="code"),
    ]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "hands.ipynb")
    page = open_page(lab.page("hands.ipynb"))
    open_cell(page, 1)
    yield page
    page.close()


def open_cell(page: Page, number: int) -> None:
    cell = page.locator(".jp-Notebook .jp-Cell").nth(number)
    cell.click(position={"x": 100, "y": 15}, timeout=2 * SOON)
    page.keyboard.press("Enter")
    expect(cell.locator(".cm-content")).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+End")


def source(page: Page) -> Locator:
    return page.locator(".jp-Notebook .jp-Cell.jp-mod-active .cm-content")


def works(page: Page) -> Locator:
    return page.locator(".galley-works li")


def shown(page: Page) -> FrameLocator:
    return page.frame_locator(".galley-frame:not(.galley-coming)")


def test_a_work_is_found_by_name_year_and_title_and_cited(page: Page) -> None:
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_have_text("Hands", timeout=3 * SOON)
    source(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" So it is [@")
    expect(works(page)).to_have_count(4, timeout=SOON)
    expect(works(page).nth(0)).to_contain_text("Huang 2001citedhuang2001aAnother work")
    expect(works(page).nth(2)).to_contain_text("O'Neill 2018retracted")
    expect(works(page).nth(3)).to_contain_text("Add a reference …")
    page.keyboard.type("huang 2001 bdnf")
    expect(works(page)).to_have_count(2, timeout=SOON)
    expect(page.locator(".cm-completionInfo .galley-reference")).to_contain_text(
        "Huang, E. J., & Reichardt, L. F. (2001). Neurotrophins and BDNF in the brain. Neuron, 24",
        timeout=SOON,
    )
    page.keyboard.press("Enter")
    expect(source(page)).to_have_text("Words. So it is [@huang2001]")
    page.keyboard.type(" today.")
    expect(source(page)).to_have_text("Words. So it is [@huang2001] today.")
    expect(shown(page).get_by_text("So it is")).to_contain_text(
        "Huang & Reichardt, 2001) today.", timeout=2 * SOON
    )


def test_a_name_in_the_sentence_stands_without_brackets_and_can_be_undone(page: Page) -> None:
    page.keyboard.type(" See @oneill")
    expect(works(page)).to_have_count(2, timeout=SOON)
    expect(page.locator(".cm-completionInfo")).to_contain_text(
        "This work was retracted. Take another source", timeout=SOON
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(source(page)).to_have_text("Words. See @{o'neill2018}")
    page.keyboard.press("Control+z")
    expect(source(page)).to_have_text("Words. See @oneill")
    expect(source(page)).to_be_focused()


def test_the_list_is_closed_with_escape_and_leaves_the_author_in_the_cell(page: Page) -> None:
    page.keyboard.type(" @h")
    expect(works(page)).to_have_count(4, timeout=SOON)
    page.keyboard.press("Escape")
    expect(works(page)).to_have_count(0)
    page.keyboard.type("uang")
    page.wait_for_timeout(AT_ONCE)
    expect(works(page)).to_have_count(0)
    expect(source(page)).to_have_text("Words. @huang")
    page.keyboard.type(" and [@")
    expect(works(page)).to_have_count(4, timeout=SOON)


YES = [
    *("@", "[@", "word @h", "[see @h", "[@huang2001; @h", "(@h", "[-@h", "- @h", "> @h", "# A @h"),
    *("**@h", "costs $5 [@h", "x `code` @h", "$x$ and @h", "```{note}\nA @h", "| a | @h", "@{o"),
]
NO = [
    *("mail@h", "me.you@h", "`@h", "`a @h", "$x @h", "$$\nx @h", "```\n@h", "```{code}\n@h"),
    *("    @h", "https://x.org/@h", "[a](https://x.org/@h", "<me@h", "\\@h", "@@h", "<!-- @h"),
    *("@huang2001.", "@huang2001 and", "[@huang2001, p", "@ h", "@huang showed", "---\na: @h"),
]


def test_the_list_opens_where_a_citation_may_stand_and_nowhere_else(page: Page) -> None:
    wrong = [text for text in YES if not opens_at(page, text, waits=True)]
    wrong += [text for text in NO if opens_at(page, text, waits=False)]
    assert wrong == []


def opens_at(page: Page, text: str, *, waits: bool) -> bool:
    """Type the last sign of a text into the cell, and tell whether the list is open then."""
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text[:-1])
    # What the editor makes of the text before is known a moment later.
    page.wait_for_timeout(150)
    page.keyboard.type(text[-1])
    if not waits:
        page.wait_for_timeout(AT_ONCE)
        return works(page).count() > 0
    try:
        works(page).first.wait_for(timeout=SOON)
    except Late:
        return False
    return True


def test_code_is_left_alone(page: Page) -> None:
    open_cell(page, 2)
    page.keyboard.type("\n@h")
    page.wait_for_timeout(AT_ONCE)
    expect(works(page)).to_have_count(0)


def test_a_work_that_is_missing_is_added_and_cited(page: Page, lab: Any) -> None:
    page.keyboard.type(" So it is [@lopez")
    expect(works(page)).to_have_count(1, timeout=SOON)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Add and cite")).to_be_disabled()
    dialog.get_by_role("textbox").fill(PASTED)
    expect(dialog.locator(".galley-reference")).to_have_text(
        "Lopez, M. (2019). Training of hands. Stroke.", timeout=SOON
    )
    expect(dialog).to_contain_text("'lopez2019' (Lopez 2019) has no DOI")
    expect(dialog).to_contain_text("It is added at the end of references.bib")
    key = dialog.get_by_role("textbox", name="Key")
    expect(key).to_have_value("lopez2019")
    key.fill("huang2001")
    dialog.get_by_role("button", name="Add and cite").click()
    expect(dialog).to_contain_text("Another work has the key 'huang2001' already.", timeout=SOON)
    key.fill("lopez2019hands")
    dialog.get_by_role("button", name="Add and cite").click()
    expect(dialog).to_have_count(0, timeout=SOON)
    expect(source(page)).to_have_text("Words. So it is [@lopez2019hands]")
    written = (lab.folder / "references.bib").read_text("utf-8")
    assert written == f"{BIB}\n{PASTED.replace('Lopez_X', 'lopez2019hands')}\n"
    page.keyboard.type(" Also @lopez")
    expect(works(page)).to_have_count(2, timeout=SOON)


def test_a_work_that_is_there_already_is_cited_instead(page: Page, lab: Any) -> None:
    page.locator("[data-jp-item-name=galley-add-reference]").click()
    dialog = page.get_by_role("dialog")
    same = PASTED.replace("Training of hands", "Neurotrophins and BDNF in the brain")
    dialog.get_by_role("textbox").fill(same.replace("2019", "2001"))
    expect(dialog).to_contain_text("You seem to have this work already", timeout=SOON)
    dialog.get_by_role("button", name=re.compile("Cite this one")).click()
    expect(source(page)).to_have_text("Words.[@huang2001]")
    assert (lab.folder / "references.bib").read_text("utf-8") == BIB


def test_of_several_works_those_that_are_missing_are_added_and_all_are_cited(
    page: Page, lab: Any
) -> None:
    page.locator("[data-jp-item-name=galley-add-reference]").click()
    dialog = page.get_by_role("dialog")
    same = PASTED.replace("Training of hands", "Neurotrophins and BDNF in the brain")
    dialog.get_by_role("textbox").fill(
        f"{same.replace('2019', '2001').replace('_X', '_Y')}\n\n{PASTED}"
    )
    dialog.get_by_role("button", name=re.compile("Cite this one")).click(timeout=SOON)
    expect(dialog).to_contain_text("✓ @huang2001")
    dialog.get_by_role("button", name="Add and cite").click()
    expect(source(page)).to_have_text("Words.[@huang2001; @lopez2019]", timeout=SOON)
    written = (lab.folder / "references.bib").read_text("utf-8")
    assert written == f"{BIB}\n{PASTED.replace('Lopez_X', 'lopez2019')}\n"


def test_a_number_is_looked_up_when_the_author_presses_the_button(page: Page) -> None:
    asked: list[Any] = []

    def answer(route: Route) -> None:
        asked.append(json.loads(route.request.post_data or "{}"))
        route.fulfill(status=400, json={"message": "This computer seems to be offline."})

    page.route("**/galley/references/lookup**", answer)
    page.locator("[data-jp-item-name=galley-add-reference]").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("https://doi.org/10.1234/x")
    expect(dialog).to_contain_text("DOI 10.1234/x is only a number.", timeout=SOON)
    page.wait_for_timeout(AT_ONCE)
    assert asked == []
    dialog.get_by_role("button", name="Look it up online").click()
    expect(dialog).to_contain_text("This computer seems to be offline.", timeout=SOON)
    assert [each["text"] for each in asked] == ["https://doi.org/10.1234/x"]
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(source(page)).to_have_text("Words.")


def test_the_list_stays_at_its_cell_when_the_cells_above_grow(page: Page) -> None:
    page.keyboard.type(" @h")
    expect(works(page).first).to_be_visible(timeout=SOON)
    places = """() => ['.jp-Cell.jp-mod-active .cm-line', '.galley-works']
        .map(name => document.querySelector(name).getBoundingClientRect().top)"""
    line, shown = page.evaluate(places)
    page.locator(".jp-Cell .jp-MarkdownOutput").first.evaluate("e => e.style.paddingTop = '90px'")
    page.wait_for_function(
        f"line => ({places})()[0] > line && ({places})()[1] - ({places})()[0] === {shown - line}",
        arg=line,
        timeout=SOON,
    )


def test_a_bracket_that_the_editor_closes_is_not_closed_twice(page: Page, lab: Any) -> None:
    lab.choose("notebook-extension/tracker", markdownCellConfig={"autoClosingBrackets": True})
    page.reload()
    open_cell(page, 1)
    page.keyboard.type(" So it is [@")
    expect(works(page)).to_have_count(4, timeout=SOON)
    # Quicker than the list is made anew.
    page.keyboard.type("huang2001")
    page.keyboard.press("Enter")
    page.keyboard.type(" today.")
    lab.choose("notebook-extension/tracker")
    expect(source(page)).to_have_text("Words. So it is [@huang2001] today.")
