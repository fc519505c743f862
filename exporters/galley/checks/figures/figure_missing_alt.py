"""A figure without words for readers who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Figure
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figures without an alternative text."""
    for block in manuscript.article.blocks:
        if isinstance(block, Figure) and not block.alt.strip():
            yield Remark(
                Place(manuscript.article.file, block.cell_id),
                "this figure has no alternative text, so a screen reader has nothing to say",
                "write '#| alt: what the figure shows' at the top of the cell.",
            )


RULE = Rule(
    id="figure-missing-alt",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="a figure without alternative text",
    why="Readers who cannot see the figure are told nothing.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
)
