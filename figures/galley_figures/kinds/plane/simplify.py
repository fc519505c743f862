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
    (start_x, start_y), (end_x, end_y) = line[first], line[last]
    along_x, along_y = end_x - start_x, end_y - start_y
    length_squared = along_x**2 + along_y**2 or math.inf  # two ends in one place have no inside
    number, distance = first, 0.0
    for i in range(first + 1, last):
        x, y = line[i]
        share = ((x - start_x) * along_x + (y - start_y) * along_y) / length_squared
        share = min(1.0, max(0.0, share))
        away = math.hypot(x - (start_x + share * along_x), y - (start_y + share * along_y))
        if away >= distance:
            number, distance = i, away
    return number, distance
