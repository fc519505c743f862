"""A drawing that looks like a measurement once it is copied out of the page."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article, Figure
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity

RULE = "figure-mark-missing"
_KINDS = {"schematic": "a schematic", "synthetic": "made-up data"}


def check_figure_mark(article: Article, _context: CheckContext) -> Iterator[Finding]:
    """Find plain drawings that are no measurement; the page marks them, the files do not."""
    for block in article.blocks:
        if not isinstance(block, Figure) or block.origin != "plain" or block.evidence is None:
            continue
        name = _KINDS.get(block.evidence.kind)
        if name:
            yield Finding(
                RULE,
                Severity.ADVICE,
                Place(article.file, block.cell_id),
                f"this figure shows {name}, but the picture itself does not say so; "
                "a copy of it will look like data",
                f"write '{block.evidence.kind}' into the drawing, or draw it with galley_figures.",
            )
