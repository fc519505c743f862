"""Curves with bands from a small table: up to five, named at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from galley_figures.errors import FigureError
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.curve.drawing import draw_curve
from galley_figures.kinds.curve.reading import Tables, read_points, read_references, read_series
from galley_figures.kinds.curve.spec import (
    Curves,
    MarkedPoint,
    Meaning,
    ReferenceLine,
    Sample,
    Series,
)
from galley_figures.kinds.curve.words import describe_curve, table_of_curve
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.plane.axis import Axis, Limits, ScaleName, Tick
from galley_figures.locale import Lang
from galley_figures.tables import TableSource

__all__ = [
    "Axis",
    "Curves",
    "MarkedPoint",
    "Meaning",
    "ReferenceLine",
    "Sample",
    "Series",
    "curve",
    "describe_curve",
    "draw_curve",
    "read_series",
    "table_of_curve",
]


CURVE: Final = Kind("curve", draw_curve, describe_curve, table_of_curve)


def curve(
    table: Tables,
    *,
    x_label: str,
    y_label: str,
    evidence: EvidenceClass,
    x_unit: str = "",
    y_unit: str = "",
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    band: str = "",
    x_scale: ScaleName = "linear",
    x_limits: Limits | None = None,
    y_limits: Limits | None = None,
    x_ticks: Sequence[Tick] = (),
    y_ticks: Sequence[Tick] = (),
    reference_lines: TableSource | None = None,
    points: TableSource | None = None,
    second_y_label: str = "",
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw one to five curves with their intervals, each named at its end.

    Parameters
    ----------
    table
        Columns ``x``, ``y`` and, where known, ``low``, ``high``, ``series``, ``meaning``
        (restoration, compensation, time, dose, caution, harm, gain, loss, ordered, neutral) and
        ``source``; or a mapping from each curve's name to a table of its own. An empty ``y`` is a
        gap, which is never bridged.
    x_label, y_label, x_unit, y_unit
        What the axes measure. A schematic has no units.
    evidence, sources, note
        What the curves rest on.
    band
        What low and high are: ``95% interval``.
    x_scale
        ``linear``, or ``log`` for factors.
    x_limits, y_limits
        Where an axis begins and ends; they may not cut off what is drawn.
    x_ticks, y_ticks
        Places with words in place of round numbers: ``(7, "a week")``.
    reference_lines
        A table with columns ``axis`` (x or y), ``at`` and ``label``, four rows at most.
    points
        A table with columns ``x``, ``y`` and ``label``, eight rows at most.
    second_y_label
        Always empty; a second axis is refused with the reason.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If a table cannot be read, or the figure would mislead.

    Examples
    --------
    >>> figure = curve(
    ...     [{"x": 0, "y": 26}, {"x": 6, "y": 37}],
    ...     x_label="Time",
    ...     x_unit="months",
    ...     y_label="Arm score",
    ...     y_unit="points of 54",
    ...     evidence="data",
    ...     sources=["ward2019"],
    ... )
    >>> figure.alt
    '1 curve. Arm score (points of 54): 26 to 37. Across: Time (months).'
    """
    _refuse_a_second_axis(second_y_label)
    is_schematic = evidence == "schematic"
    series = read_series(table, lang=lang)
    about = about_figure(
        "curve",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[s.source for one in series for s in one.samples if s.source],
    )
    curves = Curves(
        series,
        Axis("curve", "x", x_label, x_unit, x_scale, x_limits, tuple(x_ticks), is_schematic, False),
        Axis("curve", "y", y_label, y_unit, "linear", y_limits, tuple(y_ticks), is_schematic),
        band,
        read_references(reference_lines, lang=lang),
        read_points(points, lang=lang),
    )
    return CURVE.figure(curves, about, x_label=x_label, y_label=y_label)


def _refuse_a_second_axis(label: str) -> None:
    if label:
        raise FigureError(
            f"curve: a second y axis, {label!r}, is refused: where the two scales begin and how "
            "far they reach decides which curves cross, so the reader sees a relation that the "
            "author chose",
            "Make two figures, one below the other, with the same x axis.",
        )
