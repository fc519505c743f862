"""Publishing on a real Jupyter server: checked, built, shown, stopped."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_raw_cell
from tests.jupyterlab.conftest import TOKEN
from tests.jupyterlab.test_articles_server import SITE, ask, blog_server
from tests.jupyterlab.test_preview_server import Server

from galley.jupyterlab.articles.builds import Progress
from galley.jupyterlab.articles.sites import Sites, site_folder
from galley.publishing.version import versions_of

pytestmark = pytest.mark.kernel

FRONT = """\
---
title: Hands learn again
description: What is known about training a hand after a stroke.
date: {date}
authors: [lopez]
disclosures: none
{more}---"""
BUILD_SECONDS = 120


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with blog_server(tmp_path_factory.mktemp("server")) as running:
        yield running


def write(server: Server, name: str, code: str = "1 + 1", more: str = "") -> str:
    """Write an article; return its path on the server."""
    date = "2999-01-02" if "later" in more else "2026-01-02"
    front = FRONT.format(date=date, more="" if "later" in more else more)
    cells = [new_raw_cell(front, id="front"), new_code_cell(code, id="code")]
    metadata = {"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}}
    path = server.folder / "blog" / name
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return f"blog/{name}"


def publish(server: Server, **order: Any) -> dict[str, Any]:
    """Publish and wait; return the last that is told."""
    answer = ask(server, "publish", **order)
    assert answer.status == 200, answer
    return follow(server, answer.data["id"], lambda told: told["ended"])


def follow(server: Server, number: int, until: Any) -> dict[str, Any]:
    end = time.monotonic() + BUILD_SECONDS
    while time.monotonic() < end:
        told: dict[str, Any] = server.send(f"galley/publish?id={number}").data
        if until(told):
            return told
        time.sleep(0.1)
    pytest.fail(f"no end in sight: {told}")


def fetch(server: Server, path: str, token: str = TOKEN) -> tuple[int, dict[str, str], str]:
    headers = {"Authorization": f"token {token}"} if token else {}
    request = urllib.request.Request(f"{server.url}/galley/{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode()


def test_an_article_is_published_and_shown_without_any_power(server: Server) -> None:
    path = write(server, "hands.ipynb")
    told = publish(server, article=path, send=True)
    ended = told["ended"]
    assert (ended["state"], ended["address"], ended["sent"]) == ("published", "hands.html", "")
    assert told["place"] == str(server.folder / "blog" / "site")
    status, headers, page = fetch(server, f"site/{told['site']}/hands.html")
    assert (status, "Hands learn again" in page) == (200, True)
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-same-origin allow-downloads allow-popups; default-src")
    assert "script" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Hands learn" not in fetch(server, f"site/{told['site']}/hands.html", token="")[2]
    for other in ("../site.toml", "none.html", ".galley-published.json", "%2e%2e/site.toml"):
        assert fetch(server, f"site/{told['site']}/{other}")[0] == 404
    assert fetch(server, "site/0123456789abcdef/hands.html")[0] == 404


def test_a_draft_and_an_article_of_a_later_day_are_not_published(server: Server) -> None:
    draft = write(server, "draft.ipynb", more="draft: true\n")
    assert publish(server, article=draft, send=True)["ended"]["state"] == "draft"
    later = publish(server, article=write(server, "later.ipynb", more="later"), send=True)
    assert (later["ended"]["state"], later["ended"]["day"]) == ("scheduled", "2999-01-02")
    assert not (server.folder / "blog" / "site" / "draft.html").exists()


def test_errors_stop_publishing_before_anything_runs(server: Server) -> None:
    path = write(server, "wrong.ipynb", code="open('ran', 'w')", more="review_by: soon\n")
    ended = publish(server, article=path, send=True)["ended"]
    assert ended["state"] == "errors"
    assert [(each["file"], each["cell"], each["line"]) for each in ended["findings"]] == [
        ("blog/wrong.ipynb", "front", 7)
    ]
    assert not (server.folder / "blog" / "ran").exists()


def test_a_cell_that_fails_is_named(server: Server) -> None:
    path = write(server, "failing.ipynb", code="raise ValueError('no data')")
    ended = publish(server, article=path, send=True)["ended"]
    assert ended["state"] == "failed"
    assert "code" in {each["cell"] for each in ended["findings"]}
    assert any("no data" in each["message"] for each in ended["findings"])
    (server.folder / path).unlink()


def test_a_text_is_published_and_its_failing_cell_is_named(server: Server) -> None:
    front = FRONT.format(date="2026-01-02", more="")
    path = server.folder / "blog" / "text.md"
    path.write_text(f"{front}\n\nWords.\n\n```{{code-cell}}\nraise ValueError('no data')\n```\n")
    ended = publish(server, article="blog/text.md", send=True)["ended"]
    assert ended["state"] == "failed"
    assert {(each["cell"], each["line"]) for each in ended["findings"]} == {("cell-3", 1)}
    path.write_text(f"{front}\n\nWords.\n")
    ended = publish(server, article="blog/text.md", send=True)["ended"]
    assert (ended["state"], ended["address"]) == ("published", "text.html")
    path.unlink()


def test_publishing_is_followed_by_cell_and_stopped(server: Server) -> None:
    code = "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(600)"
    path = write(server, "slow.ipynb", code=code)
    number = ask(server, "publish", article=path, send=True).data["id"]
    told = follow(server, number, lambda told: told["progress"]["running"])
    assert told["progress"]["step"] == "Running the articles"
    pid = server.folder / "blog" / "pid"
    follow(server, number, lambda _: pid.is_file() and pid.read_text("utf-8"))
    refused = ask(server, "publish", article=path, send=True)
    assert (refused.status, refused.data["message"]) == (
        400,
        "Something is being published already. Wait until it is done, or stop it.",
    )
    request = urllib.request.Request(
        f"{server.url}/galley/publish?id={number}",
        headers={"Authorization": f"token {TOKEN}"},
        method="DELETE",
    )
    urllib.request.urlopen(request, timeout=60).close()
    assert follow(server, number, lambda told: told["ended"])["ended"] == {"state": "stopped"}
    expect_gone(int(pid.read_text("utf-8")))
    (server.folder / path).unlink()


def expect_gone(pid: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the kernel still runs")


def test_a_site_is_sent_where_site_toml_says_once_the_author_has_seen_what_leaves(
    server: Server,
) -> None:
    toml = server.folder / "blog" / "site.toml"
    target = '\n[publish]\nto = "../www"\n'
    toml.write_text(f'base_url = "https://example.org/"\n{SITE}{target}', encoding="utf-8")
    try:
        assert server.send("galley/publish-target?folder=blog").data == {"target": "../www"}
        article = write(server, "hands.ipynb")
        looked = publish(server, article=article, send=True)["ended"]
        assert not (server.folder / "www").exists()
        ended = publish(server, article=article, send=True, looked=True)["ended"]
        again = publish(server, article=article, send=True)["ended"]
    finally:
        toml.write_text(SITE, encoding="utf-8")
    assert looked["state"] == "look"
    assert looked["message"].startswith("This will be public at https://example.org/:\n")
    assert "sent" not in looked
    assert again["state"] == "published"
    assert (ended["sent"], ended["url"]) == ("../www", "https://example.org/hands.html")
    assert "Hands learn again" in (server.folder / "www" / "hands.html").read_text("utf-8")
    # As after `galley publish`, the version can be undone.
    versions = versions_of(server.folder / "blog" / ".galley", "site").read()
    assert [(each.number, each.target) for each in versions] == [(1, "../www")]


def test_the_whole_site_is_made_without_being_sent(server: Server) -> None:
    write(server, "hands.ipynb")
    ended = publish(server, folder="blog", send=False)["ended"]
    assert (ended["state"], ended["address"]) == ("published", "index.html")
    assert "sent" not in ended
    assert ended["counts"]["built"] + ended["counts"]["unchanged"] >= 1


def test_nobody_publishes_without_the_token(server: Server) -> None:
    body = json.dumps({"article": "blog/hands.ipynb"}).encode()
    assert server.send("galley/publish", body, token="").status == 403
    assert server.send("galley/publish?id=1", token="").status == 403
    assert ask(server, "publish", article="../secret.ipynb").status == 403
    assert server.send("galley/publish?id=99").status == 404
    assert server.send("galley/publish?id=x").status == 404


def test_the_site_lies_where_galley_build_would_put_it(tmp_path: Path) -> None:
    blog = tmp_path / "blog"
    blog.mkdir()
    (blog / "site.toml").write_text("", encoding="utf-8")
    assert site_folder(blog, tmp_path, blog) == tmp_path / "site"
    assert site_folder(blog, blog, blog) == blog / "site"
    assert site_folder(blog, Path("/"), blog) == blog / "site"


def test_two_content_folders_do_not_share_a_site(tmp_path: Path) -> None:
    assert site_folder(tmp_path / "blog", tmp_path, tmp_path) == tmp_path / "blog" / "site"


def test_a_site_nobody_was_told_of_is_not_shown(tmp_path: Path) -> None:
    assert Sites().find_file("0123456789abcdef", "index.html") is None
    sites = Sites()
    assert sites.find_file(sites.key(tmp_path), "index.html") is None


def test_progress_tells_the_cell_that_runs_and_forgets_it_at_its_end() -> None:
    progress = Progress()
    event = {"kind": "article", "file": "a.ipynb", "edition": "", "left_s": 7.0, "total": 2}
    progress.take({"kind": "step", "message": "Running the articles"})
    progress.take({**event, "state": "running", "cell": 2, "cells": 5, "done": 0})
    running = [{"file": "a.ipynb", "edition": "", "cell": 2, "cells": 5}]
    assert progress.record() == {
        "step": "Running the articles",
        "done": 0,
        "total": 2,
        "left_s": 7.0,
        "running": running,
    }
    progress.take({**event, "state": "built", "cell": 0, "cells": 0, "done": 1})
    assert (progress.record()["running"], progress.record()["done"]) == ([], 1)
