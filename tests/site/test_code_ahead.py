"""What is told of code before anything is loaded: right where it matters, and never in the way."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import pytest

from galley.seen import SeenFiles
from galley.site.code_ahead import has_new_code, write_code
from galley.site.request import BuildRequest

CODE = nbformat.v4.new_code_cell("x = 1", id="code")
PROSE = nbformat.v4.new_markdown_cell("# A title", id="prose")


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    content.mkdir()
    (content / ".galley").mkdir()
    write(content / "a.ipynb", PROSE, CODE)
    return BuildRequest(content, "content", tmp_path / "site", date(2026, 6, 1))


def write(path: Path, *cells: nbformat.NotebookNode) -> None:
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def has_new(request_: BuildRequest) -> bool:
    return has_new_code(request_, SeenFiles())


def test_before_the_first_build_all_code_is_new(request_: BuildRequest) -> None:
    assert has_new(request_)


def test_prose_alone_is_no_code(request_: BuildRequest) -> None:
    write(request_.content / "a.ipynb", PROSE)
    (request_.content / "helper.py").write_text("x = 1")
    assert not has_new(request_)


def test_what_was_built_is_not_new(request_: BuildRequest) -> None:
    write_code(request_, SeenFiles())
    assert not has_new(request_)


def test_another_sentence_is_no_new_code(request_: BuildRequest) -> None:
    write_code(request_, SeenFiles())
    write(
        request_.content / "a.ipynb",
        nbformat.v4.new_markdown_cell("# Another title", id="prose"),
        CODE,
    )
    assert not has_new(request_)


@pytest.mark.parametrize("name", ["a.ipynb", "b.ipynb", "deep/c.ipynb"])
def test_another_code_cell_is_new(request_: BuildRequest, name: str) -> None:
    write_code(request_, SeenFiles())
    path = request_.content / name
    path.parent.mkdir(exist_ok=True)
    write(path, PROSE, nbformat.v4.new_code_cell("x = 2", id="code"))
    assert has_new(request_)


def test_a_changed_module_is_new_code(request_: BuildRequest) -> None:
    module = request_.content / "helper.py"
    module.write_text("x = 1")
    write_code(request_, SeenFiles())
    assert not has_new(request_)
    module.write_text("x = 2")
    assert has_new(request_)


def test_a_notebook_that_cannot_be_read_is_left_to_planning(request_: BuildRequest) -> None:
    write_code(request_, SeenFiles())
    for text in ("{", "[]", '{"cells": 3}', '{"cells": [{}]}', "[" * 100_000):
        (request_.content / "a.ipynb").write_text(text)
        assert not has_new(request_), text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_among_the_files_is_not_waited_for(request_: BuildRequest) -> None:
    write_code(request_, SeenFiles())
    os.mkfifo(request_.content / "pipe.ipynb")
    assert not has_new(request_)
    write_code(request_, SeenFiles())


@pytest.mark.parametrize("memory", ["", "[]", '{"schema": 0}', '{"schema": 1, "files": 3}'])
def test_a_damaged_memory_counts_as_none(request_: BuildRequest, memory: str) -> None:
    (request_.content / ".galley" / "code.json").write_text(memory)
    assert has_new(request_)


def test_the_memory_lies_in_the_store_and_is_written_once(
    request_: BuildRequest, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    asked = replace(request_, store=store)
    write_code(asked, SeenFiles())
    kept = store / "code.json"
    assert json.loads(kept.read_bytes())["files"].keys() == {str(asked.content / "a.ipynb")}
    before = kept.stat().st_mtime_ns
    write_code(asked, SeenFiles())
    assert kept.stat().st_mtime_ns == before
