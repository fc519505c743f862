"""The bibliography: which works can be cited, and what is wrong in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from galley.findings import Finding


@dataclass(frozen=True)
class BibliographyEntry:
    """One work, as far as Galley itself looks at it; pandoc formats it from the file's own text."""

    key: str
    kind: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    doi: str = ""
    line: int | None = None


@dataclass(frozen=True)
class Bibliography:
    """The works of one file.

    Attributes
    ----------
    text
        What pandoc reads: BibTeX, or CSL-JSON where `format` is ``csljson``.
    entries
        Key → work, in the file's order.
    """

    text: str = ""
    entries: Mapping[str, BibliographyEntry] = field(default_factory=dict)
    file: str = ""
    format: str = "bibtex"

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys in the file's order."""
        return tuple(self.entries)


def parse_bibliography(text: str, file: str) -> tuple[Bibliography, tuple[Finding, ...]]:
    """Parse BibTeX or CSL-JSON text; what cannot be read becomes findings, the rest is used."""
    raise NotImplementedError
