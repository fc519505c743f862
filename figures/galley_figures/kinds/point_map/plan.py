"""Where everything in a map of points goes, on a page and on a phone; it draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from galley_figures.kinds.meanings import COLOURS
from galley_figures.kinds.plane.axis import Axis, ends_of
from galley_figures.kinds.plane.beside_points import FreeRoom, beside_points, dots_cloud
from galley_figures.kinds.plane.boxes import Box, Point
from galley_figures.kinds.plane.frame import LINE, MARGIN, SMALL, Frame, Room, frame_of
from galley_figures.kinds.plane.notes import Note, bottom_of, notes_below
from galley_figures.kinds.plane.placement import Candidate, place
from galley_figures.kinds.plane.scale import Plane
from galley_figures.kinds.plane.words import Label, PlacedWords, wrapped
from galley_figures.kinds.point_map.spec import MapPoint, PointMap, Shape
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, label_width

MARK: Final = 10
"""Size of a point's mark."""
RADIUS: Final = 5.5

_HEIGHTS: Final = ((320, 380, 440), (340, 420))
_WORD_HEIGHT: Final = 56
_LABEL_WIDTHS: Final = (190, 140)
_ZONE_INSET: Final = 7
_BESIDE: Final = 26
"""From one mark to the next where several share a cell."""
_SAME_CELL_PX: Final = 16
_KEY_GAP: Final = 22
_TO_NAME: Final = 16


@dataclass(frozen=True)
class KeyItem:
    """What a shape stands for, with its mark."""

    shape: Shape
    text: str
    left: float
    y: float

    @property
    def bottom(self) -> float:
        """Baseline after its last line."""
        return self.y + LINE * (self.text.count("\n") + 1)


@dataclass(frozen=True)
class Plan:
    """Everything in its place.

    Attributes
    ----------
    places
        Of the points, in the order of the table.
    zones
        Boxes of the zones, in the order of the table.
    words
        Labels of points and zones, or numbers in their place.
    """

    frame: Frame
    places: tuple[Point, ...]
    zones: tuple[Box, ...]
    words: tuple[PlacedWords, ...]
    key: tuple[KeyItem, ...]
    notes: tuple[Note, ...]
    height: float


@dataclass(frozen=True)
class _Named:
    """A frame with its labels; `notes` are the words that numbers stand for."""

    frame: Frame
    words: tuple[PlacedWords, ...]
    notes: tuple[str, ...] = ()


def plan_point_map(point_map: PointMap, layout: Layout, lang: Lang) -> Plan:
    """Try higher and higher planes until every label has room; then numbers and words below."""
    heights = _heights(point_map, layout)
    frames = [_frame(point_map, layout, lang, height) for height in heights]
    tries = (_with_words(point_map, frame, layout) for frame in frames)
    named = next((one for one in tries if one), None) or _with_numbers(point_map, frames[0])
    key = _key(point_map, layout, named.frame.bottom + 6)
    below = max((item.bottom for item in key), default=named.frame.bottom)
    notes = notes_below(named.notes, [point_map.note], layout, below + 4)
    return Plan(
        frame=named.frame,
        places=places_of(point_map, named.frame.plane),
        zones=_zones(point_map, named.frame.plane),
        words=named.words,
        key=key,
        notes=notes,
        height=bottom_of(notes, below),
    )


def _heights(point_map: PointMap, layout: Layout) -> list[float]:
    """Return the heights to try; ordered words need a cell each."""
    cells = len(point_map.y.ticks) * _WORD_HEIGHT if point_map.y.are_cells else 0
    return [max(height, cells) for height in _HEIGHTS[layout.is_narrow]]


def _frame(point_map: PointMap, layout: Layout, lang: Lang, height: float) -> Frame:
    ends = (
        _ends(point_map.x, point_map.values("x")),
        _ends(point_map.y, point_map.values("y")),
    )
    return frame_of(point_map.x, point_map.y, ends, Room(layout, 0, 0, height), lang)


def _ends(axis: Axis, values: Sequence[float]) -> tuple[float, float]:
    low, high = ends_of(axis, values, is_rounded=True)
    if axis.limits or not axis.is_schematic:
        return low, high
    margin = (high - low) / 8
    return low - margin, high + margin


def places_of(point_map: PointMap, plane: Plane) -> tuple[Point, ...]:
    """Return where the points lie; those that share a cell of words stand side by side."""
    places = [plane.point(point.x, point.y) for point in point_map.points]
    if point_map.x.are_cells:
        return _side_by_side(places, _cell_px(point_map.x, plane.box.width))
    if point_map.y.are_cells:
        turned = [(y, x) for x, y in places]
        apart = _side_by_side(turned, _cell_px(point_map.y, plane.box.height))
        return tuple((x, y) for y, x in apart)
    return tuple(places)


def _cell_px(axis: Axis, length_px: float) -> float:
    return length_px / len(axis.ticks)


def _side_by_side(places: Sequence[Point], cell_px: float) -> tuple[Point, ...]:
    """Set points apart along their cell, in the order of the table, where they would touch."""
    found = list(places)
    order = sorted(range(len(places)), key=lambda i: (round(places[i][0], 6), places[i][1]))
    for _cell, same in groupby(order, key=lambda i: round(places[i][0], 6)):
        for group in _touching([*same], places):
            step = min(_BESIDE, cell_px / (len(group) + 1))
            for rank, number in enumerate(sorted(group)):
                x, y = places[number]
                found[number] = (x + step * (rank - (len(group) - 1) / 2), y)
    return tuple(found)


