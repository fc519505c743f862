"""What a before-after figure says in words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.amounts import span_of
from galley_figures.kinds.before_after.spec import BeforeAfter, Change, Reading
from galley_figures.locale import Lang, number

NO_COMPARISON_WORDS: Final[Mapping[Lang, tuple[str, str]]] = MappingProxyType(
    {
        "en": ("No comparison group", "This is a change, not the effect of a treatment."),
        "id": ("Tanpa kelompok pembanding", "Ini perubahan, bukan efek suatu terapi."),
    }
)
"""What stands in a drawing of people of whom all had the treatment, and why it matters."""

_COMPARISON: Final[Mapping[Lang, str]] = {
    "en": "Dashed: comparison group.",
    "id": "Garis putus-putus: kelompok pembanding.",
}
_BRACKETS: Final[Mapping[Lang, str]] = {
    "en": "In brackets: {interval}.",
    "id": "Dalam kurung: {interval}.",
}
_LIMITS: Final[Mapping[Lang, str]] = {
    "en": "Possible values: {low} to {high}.",
    "id": "Nilai yang mungkin: {low} sampai {high}.",
}
_NOT_TO_SCALE: Final[Mapping[Lang, str]] = {
    "en": "The distance between times is not to scale.",
    "id": "Jarak antarwaktu tidak sesuai skala.",
}
_ALT_OF_ONE: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            "{measure}: {label}, from {first} {unit} ({before}) to {last} ({after}). {group}.",
            "{measure}: from {first} to {last} {unit}. {group}.",
            "A change from {first} to {last} {unit}. {group}.",
        ),
        "id": (
            "{measure}: {label}, dari {first} {unit} ({before}) menjadi {last} ({after}). {group}.",
            "{measure}: dari {first} menjadi {last} {unit}. {group}.",
            "Perubahan dari {first} menjadi {last} {unit}. {group}.",
        ),
    }
)
_ALT_OF_MANY: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            (
                "{count} slopes. {measure}, {before}–{after}. Largest: {label}, {first} to {last}. "
                "{group}."
            ),
            "{count} slopes. {measure}. Largest: {label}, {first} to {last}. {group}.",
            "{count} slopes. {measure}. {group}.",
            "{count} changes between two times. {group}.",
        ),
        "id": (
            (
                "{count} garis. {measure}, {before}–{after}. Terbesar: {label}, {first} menjadi "
                "{last}. {group}."
            ),
            "{count} garis. {measure}. Terbesar: {label}, {first} menjadi {last}. {group}.",
            "{count} garis. {measure}. {group}.",
            "{count} perubahan di antara dua waktu. {group}.",
        ),
    }
)
_COMPARED: Final[Mapping[Lang, str]] = {
    "en": "Comparison group: {label}",
    "id": "Kelompok pembanding: {label}",
}
_COMPARED_SHORT: Final[Mapping[Lang, str]] = {
    "en": "With a comparison group",
    "id": "Dengan kelompok pembanding",
}
_DESCRIPTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Slopes between {times}. {scale} {rows}. {group}.{reason}",
        "id": "Garis di antara {times}. {scale} {rows}. {group}.{reason}",
    }
)
_LABEL: Final[Mapping[Lang, str]] = {"en": "label", "id": "nama"}
_SOURCE: Final[Mapping[Lang, str]] = {"en": "source", "id": "sumber"}
_ENDS: Final[Mapping[Lang, tuple[str, str]]] = MappingProxyType(
    {"en": ("low", "high"), "id": ("batas bawah", "batas atas")}
)


def reading_words(figure: BeforeAfter, reading: Reading, lang: Lang) -> str:
    """Write a value with its interval, ``26 (16–37)``."""
    value = number(reading.value, lang, decimals=figure.decimals)
    if reading.low is None or reading.high is None:
        return value
    low, high = (number(end, lang, decimals=figure.decimals) for end in (reading.low, reading.high))
    return f"{value} ({span_of(low, high, lang)})"


def scale_words(figure: BeforeAfter, lang: Lang) -> str:
    """Write what is measured, in what, and how the drawing is to be read."""
    unit = f" ({figure.unit})" if figure.unit else ""
    sentences = [f"{figure.measure}{unit}."]
    if figure.interval:
        sentences.append(_BRACKETS[lang].format(interval=figure.interval))
    if figure.limits:
        low, high = (number(limit, lang) for limit in figure.limits)
        sentences.append(_LIMITS[lang].format(low=low, high=high))
    if figure.middle:
        sentences.append(_NOT_TO_SCALE[lang])
    if figure.has_comparison:
        sentences.append(_COMPARISON[lang])
    return " ".join(sentences)


def describe_before_after(figure: BeforeAfter, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    templates = (_ALT_OF_ONE if len(figure.changes) == 1 else _ALT_OF_MANY)[lang]
    groups = (_group(figure, lang), _short_group(figure, lang))
    alts = (_alt(figure, template, group, lang) for template in templates for group in groups)
    rows = "; ".join(_in_words(figure, change, lang) for change in figure.changes)
    reason = "" if figure.has_comparison else f" {NO_COMPARISON_WORDS[lang][1]}"
    return first_that_fits(*alts), _DESCRIPTION[lang].format(
        times=_times(figure, lang),
        scale=scale_words(figure, lang),
        rows=rows,
        group=groups[0],
        reason=reason,
    )


def _alt(figure: BeforeAfter, template: str, group: str, lang: Lang) -> str:
    largest = max(figure.changes, key=lambda c: abs(c.after.value - c.before.value))
    first, last = (
        number(reading.value, lang, decimals=figure.decimals)
        for reading in (largest.before, largest.after)
    )
    return template.format(
        count=len(figure.changes),
        measure=figure.measure,
        unit=figure.unit,
        before=figure.before,
        after=figure.after,
        label=largest.label,
        first=first,
        last=last,
        group=group,
    )


def _group(figure: BeforeAfter, lang: Lang) -> str:
    if figure.has_comparison:
        return _COMPARED[lang].format(label=figure.comparison)
    return NO_COMPARISON_WORDS[lang][0]


def _short_group(figure: BeforeAfter, lang: Lang) -> str:
    return _COMPARED_SHORT[lang] if figure.has_comparison else NO_COMPARISON_WORDS[lang][0]


def _times(figure: BeforeAfter, lang: Lang) -> str:
    *most, last = (time for time in (figure.before, figure.middle, figure.after) if time)
    return f"{', '.join(most)} {'and' if lang == 'en' else 'dan'} {last}"


def _in_words(figure: BeforeAfter, change: Change, lang: Lang) -> str:
    said = (
        f"{time} {reading_words(figure, reading, lang)}"
        for time, reading in readings_by_time(figure, change)
    )
    return f"{change.label}: {', '.join(said)}"


def readings_by_time(figure: BeforeAfter, change: Change) -> tuple[tuple[str, Reading], ...]:
    """Return a row's values with the names of their times."""
    middle = ((figure.middle, change.middle),) if change.middle else ()
    return ((figure.before, change.before), *middle, (figure.after, change.after))


def table_of_before_after(figure: BeforeAfter, lang: Lang) -> DataTable:
    """Return every number that is drawn; columns that would be empty are left out."""
    times = [time for time in (figure.before, figure.middle, figure.after) if time]
    names = [_LABEL[lang]]
    for time in times:
        names += [_with_unit(time, figure)]
        names += [_with_unit(f"{time}, {end}", figure) for end in _ENDS[lang]]
    rows = [_cells(figure, change) for change in figure.changes]
    names.append(_SOURCE[lang])
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )


def _with_unit(name: str, figure: BeforeAfter) -> str:
    return f"{name} ({figure.unit})" if figure.unit else name


def _cells(figure: BeforeAfter, change: Change) -> tuple[Cell, ...]:
    cells: list[Cell] = [change.label]
    middle = (change.middle,) if figure.middle else ()
    for reading in (change.before, *middle, change.after):
        cells += (reading.value, reading.low, reading.high) if reading else (None, None, None)
    return (*cells, change.source or None)
