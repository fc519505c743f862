"""Problems in JupyterLab: underlined, listed, mended, set aside and taken back by an author."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Error, Locator, Page, Request, expect

from galley.jupyterlab.colleagues import reviews_of
from galley.review.returned.keeping import Kept
from galley.review.returned.notes import Note

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

FRONT = "---\ntitle: Hands learn again\ndate: 2026-01-02\n---"
WHOLE_FRONT = """---
title: Hands learn again
description: What is known about training a hand.
date: 2026-01-02
review_by: 2028-01-02
authors: [{name: Maria Lopez, credentials: physiotherapist, affiliation: Example}]
disclosures: none
funding: none
---"""
CELLS = {
    "front": FRONT,
    "learning": "## Learning\n\nA synapse changes by LTP, and this is enormously valuable.",
    "sources": "## Sources\n\nOthers found the same [@nobody2020].\n\nAnd again [@noone2021].",
}
GLOSSARY = "ltp:\n  en: long-term potentiation\n  short: LTP\n"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
SOON = 20_000
NOTEBOOK = "hands.ipynb"
NOTE = Note("comment", "dr. B", "2026-11-20T10:00:00Z", "helps most", "Which trial was that?")


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab in which an article with problems is open."""
    (lab.folder / "site.toml").write_text("", encoding="utf-8")
    (lab.folder / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (lab.folder / "references.bib").unlink(missing_ok=True)
    cells = [new_markdown_cell(source, id=name) for name, source in CELLS.items()]
    cells.append(new_code_cell("print(1)", id="code"))
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / NOTEBOOK)
    page = open_page(lab.page(NOTEBOOK))
    expect(cell(page, 2).locator(".galley-side-mark")).to_be_visible(timeout=2 * SOON)
    yield page
    # An open lab goes on to save how it looks, and the next one would find that.
    page.close()


def cell(page: Page, number: int) -> Locator:
    return page.locator(".jp-Notebook .jp-Cell").nth(number)


def show_problems(page: Page) -> None:
    page.locator(".galley-counts button").click()
    expect(page.locator(".galley-problem").first).to_be_visible(timeout=SOON)


def problem(page: Page, text: str) -> Locator:
    return page.locator(".galley-problem", has_text=text)


def begin_writing(page: Page, number: int) -> None:
    cell(page, number).click(position={"x": 100, "y": 30})
    page.keyboard.press("Enter")
    expect(cell(page, number).locator(".cm-content")).to_be_focused(timeout=SOON)


def underlined(page: Page, text: str) -> Locator:
    return page.locator(".jp-Notebook .galley-mark", has_text=text)


def saved(lab: Any) -> dict[str, Any]:
    return dict(json.loads((lab.folder / NOTEBOOK).read_text("utf-8")))


def is_saving(request: Request) -> bool:
    return request.method == "PUT" and "api/contents" in request.url


def save(page: Page) -> None:
    with page.expect_response(lambda answer: is_saving(answer.request)):
        page.keyboard.press("Control+s")


def test_three_things_come_first_and_advice_is_folded(page: Page) -> None:
    show_problems(page)
    headings = page.locator(".galley-problems h3")
    expect(headings).to_have_text(["Three things first", "Cell 1", "Cell 2"])
    first = page.locator(".galley-group ol .galley-message")
    expect(first).to_have_text(
        [
            "The article has no authors",
            "The article does not say whether its authors have interests to disclose",
            "Unknown citation key 'nobody2020'",
        ]
    )


def test_a_rendered_cell_is_mended_and_the_change_taken_back(page: Page, lab: Any) -> None:
    show_problems(page)
    page.locator(".galley-folded summary").click()
    ltp = problem(page, "LTP is never written out")
    ltp.get_by_role("button", name="Fix …").click()
    expect(ltp.locator("ins")).to_have_text("long-term potentiation (LTP),")
    expect(ltp.get_by_role("button", name="Change it")).to_be_focused()
    page.keyboard.press("Enter")
    written_out = "changes by long-term potentiation (LTP), and"
    expect(cell(page, 1)).to_contain_text(written_out, timeout=SOON)
    expect(ltp).to_have_count(0, timeout=SOON)
    assert saved(lab)["cells"][1]["source"] == CELLS["learning"].splitlines(keepends=True)
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 1)).to_contain_text("changes by LTP, and", timeout=SOON)
    expect(ltp).to_have_count(1, timeout=SOON)

    ltp.get_by_role("button", name="Fix …").click()
    ltp.get_by_role("button", name="Change it").click()
    expect(cell(page, 1)).to_contain_text(written_out, timeout=SOON)
    begin_writing(page, 1)
    page.keyboard.press("Control+z")
    expect(cell(page, 1).locator(".cm-content")).to_contain_text("changes by LTP, and")


