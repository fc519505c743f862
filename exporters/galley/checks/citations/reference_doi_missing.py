"""An article in a journal without its DOI."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.works import (
    ARTICLES,
    entry_place,
    field_words,
    named,
    says_without,
    typed_list,
    used_works,
)
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited journal articles without a DOI, unless their entry says why."""
    field = partial(field_words, manuscript)
    for entry in used_works(manuscript):
        if _lacks_doi(entry):
            yield Remark(
                entry_place(manuscript, entry),
                f"{named(entry)} has no DOI",
                f"look it up at search.crossref.org and add it as {field('doi', '…')}; "
                f"if there is none, write {field('note', 'no DOI')}.",
            )
    for work in typed_list(manuscript).works:
        if work.is_article and not work.doi:
            yield Remark(
                work.place,
                f"'{work.name}' in the list of references has no DOI",
                "put the work into references.bib with its DOI and cite it as [@key]; "
                "the list is then made by itself.",
            )


def _lacks_doi(entry: BibliographyEntry) -> bool:
    is_article = entry.kind in ARTICLES and bool(entry.journal)
    return is_article and not (entry.doi or entry.pmid or says_without(entry.note, "DOI"))


RULE = Rule(
    id="reference-doi-missing",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="a journal article without its DOI",
    why="A reader cannot reach the source with one click.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
