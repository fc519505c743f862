"""Reference lines and marked points: their words beside them, or numbers where it is crowded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from galley_figures.kinds.curve.spec import Curves, ReferenceLine
from galley_figures.kinds.plane.beside_points import FreeRoom, beside_points
from galley_figures.kinds.plane.boxes import Box, Cloud, Point, along, joined
from galley_figures.kinds.plane.frame import LINE, MARGIN, SMALL
from galley_figures.kinds.plane.placement import Candidate, place
from galley_figures.kinds.plane.scale import Plane
from galley_figures.kinds.plane.spread import spread
from galley_figures.kinds.plane.words import Label, PlacedWords, wrapped
from galley_figures.style.canvas import Layout

DOT: Final = 8
"""Diameter of a marked point."""

_HEADER_GAP: Final = 12
_TO_PLANE: Final = 8
_WIDEST_HEADER: Final = 170
_WIDEST_POINT: Final = (170, 120)
_INSET: Final = 6
_OFF_LINES: Final = 1.5


@dataclass(frozen=True)
class Header:
    """The words of standing reference lines, above the plane; numbers where they do not fit.

    Attributes
    ----------
    notes
        The words that the numbers stand for.
    """

    lines: tuple[ReferenceLine, ...]
    texts: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        """The room that it needs above the plane."""
        return max((LINE * (text.count("\n") + 1) + _TO_PLANE for text in self.texts), default=0)


def header_of(curves: Curves, layout: Layout) -> Header:
    """Choose words or numbers for the standing reference lines."""
    lines = tuple(line for line in curves.references if line.axis == "x")
    width = layout.width_px - 2 * MARGIN
    room = min(_WIDEST_HEADER, width / max(1, len(lines)) - _HEADER_GAP)
    texts = tuple(wrapped(line.label, room, size_px=SMALL) for line in lines)
    widths = [_small(text, (0, 0), "reference-label").width for text in texts]
    if sum(widths) + _HEADER_GAP * (len(lines) - 1) <= width:
        return Header(lines, texts, ())
    numbers = tuple(str(number) for number in range(1, len(lines) + 1))
    return Header(lines, numbers, tuple(line.label for line in lines))


def header_words(header: Header, plane: Plane, layout: Layout) -> tuple[PlacedWords, ...]:
    """Set the words above their lines, apart from one another."""
    top = plane.box.top
    labels = [
        _small(text, (plane.x.px(line.at), top), "reference-label")
        for line, text in zip(header.lines, header.texts, strict=True)
    ]
    middles = spread(
        [label.anchor[0] for label in labels],
        [label.width for label in labels],
        low=MARGIN,
        high=layout.width_px - MARGIN,
        gap=_HEADER_GAP,
    )
    return tuple(
        label.placed(
            middle - label.width / 2,
            top - _TO_PLANE - label.height,
            leader=((label.anchor[0], top), (middle, top - _TO_PLANE + 2)),
            align="center",
        )
        for label, middle in zip(labels, middles or (), strict=True)
    )


def reference_strokes(curves: Curves, plane: Plane) -> tuple[tuple[Point, Point], ...]:
    """Return where the reference lines run."""
    box = plane.box
    return tuple(
        ((plane.x.px(line.at), box.bottom), (plane.x.px(line.at), box.top))
        if line.axis == "x"
        else ((box.left, plane.y.px(line.at)), (box.right, plane.y.px(line.at)))
        for line in curves.references
    )


def lying_labels(curves: Curves, plane: Plane, *, width_px: float) -> tuple[Label, ...]:
    """Return the words of the lying reference lines, at their right ends."""
    return tuple(
        _small(
            wrapped(line.label, width_px, size_px=SMALL),
            (plane.box.right, plane.y.px(line.at)),
            "reference-label",
        )
        for line in curves.references
        if line.axis == "y"
    )


def on_lying_lines(
    labels: Sequence[Label], bounds: Box, *, taken: Sequence[Box], marks: Cloud
) -> tuple[PlacedWords, ...] | None:
    """Set the words of lying lines above or below them; None where one has no room."""
    wishes = [
        [
            Candidate(Box(left, top, label.width, label.height))
            for top in (label.anchor[1] - label.height - 2, label.anchor[1] + 3)
            for left in (
                bounds.left + _INSET,
                bounds.right - label.width,
                bounds.left + (bounds.width - label.width) / 2,
            )
        ]
        for label in labels
    ]
    found = place(wishes, bounds=bounds, taken=taken, marks=marks, gap=_OFF_LINES)
    placed = tuple(
        label.placed(c.box.left, c.box.top) for label, c in zip(labels, found, strict=True) if c
    )
    return placed if len(placed) == len(labels) else None


def point_words(
    curves: Curves,
    plane: Plane,
    layout: Layout,
    *,
    first_number: int,
    taken: Sequence[Box],
    marks: Cloud,
) -> tuple[tuple[PlacedWords, ...], tuple[str, ...]]:
    """Set the words of the marked points beside them, or numbers and return the words as notes."""
    places = [plane.point(point.x, point.y) for point in curves.points]
    room = FreeRoom(_around_plane(plane.box, layout), tuple(taken), marks)
    width = _WIDEST_POINT[layout.is_narrow]
    words = [wrapped(point.label, width, size_px=SMALL) for point in curves.points]
    placed = beside_points(_at(places, words), room)
    if placed is not None:
        return placed, ()
    numbers = [str(first_number + i) for i in range(len(places))]
    placed = beside_points(_at(places, numbers), room, are_numbers=True)
    return placed or (), tuple(point.label for point in curves.points)


def _at(places: Sequence[Point], texts: Sequence[str]) -> list[Label]:
    return [_small(text, place, "point-label") for place, text in zip(places, texts, strict=True)]


def _around_plane(box: Box, layout: Layout) -> Box:
    """Return the plane with what is free around it, for points on its edge."""
    right = layout.width_px - MARGIN / 2
    return Box(box.left, box.top - _TO_PLANE, right - box.left, box.height + _TO_PLANE)


def strokes_cloud(strokes: Sequence[tuple[Point, Point]]) -> Cloud:
    """Return points along the reference lines."""
    return joined(*(along(stroke) for stroke in strokes))


def _small(text: str, anchor: Point, gid: str) -> Label:
    return Label(text, anchor, gid, size_px=SMALL)
