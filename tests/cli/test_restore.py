"""`galley restore`: what Galley changed comes back, and what it replaces is kept."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.cli import run
from galley.kept_copies import KeptCopies
from galley.workspace import read_workspace

FRONT = "---\ntitle: X\ndate: 2026-11-20\n---\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one notebook, which `galley check --fix` has changed once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    folder = tmp_path / "n"
    folder.mkdir()
    (folder / "site.toml").touch()
    cells = [new_markdown_cell(FRONT, id="front"), new_markdown_cell("Words.", id="text")]
    nbformat.write(new_notebook(cells=cells), folder / "a.ipynb")
    return folder


@pytest.fixture
def fixed(content: Path, capsys: pytest.CaptureFixture[str]) -> bytes:
    """Mend the notebook and return what it was before."""
    before = (content / "a.ipynb").read_bytes()
    run(["check", "n", "--fix", "--yes"])
    out = capsys.readouterr().out
    assert "Mended 1 file.\nAs they were before: galley restore n\n\n" in out
    assert (content / "a.ipynb").read_bytes() != before
    return before


@pytest.mark.usefixtures("content")
def test_without_copies_it_says_when_there_will_be_some(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["restore", "--content", "n"]) == 0
    assert capsys.readouterr().out == (
        "No copies are kept yet. The first is made before Galley changes a file.\n"
    )


@pytest.mark.usefixtures("fixed")
def test_copies_are_listed_with_what_changed_since(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["restore", "n"]) == 0
    assert capsys.readouterr().out == (
        "Files with kept copies, how many, and the newest:\n\n"
        "  n/a.ipynb  1  2026-11-26 00:00  before galley check --fix\n\n"
        "See those of one with: galley restore FILE\n"
    )
    assert run(["restore", "n/a.ipynb"]) == 0
    assert capsys.readouterr().out == (
        "Copies of n/a.ipynb, the newest first, and what has changed since:\n\n"
        "  1  2026-11-26 00:00  before galley check --fix  cells: 1 changed; words: 2 added\n\n"
        "Bring one back with: galley restore n/a.ipynb --copy NUMBER\n"
    )


def test_a_copy_comes_back_and_what_it_replaces_is_kept(
    content: Path, fixed: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / "a.ipynb"
    path.chmod(0o640)
    mended = path.read_bytes()
    assert run(["restore", "n/a.ipynb", "--copy", "1", "--yes"]) == 0
    assert capsys.readouterr().out == (
        "Brought back copy 1 of n/a.ipynb.\nWhat it replaced is copy 2.\n"
        "If it is open in JupyterLab: File, Reload Notebook from Disk.\n"
    )
    assert path.read_bytes() == fixed
    assert path.stat().st_mode & 0o777 == 0o640
    assert run(["restore", "n/a.ipynb", "--copy", "1", "--yes"]) == 0
    assert capsys.readouterr().out == "n/a.ipynb is as copy 1 has it.\n"
    assert run(["restore", "n/a.ipynb", "--copy", "2", "--yes"]) == 0
    assert path.read_bytes() == mended


def test_without_a_terminal_nothing_is_written(
    content: Path, fixed: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["restore", "a", "--content", "n", "--copy", "1"]) == 1
    assert capsys.readouterr().out.endswith(
        "\nNothing was written: there is no terminal to ask on.\n  Fix: run it again with --yes.\n"
    )
    assert (content / "a.ipynb").read_bytes() != fixed


@pytest.mark.parametrize(
    "asked",
    [
        (["--copy", "1"], "y\n", True),
        (["--copy", "1"], "n\n", False),
        ([], "1\n", True),
        ([], "\n", False),
    ],
)
def test_on_a_terminal_the_author_is_asked(
    content: Path,
    fixed: bytes,
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[list[str], str, bool],
) -> None:
    arguments, answer, is_written = asked
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert run(["restore", "n/a.ipynb", *arguments]) == 0
    assert ((content / "a.ipynb").read_bytes() == fixed) is is_written


def test_a_notebook_that_is_gone_comes_back(
    content: Path, fixed: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "a.ipynb").unlink()
    run(["restore", "n/a.ipynb"])
    assert "  the file is gone\n" in capsys.readouterr().out
    assert run(["restore", "a.ipynb", "--content", "n", "--copy", "1", "--yes"]) == 0
    assert "What it replaced" not in capsys.readouterr().out
    assert (content / "a.ipynb").read_bytes() == fixed


@pytest.mark.usefixtures("fixed")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--yes agrees to nothing\n  Fix: use it with --copy\n"),
        (["--copy", "1"], "no notebook is named\n  Fix: name one, for example my-article.ipynb\n"),
        (["n/a.ipynb", "--copy", "7"], "there is no copy 7 of n/a.ipynb\n  Fix: There are: 1.\n"),
        (
            ["b.ipynb", "--content", "n"],
            "no copies of 'b.ipynb' are kept\n  Fix: did you mean 'a.ipynb'?\n",
        ),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["restore", *arguments]) == 2
    assert capsys.readouterr().err == said


def test_a_damaged_copy_is_refused(
    content: Path, fixed: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    mended = (content / "a.ipynb").read_bytes()
    next((content / ".galley/kept/texts").glob("*/*")).write_bytes(fixed[:40])
    assert run(["restore", "n/a.ipynb", "--copy", "1", "--yes"]) == 1
    assert capsys.readouterr().err == (
        "copy 1 of n/a.ipynb is damaged and cannot be brought back\n"
        "  Fix: Choose another one: galley restore n/a.ipynb\n"
    )
    assert (content / "a.ipynb").read_bytes() == mended


@pytest.mark.usefixtures("fixed")
def test_it_speaks_indonesian(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "id")
    run(["restore", "n/a.ipynb"])
    assert capsys.readouterr().out == (
        "Salinan n/a.ipynb, yang terbaru dulu, dan apa yang berubah sejak itu:\n\n"
        "  1  2026-11-26 00:00  sebelum galley check --fix  sel: 1 berubah; kata: 2 ditambah\n\n"
        "Kembalikan satu dengan: galley restore n/a.ipynb --copy NUMBER\n"
    )
    assert run(["restore", "n/a.ipynb", "--copy", "7"]) == 2
    assert capsys.readouterr().err == (
        "tidak ada salinan 7 dari n/a.ipynb\n  Perbaikan: Yang ada: 1.\n"
    )


# Ends the process where a file would be renamed into its place.
KILLED = """
import os, sys
import galley.disk as disk
left = int(sys.argv.pop(1))
real = disk.replace_patiently
def replace(source, target):
    global left
    left -= 1
    if not left:
        os._exit(9)
    real(source, target)
