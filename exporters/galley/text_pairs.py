"""A text and a notebook of the same name: one article, which is read from the text.

The notebook holds outputs, the text holds what was written. Where the two say different things,
the text is meant, unless nothing says that they belong together, or the notebook is the newer one:
then only the author knows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from galley.article.front_matter import split_front_matter
from galley.article.text_notebook import TextNotebook, without_kernel_fields
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.discovery import FoundNotebook
from galley.findings import ContentError, Finding, Place, Severity

RULE = "text-pair-differs"
# What a program saves together it does not save in one instant.
_TOGETHER_S = 2.0


def refuse_difference(found: FoundNotebook, text: TextNotebook, notebook: NotebookNode) -> None:
    """Refuse a pair that says two different things, where it is not clear which is meant.

    Raises
    ------
    ContentError
        With one finding, at the line where the two begin to differ.
    """
    partner = found.partner
    line = _first_difference(text, notebook) if partner else None
    if partner is None or line is None:
        return
    is_declared = _is_paired(text.notebook) or _is_paired(notebook)
    if is_declared and not _is_newer(partner, found.path):
        return
    raise ContentError(_finding(Place(found.file, line=line), partner.name, is_declared))


def is_one_article(
    text: TextNotebook, notebook: NotebookNode, *, is_newer: bool
) -> tuple[bool, bool]:
    """Tell whether a text and a notebook of its name are one article, and say the same."""
    is_same = _first_difference(text, notebook) is None
    is_declared = _is_paired(text.notebook) or _is_paired(notebook)
    return is_same or (is_declared and not is_newer), is_same


def _finding(place: Place, other: str, is_declared: bool) -> Finding:  # noqa: FBT001
    if is_declared:
        return Finding(
            RULE,
            Severity.ERROR,
            place,
            f"{other} is newer than its text and says something else from this line on",
            f"Take over what is new in {other}, or delete it: only its outputs would be lost.",
        )
    return Finding(
        RULE,
        Severity.ERROR,
        place,
        f"{other} has the same name and says something else from this line on",
        f"Delete one of the two, or give {other} another name.",
    )


def _first_difference(text: TextNotebook, notebook: NotebookNode) -> int | None:
    """Return the line of the text from which on the notebook says something else."""
    ours, theirs = split_front_matter(text.notebook), split_front_matter(notebook)
    # jupytext may put front matter into the metadata of a notebook, and only a part of it.
    if theirs.cell_id is not None and _fields(ours.text) != _fields(theirs.text):
        return 1
    lines = text.lines
    for mine, other in zip_longest(_said(ours.notebook), _said(theirs.notebook)):
        if mine is None or other is None or mine[1:] != other[1:]:
            return lines.get(mine[0], 1) if mine else max(lines.values(), default=1)
    return None


def _said(notebook: NotebookNode) -> Iterator[tuple[str, str, str]]:
    for cell in notebook.cells:
        source = "\n".join(line.rstrip() for line in str(cell.source).strip().split("\n"))
        if source:
            yield str(cell.id), str(cell.cell_type), source


def _fields(text: str | None) -> Any:  # noqa: ANN401 - YAML holds anything
    try:
        value = parse_yaml(without_kernel_fields(text or "")).value
    except YamlProblemError:
        return text
    return json.dumps(value or {}, sort_keys=True, default=str)


def _is_paired(notebook: NotebookNode) -> bool:
    jupytext = notebook.metadata.get("jupytext")
    return isinstance(jupytext, dict) and bool(jupytext.get("formats"))


def _is_newer(partner: Path, path: Path) -> bool:
    return partner.stat().st_mtime > path.stat().st_mtime + _TOGETHER_S
