"""What a comparison matrix says in words: text alternative, long description, table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.comparison_matrix.spec import Matrix, MatrixColumn, MatrixRow
from galley_figures.locale import Lang

_ALTS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            "Table that compares {rows} by {columns}.",
            "Table that compares {count} things by {columns}.",
            "Table that compares {count} things by {column_count} properties.",
        ),
        "id": (
            "Tabel yang membandingkan {rows} menurut {columns}.",
            "Tabel yang membandingkan {count} hal menurut {columns}.",
            "Tabel yang membandingkan {count} hal menurut {column_count} sifat.",
        ),
    }
)
_AND: Final[Mapping[Lang, str]] = MappingProxyType({"en": "and", "id": "dan"})
_ROW: Final[Mapping[Lang, str]] = MappingProxyType({"en": "row", "id": "baris"})
_DETAIL: Final[Mapping[Lang, str]] = MappingProxyType({"en": "detail", "id": "rincian"})
_SOURCE: Final[Mapping[Lang, str]] = MappingProxyType({"en": "source", "id": "sumber"})


def describe_matrix(matrix: Matrix, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    words = {
        "rows": _listed([row.name for row in matrix.rows], lang),
        "columns": _listed([column.name for column in matrix.columns], lang),
        "count": len(matrix.rows),
        "column_count": len(matrix.columns),
    }
    alt = first_that_fits(*(template.format(**words) for template in _ALTS[lang]))
    meanings = [f"{c.name}: {c.meaning}." for c in matrix.columns if c.meaning]
    rows = [_row_in_words(row, matrix.columns) for row in matrix.rows]
    return alt, " ".join((_ALTS[lang][0].format(**words), *meanings, *rows))


def _listed(names: list[str], lang: Lang) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {_AND[lang]} {names[-1]}"


def _row_in_words(row: MatrixRow, columns: tuple[MatrixColumn, ...]) -> str:
    cells = "; ".join(
        f"{column.name}: {cell.in_words.rstrip('.')}"
        for column, cell in zip(columns, row.cells, strict=True)
    )
    detail = f" ({row.detail})" if row.detail else ""
    return f"{row.name}{detail}. {cells}."


def table_of_matrix(matrix: Matrix, lang: Lang) -> DataTable:
    """Return every cell in words; columns that would be empty are left out."""
    names = [
        matrix.corner or _ROW[lang],
        _DETAIL[lang],
        *(column.name for column in matrix.columns),
        _SOURCE[lang],
    ]
    rows: list[tuple[Cell, ...]] = [
        (row.name, row.detail or None, *(cell.in_words for cell in row.cells), row.source or None)
        for row in matrix.rows
    ]
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )
