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

    def send(
        self, path: str, body: bytes | None = None, token: str = TOKEN, lang: str = "en"
    ) -> Answer:
        headers = {"Accept-Language": lang}
        if token:
            headers["Authorization"] = f"token {token}"
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
            process.wait(60)
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
    groups = answer.data.pop("groups")
    told = [number for group in (*groups["first"], *groups["rest"]) for number in group]
    assert sorted(told) == list(range(len(findings)))
    assert list(counts) == ["error", "warning", "advice"]
    assert answer.data == {
        "title": "A title",
        "lang": "en",
        "editions": [],
        "is_article": True,
        "cells": [["front", 0], ["words", 1]],
    }


def test_the_rules_are_told_with_their_reasons(server: Server) -> None:
    rules = server.send("galley/rules").data["rules"]
    assert list(rules) == list(known_rules())
    assert rules["citation-unknown-key"] == {
        "what": "a citation of a work that the bibliography does not have",
        "why": "A reader who wants to check the claim finds no reference behind it.",
        "cost": "costs a look into the sources",
        "group": "Citations and references",
        "severity": "error",
        "bad": "Others saw the same [@smiht2020].",
        "good": "Others saw the same [@smith2020].",
    }
    rules = server.send("galley/rules", lang="id-ID").data["rules"]
    assert rules["citation-unknown-key"] == {
        "what": "kutipan karya yang tidak ada di daftar pustaka",
        "why": "Pembaca yang ingin memeriksa pernyataan itu tidak menemukan rujukannya.",
        "cost": "biayanya melihat sumber",
        "group": "Kutipan dan rujukan",
        "severity": "error",
        "bad": "Peneliti lain melihat hal yang sama [@smiht2020].",
        "good": "Peneliti lain melihat hal yang sama [@smith2020].",
    }


def ask_to_mend(server: Server, route: str, rule: str, *cells: dict[str, Any]) -> Any:
    """Ask for all findings of one rule to be mended."""
    found = server.preview("articles/new.ipynb", *cells).data["findings"]
    keys = [each["key"] for each in found if each["rule"] == rule]
    body = {**question("articles/new.ipynb", *cells), "keys": keys}
    answer = server.send(f"galley/{route}", json.dumps(body).encode())
    assert answer.status == 200
    return answer.data


def test_a_cell_is_mended_by_whoever_has_it_open(server: Server) -> None:
    saved = (server.folder / "articles" / "new.ipynb").read_bytes()
    rule = "front-matter-missing-review-by"
    for route in ("mend", "mend/files"):
        told = ask_to_mend(server, route, rule, markdown(FRONT_MATTER, "front"))
        after = FRONT_MATTER.replace("\n---", "\nreview_by: 2028-01-02\n---")
        assert told["cells"] == [{"cell": "front", "before": FRONT_MATTER, "after": after}]
        assert (told["files"], told["changed"]) == ([], [])
    assert (server.folder / "articles" / "new.ipynb").read_bytes() == saved


def test_the_bibliography_is_written_when_that_is_asked(server: Server) -> None:
    cells = (markdown(FRONT_MATTER, "front"), markdown("It is said [@nobody2020].", "said"))
    path = server.folder / "articles" / "references.bib"
    told = ask_to_mend(server, "mend", "citation-unknown-key", *cells)
    assert told["files"] == ["articles/references.bib"]
    assert not path.exists()
    ask_to_mend(server, "mend/files", "citation-unknown-key", *cells)
    assert path.read_text("utf-8").startswith("@article{nobody2020,\n")
    path.unlink()


def test_a_question_for_the_page_writes_nothing(server: Server) -> None:
    """Whoever may read must not be able to mend files by asking for a preview."""
    before = files_of(server)
    cells = [markdown(FRONT_MATTER, "front"), markdown("Seen before [@nobody2020].", "words")]
    for want in ("findings", "page"):
        found = server.preview("articles/new.ipynb", *cells).data["findings"]
        body = {
            **question("articles/new.ipynb", *cells),
            "want": want,
            "mend": [finding["key"] for finding in found],
            "writes": True,
        }
        answer = server.send("galley/preview", json.dumps(body).encode())
        assert answer.status == 200
        assert "steps" not in answer.data
    assert files_of(server) == before


