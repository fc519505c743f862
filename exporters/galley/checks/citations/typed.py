"""Citations that were typed as words: ``(Huang et al., 2014)``, ``Huang dkk. (2014)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from galley.checks.citations.typed_patterns import (
    HAS_YEAR,
    IN_BRACKETS,
    NARRATIVE,
    PART,
    WITH_ET_AL,
    is_no_name,
    split_names,
)

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
    if not HAS_YEAR.search(text):
        return
    found = [*_with_et_al(text), *_in_brackets(text), *_narrative(text)]
    yield from dict.fromkeys(found)


def _with_et_al(text: str) -> Iterator[TypedCitation]:
    for match in WITH_ET_AL.finditer(text):
        words = match[0].rstrip("(").rstrip()
        # The bracket before the year is only closed where it was opened.
        words = f"{words})" if "(" in words else words
        yield TypedCitation(
            words,
            split_names(match["names"]),
            match["year"],
            has_et_al=True,
            strength=Strength.CERTAIN,
        )


def _in_brackets(text: str) -> Iterator[TypedCitation]:
    for bracket in IN_BRACKETS.finditer(text):
        is_meeting = bool(_MEETING.search(text[: bracket.start()]))
        for part in bracket["inside"].split(";"):
            match = PART.fullmatch(part.strip())
            if match:
                names = split_names(match["names"])
                strength = _strength_of_part(names, match, is_meeting=is_meeting)
                words = part.strip()
                yield TypedCitation(words, names, match["year"], has_et_al=False, strength=strength)


def _strength_of_part(
    names: tuple[str, ...], match: re.Match[str], *, is_meeting: bool
) -> Strength:
    if is_meeting or any(is_no_name(name) for name in names):
        return Strength.WEAK
    is_one = len(names) == 1 and bool(match["comma"])
    is_several = len(names) > 1 and bool(match["joined"])
    return Strength.LIKELY if is_one or is_several else Strength.WEAK


def _narrative(text: str) -> Iterator[TypedCitation]:
    for match in NARRATIVE.finditer(text):
        names = split_names(match["names"])
        is_reported = bool(match["joined"] and _REPORTS.search(text))
        is_likely = is_reported and not any(is_no_name(name) for name in names)
        strength = Strength.LIKELY if is_likely else Strength.WEAK
        yield TypedCitation(match[0], names, match["year"], has_et_al=False, strength=strength)
