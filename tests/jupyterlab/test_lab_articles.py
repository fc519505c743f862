"""Articles as a whole, from the launcher to the published page, as an author does it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_raw_cell
from playwright.sync_api import FrameLocator, Locator, Page, expect
from tests.jupyterlab.conftest import TOKEN

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

# A loaded machine; how fast it is on an idle one is measured elsewhere.
SOON = 20_000


@pytest.fixture
def page(lab: Any, open_page: Callable[[str], Page]) -> Iterator[Page]:
    """Return a lab on an empty folder."""
    page = open_page(f"{lab.url}/lab?reset&token={TOKEN}")
    yield page
    # An open lab goes on to save how it looks, and the next one would find that.
    page.close()


def shown(page: Page) -> FrameLocator:
    """Return the page that readers will see."""
    return page.frame_locator(".galley-frame:not(.galley-coming)")


def test_an_article_is_begun_and_published(page: Page, lab: Any) -> None:
    page.locator(".jp-LauncherCard", has_text="New article").click()
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_label("Title").fill("Sleep after stroke")
    dialog.get_by_label("Your name").fill("Maria Lopez")
    dialog.get_by_role("button", name="Make it").click()
    expect(shown(page).locator("h1")).to_have_text("Sleep after stroke", timeout=SOON)
    expect(shown(page).get_by_text("By Maria Lopez")).to_be_visible()
    expect(shown(page).locator("figure").first).to_contain_text("Figure 1", timeout=2 * SOON)
    assert (lab.folder / "sleep-after-stroke.ipynb").is_file()
    page.locator("[data-jp-item-name=galley-publish]").click()
    page.locator(".jp-Dialog").get_by_role("button", name="Publish it").click(timeout=2 * SOON)
    refusal = page.locator(".galley-publishing")
    expect(refusal).to_contain_text("1 error stands in the way", timeout=3 * SOON)
    expect(refusal).to_contain_text("from the pattern of a new article are still there")
    write_own_words(page)
    page.locator("[data-jp-item-name=galley-publish]").click()
    link = page.get_by_role("link", name="Open the page")
    expect(link).to_be_visible(timeout=6 * SOON)
    front = page.locator(".jp-Notebook .jp-Cell").first
    expect(front).to_contain_text("authors: [maria-lopez]")
    expect(front).not_to_contain_text("draft")
    with page.context.expect_page() as opened:
        link.click()
    expect(opened.value.locator("h1")).to_have_text("Sleep after stroke", timeout=SOON)
    expect(opened.value.locator("h1")).to_have_css("font-family", re.compile("Source Serif"))
    lab_reached = opened.value.evaluate("() => String(window.opener)")
    assert lab_reached == "null"
    page.locator("[data-id=galley-articles]").click()
    listed = page.locator(".galley-article")
    expect(listed.locator(".galley-article-state")).to_have_text("published", timeout=3 * SOON)
    expect(listed.get_by_role("link", name="Open its page")).to_be_visible()
    page.get_by_role("tab", name="sleep-after-stroke").locator(".lm-TabBar-tabCloseIcon").click()
    listed.get_by_role("button", name="Sleep after stroke", exact=True).click()
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_contain_text("title:", timeout=SOON)


def write_own_words(page: Page) -> None:
    """Replace what the pattern of a new article says."""
    front = page.locator(".jp-Notebook .jp-Cell").first.locator(".cm-content").inner_text()
    front = front.replace("One sentence that says what the reader will learn.", "On sleep.")
    write_cell(page, 0, front.replace("The most important sentence of the article.", "Sleep."))
    write_cell(page, 2, "Sleep may help [@zeiler2013]. [](#fig-window) shows when.")
    code = page.locator(".jp-Notebook .jp-Cell").nth(3).locator(".cm-content").first.inner_text()
    write_cell(page, 3, code.replace("What the figure shows, in one sentence.", "When."))
    write_cell(page, 4, "## What we do not know\n\nHow much sleep is enough.")


def write_cell(page: Page, number: int, text: str) -> None:
    """Replace all that a cell says, as by pasting."""
    cell = page.locator(".jp-Notebook .jp-Cell").nth(number)
    cell.scroll_into_view_if_needed()
    editor = cell.locator(".cm-content").first
    rendered = cell.locator(".jp-RenderedMarkdown")
    if rendered.is_visible():
        rendered.click(position={"x": 100, "y": 10})
        page.keyboard.press("Enter")
    else:
        editor.click()
    expect(editor).to_be_focused(timeout=SOON)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def test_the_page_has_a_clear_name_among_the_formats(page: Page, lab: Any) -> None:
    write_article(lab, "named.ipynb")
    page.goto(lab.page("named.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    name = page.locator(".lm-Menu-itemLabel", has_text="Galley article page (one file)")
    open_formats(page, name)
    address = re.compile(r"/nbconvert/article/named\.ipynb\?download=true$")
    with page.context.expect_event("request", lambda request: address.search(request.url)):
        name.click()


def open_formats(page: Page, name: Locator) -> None:
    """Open the menu of formats; JupyterLab fills it some time after a notebook was opened."""
    end = time.monotonic() + 2 * SOON / 1000
    while not name.is_visible():
        assert time.monotonic() < end, "the format has no clear name"
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.get_by_role("menuitem", name="File").click()
        page.get_by_text("Save and Export Notebook As").hover()
        page.wait_for_timeout(500)


def test_the_whole_site_is_made_and_stopped_at_will(page: Page, lab: Any) -> None:
    write_article(lab, "slow.ipynb", "import time\ntime.sleep(600)")
    page.locator("[data-id=galley-articles]").click()
    page.get_by_role("button", name="Export the site").click()
    panel = page.locator(".galley-publishing")
    expect(panel).to_contain_text("slow.ipynb: cell 1 of 1", timeout=6 * SOON)
    panel.get_by_role("button", name="Stop").click()
    expect(panel).to_contain_text(
        "Stopped. What was published before is as it was.", timeout=3 * SOON
    )
    (lab.folder / "slow.ipynb").unlink()
    panel.get_by_role("button", name="Publish again").click()
    expect(panel).to_contain_text("The whole site is made", timeout=6 * SOON)
    expect(panel.locator(".galley-path")).to_have_text(str(lab.folder / "site"))


def test_what_leaves_the_computer_is_shown_before_it_is_sent(page: Page, lab: Any) -> None:
    front = "---\ntitle: Leaving\ndate: 2026-01-02\ndisclosures: none\nauthors: [Ann Lee]\n---"
    write_article(lab, "leaving.ipynb", front=front)
    settings = lab.folder / "site.toml"
    before = settings.read_text("utf-8") if settings.exists() else ""
    settings.write_text(f'{before}\n[publish]\nto = "../www"\n', "utf-8")
    page.goto(lab.page("leaving.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    panel, dialog = page.locator(".galley-publishing"), page.locator(".jp-Dialog")
    page.locator("[data-jp-item-name=galley-publish]").click()
    dialog.get_by_role("button", name="Publish").click(timeout=SOON)
    told = dialog.locator(".galley-leaving")
    expect(told).to_contain_text("This will be public", timeout=6 * SOON)
    expect(told).to_contain_text("The notebooks stay here, with every cell that no page shows.")
    dialog.get_by_role("button", name="Cancel").click()
    expect(panel).to_contain_text("Nothing was sent")
    assert not (lab.folder.parent / "www").exists()
    panel.get_by_role("button", name="Publish again").click()
    dialog.get_by_role("button", name="Publish").click(timeout=SOON)
    dialog.get_by_role("button", name="Send it").click(timeout=6 * SOON)
    expect(panel).to_contain_text("The site was sent: ../www", timeout=3 * SOON)
    assert (lab.folder.parent / "www" / "leaving.html").is_file()
    settings.write_text(before, "utf-8")


def test_the_tour_is_opened_from_the_help_menu(page: Page) -> None:
    page.get_by_role("menuitem", name="Help").click()
    page.locator(".lm-Menu-itemLabel", has_text="A tour of Galley").click()
    expect(shown(page).locator("h1")).to_have_text("A tour in ten minutes", timeout=SOON)


def test_a_hostile_page_reaches_nothing_of_the_lab(page: Page, lab: Any) -> None:
    site = lab.folder / "site"
    site.mkdir(exist_ok=True)
    hostile = (
        "<title>still</title><script>document.title = 'ran'</script>"
        "<img src=x onerror=\"document.title = 'ran'\">"
        '<form action="/api/shutdown" method="post"><button>Press</button></form>'
        '<iframe src="/lab"></iframe><object data="/lab"></object>'
        '<meta http-equiv="refresh" content="0; url=/api/contents">'
    )
    (site / "hostile.html").write_text(hostile, encoding="utf-8")
    listed = {"schema": 1, "finished": True, "files": {"hostile.html": ["0"]}}
    (site / ".galley-published.json").write_text(json.dumps(listed), encoding="utf-8")
    with lab.ask("galley/articles") as answer:
        key = json.load(answer)["site"]
    page.goto(f"{lab.url}/galley/site/{key}/hostile.html")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Press").click()
    page.wait_for_timeout(1500)
    assert page.title() == "still"
    assert [url for url in asked if "/api/" in url or url.endswith("/lab")] == []
    assert [frame.url for frame in page.frames[1:] if frame.url.endswith("/lab")] == []


def write_article(lab: Any, name: str, code: str = "1", front: str = "") -> None:
    metadata = {"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}}
    cells = [new_code_cell(code, id="code")]
    if front:
        cells.insert(0, new_raw_cell(front, id="front"))
    nbformat.write(new_notebook(cells=cells, metadata=metadata), lab.folder / name)
