"""Tables: a pipe table where each cell is a line, a list table where a cell holds more."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from galley.importing.escaping import indented

_ALIGNED = {"AlignLeft": ":--", "AlignRight": "--:", "AlignCenter": ":-:"}
_LONGEST_HEAD = 60

Ast = dict[str, Any]


@dataclass(frozen=True)
class TableCell:
    """One cell; `line` is its text where it is one line."""

    blocks: tuple[Ast, ...]
    align: str = "AlignDefault"
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Grid:
    """A table without merged cells: rows of equal length.

    Attributes
    ----------
    merged
        How many cells were merged; the content of each is repeated downwards.
    has_guessed_head
        Whether the first row was taken for headings though nothing says so.
    """

    head: tuple[tuple[TableCell, ...], ...]
    body: tuple[tuple[TableCell, ...], ...]
    merged: int = 0
    has_guessed_head: bool = False

    @property
    def rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """All rows, headings first."""
        return (*self.head, *self.body)


def read_grid(table: Ast) -> Grid:
    """Return a table of pandoc's as a grid."""
    content = table["c"]
    head = _rows(content[3][1])
    body = [row for part in content[4] for row in (*_rows(part[2]), *_rows(part[3]))]
    body += _rows(content[5][1])
    merged = sum(cell.rows > 1 or cell.columns > 1 for row in (*head, *body) for cell in row)
    rows = _flat([*head, *body])
    width = max(map(len, rows), default=0)
    full = [(*row, *[TableCell(())] * (width - len(row))) for row in rows]
    return Grid(tuple(full[: len(head)]), tuple(full[len(head) :]), merged)


def with_head(grid: Grid, text_of: Callable[[TableCell], str]) -> Grid:
    """Take the first row for headings where none are marked and it reads like some."""
    if grid.head or len(grid.body) < 2:  # noqa: PLR2004 - one row is no heading of anything
        return grid
    words = [text_of(cell).strip() for cell in grid.body[0]]
    is_head = all(0 < len(each) <= _LONGEST_HEAD and not _is_number(each) for each in words[1:])
    if not is_head or not any(words) or _is_number(words[0]):
        return grid
    is_marked = all(each.startswith("**") and each.endswith("**") for each in words if each)
    head, *body = grid.body
    return replace(grid, head=(head,), body=tuple(body), has_guessed_head=not is_marked)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[-+−]?[\d.,\s]+%?", text))


def _rows(rows: Sequence[Any]) -> list[list[TableCell]]:
    return [
        [TableCell(tuple(cell[4]), cell[1]["t"], cell[2], cell[3]) for cell in row[1]]
        for row in rows
    ]


def _flat(rows: list[list[TableCell]]) -> list[list[TableCell]]:
    """Repeat a merged cell downwards, and leave empty what it took to the right."""
    waiting: dict[int, tuple[int, TableCell]] = {}
    flat = []
    for row in rows:
        cells, column, left = [], 0, list(row)
        while left or column in waiting:
            if column in waiting:
                count, cell = waiting.pop(column)
                if count > 1:
                    waiting[column] = (count - 1, cell)
                cells.append(cell)
                column += 1
                continue
            cell = left.pop(0)
            for offset in range(max(cell.columns, 1)):
                part = cell if offset == 0 else TableCell((), cell.align)
                cells.append(part)
                if cell.rows > 1:
                    waiting[column + offset] = (cell.rows - 1, part)
            column += max(cell.columns, 1)
        flat.append(cells)
    return flat


def render_pipes(grid: Grid, line_of: Callable[[TableCell], str]) -> str:
    """Return a pipe table; each cell is one line."""
    head = grid.head[0] if grid.head else tuple(TableCell(()) for _ in grid.rows[0])
    aligned = [_ALIGNED.get(_align(grid, index), "---") for index in range(len(head))]
    lines = [[_piped(line_of(cell)) for cell in row] for row in (head, *grid.body)]
    lines[0] = [_plain_head(line) for line in lines[0]]
    lines.insert(1, aligned)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain_head(line: str) -> str:
    """Return a heading without marks around the whole of it: a page sets headings in bold."""
    match = re.fullmatch(r"\*\*([^*]+)\*\*", line)
    return match[1] if match else line


def _align(grid: Grid, column: int) -> str:
    aligns = {row[column].align for row in grid.body}
    return aligns.pop() if len(aligns) == 1 else "AlignDefault"


def _piped(line: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", line)


def render_list(grid: Grid, text_of: Callable[[TableCell], str], caption: str) -> str:
    """Return a list table, whose cells hold whatever blocks there are."""
    rows = "\n".join(_list_row([text_of(cell) for cell in row]) for row in grid.rows)
    title = f" {caption}" if caption else ""
    return f":::{{list-table}}{title}\n:header-rows: {len(grid.head)}\n\n{rows}\n:::"


def _list_row(cells: Sequence[str]) -> str:
    lines = []
    for index, cell in enumerate(cells):
        text = indented(cell, 4).strip()
        lines.append(f"{'* -' if index == 0 else '  -'} {text}".rstrip())
    return "\n".join(lines)
