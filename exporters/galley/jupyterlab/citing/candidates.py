"""What an author is told about a work before it is added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nbformat.v4 import new_markdown_cell, new_notebook

from galley.article.article import Identity, read_article
from galley.article.bibliography import Bibliography, BibliographyEntry
from galley.checks.citations import (
    reference_corrected,
    reference_doi_malformed,
    reference_doi_missing,
    reference_doubted,
    reference_incomplete,
    reference_preprint,
    reference_retracted,
)
from galley.checks.citations.reference_duplicate import sameness
from galley.checks.rule import CheckContext, Manuscript
from galley.findings import Finding
from galley.jupyterlab.citing.listing import cite

_RULES = (
    reference_retracted.RULE,
    reference_doubted.RULE,
    reference_corrected.RULE,
    reference_preprint.RULE,
    reference_doi_malformed.RULE,
    reference_doi_missing.RULE,
    reference_incomplete.RULE,
)


def remarks_on(entry: BibliographyEntry, file: str) -> tuple[Finding, ...]:
    """Return what a check would say of an article that cites a work, about that work alone.

    Parameters
    ----------
    file
        The bibliography to which it would be added; its form decides how fields are called.
    """
    notebook = new_notebook(cells=[new_markdown_cell(f"It is so [{cite(entry.key)}].", id="cell")])
    article = read_article(notebook, Identity("article.ipynb", "article"), known_keys=[entry.key])
    context = CheckContext(
        known_keys=[entry.key], work={entry.key: entry}.get, bibliography_file=file
    )
    manuscript = Manuscript(article, context)
    return tuple(finding for rule in _RULES for finding in rule.findings(manuscript))


def find_same(entry: BibliographyEntry, bibliography: Bibliography) -> dict[str, Any] | None:
    """Return the work of the bibliography that is the same, and by what that is seen."""
    return next(_same(entry, bibliography), None)


def _same(entry: BibliographyEntry, bibliography: Bibliography) -> Iterator[dict[str, Any]]:
    for other in bibliography.entries.values():
        why = _why_same(entry, other)
        if why:
            yield {"key": other.key, "cite": cite(other.key), "why": why}


def _why_same(one: BibliographyEntry, other: BibliographyEntry) -> str:
    if one.doi and one.doi.lower() == other.doi.lower():
        return "doi"
    if one.pmid and one.pmid == other.pmid:
        return "pmid"
    return "title" if sameness(one, other) else ""
