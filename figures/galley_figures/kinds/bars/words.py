"""What bars say in words: text alternative, long description, table; in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.bars.drawing import value_words
from galley_figures.kinds.bars.spec import Bars
from galley_figures.locale import Lang, number

_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "{count} bars. {measure}: largest for {first} ({largest}), smallest for {last} "
        "({smallest}).",
        "id": "{count} batang. {measure}: terbesar pada {first} ({largest}), terkecil pada {last} "
        "({smallest}).",
    }
)
_SHORT_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "{count} bars from {smallest} to {largest} {unit}. {measure}.",
        "id": "{count} batang dari {smallest} sampai {largest} {unit}. {measure}.",
    }
)
_DESCRIPTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Lying bars, all starting at 0. {measure}{unit}: {rows}.{interval}",
        "id": "Batang mendatar, semuanya mulai dari 0. {measure}{unit}: {rows}.{interval}",
    }
)
_INTERVAL: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": " The numbers in brackets are the {interval}.",
        "id": " Angka dalam kurung ialah {interval}.",
    }
)
_COLUMNS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("label", "value", "low", "high", "detail", "source"),
        "id": ("nama", "nilai", "batas_bawah", "batas_atas", "rincian", "sumber"),
    }
)


def describe_bars(bars: Bars, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    alt = first_that_fits(_alt(bars, _ALT[lang], lang), _alt(bars, _SHORT_ALT[lang], lang))
    rows = "; ".join(f"{bar.label} {value_words(bars, bar, lang)}" for bar in bars.bars)
    interval = _INTERVAL[lang].format(interval=bars.interval) if bars.interval else ""
    unit = f" ({bars.unit})" if bars.unit else ""
    return alt, _DESCRIPTION[lang].format(
        measure=bars.measure, unit=unit, rows=rows, interval=interval
    )


def _alt(bars: Bars, template: str, lang: Lang) -> str:
    ordered = sorted(bars.bars, key=lambda bar: bar.value, reverse=True)
    first, last = ordered[0], ordered[-1]
    return template.format(
        count=len(bars.bars),
        measure=bars.measure,
        unit=bars.unit,
        first=first.label,
        largest=number(first.value, lang, decimals=bars.decimals),
        last=last.label,
        smallest=number(last.value, lang, decimals=bars.decimals),
    )


def table_of_bars(bars: Bars, lang: Lang) -> DataTable:
    """Return every number that is drawn; columns that would be empty are left out."""
    rows: list[tuple[Cell, ...]] = [
        (bar.label, bar.value, bar.low, bar.high, bar.detail or None, bar.source or None)
        for bar in bars.bars
    ]
    names = [_with_unit(name, bars.unit) for name in _COLUMNS[lang]]
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )


def _with_unit(name: str, unit: str) -> str:
    numbers = {*_COLUMNS["en"][1:4], *_COLUMNS["id"][1:4]}
    return f"{name} ({unit})" if unit and name in numbers else name
