"""`galley build` from one address to another, for real."""

from __future__ import annotations

import re
from pathlib import Path

import fsspec
import nbformat
import pytest

from galley.cli import run

pytestmark = pytest.mark.kernel

CONTENT, SITE = "memory://bucket/content", "memory://bucket/site"
TOML = '[site]\ntitle = "Test"\nbase_url = "https://example.org/"\n'
FRONT = "---\ntitle: {title}\ndate: 2026-01-01\ntags: [sleep]\n---\n"


def notebook(title: str, code: str) -> bytes:
    cells = [
        nbformat.v4.new_raw_cell(FRONT.format(title=title), id="front"),
        nbformat.v4.new_code_cell(code, id="code"),
    ]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells)).encode()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a content folder here that is also in the bucket."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content"
    files = {
        "site.toml": TOML.encode(),
        "window.ipynb": notebook("Window", "print(open('data/n.txt').read())"),
        "sleep.ipynb": notebook("Sleep", "print('sleep')"),
        "data/n.txt": b"forty-two",
    }
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        upload(path, data)
    return folder


def upload(path: str, data: bytes) -> None:
    fsspec.filesystem("memory").pipe_file(f"/bucket/content/{path}", data)


def build(content: str = CONTENT, output: str = SITE) -> int:
    return run(["build", content, "--output", output, "--today", "2026-06-01"])


def in_bucket() -> dict[str, bytes]:
    bucket = fsspec.filesystem("memory")
    found = bucket.find("/bucket/site")
    return {name.removeprefix("/bucket/site/"): bucket.cat_file(name) for name in found}


def on_disk(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".galley-lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_site_in_a_bucket_has_the_same_bytes_as_one_here(content, tmp_path, capsys):
    assert build() == 0
    said = capsys.readouterr()
    assert said.out.endswith("Look at memory://bucket/site/index.html\n")
    assert "Fetching 4 files from memory://bucket/content\n" in said.err
    assert build(str(content), "site") == 0
    assert in_bucket() == on_disk(tmp_path / "site")
    assert b"forty-two" in in_bucket()["window.html"]


@pytest.mark.usefixtures("content")
def test_what_did_not_change_is_neither_fetched_nor_run_nor_sent(capsys, failing):
    build()
    failing.uploaded.clear()
    capsys.readouterr()
    assert build() == 0
    said = capsys.readouterr()
    assert "Fetching" not in said.err
    assert "Articles: 2 unchanged." in said.out
    assert failing.uploaded == []


@pytest.mark.usefixtures("content")
def test_findings_name_the_address_that_the_author_typed(capsys):
    upload("window.ipynb", notebook("Window", "1 / 0"))
    assert build(f"{CONTENT}/") == 1
    assert (
        "memory://bucket/content/window.ipynb#code:1: the code stopped with ZeroDivisionError"
        in capsys.readouterr().err
    )


@pytest.mark.usefixtures("content")
def test_an_article_that_fails_keeps_its_page_also_on_a_machine_that_never_built_it(
    tmp_path, monkeypatch
):
    build()
    page = in_bucket()["window.html"]
    upload("window.ipynb", notebook("Window", "1 / 0"))
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "another machine"))
    assert build() == 1
    assert in_bucket()["window.html"] == page


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("allowed", [0, 1, 7, 13])
def test_a_connection_that_breaks_loses_no_page_and_the_next_build_heals(failing, capsys, allowed):
    failing.changes_left = allowed
    assert build() == 1
    said = capsys.readouterr().err
    assert "cannot be written: the connection was lost\n  Fix: " in said
    assert "Traceback" not in said
    there = in_bucket()
    assert missing(there) == []
    failing.changes_left = None
    assert build() == 0
    assert missing(in_bucket()) == []
    assert "sleep.html" in in_bucket()


def missing(site: dict[str, bytes]) -> list[str]:
    """Return the pages that home, feed and sitemap name and that are not there."""
    lists = (site.get(name, b"").decode() for name in ("index.html", "feed.xml", "sitemap.xml"))
    named = {name for text in lists for name in re.findall(r"\b(?:window|sleep)\.html", text)}
    return sorted(named - set(site))


def test_an_output_that_cannot_be_reached_is_said_before_anything_runs(content, capsys):
    assert build(str(content), "gs://bucket/site") == 1
    said = capsys.readouterr().err
    assert said == (
        "'gs://bucket/site' needs a package for gs:// that is not installed\n"
        "  Fix: pip install gcsfs\n"
    )


def test_an_output_that_holds_the_content_is_refused(capsys):
    upload("window.ipynb", notebook("Window", "1"))
    assert build(CONTENT, "memory://bucket") == 2
    assert capsys.readouterr().err.endswith(
        "the output 'memory://bucket' holds the content 'memory://bucket/content'\n"
        "  Fix: give another address, for example one that ends in /site\n"
    )


@pytest.mark.parametrize(
    "command", [["serve", CONTENT], ["lab", CONTENT], ["new", "T", "--content", CONTENT]]
)
def test_other_commands_want_a_folder(command, capsys):
    assert run(command) == 2
    assert "is not on this machine" in capsys.readouterr().err


def test_check_reads_an_address(capsys):
    upload("window.ipynb", notebook("Window", "1"))
    run(["check", CONTENT, "--format", "json"])
    assert '"file": "memory://bucket/content' in capsys.readouterr().out
