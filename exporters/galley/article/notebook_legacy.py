"""Notebooks of nbformat 1 to 3, from before 2015, in the form of nbformat 4."""

from __future__ import annotations

from typing import Any

from galley.article.notebook_cells import flat_cells

_OUTPUT_KINDS = {"pyout": "execute_result", "pyerr": "error"}
_MIME_TYPES = {
    "text": "text/plain",
    "html": "text/html",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "latex": "text/latex",
    "javascript": "application/javascript",
}
_NOT_DATA = frozenset({"output_type", "metadata", "prompt_number", "execution_count"})


def upgrade_notebook(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook whose cells stand where nbformat 4 has them; newer ones nearly are."""
    if isinstance(raw.get("cells"), list) and not _is_old(raw):
        return {**raw, "cells": [_mend_heading(cell) for cell in flat_cells(raw["cells"])]}
    cells = raw["cells"] if isinstance(raw.get("cells"), list) else _sheet_cells(raw)
    metadata = raw.get("metadata")
    return {
        # Whose code was written before Python 3 was common is told by this, Jupyter's own, mark.
        "metadata": {**(metadata if isinstance(metadata, dict) else {}), "orig_nbformat": 3},
        "cells": [
            _upgrade_cell(cell) if isinstance(cell, dict) else cell for cell in flat_cells(cells)
        ],
    }


def _mend_heading(cell: object) -> object:
    """Turn a heading cell, which nbformat 4 no longer has, into what it became."""
    if isinstance(cell, dict) and cell.get("cell_type") == "heading":
        return _upgrade_cell(cell)
    return cell


def _is_old(raw: dict[str, Any]) -> bool:
    version = raw.get("nbformat")
    return isinstance(version, int) and version < 4  # noqa: PLR2004 — the format since 2015


def _sheet_cells(raw: dict[str, Any]) -> list[Any]:
    """Put all worksheets under each other, as Jupyter itself did."""
    sheets = [sheet for sheet in raw["worksheets"] if isinstance(sheet, dict)]
    lists = [sheet.get("cells") for sheet in sheets]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _upgrade_cell(cell: dict[str, Any]) -> dict[str, Any]:
    match cell.get("cell_type"):
        case "code":
            return _upgrade_code(cell)
        case "heading":
            return {**cell, "cell_type": "markdown", "source": _heading(cell)}
        case "html":
            return {**cell, "cell_type": "markdown"}
        case "text":
            return {**cell, "cell_type": "markdown", "source": cell.get("text", "")}
        case _:
            return cell


def _heading(cell: dict[str, Any]) -> str:
    level, source = cell.get("level"), cell.get("source")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source or "")
    hashes = "#" * min(max(level, 1), 6) if isinstance(level, int) else "#"
    return f"{hashes} {' '.join(text.split())}"


def _upgrade_code(cell: dict[str, Any]) -> dict[str, Any]:
    outputs = cell.get("outputs")
    return {
        "cell_type": "code",
        "metadata": cell.get("metadata"),
        "source": cell.get("input", cell.get("source", cell.get("code", ""))),
        "execution_count": cell.get("prompt_number"),
        "outputs": [_upgrade_output(output) for output in outputs]
        if isinstance(outputs, list)
        else [],
    }


def _upgrade_output(output: object) -> object:
    if not isinstance(output, dict):
        return output
    kind = output.get("output_type")
    kind = _OUTPUT_KINDS.get(kind, kind) if isinstance(kind, str) else kind
    if kind == "stream":
        return {**output, "name": output.get("stream", "stdout")}
    if kind in {"execute_result", "display_data"} and "data" not in output:
        data = {
            _MIME_TYPES.get(name, name): value
            for name, value in output.items()
            if name not in _NOT_DATA
        }
        return {"output_type": kind, "data": data, "metadata": output.get("metadata")}
    return {**output, "output_type": kind}
