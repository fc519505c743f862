"""A citation typed as words, of a work that the bibliography has."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import typed_citations
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find typed citations that could be real ones."""
    for found in typed_citations(manuscript):
        if found.entries:
            keys = [entry.key for entry in found.entries]
            several = f" (or {', '.join(f'[@{key}]' for key in keys[1:])})" if keys[1:] else ""
            yield Remark(
                found.sentence.place,
                f"'{found.typed.text}' is typed as words, so it leads to no reference",
                f"write [@{keys[0]}]{several} in place of the words in brackets; "
                f"@{keys[0]} without brackets puts the names into the sentence.",
            )


RULE = Rule(
    id="citation-typed-known",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="a citation typed as words of a work that the bibliography has",
    why="A reader cannot go from the words to the work, which the list of references leaves out.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
