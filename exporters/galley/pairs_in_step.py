"""A text and its notebook after one of the two was written: the other follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from galley.article.notebook import decode_notebook, parse_notebook
from galley.article.text_notebook import TextNotebook, parse_text_notebook, with_outputs_of
from galley.article.text_writing import write_text
from galley.discovery import SUFFIX, TEXT_SUFFIXES, is_text_name
from galley.disk import write_whole
from galley.findings import ContentError
from galley.text_pairs import is_one_article


@dataclass(frozen=True)
class Pair:
    """A text and a notebook of one name that are one article.

    Attributes
    ----------
    notebook
        What the notebook held.
    """

    text_path: Path
    notebook_path: Path
    notebook: NotebookNode


def pair_of(path: Path) -> Pair | None:
    """Return the pair that a file is one of; None where it has no partner, or is not in step."""
    names = (path.with_suffix(suffix) for suffix in TEXT_SUFFIXES)
    text_path = path if is_text_name(path.name) else next((n for n in names if n.is_file()), None)
    notebook_path = path.with_suffix(SUFFIX)
    if text_path is None or not text_path.is_file() or not notebook_path.is_file():
        return None
    try:
        text, notebook = _read_text(text_path), _read_notebook(notebook_path)
    except ContentError:
        return None
    is_one, _ = is_one_article(text, notebook, is_newer=False)
    return Pair(text_path, notebook_path, notebook) if is_one else None


def bring_in_step(pair: Pair, written: Path, keep: Callable[[Path], object]) -> Path | None:
    """Write into the other file of a pair what one of them says now; None where it cannot be read.

    Parameters
    ----------
    keep
        Called with the other file before it is written over; it makes a copy.
    """
    other = pair.notebook_path if written == pair.text_path else pair.text_path
    try:
        data = _other(pair, other).encode()
    except ContentError:
        return None
    keep(other)
    write_whole(other.resolve(), data)
    return other


def _other(pair: Pair, other: Path) -> str:
    if other == pair.text_path:
        before = other.read_bytes().decode("utf-8", "replace")
        return write_text(before, other.name, _read_notebook(pair.notebook_path))
    notebook = with_outputs_of(_read_text(pair.text_path).notebook, pair.notebook)
    metadata = {**notebook.metadata, **pair.notebook.metadata}
    whole = NotebookNode(notebook, metadata=NotebookNode(metadata))
    return f"{nbformat.writes(whole)}\n"


def _read_text(path: Path) -> TextNotebook:
    return parse_text_notebook(decode_notebook(path.read_bytes(), path.name), path.name)


def _read_notebook(path: Path) -> NotebookNode:
    return parse_notebook(decode_notebook(path.read_bytes(), path.name), path.name)
