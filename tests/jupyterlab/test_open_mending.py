"""Mending in an open notebook: what is shown, what cells become, what is written beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.jupyterlab.notebooks import markdown, notebook_of

from galley.findings import Finding, Place, Severity
from galley.jupyterlab.mending import excerpt, mend_open, write_files
from galley.jupyterlab.open_cells import OpenCells
from galley.jupyterlab.preview import find_in_notebook
from galley.jupyterlab.problems import Problem, find_problems, key_of, problem_groups
from galley.jupyterlab.sessions import Sessions
from galley.kept_copies import KeptCopies

FRONT = "---\ntitle: X\ndate: 2026-01-02\n---"
GLOSSARY = "ltp:\n  en: long-term potentiation\n  short: LTP\n"
STUB = "@article{nobody2020,\n  author = {},\n  title = {TODO: the title of the work},\n"


class Room:
    """A content folder with a notebook that is open and not saved."""

    def __init__(self, folder: Path, *sources: str) -> None:
        self.folder = folder
        (folder / "site.toml").write_text("", encoding="utf-8")
        (folder / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
        (folder / "open.ipynb").write_text("{}", encoding="utf-8")
        cells = [markdown(source, f"c{number}") for number, source in enumerate(sources)]
        sessions = Sessions(folder)
        self.findings, self.cells = self._find(sessions, notebook_of(*cells))

    def _find(
        self, sessions: Sessions, notebook: dict[str, Any]
    ) -> tuple[tuple[Finding, ...], OpenCells]:
        findings, cells = find_in_notebook(notebook, sessions.around(self.folder / "open.ipynb"))
        sessions.close()
        assert cells
        return findings, cells

    def mend(self, *rules: str) -> Any:
        keys = [key_of(finding) for finding in self.findings if finding.rule in rules]
        return mend_open(self.findings, keys, self.cells)

    def problems(self) -> tuple[Problem, ...]:
        return find_problems(self.findings, self.cells)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


def test_an_abbreviation_is_written_out_in_its_cell(tmp_path: Path) -> None:
    room = Room(
        tmp_path,
        FRONT,
        "In the hippocampus of rats and of mice, LTP lasts for weeks and weeks on end.",
    )
    (step,) = room.mend("abbreviation-unexpanded").record()["steps"]
    assert step["cell"] == "c1"
    assert step["excerpt"] == {
        "head": "In the hippocampus of rats and of mice, ",
        "before": "LTP",
        "after": "long-term potentiation (LTP)",
        "tail": " lasts for weeks and weeks on end.",
    }


def test_what_is_alike_is_mended_together(tmp_path: Path) -> None:
    room = Room(tmp_path, FRONT, "It is said [@nobody2020].", "And [@noone2021] says so.")
    record = room.mend("citation-unknown-key").record()
    assert [step["excerpt"]["after"].split("{")[1][:10] for step in record["steps"]] == [
        "nobody2020",
        "noone2021,",
    ]
    assert record["cells"] == []
    assert record["files"] == ["references.bib"]


def test_a_cell_is_given_before_and_after(tmp_path: Path) -> None:
    record = Room(tmp_path, FRONT, "Words.").mend("front-matter-missing-review-by").record()
    after = FRONT.replace("\n---", "\nreview_by: 2028-01-02\n---")
    assert record["cells"] == [{"cell": "c0", "before": FRONT, "after": after}]
    assert record["files"] == []


def test_files_beside_the_notebook_are_written_and_the_notebook_is_not(tmp_path: Path) -> None:
    room = Room(tmp_path, FRONT, "It is said [@nobody2020].")
    mending = room.mend("citation-unknown-key", "front-matter-missing-review-by")
    assert len(mending.steps) == 2
    assert [path.name for path in write_files(mending).files] == ["references.bib"]
    assert (tmp_path / "references.bib").read_text("utf-8").startswith(STUB)
    assert (tmp_path / "open.ipynb").read_text("utf-8") == "{}"


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    room = Room(tmp_path, FRONT, "It is said [@nobody2020].")
    mending = room.mend("citation-unknown-key")
    room.write("references.bib", "% by another program\n")
    assert [path.name for path in write_files(mending).changed_meanwhile] == ["references.bib"]
    assert (tmp_path / "references.bib").read_text("utf-8") == "% by another program\n"


def test_what_only_the_author_can_mend_is_left(tmp_path: Path) -> None:
    room = Room(tmp_path, FRONT, "A QEEG shows it.")
    assert room.mend("abbreviation-unexpanded").record() == {"steps": [], "cells": [], "files": []}


def test_only_what_can_be_mended_is_offered(tmp_path: Path) -> None:
    room = Room(tmp_path, FRONT, "QEEG shows LTP.")
    problems = {each.finding.message.split()[0]: each for each in room.problems()}
    assert problems["LTP"].can_be_mended
    assert not problems["QEEG"].can_be_mended
    assert problems["QEEG"].may_stay


def test_what_is_wrong_with_an_exception_cannot_be_set_aside(tmp_path: Path) -> None:
    room = Room(tmp_path, "---\ntitle: X\nignore: {claim-absolute: no}\n---", "Well.")
    problems = {each.finding.rule: each for each in room.problems()}
    assert not problems["exception-without-reason"].may_stay


def test_without_front_matter_nothing_can_be_set_aside(tmp_path: Path) -> None:
    room = Room(tmp_path, "It is permanently so.")
    assert not any(each.may_stay for each in room.problems())


def test_each_key_names_one_finding() -> None:
    finding = Finding("a-rule", Severity.ERROR, Place("a.ipynb", "c", 1), "message", "fix")
    others = [
        replace(finding, rule="b-rule"),
        replace(finding, message="other"),
        replace(finding, place=Place("a.ipynb", "c", 2)),
        replace(finding, place=Place("a.ipynb", "d", 1)),
    ]
    assert len({key_of(each) for each in (finding, *others)}) == 5


def test_three_things_come_first_and_repeats_are_joined() -> None:
    def found(rule: str, cell: str, severity: Severity = Severity.WARNING) -> Finding:
        return Finding(rule, severity, Place("a.ipynb", cell), "message")

    findings = [
        found("heading-order", "b"),
        found("sentence-long", "a", Severity.ADVICE),
        found("heading-order", "a"),
        found("link-broken", "b"),
        found("citation-unknown-key", "b", Severity.ERROR),
        found("label-twice", "a"),
    ]
    order = {("a.ipynb", "a"): 0, ("a.ipynb", "b"): 1}
    assert problem_groups(findings, order) == {"first": [[4], [5], [3]], "rest": [[1], [2, 0]]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a x c", ("a ", "b", "x", " c")),
        ("a bad c", "a bed c", ("a ", "bad", "bed", " c")),
        ("a\nb", "a\nx\nb", ("a\n", "", "x\n", "b")),
        ("", "x", ("", "", "x", "")),
        ("a", "a", ("a", "", "", "")),
        ("a aa", "a aa aa", ("a aa", "", " aa", "")),
        (f"{'w ' * 50}b", f"{'w ' * 50}c", (f"…{' w' * 19} ", "b", "c", "")),
        (f"b{' w' * 50}", f"c{' w' * 50}", ("", "b", "c", f"{' w' * 19} …")),
        ("w" * 50 + " b", "w" * 50 + " c", (f"… {'w' * 39} ", "b", "c", "")),
        ("a\nb\nd\ne", "a\nb\nc\nd\ne", ("b\n", "", "c\n", "d")),
        ("a\nb\nd", "a\nx\nd", ("a\n", "b", "x", "")),
    ],
)
def test_an_excerpt_shows_whole_words(
    before: str, after: str, expected: tuple[str, str, str, str]
) -> None:
    shown = excerpt(before, after)
    assert (shown.head, shown.before, shown.after, shown.tail) == expected


def test_what_was_probably_meant_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("@misc{nobody2020,}", encoding="utf-8")
    words = "It is said [@nobdy2020]. See [@another2021].\n\n:::{notice}\nYes.\n:::"
    room = Room(
        tmp_path, f"{FRONT[:-3]}descripton: Y\nignore: {{image-mising: it comes}}\n---", words
    )
    suggested = {
        each.words.text: each.suggestion
        for each in room.problems()
        if each.words and each.suggestion
    }
    assert suggested == {"nobdy2020": "nobody2020", "descripton": "description", "notice": "note"}


def test_a_file_beside_the_notebook_is_kept_before_it_is_mended(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text("@book{a,\n}\n", encoding="utf-8")
    room = Room(tmp_path, FRONT, "Words [@nobody2020].")
    write_files(room.mend("citation-unknown-key"))
    kept = KeptCopies(tmp_path)
    (copy,) = kept.of("references.bib")
    assert (copy.reason, kept.read(copy)) == ("problems", b"@book{a,\n}\n")
