"""Two articles of our own as bundles, made once for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NoReturn

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from galley.cli import run
from galley.console.machine import find_browser

ROOT = Path(__file__).parents[3]
ARTICLES = ("when-is-the-window", "how-synapses-strengthen")
TODAY = "2026-11-26"


def export(store: Path, output: Path, *arguments: str, articles: Iterable[str] = ARTICLES) -> int:
    """Export the articles from the example site, with a store of the tests' own."""
    places = ["--content", str(ROOT / "notebooks"), "--store", str(store), "--today", TODAY]
    return run(["export", *articles, "--to", "bundle", *places, "-o", str(output), *arguments])


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a test run have in common."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "bundles"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def store(shared: Path) -> Path:
    """A store that all exports share, so that each article runs once."""
    with FileLock(shared / "lock"):
        if not (shared / "made").exists():
            assert export(shared / "store", shared / "made") == 0
    return shared / "store"


@pytest.fixture(scope="session")
def bundles(store: Path) -> Path:
    """The folder with the bundles of both articles, in every edition and language; left as is."""
    return store.parent / "made"


# Not for the whole session: while Playwright runs, other tests of the worker may start no loop.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a file; where there is none, they are skipped."""
    found = find_browser()
    if found.state != "ok":
        missing("a Chromium; install one, for example with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.found, args=["--no-sandbox"])
        yield browser
        browser.close()


def missing(program: str) -> NoReturn:
    """Skip a test that needs a program which is not there; where nobody reads that, fail."""
    if os.environ.get("CI"):
        pytest.fail(f"this test needs {program}")
    pytest.skip(f"needs {program}")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address, with a slash at the end."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
