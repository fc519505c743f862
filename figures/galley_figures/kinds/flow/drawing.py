"""How a flow is drawn: boxes by kind, arrows with rounded corners, answers at their heads.

The artists' gids are ``box``, ``bar`` (of a caution), ``arrows``, ``arrow-heads``, ``words`` and
``answer``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from galley_figures.kinds.flow.answers import LINE as ANSWER_LINE
from galley_figures.kinds.flow.answers import SIZE as ANSWER_SIZE
from galley_figures.kinds.flow.boxes import BAR, LINE, PAD
from galley_figures.kinds.flow.plan import plan_flow
from galley_figures.kinds.flow.sheet import PlacedAnswer, PlacedArrow, PlacedBox
from galley_figures.kinds.flow.spec import Flow, Step
from galley_figures.kinds.meanings import COLOURS, TINTS
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, box, new_figure, page_area, write, write_lines
from galley_figures.style.marks import Point
from galley_figures.style.palette import ColourName, colour

_TURN: Final = 5.0
_HEAD_LENGTH: Final = 7.0
_HEAD_WIDTH: Final = 7.0
_LINE_COLOUR: Final[ColourName] = "ink-muted"


def draw_flow(flow: Flow, layout: Layout, lang: Lang) -> Figure:
    """Draw the arrows, the boxes over their ends, and the answers."""
    plan = plan_flow(flow, layout, lang)
    figure = new_figure(layout, height_px=plan.height)
    page = page_area(figure)
    _draw_arrows(page, plan.arrows)
    for placed in plan.boxes:
        _draw_box(page, placed, flow.steps[placed.step])
    for answer in plan.answers:
        _draw_answer(page, answer)
    return figure


def _draw_arrows(page: Axes, arrows: Sequence[PlacedArrow]) -> None:
    """Draw all lines as one path, so that shared ones are not drawn darker, and all heads."""
    if not arrows:
        return
    lines = [_rounded((*arrow.points[:-1], _neck(arrow.points))) for arrow in arrows]
    line_patch = PathPatch(
        Path.make_compound_path(*lines),
        facecolor="none",
        edgecolor=colour(_LINE_COLOUR),
        lw=1.3,
        gid="arrows",
        clip_on=False,
    )
    heads = dict.fromkeys(_head(arrow.points) for arrow in arrows)
    head_patch = PathPatch(
        Path.make_compound_path(*(Path([*head, head[0]], closed=True) for head in heads)),
        facecolor=colour(_LINE_COLOUR),
        lw=0,
        gid="arrow-heads",
        clip_on=False,
    )
    page.add_patch(line_patch)
    page.add_patch(head_patch)


def _neck(points: Sequence[Point]) -> Point:
    """Return where an arrow's line ends and its head begins."""
    tip, (along_x, along_y) = points[-1], _direction(points[-2], points[-1])
    return tip[0] - along_x * _HEAD_LENGTH, tip[1] - along_y * _HEAD_LENGTH


def _head(points: Sequence[Point]) -> tuple[Point, ...]:
    along_x, along_y = _direction(points[-2], points[-1])
    (x, y), half = _neck(points), _HEAD_WIDTH / 2
    return (
        points[-1],
        (x - along_y * half, y - along_x * half),
        (x + along_y * half, y + along_x * half),
    )


def _direction(one: Point, two: Point) -> Point:
    length = abs(two[0] - one[0]) + abs(two[1] - one[1])
    return (two[0] - one[0]) / length, (two[1] - one[1]) / length


def _rounded(points: Sequence[Point]) -> Path:
    """Return a line through points whose turns are rounded."""
    vertices, codes = [points[0]], [Path.MOVETO]
    for before, turn, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(_TURN, _distance(before, turn) / 2, _distance(turn, after) / 2)
        (back_x, back_y), (on_x, on_y) = _direction(turn, before), _direction(turn, after)
        vertices += [
            (turn[0] + back_x * reach, turn[1] + back_y * reach),
            turn,
            (turn[0] + on_x * reach, turn[1] + on_y * reach),
        ]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*vertices, points[-1]], [*codes, Path.LINETO])


def _distance(one: Point, two: Point) -> float:
    return abs(one[0] - two[0]) + abs(one[1] - two[1])


def _draw_box(page: Axes, placed: PlacedBox, step: Step) -> None:
    fill, edge, width = _look(step)
    patch = Polygon(
        placed.corners,
        facecolor=colour(fill),
        edgecolor=colour(edge),
        lw=width,
        gid="box",
        clip_on=False,
    )
    page.add_patch(patch)
    if step.kind == "caution":
        box(page, placed.left, placed.top, BAR, placed.height, fill="caution", gid="bar")
    y = placed.top + PAD + 8.5
    middle = placed.left + placed.width / 2 + (BAR / 2 if step.kind == "caution" else 0)
    for line in placed.lines:
        write(
            page,
            middle,
            y,
            line.text,
            size_px=line.size_px,
            colour_name=line.colour_name,
            weight=line.weight,
            align="center",
            gid="words",
        )
        y += LINE


def _look(step: Step) -> tuple[ColourName, ColourName, float]:
    """Return fill, edge and the edge's width of a box."""
    if step.kind == "caution":
        return "caution-tint", "caution", 1
    if step.kind == "decision":
        fill: ColourName = "paper" if step.meaning == "neutral" else TINTS[step.meaning]
        return fill, COLOURS[step.meaning], 1.5
    return TINTS[step.meaning], COLOURS[step.meaning], 2 if step.kind == "stop" else 1


def _draw_answer(page: Axes, answer: PlacedAnswer) -> None:
    write_lines(
        page,
        answer.x,
        answer.y,
        "\n".join(answer.lines),
        line_px=ANSWER_LINE,
        size_px=ANSWER_SIZE,
        colour_name="ink-soft",
        align="right" if answer.is_right_aligned else "left",
        gid="answer",
    )
