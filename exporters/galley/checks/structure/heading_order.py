"""Headings that skip a level, and a second title."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.heading_tokens import WrittenHeading, read_headings
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find first-level headings in the body, told once, and headings deeper than their place."""
    headings = tuple(read_headings(manuscript))
    firsts = [heading for heading in headings if heading.level == 1]
    if firsts:
        yield _second_title(firsts)
    above = 1
    for heading in headings:
        if heading.level > above + 1:
            yield Remark(
                heading.place,
                f"the heading '{heading.text}' skips a level: "
                f"it has {heading.level} signs, where {above + 1} would follow",
                f"write '{'#' * (above + 1)} {heading.text}'.",
            )
        above = heading.level


def _second_title(firsts: list[WrittenHeading]) -> Remark:
    first = firsts[0]
    others = len(firsts) - 1
    more = f", and {others} more like it" if others else ""
    return Remark(
        first.place,
        f"'# {first.text}' is a heading of the first level, which is the page's title alone{more}",
        f"write '## {first.text}'; the headings under it take one more # each.",
    )


RULE = Rule(
    id="heading-order",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a heading of the wrong level",
    why="Whoever moves by headings, as with a screen reader, takes the gap for a missing part.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
