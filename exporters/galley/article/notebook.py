"""Reading any notebook into one form: nbformat 4.5, stable cell ids, tags as lists.

nbformat's own reader warns, gives cells random ids and refuses what is easily mended; authors
bring notebooks from twelve years and a dozen tools, so they are mended here, without a word
where nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

import nbformat
from nbformat import NotebookNode

from galley.article.cell_options import cell_option_findings, cell_options
from galley.article.notebook_bytes import broken, decode_notebook, read_bytes
from galley.article.notebook_cells import cell_tags, normalise_cells
from galley.article.notebook_json import conflict_error, parse_json
from galley.article.notebook_legacy import upgrade_notebook
from galley.findings import Finding, Place, Severity

__all__ = [
    "LONGEST_TEXT",
    "ParsedNotebook",
    "cell_option_findings",
    "cell_options",
    "cell_tags",
    "decode_notebook",
    "normalise_notebook",
    "parse_notebook",
    "parse_notebook_with_findings",
    "read_bytes",
    "read_notebook",
    "refuse_too_much",
]

_NEWEST_MAJOR = 4


@dataclass(frozen=True)
class ParsedNotebook:
    """A notebook in nbformat 4.5 and what had to be left out of it."""

    notebook: NotebookNode
    findings: tuple[Finding, ...] = ()


def read_notebook(path: Path, name: str) -> NotebookNode:
    """Read a notebook from disk; `name` is the path as the author knows it.

    Raises
    ------
    ContentError
        If the file cannot be read or is not a notebook.
    """
    return parse_notebook(decode_notebook(read_bytes(path, name), name), name)


def parse_notebook(text: str, name: str) -> NotebookNode:
    """Parse a notebook's text into nbformat 4.5.

    Raises
    ------
    ContentError
        If the text is not a notebook.
    """
    return parse_notebook_with_findings(text, name).notebook


def parse_notebook_with_findings(text: str, name: str) -> ParsedNotebook:
    """Parse a notebook's text, and say what had to be left out of it."""
    raw, findings = parse_json(text, name)
    if not isinstance(raw, dict) or not _has_cells(raw):
        raise broken(
            name,
            "the file is JSON, but not a notebook: it has no list of cells",
            "Remove it from the content folder, or give it another suffix than .ipynb.",
        )
    parsed = _normalise(raw, name)
    refuse_too_much(parsed.notebook, name)
    _refuse_conflict(parsed.notebook, name)
    return ParsedNotebook(parsed.notebook, (*findings, *parsed.findings))


def normalise_notebook(notebook: NotebookNode) -> NotebookNode:
    """Bring a notebook that another tool has read into the same form."""
    return _normalise(notebook, "").notebook


def _normalise(raw: dict[str, Any], name: str) -> ParsedNotebook:
    upgraded = upgrade_notebook(raw)
    cells, findings = normalise_cells(upgraded["cells"], name)
    notebook = _as_node(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": _normalise_metadata(upgraded.get("metadata")),
            "cells": cells,
        }
    )
    return ParsedNotebook(notebook, (*_version_findings(raw, name), *findings))


def _as_node(value: dict[str, Any]) -> NotebookNode:
    node: NotebookNode = nbformat.from_dict(value)
    return node


def _has_cells(raw: dict[str, Any]) -> bool:
    sheets = raw.get("worksheets")
    return isinstance(raw.get("cells"), list) or (isinstance(sheets, list) and bool(sheets))


LONGEST_TEXT = 2_000_000
"""As many characters as ten long books have; no reader wants more in one article."""
_MOST_CELLS = 10_000


def refuse_too_much(notebook: NotebookNode, name: str) -> None:
    """Refuse what is no article any more, and would keep all others waiting.

    Raises
    ------
    ContentError
        If it has too many cells, or too much text and code.
    """
    if sum(len(cell.source) for cell in notebook.cells) > LONGEST_TEXT:
        raise broken(
            name,
            f"the notebook has more than {LONGEST_TEXT:,} characters of text and code",
            "Split it into several articles, or keep data in files beside it.",
        )
    if sum(1 for cell in notebook.cells if cell.source.strip()) > _MOST_CELLS:
        raise broken(
            name,
            f"the notebook has more than {_MOST_CELLS:,} cells",
            "Split it into several articles.",
        )


_CONFLICT = re.compile(r"^<{7} .*?^={7}\s*?$.*?^>{7} ", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def _refuse_conflict(notebook: NotebookNode, name: str) -> None:
    """Refuse two versions inside a cell, as nbdime leaves them; quoted in a listing they may be."""
    for cell in notebook.cells:
        found = _CONFLICT.search(cell.source) if "<<<<<<< " in cell.source else None
        if found and len(_FENCE.findall(cell.source, 0, found.start())) % 2 == 0:
            line = cell.source.count("\n", 0, found.start()) + 1
            raise conflict_error(name, line, cell.id)


def _normalise_metadata(metadata: object) -> dict[str, Any]:
    """Keep the metadata, with a kernel that is either named or an empty set of fields."""
    kept = {str(key): value for key, value in metadata.items()} if _is_dict(metadata) else {}
    kept["kernelspec"] = _kernelspec(kept.get("kernelspec"))
    language = kept.pop("language_info", None)
    if isinstance(language, dict) and isinstance(language.get("name"), str):
        kept["language_info"] = language
    if not isinstance(title := kept.get("title", ""), str):
        kept.pop("title")
        kept |= {"title": str(title)} if isinstance(title, int | float) else {}
    for key, kind in (("authors", list), ("orig_nbformat", int), ("widgets", dict)):
        if not isinstance(kept.get(key, kind()), kind):
            del kept[key]
    return kept


def _kernelspec(spec: object) -> dict[str, Any]:
    if isinstance(spec, str) and spec.strip():
        return {"name": spec.strip(), "display_name": spec.strip()}
    if not isinstance(spec, dict):
        return {}
    name = spec.get("name")
    if not isinstance(name, str) or not name.strip():
        language = spec.get("language")
        return {"language": language} if isinstance(language, str) and language else {}
    display_name = spec.get("display_name")
    return {**spec, "display_name": display_name if isinstance(display_name, str) else name}


def _is_dict(value: object) -> TypeGuard[dict[Any, Any]]:
    return isinstance(value, dict)


def _version_findings(raw: dict[str, Any], name: str) -> tuple[Finding, ...]:
    version = raw.get("nbformat")
    if not isinstance(version, int) or version <= _NEWEST_MAJOR:
        return ()
    return (
        Finding(
            "notebook-newer-format",
            Severity.WARNING,
            Place(name),
            f"the notebook's format {version} is newer than Galley knows",
            "Compare the page with the notebook, or update Galley.",
        ),
    )