def _touching(numbers: Sequence[int], places: Sequence[Point]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number in numbers:
        if groups and places[number][1] - places[groups[-1][-1]][1] < _SAME_CELL_PX:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _zones(point_map: PointMap, plane: Plane) -> tuple[Box, ...]:
    boxes: list[Box] = []
    for zone in point_map.zones:
        left, bottom = plane.point(zone.x_low, zone.y_low)
        right, top = plane.point(zone.x_high, zone.y_high)
        boxes.append(Box(left, top, right - left, bottom - top))
    return tuple(boxes)


def _with_words(point_map: PointMap, frame: Frame, layout: Layout) -> _Named | None:
    """Name every point and zone in the plane; None where one has no room."""
    places = places_of(point_map, frame.plane)
    zones = _zone_words(point_map, frame.plane, places)
    if zones is None:
        return None
    width = _LABEL_WIDTHS[layout.is_narrow]
    labels = [
        _label(point, place, width) for point, place in zip(point_map.points, places, strict=True)
    ]
    words = beside_points(labels, _free_room(frame, places, zones, layout))
    return None if words is None else _Named(frame, (*zones, *words))


def _label(point: MapPoint, anchor: Point, width: float) -> Label:
    return Label(
        wrapped(point.label, width),
        anchor,
        "point-label",
        line_colour=COLOURS[point.meaning],
        detail=wrapped(point.detail, width, size_px=SMALL) if point.detail else "",
    )


def _free_room(
    frame: Frame, places: Sequence[Point], words: Sequence[PlacedWords], layout: Layout
) -> FreeRoom:
    box = frame.plane.box
    right = layout.width_px - MARGIN / 2
    bounds = Box(box.left + 2, box.top - 4, right - box.left - 2, box.height)
    return FreeRoom(
        bounds, tuple(one.box for one in words), dots_cloud(places, radius=RADIUS), RADIUS
    )


def _zone_words(
    point_map: PointMap, plane: Plane, places: Sequence[Point]
) -> tuple[PlacedWords, ...] | None:
    """Name each zone in one of its corners."""
    zones = _zones(point_map, plane)
    labels = [
        Label(
            wrapped(zone.label, box.width - 2 * _ZONE_INSET, size_px=SMALL, weight="semibold"),
            (box.left, box.top),
            "zone-label",
            size_px=SMALL,
            weight="semibold",
            line_colour="ink-soft" if zone.meaning == "neutral" else COLOURS[zone.meaning],
        )
        for zone, box in zip(point_map.zones, zones, strict=True)
    ]
    wishes = [_corners(label, box) for label, box in zip(labels, zones, strict=True)]
    found = place(wishes, bounds=plane.box, marks=dots_cloud(places, radius=RADIUS))
    placed = tuple(
        label.placed(c.box.left, c.box.top) for label, c in zip(labels, found, strict=True) if c
    )
    return placed if len(placed) == len(labels) else None


def _corners(label: Label, zone: Box) -> tuple[Candidate, ...]:
    if label.width > zone.width - _ZONE_INSET or label.height > zone.height - _ZONE_INSET:
        return ()
    left, right = zone.left + _ZONE_INSET, zone.right - _ZONE_INSET - label.width
    top, bottom = zone.top + _ZONE_INSET - 2, zone.bottom - _ZONE_INSET - label.height
    corners = ((left, top), (right, top), (left, bottom), (right, bottom))
    return tuple(Candidate(Box(x, y, label.width, label.height)) for x, y in corners)


def _with_numbers(point_map: PointMap, frame: Frame) -> _Named:
    """Set numbers beside the points and into the zones; their words stand below."""
    places = places_of(point_map, frame.plane)
    count = len(places)
    numbers = [
        Label(str(number), anchor, "point-label", weight="semibold", line_colour=COLOURS[p.meaning])
        for number, (p, anchor) in enumerate(zip(point_map.points, places, strict=True), start=1)
    ]
    zones = _zone_numbers(point_map, frame.plane, count + 1)
    box = frame.plane.box
    bounds = Box(box.left + 2, box.top - 4, box.width + MARGIN / 2 - 2, box.height)
    room = FreeRoom(
        bounds, tuple(one.box for one in zones), dots_cloud(places, radius=RADIUS), RADIUS
    )
    words = beside_points(numbers, room, are_numbers=True) or ()
    notes = [
        f"{point.label}: {point.detail}" if point.detail else point.label
        for point in point_map.points
    ]
    return _Named(frame, (*zones, *words), (*notes, *(zone.label for zone in point_map.zones)))


def _zone_numbers(point_map: PointMap, plane: Plane, first: int) -> tuple[PlacedWords, ...]:
    zones = zip(point_map.zones, _zones(point_map, plane), strict=True)
    return tuple(
        Label(
            str(number),
            (box.left, box.top),
            "zone-label",
            size_px=SMALL,
            weight="semibold",
            line_colour="ink-soft" if zone.meaning == "neutral" else COLOURS[zone.meaning],
        ).placed(box.left + 4, box.top + 2)
        for number, (zone, box) in enumerate(zones, start=first)
    )


def _key(point_map: PointMap, layout: Layout, y: float) -> tuple[KeyItem, ...]:
    """Set what the shapes stand for side by side, in as many rows as they need."""
    items: list[KeyItem] = []
    x = float(MARGIN)
    for shape in point_map.used_shapes if point_map.shapes else ():
        text = wrapped(
            point_map.shapes[shape], layout.width_px - 2 * MARGIN - _TO_NAME, size_px=SMALL
        )
        width = _TO_NAME + label_width(text, SMALL)
        if items and x + width > layout.width_px - MARGIN:
            x, y = float(MARGIN), items[-1].bottom
        items.append(KeyItem(shape, text, x, y))
        x += width + _KEY_GAP
    return tuple(items)
