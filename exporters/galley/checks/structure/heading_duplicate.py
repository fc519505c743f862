"""Two headings with the same words in one part."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.heading_tokens import read_headings
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find headings that repeat one under the same heading; "Risks" may stand in several parts."""
    seen: set[tuple[str, ...]] = set()
    path: list[tuple[int, str]] = []
    for heading in read_headings(manuscript):
        while path and path[-1][0] >= heading.level:
            path.pop()
        path.append((heading.level, heading.text.casefold()))
        words = tuple(text for _, text in path)
        if words in seen:
            yield Remark(
                heading.place,
                f"a second heading '{heading.text}' in the same part",
                "say in each heading what is only there, or put the two parts together.",
            )
        seen.add(words)


RULE = Rule(
    id="heading-duplicate",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="two headings with the same words",
    why="In the contents and when following a link, a reader cannot tell the two parts apart.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
