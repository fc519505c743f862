"""A figure that does not say what it is: data, a model, a schematic or made-up data."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Figure
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figures without an evidence class."""
    for block in manuscript.article.blocks:
        if isinstance(block, Figure) and block.evidence is None:
            yield Remark(
                Place(manuscript.article.file, block.cell_id),
                "this figure does not say whether it shows data, a model or a drawing",
                "write '#| evidence: data [@key]' (or model, schematic, synthetic) "
                "at the top of the cell.",
            )


RULE = Rule(
    id="figure-missing-evidence",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="a figure without an evidence class",
    why="A reader takes a drawing of an idea for a measurement.",
    harm=4,
    cost=Cost.SENTENCE,
    find=find,
)
