"""A real JupyterLab on a folder of its own, with nothing of the person who runs the tests."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from galley.commands.lab import DEFAULTS, QUIET, panels_of_a_clone
from galley.console.machine import find_browser

TOKEN = "test"
START_SECONDS = 90
PAGE_SECONDS = 60


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Attributes
    ----------
    folder
        Where its notebooks are.
    settings
        Where it keeps what a person chooses in its menus.
    """

    folder: Path
    settings: Path
    url: str

    def page(self, notebook: str) -> str:
        """Return the address at which a notebook is open."""
        return f"{self.url}/lab/tree/{notebook}?reset&token={TOKEN}"

    def contents(self, notebook: str) -> dict[str, Any]:
        """Return a notebook as the server hands it to the page, with what it trusts."""
        with self.ask(f"api/contents/{notebook}") as answer:
            return dict(json.load(answer)["content"])

    def choose(self, plugin: str, **values: object) -> None:
        """Choose settings of a part of the lab; pages opened from now on have them."""
        path = self.settings / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")

    def ask(self, path: str, method: str = "GET") -> Any:
        address = f"{self.url}/{path}?token={TOKEN}"
        return urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Start JupyterLab and end it with its kernels."""
    home = tmp_path_factory.mktemp("lab")
    running = Lab(home / "notebooks", home / "settings", f"http://127.0.0.1:{free_port()}")
    running.folder.mkdir()
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command(running), env=environment(home), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_until_ready(running, process, home / "log.txt")
            yield running
            running.ask("api/shutdown", "POST").close()
            process.wait(60)
        finally:
            process.kill()
            process.wait()


def command(lab: Lab) -> list[str]:
    port = lab.url.rpartition(":")[2]
    return [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *QUIET,
        *panels_of_a_clone(),
        # Tests change notebooks as extensions do.
        "--LabApp.expose_app_in_browser=True",
        *(f"--port={port}", "--ServerApp.port_retries=0"),
        *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={lab.folder}"),
    ]


def environment(home: Path) -> dict[str, str]:
    """Keep settings, trust and history of this run to this run."""
    own = {
        "HOME": home,
        "IPYTHONDIR": home / "ipython",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_CONFIG_PATH": DEFAULTS,
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "MPLCONFIGDIR": home / "matplotlib",
    }
    return {**os.environ, **{name: str(path) for name, path in own.items()}}


def wait_until_ready(lab: Lab, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            lab.ask("api/status").close()
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8')}")
            time.sleep(0.2)
        else:
            return


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


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Return a function that opens an address in a new context."""
    with ExitStack() as contexts:

        def open_page(url: str) -> Page:
            context = browser.new_context(viewport={"width": 1280, "height": 1000})
            contexts.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PAGE_SECONDS * 1000)
            page.goto(url)
            return page

        yield open_page


def missing(reason: str) -> None:
    """Skip for a person who has not got a program; fail where nobody would see the skip."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
