"""What became of a work after it was published: retracted, corrected, doubted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice says, gravest first."""

    RETRACTION = "retraction"
    CONCERN = "expression of concern"
    CORRECTION = "correction"


@dataclass(frozen=True)
class Notice:
    """One notice on a work.

    Attributes
    ----------
    date
        The day it came out, ``2026-11-20``; empty where nobody has said.
    note
        What the author's list says about it.
    source
        Where this is known from: the list's file name, ``keywords`` or ``title``.
    """

    kind: NoticeKind
    date: str = ""
    note: str = ""
    source: str = ""


_TITLES = (
    (NoticeKind.RETRACTION, r"\W*(?:retracted|withdrawn|ditarik)\b(?:\s+article)?\s*[:\]\-–—]"),
    (NoticeKind.CONCERN, r"\W*expression of concern\s*[:\]\-–—]"),
)
_TITLE_STARTS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _TITLES)
_KEYWORDS = {
    "retracted": NoticeKind.RETRACTION,
    "retracted publication": NoticeKind.RETRACTION,
    "ditarik": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "corrected": NoticeKind.CORRECTION,
    "dikoreksi": NoticeKind.CORRECTION,
}


def notice_in_entry(title: str, keywords: Iterable[str]) -> Notice | None:
    """Return the notice that an entry itself carries: in its keywords, or before its title."""
    in_keywords = (_KEYWORDS.get(word.strip().lower()) for word in keywords)
    found = [Notice(kind, source="keywords") for kind in in_keywords if kind]
    found += [Notice(kind, source="title") for kind, start in _TITLE_STARTS if start.match(title)]
    return gravest(found)


def gravest(notices: Iterable[Notice | None]) -> Notice | None:
    """Return the notice that matters most; of two of a kind the later one, which has a date."""
    order = list(NoticeKind)
    given = [notice for notice in notices if notice]
    return max(given, key=lambda notice: (-order.index(notice.kind), notice.date), default=None)
