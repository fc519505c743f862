"""Words or numbers beside dots, off every line; where it is crowded, leaders cross lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from galley_figures.kinds.plane.boxes import NO_POINTS, Box, Cloud, Point
from galley_figures.kinds.plane.placement import DISTANCES, DOT_RADIUS, candidates_around, place
from galley_figures.kinds.plane.words import Label, PlacedWords

_OFF_LINES: Final = 4
_CORNERS: Final = 8
_NEAR: Final = DISTANCES[:4]
"""How far words are led across lines, before numbers take their place."""


@dataclass(frozen=True)
class FreeRoom:
    """Where words may stand, and what they keep off.

    Attributes
    ----------
    taken
        Other words; no leader runs through them.
    marks
        Points along lines and dots; where it is crowded, leaders may cross them.
    radius
        Of the marks that are named.
    """

    bounds: Box
    taken: tuple[Box, ...]
    marks: Cloud
    radius: float = DOT_RADIUS


def dots_cloud(places: Sequence[Point], *, radius: float = DOT_RADIUS) -> Cloud:
    """Return points around each dot.

    Seen from a label's leader, its own dot is just out of reach.
    """
    turns = [math.tau * step / _CORNERS for step in range(_CORNERS)]
    around = [
        (x + radius * math.cos(turn), y + radius * math.sin(turn))
        for x, y in places
        for turn in turns
    ]
    return np.array(around) if around else NO_POINTS


def beside_points(
    labels: Sequence[Label], room: FreeRoom, *, are_numbers: bool = False
) -> tuple[PlacedWords, ...] | None:
    """Set each label beside its point; None where one has no room.

    Parameters
    ----------
    are_numbers
        Whether they are so short that a leader may be long and cross lines.
    """
    placed = _placed(labels, room, DISTANCES, leaders_may_cross=False)
    if placed is not None:
        return placed
    distances = DISTANCES if are_numbers else _NEAR
    return _placed(labels, room, distances, leaders_may_cross=True)


def _placed(
    labels: Sequence[Label], room: FreeRoom, distances: Sequence[float], *, leaders_may_cross: bool
) -> tuple[PlacedWords, ...] | None:
    wishes = [
        candidates_around(
            label.anchor,
            width=label.width,
            height=label.height,
            distances=distances,
            radius=room.radius,
            is_crowded=leaders_may_cross,
        )
        for label in labels
    ]
    found = place(
        wishes,
        bounds=room.bounds,
        taken=room.taken,
        marks=room.marks,
        gap=_OFF_LINES,
        leaders_may_cross=leaders_may_cross,
    )
    placed = tuple(
        label.placed(c.box.left, c.box.top, leader=c.leader or ())
        for label, c in zip(labels, found, strict=True)
        if c
    )
    return placed if len(placed) == len(labels) else None
