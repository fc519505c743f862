"""A text file as a notebook: front matter, Markdown and code, without outputs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import nbformat
from nbformat import NotebookNode

from galley.article.notebook import LONGEST_TEXT, normalise_notebook
from galley.article.notebook_bytes import broken
from galley.article.notebook_json import conflict_error
from galley.article.text_cells import (
    MARKDOWN,
    MYST,
    QUARTO,
    TextCell,
    TextCellError,
    front_matter_of,
    split_text,
)
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.findings import ContentError

KERNEL_FIELDS = frozenset({"jupyter", "jupytext", "kernelspec"})
"""Fields of the front matter that say how a text is a notebook, and nothing of the article."""

_CONFLICT, _END_OF_CONFLICT = (re.compile(rf"^{mark}{{7}} ", re.MULTILINE) for mark in "<>")


@dataclass(frozen=True)
class TextNotebook:
    """A text file, read.

    Attributes
    ----------
    cells
        Id → the cell as it stands in the file.
    """

    notebook: NotebookNode
    cells: Mapping[str, TextCell]

    @property
    def lines(self) -> dict[str, int]:
        """Id of a cell → the line of the file at which its source begins."""
        return {cell_id: cell.line for cell_id, cell in self.cells.items()}


def parse_text_notebook(text: str, name: str) -> TextNotebook:
    """Parse a text file into nbformat 4.5; its cells are called by their position.

    Raises
    ------
    ContentError
        If what is written above a cell cannot be read, or git could not merge two versions.
    """
    # A line of = alone underlines a heading, so both ends are asked for.
    conflict = _CONFLICT.search(text)
    if conflict and _END_OF_CONFLICT.search(text, conflict.end()):
        raise conflict_error(name, text.count("\n", 0, conflict.start()) + 1)
    metadata = _metadata(text)
    if len(text) > LONGEST_TEXT:
        raise broken(
            name,
            f"the text has more than {LONGEST_TEXT:,} characters",
            "Split it into several articles.",
        )
    try:
        cells = split_text(text, _form(name, metadata), _language_of(metadata))
    except TextCellError as error:
        raise broken(
            name,
            f"the cell cannot be read: {error.message}",
            "Write each option as :key: value on a line of its own, for example "
            ":tags: [parameters]",
            error.line,
        ) from None
    return _assembled(cells, metadata)


def text_cells(text: str, name: str) -> Mapping[str, TextCell]:
    """Return the cells of a text file as they stand in it; none where it cannot be read."""
    try:
        return parse_text_notebook(text, name).cells
    except ContentError:
        return {}


def replace_cell(text: str, cell: TextCell, source: str) -> str:
    """Return the text of a file with another source for one of its cells, all else as it was."""
    old = text[cell.start : cell.end]
    ending = "\r\n" if "\r\n" in (old if "\n" in old else text) else "\n"
    written = source.replace("\n", ending)
    if not old and written and cell.kind == "code":
        written += ending
    return text[: cell.start] + written + text[cell.end :]


def without_kernel_fields(yaml: str) -> str:
    """Blank the fields that only say how the text is a notebook; lines keep their numbers."""
    kept, is_inside = [], False
    for line in yaml.split("\n"):
        name = re.match(r"([A-Za-z_][\w-]*)\s*:", line)
        if name:
            is_inside = name[1] in KERNEL_FIELDS
        elif line.rstrip() == "---" or line[:1] not in {"", " ", "\t", "#", "-"}:
            is_inside = False
        kept.append("" if is_inside else line)
    return "\n".join(kept)


def _assembled(cells: tuple[TextCell, ...], metadata: Mapping[str, Any]) -> TextNotebook:
    language = next((cell.language for cell in cells if cell.language), "")
    kernel = metadata.get("kernelspec") or ({"language": language} if language else {})
    raw = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": kernel, "jupytext": metadata.get("jupytext") or {}},
        "cells": [_cell(cell) for cell in cells],
    }
    notebook = normalise_notebook(nbformat.from_dict(raw))
    ids = (str(cell.id) for cell in notebook.cells)
    return TextNotebook(notebook, dict(zip(ids, cells, strict=True)))


def _cell(cell: TextCell) -> dict[str, Any]:
    value: dict[str, Any] = {
        "cell_type": cell.kind,
        "metadata": dict(cell.metadata),
        "source": cell.source,
    }
    return value | ({"outputs": [], "execution_count": None} if cell.kind == "code" else {})


def _metadata(text: str) -> dict[str, Any]:
    """Return what the front matter says of kernel and form; nothing where it cannot be read."""
    try:
        value = parse_yaml(front_matter_of(text)).value
    except YamlProblemError:
        return {}
    fields = value if isinstance(value, dict) else {}
    jupyter = fields.get("jupyter")
    if isinstance(jupyter, str):
        # Quarto's short form.
        return {**fields, "kernelspec": fields.get("kernelspec") or jupyter}
    return {**(jupyter if isinstance(jupyter, dict) else {}), **fields}


def form_of(text: str, name: str) -> str:
    """Return how code is written in a text: ``myst``, ``markdown`` or ``quarto``."""
    return _form(name, _metadata(text))


def language_of(notebook: NotebookNode) -> str:
    """Return the language of a notebook's kernel; empty where that is not known."""
    return _language_of(notebook.metadata)


def _form(name: str, metadata: Mapping[str, Any]) -> str:
    if name.lower().endswith(".qmd"):
        return QUARTO
    jupytext = metadata.get("jupytext")
    told = jupytext.get("text_representation") if isinstance(jupytext, dict) else None
    form = told.get("format_name") if isinstance(told, dict) else None
    return MARKDOWN if form == MARKDOWN else MYST


def _language_of(metadata: Mapping[str, Any]) -> str:
    spec = metadata.get("kernelspec")
    if isinstance(spec, dict):
        language = str(spec.get("language") or "").lower()
        return language or _language_of({"kernelspec": spec.get("name")})
    known = {"python": "python", "ir": "r", "julia": "julia"}
    name = str(spec or "").lower()
    return next((known[begin] for begin in known if name.startswith(begin)), "")


def with_outputs_of(notebook: NotebookNode, other: NotebookNode) -> NotebookNode:
    """Return a notebook with the outputs of another one, in which the same code stands."""
    codes = [cell for cell in other.cells if cell.cell_type == "code"]
    left = {id(cell): cell for cell in codes}
    cells = []
    for cell in notebook.cells:
        same = next((each for each in left.values() if each.source == cell.source), None)
        if cell.cell_type == "code" and same is not None:
            del left[id(same)]
            run = {"outputs": same.outputs, "execution_count": same.execution_count}
            cells.append(NotebookNode(cell, **run))
        else:
            cells.append(cell)
    return NotebookNode(notebook, cells=cells)
