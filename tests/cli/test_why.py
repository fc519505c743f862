"""`galley why` on small content folders; nothing is run but what a build has run before."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.cli import run
from galley.commands.why import answers_text, choose_answers
from galley.execution.why import Answer
from galley.findings import UsageError

FOUND = [
    Answer("notebooks/brain.ipynb", "brain", "patient", "first run: no result of it is kept"),
    Answer("notebooks/brain.ipynb", "brain", "clinician", "runs again: code changed"),
    Answer("notebooks/deep/hand.ipynb", "deep/hand", "", "never runs: it has no code"),
]


def write(path: Path, code: str = "", matter: str = "date: 2026-11-01") -> None:
    cells = [new_markdown_cell(f"---\ntitle: A title\n{matter}\n---")]
    notebook = new_notebook(cells=[*cells, *([new_code_cell(code)] if code else [])])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    return tmp_path / "notebooks"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "typed",
    ["deep/hand", "hand", "hand.ipynb", "deep/hand.ipynb", "notebooks/deep/hand.ipynb", "./hand"],
)
def test_an_article_is_known_by_its_address_its_file_and_its_path(typed: str) -> None:
    assert choose_answers(typed, FOUND) == FOUND[2:]


def test_one_answer_is_one_sentence_and_several_say_what_they_are_about() -> None:
    assert answers_text(FOUND[2:]) == "never runs: it has no code"
    assert answers_text(FOUND[:2]) == (
        "notebooks/brain.ipynb (patient): first run: no result of it is kept\n"
        "notebooks/brain.ipynb (clinician): runs again: code changed"
    )


def test_an_unknown_article_is_guessed() -> None:
    with pytest.raises(UsageError) as raised:
        choose_answers("brian.ipynb", FOUND)
    assert str(raised.value) == ("there is no article 'brian.ipynb'\n  Fix: did you mean 'brain'?")
    with pytest.raises(UsageError, match="list all with galley why --all"):
        choose_answers("something else", FOUND)


def test_an_article_has_to_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.ipynb", "1 + 1")
    assert run(["why"]) == 2
    assert capsys.readouterr().err == (
        "no article is named\n  Fix: name one, or ask for every one with --all\n"
    )


def test_what_never_runs_says_so_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "code.ipynb", "1 + 1")
    write(folder / "draft.ipynb", "1 + 1", "draft: true")
    write(folder / "later.ipynb", "1 + 1", "date: 2026-12-24")
    write(folder / "prose.ipynb")
    write(folder / "wrong.ipynb", "1 + 1", "editions: {patient: {dose: 1}}")
    (folder / "broken.ipynb").write_text("{")
    before = files(folder)
    assert run(["why", "--all"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "notebooks/broken.ipynb: cannot be read: the file breaks off before its end",
        "notebooks/code.ipynb: first run: no result of it is kept",
        "notebooks/draft.ipynb: does not run: it is a draft",
        "notebooks/later.ipynb: does not run before 24 Dec, its date",
        "notebooks/prose.ipynb: never runs: it has no code",
        "notebooks/wrong.ipynb (patient): does not run: unknown parameter 'dose', "
        "from edition 'patient' of notebooks/wrong.ipynb",
    ]
    assert files(folder) == before


@pytest.mark.kernel
def test_after_a_build_it_says_what_has_changed_since(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "brain.ipynb", "#| label: fig-window\nimport synapse\nsynapse.K")
    (folder / "synapse.py").write_text("K = 1\n")
    assert run(["build", "--output", "site", "--today", "2026-11-20"]) == 0
    capsys.readouterr()
    assert run(["why", "brain"]) == 0
    (folder / "synapse.py").write_text("K = 2\n")
    before = files(folder)
    assert run(["why", "notebooks/brain.ipynb", "--today", "2027-01-01"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "does not run again: nothing it read has changed since 20 Nov",
        "runs again: synapse.py changed since 20 Nov 2026; used in cell fig-window",
    ]
    assert files(folder) == before


def test_a_notebook_elsewhere_is_looked_at_in_its_own_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "a.ipynb", "1 + 1")
    write(folder.parent / "other" / "b.ipynb")
    assert run(["why", "other/b.ipynb"]) == 0
    assert capsys.readouterr().out == "never runs: it has no code\n"
