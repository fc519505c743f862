"""An error among the stored outputs that the author did not ask for."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import CellError
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_LONGEST = 200


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cells whose output is an error, unless the cell is tagged ``raises-exception``."""
    article = manuscript.article
    for block in article.blocks:
        if isinstance(block, CellError) and not block.is_intended:
            yield Remark(
                Place(article.file, block.cell_id),
                f"this cell ends in an error: {block.name}: {_first_line(block.message)}",
                "mend the code and run the cell, or tag the cell 'raises-exception' "
                "if readers should see the error.",
            )


def _first_line(message: str) -> str:
    """Leave out what some libraries write below it, a page long."""
    line = next(iter(message.strip().splitlines()), "")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


RULE = Rule(
    id="cell-error",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="an error message where a figure or a result should be",
    why="A reader sees a fault of the code in place of what the text promises.",
    harm=3,
    cost=Cost.WORK,
    find=find,
)
