"""A cited work that was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.bibliography import NoticeKind
from galley.checks.citations.works import entry_place, named, used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited works with a correction."""
    for entry in used_works(manuscript):
        notice = entry.notice
        if notice and notice.kind is NoticeKind.CORRECTION:
            day = f" on {notice.date}" if notice.date else ""
            note = f" ({notice.note})" if notice.note else ""
            yield Remark(
                entry_place(manuscript, entry),
                f"{named(entry)} was corrected{day}{note}",
                "read the correction and see whether your numbers still hold.",
            )


RULE = Rule(
    id="reference-corrected",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="a cited work that was corrected",
    why="A number may have been put right since.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
