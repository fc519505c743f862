"""A real Jupyter server with Galley's addresses: who may ask, for what, and what comes back."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.jupyterlab.conftest import START_SECONDS, TOKEN, environment, free_port
from tests.jupyterlab.notebooks import markdown, notebook_of

from galley.checks.rule_facts import known_rules

pytestmark = pytest.mark.kernel

FRONT_MATTER = "---\ntitle: A title\ndate: 2026-01-02\n---"
DEEP = ('{"a":' * 100_000).encode()


@dataclass(frozen=True)
class Answer:
    status: int
    data: Any


@dataclass(frozen=True)
class Server:
    """A running server."""

    folder: Path
    url: str

    def send(self, path: str, body: bytes | None = None, token: str = TOKEN) -> Answer:
        headers = {"Authorization": f"token {token}"} if token else {}
        request = urllib.request.Request(f"{self.url}/{path}", data=body, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, json.loads(answer.read() or b"{}"))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, json.loads(error.read() or b"{}"))

    def preview(self, path: str, *cells: dict[str, Any]) -> Answer:
        return self.send("galley/preview", json.dumps(question(path, *cells)).encode())


def question(path: str, *cells: dict[str, Any]) -> dict[str, Any]:
    return {"path": path, "notebook": notebook_of(*cells), "edition": ""}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("server")
    running = Server(home / "open", f"http://127.0.0.1:{free_port()}/lab")
    (running.folder / "articles").mkdir(parents=True)
    (running.folder / "articles" / "site.toml").write_text('title = "Site"', encoding="utf-8")
    for path in (running.folder / "articles" / "new.ipynb", home / "secret.ipynb"):
        path.write_text(json.dumps(notebook_of(markdown("Saved.", "saved"))), encoding="utf-8")
    (running.folder / "articles" / "away.ipynb").symlink_to(home / "secret.ipynb")
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command(running), env=environment(home), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait(running, process, home / "log.txt")
            yield running
            running.send("api/shutdown", b"")
            process.wait(20)
        finally:
            process.kill()
            process.wait()
    assert "Traceback" not in (home / "log.txt").read_text("utf-8")


def command(server: Server) -> list[str]:
    port = server.url.split(":")[2].partition("/")[0]
    return [
        *(sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"),
        "--ServerApp.jpserver_extensions={'galley.jupyterlab': True}",
        *(f"--port={port}", "--ServerApp.port_retries=0", "--ServerApp.base_url=/lab/"),
        *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={server.folder}"),
    ]


def wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            server.send("api/status")
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"the server did not start:\n{log.read_text('utf-8')}")
            time.sleep(0.2)
        else:
            return


def test_the_preview_shows_what_is_not_saved(server: Server) -> None:
    answer = server.preview(
        "articles/new.ipynb", markdown(FRONT_MATTER, "front"), markdown("Unsaved.", "words")
    )
    assert answer.status == 200
    assert "Unsaved." in answer.data.pop("html")
    findings = answer.data.pop("findings")
    assert {"rule", "severity", "message", "fix", "cell", "line"} <= findings[0].keys()
    assert {each["file"] for each in findings} == {"articles/new.ipynb"}
    counts = answer.data.pop("counts")
    assert sum(counts.values()) == len(findings)
    assert list(counts) == ["error", "warning", "advice"]
    assert answer.data == {
        "title": "A title",
        "lang": "en",
        "editions": [],
        "cells": [["front", 0], ["words", 1]],
    }


def test_the_rules_are_told_with_their_reasons(server: Server) -> None:
    rules = server.send("galley/rules").data["rules"]
    assert list(rules) == list(known_rules())
    assert all(
        list(rule) == ["what", "why", "cost", "group", "severity"] for rule in rules.values()
    )


def test_nobody_is_answered_without_the_token(server: Server) -> None:
    body = json.dumps(question("articles/new.ipynb")).encode()
    assert server.send("galley/preview", body, token="").status == 403
    assert server.send("galley/preview", body, token="wrong").status == 403
    assert server.send("galley/rules", token="").status == 403


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("../secret.ipynb", 403, "This notebook lies outside of the folder that is open."),
        ("articles/away.ipynb", 403, "This notebook lies outside of the folder that is open."),
        ("articles/none.ipynb", 404, "There is no notebook of this name."),
        ("articles/site.toml", 404, "There is no notebook of this name."),
        ("articles", 404, "There is no notebook of this name."),
        ("a\0b.ipynb", 404, "There is no notebook of this name."),
        (f"{'a' * 5000}.ipynb", 404, "There is no notebook of this name."),
    ],
)
def test_no_other_file_is_reached(path: str, status: int, message: str, server: Server) -> None:
    answer = server.preview(path)
    assert (answer.status, answer.data) == (status, {"message": message})


def test_a_path_with_a_leading_slash_is_inside_too(server: Server) -> None:
    assert server.preview("/articles/new.ipynb").status == 200


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"1", b'{"notebook": 1}', b"\xff", DEEP])
def test_a_request_that_is_broken_is_refused_and_the_server_goes_on(
    body: bytes, server: Server
) -> None:
    answer = server.send("galley/preview", body)
    assert (answer.status, list(answer.data)) == (400, ["message"])
    assert server.preview("articles/new.ipynb", markdown("Well.", "a")).status == 200


def test_of_many_requests_at_once_the_newest_is_answered(server: Server) -> None:
    with ThreadPoolExecutor(12) as pool:
        answers = list(
            pool.map(
                lambda number: server.preview(
                    "articles/new.ipynb", markdown(f"Word {number}. " * 500, "a")
                ),
                range(12),
            )
        )
    statuses = [answer.status for answer in answers]
    assert set(statuses) <= {200, 409}
    assert 200 in statuses
    refused = [answer.data for answer in answers if answer.status == 409]
    assert all(data == {"message": "A newer preview was asked for."} for data in refused)


def test_the_server_answers_others_while_a_page_is_made(server: Server) -> None:
    with ThreadPoolExecutor(1) as pool:
        long = pool.submit(server.preview, "articles/new.ipynb", markdown("Word. " * 50_000, "a"))
        started = time.monotonic()
        waited = []
        while not long.done():
            before = time.monotonic()
            server.send("api/status")
            waited.append(time.monotonic() - before)
        lasted = time.monotonic() - started
    assert long.result().status == 200
    assert max(waited) < max(lasted / 2, 0.5)
