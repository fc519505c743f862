"""Reading any notebook into one form: nbformat 4.5, stable cell ids, tags as lists.

nbformat's own reader warns, gives cells random ids and refuses what is easily mended; authors
bring notebooks from twelve years and a dozen tools, so they are mended here, without a word
where nothing is lost.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

import nbformat
from nbformat import NotebookNode

from galley.article.cell_options import cell_option_findings, cell_options
from galley.article.notebook_cells import cell_tags, normalise_cells
from galley.article.notebook_legacy import upgrade_notebook
from galley.findings import ContentError, Finding, Place, Severity

__all__ = [
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


def read_bytes(path: Path, name: str) -> bytes:
    """Read a file of the content folder."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _broken(
            name, f"the file cannot be opened: {reason}", "Check that it exists and may be read."
        ) from None


def decode_notebook(data: bytes, name: str) -> str:
    """Decode a notebook's bytes, with or without a byte-order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken(
            name,
            f"the file is not UTF-8 text (byte {error.start + 1} cannot be read)",
            "Open it in JupyterLab and save it again; if that fails, restore it from a copy.",
        ) from None


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
    raw = _parse_json(text.removeprefix("\ufeff"), name)
    if not isinstance(raw, dict) or not _has_cells(raw):
        raise _broken(
            name,
            "the file is JSON, but not a notebook: it has no list of cells",
            "Remove it from the content folder, or give it another suffix than .ipynb.",
        )
    return _normalise(raw, name)


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


_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def _parse_json(text: str, name: str) -> Any:  # noqa: ANN401 — JSON holds anything
    if not text.strip("\0 \t\r\n"):
        raise _broken(name, "the file is empty", "Remove it, or restore the notebook from a copy.")
    try:
        # NaN and Infinity are no JSON; browsers would refuse them again later.
        raw = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise _explain_json(text, error, name) from None
    except (RecursionError, ValueError):
        raise _broken(
            name,
            "the file is not a notebook: its JSON is nested too deeply or holds too long a number",
            "Remove it from the content folder.",
        ) from None
    return _without_surrogates(raw) if _LONE_SURROGATE.search(text) else raw


def _explain_json(text: str, error: json.JSONDecodeError, name: str) -> ContentError:
    conflict = re.search(r"^(?:<{7} |>{7} |={7}$)", text, re.MULTILINE)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return _broken(
            name,
            "the file holds two versions that git could not merge",
            "Choose one of them, for example with git checkout --ours or --theirs.",
            line,
        )
    if not text.lstrip().startswith("{"):
        return _broken(
            name,
            "the file is not a notebook: it is not JSON",
            "Remove it from the content folder, or give it another suffix than .ipynb.",
        )
    if not text[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        return _broken(
            name,
            "the file breaks off before its end",
            "Restore the notebook from a copy, for example from .ipynb_checkpoints.",
            error.lineno,
        )
    return _broken(
        name,
        f"the file is not a notebook: its JSON is broken at column {error.colno}",
        "Restore the notebook from a copy, or mend that line in a text editor.",
        error.lineno,
    )


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 — nested plain values
    """Replace half characters, which no page could be written with."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(value[key]) for key in value}
    return value


def _normalise_metadata(metadata: object) -> dict[str, Any]:
    """Keep the metadata, with a kernel that is either named or an empty set of fields."""
    kept = {str(key): value for key, value in metadata.items()} if _is_dict(metadata) else {}
    kept["kernelspec"] = _kernelspec(kept.get("kernelspec"))
    language = kept.pop("language_info", None)
    if isinstance(language, dict) and isinstance(language.get("name"), str):
        kept["language_info"] = language
    if not isinstance(kept.get("title", ""), str):
        kept["title"] = str(kept["title"])
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


def _broken(name: str, message: str, fix: str, line: int | None = None) -> ContentError:
    return ContentError(
        Finding("notebook-broken", Severity.ERROR, Place(name, line=line), message, fix)
    )
