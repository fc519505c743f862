"""A drawing that looks like a measurement once it is copied out of the page."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Figure
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_KINDS = {"schematic": "a schematic", "synthetic": "made-up data"}


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find plain drawings that are no measurement; the page marks them, the files do not."""
    for block in manuscript.article.blocks:
        if not isinstance(block, Figure) or block.origin != "plain" or block.evidence is None:
            continue
        name = _KINDS.get(block.evidence.kind)
        if name:
            yield Remark(
                Place(manuscript.article.file, block.cell_id),
                f"this figure shows {name}, but the picture itself does not say so; "
                "a copy of it will look like data",
                f"write '{block.evidence.kind}' into the drawing, or draw it with galley_figures.",
            )


RULE = Rule(
    id="figure-mark-missing",
    severity=Severity.ADVICE,
    group=Group.FIGURES,
    what="a schematic or made-up data without a mark in the drawing",
    why="Copied out of the page, the drawing is taken for a measurement.",
    harm=3,
    cost=Cost.WORK,
    find=find,
)
