"""Signing is no change of an article: nothing runs, and no page is made again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.cli import run
from galley.execution.files import read_code_inputs
from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.request import BuildReport, BuildRequest

PLOT = "#| caption: A line.\n#| alt: A line.\nimport matplotlib.pyplot as plt\nplt.plot([1, {y}]);"
SIGN = ["sheet", "x", "--by", "dr. A. B.", "--sign"]


def write(path: Path, y: int = 2) -> None:
    """Write an article that plots a line to `y`; without code for 0."""
    front = "---\ntitle: X\ndate: 2026-11-01\nauthors: [{name: A}]\ndisclosures: none\n---"
    cells = [new_markdown_cell(front, id="front")]
    cells += [new_code_cell(PLOT.format(y=y), id="plot")] if y else []
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildRequest:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    content = tmp_path / "notebooks"
    content.mkdir()
    write(content / "x.ipynb")
    return BuildRequest(content, "notebooks", tmp_path / "site", date(2026, 11, 26))


def reasons(report: BuildReport) -> list[str]:
    return [article.reason for article in report.articles]


def made(request: BuildRequest) -> dict[str, int]:
    """Return the record of each page with what changes when it is written again."""
    folder = request.content / ".galley" / "made"
    return {path.name: path.stat().st_ino for path in folder.glob("*.json")}


@pytest.mark.kernel
def test_signing_runs_nothing_and_makes_no_page_again(
    asked: BuildRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(asked)
    before = made(asked)
    assert run([*SIGN, "PIF-7"]) == 0
    assert "has not been run here" not in capsys.readouterr().out
    report = build_site(asked)
    assert (reasons(report), report.written, made(asked)) == ([""], (), before)


def test_the_build_after_a_signature_looks_once_and_makes_nothing(asked: BuildRequest) -> None:
    write(asked.content / "x.ipynb", y=0)
    build_site(asked)
    before = made(asked)
    assert run([*SIGN, "PIF-7"]) == 0
    assert recall_build(asked) is None
    report = build_site(asked)
    assert (report.written, report.removed, made(asked)) == ((), (), before)
    assert recall_build(asked) is not None


@pytest.mark.kernel
def test_a_signature_outlives_another_run_and_ends_when_the_drawing_changes(
    asked: BuildRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(asked)
    run([*SIGN, "PIF-7"])
    for path in (asked.content / ".galley" / "runs").rglob("*.json"):
        path.unlink()
    assert reasons(build_site(asked)) != [""]
    capsys.readouterr()
    run(["sheet", "x"])
    assert "signed: dr. A. B., 2026-11-26" in capsys.readouterr().out
    write(asked.content / "x.ipynb", y=3)
    build_site(asked)
    run(["sheet", "x"])
    assert "(signed by dr. A. B.); changed: cell plot" in " ".join(capsys.readouterr().out.split())


def test_sheets_are_no_input_of_code_that_does_not_speak_of_them(tmp_path: Path) -> None:
    for name in ("sheets/x.en.yml", "sheets/deep/y.id.yml", "data/sheets.yml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert list(read_code_inputs(tmp_path, "1 + 1")) == ["data/sheets.yml"]
    assert len(read_code_inputs(tmp_path, "open('sheets/x.en.yml')")) == 3
