"""Numbers of a sentence beside the table of the figure it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from galley.article.model import DataTable

Cell = str | float | int | None

_NUMBER = r"[−-]?\d(?:[\d.,]*\d)?"
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNIT_IN_BRACKETS = re.compile(r"\(([^)]+)\)\s*$")
# Columns that say where a row comes from, not what it is about.
_ABOUT_SOURCES = re.compile(
    r"source|reference|status|check|sumber|rujukan|diperiksa", re.IGNORECASE
)
_UNITS = {
    "days": "days?|hari",
    "weeks": "weeks?|minggu",
    "months": "months?|bulan",
    "years": "years?|tahun",
    "hours": "hours?|jam",
    "minutes": "minutes?|menit",
    "ms": "ms|milliseconds?|milidetik",
    "percent": "%|percent|per cent|persen",
    "points": "points?|poin",
}
# How far a number may be off and still be meant for the one in the table.
_NEAR = 0.25
# A row is named where so many of its words stand in the sentence.
_NAMED = 0.6
_LETTERS_OF_A_STEM = 5


@dataclass(frozen=True, order=True)
class Statement:
    """A number as the sentence has it, as the table has it, and of which row."""

    said: str
    drawn: str
    row: str


def statements(text: str, table: DataTable, lang: str) -> Iterator[Statement]:
    """Yield the numbers of a sentence that contradict the one row which it names."""
    row = _named_row(text, table)
    if row is None:
        return
    units = tuple(_units(table, row))
    drawn = [number for cell in row for number in _numbers_in(cell, lang)]
    others = [
        number
        for other in table.rows
        if other is not row
        for cell in other
        for number in _numbers_in(cell, lang)
    ]
    for said in _said(text, units):
        value = _value(said, lang)
        if value is None or any(_agrees(said, value, number, lang) for number in drawn):
            continue
        nearest = min(drawn, key=lambda number: abs(number - value), default=None)
        if nearest is None:
            continue
        is_near = abs(nearest - value) <= _NEAR * abs(nearest)
        if is_near or any(_agrees(said, value, number, lang) for number in others):
            yield Statement(said, _written(nearest, lang), _label(table, row))


def _named_row(text: str, table: DataTable) -> Sequence[Cell] | None:
    if len(table.rows) == 1:
        return table.rows[0]
    stems = _stems(text)
    named = [row for row in table.rows if _naming(stems, table, row) >= _NAMED]
    # A sentence about two rows may give the numbers of either.
    return named[0] if len(named) == 1 else None


def _naming(stems: frozenset[str], table: DataTable, row: Sequence[Cell]) -> float:
    own = _stems(_label(table, row))
    return len(own & stems) / len(own) if own else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS_OF_A_STEM] for word in _WORD.findall(text.lower()))


def _label(table: DataTable, row: Sequence[Cell]) -> str:
    """Return the first words of a row, which say what it is about."""
    for column, cell in zip(table.columns, row, strict=False):
        if isinstance(cell, str) and cell.strip() and not _ABOUT_SOURCES.search(column):
            return cell.strip()
    return ""


def _units(table: DataTable, row: Sequence[Cell]) -> Iterator[str]:
    """Yield expressions of what ties a number of a sentence to this row."""
    for column in table.columns:
        if bracket := _UNIT_IN_BRACKETS.search(column):
            unit = bracket[1].strip().lower()
            yield rf"(?P<number>{_NUMBER}) ?(?:{_UNITS.get(unit, re.escape(unit))})(?!\w)"
        elif (suffix := column.rpartition("_")[2]) in _UNITS:
            yield rf"(?P<number>{_NUMBER}) ?(?:{_UNITS[suffix]})(?!\w)"
    for column, cell in zip(table.columns, row, strict=False):
        if column in {"measure", "ukuran"} and isinstance(cell, str):
            yield rf"(?<!\w){re.escape(cell.lower())}(?: [^\W\d]+){{0,3}} (?P<number>{_NUMBER})"


def _said(text: str, units: Sequence[str]) -> Iterator[str]:
    found = (match for unit in units for match in re.finditer(unit, text.lower()))
    yield from dict.fromkeys(match["number"] for match in found)


def _numbers_in(cell: Cell, lang: str) -> Iterator[float]:
    if isinstance(cell, str):
        values = (_value(number, lang) for number in re.findall(_NUMBER, cell))
        yield from (value for value in values if value is not None)
    elif cell is not None and not isinstance(cell, bool):
        yield float(cell)


def _value(written: str, lang: str) -> float | None:
    thousands, point = (".", ",") if lang == "id" else (",", ".")
    plain = written.replace("−", "-").replace(thousands, "").replace(point, ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _agrees(said: str, value: float, number: float, lang: str) -> bool:
    """Whether a number rounded as in the sentence is the one in the sentence."""
    point = "," if lang == "id" else "."
    _, _, decimals = said.partition(point)
    # Signs may be given in words: "fell by 3".
    return abs(abs(number) - abs(value)) <= 0.5 * 10.0 ** -len(decimals) + 1e-9


def _written(number: float, lang: str) -> str:
    text = f"{number:g}"
    return text.replace(".", ",") if lang == "id" else text
