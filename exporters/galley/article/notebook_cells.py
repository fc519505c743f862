"""Cells of any notebook in the form of nbformat 4.5: stable ids, text as text, tags as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeGuard

from nbformat import NotebookNode

from galley.findings import Finding, Place, Severity

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_KNOWN_OUTPUTS = frozenset({"stream", "display_data", "execute_result", "error"})

# The tags of Jupyter Book and papermill, which some tools write with underscores. Other tags
# (an edition's name, for example) keep the underscores that their author chose.
_TAGS_TEXT = """
    hide_input hide_output hide_cell remove_input remove_output remove_stderr remove_stdout
    remove_cell raises_exception skip_execution injected_parameters full_width scroll_output
"""
_TAG_SPELLINGS = {tag: tag.replace("_", "-") for tag in _TAGS_TEXT.split()}


def cell_tags(cell: NotebookNode) -> frozenset[str]:
    """Return a cell's tags, the known ones in the hyphen spelling: hide_input is hide-input."""
    return frozenset(_tags(cell.get("metadata", {}).get("tags")))


def normalise_cells(
    cells: Iterable[object], name: str
) -> tuple[list[dict[str, Any]], tuple[Finding, ...]]:
    """Return valid cells with unique ids, and what had to be left out.

    A cell keeps its id where that is legal and its own; otherwise it is called by its position,
    so that the same notebook always gets the same ids.
    """
    items = list(flat_cells(cells))
    raw = [cell for cell in items if isinstance(cell, dict)]
    ids = unique_ids([cell.get("id") for cell in raw])
    normal = []
    findings = [_no_cell(item, name) for item in items if item and not isinstance(item, dict)]
    for cell, cell_id in zip(raw, ids, strict=True):
        place = Place(name, cell_id)
        normal.append(_normalise_cell(cell, cell_id))
        findings += _unknown_findings(cell, place)
    return normal, tuple(findings)


def flat_cells(cells: Iterable[object]) -> Iterator[object]:
    """Yield cells that stand in lists inside the list, too."""
    for cell in cells:
        if isinstance(cell, list):
            yield from flat_cells(cell)
        else:
            yield cell


def _no_cell(item: object, name: str) -> Finding:
    return Finding(
        "notebook-unknown-cell",
        Severity.WARNING,
        Place(name),
        "text stands in place of a cell, which is not shown"
        if isinstance(item, str)
        else "a number stands in place of a cell, which is not shown",
        "Put it into a cell in JupyterLab, or remove it in a text editor.",
    )


def unique_ids(given: list[object]) -> list[str]:
    """Return the ids of a notebook's cells, from those that the file gives them."""
    legal = {item for item in given if isinstance(item, str) and _ID.fullmatch(item)}
    used: set[str] = set()
    ids = []
    for position, item in enumerate(given, start=1):
        is_own = isinstance(item, str) and item in legal and item not in used
        cell_id = str(item) if is_own else _free_id(f"cell-{position}", legal, used)
        used.add(cell_id)
        ids.append(cell_id)
    return ids


def _kind(cell: dict[str, Any]) -> object:
    kind = cell.get("cell_type")
    return kind.strip().lower() if isinstance(kind, str) else kind


def _free_id(wanted: str, legal: set[str], used: set[str]) -> str:
    free, count = wanted, 1
    while free in legal or free in used:
        count += 1
        free = f"{wanted}-{count}"
    return free


def _normalise_cell(cell: dict[str, Any], cell_id: str) -> dict[str, Any]:
    kind = _kind(cell)
    kind = kind if kind in ("code", "markdown") else "raw"
    normal: dict[str, Any] = {
        "id": cell_id,
        "cell_type": kind,
        "metadata": _normalise_metadata(cell.get("metadata")),
        "source": _text(cell.get("source")).replace("\r\n", "\n").replace("\r", "\n"),
    }
    if kind == "code":
        outputs = cell.get("outputs")
        normal["execution_count"] = _count(cell.get("execution_count"))
        normal["outputs"] = [
            _normalise_output(output)
            for output in (outputs if isinstance(outputs, list) else [])
            if _is_known_output(output)
        ]
    elif attachments := _attachments(cell.get("attachments")):
        normal["attachments"] = attachments
    return normal


def _normalise_metadata(metadata: object) -> dict[str, Any]:
    kept = {str(key): value for key, value in metadata.items()} if _is_dict(metadata) else {}
    for key, is_legal in _LEGAL_METADATA.items():
        if key in kept and not is_legal(kept[key]):
            del kept[key]
    tags = _tags(kept.pop("tags", None))
    if tags:
        kept["tags"] = tags
    return kept


