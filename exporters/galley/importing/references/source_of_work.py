"""Where a work appeared, as the end of a typed reference says: volume, pages, year, publisher."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PAGE = r"[A-Za-z]{0,3}\d+[A-Za-z]?\d*(?:\s*[-–—‐]\s*[A-Za-z]?\d+[A-Za-z]?)?"
_PAGES = rf"(?:(?i:pp?|hlm|hal|art(?:icle|ikel)?)\b\.?\s*(?:no\.?\s*)?)?(?P<pages>{_PAGE})"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})[a-z]?"
_MONTH = r"(?:[,\s]*[A-Z][a-z]{2,8}\.?(?:\s*[-–/]\s*[A-Z][a-z]{2,8})?(?:\s*\d{1,2})?)?"
_ISSUE = r"(?:\s*\(\s*(?P<issue>[^()\s][^()]{0,18}?)\s*\))"
_NO = r"(?:,?\s*(?:no|nomor|iss|issue)\b\.?\s*(?P<number>\d+(?:-\d+)?))"
_VOLUME = r"(?:vol(?:ume)?\b\.?\s*)?(?P<volume>\d{1,4}[A-Z]?(?:\s+Suppl\.?\s*\d*)?)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # 2009;10(12):861-72 · 2020;(11):CD009645 · 2013 Jan;124(1):10-9
        rf"{_YEAR}{_MONTH}\s*;\s*(?:{_VOLUME})?{_ISSUE}?\s*:\s*{_PAGES}",
        # As "2009;10(12)".
        rf"{_YEAR}{_MONTH}\s*;\s*{_VOLUME}{_ISSUE}?",
        # 15, no. 3 (1982): 267–73
        rf"\b{_VOLUME}{_NO}?\s*\({_YEAR}\)\s*:\s*{_PAGES}",
        # (1996) 272:1791–4
        rf"\({_YEAR}\)\s*{_VOLUME}{_ISSUE}?\s*[:,]\s*{_PAGES}",
        # As "49(1), 277-292 (1997)".
        rf"\b{_VOLUME}(?:{_ISSUE}|{_NO})?\s*[:,]\s*{_PAGES}\s*\({_YEAR}\)",
        # 2015, 16(2), 114–122
        rf"{_YEAR},\s*{_VOLUME}{_ISSUE}?\s*,\s*{_PAGES}",
        # 3:919-926, 2000
        rf"\b{_VOLUME}{_ISSUE}?\s*:\s*{_PAGES}\s*,\s*{_YEAR}",
        # 23(1), 25-30 · vol. 33, no. 4, hal. 201-209 · 60:56–64
        rf"\b{_VOLUME}(?:{_ISSUE}|{_NO})?\s*[:,]\s*{_PAGES}",
        # As "(11), CD009645".
        rf"(?<=,)\s*(?:{_ISSUE}|{_NO})\s*[,:]\s*{_PAGES}",
        # As "23(1)".
        rf"\b{_VOLUME}(?:{_ISSUE}|{_NO})(?=\W|$)",
    )
)
_PUBLISHED = re.compile(
    r"(?P<place>[A-ZÀ-Ž][\w .,'’-]{1,40}?)\s*:\s*(?P<publisher>[A-ZÀ-Ž][^:;]{1,80}?)"
    rf"\s*(?:[;,]\s*{_YEAR})?\.?\s*(?:[,.;]?\s*(?:pp?|hlm|hal)\b\.?\s*(?P<pages>{_PAGE}))?\s*\.?$"
)
_YEAR_ALONE = re.compile(rf"(?:^|[\s,;.(]){_YEAR}\)?\s*\.?$")


@dataclass(frozen=True)
class Source:
    """Where a work appeared, and where in the text that begins to be said."""

    start: int
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    place: str = ""
    publisher: str = ""


def find_volume(text: str) -> Source | None:
    """Find volume and pages behind a journal's name; the last ones that stand in the text."""
    for form in _FORMS:
        matches = list(form.finditer(text))
        if matches:
            return _source(matches[-1])
    return None


def find_publisher(text: str) -> Source | None:
    """Find ``Place: Publisher; 1949`` at the end of a text."""
    starts = [0, *(match.end() for match in re.finditer(r"[.?!]\s+", text))]
    for start in reversed(starts):
        match = _PUBLISHED.fullmatch(text, start)
        if match:
            return _source(match)
    return None


def find_year(text: str) -> Source | None:
    """Find a year with which a text ends."""
    match = _YEAR_ALONE.search(text)
    return Source(match.start(), match["year"]) if match else None


def _source(match: re.Match[str]) -> Source:
    parts: Mapping[str, str | None] = match.groupdict()
    return Source(
        match.start(),
        year=parts.get("year") or "",
        volume=" ".join((parts.get("volume") or "").split()),
        issue=parts.get("issue") or parts.get("number") or "",
        pages=re.sub(r"\s*[-–—‐]\s*", "-", parts.get("pages") or ""),
        place=parts.get("place") or "",
        publisher=(parts.get("publisher") or "").strip(" ."),
    )
