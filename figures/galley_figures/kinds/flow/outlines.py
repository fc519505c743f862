"""The outline of each kind of step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from galley_figures.kinds.flow.boxes import CORNER, TIP
from galley_figures.kinds.flow.spec import StepKind
from galley_figures.style.marks import Point


def outline(
    kind: StepKind, left: float, top: float, width: float, height: float
) -> tuple[Point, ...]:
    """Return the corners of a box: pointed ends for a decision, cut corners for a stop."""
    right, bottom, middle = left + width, top + height, top + height / 2
    if kind == "decision":
        return (
            (left, middle),
            (left + TIP, top),
            (right - TIP, top),
            (right, middle),
            (right - TIP, bottom),
            (left + TIP, bottom),
        )
    if kind == "stop":
        c = CORNER
        return (
            (left, top + c),
            (left + c, top),
            (right - c, top),
            (right, top + c),
            (right, bottom - c),
            (right - c, bottom),
            (left + c, bottom),
            (left, bottom - c),
        )
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def edge_at(
    corners: Sequence[Point], place: float, *, is_down: bool, side: Literal["first", "last"]
) -> float:
    """Return where a line along the flow meets a box, on its first or last side."""
    own, other = (0, 1) if is_down else (1, 0)
    met: list[float] = []
    for one, two in pairwise((*corners, corners[0])):
        low, high = sorted((one[own], two[own]))
        if low <= place <= high and low < high:
            share = (place - one[own]) / (two[own] - one[own])
            met.append(one[other] + share * (two[other] - one[other]))
    return min(met) if side == "first" else max(met)
