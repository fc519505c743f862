"""Slopes from before to after, from a small table; without a comparison it says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from galley_figures.errors import FigureError
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.before_after.drawing import draw_before_after
from galley_figures.kinds.before_after.spec import BeforeAfter, Change, Reading
from galley_figures.kinds.before_after.words import describe_before_after, table_of_before_after
from galley_figures.kinds.decimals import Decimals, check_decimals
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.meanings import meaning_in
from galley_figures.locale import Lang
from galley_figures.tables import Column, Record, TableSource, read_table

__all__ = [
    "BeforeAfter",
    "Change",
    "Reading",
    "before_after",
    "describe_before_after",
    "draw_before_after",
    "read_changes",
    "table_of_before_after",
]


def _time_columns(name: str, indonesian: str, says: str, *, is_required: bool) -> Iterator[Column]:
    yield Column(name, indonesian, says, "number", is_required=is_required)
    for end, its_end in (("low", "bawah"), ("high", "atas")):
        yield Column(
            f"{name}_{end}",
            f"{indonesian}_{its_end}",
            f"the {end} end of its interval",
            "number",
            is_required=False,
        )


COLUMNS: Final = (
    Column("label", "nama", "the name of the group or person"),
    *_time_columns("before", "sebelum", "its value before", is_required=True),
    *_time_columns("middle", "tengah", "its value between", is_required=False),
    *_time_columns("after", "sesudah", "its value after", is_required=True),
    Column("meaning", "makna", "what its colour says", is_required=False),
    Column("source", "sumber", "the citation key of its numbers", is_required=False),
)


BEFORE_AFTER: Final = Kind(
    "before_after", draw_before_after, describe_before_after, table_of_before_after
)


def before_after(
    table: TableSource,
    *,
    measure: str,
    unit: str,
    before: str,
    after: str,
    comparison: str,
    evidence: EvidenceClass,
    middle: str = "",
    interval: str = "",
    limits: tuple[float, float] | None = None,
    decimals: Decimals = 0,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw how groups or people changed from one time to another, one measure on one scale.

    Parameters
    ----------
    table
        Columns ``label``, ``before``, ``after`` and, where known, ``before_low``,
        ``before_high``, ``after_low``, ``after_high``, the same three for ``middle``, ``meaning``
        (restoration, compensation, time, dose, caution, harm, neutral) and ``source``.
    measure, unit
        What was measured, ``Arm function, median``, and in what, ``points``.
    before, after, middle
        What the times are called: ``Admission``, ``6 months``.
    comparison
        The label of the row that had no treatment, or ``none``. A change without a comparison
        shows no effect, so the figure then says that there is none.
    evidence, sources, note
        What the numbers rest on.
    interval
        What low and high are: ``quartiles``.
    limits
        The lowest and highest possible value: ``(0, 54)``.
    decimals
        How many decimals numbers are written with.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or the figure would mislead: an unknown comparison, rows that
        differ more than 20-fold, intervals without a name, values that cannot be.

    Examples
    --------
    >>> figure = before_after(
    ...     [{"label": "All", "before": 26, "after": 37}],
    ...     measure="Fugl-Meyer arm score",
    ...     unit="points",
    ...     before="admission",
    ...     after="6 months",
    ...     comparison="none",
    ...     evidence="data",
    ...     sources=["ward2019"],
    ... )
    >>> figure.alt
    'Fugl-Meyer arm score: All, from 26 points (admission) to 37 (6 months). No comparison group.'
    """
    check_decimals(decimals)
    changes = read_changes(table, lang=lang)
    spec = BeforeAfter(
        changes, measure, unit, before, after, comparison, middle, interval, limits, decimals
    )
    about = about_figure(
        "before_after",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[change.source for change in changes if change.source],
    )
    return BEFORE_AFTER.figure(spec, about, measure=measure, unit=unit, comparison=comparison)


def read_changes(table: TableSource, *, lang: Lang) -> tuple[Change, ...]:
    """Return the table's rows as changes."""
    rows = read_table(table, COLUMNS, figure="before_after", lang=lang)
    return tuple(_change(row) for row in rows)


def _change(row: Record) -> Change:
    label = str(row["label"])
    return Change(
        label=label,
        before=Reading(*_numbers(row, "before")),
        after=Reading(*_numbers(row, "after")),
        middle=_middle(row),
        meaning=meaning_in(row["meaning"], figure="before_after", row=label),
        source=str(row["source"] or ""),
    )


def _numbers(row: Record, time: str) -> tuple[float, float | None, float | None]:
    value, low, high = (row[name] for name in (time, f"{time}_low", f"{time}_high"))
    return cast("float", value), cast("float | None", low), cast("float | None", high)


def _middle(row: Record) -> Reading | None:
    numbers = _numbers(row, "middle")
    if row["middle"] is not None:
        return Reading(*numbers)
    if numbers[1:] == (None, None):
        return None
    raise FigureError(
        f"before_after: {row['label']!r}: an interval, but no value in the middle",
        "Give the value of column middle too.",
    )
