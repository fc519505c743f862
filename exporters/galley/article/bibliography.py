"""The bibliography: which works can be cited, and what is wrong in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from galley.article.bibliography_bibtex import parse_bibtex
from galley.article.bibliography_csl import parse_csl_json
from galley.article.bibliography_entry import BibliographyEntry, ParsedWorks
from galley.article.bibliography_notice import Notice, NoticeKind, gravest
from galley.article.bibliography_ris import looks_like_ris, parse_ris
from galley.article.directions import plain_directions
from galley.findings import Finding

__all__ = [
    "BIBLIOGRAPHY_FILES",
    "Bibliography",
    "BibliographyEntry",
    "Notice",
    "NoticeKind",
    "parse_bibliography",
]

BIBLIOGRAPHY_FILES = ("references.bib", "references.json", "references.ris")
"""The names a bibliography may have; the first that is there is read."""

BibliographyFormat = Literal["bibtex", "csljson"]


@dataclass(frozen=True)
class Bibliography:
    """The works of one file.

    Attributes
    ----------
    text
        What pandoc reads, in the file's own words (RIS as CSL-JSON); entries that cannot be read
        are left out of it.
    entries
        Key → work, in the file's order.
    file
        The path as the author knows it; empty where there is no bibliography.
    format
        What `text` is written in.
    """

    text: str = ""
    entries: Mapping[str, BibliographyEntry] = field(default_factory=dict)
    file: str = ""
    format: BibliographyFormat = "bibtex"

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys in the file's order."""
        return tuple(self.entries)

    @property
    def notices(self) -> dict[str, Notice]:
        """Key → notice of the works that have one."""
        return {key: entry.notice for key, entry in self.entries.items() if entry.notice}

    def with_notices(self, by_doi: Mapping[str, Notice]) -> Bibliography:
        """Return the bibliography with notices by DOI, which are written in small letters."""
        known = {key: by_doi.get(entry.doi.lower()) for key, entry in self.entries.items()}
        entries = {
            key: replace(entry, notice=gravest((entry.notice, known[key]))) if known[key] else entry
            for key, entry in self.entries.items()
        }
        return replace(self, entries=entries)


def parse_bibliography(text: str, file: str) -> tuple[Bibliography, tuple[Finding, ...]]:
    """Parse BibTeX, CSL-JSON or RIS; what cannot be read becomes findings, the rest is used.

    Parameters
    ----------
    text
        The file's text; CSL-JSON and RIS are recognised by how they begin.
    file
        The path as the author knows it, for findings; a name in ``.ris`` counts too.
    """
    text = plain_directions(text.removeprefix("\ufeff"))
    works, kind = _parse(text, file)
    entries = {entry.key: entry for entry in works.entries}
    return Bibliography(works.text, entries, file, kind), works.findings


def _parse(text: str, file: str) -> tuple[ParsedWorks, BibliographyFormat]:
    if text.lstrip().startswith(("[", "{")):
        return parse_csl_json(text, file), "csljson"
    if file.lower().endswith(".ris") or looks_like_ris(text):
        return parse_ris(text, file), "csljson"
    return parse_bibtex(text, file), "bibtex"
