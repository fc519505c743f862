"""A page under the strict policy of every Galley page reloads in a real browser."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from galley.console.live_build import LiveBuild
from galley.console.machine import find_browser
from galley.html.policy import content_security_policy

PAGE = (
    '<!doctype html><html lang="en"><head><title>t</title>'
    '<meta http-equiv="Content-Security-Policy" content="{}"></head><body><h1>{}</h1></body></html>'
)


@pytest.mark.browser
def test_an_open_page_reloads_itself_when_its_article_is_saved(tmp_path: Path) -> None:
    content = tmp_path.resolve()
    text, site = content / "article.txt", content / "site"
    text.write_text("first", encoding="utf-8")

    def build() -> None:
        site.mkdir(exist_ok=True)
        page = PAGE.format(content_security_policy(), text.read_text(encoding="utf-8"))
        (site / "index.html").write_text(page, encoding="utf-8")

    async def look(address: str) -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=find_browser().found, args=["--no-sandbox"]
            )
            page = await browser.new_page()
            refused: list[str] = []
            page.on("console", lambda message: refused.append(message.text))
            await page.goto(address)
            text.write_text("second", encoding="utf-8")
            await page.get_by_role("heading", name="second").wait_for(timeout=20_000)
            assert [message for message in refused if "Content Security" in message] == []
            await browser.close()

    async def serve_and_look() -> None:
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        live = LiveBuild(build, content, (site,))
        serving = asyncio.create_task(live.run(0, ready.set_result))
        try:
            await look(await asyncio.wait_for(ready, 20))
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)

    asyncio.run(serve_and_look())
