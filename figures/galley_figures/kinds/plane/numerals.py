"""Numbers as readers of an axis want them: few digits, millions in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from galley_figures.locale import Lang, number

_WORDS: Final[dict[Lang, tuple[tuple[float, str], ...]]] = {
    "en": ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")),
    "id": ((1e12, "triliun"), (1e9, "miliar"), (1e6, "juta")),
}
_WORDS_FROM: Final = 1e7
_WORDS_BELOW: Final = 1e15
_PLAIN_FROM: Final = 1e-6


def numeral(value: float, lang: Lang, *, digits: int = 3) -> str:
    """Write a number with so many leading digits at most, whole numbers whole.

    >>> numeral(12345.6, "en"), numeral(0.04567, "id"), numeral(1995, "id")
    ('12,346', '0,0457', '1995')
    """
    if value == 0 or not math.isfinite(value):
        return number(value + 0.0, lang)
    size = abs(value)
    if size >= _WORDS_BELOW or size < _PLAIN_FROM:
        return number(float(f"{value:.2e}"), lang)
    if size >= _WORDS_FROM:
        unit, word = next((unit, word) for unit, word in _WORDS[lang] if size >= unit)
        return f"{numeral(value / unit, lang)}\u00a0{word}"
    decimals = max(0, digits - 1 - math.floor(math.log10(size)))
    return number(round(value, decimals), lang)


def numerals(values: Sequence[float], lang: Lang) -> tuple[str, ...]:
    """Write the numbers of one axis, each with the decimals that it needs.

    >>> numerals([0, 2.5, 5], "en")
    ('0', '2.5', '5')
    """
    largest = max((abs(value) for value in values), default=0.0)
    # What arithmetic leaves of 0, such as 1e-17 beside 5, is 0.
    return tuple(
        "0" if abs(value) < largest * 1e-9 else numeral(value, lang, digits=9) for value in values
    )
