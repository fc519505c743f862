"""Names that are written out: ``Lohse, Keith R., Lara A. Boyd, and Wolf Singer``."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
PARTICLES = (
    r"(?:(?:[Vv][ao]n|[Dd]e[nrl]?|[Dd]ella|[Dd][iu]|d[ao]s?|[Ll][ae]|te[nr]|bin|[AaEe]l)[ -])"
)
WORD = rf"[{UPPER}][\w’'‐-]{{0,40}}[^\W\d_]"
_GIVEN = rf"(?:{WORD}|[{UPPER}]\.)(?:[ ]?(?:{WORD}|[{UPPER}]\.))*"
_SECTION = re.compile(
    r"(?P<names>[^“”\"\d]{4,600}?)\.?\s+(?=(?:\()?(?:1[89]|20)\d{2}[a-z]?\)?[.:]?\s|[“\"])"
)
_FIRST = re.compile(
    rf"(?P<family>{PARTICLES}{{0,3}}{WORD}),[ ](?P<given>{_GIVEN})"
    r"(?P<after>(?:[ ](?:van|von|der|den|de|di|da))*)"
)
_FURTHER = re.compile(rf"(?P<given>{_GIVEN})[ ](?P<family>{PARTICLES}{{0,3}}{WORD})")
_JOIN = re.compile(r"(?:,\s*(?:and|dan|&)?|\s(?:and|dan|&))\s+")
_ET_AL = re.compile(r",?\s*(?:et\.?\s+al|dkk|and others)\b\.?$")


def read_written_out(text: str) -> tuple[tuple[str, ...], bool, int] | None:
    """Return names, whether there are more, and where they end; None where they are written else.

    All that stands before the year or the title must be names, and the first one needs a given
    name that is more than initials.
    """
    section = _SECTION.match(text)
    if section is None:
        return None
    names, more = _ET_AL.subn("", section["names"])
    first = _FIRST.match(names)
    if first is None or not re.search(r"[a-zà-ÿ]{2}", first["given"]):
        return None
    others = [part for part in _JOIN.split(names[first.end() :].rstrip(" .")) if part]
    further = [_FURTHER.fullmatch(part) for part in others]
    if any(match is None for match in further):
        return None
    family = f"{first['after'].strip()} {first['family']}".strip()
    authors = [f"{family}, {first['given']}"]
    authors += [f"{match['family']}, {match['given']}" for match in further if match]
    return tuple(authors), bool(more), section.end("names")
