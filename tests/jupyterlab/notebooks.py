"""Notebooks as JupyterLab holds them in memory: the figures drawn, nothing saved."""

from __future__ import annotations

import ast
import json
from contextlib import chdir
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).parents[2] / "notebooks"


def in_memory(path: Path) -> dict[str, Any]:
    """Return an article of this project with what its cells show, drawn here without a kernel."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            # As a kernel does: in the folder of the notebook, whose files it may read.
            with chdir(path.parent):
                cell["outputs"] = [_shown(shown) for shown in _run(cell["source"], names)]
            cell["execution_count"] = 1
    return notebook


def markdown(source: str, cell_id: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def printing(*texts: str, cell_id: str = "printing") -> dict[str, Any]:
    """Return a code cell that printed its texts one after the other."""
    outputs = [{"output_type": "stream", "name": "stdout", "text": text} for text in texts]
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": {},
        "execution_count": 1,
        "source": "#| echo: true\nprint()",
        "outputs": outputs,
    }


def notebook_of(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}


def cell_of(notebook: dict[str, Any], cell_id: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["id"] == cell_id)


def _run(source: str, names: dict[str, Any]) -> list[Any]:
    """Return what the last line of a cell shows."""
    body = ast.parse(source).body
    last = body[-1]
    if not isinstance(last, ast.Expr):
        exec(source, names)
        return []
    exec(compile(ast.Module(body[:-1], []), "cell", "exec"), names)
    return [eval(compile(ast.Expression(last.value), "cell", "eval"), names)]


def _shown(shown: Any) -> dict[str, Any]:
    bundle = shown._repr_mimebundle_()
    data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
    output = {"output_type": "execute_result", "execution_count": 1}
    return dict(json.loads(json.dumps(output | {"data": data, "metadata": metadata})))
