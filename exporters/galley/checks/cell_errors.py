"""An error among the stored outputs that the author did not ask for."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article, CellError
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity

RULE = "cell-error"


def check_cell_errors(article: Article, _context: CheckContext) -> Iterator[Finding]:
    """Find cells whose output is an error, unless the cell is tagged ``raises-exception``."""
    for block in article.blocks:
        if isinstance(block, CellError) and not block.is_intended:
            yield Finding(
                RULE,
                Severity.ERROR,
                Place(article.file, block.cell_id),
                f"this cell ends in an error: {block.name}: {block.message}",
                "mend the code and run the cell, or tag the cell 'raises-exception' "
                "if readers should see the error.",
            )
