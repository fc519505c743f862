"""An article that says it was reviewed or changed on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from galley.article.front_matter import FrontMatter
from galley.checks.dated_rule import DatedRule
from galley.checks.rule import Cost, Group, Remark
from galley.findings import Place, Severity


def find(front_matter: FrontMatter, place: Place, today: date) -> Iterator[Remark]:
    """Find days of what has been done that lie ahead; a date to be published on may."""
    for name in ("reviewed", "updated"):
        day: date | None = getattr(front_matter, name)
        if day is not None and day > today:
            yield Remark(
                place,
                f"'{name}' is {day.isoformat()}, and that day has not come",
                f"Write the day on which it was done under {name}:, or leave it out until then.",
            )


RULE = DatedRule(
    id="day-ahead",
    severity=Severity.WARNING,
    group=Group.PEOPLE,
    what="a review or a change on a day that has not come",
    why="A reader who sees it trusts the other dates no more.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
