"""A figure that the text can neither name nor lead to."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.figures.drawn import read_drawn
from galley.checks.figures.mentions import Mentions
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find numbered figures without a label that no sentence mentions in another way."""
    if manuscript.article.front_matter.kind == "page":
        return
    mentions = Mentions(manuscript)
    for drawn in read_drawn(manuscript):
        if drawn.is_figure and drawn.number and not drawn.labels and not mentions.has(drawn):
            yield Remark(
                drawn.place,
                "no sentence mentions this figure, and it has no label to mention it by",
                _FIX_IN_CODE if not drawn.address else _FIX_IN_TEXT,
            )


_FIX_IN_CODE = (
    "write '#| label: fig-window' at the top of the cell, and [](#fig-window) in a sentence."
)
_FIX_IN_TEXT = "write '(fig-window)=' on the line above it, and [](#fig-window) in a sentence."

RULE = Rule(
    id="figure-missing-label",
    severity=Severity.ADVICE,
    group=Group.FIGURES,
    what="a figure without a label that no sentence mentions",
    why="A reader does not know when to look at it, nor what to look for.",
    harm=1,
    cost=Cost.SENTENCE,
    find=find,
)
