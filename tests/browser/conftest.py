"""Real sites, built once for all workers, served from a sub-folder, and one browser per worker."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright
from tests.programs import find_nu_validator, missing

from galley.console.machine import find_browser

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Content:
    """A content folder to build.

    Attributes
    ----------
    base_url
        As its `site.toml` has it.
    served_in
        The folder of the host; 404 pages work only where this is the folder of `base_url`.
    """

    folder: Path
    today: str
    base_url: str
    served_in: str = "blog"

    @property
    def is_at_base_url(self) -> bool:
        return self.base_url.endswith(f"/{self.served_in}/")


CONTENTS = {
    "examples": Content(REPOSITORY / "notebooks", "2026-11-23", "https://example.org/"),
    "small": Content(
        REPOSITORY / "tests" / "sites" / "small" / "content",
        "2026-06-01",
        "https://example.org/blog/",
    ),
    "everything": Content(
        Path(__file__).with_name("content"),
        "2026-06-01",
        "https://example.org/everything/",
        "everything",
    ),
}


@dataclass(frozen=True)
class Site:
    """A published site.

    Attributes
    ----------
    folder
        Where its files are.
    url
        Where it is served, with a slash at the end.
    """

    content: Content
    folder: Path
    url: str

    def pages(self) -> tuple[str, ...]:
        """Return the addresses of all HTML files under the site."""
        found = self.folder.rglob("*.html")
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in found))

    def is_redirect(self, page: str) -> bool:
        return 'http-equiv="refresh"' in self.text(page)

    def text(self, page: str) -> str:
        return (self.folder / page).read_text(encoding="utf-8")

    def page_of(self, url: str) -> str:
        """Return the address under the site of a URL or a file, without fragment; or nothing."""
        for start in (self.url, self.folder.as_uri() + "/", self.content.base_url):
            if url.startswith(start):
                path = unquote(urlsplit(url[len(start) :]).path)
                return f"{path}index.html" if path.endswith("/") or not path else path
        return ""


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = base / "browser sites, é"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def make_site(shared_folder: Path) -> Iterator[Callable[[str], Site]]:
    """Return a function that gives a site by name; it is built by the first who asks."""
    with ExitStack() as servers:
        sites: dict[str, Site] = {}

        def site(name: str) -> Site:
            if name not in sites:
                folder = built(shared_folder, name)
                url = servers.enter_context(served(folder))
                sites[name] = Site(CONTENTS[name], folder, url)
            return sites[name]

        yield site


def built(shared: Path, name: str) -> Path:
    """Build a site unless another worker has; what a failed build said is said to every test."""
    content, folder = CONTENTS[name], shared / name
    site = folder / "served" / content.served_in
    report = folder / "report.txt"
    with FileLock(shared / f"{name}.lock"):
        if not report.exists():
            command = [sys.executable, "-m", "galley", "build", str(content.folder)]
            command += ["--output", str(site), "--store", str(folder / "store")]
            command += ["--today", content.today]
            run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            said = run.stdout + run.stderr if run.returncode else ""
            folder.mkdir(exist_ok=True)
            report.write_text(said, encoding="utf-8")
    if failure := report.read_text(encoding="utf-8"):
        pytest.fail(failure)
    return site


class Host(SimpleHTTPRequestHandler):
    """Serves like common hosts: what is missing is answered with the site's 404 page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = next(Path(self.directory).glob("*/404.html"), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder above a site on a free port; yield the site's URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site.parent))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Return what serves a site that a test has built."""
    return served


@pytest.fixture(scope="session", params=CONTENTS)
def site(request: pytest.FixtureRequest, make_site: Callable[[str], Site]) -> Site:
    """Return each site in turn."""
    return make_site(request.param)


@pytest.fixture(scope="session")
def examples(make_site: Callable[[str], Site]) -> Site:
    """Return the site of the repository's own articles."""
    return make_site("examples")


@pytest.fixture(scope="session")
def small(make_site: Callable[[str], Site]) -> Site:
    """Return the site with editions, a translation, a redirect and a base URL."""
    return make_site("small")


@pytest.fixture(scope="session")
def everything(make_site: Callable[[str], Site]) -> Site:
    """Return the site whose one article holds each kind of block."""
    return make_site("everything")


# Not for the whole session: while Playwright runs, other tests of the worker may start no loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a Chromium; in the continuous check a missing one is a failure."""
    found = find_browser()
    if found.state != "ok":
        missing(f"no Chromium: {found.fix}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found.found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address in a new context; options are the context's."""
    with ExitStack() as contexts:

        def open_page(url: str, **options: object) -> Page:
            context = browser.new_context(**options)
            contexts.callback(context.close)
            page = context.new_page()
            page.goto(url)
            # Heights and lengths are those of the page's own faces, which come after the words.
            page.locator(":root:not([data-faces])").wait_for(state="attached")
            page.evaluate("document.fonts.ready.then(() => true)")
            return page

        yield open_page


@pytest.fixture(scope="session")
def nu_validator() -> list[str]:
    """Return the command of the Nu HTML checker, which `.ci/run` installs."""
    return find_nu_validator()
