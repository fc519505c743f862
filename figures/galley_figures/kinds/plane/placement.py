"""Finds places for labels beside their points: no label over another, none over a line.

wishes = [candidates_around((120, 80), width=64, height=16), ...]
place(wishes, bounds=Box(0, 0, 350, 300), taken=dots, marks=along(curve))
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from galley_figures.kinds.plane.boxes import NO_POINTS, Box, Cloud, Point, along, nearest_px

# Eighths of a turn in the order in which a reader finds a label: right, left, above, below, then
# those between.
_DIRECTIONS: Final = (0.0, 4.0, 6.0, 2.0, 7.0, 1.0, 5.0, 3.0)
_FINER: Final = tuple(eighth / 3 for eighth in range(24) if eighth % 3)
DISTANCES: Final = (4.5, 16.0, 30.0, 46.0, 66.0, 91.0, 121.0, 156.0)
"""From a point's mark to its label, in the order in which they are tried."""

DOT_RADIUS: Final = 3.5
"""Of a usual mark."""

_STRAIGHT: Final = 0.3
_LEADER_FROM_PX: Final = 8
_FROM_MARK_PX: Final = 2.5
_TO_LABEL_PX: Final = 3
_OFF_LINES_PX: Final = 2


@dataclass(frozen=True)
class Candidate:
    """A place that a label could take, with the thin line that would lead to it from its point."""

    box: Box
    leader: tuple[Point, Point] | None = None


def candidates_around(
    anchor: Point,
    *,
    width: float,
    height: float,
    distances: Sequence[float] = DISTANCES,
    radius: float = DOT_RADIUS,
    is_crowded: bool = False,
) -> tuple[Candidate, ...]:
    """Return places around a point, the nearest first; farther ones with a leader.

    Parameters
    ----------
    radius
        Of the point's mark, from whose edge distances count.
    is_crowded
        Whether to look in three times as many directions.
    """
    directions = (*_DIRECTIONS, *_FINER) if is_crowded else _DIRECTIONS
    return tuple(
        _candidate(anchor, (width, height), direction, distance, radius)
        for distance in distances
        for direction in directions
    )


def _candidate(
    anchor: Point, size: tuple[float, float], direction: float, distance: float, radius: float
) -> Candidate:
    turn = direction * math.tau / 8
    across, down = round(math.cos(turn), 9), round(math.sin(turn), 9)

    def away(px: float) -> Point:
        return anchor[0] + across * px, anchor[1] + down * px

    (width, height), near = size, away(radius + distance)
    left = near[0] - width * (1 - _side(across)) / 2
    top = near[1] - height * (1 - _side(down)) / 2
    box = Box(left, top, width, height)
    if distance <= _LEADER_FROM_PX:
        return Candidate(box)
    leader = (away(radius + _FROM_MARK_PX), away(radius + distance - _TO_LABEL_PX))
    return Candidate(box, leader)


def _side(value: float) -> int:
    """Return whether a label lies before, over or after its point, in one direction."""
    return (value > _STRAIGHT) - (value < -_STRAIGHT)


def place(
    wishes: Sequence[Sequence[Candidate]],
    *,
    bounds: Box,
    taken: Sequence[Box] = (),
    marks: Cloud = NO_POINTS,
    gap: float = 3,
    leaders_may_cross: bool = False,
) -> tuple[Candidate | None, ...]:
    """Choose a candidate for each label, first for the label that has the fewest left.

    Parameters
    ----------
    wishes
        For each label its candidates, the best first.
    bounds
        What labels stay inside.
    taken
        Boxes that labels and leaders keep off, such as other words.
    marks
        Points that labels keep off, such as those along a curve or around a dot.
    gap
        How far labels stay from one another and from everything else.
    leaders_may_cross
        Whether a leader may run across the marks; it never runs through a taken box.

    Returns
    -------
    tuple of Candidate or None
        None for a label that has no free place.
    """
    lines = NO_POINTS if leaders_may_cross else marks
    free = {
        number: [
            c
            for c in wish
            if c.box.lies_in(bounds)
            and c.box.distance_to(marks) >= gap
            and _is_free(c, taken, lines, gap)
        ]
        for number, wish in enumerate(wishes)
    }
    chosen: dict[int, Candidate | None] = {}
    while free:
        number = min(free, key=lambda key: (len(free[key]), key))
        best = next(iter(free.pop(number)), None)
        chosen[number] = best
        if best is not None:
            boxes, line = [best.box], along(best.leader or ())
            free = {
                other: [
                    c
                    for c in wish
                    if c.box.distance_to(line) >= gap and _is_free(c, boxes, line, gap)
                ]
                for other, wish in free.items()
            }
    return tuple(chosen[number] for number in range(len(wishes)))


def _is_free(candidate: Candidate, taken: Sequence[Box], lines: Cloud, gap: float) -> bool:
    """Return whether the box keeps off others, and its leader off them and off lines."""
    if any(candidate.box.overlaps(box, gap=gap) for box in taken):
        return False
    if candidate.leader is None:
        return True
    leader = along(candidate.leader)
    return (
        all(box.distance_to(leader) > 1 for box in taken)
        and nearest_px(leader, lines) >= _OFF_LINES_PX
    )
