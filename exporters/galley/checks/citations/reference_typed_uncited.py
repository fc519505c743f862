"""A work in a typed list of references that the text never mentions."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.names import is_same_family
from galley.checks.citations.typed_list import ListedWork
from galley.checks.citations.works import typed_citations, typed_list
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find works of a typed list that no citation in the text is about."""
    works = typed_list(manuscript).works
    mentioned = [work for found in typed_citations(manuscript) for work in found.listed]
    for work in works:
        if work not in mentioned and not _is_cited(work, manuscript):
            yield Remark(
                work.place,
                f"'{work.name}' stands in the list of references, and the text never cites it",
                "cite it in the sentence that rests on it, or take it off the list.",
            )


def _is_cited(work: ListedWork, manuscript: Manuscript) -> bool:
    return any(
        entry.year == work.year and is_same_family(work.authors[0], entry.authors[0])
        for entry in manuscript.cited_works
        if entry.authors
    )


RULE = Rule(
    id="reference-typed-uncited",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="a listed work that the text never cites",
    why="The list promises evidence that nothing in the text rests on.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
)
