"""From what an author hands over as a table to rows of cells: Markdown, CSV, rows, data frames.

Cells are as they stand there; `galley_figures.tables` knows what they mean.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias, cast, runtime_checkable

from galley_figures.errors import FigureError, nearest


@runtime_checkable
class DataFrameLike(Protocol):
    """What is asked of a pandas data frame: its rows as mappings."""

    def to_dict(self, orient: Any, /) -> Any:  # noqa: ANN401 - pandas' own signature
        """Return the frame in the form `orient`."""


TableSource: TypeAlias = (
    str | Path | Sequence[Mapping[str, object]] | Mapping[str, Sequence[object]] | DataFrameLike
)
Cells: TypeAlias = Mapping[str, object]
"""A row: its cells under the names of their columns."""

_MARKDOWN_RULE: Final = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_CELL_BORDER: Final = re.compile(r"(?<!\\)\|")


def read_rows(source: TableSource, *, figure: str) -> list[Cells]:
    """Return the rows of a table, whatever it is written in.

    Parameters
    ----------
    source
        A Markdown table, the path of a CSV file (comma or semicolon), a list of rows, a mapping of
        columns, or a data frame.
    figure
        Name of the figure function, with which messages begin.

    Raises
    ------
    FigureError
        If the source or its file cannot be read, its rows differ in length, or a column stands
        twice.
    """
    if isinstance(source, str) and "\n" in source.strip():
        return _markdown_rows(source, figure)
    if isinstance(source, str | Path):
        return _csv_rows(Path(source), figure)
    if isinstance(source, Mapping):
        return _rows_of_columns(source, figure)
    if isinstance(source, DataFrameLike):
        return _rows_of_frame(source, figure)
    return _rows_of_mappings(source, figure)


def _markdown_rows(text: str, figure: str) -> list[Cells]:
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not _MARKDOWN_RULE.fullmatch(lines[1]):
        raise FigureError(
            f"{figure}: this text is not a Markdown table",
            "Begin with a line of column names and a line such as |---|---|.",
        )
    header, _rule, *rows = lines
    return _paired(_markdown_cells(header), [_markdown_cells(row) for row in rows], figure)


def _markdown_cells(line: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL_BORDER.split(line)]
    first = 1 if line.startswith("|") else 0
    last = len(cells) - 1 if _CELL_BORDER.search(line[-2:]) else len(cells)
    return cells[first:last]


def _csv_rows(path: Path, figure: str) -> list[Cells]:
    text = _csv_text(path, figure)
    first = text.split("\n", 1)[0]
    # Spreadsheets of countries with a decimal comma write semicolons.
    delimiter = ";" if first.count(";") > first.count(",") else ","
    lines = [
        line
        for line in csv.reader(io.StringIO(text), delimiter=delimiter)
        if any(cell.strip() for cell in line)
    ]
    if not lines:
        raise FigureError(
            f"{figure}: {path.as_posix()} is empty", "Give it a line of column names."
        )
    return _paired(lines[0], lines[1:], figure)


def _csv_text(path: Path, figure: str) -> str:
    if path.suffix.lower() != ".csv":
        raise FigureError(
            f"{figure}: {path.as_posix()!r} is neither a table nor the name of a CSV file",
            "Give a Markdown table, or the path of a file that ends in .csv.",
        )
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FigureError(
            f"{figure}: there is no file {path.as_posix()}", _other_files(path)
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "cannot be read"
        raise FigureError(
            f"{figure}: {path.as_posix()} {reason}",
            "Save it as “CSV UTF-8” from the spreadsheet.",
        ) from None


def _other_files(path: Path) -> str:
    beside = sorted(file.name for file in path.parent.glob("*.csv")) if path.parent.is_dir() else []
    guess = nearest(path.name, beside)
    where = "Paths are read from the notebook's own folder."
    return f"{guess} {where}".strip()


def _paired(header: Sequence[str], rows: Sequence[Sequence[str]], figure: str) -> list[Cells]:
    """Put each row's cells under the names of their columns."""
    names = [name.strip() for name in header]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise FigureError(
            f"{figure}: the column {twice!r} stands twice", "Give each column a name of its own."
        )
    for number, row in enumerate(rows, start=1):
        if len(row) != len(names):
            raise FigureError(
                f"{figure}: row {number} has {len(row)} cells, but there are {len(names)} columns",
                "Give it one cell per column; an empty cell is written too.",
            )
    return [dict(zip(names, row, strict=True)) for row in rows]


def _rows_of_columns(source: Mapping[str, Sequence[object]], figure: str) -> list[Cells]:
    for name, values in source.items():
        if isinstance(values, str) or not hasattr(values, "__len__"):
            raise FigureError(
                f"{figure}: the column {str(name)!r} is {type(values).__name__}, "
                "not a list of values",
                "Give each column a list; a single row stands in square brackets, [{…}].",
            )
    lengths = {name: len(values) for name, values in source.items()}
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise FigureError(
            f"{figure}: the columns are not equally long: {found}",
            "Give each column one value per row.",
        )
    return [dict(zip(source, row, strict=True)) for row in zip(*source.values(), strict=True)]


def _rows_of_frame(frame: DataFrameLike, figure: str) -> list[Cells]:
    try:
        return [dict(row) for row in frame.to_dict("records")]
    except (TypeError, ValueError):
        raise FigureError(
            f"{figure}: {type(frame).__name__} has no rows with named columns",
            "Give a data frame, or a list of rows.",
        ) from None


def _rows_of_mappings(source: Iterable[object], figure: str) -> list[Cells]:
    if not isinstance(source, Iterable):
        raise FigureError(
            f"{figure}: {type(source).__name__} is no table",
            "Give a Markdown table, the path of a CSV file, a list of rows or a data frame.",
        )
    rows = list(source)
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            raise FigureError(
                f"{figure}: row {number} is {type(row).__name__}, not a mapping",
                'Write each row as {"label": "…", "value": 1}.',
            )
    return cast("list[Cells]", rows)