def test_what_is_alike_is_written_into_the_bibliography(page: Page, lab: Any) -> None:
    show_problems(page)
    unknown = problem(page, "nobody2020")
    unknown.get_by_role("button", name="Fix all 2 …").click()
    assert not (lab.folder / "references.bib").exists()
    unknown.get_by_role("button", name="Change it").click()
    strip = page.locator(".galley-strip")
    expect(strip).to_contain_text("Changed: references.bib.", timeout=SOON)
    expect(problem(page, "Unknown citation key")).to_have_count(0, timeout=SOON)
    text = (lab.folder / "references.bib").read_text("utf-8")
    begun = sorted(line for line in text.splitlines() if line.startswith("@"))
    assert begun == ["@article{nobody2020,", "@article{noone2021,"]
    strip.get_by_role("button", name="Open references.bib").click()
    expect(page.locator(".jp-FileEditor .cm-content")).to_contain_text("noone2021", timeout=SOON)


def test_what_only_the_author_can_write_is_selected(page: Page, lab: Any) -> None:
    drawn = new_output("display_data", {"image/png": PIXEL})
    cells = [
        new_markdown_cell(FRONT, id="front"),
        new_code_cell("#| label: fig-a\nplot()", id="figure", outputs=[drawn]),
    ]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "figure.ipynb")
    page.goto(lab.page("figure.ipynb"))
    cell(page, 1).locator(".galley-side-mark").click(timeout=2 * SOON)
    silent = problem(page, "This figure has no alternative text")
    silent.get_by_role("button", name="Fix …").click(timeout=SOON)
    expect(silent.locator("ins")).to_contain_text("#| alt: TODO: say what the figure shows")
    page.keyboard.press("Enter")
    expect(cell(page, 1).locator(".cm-content")).to_be_focused(timeout=SOON)
    page.keyboard.type("A rising line")
    expect(cell(page, 1).locator(".cm-content")).to_contain_text("#| alt: A rising lineplot()")
    expect(silent).to_have_count(0, timeout=SOON)


def test_what_was_probably_meant_is_put_in_place_of_a_slip(page: Page, lab: Any) -> None:
    works = "@misc{nobdy2020,\n  title = {A work},\n}\n"
    (lab.folder / "references.bib").write_text(works, encoding="utf-8")
    show_problems(page)
    problem(page, "noone2021").locator(".galley-link").click()
    page.keyboard.type("nobdy2020")
    slip = problem(page, "Unknown citation key 'nobody2020'")
    slip.get_by_role("button", name="Use ‘nobdy2020’ …").click(timeout=SOON)
    expect(slip.locator(".galley-excerpt")).to_have_text(
        "Others found the same [@nobody2020 nobdy2020]."
    )
    page.keyboard.press("Enter")
    expect(slip).to_have_count(0, timeout=SOON)
    expect(cell(page, 2).locator(".cm-content")).to_contain_text("the same [@nobdy2020].")


def test_the_keyboard_goes_from_problem_to_problem(page: Page) -> None:
    cell(page, 0).click()
    for _ in range(20):
        page.keyboard.press("F8")
        tooltip = page.locator(".galley-tooltip")
        if tooltip.filter(has_text="noone2021").count():
            break
        page.wait_for_timeout(300)
    expect(tooltip).to_contain_text("Unknown citation key 'noone2021'")
    assert page.evaluate("getSelection().toString()") == "noone2021"
    told = "Error: unknown citation key 'noone2021'. Fix: add a references.bib"
    expect(page.locator("body > [role=status]")).to_contain_text(told, timeout=SOON)
    page.keyboard.press("Shift+F8")
    expect(tooltip).to_contain_text("Unknown citation key 'nobody2020'")
    page.keyboard.press("Alt+F8")
    offer = problem(page, "nobody2020").locator(".galley-change")
    expect(offer.locator("ins")).to_contain_text("@article{nobody2020,", timeout=SOON)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(offer).to_have_count(0)


def test_underlines_move_with_the_text_and_go_with_what_was_wrong(page: Page, lab: Any) -> None:
    show_problems(page)
    problem(page, "nobody2020").locator(".galley-go").click()
    expect(underlined(page, "nobody2020")).to_have_text("nobody2020", timeout=SOON)
    page.keyboard.press("Home")
    page.keyboard.type("As is known: ")
    expect(underlined(page, "nobody2020")).to_have_text("nobody2020")
    expect(underlined(page, "noone2021")).to_have_text("noone2021")
    page.keyboard.press("Control+End")
    for _ in "[@noone2021].":
        page.keyboard.press("Backspace")
    expect(underlined(page, "noone2021")).to_have_count(0)
    save(page)
    notebook = saved(lab)
    assert "".join(notebook["cells"][2]["source"]).endswith("And again ")
    assert "galley" not in json.dumps(notebook)


