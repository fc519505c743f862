"""What a forest plot says in words: numbers, verdicts, text alternative, description, table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.amounts import span_of
from galley_figures.kinds.forest.spec import (
    Better,
    Forest,
    ForestGroup,
    ForestLine,
    ForestRow,
    Side,
)
from galley_figures.locale import Lang, number

VERDICTS: Final[Mapping[Lang, Mapping[str, str]]] = MappingProxyType(
    {
        "en": {
            "better": "better",
            "worse": "worse",
            "low": "lower",
            "high": "higher",
            "unclear": "no clear difference",
        },
        "id": {
            "better": "lebih baik",
            "worse": "lebih buruk",
            "low": "lebih rendah",
            "high": "lebih tinggi",
            "unclear": "belum jelas berbeda",
        },
    }
)
NO_EFFECT: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "no difference", "id": "tidak berbeda"}
)
NUMBERS_TITLE: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "estimate ({interval})", "id": "taksiran ({interval})"}
)
INTERVAL: Final[Mapping[Lang, str]] = MappingProxyType({"en": "95% interval", "id": "interval 95%"})
_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "{measure}, with intervals: {rows}.",
        "id": "{measure}, dengan interval: {rows}.",
    }
)
_RANGE_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "{measure}: {count} estimates with intervals, from {least} to {most}; {verdicts}.",
        "id": "{measure}: {count} taksiran dengan interval, dari {least} sampai {most}; "
        "{verdicts}.",
    }
)
_SHORT_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Forest plot. Estimates with intervals: {count}, {verdicts}.",
        "id": "Forest plot. Taksiran dengan interval: {count}, {verdicts}.",
    }
)
_DESCRIPTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Estimates with their intervals on one axis. {measure}; {lines}.{sides} {groups}",
        "id": "Taksiran dengan intervalnya pada satu sumbu. {measure}; {lines}.{sides} {groups}",
    }
)
_SIDES: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": " To the left: {low}; to the right: {high}.", "id": " Ke kiri: {low}; ke kanan: {high}."}
)
_COLUMNS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("group", "label", "estimate", "low", "high", "meaning", "source"),
        "id": ("kelompok", "nama", "taksiran", "batas_bawah", "batas_atas", "arti", "sumber"),
    }
)
_NUMBER_COLUMNS: Final = range(2, 5)


def numbers_in_words(value: float, low: float, high: float, lang: Lang, decimals: int) -> str:
    """Write estimate and interval, ``1.76 (1.06–2.92)``; with a word where a minus is near.

    >>> numbers_in_words(0.07, -0.15, 0.3, "id", 2)
    '0,07 (−0,15 sampai 0,30)'
    """
    middle, start, end = (number(part, lang, decimals=decimals) for part in (value, low, high))
    return f"{middle} ({span_of(start, end, lang)})"


def verdict_word(side: Side, better: Better, lang: Lang) -> str:
    """Return what an interval on a side means: better or worse, or just lower or higher."""
    words = VERDICTS[lang]
    if side == "unclear" or better == "neither":
        return words[side]
    return words["better" if side == better else "worse"]


def describe_forest(forest: Forest, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    axis = forest.axis
    low, high = axis.low_side, axis.high_side
    text = _DESCRIPTION[lang].format(
        measure=capitalised(axis.label),
        lines="; ".join(_line_in_words(line, lang) for line in forest.lines),
        sides=_SIDES[lang].format(low=low, high=high) if low and high else "",
        groups=groups_in_words(forest),
    )
    return _alt(forest, lang), " ".join(filter(None, (text, forest.caution, forest.note)))


def _line_in_words(line: ForestLine, lang: Lang) -> str:
    value = number(line.value, lang)
    return line.label if value in line.label else f"{line.label} ({value})"


def _alt(forest: Forest, lang: Lang) -> str:
    rows = sorted(forest.rows, key=lambda row: row.estimate)
    counts = Counter(row.verdict for row in forest.rows)
    words = {
        "measure": capitalised(forest.axis.label),
        "rows": "; ".join(f"{row.label} {row.numbers}, {row.verdict}" for row in forest.rows),
        "count": len(rows),
        "least": _estimate_in_words(rows[0]),
        "most": _estimate_in_words(rows[-1]),
        "verdicts": ", ".join(f"{count} {word}" for word, count in counts.items()),
    }
    templates = (_ALT, _RANGE_ALT, _SHORT_ALT) if len(rows) > 1 else (_ALT, _SHORT_ALT)
    return first_that_fits(*(template[lang].format(**words) for template in templates))


def _estimate_in_words(row: ForestRow) -> str:
    return row.numbers.partition(" (")[0]


def groups_in_words(forest: Forest) -> str:
    """Write every group as sentences."""
    return " ".join(_group_in_words(group) for group in forest.groups)


def _group_in_words(group: ForestGroup) -> str:
    rows = "; ".join(
        f"{row.label}: {row.numbers}, {row.verdict}" + (f" ({row.source})" if row.source else "")
        for row in group.rows
    )
    title = f"{group.title}. " if group.title else ""
    return f"{title}{capitalised(rows)}."


def capitalised(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def table_of_forest(forest: Forest, lang: Lang) -> DataTable:
    """Return every number that is drawn; columns that would be empty are left out."""
    rows: list[tuple[Cell, ...]] = [
        (
            group.title or None,
            row.label,
            row.estimate,
            row.low,
            row.high,
            row.verdict or None,
            row.key or None,
        )
        for group in forest.groups
        for row in group.rows
    ]
    names = [
        f"{name} ({forest.axis.label})" if place in _NUMBER_COLUMNS else name
        for place, name in enumerate(_COLUMNS[lang])
    ]
    kept = [i for i in range(len(names)) if any(row[i] is not None for row in rows)]
    return DataTable(
        tuple(names[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )
