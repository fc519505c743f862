"""Many people in few bytes: all heads of one colour are one path, and so are all bodies.

A person is a dot over an upright stroke with round ends. An outlined person is the same, with a
smaller one in the page's colour on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from galley_figures.style.marks import Point, dots
from galley_figures.style.palette import ColourName, colour

HEAD: Final = 6.4
"""Diameter of a person's head."""
BODY: Final = 9.0
"""Width of a person's body."""
PERSON_HEIGHT: Final = 18.4
_BODY_TOP: Final = HEAD + 1
_OUTLINE: Final = 1.2
_BLOCK: Final = 10


@dataclass(frozen=True)
class Grid:
    """Places in blocks of ten by ten, filled row by row, block after block.

    Attributes
    ----------
    step_x, step_y
        From one place to the next.
    gap
        What is added between blocks.
    blocks_across
        How many blocks stand side by side.
    half_gap
        What is added in the middle of a block, so that fives can be seen.
    """

    step_x: float
    step_y: float
    gap: float = 0
    blocks_across: int = 1
    half_gap: float = 0

    def place(self, number: int) -> Point:
        """Return the place of one of the people, counted from 0."""
        block, inside = divmod(number, _BLOCK * _BLOCK)
        block_row, block_column = divmod(block, self.blocks_across)
        row, column = divmod(inside, _BLOCK)
        return (
            block_column * (_BLOCK * self.step_x + self.gap) + self._along(column, self.step_x),
            block_row * (_BLOCK * self.step_y + self.gap) + self._along(row, self.step_y),
        )

    def _along(self, number: int, step: float) -> float:
        return number * step + (self.half_gap if number >= _BLOCK // 2 else 0)


@dataclass(frozen=True)
class Look:
    """How some of the people look.

    Attributes
    ----------
    gid
        Of their artist; ``gid-head`` and ``gid-inside`` are its further parts.
    """

    gid: str
    colour_name: ColourName
    is_filled: bool


def draw_people(page: Axes, tops: Sequence[Point], look: Look) -> None:
    """Draw people by the tops of their heads."""
    _bodies(page, tops, BODY, look.colour_name, look.gid)
    _heads(page, tops, HEAD, look.colour_name, f"{look.gid}-head")
    if not look.is_filled:
        _bodies(page, tops, BODY - 2 * _OUTLINE, "paper", f"{look.gid}-inside")
        _heads(page, tops, HEAD - 2 * _OUTLINE, "paper", f"{look.gid}-inside")


def _heads(
    page: Axes, tops: Sequence[Point], width: float, colour_name: ColourName, gid: str
) -> None:
    middles = [(x, y + HEAD / 2) for x, y in tops]
    dots(page, middles, diameter=width, colour_name=colour_name, gid=gid)


def _bodies(
    page: Axes, tops: Sequence[Point], width: float, colour_name: ColourName, gid: str
) -> None:
    top, bottom = _BODY_TOP + BODY / 2, PERSON_HEIGHT - BODY / 2
    strokes = [((x, y + top), (x, y + bottom)) for x, y in tops]
    _strokes(page, strokes, width, colour_name, gid)


def draw_dots(
    page: Axes, grid: Grid, origin: Point, numbers: range, look: Look, *, diameter: float
) -> None:
    """Draw people of a grid as dots; each row of ten is one dotted stroke."""
    runs = [
        (_moved(grid.place(first), origin), _moved(grid.place(last), origin))
        for first, last in _runs(numbers)
    ]
    _dotted(page, runs, grid.step_x, (diameter, look.colour_name), look.gid)
    if not look.is_filled:
        inside = diameter - 2 * min(_OUTLINE, diameter / 5)
        _dotted(page, runs, grid.step_x, (inside, "paper"), f"{look.gid}-inside")


def _runs(numbers: range) -> Iterator[tuple[int, int]]:
    """Cut numbers into the first and the last of each row of ten."""
    for row in range(numbers.start // _BLOCK, -(-numbers.stop // _BLOCK)):
        first, last = row * _BLOCK, (row + 1) * _BLOCK - 1
        yield max(first, numbers.start), min(last, numbers.stop - 1)


def _moved(place: Point, origin: Point) -> Point:
    return place[0] + origin[0], place[1] + origin[1]


def _dotted(
    page: Axes,
    runs: Sequence[tuple[Point, Point]],
    step: float,
    paint: tuple[float, ColourName],
    gid: str,
) -> None:
    # A dash this short is only its round ends, and the stroke is longer by as much, so that its
    # last dot is never rounded away.
    dot, (width, colour_name) = 0.02, paint
    strokes = [((x0, y0), (x1 + dot, y1)) for (x0, y0), (x1, y1) in runs]
    patch = _strokes(page, strokes, width, colour_name, gid)
    patch.set_linestyle((0, (dot / width, (step - dot) / width)))


def _strokes(
    page: Axes,
    strokes: Sequence[tuple[Point, Point]],
    width: float,
    colour_name: ColourName,
    gid: str,
) -> PathPatch:
    vertices = [point for stroke in strokes for point in stroke]
    patch = PathPatch(
        Path(vertices, [Path.MOVETO, Path.LINETO] * len(strokes)),
        facecolor="none",
        edgecolor=colour(colour_name),
        lw=width,
        capstyle="round",
        gid=gid,
        clip_on=False,
        snap=False,  # on whole pixels the last dot of a row would not be painted
    )
    page.add_patch(patch)
    return patch