def test_a_cell_wears_its_problems_at_its_side(page: Page) -> None:
    mark = cell(page, 2).locator(".galley-side-mark")
    expect(mark).to_have_text("✕ 2")
    told = "2 problems here. Error: unknown citation key 'nobody2020'"
    expect(mark).to_have_attribute("aria-label", told)
    go = problem(page, "nobody2020").locator(".galley-go")
    # A finding that comes between the two halves of a click has the mark drawn anew.
    for _ in range(3):
        mark.click()
        with suppress(Error):
            go.wait_for(timeout=5000)
            break
    expect(go).to_be_focused(timeout=SOON)
    expect(go).to_be_in_viewport()
    expect(cell(page, 3).locator(".galley-side-mark")).to_have_count(0)


def test_a_problem_is_set_aside_with_a_reason(page: Page) -> None:
    show_problems(page)
    praise = problem(page, "enormously valuable")
    praise.get_by_role("button", name="Publish anyway because …").click()
    page.keyboard.type("we like it")
    field = praise.get_by_role("textbox")
    field.fill("because so")
    page.keyboard.press("Enter")
    expect(praise.get_by_role("alert")).to_have_text("Say in three words or more why it may stay.")
    field.fill("patients said so themselves: each of them")
    page.keyboard.press("Enter")
    expect(praise).to_have_count(0, timeout=SOON)
    begin_writing(page, 0)
    written = 'ignore:  claim-superlative: "patients said so themselves: each of them"'
    expect(cell(page, 0).locator(".cm-content")).to_contain_text(written, timeout=SOON)


def test_why_a_problem_matters_is_said_where_it_is_listed(page: Page) -> None:
    show_problems(page)
    unknown = problem(page, "nobody2020")
    unknown.get_by_role("button", name="Why this matters").click()
    expect(unknown.locator(".galley-reasons")).to_contain_text(
        "A reader who wants to check the claim finds no reference behind it.", timeout=SOON
    )
    examples = unknown.locator(".galley-example pre")
    expect(examples).to_have_text(
        ["Others saw the same [@smiht2020].", "Others saw the same [@smith2020]."]
    )
    expect(unknown.locator(".galley-todo")).to_contain_text("(costs a look into the sources)")


def test_who_hears_the_lab_is_told_when_nothing_is_left(lab: Any, page: Page) -> None:
    sources = {"front": WHOLE_FRONT, "words": "As said [@nobody2020]."}
    cells = [new_markdown_cell(text, id=name) for name, text in sources.items()]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "one.ipynb")
    page.goto(lab.page("one.ipynb"))
    show_problems(page)
    page.locator(".galley-go").first.click()
    expect(cell(page, 1).locator(".cm-content")).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+a")
    page.keyboard.type("Well said.")
    said = page.locator(".galley-counts [role=status]")
    expect(said).to_have_text("Nothing to mend.", timeout=SOON)


def test_underlines_are_switched_off_and_on(page: Page) -> None:
    show_problems(page)
    page.locator("#jp-MainMenu").get_by_text("View", exact=True).click()
    page.get_by_text("Underline problems in the text").click()
    expect(page.locator(".galley-side-mark")).to_have_count(0)
    page.locator("#jp-MainMenu").get_by_text("View", exact=True).click()
    page.get_by_text("Underline problems in the text").click()
    expect(cell(page, 2).locator(".galley-side-mark")).to_be_visible()


def test_a_comment_stands_at_its_words_until_it_is_done(
    lab: Any, open_page: Callable[[str], Page]
) -> None:
    (lab.folder / "site.toml").write_text("", encoding="utf-8")
    cells = [
        new_markdown_cell("---\ntitle: Hands learn again\ndate: 2026-01-02\n---", id="front"),
        new_markdown_cell("## Training\n\nIt helps most in the first weeks.", id="text"),
    ]
    path = lab.folder / "reviewed.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), path)
    reviews = reviews_of(lab.folder)
    reviews.write(path, Kept((NOTE,)))
    page = open_page(lab.page("reviewed.ipynb"))
    page.locator(".galley-counts button").click(timeout=2 * SOON)
    remark = page.locator(".galley-problem", has_text="Which trial was that?")
    expect(remark.locator(".galley-message")).to_have_text(
        'Dr. B (2026-11-20) comments on "helps most": Which trial was that?', timeout=SOON
    )

    remark.locator(".galley-go").click()
    expect(page.locator(".jp-Notebook .galley-mark", has_text="helps most")).to_be_visible(
        timeout=SOON
    )
    remark.get_by_role("button", name="Done").click()
    expect(page.locator(".galley-strip")).to_contain_text("Marked as done.", timeout=SOON)
    expect(remark).to_have_count(0, timeout=SOON)
    assert reviews.read(path).open == ()

    page.locator(".galley-strip").get_by_role("button", name="Undo").click()
    expect(remark).to_have_count(1, timeout=SOON)
    assert reviews.read(path).open == (NOTE,)
    page.close()
