"""An article whose day of review lies behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from galley.article.front_matter import FrontMatter
from galley.checks.dated_rule import DatedRule
from galley.checks.rule import Cost, Group, Remark
from galley.findings import Place, Severity


def find(front_matter: FrontMatter, place: Place, today: date) -> Iterator[Remark]:
    """Find a day of review that is there; from then on readers are told so, too."""
    day = front_matter.review_by
    # What was withdrawn needs no review.
    if day is None or day > today or front_matter.withdrawn:
        return
    yield Remark(
        place,
        # How long ago would be another message each day, and no build is without changes then.
        f"the article was to be reviewed by {day.isoformat()}, and that day has come",
        "Read it and its sources again, write what you changed under changes:, "
        "and set a new review_by:",
    )


RULE = DatedRule(
    id="review-passed",
    severity=Severity.WARNING,
    group=Group.PEOPLE,
    what="an article whose day of review has passed",
    why="What was true when it was written may have been found wrong since.",
    harm=3,
    cost=Cost.WORK,
    find=find,
)