disk.replace_patiently = replace
from galley.cli import run
sys.exit(run(sys.argv[1:]))
"""


def test_nothing_is_lost_wherever_it_is_killed(content: Path) -> None:
    path = content / "a.ipynb"
    before = path.read_bytes()
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    codes = []
    for left in range(1, 8):
        command = [sys.executable, "-c", KILLED, str(left), "check", "n", "--fix", "--yes"]
        done = subprocess.run(command, env=environ, capture_output=True, check=False)
        codes.append(done.returncode)
        kept = KeptCopies(content)
        whole = [kept.read(copy) for copy in kept.of("a.ipynb")]
        assert path.read_bytes() == before or before in whole
        if done.returncode != 9:
            break
    assert codes.count(9) >= 3
    assert path.read_bytes() != before
    assert [kept.read(copy) for copy in kept.of("a.ipynb")] == [before]


@pytest.mark.parametrize("name", ["a.md", "a.ipynb"])
def test_of_a_text_and_its_notebook_the_other_follows(
    content: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{FRONT.rstrip()}\n\nWords.\n"
    (content / "a.md").write_text(text)
    run(["check", "n", "--fix", "--yes"])
    assert "review_by" in (content / "a.md").read_text()
    assert "review_by" in (content / "a.ipynb").read_text()
    capsys.readouterr()
    assert run(["restore", f"n/{name}", "--copy", "1", "--yes"]) == 0
    other = "a.ipynb" if name == "a.md" else "a.md"
    assert f"\n{other} says the same again.\n" in capsys.readouterr().out
    assert (content / "a.md").read_text() == text
    assert "review_by" not in (content / "a.ipynb").read_text()
    (source,) = read_workspace(content, "n").sources
    assert source.file == "n/a.md"
    assert len(KeptCopies(content).of(other)) == 2
