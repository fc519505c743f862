"""From `galley export --to docx` through a colleague's hands to `galley review`."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.cli import run

FRONT = """---
title: When training helps most
date: 2026-11-01
authors: [{name: A}]
disclosures: none
---"""
TEXT = "# The window\n\nTraining helps most in the first *four* weeks.\n\nAsk your team about it."

pytestmark = pytest.mark.kernel


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Export a small article as a Word file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    (tmp_path / "notebooks").mkdir()
    cells = [new_markdown_cell(FRONT, id="front"), new_markdown_cell(TEXT, id="words")]
    path = tmp_path / "notebooks" / "x.ipynb"
    path.write_text(nbformat.writes(new_notebook(cells=cells)), encoding="utf-8")
    assert run(["export", "x", "--to", "docx"]) == 0
    return tmp_path / "exports" / "x.docx"


def changed(file: Path, before: str, after: str) -> Path:
    """Return the file as somebody saved it who changed words without tracking."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            new.writestr(name, data)
    back = file.with_name("back.docx")
    back.write_bytes(out.getvalue())
    return back


def test_what_comes_back_untouched_says_nothing(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["review", str(sent)]) == 0
    told = capsys.readouterr().out
    assert told == "x.docx: nothing is said of it, and nothing was changed.\n"


def test_a_word_changed_in_silence_is_found_in_its_cell(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = changed(sent, ">four<", ">six<")
    capsys.readouterr()
    assert run(["review", str(back), "--json"]) == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert (note["cell"], note["line"]) == ("words", 3)
    assert (note["old"], note["new"]) == ("the first four weeks.", "the first six weeks.")


def test_a_change_of_the_article_meanwhile_is_none_of_the_colleague(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = Path("notebooks/x.ipynb")
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("about it", "about that"), encoding="utf-8")
    capsys.readouterr()
    assert run(["review", str(sent)]) == 0
    assert "nothing was changed" in capsys.readouterr().out
