"""Citations that were typed as words: ``(Huang et al., 2014)``, ``Huang dkk. (2014)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from galley.checks.citations.not_names import NOT_NAMES, ORGANISATIONS

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆ"
_PARTICLES = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|der|den|del|della|[Dd]i|da|dos|la|le|ten|ter|bin|[Aa]l|[Ee]l)[ -])"
    r"{0,3}"
)
_SURNAME = rf"{_PARTICLES}[{_UPPER}][\w’'\-]*\w"
_INITIALS = rf"(?:,?\s+(?:[{_UPPER}]\.?-?\s?){{1,3}}(?![\w]))?"
_BEFORE = rf"(?:(?:[{_UPPER}]\.\s?){{1,3}})?"
_PERSON = rf"{_BEFORE}{_SURNAME}{_INITIALS}"
_AND = r"(?:,?\s*&\s*|,?\s+and\s+|,?\s+dan\s+)"
_ET_AL = (
    r"(?:et\.?\s+al\b\.?|dkk\b\.?|and (?:colleagues|co-?workers)"
    r"|dan (?:kawan-kawan|rekan-rekan(?:nya)?))"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})[a-z]?(?!\d)"
_HAS_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")

_WITH_ET_AL = re.compile(
    rf"(?P<names>{_PERSON}(?:,\s+{_PERSON}){{0,6}}),?\s+{_ET_AL},?\s*[(\[]?\s*{_YEAR}"
)
_IN_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{6,400})[)\]]")
_LEAD = (
    r"(?:(?:see|see also|e\.g\.|for example|for instance|cf\.|as in|reviewed (?:in|by)|according to"
    r"|adapted from|from|after|by|in|lihat|lihat juga|misalnya|mis\.|contohnya|menurut|seperti"
    r"|diadaptasi dari|dari|oleh|dalam),?\s+)*"
)
_PAGES = r"(?:,?\s*(?:pp?\.|hlm\.|hal\.)\s*[\d–\-, ]+)?"
_MORE_YEARS = r"(?:\s*(?:,|&|and|dan)\s*(?:1[89]|20)\d{2}[a-z]?)*"
_PART = re.compile(
    rf"{_LEAD}(?P<names>{_PERSON}(?:,\s+{_PERSON}){{0,6}}?(?P<joined>{_AND}{_PERSON})?)"
    rf"(?P<comma>,)?\s*{_YEAR}{_MORE_YEARS}{_PAGES}"
)
_NARRATIVE = re.compile(
    rf"(?P<names>{_SURNAME}(?P<joined>{_AND}{_SURNAME})?)\s+\({_YEAR}{_MORE_YEARS}{_PAGES}\)"
)
_SPLIT = re.compile(rf"{_AND}|,\s+")
_ONLY_INITIALS = re.compile(rf"(?:[{_UPPER}]\.?[ -]?){{1,3}}")
_TRAILING_INITIALS = re.compile(rf"(?<=\w)\s+(?:[{_UPPER}]\.?-?){{1,3}}$")
_REPORTS = re.compile(
    r"\b(?:found|show(?:s|ed)?|report(?:s|ed)?|describe[sd]?|suggest(?:s|ed)?|argue[sd]?|propose[sd]?"
    r"|demonstrate[sd]?|observed|conclude[sd]?|according to|by|menemukan\w*"
    r"|menunjukkan\w*|melaporkan\w*|menjelaskan|menyatakan|menyimpulkan|mengusulkan|menurut|oleh)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:congress|conference|lecture|workshop|seminar|symposium|meeting|olympics|hospital|kongres"
    r"|konferensi|kuliah|lokakarya|simposium|pertemuan|rumah sakit)\W*$",
    re.IGNORECASE,
)


class Strength(IntEnum):
    """How sure one can be that words are a citation."""

    WEAK = 0
    """Only where a work of that surname is known."""
    LIKELY = 1
    CERTAIN = 2


@dataclass(frozen=True)
class TypedCitation:
    """A citation in words.

    Attributes
    ----------
    text
        As it was typed, without brackets.
    names
        Surnames in their order.
    year
        Four digits.
    has_et_al
        Whether ``et al.`` or ``dkk.`` stands for further names.
    """

    text: str
    names: tuple[str, ...]
    year: str
    has_et_al: bool
    strength: Strength


def find_typed(text: str) -> Iterator[TypedCitation]:
    """Yield the citations that are typed into a text, in no particular order, each once."""
    if not _HAS_YEAR.search(text):
        return
    found = [*_with_et_al(text), *_in_brackets(text), *_narrative(text)]
    yield from dict.fromkeys(found)


def _with_et_al(text: str) -> Iterator[TypedCitation]:
    for match in _WITH_ET_AL.finditer(text):
        words = match[0].rstrip("(").rstrip()
        # The bracket before the year is only closed where it was opened.
        words = f"{words})" if "(" in words else words
        yield TypedCitation(
            words, _names(match["names"]), match["year"], has_et_al=True, strength=Strength.CERTAIN
        )


def _in_brackets(text: str) -> Iterator[TypedCitation]:
    for bracket in _IN_BRACKETS.finditer(text):
        is_meeting = bool(_MEETING.search(text[: bracket.start()]))
        for part in bracket["inside"].split(";"):
            match = _PART.fullmatch(part.strip())
            if match:
                names = _names(match["names"])
                strength = _strength_of_part(names, match, is_meeting=is_meeting)
                words = part.strip()
                yield TypedCitation(words, names, match["year"], has_et_al=False, strength=strength)


def _strength_of_part(
    names: tuple[str, ...], match: re.Match[str], *, is_meeting: bool
) -> Strength:
    if is_meeting or any(_is_no_name(name) for name in names):
        return Strength.WEAK
    is_one = len(names) == 1 and bool(match["comma"])
    is_several = len(names) > 1 and bool(match["joined"])
    return Strength.LIKELY if is_one or is_several else Strength.WEAK


def _narrative(text: str) -> Iterator[TypedCitation]:
    for match in _NARRATIVE.finditer(text):
        names = _names(match["names"])
        is_reported = bool(match["joined"] and _REPORTS.search(text))
        is_likely = is_reported and not any(_is_no_name(name) for name in names)
        strength = Strength.LIKELY if is_likely else Strength.WEAK
        yield TypedCitation(match[0], names, match["year"], has_et_al=False, strength=strength)


def _names(text: str) -> tuple[str, ...]:
    parts = (_TRAILING_INITIALS.sub("", part.strip()) for part in _SPLIT.split(text))
    bare = (re.sub(rf"^(?:[{_UPPER}]\.\s?)+", "", part) for part in parts)
    return tuple(name for name in bare if name and not _is_initials(name))


def _is_initials(text: str) -> bool:
    return text not in ORGANISATIONS and bool(_ONLY_INITIALS.fullmatch(text))


def _is_no_name(name: str) -> bool:
    """Tell whether a word is a place, a month or the name of a trial rather than a person's."""
    if name in ORGANISATIONS:
        return False
    return name in NOT_NAMES or name.isupper() or (" " in name.strip() and name[0].isupper())
