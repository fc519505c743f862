"""Numbers in a text, whichever language writes them: 2,104 or 2.104, three or tiga."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = re.compile(
    r"(?<![A-Za-z\d.,])(?P<minus>(?<!\w)[\N{MINUS SIGN}-])?(?P<digits>\d+(?:[.,]\d+)*)"
    r"(?P<percent>\s?%|\s(?:per ?cent|persen)\b)?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

_WRITTEN: dict[str, dict[int, str]] = {
    "en": {
        1: "one first",
        2: "two second",
        3: "three third thirds",
        4: "four fourth quarter quarters",
        5: "five fifth",
        6: "six sixth",
        7: "seven seventh",
        8: "eight eighth",
        9: "nine ninth",
        10: "ten tenth",
        11: "eleven eleventh",
        12: "twelve twelfth",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred",
        1000: "thousand",
    },
    "id": {
        1: "satu pertama",
        2: "dua kedua",
        3: "tiga ketiga sepertiga",
        4: "empat keempat seperempat",
        5: "lima kelima",
        6: "enam keenam",
        7: "tujuh ketujuh",
        8: "delapan kedelapan",
        9: "sembilan kesembilan",
        10: "sepuluh kesepuluh",
        11: "sebelas",
        12: "dua_belas",
        13: "tiga_belas",
        14: "empat_belas",
        15: "lima_belas",
        16: "enam_belas",
        17: "tujuh_belas",
        18: "delapan_belas",
        19: "sembilan_belas",
        20: "dua_puluh",
        30: "tiga_puluh",
        40: "empat_puluh",
        50: "lima_puluh",
        60: "enam_puluh",
        70: "tujuh_puluh",
        80: "delapan_puluh",
        90: "sembilan_puluh",
        100: "seratus",
        1000: "seribu",
    },
}
_VALUES = {
    lang: {
        word.replace("_", " "): value for value, words in table.items() for word in words.split()
    }
    for lang, table in _WRITTEN.items()
}
# Longest first, so that "dua belas" is not read as "dua".
_WORDS = {
    lang: re.compile(rf"\b(?:{'|'.join(sorted(values, key=len, reverse=True))})\b", re.IGNORECASE)
    for lang, values in _VALUES.items()
}
_TELLING = 3
"""Smaller written numbers are also articles and pronouns: one, satu, both, keduanya."""


@dataclass(frozen=True)
class Number:
    """A number of a text.

    Attributes
    ----------
    text
        As it stands there.
    is_word
        Whether it is written out.
    """

    value: Decimal
    text: str
    is_percentage: bool = False
    is_word: bool = False

    @property
    def is_telling(self) -> bool:
        """Whether its absence from a translation says anything."""
        return not self.is_word or self.value >= _TELLING


def numbers(text: str, lang: str) -> Iterator[Number]:
    """Yield the numbers of a text.

    Parameters
    ----------
    lang
        Without its region. English writes a comma for thousands, all others a full stop.
    """
    for match in _DIGITS.finditer(text):
        sign = -1 if match["minus"] else 1
        yield Number(sign * _value(match["digits"], lang), match[0], bool(match["percent"]))
    pattern = _WORDS.get(lang)
    for word in pattern.finditer(text) if pattern else ():
        yield Number(Decimal(_VALUES[lang][word[0].lower()]), word[0], is_word=True)


def _value(digits: str, lang: str) -> Decimal:
    thousands = "," if lang == "en" else "."
    if _THOUSANDS.fullmatch(digits) and thousands in digits:
        return Decimal(re.sub(r"[.,]", "", digits))
    if "." in digits and "," in digits:
        return _decimal(digits.replace(thousands, ""))
    # A formula keeps its decimal point in every language.
    return _decimal(digits)


def _decimal(digits: str) -> Decimal:
    parts = re.split(r"[.,]", digits)
    return Decimal(".".join([parts[0], "".join(parts[1:])]))
