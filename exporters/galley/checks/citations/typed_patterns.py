"""How a citation typed as words looks: names, what joins them, years, pages."""

from __future__ import annotations

import re

from galley.checks.citations.not_names import NOT_NAMES, ORGANISATIONS

UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆ"
PARTICLES = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|der|den|del|della|[Dd]i|da|dos|la|le|ten|ter|bin|[Aa]l|[Ee]l)[ -])"
    r"{0,3}"
)
# Bounded: no name is longer, and a text may be one long word.
SURNAME = rf"{PARTICLES}[{UPPER}][\w’'\-]{{0,40}}\w"
INITIALS = rf"(?:,?\s+(?:[{UPPER}]\.?-?\s?){{1,3}}(?![\w]))?"
BEFORE = rf"(?:(?:[{UPPER}]\.\s?){{1,3}})?"
PERSON = rf"{BEFORE}{SURNAME}{INITIALS}"
AND = r"(?:,?\s*&\s*|,?\s+and\s+|,?\s+dan\s+)"
ET_AL = (
    r"(?:et\.?\s+al\b\.?|dkk\b\.?|and (?:colleagues|co-?workers)"
    r"|dan (?:kawan-kawan|rekan-rekan(?:nya)?))"
)
YEAR = r"(?P<year>(?:1[89]|20)\d{2})[a-z]?(?!\d)"
HAS_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")

WITH_ET_AL = re.compile(
    rf"(?P<names>{PERSON}(?:,\s+{PERSON}){{0,6}}),?\s+{ET_AL},?\s*[(\[]?\s*{YEAR}"
)
IN_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{6,400})[)\]]")
LEAD = (
    r"(?:(?:see|see also|e\.g\.|for example|for instance|cf\.|as in|reviewed (?:in|by)|according to"
    r"|adapted from|from|after|by|in|lihat|lihat juga|misalnya|mis\.|contohnya|menurut|seperti"
    r"|diadaptasi dari|dari|oleh|dalam),?\s+)*"
)
PAGES = r"(?:,?\s*(?:pp?\.|hlm\.|hal\.)\s*[\d–\-, ]+)?"
MORE_YEARS = r"(?:\s*(?:,|&|and|dan)\s*(?:1[89]|20)\d{2}[a-z]?)*"
PART = re.compile(
    rf"{LEAD}(?P<names>{PERSON}(?:,\s+{PERSON}){{0,6}}?(?P<joined>{AND}{PERSON})?)"
    rf"(?P<comma>,)?\s*{YEAR}{MORE_YEARS}{PAGES}"
)
NARRATIVE = re.compile(
    rf"(?P<names>{SURNAME}(?P<joined>{AND}{SURNAME})?)\s+\({YEAR}{MORE_YEARS}{PAGES}\)"
)
_SPLIT = re.compile(rf"{AND}|,\s+")
_ONLY_INITIALS = re.compile(rf"(?:[{UPPER}]\.?[ -]?){{1,3}}")
_TRAILING_INITIALS = re.compile(rf"(?<=\w)\s+(?:[{UPPER}]\.?-?){{1,3}}$")


def split_names(text: str) -> tuple[str, ...]:
    """Return the surnames of typed names."""
    parts = (_TRAILING_INITIALS.sub("", part.strip()) for part in _SPLIT.split(text))
    bare = (re.sub(rf"^(?:[{UPPER}]\.\s?)+", "", part) for part in parts)
    return tuple(name for name in bare if name and not _is_initials(name))


def _is_initials(text: str) -> bool:
    return text not in ORGANISATIONS and bool(_ONLY_INITIALS.fullmatch(text))


def is_no_name(name: str) -> bool:
    """Tell whether a word is a place, a month or the name of a trial rather than a person's."""
    if name in ORGANISATIONS:
        return False
    return name in NOT_NAMES or name.isupper() or (" " in name.strip() and name[0].isupper())
