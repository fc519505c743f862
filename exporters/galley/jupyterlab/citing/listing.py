"""The works of a bibliography as an author chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from galley.article.bibliography import BibliographyEntry
from galley.article.citations import KEY
from galley.checks.citations.names import family
from galley.online.titles import plain_letters

_KEY = re.compile(KEY)
_APOSTROPHES = re.compile("['’ʼ`´]")
# Letters that no accent makes of a plain one; the panel reads them alike.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_TWO = 2


def works_to_choose(entries: Iterable[BibliographyEntry]) -> list[dict[str, Any]]:
    """Return the works by name and year, as JSON values."""
    return sorted(map(_record, entries), key=_order)


def cite(key: str) -> str:
    """Return how a key is written in a sentence: ``@huang2001``, with braces where it needs them.

    A key that the Markdown of articles would cut short is put into braces.
    """
    return f"@{key}" if _KEY.fullmatch(key) else f"@{{{key}}}"


def short_names(entry: BibliographyEntry) -> str:
    """Return ``Huang``, ``Huang & Reichardt`` or ``Huang et al.``; these need no translation."""
    families = [family(author) for author in entry.authors]
    if not families:
        return ""
    if len(families) > _TWO or entry.has_more_authors:
        return f"{families[0]} et al."
    return " & ".join(families)


def _record(entry: BibliographyEntry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "cite": cite(entry.key),
        "names": short_names(entry),
        "year": entry.year,
        "title": entry.title,
        "notice": entry.notice.kind.value if entry.notice else "",
        "words": _words(entry),
    }


def _order(record: dict[str, Any]) -> tuple[str, str, str]:
    return _plain(record["names"] or record["title"]), record["year"], record["key"]


def _words(entry: BibliographyEntry) -> str:
    """Return what an author may type to find the work; the key is searched besides."""
    text = " ".join((*entry.authors, entry.year, entry.title, entry.journal))
    words = _plain(text).split()
    # O'Neill is typed as "o'neill" and as "oneill".
    joined = (
        _plain(_APOSTROPHES.sub("", word)) for word in text.split() if _APOSTROPHES.search(word)
    )
    return " ".join(dict.fromkeys([*words, *joined]))


def _plain(text: str) -> str:
    return plain_letters(text.casefold().translate(_LETTERS))
