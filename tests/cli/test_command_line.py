"""The frame around the verbs: help, exit codes, errors without a traceback."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from galley.cli import VERBS, run
from galley.findings import ContentError, EnvironmentFault, Finding, Place, Severity, UsageError

FINDING = Finding(
    "citation-unknown-key",
    Severity.ERROR,
    Place("notebooks/plasticity-window.ipynb", "cell-4f2a"),
    "unknown citation key 'dromerik2021'",
    "did you mean 'dromerick2021'? Keys live in notebooks/references.bib.",
)


def raising(error: BaseException) -> click.Command:
    @click.command()
    def verb() -> None:
        raise error

    return verb


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_verb_shows_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    assert f"Example: galley {verb}" in capsys.readouterr().out


def test_help_lists_the_verbs_in_the_order_an_author_meets_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--help"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2] == "  "]
    assert [word for word in listed if word in VERBS] == list(VERBS)


def test_help_is_fast_because_it_imports_nothing_of_weight() -> None:
    heavy = "nbconvert papermill matplotlib pydantic nbformat jupyter_client tornado rich.progress"
    program = (
        "import sys; from galley.cli import run; run(['--help']);"
        f"sys.exit(', '.join(sorted(set({heavy.split()}) & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_verb_is_a_usage_error_that_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["bild"]) == 2
    assert "there is no command 'bild'; did you mean 'build'?" in capsys.readouterr().err


def test_an_unknown_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--fast"]) == 2
    assert "No such option" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (
            ContentError(FINDING),
            1,
            (
                "notebooks/plasticity-window.ipynb#cell-4f2a: unknown citation key 'dromerik2021'\n"
                "  Fix: did you mean 'dromerick2021'? Keys live in notebooks/references.bib.\n"
            ),
        ),
        (
            EnvironmentFault("pandoc is missing", "pip install pypandoc-binary"),
            1,
            "pandoc is missing\n  Fix: pip install pypandoc-binary\n",
        ),
        (UsageError("there is no edition 'x'"), 2, "there is no edition 'x'\n"),
        (KeyboardInterrupt(), 1, "Stopped. What was published before is as it was.\n"),
    ],
)
def test_an_error_is_its_own_words_and_an_exit_code(
    error: BaseException, code: int, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([], raising(error)) == code
    assert capsys.readouterr().err.strip() == text.strip()


def test_a_fault_of_galley_is_one_line_and_its_traceback_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.delenv("GALLEY_DEBUG", raising=False)
    assert run([], raising(ZeroDivisionError("of all things"))) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "This is a fault in Galley, not in your content: ZeroDivisionError: of all things\n"
    )
    assert "Traceback" not in said
    (kept,) = tmp_path.rglob("galley-fault.txt")
    assert str(kept) in said
    assert "Traceback" in kept.read_text(encoding="utf-8")


def test_the_traceback_is_shown_to_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GALLEY_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run([], raising(ZeroDivisionError()))


def test_the_installed_command_leaves_with_the_exit_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "galley", "build", "nowhere"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "there is no folder or notebook 'nowhere'\n"
        "  Fix: check the name; `galley start` makes a folder\n"
    )
