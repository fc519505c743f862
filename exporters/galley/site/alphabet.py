"""The order of an alphabetical index: by the letters that readers look for.

Capitals, accents, quotation marks and, in English, a leading article do not count. Where two names
differ in nothing else, the one that comes first in plain order comes first.
"""

from __future__ import annotations

import re
import unicodedata

DIGITS = "0–9"
"""The section of names that begin with a digit."""

OTHER = "…"
"""The section of names without any letter or digit."""

# Letters that Unicode does not take apart.
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
                        "ı": "i"})  # fmt: skip
_LEADING = {"en": re.compile(r"\A(?:the|an|a)\s+(?=\w)")}
_NUMBER = re.compile(r"\d+")

SortKey = tuple[int, tuple[tuple[int, str], ...], str]


def sort_key(name: str, lang: str) -> SortKey:
    """Return what a name is sorted by; numbers in it count by their value."""
    plain = _plain(name, lang)
    pieces = re.findall(r"\d+|\D+", plain)
    parts = tuple((int(p), "") if _NUMBER.fullmatch(p) else (-1, p) for p in pieces)
    return _rank(plain), parts, name


def letter_of(name: str, lang: str) -> str:
    """Return the section of the index in which a reader looks for a name."""
    first = _plain(name, lang)[:1]
    if not first:
        return OTHER
    return DIGITS if first.isdecimal() else first.upper()


def _rank(plain: str) -> int:
    """Put digits before letters, and what has neither behind all."""
    return 2 if not plain else 0 if plain[0].isdecimal() else 1


def _plain(name: str, lang: str) -> str:
    """Return a name in small letters without accents, from its first letter or digit on."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char)).translate(_PLAIN)
    start = next((place for place, char in enumerate(bare) if char.isalnum()), len(bare))
    leading = _LEADING.get(lang.partition("-")[0].lower())
    return leading.sub("", bare[start:], count=1) if leading else bare[start:]
