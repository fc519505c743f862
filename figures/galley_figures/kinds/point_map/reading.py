"""From an author's tables to points and zones; ordered words become cells of an axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, cast

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.meanings import meaning_in
from galley_figures.kinds.plane.axis import Axis, Limits, ScaleName
from galley_figures.kinds.point_map.spec import SHAPES, MapPoint, Shape, Zone
from galley_figures.locale import Lang
from galley_figures.tables import CellKind, Column, Record, TableSource, read_table

_HALF_CELL: Final = 0.5
_INDONESIAN_SHAPES: Final[Mapping[str, Shape]] = {
    "lingkaran": "circle",
    "persegi": "square",
    "segitiga": "triangle",
    "ketupat": "diamond",
}


def axis_of(
    name: Literal["x", "y"],
    label: str,
    *,
    unit: str,
    words: Sequence[str],
    scale: ScaleName,
    limits: Limits | None,
    is_schematic: bool,
) -> Axis:
    """Return an axis of numbers, or of ordered words with a cell for each.

    Raises
    ------
    FigureError
        If the axis cannot be read, or has words and a unit, a log scale or limits.
    """
    if not words:
        return Axis("point_map", name, label, unit, scale, limits, is_schematic=is_schematic)
    if unit or scale != "linear" or limits:
        raise FigureError(
            f"point_map: the {name} axis has words, so it has no unit, scale or limits",
            f"Leave {name}_unit, {name}_scale and {name}_limits out, or leave {name}_words out.",
        )
    return Axis(
        "point_map",
        name,
        label,
        limits=(_HALF_CELL, len(words) + _HALF_CELL),
        ticks=tuple((float(place), word) for place, word in enumerate(words, start=1)),
        is_schematic=is_schematic,
        are_cells=True,
    )


def read_points(table: TableSource, x: Axis, y: Axis, *, lang: Lang) -> tuple[MapPoint, ...]:
    """Return the table's rows as points.

    Raises
    ------
    FigureError
        If the table cannot be read, or a word is not one of the axis's.
    """
    columns = (
        Column("label", "nama", "the name of its point"),
        Column("x", "x", "its place on the x axis", _cell_kind(x)),
        Column("y", "y", "its place on the y axis", _cell_kind(y)),
        Column("detail", "rincian", "a few words under the name", is_required=False),
        Column("meaning", "makna", "what its colour says", is_required=False),
        Column("shape", "bentuk", "what sort of thing it is", is_required=False),
        Column("source", "sumber", "the citation key of its place", is_required=False),
    )
    rows = read_table(table, columns, figure="point_map", lang=lang)
    return tuple(_point(row, x, y) for row in rows)


def _cell_kind(axis: Axis) -> CellKind:
    return "text" if axis.are_cells else "number"


def _point(row: Record, x: Axis, y: Axis) -> MapPoint:
    label = str(row["label"])
    return MapPoint(
        label=label,
        x=_place(row["x"], x, repr(label)),
        y=_place(row["y"], y, repr(label)),
        detail=str(row["detail"] or ""),
        meaning=meaning_in(row["meaning"], figure="point_map", row=label),
        shape=_shape(str(row["shape"] or "circle"), label),
        source=str(row["source"] or ""),
    )


def _place(cell: object, axis: Axis, what: str) -> float:
    if not axis.are_cells:
        return cast("float", cell)
    places = {word: place for place, word in axis.ticks}
    if cell not in places:
        guess = nearest(str(cell), places)
        raise FigureError(
            f"point_map: {what}: {axis.name} is {cell!r}, which is not one of the axis's words",
            f"{guess} The words are {', '.join(places)}.".strip(),
        )
    return places[str(cell)]


def _shape(word: str, label: str) -> Shape:
    shape = _INDONESIAN_SHAPES.get(word, word)
    if shape not in SHAPES:
        raise FigureError(
            f"point_map: {label!r}: unknown shape {word!r}",
            f"{nearest(word, SHAPES)} The shapes are {', '.join(SHAPES)}.".strip(),
        )
    return shape


def read_zones(table: TableSource | None, x: Axis, y: Axis, *, lang: Lang) -> tuple[Zone, ...]:
    """Return the table's rows as zones; on an axis of words a zone holds both words' cells.

    Raises
    ------
    FigureError
        If the table cannot be read, or a zone has no width.
    """
    if table is None:
        return ()
    columns = (
        Column("label", "nama", "the name of its area"),
        Column("x_low", "x_bawah", "where it begins on the x axis", _cell_kind(x)),
        Column("x_high", "x_atas", "where it ends on the x axis", _cell_kind(x)),
        Column("y_low", "y_bawah", "where it begins on the y axis", _cell_kind(y)),
        Column("y_high", "y_atas", "where it ends on the y axis", _cell_kind(y)),
        Column("meaning", "makna", "what its colour says", is_required=False),
    )
    rows = read_table(table, columns, figure="point_map", lang=lang)
    return tuple(_zone(row, x, y) for row in rows)


def _zone(row: Record, x: Axis, y: Axis) -> Zone:
    label = str(row["label"])
    what = f"the zone {label!r}"
    x_low, x_high = (_place(row[name], x, what) for name in ("x_low", "x_high"))
    y_low, y_high = (_place(row[name], y, what) for name in ("y_low", "y_high"))
    half_x, half_y = (_HALF_CELL if axis.are_cells else 0.0 for axis in (x, y))
    return Zone(
        label,
        x_low - half_x,
        x_high + half_x,
        y_low - half_y,
        y_high + half_y,
        meaning_in(row["meaning"], figure="point_map", row=label),
    )


def read_shapes(shapes: Mapping[str, str] | None) -> Mapping[Shape, str]:
    """Return what each shape stands for.

    Raises
    ------
    FigureError
        If there is no such shape.
    """
    return {_shape(name, "shapes"): words for name, words in (shapes or {}).items()}
