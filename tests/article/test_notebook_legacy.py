"""Notebooks of nbformat 1 to 3."""

from __future__ import annotations

import json
from typing import Any

from galley.article.notebook import parse_notebook


def old_notebook(*cells: Any, version: int = 3) -> Any:
    raw = {"nbformat": version, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}
    return parse_notebook(json.dumps(raw), "x.ipynb")


def test_heading_cells_become_markdown() -> None:
    [cell] = old_notebook({"cell_type": "heading", "level": 2, "source": ["Two\n", "lines"]}).cells
    assert (cell.cell_type, cell.source) == ("markdown", "## Two lines")


def test_code_keeps_its_input_and_outputs() -> None:
    outputs = [
        {"output_type": "pyout", "prompt_number": 1, "text": ["42"], "html": "<b>42</b>"},
        {"output_type": "display_data", "png": "aGk="},
        {"output_type": "stream", "stream": "stderr", "text": "careful"},
        {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]},
    ]
    code = {"cell_type": "code", "input": "print 42", "prompt_number": 1, "outputs": outputs}
    [cell] = old_notebook(code).cells
    assert (cell.source, cell.execution_count) == ("print 42", 1)
    assert cell.outputs == [
        {
            "output_type": "execute_result",
            "data": {"text/plain": "42", "text/html": "<b>42</b>"},
            "metadata": {},
            "execution_count": None,
        },
        {"output_type": "display_data", "data": {"image/png": "aGk="}, "metadata": {}},
        {"output_type": "stream", "name": "stderr", "text": "careful"},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]},
    ]


def test_all_worksheets_are_put_under_each_other() -> None:
    sheet = {"cells": [{"cell_type": "markdown", "source": "x"}]}
    raw = {"nbformat": 3, "worksheets": [sheet, sheet]}
    assert len(parse_notebook(json.dumps(raw), "x.ipynb").cells) == 2


def test_the_oldest_notebooks_are_read_too() -> None:
    [code] = old_notebook(
        {"cell_type": "code", "input": "1", "language": "python"}, version=2
    ).cells
    assert code.source == "1"
    raw = {
        "nbformat": 1,
        "cells": [{"cell_type": "text", "text": "x"}, {"cell_type": "code", "code": "1"}],
    }
    text, code = parse_notebook(json.dumps(raw), "x.ipynb").cells
    assert (text.cell_type, text.source, code.source) == ("markdown", "x", "1")
