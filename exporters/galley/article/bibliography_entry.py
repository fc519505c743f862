"""What Galley itself knows of a cited work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from galley.findings import Finding, Place, Severity

_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@dataclass(frozen=True)
class BibliographyEntry:
    """One work, as far as Galley itself looks at it; pandoc formats it from the file's own text.

    Attributes
    ----------
    kind
        The type as the file has it: ``article``, ``article-journal`` …
    authors
        Names as ``Family, Given``, or an organisation's name.
    year
        Four digits; empty where the file has none.
    doi
        The bare identifier, ``10.1016/j.stem.2018.04.004``.
    line
        The line at which the entry begins; None for CSL-JSON.
    """

    key: str
    kind: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    doi: str = ""
    url: str = ""
    line: int | None = None


class ParsedWorks(NamedTuple):
    """The works of a file, the text of those that can be read, and what is wrong."""

    text: str
    entries: tuple[BibliographyEntry, ...]
    findings: tuple[Finding, ...]


def bare_doi(text: str) -> str:
    """Return a DOI without the address that it is often written with."""
    return _DOI_PREFIX.sub("", text.strip())


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
