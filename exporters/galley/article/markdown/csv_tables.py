"""``csv-table``: values between commas become the tokens of a table."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from markdown_it.token import Token

from galley.article.markdown.list_tables import table_of_cells


def csv_table(text: str, options: Mapping[str, str]) -> list[Token]:
    """Return table tokens for the body of a directive; each value is a line of Markdown."""
    marks = {"tab": "\t", "space": " "}
    mark = marks.get(options.get("delim", ""), options.get("delim", "")) or ","
    rows = _rows(text, mark[0])
    count = options.get("header-rows", "0")
    heads = min(int(count), len(rows)) if count.isdecimal() else 0
    if options.get("header"):
        rows = [*_rows(options["header"], mark[0]), *rows]
        heads += 1
    stub = 1 if options.get("stub-columns", "0") not in {"", "0"} else 0
    return table_of_cells([[_cell(value) for value in row] for row in rows], heads, stub)


def _rows(text: str, mark: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        rows = list(csv.reader(lines, delimiter=mark, skipinitialspace=True))
    except csv.Error:
        rows = [[line] for line in lines]
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _cell(value: str) -> list[Token]:
    return [Token("inline", "", 0, content=value.strip(), children=[], block=True)]
