"""Somebody's words, and nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.quoted import unattributed
from galley.findings import Severity

_SHOWN = 60


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find quotations without a name, a citation or a link beside them.

    Questions, titles, words named as words, labels of buttons, and what people say of themselves
    are no quotations in this sense.
    """
    for quotation in unattributed(manuscript.prose):
        yield Remark(
            quotation.place,
            f"nobody is named for the quotation '{_short(quotation.words)}'",
            "say whose words they are and cite the work, or say it in your own words "
            "without quotation marks.",
        )


def _short(words: str) -> str:
    if len(words) <= _SHOWN:
        return words
    return words[:_SHOWN].rsplit(" ", 1)[0] + " …"


RULE = Rule(
    id="quotation-without-source",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a quotation without its source",
    why="A reader cannot tell whether anybody said so, nor how much that weighs.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
