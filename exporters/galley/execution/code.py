"""The part of a notebook that a kernel sees: its code, and the tags that change how it runs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from nbformat import NotebookNode, from_dict

from galley.article.notebook import cell_options, cell_tags

# Tags that papermill, nbclient or Galley's engine obey; all others only change what is shown.
_EXECUTION_TAGS = frozenset({"parameters", "raises-exception", "skip-execution"})


def code_cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Yield the cells that hold code; one with only option lines or blanks holds none."""
    yield from filter(holds_code, notebook.cells)


def holds_code(cell: NotebookNode) -> bool:
    """Tell whether a kernel would do anything with a cell that it is sent."""
    return cell.cell_type == "code" and bool(cell_options(cell.source)[1].strip())


def execution_tags(cell: NotebookNode) -> frozenset[str]:
    """Return the tags that change how a cell runs; ``#| eval: false`` is the same as a tag."""
    options, _ = cell_options(cell.source)
    skipped = {"skip-execution"} if options.get("eval") is False else set()
    return (cell_tags(cell) & _EXECUTION_TAGS) | skipped


def as_node(value: Mapping[str, Any]) -> NotebookNode:
    """Return plain JSON values as nbformat's mapping with attributes."""
    node: NotebookNode = from_dict(dict(value))
    return node


def runs_anything(notebook: NotebookNode) -> bool:
    """Tell whether a kernel would have anything to do."""
    return any("skip-execution" not in execution_tags(cell) for cell in code_cells(notebook))


def code_fingerprint(notebook: NotebookNode) -> list[list[str]]:
    """Return what decides the outcome of running: each cell's code and its execution tags."""
    return [
        [cell_options(cell.source)[1].strip("\n"), *sorted(execution_tags(cell))]
        for cell in code_cells(notebook)
    ]


def runnable_copy(notebook: NotebookNode) -> NotebookNode:
    """Return a copy for papermill, whose tags are spelled as papermill and nbclient know them."""
    copied = copy.deepcopy(notebook)
    for cell in copied.cells:
        tags = cell_tags(cell) | (execution_tags(cell) if cell.cell_type == "code" else set())
        cell.metadata["tags"] = sorted(tags)
    return copied
