"""An axis of numbers that does not say of what, or in which unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from galley.article.model import DataTable, Figure
from galley.checks.figures.axes import AxesOfFigure, Axis, read_axes
from galley.checks.figures.units import lacks_unit
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_ENOUGH = 2


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Look at the axes that matplotlib drew, and at the columns behind an explanatory figure.

    Ages, times, doses and the like need a unit; a score or a ratio does not. Axes whose ticks are
    words or years are left alone, and so is a picture that is no SVG.
    """
    for block in manuscript.article.blocks:
        if not isinstance(block, Figure):
            continue
        place = Place(manuscript.article.file, block.cell_id)
        if block.origin == "plain":
            yield from _of_axes(read_axes(block.drawings.get("image/svg+xml", "")), place)
        elif block.data is not None:
            yield from _of_columns(block.data, place)


def _of_axes(read: AxesOfFigure, place: Place) -> Iterator[Remark]:
    measured = [axis for axis in read.axes if axis.is_of_numbers and not axis.is_of_years]
    bare = [axis for axis in measured if not axis.label]
    # With several panels, words beside them may stand for all.
    if bare and not (read.has_own_text and len(read.axes) > _ENOUGH):
        yield Remark(place, _bare_message(bare), _bare_fix(bare))
    labels = [axis.label for axis in measured if lacks_unit(axis.label, is_across=_is_x(axis))]
    if labels:
        yield Remark(
            place,
            f"{_listed(labels, 'the axis', 'the axes')} of this figure {_say(labels)} no unit",
            f"write the unit in brackets: '{labels[0]} (…)', for example (days), (mg) or (mV).",
        )


def _of_columns(table: DataTable, place: Place) -> Iterator[Remark]:
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in table.rows if row[number] is not None]
        is_measured = bool(cells) and all(isinstance(cell, int | float) for cell in cells)
        if is_measured and lacks_unit(column.replace("_", " ")):
            yield Remark(
                place,
                f"the column '{column}' of this figure's data names no unit",
                f"write the unit in brackets: '{column} (…)', for example (days), (mg) or (mV).",
            )


def _is_x(axis: Axis) -> bool:
    return axis.direction == "x"


def _bare_message(bare: list[Axis]) -> str:
    if len(bare) > 1:
        return f"{len(bare)} axes of this figure have numbers and no label"
    direction = "horizontal" if _is_x(bare[0]) else "vertical"
    return f"the {direction} axis of this figure has numbers and no label"


def _bare_fix(bare: list[Axis]) -> str:
    if _is_x(bare[0]):
        return "say what it counts, and in which unit: ax.set_xlabel('Time after stroke (days)')."
    return "say what it counts, and in which unit: ax.set_ylabel('Arm score (points)')."


def _listed(labels: Iterable[str], one: str, several: str) -> str:
    quoted = [f"'{label}'" for label in dict.fromkeys(labels)]
    return f"{one if len(quoted) == 1 else several} {' and '.join(quoted)}"


def _say(labels: Iterable[str]) -> str:
    return "names" if len(set(labels)) == 1 else "name"


RULE = Rule(
    id="axis-without-unit",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="an axis without a label or a unit",
    why="A reader cannot tell milliseconds from days, nor milligrams from grams.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
