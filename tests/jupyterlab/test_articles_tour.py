"""The tour: whole, harmless, and shown by itself once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from galley.checks import check_workspace
from galley.commands.lab import GREETED
from galley.findings import Severity
from galley.jupyterlab.articles.touring import STARTED_BY_GALLEY, greets, make_tour
from galley.workspace import read_workspace

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(("lang", "name"), [("en", "tour.ipynb"), ("id", "tur.ipynb")])
def test_the_tour_has_the_one_problem_that_it_speaks_of(
    lang: str, name: str, tmp_path: Path
) -> None:
    notebook = make_tour(tmp_path, lang, DAY)
    assert notebook == tmp_path / "galley-tour" / name
    findings = check_workspace(read_workspace(notebook.parent, "tour"), DAY)
    told = [
        (each.place.cell, each.rule) for each in findings if each.severity is not Severity.ADVICE
    ]
    assert told == [("mend", "citation-unknown-key")]


def test_the_tour_is_no_part_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("", encoding="utf-8")
    make_tour(tmp_path, "en", DAY)
    assert read_workspace(tmp_path, "").sources == ()
    assert (tmp_path / "galley-tour" / ".gitignore").read_text("utf-8") == "*\n"


def test_what_was_tried_in_the_tour_stays(tmp_path: Path) -> None:
    notebook = make_tour(tmp_path, "en", DAY)
    notebook.write_text("mine", encoding="utf-8")
    assert make_tour(tmp_path, "en", DAY).read_text("utf-8") == "mine"
    assert make_tour(tmp_path, "id", DAY).name == "tur.ipynb"


def test_the_tour_greets_once_for_each_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, one, other = (tmp_path / name for name in ("memory", "one", "other"))
    assert not greets(one, memory)
    assert list(GREETED) == [STARTED_BY_GALLEY]
    monkeypatch.setenv(STARTED_BY_GALLEY, "1")
    assert [greets(one, memory), greets(one, memory), greets(other, memory)] == [True, False, True]
