"""The bibliography: which works can be cited, and what is wrong in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from galley.article.bibliography_bibtex import parse_bibtex
from galley.article.bibliography_csl import parse_csl_json
from galley.article.bibliography_entry import BibliographyEntry, ParsedWorks
from galley.findings import Finding

__all__ = ["Bibliography", "BibliographyEntry", "parse_bibliography"]

BibliographyFormat = Literal["bibtex", "csljson"]


@dataclass(frozen=True)
class Bibliography:
    """The works of one file.

    Attributes
    ----------
    text
        What pandoc reads, in the file's own words; entries that cannot be read are left out of it.
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


def parse_bibliography(text: str, file: str) -> tuple[Bibliography, tuple[Finding, ...]]:
    """Parse BibTeX or CSL-JSON text; what cannot be read becomes findings, the rest is used.

    Parameters
    ----------
    text
        The file's text; CSL-JSON is recognised by its first character.
    file
        The path as the author knows it, for findings.
    """
    text = text.removeprefix("\ufeff")
    kind: BibliographyFormat = "csljson" if text.lstrip().startswith(("[", "{")) else "bibtex"
    works: ParsedWorks = (parse_csl_json if kind == "csljson" else parse_bibtex)(text, file)
    entries = {entry.key: entry for entry in works.entries}
    return Bibliography(works.text, entries, file, kind), works.findings
