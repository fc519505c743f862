"""One line of a typed list of references as a work."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from galley.checks.citations.list_patterns import BOOK, JOURNAL
from galley.importing.references.identifiers import Identifiers, take_identifiers
from galley.importing.references.names_at_start import read_names
from galley.importing.references.source_of_work import (
    Source,
    find_publisher,
    find_volume,
    find_year,
)
from galley.importing.references.typed_work import TypedWork, WorkKind

_MARK = re.compile(
    r"^\s*(?:[-*+•▪◦‣●·–]\s+)?(?:\\?\[(?P<square>\d{1,3})\\?\]|\(?(?P<round>\d{1,3})(?:\\?[.)])(?=\s))?\s*"
)
_YEAR_IN_FRONT = re.compile(
    r"\s*[,.]?\s*(?:\((?P<in>(?:1[89]|20)\d{2})(?P<letter>[a-z])?(?:[,\s][^)]*)?\)"
    r"|\((?:n\.d\.|t\.t\.|no date|tanpa tahun|in press)\)"
    r"|(?P<out>(?:1[89]|20)\d{2})(?P<outletter>[a-z])?(?=[.,:]))\s*[.,:]?\s*"
)
_QUOTED = re.compile(
    r"\s*(?:“(?P<curly>[^“”]{8,400}?)[.,]?”|\"(?P<plain>[^\"]{8,400}?)[.,]?\"(?=[.,]?\s)"
    r"|[‘'](?P<single>.{8,400}?)[.,]?[’'](?=[.,]\s))[.,]?\s+(?=\S)"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_ABBREVIATED = re.compile(r"(?:[A-ZÀ-Ž][\w-]{0,9}\.?\s?){1,3}\.")
_EDITION = re.compile(
    r"[.,]?\s*\(?\b(?P<edition>\d{1,2})(?:st|nd|rd|th)\s+ed(?:ition|n)?\b\.?\)?"
    r"|[.,]?\s*\(?\b[Ee]d(?:isi|ition)\.?\s*(?:ke-?\s*)?(?P<edisi>\d{1,2})\b\)?",
)
_THESIS = re.compile(
    r"\s*[\[(](?:(?:master|doctoral|phd)\W*s?\s*)?(?:thesis|dissertation|tesis|disertasi|skripsi)[\])]",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\s*[\[(]?(?:,\s*)?\b(?:in press|forthcoming|ahead of print|dalam proses cetak)\b[\])]?",
    re.IGNORECASE,
)
_LONGEST_JOURNAL = 12


class _Parts(NamedTuple):
    """What stands behind the names: the title, what holds the work, where in it."""

    title: str
    holder: str = ""
    source: Source = Source(0)


def read_line(text: str) -> TypedWork:
    """Read a line of a typed list, as far as it can be read; nothing is guessed.

    Parameters
    ----------
    text
        Plain text or Markdown, with its bullet or number.
    """
    number, line = _unmarked(_plain(text))
    found = take_identifiers(line)
    names = read_names(found.rest)
    year, letter, rest = _year_in_front(found.rest[names.end :])
    edition, rest = _take_edition(rest)
    rest, is_thesis = _THESIS.subn("", rest)
    parts = _parts(_UNFINISHED.sub("", rest).strip(" ,;"))
    work = TypedWork(
        line,
        number,
        authors=names.authors,
        has_more=names.has_more,
        year=year or parts.source.year,
        letter=letter,
        title=_title(parts.title),
        edition=edition,
        doi=found.doi,
        pmid=found.pmid,
        url=found.url,
    )
    return _with_holder(work, parts, found, is_thesis=bool(is_thesis))


def _plain(text: str) -> str:
    """Return Markdown as words; an address behind words stands behind them in plain text too."""
    text = re.sub(r"\[([^\[\]]*)\]\((https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)\)", _link, text)
    text = re.sub(r"<(https?://[^<>\s]+)>", r"\1", text)
    text = re.sub(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~^$@&'\"-])", r"\1", text)
    return " ".join(text.replace("&amp;", "&").split())


def _link(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2]
    return address if words in address or not words else f"{words} {address}"


def _unmarked(text: str) -> tuple[int | None, str]:
    mark = _MARK.match(text)
    if mark is None:
        return None, text
    digits = mark["square"] or mark["round"]
    return int(digits) if digits else None, text[mark.end() :].strip()


def _year_in_front(text: str) -> tuple[str, str, str]:
    match = _YEAR_IN_FRONT.match(text)
    if match is None:
        return "", "", text.lstrip(" .,:;")
    year = match["in"] or match["out"] or ""
    return year, match["letter"] or match["outletter"] or "", text[match.end() :].lstrip(" .,:;")


def _take_edition(text: str) -> tuple[str, str]:
    match = _EDITION.search(text)
    if match is None:
        return "", text
    return match["edition"] or match["edisi"], text[: match.start()] + text[match.end() :]


def _parts(text: str) -> _Parts:
    quoted = _QUOTED.match(text)
    if quoted:
        holder, source = _parted_source(text[quoted.end() :])
        title = quoted["curly"] or quoted["plain"] or quoted["single"]
        return _Parts(title, holder, source)
    volume = find_volume(text)
    if volume and volume.start:
        head = text[: volume.start]
        title, holder = _split_title(head)
        if holder:
            return _Parts(title, holder, volume)
    published = find_publisher(text)
    if published and published.start:
        return _Parts(text[: published.start], "", published)
    return _without_volume(text)


def _parted_source(text: str) -> tuple[str, Source]:
    """Part what stands behind a quoted title into journal and volume, or find the publisher."""
    source = find_volume(text) or find_publisher(text) or find_year(text) or Source(len(text))
    return ("" if source.publisher else _holder(text[: source.start])), source


def _without_volume(text: str) -> _Parts:
    """Part ``Title. Journal 2019.`` and ``Title, Journal, 2010``."""
    year = find_year(text) or Source(len(text))
    title, holder = _split_title(text[: year.start])
    words = holder.split()
    is_name = bool(words) and len(words) <= _LONGEST_JOURNAL
    is_likely = bool(year.year or JOURNAL.search(holder) or BOOK.search(holder))
    if is_name and (is_likely or len(words) <= 3):  # noqa: PLR2004 - a title has more words
        return _Parts(title, holder, year)
    return _Parts(text[: year.start], "", year)


def _split_title(text: str) -> tuple[str, str]:
    """Part title and journal; the journal may be abbreviated: ``World J. Biol. Psychiatry``."""
    pieces = [piece for piece in _SENTENCE.split(text.strip()) if piece.strip(" .,;")]
    if len(pieces) > 1:
        at = len(pieces) - 1
        while at > 1 and _ABBREVIATED.fullmatch(pieces[at - 1]) and not _is_word(pieces[at - 1]):
            at -= 1
        return " ".join(pieces[:at]), _holder(" ".join(pieces[at:]))
    before, comma, after = text.strip(" ,;").rpartition(", ")
    if comma and after[:1].isupper() and len(before.split()) > 2:  # noqa: PLR2004
        return before, _holder(after)
    return text, ""


def _is_word(piece: str) -> bool:
    """Tell whether a piece is a short title of its own rather than part of a journal's name."""
    return len(piece.split()) > 3  # noqa: PLR2004


def _holder(text: str) -> str:
    return re.sub(r"^(?:In|Dalam)\s*:?\s+", "", text.strip(" .,;:(")).strip(" .,;:")


def _title(text: str) -> str:
    return text.strip().strip('"“”').rstrip(" .,;").strip()


def _with_holder(
    work: TypedWork, parts: _Parts, found: Identifiers, *, is_thesis: bool
) -> TypedWork:
    source = parts.source
    publisher, journal = source.publisher, parts.holder
    if journal and not source.volume and not source.pages and BOOK.search(journal):
        publisher, journal = journal, ""
    kind: WorkKind = "misc"
    if is_thesis:
        kind = "thesis"
    elif publisher:
        kind = "book"
    elif journal:
        kind = "article"
    elif found.url:
        kind = "online"
    return replace(
        work,
        kind=kind,
        journal=journal,
        publisher=publisher,
        place=source.place,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
    )
