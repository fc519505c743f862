"""From an author's tables to curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias, TypeGuard, cast, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.curve.spec import MarkedPoint, Meaning, ReferenceLine, Sample, Series
from galley_figures.locale import Lang
from galley_figures.tables import Column, DataFrameLike, Record, TableSource, read_table

Tables: TypeAlias = TableSource | Mapping[str, TableSource]
"""One table of all curves, or a table for each, under the curve's name."""

COLUMNS: Final = (
    Column("x", "x", "its place on the x axis", "number"),
    Column("y", "y", "its number; an empty cell is a gap", "number", is_required=False),
    Column("low", "batas_bawah", "the lower end of its interval", "number", is_required=False),
    Column("high", "batas_atas", "the upper end of its interval", "number", is_required=False),
    Column("series", "seri", "the name of its curve", is_required=False),
    Column("meaning", "makna", "what the colour of its curve says", is_required=False),
    Column("source", "sumber", "the citation key of its number", is_required=False),
)
_REFERENCE_COLUMNS: Final = (
    Column("axis", "sumbu", "the axis, x or y, on which it lies"),
    Column("at", "pada", "its value on that axis", "number"),
    Column("label", "nama", "the words beside it"),
)
_POINT_COLUMNS: Final = (
    Column("x", "x", "its place on the x axis", "number"),
    Column("y", "y", "its place on the y axis", "number"),
    Column("label", "nama", "the words beside it"),
)


def read_series(table: Tables, *, lang: Lang) -> tuple[Series, ...]:
    """Return the curves of one table, or of a table for each curve.

    Raises
    ------
    FigureError
        If a table cannot be read, or a curve cannot be drawn from it.
    """
    rows: dict[str, list[Record]] = {}
    for name, part in _parts(table):
        for row in read_table(part, COLUMNS, figure="curve", lang=lang):
            rows.setdefault(name or str(row["series"] or ""), []).append(row)
    return tuple(_series(label, own) for label, own in rows.items())


def _parts(table: Tables) -> Sequence[tuple[str, TableSource]]:
    return list(table.items()) if _is_table_for_each(table) else [("", cast("TableSource", table))]


def _is_table_for_each(table: Tables) -> TypeGuard[Mapping[str, TableSource]]:
    if not isinstance(table, Mapping) or not table:
        return False
    names = {name for column in COLUMNS for name in column.names}
    return not names & set(table) and all(_is_table(part) for part in table.values())


def _is_table(part: object) -> bool:
    if isinstance(part, str | Path | Mapping | DataFrameLike):
        return True
    return isinstance(part, Sequence) and all(isinstance(row, Mapping) for row in part)


def _series(label: str, rows: Sequence[Record]) -> Series:
    return Series(label, tuple(_sample(row) for row in rows), _meaning(label, rows))


def _sample(row: Record) -> Sample:
    x = cast("float", row["x"])
    y, low, high = (cast("float | None", row[name]) for name in ("y", "low", "high"))
    return Sample(x, y, low, high, str(row["source"] or ""))


def _meaning(label: str, rows: Sequence[Record]) -> Meaning:
    said = list(dict.fromkeys(str(row["meaning"]) for row in rows if row["meaning"]))
    legal = get_args(Meaning)
    for word in said:
        if word not in legal:
            raise FigureError(
                f"curve: {label!r}: unknown meaning {word!r}",
                f"{nearest(word, legal)} The meanings are {', '.join(legal)}.".strip(),
            )
    if len(said) > 1:
        raise FigureError(
            f"curve: {label!r} has two meanings, {said[0]} and {said[1]}",
            "Write the same one in all of its rows.",
        )
    return cast("Meaning", said[0] if said else "neutral")


def read_references(table: TableSource | None, *, lang: Lang) -> tuple[ReferenceLine, ...]:
    """Return the reference lines of a table with columns axis, at and label.

    Raises
    ------
    FigureError
        If the table cannot be read, or a line lies on no axis.
    """
    if table is None:
        return ()
    return tuple(
        _reference(row) for row in read_table(table, _REFERENCE_COLUMNS, figure="curve", lang=lang)
    )


def _reference(row: Record) -> ReferenceLine:
    axis = str(row["axis"])
    if axis not in {"x", "y"}:
        raise FigureError(
            f"curve: the reference line {row['label']!r} lies on axis x or y, not {axis!r}",
            "Write x for a line that stands, y for one that lies.",
        )
    return ReferenceLine("x" if axis == "x" else "y", cast("float", row["at"]), str(row["label"]))


def read_points(table: TableSource | None, *, lang: Lang) -> tuple[MarkedPoint, ...]:
    """Return the marked points of a table with columns x, y and label.

    Raises
    ------
    FigureError
        If the table cannot be read.
    """
    if table is None:
        return ()
    return tuple(
        MarkedPoint(cast("float", row["x"]), cast("float", row["y"]), str(row["label"]))
        for row in read_table(table, _POINT_COLUMNS, figure="curve", lang=lang)
    )
