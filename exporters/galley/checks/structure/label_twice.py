"""One label for two things."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Figure, Output
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find labels of code cells that another cell or the text has as well.

    Two alike in the text are noticed when it is read, under the same name.
    """
    article = manuscript.article
    taken = _labels_of_text(manuscript)
    for cell in article.code_cells:
        if cell.label and cell.label in taken:
            yield Remark(
                Place(article.file, cell.cell_id),
                f"the label '{cell.label}' names two things; references lead to the first",
                "give one of them another label.",
            )
        taken.add(cell.label)


def _labels_of_text(manuscript: Manuscript) -> set[str]:
    shown = {
        block.label: block.anchor
        for block in reversed(manuscript.article.blocks)
        if isinstance(block, Figure | Output) and block.label
    }
    labels = manuscript.article.labels
    return {name for name, label in labels.items() if shown.get(name) != label.anchor}


RULE = Rule(
    id="label-twice",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="two things with the same label",
    why="A reader is sent to the wrong figure, table or part.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
