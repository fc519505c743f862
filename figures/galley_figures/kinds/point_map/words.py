"""What a map of points says in words: text alternative, long description, table."""

from __future__ import annotations

from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import MAX_ALT_CHARACTERS, first_that_fits
from galley_figures.kinds.plane.axis import Axis
from galley_figures.kinds.plane.numerals import numeral
from galley_figures.kinds.point_map.spec import MapPoint, PointMap, Zone
from galley_figures.locale import Lang

_ALT: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "Map of {count}. Across: {x}. Up: {y}. {labels}.",
        "Map of {count}. Across: {x}. Up: {y}. Farthest right: {right}; highest: {top}.",
        "Map of {count}. Across: {x}. Up: {y}.",
        "Map of {count}.",
    ),
    "id": (
        "Peta {count}. Mendatar: {x}. Ke atas: {y}. {labels}.",
        "Peta {count}. Mendatar: {x}. Ke atas: {y}. Paling kanan: {right}; tertinggi: {top}.",
        "Peta {count}. Mendatar: {x}. Ke atas: {y}.",
        "Peta {count}.",
    ),
}
_AXES: Final[dict[Lang, str]] = {
    "en": "Horizontal axis: {x}. Vertical axis: {y}.",
    "id": "Sumbu datar: {x}. Sumbu tegak: {y}.",
}
_DRAWN: Final[dict[Lang, str]] = {
    "en": "The places are drawn and not measured; the axes have no scale.",
    "id": "Letaknya digambar, bukan diukur; sumbunya tanpa skala.",
}
_WORDS_OF_AXIS: Final[dict[Lang, str]] = {
    "en": "{name}, in order: {words}",
    "id": "{name}, berurutan: {words}",
}
_AT: Final = "{label}: {x}; {y}"
_ZONES: Final[dict[Lang, str]] = {"en": "Areas: {items}.", "id": "Daerah: {items}."}
_RANGE: Final[dict[Lang, str]] = {"en": "{low} to {high}", "id": "{low} sampai {high}"}
_COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("label", "detail", "shape", "source"),
    "id": ("nama", "rincian", "bentuk", "sumber"),
}


def describe_point_map(point_map: PointMap, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    points = point_map.points
    words = {
        "count": _count(len(points), lang),
        "x": point_map.x.column,
        "y": point_map.y.column,
        "labels": "; ".join(point.label for point in points),
        "right": max(points, key=lambda point: point.x).label,
        "top": max(points, key=lambda point: point.y).label,
    }
    alt = first_that_fits(*(template.format(**words) for template in _ALT[lang]))
    x, y = (_axis_words(axis, lang) for axis in (point_map.x, point_map.y))
    parts = [_AXES[lang].format(x=x, y=y)]
    parts += [_DRAWN[lang]] if point_map.is_schematic else []
    parts += [f"{_point_words(point, point_map, lang)}." for point in points]
    parts += [_zone_words(point_map, lang)] if point_map.zones else []
    parts += [point_map.note] if point_map.note else []
    return alt[:MAX_ALT_CHARACTERS], " ".join(parts)


def _count(count: int, lang: Lang) -> str:
    if lang == "id":
        return f"{count} titik"
    return f"{count} point{'' if count == 1 else 's'}"


def _axis_words(axis: Axis, lang: Lang) -> str:
    if not axis.are_cells:
        return axis.title(lang)
    words = ", ".join(word for _place, word in axis.ticks)
    return _WORDS_OF_AXIS[lang].format(name=axis.label, words=words)


def _point_words(point: MapPoint, point_map: PointMap, lang: Lang) -> str:
    kind = point_map.shapes.get(point.shape, "")
    said = ", ".join(part for part in (point.detail, kind) if part)
    label = f"{point.label} ({said})" if said else point.label
    if point_map.is_schematic and not (point_map.x.are_cells or point_map.y.are_cells):
        return label
    return _AT.format(
        label=label, x=_at(point_map.x, point.x, lang), y=_at(point_map.y, point.y, lang)
    )


def _at(axis: Axis, value: float, lang: Lang) -> str:
    if axis.are_cells:
        return dict(axis.ticks)[value]
    text = numeral(value, lang, digits=4)
    return f"{text} {axis.unit}" if axis.unit else text


def _zone_words(point_map: PointMap, lang: Lang) -> str:
    items = ". ".join(_zone(zone, point_map, lang) for zone in point_map.zones)
    return _ZONES[lang].format(items=items)


def _zone(zone: Zone, point_map: PointMap, lang: Lang) -> str:
    if point_map.is_schematic:
        return zone.label
    x = _span(point_map.x, zone.x_low, zone.x_high, lang)
    y = _span(point_map.y, zone.y_low, zone.y_high, lang)
    return _AT.format(label=zone.label, x=x, y=y)


def _span(axis: Axis, low: float, high: float, lang: Lang) -> str:
    if axis.are_cells:
        inside = [word for place, word in axis.ticks if low < place < high]
        ends = (inside[0], inside[-1])
    else:
        ends = (numeral(low, lang, digits=4), _at(axis, high, lang))
    return ends[0] if ends[0] == ends[1] else _RANGE[lang].format(low=ends[0], high=ends[1])


def table_of_point_map(point_map: PointMap, lang: Lang) -> DataTable:
    """Return every point with its place; of a schematic, whose places measure nothing, without."""
    label, detail, shape, source = _COLUMNS[lang]
    names = [label, point_map.x.column, point_map.y.column, detail, shape, source]
    rows: list[tuple[Cell, ...]] = [
        (
            point.label,
            _cell(point_map.x, point.x),
            _cell(point_map.y, point.y),
            point.detail or None,
            point_map.shapes.get(point.shape),
            point.source or None,
        )
        for point in point_map.points
    ]
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )


def _cell(axis: Axis, value: float) -> Cell:
    if axis.are_cells:
        return dict(axis.ticks)[value]
    return None if axis.is_schematic else value
