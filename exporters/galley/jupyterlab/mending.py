"""Mending in an open notebook: what would be different, first shown, then done.

Cells are mended by JupyterLab itself, so that what is unsaved stays and can be undone; files
beside the notebook are written here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from galley.findings import Finding
from galley.jupyterlab.keeping import keep_before
from galley.jupyterlab.open_cells import OpenCells
from galley.jupyterlab.preview import Around, find_in_notebook
from galley.jupyterlab.problems import key_of
from galley.kept_copies import Reason
from galley.mending import Change, Desk, Written, from_below, mend_one, write_mended

_AROUND = 40
_MOST_SHOWN = 600
NOTHING_MENDED: Mapping[str, Any] = {"steps": [], "cells": [], "files": [], "changed": []}
"""What is answered where nothing can be mended."""


@dataclass(frozen=True)
class Excerpt:
    """What one change puts in the place of what, with the words around it."""

    head: str
    before: str
    after: str
    tail: str

    def record(self) -> dict[str, str]:
        """Return the excerpt as JSON values."""
        return {"head": self.head, "before": self.before, "after": self.after, "tail": self.tail}


@dataclass(frozen=True)
class Step:
    """How one finding is mended; `change` is none where another finding's mend did it."""

    finding: Finding
    change: Change | None


@dataclass(frozen=True)
class OpenMending:
    """What becomes of cells and files.

    Attributes
    ----------
    steps
        In the order of the findings.
    desk
        Everything as it would be.
    """

    steps: tuple[Step, ...]
    desk: Desk

    def record(self) -> dict[str, Any]:
        """Return what is to be done and shown as JSON values."""
        changes = self.desk.changes()
        return {
            "steps": [_step_record(step) for step in self.steps],
            "cells": [
                {"cell": each.piece.cell, "before": each.before, "after": each.after}
                for each in changes
                if each.piece.cell
            ],
            "files": [each.piece.file for each in changes if not each.piece.cell],
        }


def mend_notebook(
    notebook: Mapping[str, Any], around: Around, keys: Collection[str], *, writes: bool
) -> Mapping[str, Any]:
    """Return how findings are mended; files beside the notebook are written if that is asked.

    What a file is called that somebody else changed meanwhile stands under ``changed``.
    """
    findings, cells = find_in_notebook(notebook, around)
    if cells is None:
        return NOTHING_MENDED
    mending = mend_open(findings, keys, cells)
    written = write_files(mending) if writes else Written()
    changed = [file.name for file in written.changed_meanwhile]
    return {**mending.record(), "changed": changed}


def mend_open(findings: Sequence[Finding], keys: Collection[str], cells: OpenCells) -> OpenMending:
    """Mend the findings that are named by their keys, as far as they can be."""
    desk, steps = cells.desk, []
    for finding in from_below(each for each in findings if key_of(each) in keys):
        mended = mend_one(finding, desk, cells.around)
        if mended is not None:
            steps.append(Step(finding, _difference(desk, mended)))
            desk = mended
    in_order = sorted(steps, key=lambda step: findings.index(step.finding))
    return OpenMending(tuple(in_order), desk)


def write_files(mending: OpenMending) -> Written:
    """Write the files beside the notebook; its own cells are JupyterLab's to change."""
    pieces = {piece: text for piece, text in mending.desk.mended.items() if not piece.cell}
    return write_mended(replace(mending.desk, mended=pieces), _keep)


def _keep(path: Path) -> None:
    keep_before(path, Reason.PROBLEMS)


def excerpt(before: str, after: str) -> Excerpt:
    """Return the part in which two texts differ, whole words, with a few words around it."""
    shared = min(len(before), len(after))
    start = next((at for at in range(shared) if before[at] != after[at]), shared)
    left = shared - start
    same = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
    while _splits_word(before, start) or _splits_word(after, start):
        start -= 1
    while _splits_word(before, len(before) - same) or _splits_word(after, len(after) - same):
        same -= 1
    head, tail = before[:start], before[len(before) - same :]
    return Excerpt(
        _head(head),
        _shortened(before[start : len(before) - same]),
        _shortened(after[start : len(after) - same]),
        _first_words(tail.partition("\n")[0]),
    )


def _head(text: str) -> str:
    """Return the last words of a line; where a line begins, those of the one before."""
    line = text.removesuffix("\n").rpartition("\n")[2]
    ending = "\n" if text.endswith("\n") else ""
    return _first_words(line[::-1])[::-1] + ending


def _first_words(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return f"{text[:_AROUND].rpartition(' ')[0] or text[:_AROUND]} …"


def _splits_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace())


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _difference(before: Desk, after: Desk) -> Change | None:
    for piece, text in after.mended.items():
        was = before.text(piece)
        if was is not None and was != text:
            return Change(piece, was, text)
    return None


def _step_record(step: Step) -> dict[str, Any]:
    change = step.change
    return {
        "key": key_of(step.finding),
        "cell": change.piece.cell or None if change else None,
        "file": change.piece.file if change and not change.piece.cell else None,
        "excerpt": excerpt(change.before, change.after).record() if change else None,
    }
