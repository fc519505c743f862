"""A flow on the page: layers one after the other, with room between them for lines and answers.

Both directions are laid out alike: *along* the flow, layer after layer, and *across* it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from galley_figures.kinds.flow.answers import CLEAR, Answer
from galley_figures.kinds.flow.boxes import Line
from galley_figures.kinds.flow.grid import Grid
from galley_figures.kinds.flow.outlines import edge_at, outline
from galley_figures.kinds.flow.spec import Arrow
from galley_figures.style.marks import Point

MARGIN: Final = 12.0
SHORTEST_CHANNEL: Final = 28.0
TRACK: Final = 10.0
_LEAD: Final = 12.0
_ARROW: Final = 14.0


@dataclass(frozen=True)
class PlacedBox:
    """A step with its corners and its lines of words."""

    step: int
    corners: tuple[Point, ...]
    left: float
    top: float
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PlacedArrow:
    """An arrow with the points through which it runs."""

    arrow: Arrow
    points: tuple[Point, ...]


@dataclass(frozen=True)
class PlacedAnswer:
    """An answer with the first baseline of its lines."""

    lines: tuple[str, ...]
    x: float
    y: float
    is_right_aligned: bool


@dataclass(frozen=True)
class Plan:
    """Everything on the page, in px from its top left corner."""

    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]
    answers: tuple[PlacedAnswer, ...]
    height: float
    is_down: bool


@dataclass(frozen=True)
class Sheet:
    """A grid with what it needs along the flow.

    Attributes
    ----------
    sizes
        How far each step reaches along the flow.
    bands
        Room for answers before the arrow heads of each channel.
    """

    grid: Grid
    sizes: Mapping[int, float]
    bands: Sequence[float]
    answers: Sequence[Sequence[Answer]]
    lines: Mapping[int, tuple[Line, ...]]
    is_down: bool

    @property
    def channel_lengths(self) -> list[float]:
        """How far it is from each layer to the next."""
        lengths = []
        for channel, band in zip(self.grid.channels, self.bands, strict=True):
            tracks = channel.number_of_tracks
            turns = _LEAD + TRACK * (tracks - 1) + CLEAR if tracks else CLEAR
            lengths.append(max(SHORTEST_CHANNEL, turns + band + _ARROW))
        return lengths

    @property
    def _thick(self) -> list[float]:
        return [
            max(self.sizes[item.step] for item in layer if not item.is_lane)
            for layer in self.grid.layers
        ]

    @property
    def length(self) -> float:
        """How far the flow reaches along."""
        return sum(self._thick) + sum(self.channel_lengths)

    def _starts(self) -> list[float]:
        """Return where each layer begins, along the flow."""
        steps = [
            thick + channel
            for thick, channel in zip(self._thick, self.channel_lengths, strict=False)
        ]
        return list(accumulate(steps, initial=MARGIN))

    def plan(self) -> Plan:
        """Place everything on the page."""
        boxes = {step: self._box(step) for step in self.lines}
        arrows = tuple(self._arrow(arrow, boxes) for arrow in self.grid.flow.arrows)
        answers = tuple(
            self._answer(answer, at) for at, some in enumerate(self.answers) for answer in some
        )
        placed = tuple(boxes[step] for step in self.grid.flow.order)
        lowest = max(
            *(box.top + box.height for box in placed),
            *(y for arrow in arrows for _x, y in arrow.points),
            0.0,
        )
        return Plan(placed, arrows, answers, lowest + MARGIN, self.is_down)

    def _point(self, along: float, across: float) -> Point:
        return (across + MARGIN, along) if self.is_down else (along, across + MARGIN)

    def _box(self, step: int) -> PlacedBox:
        at = self.grid.layer_of(step)
        along, across = self.sizes[step], self.grid.sizes[step]
        left, top = self._point(self._starts()[at], self.grid.middle_of(step) - across / 2)
        width, height = (across, along) if self.is_down else (along, across)
        corners = outline(self.grid.flow.steps[step].kind, left, top, width, height)
        return PlacedBox(step, corners, left, top, width, height, self.lines[step])

    def _arrow(self, arrow: Arrow, boxes: Mapping[int, PlacedBox]) -> PlacedArrow:
        points: list[Point] = []
        starts, thick = self._starts(), self._thick
        for at, wire, entry in self.grid.hops(arrow):
            channel = self.grid.channels[at]
            leaves, enters = wire.leaves, channel.enters(entry)
            if not points:
                along = self._edge(boxes[arrow.start], leaves, is_first=False)
                points.append(self._point(along, leaves))
            if leaves != enters:
                track = channel.track(wire) or 0
                along = starts[at] + thick[at] + _LEAD + TRACK * track
                points += [self._point(along, leaves), self._point(along, enters)]
        along = self._edge(boxes[arrow.end], enters, is_first=True)
        points.append(self._point(along, enters))
        return PlacedArrow(arrow, tuple(points))

    def _edge(self, box: PlacedBox, across: float, *, is_first: bool) -> float:
        return edge_at(
            box.corners,
            across + MARGIN,
            is_down=self.is_down,
            side="first" if is_first else "last",
        )

    def _answer(self, answer: Answer, at: int) -> PlacedAnswer:
        end = self._starts()[at + 1] - _ARROW
        is_after = answer.side == "after"
        if self.is_down:
            x = answer.place + MARGIN + (CLEAR if is_after else -CLEAR)
            return PlacedAnswer(answer.lines, x, end - answer.height + 12, not is_after)
        y = answer.place + MARGIN + (CLEAR + 9 if is_after else -CLEAR - answer.height + 15)
        return PlacedAnswer(answer.lines, end - answer.width, y, is_right_aligned=False)
