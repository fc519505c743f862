"""Names of a tidy table's columns as headings: ``start_days`` is read as ``start (days)``.

Files keep the tidy names; only what a reader sees is put into words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SPELLED_AS_IN_NAMES: Final = (
    *("ms", "s", "min", "h", "mm", "cm", "km", "mg", "kg", "px"),
    *("seconds", "minutes", "hours", "days", "weeks", "months", "years"),
    *("detik", "menit", "jam", "hari", "minggu", "bulan", "tahun"),
    *("points", "people", "poin", "orang"),
)
_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{unit: unit for unit in _SPELLED_AS_IN_NAMES},
        "percent": "%",
        "persen": "%",
        "us": "µs",
        "hz": "Hz",
        "mv": "mV",
        "uv": "µV",
        "uv2": "µV²",
        "ma": "mA",
        "ng_ml": "ng/mL",
        "mmhg": "mmHg",
        "degc": "°C",
    }
)
"""What stands in brackets for the last part of a name."""

_LONGEST_FIRST: Final = sorted(_UNITS, key=len, reverse=True)
_NAME: Final = re.compile(
    rf"(?P<what>.+?)_(?P<of>(?:of|per|dari)_(?:\d+_)?)?(?P<unit>{'|'.join(_LONGEST_FIRST)})",
    re.IGNORECASE,
)
_UNIT_WITHIN: Final = re.compile(r"(?<=\d )(?:hz|ms|mv|ma)\b", re.IGNORECASE)


def column_heading(name: str) -> str:
    """Return a column's name in words, its unit in brackets.

    >>> column_heading("start_days")
    'start (days)'
    >>> column_heading("deaths_of_100_people")
    'deaths (of 100 people)'
    >>> column_heading("value (points)")
    'value (points)'
    """
    if re.search(r"[(\[]", name):
        return name
    if match := _NAME.fullmatch(name):
        unit = _UNITS[match["unit"].lower()]
        return f"{_words(match['what'])} ({_words(match['of'] or '')}{unit})"
    return _words(name)


def _words(part: str) -> str:
    """Return words for underscores; units after a number are spelled as they should be."""
    return _UNIT_WITHIN.sub(lambda unit: _UNITS[unit[0].lower()], part.replace("_", " "))
