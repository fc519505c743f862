"""Small content folders, and commands that are run in them."""

from __future__ import annotations

from pathlib import Path

import nbformat
import nbformat.v4 as nb
import pytest

from galley.cli import run

FRONT = """---
title: {title}
description: About {title}.
date: 2026-11-20
authors: [{{name: Galley example, credentials: MD, affiliation: Somewhere}}]
disclosures: none
review_by: 2028-11-20
{more}---"""


def article(folder: Path, slug: str, title: str, text: str = "Words.", more: str = "") -> None:
    cells = [
        nb.new_raw_cell(FRONT.format(title=title, more=more), id="front"),
        nb.new_markdown_cell(text, id="text"),
    ]
    nbformat.write(nb.new_notebook(cells=cells), folder / f"{slug}.ipynb")


def heard(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run(list(arguments)) == code
    return capsys.readouterr().out
