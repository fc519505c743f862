"""A hostile notebook cannot reach the lab, neither with its first page nor while it is typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Page, expect
from tests.jupyterlab.test_lab_preview import KERNEL, SOON, shown

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

RUN = "parent.reached = top.reached = window.reached = 1"
HOSTILE = {
    "script": f"<script>{RUN}</script>",
    "handlers": f'<img src="x" onerror="{RUN}"><p onclick="{RUN}" onmouseover="{RUN}">x</p>',
    "svg": f'<svg onload="{RUN}"><script>{RUN}</script><a href="javascript:{RUN}">x</a></svg>',
    "frame": f'<iframe srcdoc="<script>{RUN}</script>"></iframe><object data="x"></object>',
    "policy": '<meta http-equiv="refresh" content="0;url=https://example.org/"><base href="/">',
    "form": '<form action="/api/shutdown" method="post"><button autofocus>x</button></form>',
    "style": '<style>@import "https://example.org/x.css";</style><p style="position:fixed">x</p>',
    "link": f"[x](javascript:{RUN}) [y](data:text/html,<script>{RUN}</script>)",
    "body": '</div></article><div class="body"><p>mine</p></div><!-- x --!><script>',
    "data": '<script type="application/json">[["front", 99]]</script></script>',
}
FRONT = "---\ntitle: A <script>title</script>\n---\n\nFirst words."
# The page's own address and its policy say so much; a browser must agree.
TRIES = {
    "document": "String(parent.document)",
    "cookies": "parent.document.cookie",
    "own cookies": "document.cookie",
    "storage": "String(localStorage)",
    "address": "parent.location.href",
    "lab": "String(parent.jupyterapp)",
    "walls": "frameElement.removeAttribute('sandbox')",
    "window": "open('https://example.org/').closed",
    "top": "top.location = 'https://example.org/'",
    "answer": "fetch('/api/contents')",
}
TRY = """async (_, tries) => {
  const refused = async code => {
    try { return [code, await eval(code)] } catch { return null }
  };
  return (await Promise.all(tries.map(refused))).filter(Boolean);
}"""


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    shown_html = new_output(
        "display_data", data={"text/html": "".join(HOSTILE.values())}, metadata={}
    )
    cells = [
        new_markdown_cell(FRONT, id="front"),
        new_markdown_cell("\n\n".join(HOSTILE.values()), id="raw"),
        new_code_cell("1", outputs=[shown_html], id="code"),
        new_markdown_cell("Last words.", id="last"),
    ]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "hostile.ipynb")
    page = open_page(lab.page("hostile.ipynb"))
    page.locator("[data-jp-item-name=galley-page]").click()
    expect(shown(page).locator("h1")).to_be_visible(timeout=3 * SOON)
    yield page
    page.close()


def expect_harmless(page: Page) -> None:
    inside = shown(page).locator("html")
    expect(page.locator(".galley-frame").first).to_have_attribute("sandbox", "allow-scripts")
    assert inside.evaluate("() => window.reached") is None
    assert page.evaluate("() => window.reached") is None
    bad = "iframe, object, embed, form, base, style ~ style, .body style, .body script, [onclick]"
    expect(inside.locator(bad)).to_have_count(0)
    expect(inside.locator("meta[http-equiv]")).to_have_count(1)
    assert page.url.startswith("http://127.0.0.1")


def test_the_first_page_of_a_hostile_notebook_is_harmless(page: Page) -> None:
    expect_harmless(page)
    # What runs in the frame all the same is behind the walls of the sandbox.
    refused = shown(page).locator("html").evaluate(TRY, list(TRIES.values()))
    assert refused == []


def test_what_is_typed_in_later_is_as_harmless(page: Page) -> None:
    changed_in_place = 0
    for kind, words in HOSTILE.items():
        frame = page.locator(".galley-frame:not(.galley-coming)").element_handle()
        page.evaluate(
            """([kind, words]) => {
              const { cells } = jupyterapp.shell.currentWidget.content.model.sharedModel;
              cells[3].setSource(`Then came ${kind}.\\n\\n${words}`);
              cells[0].setSource(`---\\ntitle: ${JSON.stringify(words)}\\n---\\n\\nFirst words.`);
            }""",
            [kind, words],
        )
        expect(shown(page).get_by_text(f"Then came {kind}.")).to_have_count(1, timeout=SOON)
        for each in shown(page).locator(".body p, .body a").all()[:6]:
            each.dispatch_event("click")
        expect_harmless(page)
        changed_in_place += frame.evaluate("frame => frame.isConnected")
    assert changed_in_place > len(HOSTILE) / 2


def test_what_the_frame_says_moves_nothing_in_the_lab(page: Page) -> None:
    says = """() => {
      const sayings = [null, 1, 'x', {}, { galley: 'changed', number: 'x', isDone: {} },
        { galley: 'placed' }, { galley: 'scrolled', top: { valueOf() { return 1 } } + '' },
        { galley: 'clicked', cell: { a: 1 } }, { galley: 'clicked', cell: '__proto__' },
        { galley: 'change', html: '<b>' }, { galley: 'wear' }];
      setTimeout(() => sayings.forEach(each => parent.postMessage(each, '*')));
    }"""
    shown(page).locator("html").evaluate(says)
    expect(shown(page).locator("h1")).to_be_visible(timeout=SOON)
    page.evaluate(
        """() => {
          const { cells } = jupyterapp.shell.currentWidget.content.model.sharedModel;
          cells[3].setSource('Still alive.');
        }"""
    )
    expect(shown(page).get_by_text("Still alive.")).to_have_count(1, timeout=SOON)
