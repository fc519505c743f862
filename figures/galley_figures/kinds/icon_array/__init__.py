"""Natural frequencies as people: so many of 100, told by colour and by shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, cast

from galley_figures.errors import FigureError
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.icon_array.drawing import draw_icon_array
from galley_figures.kinds.icon_array.spec import SIZES, IconArray, PeopleGroup
from galley_figures.kinds.icon_array.words import (
    OTHERS,
    describe_icon_array,
    table_of_icon_array,
)
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.meanings import meaning_in
from galley_figures.locale import Lang
from galley_figures.tables import Column, Record, TableSource, read_table

__all__ = [
    "IconArray",
    "PeopleGroup",
    "describe_icon_array",
    "draw_icon_array",
    "icon_array",
    "read_people",
    "table_of_icon_array",
]

COLUMNS: Final = (
    Column("label", "nama", "the name that stands above its people"),
    Column("count", "jumlah", "how many of them it happened to", "number"),
    Column("of", "dari", "how many people there are, 100 or 1000", "number", is_required=False),
    Column("detail", "rincian", "a few words under the number", is_required=False),
    Column("meaning", "makna", "what its colour says", is_required=False),
    Column("source", "sumber", "the citation key of its number", is_required=False),
)
_AS_TEXT: Final = tuple(
    Column(column.name, column.indonesian, column.says, is_required=column.is_required)
    for column in COLUMNS
)


ICON_ARRAY: Final = Kind("icon_array", draw_icon_array, describe_icon_array, table_of_icon_array)


def icon_array(
    table: TableSource,
    *,
    event: str,
    evidence: EvidenceClass,
    otherwise: str = "",
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    out_of: Literal[100, 1000] = 100,
    rounded: bool = False,
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw chances as people: so many of 100 filled, the others as outlines.

    Parameters
    ----------
    table
        Columns ``label``, ``count`` and, where wanted, ``of`` (the same in each row), ``detail``,
        ``meaning`` (restoration, compensation, time, dose, caution, harm, neutral) and ``source``.
    event, otherwise
        What happened to the filled people, and what holds for the others: ``died within 14 days``,
        ``alive after 14 days``.
    evidence, sources, note
        What the numbers rest on.
    out_of
        How many people each row has, where the table does not say it: 100 or 1000.
    rounded
        Draw counts that are not whole as the nearest whole number and say "about".
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or the figure would mislead: rows with unlike denominators,
        relative numbers without the absolute ones, counts that are not whole or not possible.

    Examples
    --------
    >>> figure = icon_array(
    ...     [{"label": "Early", "count": 46}, {"label": "Usual", "count": 50}],
    ...     event="lived without help",
    ...     evidence="data",
    ...     sources=["avert2015"],
    ... )
    >>> figure.alt
    'Lived without help: Early 46 of 100; Usual 50 of 100.'
    """
    groups = read_people(table, out_of=out_of, lang=lang)
    array = IconArray(groups, event, otherwise.strip() or OTHERS[lang], rounded)
    about = about_figure(
        "icon_array",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[group.source for group in groups if group.source],
    )
    return ICON_ARRAY.figure(array, about, event=event)


def read_people(table: TableSource, *, out_of: int, lang: Lang) -> tuple[PeopleGroup, ...]:
    """Return the table's rows as groups of people.

    Raises
    ------
    FigureError
        If the table cannot be read, or a count is written in percent.
    """
    if out_of not in SIZES:
        raise FigureError(
            f"icon_array: out_of must be 100 or 1000, not {out_of!r}",
            "Those can be drawn in blocks of ten; write each count of 100 or of 1,000 people.",
        )
    for number, row in enumerate(read_table(table, _AS_TEXT, figure="icon_array", lang=lang), 1):
        _refuse_percent(str(row["count"]), number)
    rows = read_table(table, COLUMNS, figure="icon_array", lang=lang)
    return tuple(_group(row, out_of) for row in rows)


def _refuse_percent(count: str, number: int) -> None:
    if count.endswith("%"):
        raise FigureError(
            f"icon_array: row {number}, column 'count': {count!r} is a relative number, and people "
            "cannot be counted in it",
            "Write how many of 100 people it happened to, without a sign.",
        )


def _group(row: Record, out_of: int) -> PeopleGroup:
    of = row["of"]
    return PeopleGroup(
        label=str(row["label"]),
        count=cast("float", row["count"]),
        of=out_of if of is None else cast("float", of),
        detail=str(row["detail"] or ""),
        meaning=meaning_in(row["meaning"], figure="icon_array", row=row["label"]),
        source=str(row["source"] or ""),
    )
