"""Surnames: of entries, of typed citations, and whether they are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = re.compile(r"[^a-z]+")
# Letters that no accent makes of a plain one.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_LONGEST_NAME = 4


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name without accents, capitals, spaces and signs."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return _LETTERS.sub("", text.encode("ascii", "ignore").decode())


def family(author: str) -> str:
    """Return the surname of ``Family, Given`` or ``Given Family``; an organisation's whole name."""
    before, comma, _ = author.partition(",")
    if comma:
        return before.strip()
    words = author.split()
    is_person = 1 < len(words) <= _LONGEST_NAME and not is_organisation(author)
    return words[-1] if is_person else author.strip()


@lru_cache(maxsize=4096)
def family_forms(author: str) -> frozenset[str]:
    """Return the ways in which somebody may type an author's surname."""
    name = family(author)
    words = name.split()
    forms = {plain(name), plain(words[-1] if words else "")}
    if "," not in author and len(author.split()) > 1:
        # An organisation goes by its first word or by its initials.
        capitals = "".join(word[0] for word in author.split() if word[0].isupper())
        forms |= {plain(author), plain(author.split(maxsplit=1)[0]), capitals.lower()}
    return frozenset(forms - {""})


def is_same_family(typed: str, author: str) -> bool:
    """Tell whether a typed surname is that of an author."""
    return plain(typed) in family_forms(author)


def names_in_words(authors: Sequence[str], *, has_more: bool = False) -> str:
    """Return ``Smith``, ``Smith and Lee`` or ``Smith et al.``."""
    families = [family(author) for author in authors]
    match families:
        case []:
            return ""
        case [one] if not has_more:
            return one
        case [one, two] if not has_more:
            return f"{one} and {two}"
        case _:
            return f"{families[0]} et al."


def is_organisation(author: str) -> bool:
    """Tell whether a name is that of a group rather than of a person."""
    return bool(
        re.search(
            r"\b(?:group|organi[sz]ation|committee|collaborat\w+|association|society|ministry"
            r"|kementerian|perhimpunan|badan|institut\w*|department|council|network|investigators"
            r"|consortium|federation|trial|study|team)\b",
            author,
            re.IGNORECASE,
        )
    )
