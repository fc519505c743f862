r"""Reads the small table an author fills a figure with: what its columns are and its cells mean.

    read_table("| label | value |\n|---|---|\n| early | 46 |", COLUMNS, figure="bars", lang="en")
    read_table("data/outcomes.csv", ...)
    read_table([{"label": "early", "value": 46}], ...)

Columns may be named in English or Indonesian. Numbers may be written as people of the figure's
language write them: ``1,050.5`` in English, ``1.050,5`` in Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real
from typing import Final, Literal, TypeAlias

from galley_figures.errors import FigureError, nearest
from galley_figures.locale import CHECKED, NOT_CHECKED, Lang
from galley_figures.table_sources import Cells, DataFrameLike, TableSource, read_rows

__all__ = ["CellKind", "Column", "DataFrameLike", "Record", "TableSource", "read_table"]

CellKind: TypeAlias = Literal["text", "number", "yes-no"]
Record: TypeAlias = Mapping[str, str | float | bool | None]


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
    "en": re.compile(r"[-+]?([1-9]\d{0,2}(,\d{3})+|\d+)?(\.\d+)?"),
    "id": re.compile(r"[-+]?([1-9]\d{0,2}(\.\d{3})+|\d+)?(,\d+)?"),
}
_PLAIN_NUMBER: Final = re.compile(r"[-+]?\d*\.?\d+(e[-+]?\d+)?", re.IGNORECASE)
_SPACE_OF_THOUSANDS: Final = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
_YES: Final = frozenset({"yes", "ya", "true", "1", "1.0", *CHECKED.values()})
_NO: Final = frozenset({"no", "tidak", "false", "0", "0.0", "", *NOT_CHECKED.values()})
_MISSING: Final = frozenset({"nan", "<na>", "nat", "none"})


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
    rows = read_rows(source, figure=figure)
    if not rows:
        raise FigureError(f"{figure}: the table has no rows", "Give it at least one row of data.")
    names = _column_names(rows, reading)
    _refuse_two_notations(rows, names, reading)
    return tuple(_record(row, names, number, reading) for number, row in enumerate(rows, start=1))


def _column_names(rows: Sequence[Cells], reading: _Reading) -> Mapping[str, Column]:
    """Return each column of the table by the name that it has there; rows may leave some out."""
    found: dict[str, Column] = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        column = _column_called(str(name), reading.columns)
        if column is None:
            raise FigureError(
                f"{reading.figure}: unknown column {str(name)!r}", _legal(str(name), reading)
            )
        other = next((known for known, its in found.items() if its is column), None)
        if other is not None:
            raise FigureError(
                f"{reading.figure}: {other!r} and {name!r} are the same column",
                "Leave one of them out.",
            )
        found[name] = column
    for column in reading.columns:
        if column.is_required and column not in found.values():
            raise FigureError(
                f"{reading.figure}: the column {column.name!r} is missing",
                f"Give each row {column.says}.",
            )
    return found


def _column_called(name: str, columns: Sequence[Column]) -> Column | None:
    wanted = re.sub(r"[\s-]+", "_", name.strip().lower())
    return next((column for column in columns if wanted in column.names), None)


def _legal(name: str, reading: _Reading) -> str:
    own = 1 if reading.lang == "id" else 0
    words = [column.names[own] for column in reading.columns]
    guess = nearest(name.lower(), [word for column in reading.columns for word in column.names])
    return f"{guess} The columns are {', '.join(words)}.".strip()


def _refuse_two_notations(
    rows: Sequence[Cells], names: Mapping[str, Column], reading: _Reading
) -> None:
    """Refuse an Indonesian column in which a point is a decimal sign here, of thousands there."""
    if reading.lang != "id":
        return
    for name, column in names.items():
        texts = [cell.strip() for row in rows if isinstance(cell := row.get(name), str)]
        pointed = [text for text in texts if column.kind == "number" and "." in text]
        thousands = [text for text in pointed if _NUMBERS["id"].fullmatch(text)]
        decimals = [text for text in pointed if _is_plain_only(text)]
        if thousands and decimals:
            raise FigureError(
                f"{reading.figure}: column {column.name!r} has {decimals[0]} and {thousands[0]}: "
                "is the point a decimal sign or one of thousands?",
                f"Write decimals with a comma, {decimals[0].replace('.', ',')}.",
            )


def _is_plain_only(text: str) -> bool:
    return bool(_PLAIN_NUMBER.fullmatch(text)) and not _NUMBERS["id"].fullmatch(text)


def _record(row: Cells, names: Mapping[str, Column], number: int, reading: _Reading) -> Record:
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
    text = _text(value)
    if column.kind == "yes-no":
        return _yes_no(text, column, number, reading)
    if not text:
        return None
    if column.kind == "text":
        return text
    # Numbers of numpy, pandas and the standard library mean what they say, in every language.
    if isinstance(value, Real | Decimal) and not isinstance(value, bool):
        return float(value)
    return _number(text, column, number, reading)


def _text(value: object) -> str:
    """Return a cell's words; none for a value that is missing, as data frames mark it."""
    text = str(value).strip()
    if not isinstance(value, str) and text.lower() in _MISSING:
        return ""
    # A data frame turns whole numbers beside a missing one into 2024.0.
    is_whole = isinstance(value, float) and value.is_integer()
    return f"{value:.0f}" if is_whole else text


def _number(text: str, column: Column, number: int, reading: _Reading) -> float:
    plain = _SPACE_OF_THOUSANDS.sub("", text.replace("−", "-"))
    if plain.strip("+-") and _NUMBERS[reading.lang].fullmatch(plain):
        thousands, decimal = (",", ".") if reading.lang == "en" else (".", ",")
        plain = plain.replace(thousands, "").replace(decimal, ".")
    elif not _PLAIN_NUMBER.fullmatch(plain):
        example = "3.5" if reading.lang == "en" else "3,5"
        raise FigureError(
            f"{_place(column, number, reading)}: {text!r} is not a number",
            f"Write it as {example}, without its unit.",
        )
    return float(plain)


def _yes_no(text: str, column: Column, number: int, reading: _Reading) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise FigureError(
        f"{_place(column, number, reading)}: {text!r} is neither yes nor no", "Write yes or no."
    )


def _place(column: Column, number: int, reading: _Reading) -> str:
    return f"{reading.figure}: row {number}, column {column.name!r}"
