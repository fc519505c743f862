"""Lying bars with intervals, from a small table; they always start at 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.bars.drawing import draw_bars
from galley_figures.kinds.bars.spec import Bar, Bars
from galley_figures.kinds.bars.words import describe_bars, table_of_bars
from galley_figures.kinds.decimals import Decimals, check_decimals
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.meanings import meaning_in
from galley_figures.locale import Lang
from galley_figures.tables import Column, Record, TableSource, read_table

__all__ = ["Bar", "Bars", "bars", "describe_bars", "draw_bars", "read_bars", "table_of_bars"]

COLUMNS: Final = (
    Column("label", "nama", "the name that stands beside its bar"),
    Column("value", "nilai", "its number", "number"),
    Column("low", "batas_bawah", "the lower end of its interval", "number", is_required=False),
    Column("high", "batas_atas", "the upper end of its interval", "number", is_required=False),
    Column("detail", "rincian", "a few words after the number", is_required=False),
    Column("meaning", "makna", "what its colour says", is_required=False),
    Column("source", "sumber", "the citation key of its number", is_required=False),
)


BARS: Final = Kind("bars", draw_bars, describe_bars, table_of_bars)


def bars(
    table: TableSource,
    *,
    measure: str,
    unit: str,
    evidence: EvidenceClass,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    interval: str = "",
    start: float = 0,
    limit: float | None = None,
    decimals: Decimals = 0,
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw amounts as bars, each with its number, and its interval where there is one.

    Parameters
    ----------
    table
        Columns ``label``, ``value`` and, where known, ``low``, ``high``, ``detail``, ``meaning``
        (restoration, compensation, time, dose, caution, harm, neutral) and ``source``.
    measure, unit
        What the numbers are, in words, and their unit: ``of 100 people``.
    evidence, sources, note
        What the numbers rest on.
    interval
        What low and high are: ``95% interval``.
    start
        Always 0; another value is refused with the reason.
    limit
        Where the axis ends, such as 100 for numbers of 100 people.
    decimals
        How many decimals numbers are written with.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or the figure would mislead.

    Examples
    --------
    >>> figure = bars(
    ...     [{"label": "Early", "value": 48}, {"label": "Usual", "value": 32}],
    ...     measure="Deaths within 14 days",
    ...     unit="people",
    ...     evidence="data",
    ...     sources=["bernhardt2021"],
    ... )
    >>> figure.alt
    '2 bars. Deaths within 14 days: largest for Early (48), smallest for Usual (32).'
    """
    check_decimals(decimals)
    spec = Bars(read_bars(table, lang=lang), measure, unit, interval, start, limit, decimals)
    about = about_figure(
        "bars",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[bar.source for bar in spec.bars if bar.source],
    )
    return BARS.figure(spec, about, measure=measure, unit=unit)


def read_bars(table: TableSource, *, lang: Lang) -> tuple[Bar, ...]:
    """Return the table's rows as bars."""
    return tuple(_bar(row) for row in read_table(table, COLUMNS, figure="bars", lang=lang))


def _bar(row: Record) -> Bar:
    return Bar(
        label=str(row["label"]),
        value=cast("float", row["value"]),
        low=cast("float | None", row["low"]),
        high=cast("float | None", row["high"]),
        detail=str(row["detail"] or ""),
        meaning=meaning_in(row["meaning"], figure="bars", row=row["label"]),
        source=str(row["source"] or ""),
    )
