"""A cited work of which its journal has doubts."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.bibliography import NoticeKind
from galley.checks.citations.works import entry_place, named, used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited works with an expression of concern."""
    for entry in used_works(manuscript):
        notice = entry.notice
        if notice and notice.kind is NoticeKind.CONCERN:
            day = f" on {notice.date}" if notice.date else ""
            note = f" ({notice.note})" if notice.note else ""
            yield Remark(
                entry_place(manuscript, entry),
                f"{named(entry)} has an expression of concern{day}{note}",
                "read it, and rest the claim on another source or say that the work is doubted.",
            )


RULE = Rule(
    id="reference-doubted",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="a cited work of which its journal has doubts",
    why="A reader would trust what its journal doubts.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
