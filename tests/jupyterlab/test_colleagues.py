"""What colleagues said, beside what Galley finds, until the author has dealt with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from galley.findings import Finding
from galley.jupyterlab.colleagues import mark_done, open_notes, reviews_of
from galley.jupyterlab.open_cells import OpenCells
from galley.jupyterlab.problems import find_problems
from galley.review.returned.keeping import Kept
from galley.review.returned.notes import Note
from galley.workspace import Workspace, read_workspace

CELLS = {"front": "---\ntitle: A\n---", "text": "Training helps most early."}
NOTE = Note("comment", "dr. B", "2026-11-20T10:00:00Z", "helps most", "Source?")
OTHER = Note("change", "dr. B", old="early", new="soon")


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Return a notebook of which something is said."""
    (tmp_path / "site.toml").write_text("", encoding="utf-8")
    path = tmp_path / "x.ipynb"
    path.write_text("{}", encoding="utf-8")
    reviews_of(tmp_path).write(path, Kept((NOTE, OTHER)))
    return path


def told(notebook: Path) -> list[str]:
    return [each.message for each in open_notes(notebook, notebook.parent, CELLS, "x.ipynb")]


def test_what_colleagues_said_is_told_until_it_is_done(notebook: Path) -> None:
    assert told(notebook) == [
        'dr. B (2026-11-20) comments on "helps most": Source?',
        'dr. B would replace "early" with "soon"',
    ]
    assert mark_done(notebook, [NOTE.key], is_done=True)
    assert told(notebook) == ['dr. B would replace "early" with "soon"']
    assert mark_done(notebook, [NOTE.key], is_done=False)
    assert len(told(notebook)) == 2


def test_what_is_not_kept_cannot_be_done(notebook: Path) -> None:
    assert not mark_done(notebook, ["000000000000"], is_done=True)


def test_a_notebook_outside_of_the_folder_has_none(notebook: Path, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    assert open_notes(notebook, tmp_path / "inner", CELLS, "x.ipynb") == {}


def test_a_remark_underlines_its_words_and_is_done_instead_of_set_aside(notebook: Path) -> None:
    found = open_notes(notebook, notebook.parent, CELLS, "x.ipynb")
    workspace: Workspace = read_workspace(notebook.parent, "")
    cells = OpenCells("x.ipynb", CELLS, workspace, found)
    problem, _ = find_problems(found, cells)
    assert problem.words is not None
    assert problem.words.text == "helps most"
    assert (problem.note, problem.may_stay) == (NOTE.key, False)
    assert problem.record()["note"] == NOTE.key


def test_a_finding_of_galley_is_nobody_s_remark(notebook: Path) -> None:
    found = open_notes(notebook, notebook.parent, CELLS, "x.ipynb")
    assert all(isinstance(each, Finding) and each.fix.endswith("as done.") for each in found)