def _is_dict(value: object) -> TypeGuard[dict[Any, Any]]:
    return isinstance(value, dict)


def _is_times(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


# What nbformat's schema says of metadata; a value of another kind has no meaning to any tool.
_LEGAL_METADATA = {
    "name": lambda value: isinstance(value, str) and bool(value.split("\n")[0]),
    "format": lambda value: isinstance(value, str),
    "jupyter": _is_dict,
    "collapsed": lambda value: isinstance(value, bool),
    "scrolled": lambda value: value is True or value is False or value == "auto",
    "execution": _is_times,
}


def _tags(tags: object) -> list[str]:
    """Read tags from a list, or from a string of words."""
    if isinstance(tags, str):
        words: list[object] = list(re.split(r"[,\s]+", tags))
    else:
        words = list(tags) if isinstance(tags, list) else []
    texts = [word.replace(",", " ").strip() for word in words if isinstance(word, str)]
    return list(dict.fromkeys(_TAG_SPELLINGS.get(text, text) for text in texts if text))


def _text(value: object) -> str:
    """Join what nbformat allows to be a list of lines."""
    if isinstance(value, list):
        return "".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_count and isinstance(value, int) else None


def _attachments(value: object) -> dict[str, dict[str, str]]:
    """Keep pasted images that are whole: file name → MIME type → base64 text."""
    if not isinstance(value, dict):
        return {}
    return {
        str(file): {str(kind): _text(data) for kind, data in bundle.items()}
        for file, bundle in value.items()
        if isinstance(bundle, dict)
    }


def normalise_outputs(outputs: Iterable[Mapping[str, Any]]) -> list[NotebookNode]:
    """Return outputs from elsewhere (a widget holds some) as those of a cell."""
    known = (_normalise_output(dict(output)) for output in outputs if _is_known_output(output))
    return [NotebookNode(output) for output in known]


def _is_known_output(output: object) -> bool:
    return isinstance(output, dict) and output.get("output_type") in tuple(_KNOWN_OUTPUTS)


def _normalise_output(output: dict[str, Any]) -> dict[str, Any]:
    kind = output["output_type"]
    if kind == "stream":
        name = output.get("name")
        return {
            "output_type": kind,
            "name": name if isinstance(name, str) else "stdout",
            "text": _text(output.get("text")),
        }
    if kind == "error":
        return _normalise_error(output)
    metadata = output.get("metadata")
    normal = {
        "output_type": kind,
        "data": _bundle(output.get("data")),
        "metadata": metadata if isinstance(metadata, dict) else {},
    }
    if kind == "execute_result":
        normal["execution_count"] = _count(output.get("execution_count"))
    return normal


def _normalise_error(output: dict[str, Any]) -> dict[str, Any]:
    lines = output.get("traceback")
    traceback = lines if isinstance(lines, list) else [lines]
    return {
        "output_type": "error",
        "ename": _text(output.get("ename")) or "Error",
        "evalue": _text(output.get("evalue")),
        "traceback": [line for line in traceback if isinstance(line, str)],
    }


def _bundle(data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        return {}
    return {
        str(kind): value if "json" in str(kind) else _text(value)
        for kind, value in data.items()
        if isinstance(value, str | list) or "json" in str(kind)
    }


def _unknown_findings(cell: dict[str, Any], place: Place) -> list[Finding]:
    findings = []
    kind = _kind(cell)
    if kind not in ("code", "markdown", "raw"):
        findings.append(
            Finding(
                "notebook-unknown-cell",
                Severity.WARNING,
                place,
                f"unknown cell type {_named(cell.get('cell_type'))}, which is not shown",
                "Change the cell to Markdown or code in JupyterLab.",
            )
        )
    outputs = cell.get("outputs") if kind == "code" else None
    unknown = [
        output
        for output in (outputs if isinstance(outputs, list) else [])
        if not _is_known_output(output)
    ]
    if unknown:
        first = unknown[0].get("output_type") if isinstance(unknown[0], dict) else None
        findings.append(
            Finding(
                "notebook-unknown-output",
                Severity.WARNING,
                place,
                f"unknown output type {_named(first)}, which is not shown",
                "Run the cell again and save the notebook.",
            )
        )
    return findings


def _named(kind: object) -> str:
    return f"'{kind[:40]}'" if isinstance(kind, str) else "without a name"
