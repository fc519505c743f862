"""What is left of an Indonesian word without its affixes: no dictionary has all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLITIC = re.compile(r"(?:nya|lah|kah|pun|ku|mu)$")
_SUFFIX = re.compile(r"(?:kan|an|i)$")
_PREFIX = re.compile(
    r"^(?:(?:di|ter|ber|per|se|ke|pe|me)(?:per|ber|tidak)?|men|mem|pen|pem|peng|meng|ketidak)"
)
# The first letter of a stem that a prefix has swallowed: menyapu, sapu; memakai, pakai.
_SWALLOWED = (
    (re.compile(r"^(?:me|pe)ny(?=[aeiou])"), "s"),
    (re.compile(r"^(?:me|pe)m(?=[aeiou])"), "p"),
    (re.compile(r"^(?:me|pe)n(?=[aeiou])"), "t"),
    (re.compile(r"^(?:me|pe)ng(?=[aeiou])"), "k"),
)
_SHORTEST = 3


def stems(word: str) -> Iterator[str]:
    """Yield what a word may be built from; much of it is no word at all."""
    without = _CLITIC.sub("", word)
    for form in dict.fromkeys((word, without)):
        for base in dict.fromkeys((form, _SUFFIX.sub("", form))):
            for stem in (base, _PREFIX.sub("", base), *_unswallowed(base)):
                if len(stem) >= _SHORTEST and stem != word:
                    yield stem


def _unswallowed(word: str) -> Iterator[str]:
    for pattern, letter in _SWALLOWED:
        if pattern.search(word):
            yield pattern.sub(letter, word)