def files_of(server: Server) -> dict[str, bytes]:
    found = (path for path in server.folder.rglob("*") if path.is_file())
    return {path.relative_to(server.folder).as_posix(): path.read_bytes() for path in found}


def test_what_is_not_found_any_more_is_not_mended(server: Server) -> None:
    body = {**question("articles/new.ipynb", markdown("Words.", "a")), "keys": ["0123"]}
    answer = server.send("galley/mend", json.dumps(body).encode())
    assert answer == Answer(200, {"steps": [], "cells": [], "files": [], "changed": []})


@pytest.mark.parametrize("route", ["mend", "mend/files", "except"])
def test_nobody_mends_without_the_token(route: str, server: Server) -> None:
    body = json.dumps({**question("articles/new.ipynb"), "keys": []}).encode()
    assert server.send(f"galley/{route}", body, token="").status == 403


@pytest.mark.parametrize("route", ["mend", "mend/files"])
def test_mending_stays_in_the_open_folder(route: str, server: Server) -> None:
    body = json.dumps({**question("../secret.ipynb"), "keys": []}).encode()
    answer = server.send(f"galley/{route}", body)
    told = "This notebook lies outside of the folder that is open."
    assert answer == Answer(403, {"message": told})


@pytest.mark.parametrize("body", [b"{}", b'{"notebook": {}}', b'{"notebook": {}, "keys": 1}'])
def test_a_request_to_mend_that_is_broken_is_refused(body: bytes, server: Server) -> None:
    answer = server.send("galley/mend", body)
    assert answer == Answer(400, {"message": "The request holds no notebook or no problems."})


def set_aside(server: Server, reason: str, lang: str = "en") -> Answer:
    asked = {"source": FRONT_MATTER, "rule": "image-missing", "reason": reason}
    return server.send("galley/except", json.dumps(asked).encode(), lang=lang)


def test_a_problem_is_set_aside_with_a_reason(server: Server) -> None:
    entry = "ignore:\n  image-missing: it comes tomorrow\n---"
    changed = FRONT_MATTER.removesuffix("---") + entry
    assert set_aside(server, "it comes tomorrow") == Answer(200, {"source": changed})


def test_without_a_reason_it_is_not(server: Server) -> None:
    told = "Say in three words or more why it may stay."
    assert set_aside(server, "because so") == Answer(400, {"message": told})
    told = "Sebutkan dengan tiga kata atau lebih mengapa ini boleh tetap."
    assert set_aside(server, "karena begitu", "id-ID") == Answer(400, {"message": told})


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


@pytest.mark.parametrize("more", [{"want": "page", "have": []}, {"want": "findings"}])
def test_no_part_of_another_file_is_told(more: dict[str, Any], server: Server) -> None:
    asked = {**question("../secret.ipynb"), "view": "feed", "keys": [], **more}
    assert server.send("galley/preview", json.dumps(asked).encode()).status == 403
    asked["path"] = "articles/new.ipynb"
    assert server.send("galley/preview", json.dumps(asked).encode(), token="").status == 403


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
    assert all(data == {"message": "Something newer was asked for."} for data in refused)


def test_the_server_answers_others_while_a_page_is_made(server: Server) -> None:
    with ThreadPoolExecutor(1) as pool:
        long = pool.submit(server.preview, "articles/new.ipynb", markdown("Word. " * 20_000, "a"))
        started = time.monotonic()
        waited = []
        while not long.done():
            before = time.monotonic()
            server.send("api/status")
            waited.append(time.monotonic() - before)
        lasted = time.monotonic() - started
    assert long.result().status == 200
    assert max(waited) < max(lasted / 2, 0.5)
