"""The addresses for whole articles on a real Jupyter server."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.jupyterlab.conftest import TOKEN, environment, free_port
from tests.jupyterlab.test_preview_server import Answer, Server, command, wait

pytestmark = pytest.mark.kernel

SITE = """\
title = "Recovery"
categories = ["Recovery"]
languages = ["en", "id"]

[authors.lopez]
name = "Maria Lopez"
credentials = "MD"
affiliation = "St. Mary Hospital"
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with blog_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@contextmanager
def blog_server(home: Path) -> Iterator[Server]:
    """Start a server on a folder that holds a site, and end it."""
    running = Server(home / "open", f"http://127.0.0.1:{free_port()}/lab")
    (running.folder / "blog").mkdir(parents=True)
    (running.folder / "blog" / "site.toml").write_text(SITE, encoding="utf-8")
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command(running), env=environment(home), stdout=log, stderr=subprocess.STDOUT, cwd=home
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


def ask(server: Server, route: str, **question: object) -> Answer:
    return server.send(f"galley/{route}", json.dumps(question).encode())


def look(server: Server, route: str, **question: str) -> Answer:
    return server.send(f"galley/{route}?{urllib.parse.urlencode(question)}")


def test_a_new_article_is_made_from_what_the_site_offers(server: Server) -> None:
    offered = look(server, "new-article", folder="blog").data
    assert (offered["languages"], offered["categories"]["en"]) == (["en", "id"], ["Recovery"])
    answer = ask(server, "new-article", folder="blog", title="100% new", lang="en")
    assert (answer.status, answer.data) == (200, {"path": "blog/100-new.ipynb"})
    assert (server.folder / "blog" / "100-new.ipynb").is_file()
    again = ask(server, "new-article", folder="blog", title="100% new", lang="en")
    assert (again.status, again.data["message"]) == (
        400,
        "There is an article '100-new' already: blog/100-new.ipynb. "
        "Open that one, or give another title.",
    )


def test_a_refusal_shows_a_sign_of_per_cent_as_it_is(server: Server) -> None:
    answer = ask(server, "new-article", folder="blog", title="%", lang="en")
    assert answer.data["message"] == (
        "No address can be made of the title '%'. Use some letters or digits."
    )


@pytest.mark.parametrize(
    ("folder", "status", "message"),
    [
        ("..", 403, "This folder lies outside of the folder that is open."),
        ("none", 404, "There is no folder of this name."),
        ("blog/site.toml", 404, "There is no folder of this name."),
        ("a\0b", 404, "There is no folder of this name."),
    ],
)
def test_no_article_is_begun_elsewhere(
    folder: str, status: int, message: str, server: Server
) -> None:
    answer = ask(server, "new-article", folder=folder, title="A title", lang="en")
    assert (answer.status, answer.data) == (status, {"message": message})
    assert look(server, "new-article", folder=folder).status == status


def test_nobody_begins_an_article_without_the_token(server: Server) -> None:
    body = json.dumps({"folder": "blog", "title": "Secret", "lang": "en"}).encode()
    assert server.send("galley/new-article", body, token="").status == 403
    assert server.send("galley/new-article", token="").status == 403
    assert not Path(server.folder / "blog" / "secret.ipynb").exists()


def test_a_file_of_the_author_is_not_taken_for_one_of_ours(server: Server) -> None:
    (server.folder.parent / "galley.py").write_text("raise SystemExit('not this')", "utf-8")
    assert look(server, "articles", folder="blog").status == 200
    (server.folder.parent / "galley.py").unlink()


def test_all_articles_are_listed_with_their_state(server: Server) -> None:
    folder = server.folder / "listed"
    folder.mkdir()
    (folder / "site.toml").write_text(SITE, encoding="utf-8")
    assert ask(server, "new-article", folder="listed", title="Sleep", lang="id").status == 200
    (folder / "torn.ipynb").write_text('{"cells": [', encoding="utf-8")
    answer = look(server, "articles", folder="listed")
    assert (answer.status, answer.data["folder"]) == (200, "listed")
    torn, sleep = answer.data["articles"]
    assert (torn["file"], torn["state"]) == ("listed/torn.ipynb", "failing")
    assert torn["problem"] == "the file breaks off before its end"
    assert (sleep["file"], sleep["title"], sleep["lang"]) == ("listed/sleep.ipynb", "Sleep", "id")
    assert (sleep["state"], sleep["page"], sleep["is_overdue"]) == ("draft", "", False)
    assert sleep["findings"]["error"] == 0


def test_a_site_that_cannot_be_read_says_where(server: Server) -> None:
    folder = server.folder / "unread"
    folder.mkdir()
    (folder / "site.toml").write_text("title = \n", encoding="utf-8")
    answer = look(server, "articles", folder="unread")
    assert (answer.status, answer.data["message"]) == (
        400,
        "In unread/site.toml:1: A value is missing, or a text has no quotes. "
        'Write key = "value" on each line; texts need quotes, lists need brackets.',
    )


def test_the_tour_is_laid_into_the_open_folder_when_it_is_asked_for(server: Server) -> None:
    assert ask(server, "tour", greeting=True).data == {"path": ""}
    assert ask(server, "tour").data == {"path": "galley-tour/tour.ipynb"}
    assert (server.folder / "galley-tour" / "tour.ipynb").is_file()
    assert server.send("galley/tour", b"{}", token="").status == 403


def test_the_export_menu_gives_the_page_that_nbconvert_gives(server: Server) -> None:
    assert ask(server, "new-article", folder="blog", title="Export me", lang="en").status == 200
    headers = {"Authorization": f"token {TOKEN}"}
    address = f"{server.url}/nbconvert/article/blog/export-me.ipynb?download=true"
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        exported = answer.read()
    source = server.folder / "blog" / "export-me.ipynb"
    command = [sys.executable, "-m", "nbconvert", "--to", "article", str(source)]
    subprocess.run(command, check=True, capture_output=True, cwd=server.folder)
    assert exported == source.with_suffix(".html").read_bytes()
