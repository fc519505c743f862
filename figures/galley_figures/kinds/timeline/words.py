"""What a timeline says in words: at its axis, text alternative, description, table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.amounts import span_of
from galley_figures.kinds.timeline.spec import AxisKind, Entry, EntryKind, Timeline
from galley_figures.locale import Lang, number

KIND_WORDS: Final[Mapping[Lang, Mapping[EntryKind, str]]] = MappingProxyType(
    {
        "en": {"phase": "phase", "span": "span", "event": "event", "warning": "warning"},
        "id": {
            "phase": "fase",
            "span": "rentang",
            "event": "peristiwa",
            "warning": "peringatan",
        },
    }
)
"""What each kind of entry is called."""

_AXIS: Final[Mapping[Lang, Mapping[AxisKind, str]]] = MappingProxyType(
    {
        "en": {
            "linear": "{measure} ({unit})",
            "log": "{measure} ({unit}). Logarithmic scale.",
            "segmented": "{measure} ({unit}). Each phase has its own scale.",
        },
        "id": {
            "linear": "{measure} ({unit})",
            "log": "{measure} ({unit}). Skala logaritmik.",
            "segmented": "{measure} ({unit}). Setiap fase memakai skala sendiri.",
        },
    }
)
_SINCE: Final[Mapping[Lang, str]] = {"en": "from {start} {unit}", "id": "sejak {start} {unit}"}
_PLURALS: Final[Mapping[Lang, Mapping[EntryKind, tuple[str, str]]]] = MappingProxyType(
    {
        "en": {
            "phase": ("1 phase", "{count} phases"),
            "span": ("1 span", "{count} spans"),
            "event": ("1 event", "{count} events"),
            "warning": ("1 warning", "{count} warnings"),
        },
        "id": {kind: (f"1 {word}", f"{{count}} {word}") for kind, word in KIND_WORDS["id"].items()},
    }
)
_ALTS: Final[Mapping[Lang, tuple[str, str, str]]] = MappingProxyType(
    {
        "en": (
            "Timeline, {low} to {high} {unit}: {counts}.{warning}{first}",
            "Timeline, {low} to {high} {unit}: {counts}.{warning}",
            "Timeline, {low} to {high} {unit}: {counts}.",
        ),
        "id": (
            "Linimasa, {low} sampai {high} {unit}: {counts}.{warning}{first}",
            "Linimasa, {low} sampai {high} {unit}: {counts}.{warning}",
            "Linimasa, {low} sampai {high} {unit}: {counts}.",
        ),
    }
)
_WARNING: Final[Mapping[Lang, str]] = {"en": " Warning: {label}.", "id": " Peringatan: {label}."}
_FROM_TO: Final[Mapping[Lang, str]] = {
    "en": " Phases run from {first} to {last}.",
    "id": " Fase berjalan dari {first} sampai {last}.",
}
_DESCRIPTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "A time axis from {low} to {high} {unit}: {axis} In order of time: {entries}.",
        "id": "Sumbu waktu dari {low} sampai {high} {unit}: {axis} Menurut urutan waktu: "
        "{entries}.",
    }
)
_AT: Final[Mapping[Lang, str]] = {"en": "at {time}", "id": "pada {time}"}
_OPEN: Final[Mapping[Lang, str]] = {"en": "from {time}", "id": "sejak {time}"}
_COLUMNS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("label", "kind", "start ({unit})", "end ({unit})", "detail", "source"),
        "id": ("nama", "jenis", "mulai ({unit})", "akhir ({unit})", "rincian", "sumber"),
    }
)


def axis_words(timeline: Timeline, lang: Lang) -> str:
    """Write what the axis measures and, where it is not even, that it is not."""
    return _AXIS[lang][timeline.axis].format(measure=timeline.measure, unit=timeline.unit)


def detail_words(timeline: Timeline, entry: Entry, lang: Lang) -> str:
    """Write what stands under a label: the author's words, or else the entry's times."""
    if entry.detail or entry.kind == "event":
        return entry.detail
    start = number(entry.start, lang)
    if entry.end is not None:
        return f"{span_of(start, number(entry.end, lang), lang)} {timeline.unit}"
    return _SINCE[lang].format(start=start, unit=timeline.unit) if entry.kind == "phase" else ""


def describe_timeline(timeline: Timeline, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    low, high = (number(limit, lang) for limit in timeline.limits)
    known = {"low": low, "high": high, "unit": timeline.unit}
    said = {
        "counts": _counts(timeline, lang),
        "warning": _first_warning(timeline, lang),
        "first": _from_to(timeline, lang),
    }
    alts = (template.format(**known, **said) for template in _ALTS[lang])
    entries = sorted(timeline.entries, key=lambda entry: entry.start)
    description = _DESCRIPTION[lang].format(
        **known,
        axis=_sentence(axis_words(timeline, lang)),
        entries="; ".join(_in_words(entry, lang) for entry in entries),
    )
    return first_that_fits(*alts), description


def _counts(timeline: Timeline, lang: Lang) -> str:
    kinds = [entry.kind for entry in timeline.entries]
    found = [(kinds.count(kind), words) for kind, words in _PLURALS[lang].items() if kind in kinds]
    return _joined((words[count > 1].format(count=count) for count, words in found), lang)


def _joined(parts: Iterable[str], lang: Lang) -> str:
    *most, last = parts
    conjunction = "and" if lang == "en" else "dan"
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def _first_warning(timeline: Timeline, lang: Lang) -> str:
    warnings = [entry.label for entry in timeline.marks if entry.kind == "warning"]
    return _WARNING[lang].format(label=warnings[0].rstrip(".")) if warnings else ""


def _from_to(timeline: Timeline, lang: Lang) -> str:
    phases = timeline.phases
    if len(phases) < 2:  # noqa: PLR2004 - from one to another
        return ""
    return _FROM_TO[lang].format(first=phases[0].label, last=phases[-1].label)


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _in_words(entry: Entry, lang: Lang) -> str:
    start = number(entry.start, lang)
    if entry.end is not None:
        time = span_of(start, number(entry.end, lang), lang)
    else:
        time = (_OPEN if entry.kind == "phase" else _AT)[lang].format(time=start)
    detail = f", {entry.detail}" if entry.detail else ""
    return f"{KIND_WORDS[lang][entry.kind]} {entry.label} ({time}{detail})"


def table_of_timeline(timeline: Timeline, lang: Lang) -> DataTable:
    """Return every entry with its times; columns that would be empty are left out."""
    rows: list[tuple[Cell, ...]] = [
        (
            entry.label,
            KIND_WORDS[lang][entry.kind],
            entry.start,
            entry.end,
            entry.detail or None,
            entry.source or None,
        )
        for entry in timeline.entries
    ]
    names = [name.format(unit=timeline.unit) for name in _COLUMNS[lang]]
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )
