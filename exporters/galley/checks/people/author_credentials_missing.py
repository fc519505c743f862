"""An author of whom the page does not say what they are."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.people.bylines import authors_lacking, where_to_write
from galley.checks.people.titles import is_group
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find authors without credentials; a group of people needs none."""
    for person, place in authors_lacking("credentials", manuscript):
        if not is_group(person):
            yield Remark(
                place,
                f"the page does not say what makes {person.name} an expert",
                f"{where_to_write(person, 'credentials', 'MD, PhD')} Plain words do as "
                f'well, such as "physiotherapist" or "has lived with stroke since 2019".',
            )


RULE = Rule(
    id="author-credentials-missing",
    severity=Severity.WARNING,
    group=Group.PEOPLE,
    what="an author without credentials",
    why="A reader cannot judge whether the author knows the matter.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
