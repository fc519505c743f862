"""The page changes in place while the author writes, and is what it would be if made anew."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.jupyterlab.notebooks import ARTICLES, in_memory
from tests.jupyterlab.test_lab_preview import SOON, shown

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

NAME = "what-recovery-means.ipynb"
WORDS = [
    "A new paragraph.",
    "## A heading\n\nwith words, and [@zeiler2013].",
    "### Deeper\n\n- one\n- two\n\n> said",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "$$\nx^2\n$$\n\nand $y$",
    "<div>raw</div>\n\n<b>not <i>closed\n\nwords",
    "<p>one<p>two<div>three</p>",
    "<!-- nothing to be seen -->",
    "[^1]\n\n[^1]: A note.",
    ":::{note}\nMind this.\n:::",
    "Žluťoučký kůň, Ωμέγα.",
    "text <div>in the *middle*</div> of text",
    "",
]
FRONT = [
    ("description: ", "description: Other. "),
    ("title: ", "title: New "),
    ("---\n", "---\nkey_points: [One thing., Another.]\n"),
    ("---\n", "---\nfunding: A fund.\n"),
]
MODEL = "const model = jupyterapp.shell.currentWidget.content.model.sharedModel;"
# What the server makes of the notebook as it is, in a frame of its own.
WHOLE = """async ([base, token]) => {
  const { content, context } = jupyterapp.shell.currentWidget;
  const answer = await fetch(`${base}/galley/preview`, {
    method: 'POST',
    headers: { Authorization: `token ${token}` },
    body: JSON.stringify({ path: context.path, notebook: content.model.toJSON() })
  });
  return (await answer.json()).html;
}"""
# What the panel asks the page to wear leaves its mark on the outermost element alone; the order of
# attributes says nothing.
TEXT = """page => {
  const copy = page.cloneNode(true);
  copy.removeAttribute('style');
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    const sorted = Array.from(each.attributes).sort((one, two) => one.name < two.name ? -1 : 1);
    for (const { name } of sorted) each.removeAttribute(name);
    for (const attribute of sorted) each.setAttributeNode(attribute);
  }
  return copy.outerHTML;
}"""


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab in which an article with figures is open, its page beside it."""
    for name in ("site.toml", "references.bib"):
        shutil.copy(ARTICLES / name, lab.folder / name)
    (lab.folder / NAME).write_text(json.dumps(in_memory(ARTICLES / NAME)), encoding="utf-8")
    page = open_page(lab.page(NAME))
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_be_visible(timeout=3 * SOON)
    yield page
    page.close()


def made_anew(page: Page, lab: Any) -> str:
    """Return the document that a browser makes of the whole page."""
    html = page.evaluate(WHOLE, [lab.url, "test"])
    other = page.context.new_page()
    other.set_content("<iframe sandbox='allow-scripts'></iframe>")
    other.locator("iframe").evaluate("(frame, html) => { frame.srcdoc = html }", html)
    inner = other.frame_locator("iframe")
    inner.locator("h1").wait_for(state="attached")
    made = str(inner.locator("html").evaluate(TEXT))
    other.close()
    return made


def expect_as_made_anew(page: Page, lab: Any) -> None:
    wanted = made_anew(page, lab)
    for _ in range(100):
        found = shown(page).locator("html").evaluate(TEXT)
        if found == wanted:
            return
        page.wait_for_timeout(100)
    assert found == wanted


def change(page: Page, chance: random.Random) -> None:
    """Change something in the notebook, as the author or a tool might."""
    number = int(page.evaluate(f"() => {{ {MODEL} return model.cells.length }}"))
    place, words = chance.randrange(1, number), chance.choice(WORDS)
    match chance.randrange(7):
        case 0:
            cell = {"cell_type": "markdown", "source": words}
            script = "model.insertCell(at, value)"
            value: Any = cell
        case 1:
            script, value = "if (model.cells.length > 5) model.deleteCell(at)", None
        case 2:
            script, value = "model.moveCell(at, value)", chance.randrange(1, number)
        case 3:
            value = list(chance.choice(FRONT))
            script = "model.cells[0].setSource(model.cells[0].getSource().replace(...value))"
        case _:
            script, value = (
                "model.cells[at].setSource(model.cells[at].getSource() + value)",
                (f"\n\n{words}" if chance.random() < 0.5 else f" word{place}"),
            )
    page.evaluate(f"([at, value]) => {{ {MODEL} {script} }}", [place, value])


def test_after_any_change_the_page_is_as_if_it_had_been_made_anew(page: Page, lab: Any) -> None:
    chance = random.Random(6)
    for _ in range(30):
        for _ in range(chance.randrange(1, 4)):
            change(page, chance)
        expect_as_made_anew(page, lab)


def test_what_did_not_change_stays_the_very_same_on_the_page(page: Page) -> None:
    shown(page).locator("html").evaluate(
        "page => { for (const each of page.querySelectorAll('*')) each.isOld = true }"
    )
    page.evaluate(
        f"""() => {{ {MODEL}
        model.cells[0].setSource(model.cells[0].getSource().replace('title: ', 'title: New '));
        const source = '## Newly written\\n\\nWords.';
        model.insertCell(2, {{ cell_type: 'markdown', source }}) }}"""
    )
    expect(shown(page).get_by_role("heading", name="Newly written")).to_have_count(1, timeout=SOON)
    expect(shown(page).locator("h1")).to_contain_text("New ")
    fresh = (
        shown(page)
        .locator("html")
        .evaluate(
            "page => [...page.querySelectorAll('.body *')].filter(each => !each.isOld).length"
        )
    )
    assert fresh <= 10
