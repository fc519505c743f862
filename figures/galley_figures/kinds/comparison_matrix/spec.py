"""What a comparison matrix draws, and what it refuses because a reader could not take it in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.errors import FigureError
from galley_figures.style.palette import ColourName

Mark: TypeAlias = Literal["yes", "partly", "no", "unknown", "up", "level", "down"]
"""Shapes before a cell's words: a disc, half a disc, a ring, a dash; or where something points."""

MOST_COLUMNS: Final = 4
MOST_ROWS: Final = 8
MOST_CHARACTERS: Final = 140


@dataclass(frozen=True)
class MatrixCell:
    """What stands where a row and a column meet.

    Attributes
    ----------
    word
        The mark's own word; a cell with a mark has one, since a shape alone says too little.
    text
        A few words, after the mark's word where there is one.
    """

    text: str = ""
    mark: Mark | None = None
    word: str = ""

    @property
    def in_words(self) -> str:
        """The cell as it is read aloud."""
        return ": ".join(part for part in (self.word, self.text) if part)


@dataclass(frozen=True)
class MatrixColumn:
    """One thing that rows are compared by.

    Attributes
    ----------
    meaning
        A few words that say what the column's name means.
    """

    name: str
    meaning: str = ""
    colour_name: ColourName = "ink"


@dataclass(frozen=True)
class MatrixRow:
    """One of the things compared, with a cell for each column.

    Attributes
    ----------
    detail
        A second, quieter line under its name.
    source
        Citation keys of what its cells say.
    """

    name: str
    cells: tuple[MatrixCell, ...]
    detail: str = ""
    source: str = ""


@dataclass(frozen=True)
class Matrix:
    """All that a comparison matrix draws.

    Attributes
    ----------
    corner
        What the rows are, such as ``Treatment``; it may be empty.
    """

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    corner: str = ""

    def __post_init__(self) -> None:
        self._refuse_too_much()
        _refuse_twins("columns", (column.name for column in self.columns))
        _refuse_twins("rows", (row.name for row in self.rows))
        for row in self.rows:
            self._check_row(row)

    def _refuse_too_much(self) -> None:
        columns, rows = len(self.columns), len(self.rows)
        if not columns:
            raise FigureError(
                "comparison_matrix: there is nothing beside the names of the rows",
                "Give it one to four columns after the first.",
            )
        if columns > MOST_COLUMNS:
            raise FigureError(
                f"comparison_matrix: {columns} columns beside the names; more than {MOST_COLUMNS} "
                "are too narrow to read, and on a phone nobody can compare them",
                "Keep the columns that decide, or draw two figures.",
            )
        if rows > MOST_ROWS:
            raise FigureError(
                f"comparison_matrix: {rows} rows; nobody keeps more than {MOST_ROWS} in mind, and "
                "on a phone each is a block of its own",
                "Keep the rows that are compared, or write a table into the article.",
            )

    def _check_row(self, row: MatrixRow) -> None:
        if len(row.cells) != len(self.columns):
            raise FigureError(
                f"comparison_matrix: {row.name!r} has {len(row.cells)} cells, but there are "
                f"{len(self.columns)} columns",
                "Give it one cell per column.",
            )
        for column, cell in zip(self.columns, row.cells, strict=True):
            _check_cell(f"{row.name!r}, {column.name!r}", cell)


def _check_cell(place: str, cell: MatrixCell) -> None:
    if not cell.in_words.strip():
        raise FigureError(
            f"comparison_matrix: {place}: the cell is empty; a reader cannot tell whether it means "
            "no, or that nobody knows",
            "Write what is known, or “not known”.",
        )
    if cell.mark and not cell.word:
        raise FigureError(
            f"comparison_matrix: {place}: a mark without its word", "Say in a word what it means."
        )
    if len(cell.in_words) > MOST_CHARACTERS:
        raise FigureError(
            f"comparison_matrix: {place}: {len(cell.in_words)} characters; a cell holds "
            f"{MOST_CHARACTERS}, about two short sentences",
            "Say the difference in fewer words; the rest belongs into the article.",
        )


def _refuse_twins(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise FigureError(
                f"comparison_matrix: two {what} are called {name!r}", "Give each its own name."
            )
        seen.add(name.casefold())
