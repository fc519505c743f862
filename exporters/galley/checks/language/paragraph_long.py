"""A paragraph that fills more than a screen."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.language.readability import running_text, words_of
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

MOST_WORDS = 150
"""About as many as a phone shows at once."""


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find long paragraphs."""
    for passage in running_text(manuscript):
        length = len(words_of(passage.text))
        if length > MOST_WORDS:
            yield Remark(
                passage.place,
                f"this paragraph has {length} words, more than a phone shows at once",
                "begin a new paragraph where a new thought begins.",
            )


RULE = Rule(
    id="paragraph-long",
    severity=Severity.ADVICE,
    group=Group.LANGUAGE,
    what="a long paragraph",
    why="On a phone it is a wall of words, in which nothing is found again.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
