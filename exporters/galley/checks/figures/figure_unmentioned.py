"""A figure to which no sentence leads."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.figures.drawn import read_drawn
from galley.checks.figures.mentions import Mentions
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find labelled figures that the text never mentions; pages such as a gallery are exempt."""
    article, mentions = manuscript.article, Mentions(manuscript)
    if article.front_matter.kind == "page":
        return
    drawn = [each for each in read_drawn(manuscript) if each.labels]
    for each in drawn:
        if not mentions.has(each):
            yield _remark(each.place, each.labels[0])
    if not manuscript.context.is_executed:
        shown = {label for each in drawn for label in each.labels}
        for cell in article.code_cells:
            is_figure = cell.label.startswith("fig") and cell.label not in shown
            if is_figure and cell.label not in mentions.targets:
                yield _remark(Place(article.file, cell.cell_id), cell.label)


def _remark(place: Place, label: str) -> Remark:
    return Remark(
        place,
        f"no sentence mentions the figure '{label}'",
        f"write where a reader should look at it, for example: [](#{label}) shows that …",
    )


RULE = Rule(
    id="figure-unmentioned",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="a figure that no sentence mentions",
    why="A reader does not know when to look at it, nor what to look for.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
)
