"""A timeline from a small table: phases as bands, spans, events and warnings on a printed axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, cast

from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.kind import Kind
from galley_figures.kinds.meanings import meaning_in
from galley_figures.kinds.timeline.axis import TimeAxis, axis_of
from galley_figures.kinds.timeline.drawing import draw_timeline
from galley_figures.kinds.timeline.spec import AxisKind, Entry, EntryKind, Timeline
from galley_figures.kinds.timeline.words import KIND_WORDS, describe_timeline, table_of_timeline
from galley_figures.locale import Lang
from galley_figures.tables import Column, Record, TableSource, read_table

__all__ = [
    "AxisKind",
    "Entry",
    "EntryKind",
    "TimeAxis",
    "Timeline",
    "axis_of",
    "describe_timeline",
    "draw_timeline",
    "read_entries",
    "table_of_timeline",
    "timeline",
]

COLUMNS: Final = (
    Column("label", "nama", "the name that stands beside it"),
    Column("kind", "jenis", "what it is: phase, span, event or warning"),
    Column("start", "mulai", "when it starts, or happens", "number"),
    Column("end", "akhir", "when it ends", "number", is_required=False),
    Column("detail", "rincian", "a few words under its name", is_required=False),
    Column("meaning", "makna", "what its colour says", is_required=False),
    Column("source", "sumber", "the citation key of its times", is_required=False),
)
_KINDS: Final[Mapping[str, EntryKind]] = MappingProxyType(
    {word: kind for words in KIND_WORDS.values() for kind, word in words.items()}
)


TIMELINE: Final = Kind("timeline", draw_timeline, describe_timeline, table_of_timeline)


def timeline(
    table: TableSource,
    *,
    measure: str,
    unit: str,
    evidence: EvidenceClass,
    axis: AxisKind = "linear",
    begin: float | None = None,
    until: float | None = None,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Draw phases, spans, events and warnings on one time axis.

    It runs to the right on a page and down on a phone.

    Parameters
    ----------
    table
        Columns ``label``, ``kind`` (phase, span, event, warning), ``start`` and, where known,
        ``end``, ``detail``, ``meaning`` (restoration, compensation, time, dose, caution, harm,
        neutral) and ``source``. Times are bare numbers of `unit`. An event has no end; the last
        phase may stay without one.
    measure, unit
        What the axis measures, ``Time since the stroke``, and in what, ``days``.
    evidence, sources, note
        What the times rest on.
    axis
        ``linear``; ``log`` for times above 0; ``segmented``: each phase has its own scale, so that
        hours and months can both be seen, and the figure says so.
    begin, until
        Where the axis starts and ends; else with the phases, or with the first and last entry.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or the figure would mislead: an end before its start, phases
        that overlap, something outside the axis, 0 or less on a log axis.

    Examples
    --------
    >>> figure = timeline(
    ...     [
    ...         {"label": "Acute", "kind": "phase", "start": 1, "end": 7},
    ...         {"label": "Later", "kind": "phase", "start": 7, "end": 91},
    ...         {"label": "Training", "kind": "span", "start": 5, "end": 30},
    ...     ],
    ...     measure="Time since the stroke",
    ...     unit="days",
    ...     evidence="schematic",
    ... )
    >>> figure.alt
    'Timeline, 1 to 91 days: 2 phases and 1 span. Phases run from Acute to Later.'
    """
    entries = read_entries(table, lang=lang)
    spec = Timeline(entries, measure, unit, axis, begin, until)
    about = about_figure(
        "timeline",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[entry.source for entry in entries if entry.source],
    )
    return TIMELINE.figure(spec, about, measure=measure, unit=unit, axis=axis)


def read_entries(table: TableSource, *, lang: Lang) -> tuple[Entry, ...]:
    """Return the table's rows as entries."""
    return tuple(_entry(row) for row in read_table(table, COLUMNS, figure="timeline", lang=lang))


def _entry(row: Record) -> Entry:
    label, meaning = str(row["label"]), row["meaning"]
    return Entry(
        label=label,
        kind=_kind(label, str(row["kind"]).lower()),
        start=cast("float", row["start"]),
        end=cast("float | None", row["end"]),
        detail=str(row["detail"] or ""),
        meaning=meaning_in(meaning, figure="timeline", row=label) if meaning else None,
        source=str(row["source"] or ""),
    )


def _kind(label: str, word: str) -> EntryKind:
    if word not in _KINDS:
        names = ", ".join(dict.fromkeys(_KINDS.values()))
        raise FigureError(
            f"timeline: {label!r}: unknown kind {word!r}",
            f"{nearest(word, _KINDS)} The kinds are {names}.".strip(),
        )
    return _KINDS[word]
