"""Fewer points for the same line (Ramer, Douglas and Peucker), so that a drawing stays small."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from galley_figures.kinds.plane.boxes import Point

TOLERANCE_PX: Final = 0.1
"""No eye sees a line move by a tenth of a px."""


def simplified(line: Sequence[Point], *, tolerance_px: float = TOLERANCE_PX) -> tuple[Point, ...]:
    """Return the points without which a line would move by more than a tolerance.

    Both ends stay. Every point left out lies within the tolerance of the line that remains.

    >>> simplified([(0, 0), (1, 0.01), (2, 0)])
    ((0, 0), (2, 0))
    """
    if len(line) < 3:  # noqa: PLR2004 - nothing lies between two ends
        return tuple(line)
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = _farthest(line, first, last)
        if distance > tolerance_px:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(line[i] for i in sorted(kept))


def _farthest(line: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """Return the point between two others that is farthest from the line that joins them."""
    inside = range(first + 1, last)
    distances = [(_distance(line[i], line[first], line[last]), i) for i in inside]
    distance, number = max(distances, default=(0.0, first))
    return number, distance


def _distance(point: Point, start: Point, end: Point) -> float:
    length_squared = (end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2
    if length_squared == 0:
        return math.dist(point, start)
    along = (point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (
        end[1] - start[1]
    )
    share = min(1.0, max(0.0, along / length_squared))
    foot = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    return math.dist(point, foot)
