"""What a page weighs on the way to a reader: a real browser, over HTTP, compressed as hosts do.

python -m tests.browser.weights SITE     prints the table of a built site
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import click
from playwright.sync_api import Browser, sync_playwright

from galley.console.machine import find_browser

FIGURE = '<figure class="figure'
_TEXT = re.compile(r"(text/|application/(javascript|json|xml|atom)|image/svg)")
_KINDS = {"Document": "page", "Stylesheet": "style", "Font": "faces", "Image": "pictures"}
# Pictures far below would be asked for only on the way to them.
_ALL_LOADED = """async () => {
    const pictures = [...document.images].map(picture => {
        picture.loading = 'eager';
        return picture.decode().catch(() => null);
    });
    while (document.documentElement.dataset.faces) await new Promise(requestAnimationFrame);
    await Promise.all([document.fonts.ready, ...pictures]);
}"""
# Not the data for search engines, which browsers do not run.
_INLINE = "[...document.scripts].filter(s => !s.type).map(s => s.text).join('')"
COLUMNS = ("page", "style", "faces", "pictures", "script", "other")


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder with gzip, as every common host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data, kind = path.read_bytes(), self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if _TEXT.match(kind) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def compressed(site: Path) -> Iterator[str]:
    """Serve a site; yield its URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site))) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@dataclass(frozen=True)
class Weight:
    """What came over the wire for one page, headers included.

    Attributes
    ----------
    requests
        Address of each request → its kind and bytes.
    inline_script
        Compressed bytes of the script inside the page, which are among those of the page.
    """

    page: str
    requests: Mapping[str, tuple[str, int]]
    inline_script: int = 0

    def bytes_of(self, kind: str) -> int:
        """Return the bytes of one kind."""
        return sum(size for each, size in self.requests.values() if each == kind)

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(size for _, size in self.requests.values())

    def row(self, name: str) -> str:
        """Return the page's line of the table; sizes in kB."""
        sizes = (self.bytes_of(kind) for kind in COLUMNS)
        shown = " | ".join(f"{size / 1000:.1f}" if size else "–" for size in sizes)
        return f"| {name} | {len(self.requests)} | {shown} | **{self.total / 1000:.1f}** |"


HEADING = f"| | requests | {' | '.join(COLUMNS)} | in all |\n|:--|{'--:|' * (len(COLUMNS) + 2)}"


def weigh(browser: Browser, url: str, page: str) -> Weight:
    """Open a page with nothing kept from before, and count what came until all of it is shown."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        tab = context.new_page()
        network = context.new_cdp_session(tab)
        answers: dict[str, tuple[str, str]] = {}
        requests: dict[str, tuple[str, int]] = {}

        def answered(event: dict[str, object]) -> None:
            response = event["response"]
            assert isinstance(response, dict)
            answers[str(event["requestId"])] = (str(response["url"]), str(event["type"]))

        def finished(event: dict[str, object]) -> None:
            address, kind = answers.get(str(event["requestId"]), ("", ""))
            if address and not address.startswith("data:"):
                name = "script" if kind == "Script" else _KINDS.get(kind, "other")
                requests[address] = (name, int(str(event["encodedDataLength"]).split(".")[0]))

        network.on("Network.responseReceived", answered)
        network.on("Network.loadingFinished", finished)
        network.send("Network.enable")
        tab.goto(f"{url}{page}")
        tab.evaluate(_ALL_LOADED)
        # An answer to this comes after all that was told before.
        network.send("Network.enable")
        inside = str(tab.evaluate(_INLINE)).encode()
        return Weight(page, requests, len(gzip.compress(inside, 6)) if inside else 0)
    finally:
        context.close()


def kinds(site: Path) -> dict[str, str]:
    """Return kind of page → the page of that kind that is likely the heaviest."""
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }
    articles = {page: html for page, html in pages.items() if 'class="article-page"' in html}
    plain = {page: html for page, html in articles.items() if "<math" not in html}
    chosen = {
        "home": "index.html",
        "article, three figures": _longest(_with_figures(plain, 3)),
        "the longest article": _longest(plain),
        "the longest with formulas": _longest(articles.keys() - plain.keys(), articles),
        "category": _longest(_under(pages, "category/")),
        "tag": _longest(_under(pages, "tag/")),
        "author": _longest(_under(pages, "author/")),
        "archive": "archive.html",
        "A to Z": "a-z.html",
        "search": "search.html",
        "not found": "404.html",
    }
    return {kind: page for kind, page in chosen.items() if page in pages}


def _with_figures(pages: Mapping[str, str], count: int) -> dict[str, str]:
    return {page: html for page, html in pages.items() if html.count(FIGURE) == count}


def _under(pages: Mapping[str, str], folder: str) -> dict[str, str]:
    return {page: html for page, html in pages.items() if page.startswith(folder)}


def _longest(names: Iterable[str], pages: Mapping[str, str] | None = None) -> str:
    texts = pages or (names if isinstance(names, dict) else {})
    return max(names, key=lambda name: len(gzip.compress(texts[name].encode(), 1)), default="")


def show(rows: Iterable[str]) -> None:
    """Print a table."""
    click.echo("\n".join((HEADING, *rows)))


def main() -> None:
    """Print the table of a built site."""
    site = Path(sys.argv[1])
    with sync_playwright() as playwright, compressed(site) as url:
        browser = playwright.chromium.launch(
            executable_path=find_browser().found, args=["--no-sandbox"]
        )
        show(weigh(browser, url, page).row(kind) for kind, page in kinds(site).items())
        browser.close()


if __name__ == "__main__":
    main()
