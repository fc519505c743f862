"""The part of a notebook that a kernel sees: its code, and the tags that change how it runs."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from nbformat import NotebookNode, from_dict

from galley.article.cell_options import cell_options, split_cell_options
from galley.article.notebook import cell_tags

# Tags that papermill, nbclient or Galley's engine obey; all others only change what is shown.
MEANT, SKIPPED = "raises-exception", "skip-execution"
_EXECUTION_TAGS = frozenset({"parameters", MEANT, SKIPPED})


def code_cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Yield the cells that hold code; one with only option lines or blanks holds none."""
    yield from filter(holds_code, notebook.cells)


def holds_code(cell: NotebookNode) -> bool:
    """Tell whether a kernel would do anything with a cell that it is sent."""
    return cell.cell_type == "code" and bool(code_of(cell).strip())


def execution_tags(cell: NotebookNode) -> frozenset[str]:
    """Return the tags that change how a cell runs.

    Quarto's ``#| eval: false`` and ``#| error: true`` are the same as tags.
    """
    lines, _ = split_cell_options(str(cell.source))
    # Most cells say nothing of it, and reading their options takes a while.
    says_so = any("eval" in line or "error" in line for line in lines)
    options = cell_options(cell.source)[0] if says_so else {}
    skipped = {SKIPPED} if options.get("eval") is False else set()
    meant = {MEANT} if options.get("error") is True else set()
    return (cell_tags(cell) & _EXECUTION_TAGS) | skipped | meant


def as_node(value: Mapping[str, Any]) -> NotebookNode:
    """Return plain JSON values as nbformat's mapping with attributes."""
    node: NotebookNode = from_dict(dict(value))
    return node


def runs_anything(notebook: NotebookNode) -> bool:
    """Tell whether a kernel would have anything to do."""
    return any("skip-execution" not in execution_tags(cell) for cell in code_cells(notebook))


def code_digest(notebook: NotebookNode) -> str:
    """Return a digest of what decides the outcome of running: code, and tags that matter to it."""
    cells = [
        [code_of(cell).strip("\n"), *sorted(execution_tags(cell))] for cell in code_cells(notebook)
    ]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


def code_of(cell: NotebookNode) -> str:
    """Return a code cell's source without its option lines."""
    return split_cell_options(str(cell.source))[1]


def run_sources(notebook: NotebookNode) -> list[str]:
    """Return the code of each cell that holds any, empty for one that is not run."""
    return [
        "" if "skip-execution" in execution_tags(cell) else code_of(cell)
        for cell in code_cells(notebook)
    ]


def runnable_copy(notebook: NotebookNode) -> NotebookNode:
    """Return a copy for papermill, whose tags are spelled as papermill and nbclient know them."""
    copied = copy.deepcopy(notebook)
    for cell in copied.cells:
        tags = cell_tags(cell) | (execution_tags(cell) if cell.cell_type == "code" else set())
        cell.metadata["tags"] = sorted(tags)
    return copied
