"""Words or numbers beside dots, off every line; where it is crowded, leaders cross lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from galley_figures.kinds.plane.boxes import NO_POINTS, Box, Cloud, Point
from galley_figures.kinds.plane.placement import DISTANCES, candidates_around, place
from galley_figures.kinds.plane.words import Label, PlacedWords

SMALL: Final = 12
_OFF_LINES: Final = 4
_DOT_RADIUS: Final = 3.5
_CORNERS: Final = 8
_NEAR: Final = DISTANCES[:4]
"""How far words are led across lines, before numbers take their place."""


@dataclass(frozen=True)
class Room:
    """Where words may stand, and what they keep off.

    Attributes
    ----------
    taken
        Other words; no leader runs through them.
    marks
        Points along lines and dots; where it is crowded, leaders may cross them.
    """

    bounds: Box
    taken: tuple[Box, ...]
    marks: Cloud


def dots_cloud(places: Sequence[Point]) -> Cloud:
    """Return points around each dot.

    Seen from a label's leader, its own dot is just out of reach.
    """
    turns = [math.tau * step / _CORNERS for step in range(_CORNERS)]
    around = [
        (x + _DOT_RADIUS * math.cos(turn), y + _DOT_RADIUS * math.sin(turn))
        for x, y in places
        for turn in turns
    ]
    return np.array(around) if around else NO_POINTS


def beside_points(
    texts: Sequence[str], places: Sequence[Point], room: Room, *, are_numbers: bool = False
) -> tuple[PlacedWords, ...] | None:
    """Set each text beside its place; None where one has no room.

    Parameters
    ----------
    are_numbers
        Whether they are so short that a leader may be long and cross lines.
    """
    labels = [
        Label(text, anchor, "point-label", size_px=SMALL)
        for text, anchor in zip(texts, places, strict=True)
    ]
    placed = _placed(labels, room, DISTANCES, leaders_may_cross=False)
    if placed is not None:
        return placed
    distances = DISTANCES if are_numbers else _NEAR
    return _placed(labels, room, distances, leaders_may_cross=True)


def _placed(
    labels: Sequence[Label], room: Room, distances: Sequence[float], *, leaders_may_cross: bool
) -> tuple[PlacedWords, ...] | None:
    wishes = [
        candidates_around(
            label.anchor,
            width=label.width,
            height=label.height,
            distances=distances,
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
