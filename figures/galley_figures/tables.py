r"""Reads the small table an author fills a figure with: Markdown, a CSV file, rows, a data frame.

    read_table("| label | value |\n|---|---|\n| early | 46 |", COLUMNS, figure="bars", lang="en")
    read_table("data/outcomes.csv", ...)
    read_table([{"label": "early", "value": 46}], ...)

Columns may be named in English or Indonesian. Numbers may be written as people of the figure's
language write them: ``1,050.5`` in English, ``1.050,5`` in Indonesian.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TypeAlias, cast, runtime_checkable

from galley_figures.errors import FigureError, nearest
from galley_figures.locale import Lang

CellKind: TypeAlias = Literal["text", "number", "yes-no"]


@runtime_checkable
class DataFrameLike(Protocol):
    """What is asked of a pandas data frame: its rows as mappings."""

    def to_dict(self, orient: Any, /) -> Any:  # noqa: ANN401 - pandas' own signature
        """Return the frame in the form `orient`."""


TableSource: TypeAlias = (
    str | Path | Sequence[Mapping[str, object]] | Mapping[str, Sequence[object]] | DataFrameLike
)
Record: TypeAlias = Mapping[str, str | float | bool | None]
_Cells: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Column:
    """One column that a kind of figure reads.

    Attributes
    ----------
    name, indonesian
        Its name in each language; records carry the English one.
    says
        What belongs into it, as the end of ``give each row …``.
    """

    name: str
    indonesian: str
    says: str
    kind: CellKind = "text"
    is_required: bool = True

    @property
    def names(self) -> tuple[str, str]:
        """Every name by which the column is known."""
        return self.name, self.indonesian


@dataclass(frozen=True)
class _Reading:
    """What the messages about a table need to say where they are."""

    figure: str
    columns: Sequence[Column]
    lang: Lang


_NUMBERS: Final[Mapping[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?"),
    "id": re.compile(r"[-+]?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?"),
}
_PLAIN_NUMBER: Final = re.compile(r"[-+]?\d*\.?\d+(e[-+]?\d+)?", re.IGNORECASE)
_MARKDOWN_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_CELL_BORDER: Final = re.compile(r"(?<!\\)\|")
_YES: Final = frozenset({"yes", "ya", "true", "1", "checked"})
_NO: Final = frozenset({"no", "tidak", "false", "0", "not checked", ""})


def read_table(
    source: TableSource, columns: Sequence[Column], *, figure: str, lang: Lang
) -> tuple[Record, ...]:
    """Return the table's rows under the columns' English names, their values checked.

    Parameters
    ----------
    source
        A Markdown table, the path of a CSV file (comma or semicolon), a list of rows, a mapping of
        columns, or a data frame.
    columns
        What the figure reads; other columns are refused, since a misspelt one would be lost.
    figure
        Name of the figure function, with which messages begin.

    Returns
    -------
    tuple of mappings
        Text without outer spaces, numbers as ``float``; ``None`` where an optional cell is empty.

    Raises
    ------
    FigureError
        If the file or the table cannot be read, a column is missing or unknown, or a cell is not
        what its column holds; with the row's number, counted from 1.
    """
    reading = _Reading(figure, columns, lang)
    rows = _raw_rows(source, reading)
    if not rows:
        raise FigureError(f"{figure}: the table has no rows", "Give it at least one row of data.")
    names = _column_names(rows[0], reading)
    return tuple(_record(row, names, number, reading) for number, row in enumerate(rows, start=1))


def _raw_rows(source: TableSource, reading: _Reading) -> list[_Cells]:
    if isinstance(source, str) and "\n" in source.strip():
        return _markdown_rows(source, reading)
    if isinstance(source, str | Path):
        return _csv_rows(Path(source), reading)
    if isinstance(source, Mapping):
        return _rows_of_columns(source, reading)
    if isinstance(source, DataFrameLike):
        return [dict(row) for row in source.to_dict("records")]
    return _rows_of_mappings(source, reading)


def _markdown_rows(text: str, reading: _Reading) -> list[_Cells]:
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not _MARKDOWN_RULE.fullmatch(lines[1]):
        raise FigureError(
            f"{reading.figure}: this text is not a Markdown table",
            "Begin with a line of column names and a line such as |---|---|.",
        )
    header = _markdown_cells(lines[0])
    rows = [_markdown_cells(line) for line in lines[2:]]
    return [_paired(header, row, number, reading) for number, row in enumerate(rows, start=1)]


def _markdown_cells(line: str) -> list[str]:
    inside = line.removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in _CELL_BORDER.split(inside)]


def _csv_rows(path: Path, reading: _Reading) -> list[_Cells]:
    text = _csv_text(path, reading)
    first = text.split("\n", 1)[0]
    # Spreadsheets of countries with a decimal comma write semicolons.
    delimiter = ";" if first.count(";") > first.count(",") else ","
    lines = [line for line in csv.reader(io.StringIO(text), delimiter=delimiter) if any(line)]
    if not lines:
        raise FigureError(
            f"{reading.figure}: {path.as_posix()} is empty", "Give it a line of column names."
        )
    return [_paired(lines[0], row, number, reading) for number, row in enumerate(lines[1:], 1)]


def _csv_text(path: Path, reading: _Reading) -> str:
    if path.suffix.lower() != ".csv":
        raise FigureError(
            f"{reading.figure}: {path.as_posix()!r} is neither a table nor the name of a CSV file",
            "Give a Markdown table, or the path of a file that ends in .csv.",
        )
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FigureError(
            f"{reading.figure}: there is no file {path.as_posix()}", _other_files(path)
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "cannot be read"
        raise FigureError(
            f"{reading.figure}: {path.as_posix()} {reason}",
            "Save it as “CSV UTF-8” from the spreadsheet.",
        ) from None


def _other_files(path: Path) -> str:
    beside = sorted(file.name for file in path.parent.glob("*.csv")) if path.parent.is_dir() else []
    guess = nearest(path.name, beside)
    where = "Paths are read from the notebook's own folder."
    return f"{guess} {where}".strip()


def _rows_of_columns(source: Mapping[str, Sequence[object]], reading: _Reading) -> list[_Cells]:
    lengths = {name: len(values) for name, values in source.items()}
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise FigureError(
            f"{reading.figure}: the columns are not equally long: {found}",
            "Give each column one value per row.",
        )
    return [dict(zip(source, row, strict=True)) for row in zip(*source.values(), strict=True)]


def _rows_of_mappings(source: Iterable[object], reading: _Reading) -> list[_Cells]:
    rows = list(source)
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            raise FigureError(
                f"{reading.figure}: row {number} is {type(row).__name__}, not a mapping",
                'Write each row as {"label": "…", "value": 1}.',
            )
    return cast("list[_Cells]", rows)


def _paired(header: Sequence[str], row: Sequence[str], number: int, reading: _Reading) -> _Cells:
    if len(row) != len(header):
        raise FigureError(
            f"{reading.figure}: row {number} has {len(row)} cells, "
            f"but there are {len(header)} columns",
            "Give it one cell per column; an empty cell is written too.",
        )
    return dict(zip((name.strip() for name in header), row, strict=True))


def _column_names(row: _Cells, reading: _Reading) -> Mapping[str, Column]:
    """Return each column of the table by the name that it has there."""
    found: dict[str, Column] = {}
    for name in row:
        column = _column_called(str(name), reading.columns)
        if column is None:
            raise FigureError(
                f"{reading.figure}: unknown column {str(name)!r}", _legal(str(name), reading)
            )
        found[str(name)] = column
    for column in reading.columns:
        if column.is_required and column not in found.values():
            raise FigureError(
                f"{reading.figure}: the column {column.name!r} is missing",
                f"Give each row {column.says}.",
            )
    return found


def _column_called(name: str, columns: Sequence[Column]) -> Column | None:
    wanted = name.strip().lower().replace(" ", "_")
    return next((column for column in columns if wanted in column.names), None)


def _legal(name: str, reading: _Reading) -> str:
    own = 1 if reading.lang == "id" else 0
    words = [column.names[own] for column in reading.columns]
    guess = nearest(name.lower(), [word for column in reading.columns for word in column.names])
    return f"{guess} The columns are {', '.join(words)}.".strip()


def _record(row: _Cells, names: Mapping[str, Column], number: int, reading: _Reading) -> Record:
    record: dict[str, str | float | bool | None] = dict.fromkeys(
        (column.name for column in reading.columns), None
    )
    for name, column in names.items():
        value = _cell(row.get(name), column, number, reading)
        if value is None and column.is_required:
            raise FigureError(
                f"{reading.figure}: row {number} has no {column.name!r}",
                f"Give each row {column.says}.",
            )
        record[column.name] = value
    return record


def _cell(
    value: object, column: Column, number: int, reading: _Reading
) -> str | float | bool | None:
    text = "" if value is None else str(value).strip()
    if isinstance(value, float) and math.isnan(value):
        text = ""
    if column.kind == "yes-no":
        return _yes_no(text, column, number, reading)
    if not text:
        return None
    if column.kind == "text":
        return text
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return _number(text, column, number, reading)


def _number(text: str, column: Column, number: int, reading: _Reading) -> float:
    plain = text.replace("−", "-").replace("\u00a0", "").replace(" ", "")
    if plain.strip("+-") and _NUMBERS[reading.lang].fullmatch(plain):
        thousands, decimal = (",", ".") if reading.lang == "en" else (".", ",")
        return float(plain.replace(thousands, "").replace(decimal, "."))
    if _PLAIN_NUMBER.fullmatch(plain):
        return float(plain)
    example = "3.5" if reading.lang == "en" else "3,5"
    raise FigureError(
        f"{reading.figure}: row {number}, column {column.name!r}: {text!r} is not a number",
        f"Write it as {example}, without its unit.",
    )


def _yes_no(text: str, column: Column, number: int, reading: _Reading) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise FigureError(
        f"{reading.figure}: row {number}, column {column.name!r}: {text!r} is neither yes nor no",
        "Write yes or no.",
    )
