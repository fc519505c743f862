"""`galley new-figure`: module and test pass at once, and an article shows the figure."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from galley.cli import run
from galley.commands.new_figure import figure_files, function_name
from galley.findings import UsageError


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "my-blog"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Mine"\nlanguage = "en"\n', encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("recovery of the hand", "recovery_of_the_hand"),
        ("Pemulihan Étude", "pemulihan_etude"),
        ("dose", "dose"),
    ],
)
def test_the_name_becomes_one_that_python_can_call(name: str, function: str) -> None:
    assert function_name(name) == function


@pytest.mark.parametrize("name", ["2024", "class", "?!"])
def test_a_name_that_python_cannot_call_is_refused(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        function_name(name)
    assert str(raised.value) == (
        f"a figure cannot be called '{name}'\n"
        "  Fix: begin with a letter, for example: recovery of the hand"
    )


def test_the_name_of_a_figure_of_the_library_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        function_name("Plasticity window")
    assert str(raised.value) == (
        "Galley has a figure 'plasticity_window' of its own\n"
        "  Fix: give another name, for example my_plasticity_window"
    )


def test_no_placeholder_is_left() -> None:
    for text in figure_files("dose", title="dose").values():
        assert "{{" not in text


def test_it_says_what_to_do_next_and_never_overwrites(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new-figure", "hand recovery"]) == 0
    assert capsys.readouterr().out == (
        "Made my_figures/hand_recovery.py and a test beside it.\n"
        "Use it in an article: from my_figures.hand_recovery import hand_recovery\n"
        "Test it: python -m pytest my_figures\n"
    )
    before = (content / "my_figures" / "hand_recovery.py").read_bytes()
    assert run(["new-figure", "hand recovery"]) == 2
    assert "there is a figure 'hand_recovery' already" in capsys.readouterr().err
    assert (content / "my_figures" / "hand_recovery.py").read_bytes() == before


def test_its_own_test_passes(content: Path) -> None:
    run(["new-figure", "hand recovery"])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "my_figures"],
        cwd=content,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 passed" in done.stdout


@pytest.mark.kernel
def test_an_article_shows_it_with_its_mark_and_table(content: Path) -> None:
    run(["new-figure", "hand recovery"])
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# Hands"),
            nbformat.v4.new_code_cell(
                "#| label: fig-hand\n"
                "from my_figures.hand_recovery import hand_recovery\n\nhand_recovery(weeks=12)"
            ),
        ]
    )
    nbformat.write(notebook, content / "hands.ipynb")
    assert run(["build", ".", "--output", "../site"]) == 0
    page = (content.parent / "site" / "hands.html").read_text(encoding="utf-8")
    assert "The score rises from 20 points to 41 points in 12 weeks." in page
    assert "SYNTHETIC" in page
    assert "<td>made up</td>" in page
    assert not list((content.parent / "site").rglob("*.py"))
