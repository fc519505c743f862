"""An image without words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.pictures_and_links import tokens_with_places
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find Markdown images with nothing between the square brackets."""
    for token, place in tokens_with_places(manuscript):
        if token.type == "image" and not token.content.strip():
            yield Remark(
                place,
                f"the image '{token.attrs.get('src', '')}' has no alternative text",
                "write what it shows between the brackets: ![a hand on a table](hand.png).",
            )


RULE = Rule(
    id="image-missing-alt",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="an image without alternative text",
    why="Readers with a screen reader, or on a slow network, are told nothing.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
)
