"""An author of whom the page does not say where they work."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.people.bylines import authors_lacking, where_to_write
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find authors without an affiliation."""
    for person, place in authors_lacking("affiliation", manuscript):
        yield Remark(
            place,
            f"the page does not say where {person.name} works or belongs",
            f"{where_to_write(person, 'affiliation', 'St. Mary Hospital')} "
            f'"Independent" is an answer, too.',
        )


RULE = Rule(
    id="author-affiliation-missing",
    severity=Severity.WARNING,
    group=Group.PEOPLE,
    what="an author without an affiliation",
    why="A reader cannot see whose interests may stand behind the words.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
