"""From an author's table, whose columns have any names, to a matrix."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.comparison_matrix.spec import (
    Mark,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
)
from galley_figures.kinds.meanings import COLOURS, meaning_in
from galley_figures.locale import Lang
from galley_figures.style.palette import ColourName
from galley_figures.table_sources import TableSource, read_rows
from galley_figures.tables import Column, Record, read_table

MARK_WORDS: Final[Mapping[str, Mark]] = MappingProxyType(
    {
        "yes": "yes",
        "ya": "yes",
        "partly": "partly",
        "sebagian": "partly",
        "no": "no",
        "tidak": "no",
        "not known": "unknown",
        "belum diketahui": "unknown",
        "tidak diketahui": "unknown",
    }
)
"""Words that are drawn with a mark, alone or with more words after a colon or a comma."""

_MARKED: Final = re.compile(
    rf"({'|'.join(sorted(MARK_WORDS, key=len, reverse=True))})(?:\s*[:,;–—]\s*(.+))?",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE_NAMES: Final = ("source", "sumber")


def read_matrix(
    table: TableSource,
    *,
    meanings: Mapping[str, str],
    colours: Mapping[str, str],
    lang: Lang,
) -> Matrix:
    """Return the table as a matrix; its first column names the rows.

    Parameters
    ----------
    meanings
        What columns mean, by their names.
    colours
        What a column's colour says, by its name: ``restoration``, ``compensation``, …
    """
    rows = read_rows(table, figure="comparison_matrix")
    names = list(dict.fromkeys(str(name).strip() for row in rows for name in row))
    _refuse_twins(names)
    columns = [
        Column(_normal(name), _normal(name), "a few words", is_required=False) for name in names
    ]
    records = read_table(rows, columns, figure="comparison_matrix", lang=lang)
    first, *others = names
    shown = [name for name in others if _normal(name) not in _SOURCE_NAMES]
    for what, given in (("meanings", meanings), ("colours", colours)):
        _check_names(what, given, shown)
    return Matrix(
        columns=tuple(
            MatrixColumn(name, meanings.get(name, ""), _colour(name, colours)) for name in shown
        ),
        rows=tuple(
            _row(record, number, first, shown) for number, record in enumerate(records, start=1)
        ),
        corner=first,
    )


def _normal(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _refuse_twins(names: Sequence[str]) -> None:
    for place, name in enumerate(names):
        if _normal(name) in map(_normal, names[:place]):
            raise FigureError(
                f"comparison_matrix: two columns are called {name!r}", "Give each its own name."
            )


def _check_names(what: str, given: Mapping[str, str], columns: Sequence[str]) -> None:
    for name in given:
        if name not in columns:
            guess = nearest(name, columns)
            raise FigureError(
                f"comparison_matrix: {what} names a column {name!r}, which the table has not",
                f"{guess} The columns are {', '.join(columns)}.".strip(),
            )


def _colour(name: str, colours: Mapping[str, str]) -> ColourName:
    if name not in colours:
        return "ink"
    return COLOURS[meaning_in(colours[name], figure="comparison_matrix", row=name)]


def _row(record: Record, number: int, first: str, shown: Sequence[str]) -> MatrixRow:
    name = record[_normal(first)]
    if name is None:
        raise FigureError(
            f"comparison_matrix: row {number} has no name", f"Write it into {first!r}."
        )
    source = next((record[key] for key in _SOURCE_NAMES if record.get(key)), None)
    return MatrixRow(
        name=str(name),
        cells=tuple(cell_of(str(record[_normal(column)] or "")) for column in shown),
        source=str(source or ""),
    )


def cell_of(text: str) -> MatrixCell:
    """Return a cell; a text that begins with a word of `MARK_WORDS` gets its mark.

    >>> cell_of("Partly: in one trial")
    MatrixCell(text='in one trial', mark='partly', word='Partly')
    """
    match = _MARKED.fullmatch(text.strip())
    if not match:
        return MatrixCell(text.strip())
    word, rest = match[1], match[2] or ""
    return MatrixCell(rest.strip(), MARK_WORDS[word.lower()], word[:1].upper() + word[1:])
