"""A map of labelled points on two named axes, from a small table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.plane.axis import Axis, Limits, ScaleName
from galley_figures.kinds.point_map.drawing import draw_point_map
from galley_figures.kinds.point_map.reading import axis_of, read_points, read_shapes, read_zones
from galley_figures.kinds.point_map.spec import MapPoint, PointMap, Shape, Zone
from galley_figures.kinds.point_map.words import describe_point_map, table_of_point_map
from galley_figures.locale import Lang
from galley_figures.tables import TableSource

__all__ = [
    "Axis",
    "MapPoint",
    "PointMap",
    "Shape",
    "Zone",
    "axis_of",
    "describe_point_map",
    "draw_point_map",
    "point_map",
    "table_of_point_map",
]


POINT_MAP: Final = Kind("point_map", draw_point_map, describe_point_map, table_of_point_map)


def point_map(
    table: TableSource,
    *,
    x_label: str,
    y_label: str,
    evidence: EvidenceClass,
    x_unit: str = "",
    y_unit: str = "",
    x_words: Sequence[str] = (),
    y_words: Sequence[str] = (),
    x_scale: ScaleName = "linear",
    y_scale: ScaleName = "linear",
    x_limits: Limits | None = None,
    y_limits: Limits | None = None,
    zones: TableSource | None = None,
    shapes: Mapping[str, str] | None = None,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw points with their names in a plane; crowded ones are numbered and named below.

    Parameters
    ----------
    table
        Columns ``label``, ``x``, ``y`` and, where wanted, ``detail``, ``meaning`` (restoration,
        compensation, time, dose, caution, harm, neutral), ``shape`` (circle, square, triangle,
        diamond) and ``source``; 25 rows at most.
    x_label, y_label, x_unit, y_unit
        What the axes measure; numbers need a unit.
    x_words, y_words
        Ordered words in place of numbers; the table then names one of them in each row.
    x_scale, y_scale, x_limits, y_limits
        ``linear`` or ``log``, and where an axis begins and ends.
    zones
        A table of named areas: ``label``, ``x_low``, ``x_high``, ``y_low``, ``y_high`` and
        ``meaning``.
    shapes
        What each shape stands for, ``{"circle": "randomised trial"}``; needed where there are
        several.
    evidence, sources, note
        What the places rest on.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If a table cannot be read, or the figure would mislead.

    Examples
    --------
    >>> figure = point_map(
    ...     [{"label": "VNS-REHAB", "x": "chronic", "y": 108}],
    ...     x_label="Phase",
    ...     x_words=["acute", "subacute", "chronic"],
    ...     y_label="Size",
    ...     y_unit="people",
    ...     evidence="data",
    ...     sources=["dawson2021"],
    ... )
    >>> figure.alt
    'Map of 1 point. Across: Phase. Up: Size (people). VNS-REHAB.'
    """
    drawn = evidence == "schematic"
    x = axis_of(
        "x", x_label, unit=x_unit, words=x_words, scale=x_scale, limits=x_limits, is_schematic=drawn
    )
    y = axis_of(
        "y", y_label, unit=y_unit, words=y_words, scale=y_scale, limits=y_limits, is_schematic=drawn
    )
    spec = PointMap(
        read_points(table, x, y, lang=lang),
        x,
        y,
        read_zones(zones, x, y, lang=lang),
        read_shapes(shapes),
    )
    about = about_figure(
        "point_map",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[point.source for point in spec.points if point.source],
    )
    return POINT_MAP.figure(spec, about, x_label=x_label, y_label=y_label)
