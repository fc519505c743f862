"""English as it is spelled on the other side of the ocean: a dictionary of either side will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = (
    (r"is(e[dsr]?|ing|ation|ations|able)$", r"iz\1"),
    (r"yse([ds]?)$", r"yze\1"),
    (r"iz(e[dsr]?|ing|ation|ations|able)$", r"is\1"),
    (r"yze([ds]?)$", r"yse\1"),
    (r"our(s|ed|ing|able|ful|less)?$", r"or\1"),
    (r"or(s|ed|ing|able|ful|less)?$", r"our\1"),
    (r"(t|b)re(s|d)?$", r"\1er\2"),
    (r"(t|b)er(s|ed)?$", r"\1re\2"),
    (r"ll(ed|ing|er|ers)$", r"l\1"),
    (r"l(ed|ing|er|ers)$", r"ll\1"),
    (r"ae|oe", "e"),
    (r"e", "ae"),
    (r"mme(s?)$", r"m\1"),
    (r"gram(s?)$", r"gramme\1"),
    (r"practis", "practic"),
    (r"(defen|licen|offen)ce(s?)$", r"\1se\2"),
    (r"ogue(s?)$", r"og\1"),
)
_RULES = tuple((re.compile(pattern), replacement) for pattern, replacement in _PAIRS)


def variants(word: str) -> Iterator[str]:
    """Yield other spellings of a word; many of them are no words at all."""
    for pattern, replacement in _RULES:
        other = pattern.sub(replacement, word, count=1)
        if other != word:
            yield other
