"""An entry that lacks what a reader needs to find the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.reference_preprint import is_preprint
from galley.checks.citations.works import (
    ARTICLES,
    BOOKS,
    CHAPTERS,
    entry_place,
    field_words,
    named,
    says_without,
    typed_list,
    used_works,
)
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_NOT_OUT_YET = re.compile(
    r"in[ -]?press|ahead of print|online first|early view|forthcoming|submitted|dalam proses terbit"
    r"|akan terbit|inpress",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited entries without year, journal, volume, pages or publisher."""
    in_press = field_words(manuscript, "pubstate", "inpress")
    for entry in used_works(manuscript):
        missing = tuple(_missing(entry))
        if missing:
            yield Remark(
                entry_place(manuscript, entry),
                f"{named(entry)} lacks {_joined(missing)}",
                f"add what is missing; for a work that is not out yet write {in_press}.",
            )
    for work in typed_list(manuscript).works:
        if work.is_article and not work.is_complete:
            yield Remark(
                work.place,
                f"'{work.name}' in the list of references lacks volume and pages",
                "look the article up; if it cannot be found, take another source.",
            )


def _missing(entry: BibliographyEntry) -> Iterator[str]:
    is_out = not _NOT_OUT_YET.search(f"{entry.status} {entry.year} {entry.note}")
    if entry.kind in ARTICLES and not is_preprint(entry):
        yield from _missing_of_article(entry, is_out=is_out)
    elif entry.kind in BOOKS | CHAPTERS:
        if not entry.year and is_out:
            yield "the year"
        if entry.kind in CHAPTERS and not entry.journal:
            yield "the title of its book"
        if not entry.publisher:
            yield "the publisher"


def _missing_of_article(entry: BibliographyEntry, *, is_out: bool) -> Iterator[str]:
    # CSL-JSON calls "article" what has a publisher and no journal.
    if not entry.journal and not (entry.publisher or entry.url):
        yield "the journal"
    if not is_out or not entry.journal:
        return
    if not entry.year:
        yield "the year"
    if not (entry.volume or entry.number or says_without(entry.note, "volume")):
        yield "the volume"
    if not (entry.pages or says_without(entry.note, "(?:pages|halaman)")):
        yield "pages or an article number"


def _joined(parts: tuple[str, ...]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


RULE = Rule(
    id="reference-incomplete",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="an entry without year, journal, volume, pages or publisher",
    why="A reader cannot find the source in a library.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
