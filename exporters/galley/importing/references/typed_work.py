"""A work as one line of a typed list gives it: no more than the line itself says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from galley.article.bibliography_entry import BibliographyEntry

WorkKind = Literal["article", "book", "thesis", "online", "misc"]


@dataclass(frozen=True)
class TypedWork:
    """What a typed line says of a work.

    Attributes
    ----------
    text
        The line as it was typed, without its bullet or number.
    number
        The number that stands before the line; None where it has none.
    authors
        ``Family, G. H.``, or the name of an organisation.
    has_more
        Whether further authors are left to ``et al.``.
    letter
        What follows the year where an author has two works in one: ``a``.
    """

    text: str
    number: int | None = None
    kind: WorkKind = "misc"
    authors: tuple[str, ...] = ()
    has_more: bool = False
    year: str = ""
    letter: str = ""
    title: str = ""
    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether the line holds the work's number and nothing that names it."""
        return not self.title and not self.authors

    def entry(self, key: str = "") -> BibliographyEntry:
        """Return the work as Galley knows works of a bibliography."""
        return BibliographyEntry(
            key=key,
            kind=self.kind,
            title=self.title,
            authors=self.authors,
            year=self.year,
            doi=self.doi,
            url=self.url,
            has_more_authors=self.has_more,
            journal=self.journal,
            volume=self.volume,
            number=self.issue,
            pages=self.pages,
            publisher=self.publisher,
            pmid=self.pmid,
            note=self.text,
        )
