"""Reading any notebook into one form: nbformat 4.5, stable cell ids, tags as lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode


def read_notebook(path: Path, name: str) -> NotebookNode:
    """Read a notebook from disk; `name` is the path as the author knows it."""
    raise NotImplementedError


def parse_notebook(text: str, name: str) -> NotebookNode:
    """Parse a notebook's text."""
    raise NotImplementedError


def cell_options(source: str) -> tuple[dict[str, Any], str]:
    """Split a code cell into its ``#| key: value`` options and the code after them."""
    raise NotImplementedError


def cell_tags(cell: NotebookNode) -> frozenset[str]:
    """Return a cell's tags in the hyphen spelling."""
    raise NotImplementedError
