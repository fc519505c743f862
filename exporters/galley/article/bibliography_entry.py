"""What Galley itself knows of a cited work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from galley.article.bibliography_notice import Notice
from galley.findings import Finding, Place, Severity

_DOI_PREFIX = re.compile(
    r"^(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi\s*[:=]?\s*(?=10\.))", re.IGNORECASE
)
_PMID = re.compile(r"\bPMID\s*[:=]?\s*(\d{4,9})\b", re.IGNORECASE)


@dataclass(frozen=True)
class BibliographyEntry:
    """One work, as far as Galley itself looks at it; pandoc formats it from the file's own text.

    Attributes
    ----------
    kind
        The type as the file has it: ``article``, ``article-journal`` …
    authors
        Names as ``Family, Given``, or an organisation's name; editors where there are no authors.
    has_more_authors
        Whether the file ends its list of names with ``others``.
    year
        Four digits; empty where the file has none.
    doi
        The bare identifier, ``10.1016/j.stem.2018.04.004``.
    line
        The line at which the entry begins; None for CSL-JSON.
    journal
        What the work appeared in: a journal, or the book of a chapter.
    pages
        Pages, or an article's number.
    keywords
        The tags that the author gave it.
    note
        What the author noted about it: ``note`` and ``annote``.
    status
        ``inpress`` and the like, where the work is not out yet.
    language
        The work's language as a tag, ``en``; empty where the file does not name it.
    notice
        That it was retracted, corrected or doubted.
    """

    key: str
    kind: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    doi: str = ""
    url: str = ""
    line: int | None = None
    has_more_authors: bool = False
    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    pmid: str = ""
    keywords: tuple[str, ...] = ()
    note: str = ""
    status: str = ""
    language: str = ""
    notice: Notice | None = None


class ParsedWorks(NamedTuple):
    """The works of a file, the text of those that can be read, and what is wrong."""

    text: str
    entries: tuple[BibliographyEntry, ...]
    findings: tuple[Finding, ...]


def bare_doi(text: str) -> str:
    """Return a DOI without the address that it is often written with."""
    return _DOI_PREFIX.sub("", text.strip())


def find_pmid(texts: Iterable[str]) -> str:
    """Return the number that PubMed gave a work, where one of the texts names it."""
    found = (_PMID.search(text) for text in texts)
    return next((match[1] for match in found if match), "")


def split_keywords(text: str) -> tuple[str, ...]:
    """Return the tags of a list with commas or semicolons."""
    return tuple(word for part in re.split(r"[,;]", text) if (word := " ".join(part.split())))


def entry_broken(file: str, line: int | None, message: str, fix: str) -> Finding:
    """Return the finding of an entry that cannot be used."""
    return Finding(
        "bibliography-entry-broken", Severity.ERROR, Place(file, line=line), message, fix
    )


def duplicate_key(file: str, line: int | None, key: str, first_line: int | None) -> Finding:
    """Return the finding of a key that two works have."""
    first = f", first on line {first_line}" if first_line else ""
    return Finding(
        "bibliography-duplicate-key",
        Severity.WARNING,
        Place(file, line=line),
        f"the citation key '{key}' is given twice{first}; the first work is used",
        "Remove one of the two, or give it another key.",
    )
