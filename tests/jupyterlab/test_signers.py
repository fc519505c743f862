"""The page beside an open notebook names who signed it until the author changes what they read."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.article.article import read_article
from galley.checks.content import identity_of
from galley.cli import run
from galley.html.reviewing import Reviewed
from galley.jupyterlab.signers import open_reviewed
from galley.workspace import Workspace, read_workspace

FRONT = """---
title: A title
date: 2026-11-01
authors: [{name: Ana Putri}]
reviewers: [lopez]
disclosures: none
---"""
SITE = '[authors.lopez]\nname = "Maria Lopez"\n'


def notebook_of(text: str, *cells: NotebookNode) -> NotebookNode:
    front, words = new_markdown_cell(FRONT, id="front"), new_markdown_cell(text, id="words")
    return new_notebook(cells=[front, words, *cells])


def code(*outputs: NotebookNode, source: str = "1 + 1") -> NotebookNode:
    return new_code_cell(source, id="sum", outputs=list(outputs), execution_count=1)


def result(text: str) -> NotebookNode:
    data = {"text/plain": text}
    return nbformat.v4.new_output("execute_result", data, execution_count=1)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a notebook that was saved as it ran, and that somebody signed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    (tmp_path / "site.toml").write_text(SITE, encoding="utf-8")
    path = tmp_path / "x.ipynb"
    nbformat.write(notebook_of("Words.", code(result("2"))), path)
    assert run(["sign", "x", "--as", "lopez"]) == 0
    return path


def names(path: Path, notebook: NotebookNode) -> list[str]:
    workspace: Workspace = read_workspace(path.parent, "")
    (source,) = workspace.sources
    # What is open is what is read, not the file; the first cell is no part of the text.
    article = read_article(new_notebook(cells=notebook.cells[1:]), identity_of(source, ""))
    found = open_reviewed(article, notebook, path, workspace)
    assert isinstance(found, Reviewed)
    return [person.name for person in found.reviewers]


def test_who_signed_is_named_while_the_text_is_the_same(path: Path) -> None:
    assert names(path, notebook_of("Words.", code(result("2")))) == ["Maria Lopez"]


def test_a_changed_word_and_a_changed_output_end_a_signature(path: Path) -> None:
    assert names(path, notebook_of("Other words.", code(result("2")))) == []
    assert names(path, notebook_of("Words.", code(result("3")))) == []


def test_without_outputs_the_code_is_compared(path: Path) -> None:
    assert names(path, notebook_of("Words.", code())) == ["Maria Lopez"]
    assert names(path, notebook_of("Words.", code(source="1 + 2"))) == []


def test_what_nobody_signed_is_left_to_the_author(path: Path) -> None:
    (path.parent / "sheets" / "x.en.yml").unlink()
    workspace = read_workspace(path.parent, "")
    notebook = notebook_of("Words.", code(result("2")))
    article = read_article(notebook, identity_of(workspace.sources[0], ""))
    assert open_reviewed(article, notebook, path, workspace) is None
    assert open_reviewed(article, notebook, path, None) is None
