"""A site in its author's colours and type, as readers and their tools meet it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browser.conftest import CONTENTS, served

pytestmark = pytest.mark.browser

OWN = """\
type = "sans"
footer = "*Hers*. [First](first.ipynb)"

[colours]
accent = "#8a1c4a"
signal = "#7a4a00"
ink = "#2b1a10"
paper = "#fff7ee"

"""


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the small site as its author has made it her own."""
    folder = tmp_path_factory.mktemp("own")
    content, site = folder / "content", folder / "served" / "blog"
    shutil.copytree(CONTENTS["small"].folder, content)
    config = content / "site.toml"
    fields, tables = config.read_text(encoding="utf-8").split("\n[authors", maxsplit=1)
    config.write_text(f"{fields}\n{OWN}[authors{tables}", encoding="utf-8")
    _put(content / "styles" / "own.css", ".colophon { letter-spacing: 3px; }")
    _put(content / "templates" / "partials" / "colophon.html.j2", _COLOPHON)
    _put(content / "static" / "leaflet.txt", "A leaflet.")
    command = [sys.executable, "-m", "galley", "build", str(content), "--output", str(site)]
    command += ["--today", CONTENTS["small"].today]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    with served(site) as url:
        yield url


_COLOPHON = '<footer class="colophon"><p id="hers">{{ page.site.footer }}</p></footer>'


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("scheme", "accent", "paper"),
    [
        ("light", "rgb(138, 28, 74)", "rgb(255, 247, 238)"),
        ("dark", "rgb(254, 135, 173)", "rgb(29, 19, 13)"),
    ],
)
def test_her_colours_and_type_are_seen_and_can_be_read(
    browser: Browser, own_site: str, scheme: str, accent: str, paper: str
) -> None:
    # The policy would refuse the script that axe is.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("first.html", "index.html", "tag/testing.html"):
        page.goto(own_site + address)
        page.locator(":root:not([data-faces])").wait_for(state="attached")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    seen = page.evaluate(
        """() => {
            const probe = document.createElement('a');
            probe.href = '#';
            document.querySelector('main').append(probe);
            const nodes = [probe, document.documentElement, document.querySelector('#hers')];
            const [link, root, foot] = nodes.map(node => getComputedStyle(node));
            const family = link.fontFamily.split(',')[0];
            return [link.color, root.backgroundColor, family, foot.letterSpacing];
        }"""
    )
    assert seen == [accent, paper, '"Source Sans"', "3px"]
    assert [url for url in asked if "serif" in url] == []
    assert page.locator("#hers a").get_attribute("href") == "../first.html"
    context.close()


def test_a_file_of_hers_is_at_its_address(browser: Browser, own_site: str) -> None:
    page = browser.new_page()
    answer = page.goto(own_site + "leaflet.txt")
    assert answer is not None
    assert answer.text() == "A leaflet."
    page.close()
