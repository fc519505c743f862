"""An article that does not say who paid for it."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.people.bylines import place_of
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find articles without a word about funding; a page such as "About" needs none."""
    front_matter = manuscript.article.front_matter
    # Without any front matter that is the one thing to say.
    if not manuscript.context.has_front_matter or front_matter.kind == "page":
        return
    if not front_matter.funding:
        yield Remark(
            place_of(("funding",), manuscript),
            "the article does not say who paid for it",
            "Add a sentence to the front matter, or write funding: none",
        )


RULE = Rule(
    id="funding-missing",
    severity=Severity.ADVICE,
    group=Group.PEOPLE,
    what="an article that does not say who paid for it",
    why="A reader cannot tell whether somebody gains from what it says.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
