"""Letters behind a name that only insiders can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.people.titles import unexplained_titles
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_IN_BRACKETS = re.compile(r"\(([A-Z]{2,6})\)|\b([A-Z]{2,6})\s\((?=[^)]*[a-z]{3})")


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find letters that are neither well known nor explained in biography, text or glossary."""
    front_matter = manuscript.article.front_matter
    people = dict.fromkeys((*front_matter.authors, *front_matter.reviewers))
    if not any(person.credentials for person in people):
        return
    explained = _explained(manuscript)
    for person in people:
        for letters in unexplained_titles(person.credentials, explained):
            yield Remark(
                Place(manuscript.article.file),
                f"a reader cannot know what {letters} behind the name of {person.name} means",
                f"write it out where the credentials are: {letters} (its long form).",
            )


def _explained(manuscript: Manuscript) -> set[str]:
    front_matter = manuscript.article.front_matter
    people = (*front_matter.authors, *front_matter.reviewers)
    texts = [person.bio for person in people] + [each.text for each in manuscript.passages]
    found = (match for text in texts for match in _IN_BRACKETS.finditer(text))
    return {match[1] or match[2] for match in found} | set(manuscript.context.abbreviations)


RULE = Rule(
    id="credentials-unexplained",
    severity=Severity.ADVICE,
    group=Group.PEOPLE,
    what="letters behind a name that are not explained",
    why="A title that nobody can look up says nothing, or more than it should.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
