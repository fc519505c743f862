"""How the frame of a plane is drawn: grid, axes, ticks and their words.

The artists' gids are ``grid``, ``x-axis``, ``y-axis``, ``x-tick``, ``y-tick``, ``x-title`` and
``y-title``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from galley_figures.kinds.plane.boxes import Box, Point
from galley_figures.kinds.plane.frame import LINE, SMALL, Frame
from galley_figures.style.canvas import rule, write_lines
from galley_figures.style.palette import colour

_OFF_WORDS: Final = 4
_ARROW: Final = 4
_BEYOND: Final = 7
"""How far the arrow of an axis without a scale runs on."""


def draw_frame(
    page: Axes, frame: Frame, *, words: Sequence[Box] = (), has_standing_lines: bool = False
) -> None:
    """Draw the grid, open where words stand, then both axes and what they measure."""
    _draw_grid(page, frame, words, has_standing_lines=has_standing_lines)
    _draw_x_axis(page, frame)
    _draw_y_axis(page, frame)
    for text, x, y, gid in (
        (frame.y_title, 12.0, frame.title_y, "y-title"),
        (frame.x_title, frame.plane.box.left, frame.x_title_y, "x-title"),
    ):
        _small(page, x, y, text, gid)


def _small(page: Axes, x: float, y: float, text: str, gid: str) -> None:
    write_lines(
        page, x, y, text, line_px=LINE, size_px=SMALL, colour_name="ink-soft", align="left", gid=gid
    )


def _draw_grid(page: Axes, frame: Frame, words: Sequence[Box], *, has_standing_lines: bool) -> None:
    box = frame.plane.box
    lines = [
        part
        for y in frame.y_lines
        if abs(y - box.bottom) > 1  # the x axis lies there
        for part in open_line(box.left, box.right, y, words)
    ]
    if has_standing_lines:
        turned = [_turned(word) for word in words]
        lines += [
            ((x, start[0]), (x, end[0]))
            for x in frame.x_lines
            for start, end in open_line(box.top, box.bottom, x, turned)
        ]
    draw_strokes(page, lines, gid="grid")


def _turned(box: Box) -> Box:
    """Swap across and down."""
    return Box(box.top, box.left, box.height, box.width)


def open_line(
    left: float, right: float, y: float, words: Sequence[Box]
) -> tuple[tuple[Point, Point], ...]:
    """Return the parts of a lying line that are left where no words stand on it.

    >>> open_line(0, 100, 5, [Box(20, 0, 10, 10)])
    (((0, 5), (16, 5)), ((34, 5), (100, 5)))
    """
    holes = sorted(
        (word.left - _OFF_WORDS, word.right + _OFF_WORDS)
        for word in words
        if word.top - 1 < y < word.bottom + 1
    )
    parts: list[tuple[Point, Point]] = []
    start = left
    for hole_left, hole_right in holes:
        if hole_left > start:
            parts.append(((start, y), (min(hole_left, right), y)))
        start = max(start, hole_right)
    if start < right:
        parts.append(((start, y), (right, y)))
    return tuple(parts)


def draw_strokes(page: Axes, lines: Sequence[tuple[Point, Point]], *, gid: str) -> None:
    """Draw many hairlines as one path."""
    if not lines:
        return
    points = [point for line in lines for point in line]
    page.add_patch(
        PathPatch(
            Path(points, [Path.MOVETO, Path.LINETO] * len(lines)),
            facecolor="none",
            edgecolor=colour("hairline"),
            lw=0.75,
            gid=gid,
            clip_on=False,
            zorder=0.5,
        )
    )


def _draw_x_axis(page: Axes, frame: Frame) -> None:
    box = frame.plane.box
    tip = (box.right + (_BEYOND if frame.is_schematic else 0), box.bottom)
    rule(page, (box.left, tip[0]), (box.bottom, box.bottom), gid="x-axis")
    if frame.is_schematic:
        rule(page, *_arrow(tip, (-_ARROW, -_ARROW), (-_ARROW, _ARROW)), gid="x-arrow")
    for tick in frame.x_ticks:
        rule(page, (tick.place, tick.place), (box.bottom, box.bottom + 4), gid="x-tick")
        write_lines(
            page,
            tick.middle,
            box.bottom + 17 + LINE * tick.row,
            tick.text,
            line_px=LINE,
            size_px=SMALL,
            colour_name="ink-soft",
            align="center",
            gid="x-tick-word",
        )


def _draw_y_axis(page: Axes, frame: Frame) -> None:
    box = frame.plane.box
    if frame.is_schematic:
        tip = (box.left, box.top - _BEYOND)
        rule(page, (box.left, box.left), (tip[1], box.bottom), gid="y-axis")
        rule(page, *_arrow(tip, (-_ARROW, _ARROW), (_ARROW, _ARROW)), gid="y-arrow")
    for tick in frame.y_ticks:
        lines = tick.text.count("\n")
        write_lines(
            page,
            box.left - 8,
            tick.middle + 4 - LINE * lines / 2,
            tick.text,
            line_px=LINE,
            size_px=SMALL,
            colour_name="ink-soft",
            align="right",
            gid="y-tick-word",
        )


def _arrow(
    tip: Point, one: Point, other: Point
) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Return the x and y of a small open arrowhead."""
    x, y = tip
    return (x + one[0], x, x + other[0]), (y + one[1], y, y + other[1])
