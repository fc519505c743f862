"""`galley export` on a small content folder, with real kernels and pandoc."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.cli import run

pytestmark = pytest.mark.kernel


def write(path: Path, matter: str, *cells: str, code: str = "") -> None:
    made = [new_markdown_cell(f"---\n{matter}\n---"), *map(new_markdown_cell, cells)]
    notebook = new_notebook(cells=[*made, *([new_code_cell(code)] if code else [])])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    notebooks = tmp_path / "notebooks"
    write(notebooks / "hand.ipynb", "title: The hand\ndate: 2026-11-01", "## Two\n\nText.")
    write(notebooks / "arm.ipynb", "title: The arm\ndraft: true", "A draft.")
    return tmp_path


def exported(folder: Path) -> list[str]:
    files = (folder / "exports").rglob("*.html")
    return sorted(path.relative_to(folder / "exports").as_posix() for path in files)


def test_everything_that_readers_may_see_is_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--all", "--to", "bundle"]) == 0
    assert [path for path in exported(folder) if path.endswith("body.html")] == ["hand/body.html"]
    assert capsys.readouterr().out.startswith("Exported to exports: 1 article; files: ")


def test_a_draft_is_exported_where_it_is_named(folder: Path) -> None:
    assert run(["export", "arm", "--to", "bundle"]) == 0
    assert "A draft." in (folder / "exports" / "arm" / "body.html").read_text(encoding="utf-8")


def test_what_was_built_does_not_run_again_and_nothing_is_written_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = "import pathlib; pathlib.Path('ran').open('a').write('x'); 1"
    write(folder / "notebooks/runs.ipynb", "title: Runs\ndate: 2026-11-01", code=ran)
    assert run(["build"]) == 0
    assert run(["export", "runs", "--to", "bundle"]) == 0
    assert run(["export", "runs", "--to", "bundle"]) == 0

    assert (folder / "notebooks" / "ran").read_text() == "x"
    last = capsys.readouterr().out.splitlines()[-1]
    assert "files: 0 written, " in last
    assert last.endswith(" unchanged, 0 removed.")


def test_an_article_that_fails_is_told_and_the_others_are_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "notebooks/fails.ipynb", "title: Fails\ndate: 2026-11-01", code="1 / 0")

    assert run(["export", "fails", "hand", "--to", "bundle"]) == 1
    told = capsys.readouterr()
    assert "ZeroDivisionError: division by zero" in told.err
    assert "Not exported: 1, for the reasons above." in told.out
    assert [path for path in exported(folder) if path.endswith("body.html")] == ["hand/body.html"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "bundle"], "no article is named\n  Fix: name one or more, or export every one"),
        (["hnad", "--to", "bundle"], "there is no article 'hnad'\n  Fix: did you mean 'hand'?"),
        (["hand", "--to", "scroll"], "there is no format 'scroll'\n  Fix: "),
        (["hand", "--to", "bundle", "--edition", "x"], "no article has an edition 'x'"),
        (["hand", "--to", "bundle", "-p", "dose", "1"], "no article declares"),
    ],
)
def test_what_is_not_there_is_said(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert exported(folder) == []
