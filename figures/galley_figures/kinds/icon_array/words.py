"""What an icon array says in words: numbers, text alternative, description, table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.explanatory import Cell, DataTable
from galley_figures.kinds.alternatives import first_that_fits
from galley_figures.kinds.icon_array.spec import IconArray, PeopleGroup
from galley_figures.locale import Lang

ABOUT: Final[Mapping[Lang, str]] = MappingProxyType({"en": "about", "id": "kira-kira"})
OTHERS: Final[Mapping[Lang, str]] = MappingProxyType({"en": "all others", "id": "yang lain"})

_NUMBER: Final[Mapping[Lang, str]] = MappingProxyType(
    {"en": "{count} of {of}", "id": "{count} dari {of}"}
)
_ALT: Final = "{event}: {groups}."
_SHORTEST_ALT: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Groups of {of} people; filled people: {counts}.",
        "id": "Kelompok berisi {of} orang; berwarna penuh: {counts}.",
    }
)
_DESCRIPTION: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "Small figures of people in rows of ten, {of} in each group. Filled: {event}. "
        "Outlined: {otherwise}. {groups}",
        "id": "Gambar kecil orang dalam baris sepuluh-sepuluh, {of} orang di setiap kelompok. "
        "Berwarna penuh: {event}. Bergaris tepi: {otherwise}. {groups}",
    }
)
_GROUP: Final[Mapping[Lang, str]] = MappingProxyType(
    {
        "en": "{label}: {filled}{detail} filled, {outlined} outlined.",
        "id": "{label}: {filled}{detail} berwarna penuh, {outlined} bergaris tepi.",
    }
)
_COLUMNS: Final[Mapping[Lang, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("label", "count (people)", "of (people)", "drawn (people)", "detail", "source"),
        "id": (
            "nama",
            "jumlah (orang)",
            "dari (orang)",
            "digambar (orang)",
            "rincian",
            "sumber",
        ),
    }
)


def thousands(value: int, lang: Lang) -> str:
    """Write a whole number with the language's sign between thousands.

    >>> thousands(1000, "id")
    '1.000'
    """
    text = f"{value:,}"
    return text.replace(",", ".") if lang == "id" else text


def people_words(array: IconArray, count: int, lang: Lang) -> str:
    """Write a number of people, ``5 of 100``."""
    return _NUMBER[lang].format(count=thousands(count, lang), of=thousands(array.out_of, lang))


def about_words(array: IconArray, count: int, lang: Lang) -> str:
    """Write a number of people with ``about`` where the counts were rounded."""
    words = people_words(array, count, lang)
    return f"{ABOUT[lang]} {words}" if array.is_rounded else words


def describe_icon_array(array: IconArray, lang: Lang) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    groups = " ".join(_group_words(array, group, lang) for group in array.groups)
    description = _DESCRIPTION[lang].format(
        of=thousands(array.out_of, lang),
        event=array.event,
        otherwise=array.otherwise,
        groups=groups,
    )
    return _alt(array, lang), description


def _group_words(array: IconArray, group: PeopleGroup, lang: Lang) -> str:
    return _GROUP[lang].format(
        label=group.label,
        filled=about_words(array, group.filled, lang),
        detail=f" ({group.detail})" if group.detail else "",
        outlined=about_words(array, group.outlined, lang),
    )


def _alt(array: IconArray, lang: Lang) -> str:
    numbers = [about_words(array, group.filled, lang) for group in array.groups]
    event = array.event[:1].upper() + array.event[1:]
    labelled = [f"{g.label} {n}" for g, n in zip(array.groups, numbers, strict=True)]
    return first_that_fits(
        _ALT.format(event=event, groups="; ".join(labelled)),
        _ALT.format(event=event, groups="; ".join(numbers)),
        _SHORTEST_ALT[lang].format(
            of=thousands(array.out_of, lang), counts="; ".join(str(g.filled) for g in array.groups)
        ),
    )


def table_of_icon_array(array: IconArray, lang: Lang) -> DataTable:
    """Return every number that is drawn; columns that would say nothing are left out."""
    rows: list[tuple[Cell, ...]] = [
        (g.label, g.count, round(g.of), g.filled, g.detail or None, g.source or None)
        for g in array.groups
    ]
    kept = [i for i in range(len(_COLUMNS[lang])) if any(row[i] is not None for row in rows)]
    if not array.is_rounded:
        kept.remove(3)  # what is drawn is the count itself
    return DataTable(
        tuple(_COLUMNS[lang][i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)
    )
