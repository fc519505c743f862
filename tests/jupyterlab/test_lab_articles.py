"""Articles as a whole, from the launcher to the published page, as an author does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect
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
