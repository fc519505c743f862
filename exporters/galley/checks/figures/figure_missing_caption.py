"""A figure without a caption: a reader sees shapes and is not told what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Figure
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figures without a caption."""
    for block in manuscript.article.blocks:
        if isinstance(block, Figure) and not block.caption:
            yield Remark(
                Place(manuscript.article.file, block.cell_id),
                "this figure has no caption",
                "write '#| caption: one sentence that says what to see' at the top of the cell.",
            )


RULE = Rule(
    id="figure-missing-caption",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="a figure without a caption",
    why="A reader sees shapes and is not told what to see in them.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
)
