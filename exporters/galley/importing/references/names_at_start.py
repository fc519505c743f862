"""The names at the beginning of a typed reference, in whichever order they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from galley.checks.citations.list_patterns import BINDING
from galley.checks.citations.names import is_organisation
from galley.importing.references.names_written_out import (
    PARTICLES,
    UPPER,
    WORD,
    read_written_out,
)

_FAMILY = rf"{PARTICLES}{{0,3}}{WORD}(?:[ ]{WORD}){{0,2}}"
_DOTTED = rf"(?:[{UPPER}]\.[ ]?(?:-[ ]?)?){{1,5}}(?<![ -])"
_BARE = rf"[{UPPER}]{{1,5}}(?:-[{UPPER}]{{1,2}})?"
_END = r"(?=\s*(?:[,;.:(&…]|$)|\s+(?:and|dan|et|dkk|&)\b|\s+\()"

# Huang, E. J. · Huang EJ · Huang E.J. · Huang E.
_INITIALED = re.compile(
    rf"(?P<family>{_FAMILY}),?[ ](?P<given>{_DOTTED}|{_BARE}{_END})"
    rf"(?:,?[ ](?:Jr|Sr|I{{2,3}})\b\.?)?"
)
# E. J. Huang
_INITIALS_FIRST = re.compile(rf"(?P<given>{_DOTTED})[ ](?P<family>{_FAMILY}){_END}")
# Oja, Erkki. · Löwel, Siegrid, and …
_GIVEN = rf"{WORD}(?:[ ](?:{WORD}|[{UPPER}]\.)){{0,2}}"
_INVERTED = re.compile(
    rf"(?P<family>{PARTICLES}{{0,3}}{WORD}(?:-{WORD})?),[ ](?P<given>{_GIVEN})"
    rf"(?=\.(?:\s|$)|,[ ]?(?:and|dan|&)[ ]|,[ ]{WORD}[ ]{WORD}[ ,]|[ ]\()"
)
# … and Wolf Singer.
_AS_SPOKEN = re.compile(
    rf"(?P<given>{WORD}(?:[ ][{UPPER}]\.)?)[ ](?P<family>{PARTICLES}{{0,3}}{WORD})"
    r"(?=[.,][ \"“]|,? and |[ ]\()"
)
_ONE_WORD = re.compile(rf"(?P<family>{WORD})(?P<given>)(?=\.\s)")
_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:&|and\b|dan\b|…|\.\.\.)?|&|\band\b|\bdan\b|…|\.\.\.)\s*")
_LEFT_OUT = re.compile(r"…|\.\.\.")
_ET_AL = re.compile(
    r"[,;]?\s*\(?(?:\bet\.?\s*al\b|\bdkk\b|\band others\b|\bdan kawan-kawan\b)\.?\)?"
    r"(?:;[^.]{3,60}(?=\.))?",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"[,;]?\s*\(?\b(?:editors?|eds?|penyunting|peny|editor)\b\.?\)?", re.IGNORECASE
)
_FRONT_YEAR = r"[,.]?\s*\(?(?:(?:1[89]|20)\d{2}[a-z]?|n\.d\.|t\.t\.)[^)]{0,20}\)?"
_ORGANISATION = re.compile(
    rf"(?P<name>[{UPPER}][^.()]{{2,90}}?)(?=\.\s|,?\s*\((?:1[89]|20)\d{{2}})"
)
_MOST_WORDS = 10


@dataclass(frozen=True)
class Names:
    """Names, and where the text goes on behind them."""

    authors: tuple[str, ...] = ()
    has_more: bool = False
    end: int = 0


@dataclass
class _Reading:
    text: str
    at: int = 0
    authors: list[str] = field(default_factory=list)
    has_more: bool = False


def read_names(text: str) -> Names:
    """Read the names with which a reference begins; those of people, else an organisation's."""
    written = read_written_out(text)
    if written:
        return Names(*written)
    reading = _Reading(text)
    while _read_name(reading) and _goes_on(reading):
        pass
    if not reading.authors:
        return _organisation(text)
    _read_end(reading)
    return Names(tuple(reading.authors), reading.has_more, reading.at)


def _read_name(reading: _Reading) -> bool:
    forms = [_INITIALED, _INITIALS_FIRST]
    # Names that are written out could be the words of a title, so they count in few places.
    forms.append(_ONE_WORD if reading.authors else _INVERTED)
    if reading.authors and not _INITIALED.match(reading.text):
        forms.append(_AS_SPOKEN)
    for form in forms:
        match = form.match(reading.text, reading.at)
        if match and _is_name(match["family"]):
            reading.authors.append(_joined(match["family"], match["given"]))
            reading.at = match.end()
            return True
    return False


def _is_name(family: str) -> bool:
    return not is_organisation(family) and not family.isupper()


def _joined(family: str, given: str) -> str:
    return f"{family}, {_spaced(given)}" if given else family


def _spaced(given: str) -> str:
    """Write initials as ``E. J.``; names that are written out stay."""
    if re.search(r"[a-zà-ÿ]", given):
        return given.strip()
    letters = re.findall(rf"(-?)\s*([{UPPER}])", given)
    return "".join(f"{hyphen or ' '}{letter}." for hyphen, letter in letters).strip()


def _goes_on(reading: _Reading) -> bool:
    """Step over what stands between two names; stay where no name follows."""
    if _ET_AL.match(reading.text, reading.at):
        return False
    before, between = reading.at, _BETWEEN.match(reading.text, reading.at)
    if between is None or between.end() == before:
        return False
    rest = reading.text[between.end() :]
    forms = (_INITIALED, _INITIALS_FIRST, _AS_SPOKEN, _ONE_WORD)
    if not any((match := form.match(rest)) and _is_name(match["family"]) for form in forms):
        return False
    reading.has_more |= bool(_LEFT_OUT.search(between[0]))
    reading.at = between.end()
    return True


def _read_end(reading: _Reading) -> None:
    """Step over what stands for further names, and what says that they are editors."""
    for form in (_ET_AL, _EDITORS):
        match = form.match(reading.text, reading.at)
        if match:
            reading.has_more |= form is _ET_AL
            reading.at = match.end()


def _organisation(text: str) -> Names:
    match = _ORGANISATION.match(text)
    if match is None or len(match["name"].split()) > _MOST_WORDS:
        return Names()
    name, rest = match["name"].strip(" ,"), text[match.end() :]
    is_named = (
        is_organisation(name)
        or len(name.split()) == 1
        or bool(re.match(_FRONT_YEAR, rest))
        or _is_title_case(name)
    )
    has_title = len(re.findall(r"[^\W\d_]{3,}", rest)) > 1
    return Names((name,), has_more=False, end=match.end()) if is_named and has_title else Names()


def _is_title_case(name: str) -> bool:
    words = [word for word in name.split() if word not in BINDING and word not in {"and", "dan"}]
    return len(words) > 1 and all(word[0].isupper() for word in words) and ":" not in name
