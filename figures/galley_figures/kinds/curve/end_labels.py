"""Names of curves: in a column beside their ends, or on a phone above or below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from galley_figures.kinds.curve.lines import LineInPx
from galley_figures.kinds.plane.boxes import NO_POINTS, Box, Cloud, Point, joined
from galley_figures.kinds.plane.frame import LINE
from galley_figures.kinds.plane.placement import Candidate, place
from galley_figures.kinds.plane.spread import spread
from galley_figures.kinds.plane.words import Label, PlacedWords, wrapped

COLUMN_WIDTH: Final = 168
"""Widest name beside the plane."""
NARROW_WIDTH: Final = 150
BETWEEN: Final = 3
NEAR: Final = 9
"""From a line's end to a name that stands right beside it."""
FAR: Final = 26
"""The same where names had to move up or down."""

_OFF_OWN_LINE: Final = 4
_OFF_OTHER_LINES: Final = 6
_FROM_OWN_LINE: Final = 9
_MOVED: Final = 2.5
_ABOVE: Final = 8
_BESIDE_END: Final = 8
_ALONG: Final = (1.0, 0.88, 0.75, 0.6, 0.45, 0.3)


def end_labels(lines: Sequence[LineInPx], *, width_px: float) -> tuple[Label, ...]:
    """Return the names of the curves, each at its curve's end."""
    return tuple(
        Label(
            wrapped(line.label, width_px, weight="semibold"),
            line.end,
            "end-label",
            weight="semibold",
            line_colour=line.colour_name,
        )
        for line in lines
        if line.label
    )


def column_heights(labels: Sequence[Label], bounds: Box) -> tuple[float, ...]:
    """Return the middle of each label, moved apart inside the height of the bounds.

    The first may stand a little above them, so that the name of a line on top stays beside it.
    """
    middles = spread(
        [label.anchor[1] for label in labels],
        [label.height for label in labels],
        low=bounds.top - _ABOVE,
        high=bounds.bottom,
        gap=BETWEEN,
    )
    if middles is None:
        raise ValueError("the plane is not as high as the labels beside it")
    return middles


def is_moved(label: Label, middle: float) -> bool:
    """Return whether a label stands so far from its line's height that it needs a leader."""
    return abs(middle - label.anchor[1]) > _MOVED


def in_column(
    labels: Sequence[Label], middles: Sequence[float], *, left: float, right_of_plane: float
) -> tuple[PlacedWords, ...]:
    """Set labels into a column, with leaders where they stand off their line's end."""
    return tuple(
        _beside(label, middle, left, right_of_plane)
        for label, middle in zip(labels, middles, strict=True)
    )


def _beside(label: Label, middle: float, left: float, right_of_plane: float) -> PlacedWords:
    x, y = label.anchor
    leader: tuple[Point, ...] = ()
    if is_moved(label, middle) or x < right_of_plane - NEAR:
        leader = ((x + 4, y), (left - 4, middle))
    return label.placed(left, middle - label.height / 2, leader=leader)


def beside_early_ends(
    labels: Sequence[Label], lines: Sequence[LineInPx], bounds: Box, *, obstacles: Cloud
) -> tuple[PlacedWords | None, ...]:
    """Set the names of curves that end early right beside their ends, where nothing else is."""
    marks = joined(obstacles, *(line.cloud for line in lines), *(line.band_cloud for line in lines))
    wishes = [_right_of_end(label, bounds) for label in labels]
    found = place(wishes, bounds=bounds, marks=marks, gap=_OFF_OTHER_LINES)
    return tuple(
        label.placed(c.box.left, c.box.top) if c else None
        for label, c in zip(labels, found, strict=True)
    )


def _right_of_end(label: Label, bounds: Box) -> Sequence[Candidate]:
    x, y = label.anchor
    if x > bounds.right - FAR:
        return ()
    return (Candidate(Box(x + NEAR, y - label.height / 2, label.width, label.height)),)


def above_or_below(
    labels: Sequence[Label], lines: Sequence[LineInPx], bounds: Box, *, obstacles: Cloud
) -> tuple[PlacedWords, ...] | None:
    """Set each name above or below its own curve, near the end; None where one has no room.

    A name is nearer to its own curve than to any other, so that it cannot be misread.
    """
    named = [line for line in lines if line.label]
    edges = joined(obstacles, *(line.band_cloud for line in lines))
    wishes = [
        _on_line(label, line, [other for other in lines if other is not line], bounds)
        for label, line in zip(labels, named, strict=True)
    ]
    found = place(wishes, bounds=bounds, marks=edges, gap=BETWEEN)
    placed = tuple(
        label.placed(c.box.left, c.box.top, align="right")
        for label, c in zip(labels, found, strict=True)
        if c
    )
    return placed if len(placed) == len(labels) else None


def _on_line(
    label: Label, line: LineInPx, others: Sequence[LineInPx], bounds: Box
) -> tuple[Candidate, ...]:
    start = min(point[0] for part in (*line.pieces, line.dots) for point in part)
    theirs = joined(*(other.cloud for other in others))
    boxes = [
        box
        for share in _ALONG
        for box in _over_and_under(label, line, start + share * (line.end[0] - start), bounds)
    ]
    x, top = line.end[0], line.end[1] - label.height / 2
    boxes.append(Box(x + _BESIDE_END, top, label.width, label.height))
    boxes.append(Box(x - _BESIDE_END - label.width, top, label.width, label.height))
    return tuple(
        Candidate(box)
        for box in boxes
        if box.distance_to(theirs) >= _OFF_OTHER_LINES
        and 1 < box.distance_to(line.cloud) <= _FROM_OWN_LINE
    )


def _over_and_under(label: Label, line: LineInPx, right: float, bounds: Box) -> tuple[Box, ...]:
    """Return the places just clear of the line, its dots and its band, above and below."""
    left = max(right - label.width, bounds.left)
    boxes: list[Box] = []
    for cloud in (line.cloud, joined(line.cloud, line.band_cloud)):
        top, bottom = _reach(cloud, left - 2, left + label.width + 2, line.end[1])
        boxes.append(Box(left, top - _OFF_OWN_LINE - label.height + 1, label.width, label.height))
        boxes.append(Box(left, bottom + _OFF_OWN_LINE - 1, label.width, label.height))
    return tuple(boxes)


def _reach(cloud: Cloud, left: float, right: float, otherwise: float) -> tuple[float, float]:
    """Return the highest and lowest point of a line between two places."""
    inside = cloud[(cloud[:, 0] >= left) & (cloud[:, 0] <= right)] if len(cloud) else NO_POINTS
    if not len(inside):
        return otherwise, otherwise
    return float(np.min(inside[:, 1])), float(np.max(inside[:, 1]))


def rows_of_key(labels: Sequence[Label]) -> float:
    """Return the height of a key that names every line, one below the other."""
    return sum(label.height for label in labels) + LINE / 2
