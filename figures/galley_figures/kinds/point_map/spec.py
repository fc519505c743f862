"""What a map of points draws, and what it refuses because it would mislead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, Literal, TypeAlias, get_args

from galley_figures.errors import FigureError
from galley_figures.kinds.meanings import Meaning
from galley_figures.kinds.plane.axis import Axis

MAX_POINTS: Final = 25

Shape: TypeAlias = Literal["circle", "square", "triangle", "diamond"]
SHAPES: Final[tuple[Shape, ...]] = get_args(Shape)


@dataclass(frozen=True)
class MapPoint:
    """One labelled point.

    Attributes
    ----------
    detail
        A few softer words under the label.
    shape
        What sort of thing it is, in a mark that is told apart without colour.
    """

    label: str
    x: float
    y: float
    detail: str = ""
    meaning: Meaning = "neutral"
    shape: Shape = "circle"
    source: str = ""


@dataclass(frozen=True)
class Zone:
    """A named area of the plane."""

    label: str
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    meaning: Meaning = "neutral"

    def __post_init__(self) -> None:
        for name, low, high in (
            ("x", self.x_low, self.x_high),
            ("y", self.y_low, self.y_high),
        ):
            if not low < high:
                raise FigureError(
                    f"point_map: the zone {self.label!r} has no width: {name}_low is {low:g} and "
                    f"{name}_high {high:g}",
                    "Write the smaller number as low.",
                )

    def overlaps(self, other: Zone) -> bool:
        """Return whether a point could lie in both."""
        return (
            self.x_low < other.x_high
            and other.x_low < self.x_high
            and self.y_low < other.y_high
            and other.y_low < self.y_high
        )


@dataclass(frozen=True)
class PointMap:
    """All that a map of points draws.

    Attributes
    ----------
    shapes
        What each shape stands for, in words; needed where several are used.
    note
        A sentence under the axis that must stay with the picture.
    """

    points: tuple[MapPoint, ...]
    x: Axis
    y: Axis
    zones: tuple[Zone, ...] = ()
    shapes: Mapping[Shape, str] = field(default_factory=dict, hash=False)
    note: str = ""

    def __post_init__(self) -> None:
        _check_number(self)
        _check_places(self)
        _check_zones(self)
        _check_shapes(self)

    @property
    def is_schematic(self) -> bool:
        """Whether places are drawn and not measured."""
        return self.y.is_schematic

    @property
    def used_shapes(self) -> tuple[Shape, ...]:
        """The shapes that are drawn, in a fixed order."""
        used = {point.shape for point in self.points}
        return tuple(shape for shape in SHAPES if shape in used)

    def values(self, name: Literal["x", "y"]) -> tuple[float, ...]:
        """Return every value that has to lie on an axis."""
        own = [point.x if name == "x" else point.y for point in self.points]
        ends = [
            end
            for zone in self.zones
            for end in ((zone.x_low, zone.x_high) if name == "x" else (zone.y_low, zone.y_high))
        ]
        return (*own, *ends)


def _check_number(point_map: PointMap) -> None:
    count = len(point_map.points)
    if count > MAX_POINTS:
        raise FigureError(
            f"point_map: {count} points are more than can be named in one picture; "
            f"{MAX_POINTS} are the most",
            "Keep those that the text speaks of, or make two figures.",
        )


def _check_places(point_map: PointMap) -> None:
    for point in point_map.points:
        point_map.x.check_values([point.x], what=repr(point.label))
        point_map.y.check_values([point.y], what=repr(point.label))
    for zone in point_map.zones:
        what = f"the zone {zone.label!r}"
        point_map.x.check_values([zone.x_low, zone.x_high], what=what)
        point_map.y.check_values([zone.y_low, zone.y_high], what=what)


def _check_zones(point_map: PointMap) -> None:
    for one, other in combinations(point_map.zones, 2):
        if one.overlaps(other):
            raise FigureError(
                f"point_map: the zones {one.label!r} and {other.label!r} overlap: a point there "
                "would seem to belong to the one that is drawn last",
                "Let one end where the other begins.",
            )


def _check_shapes(point_map: PointMap) -> None:
    for shape in point_map.used_shapes:
        is_needed = len(point_map.used_shapes) > 1 or point_map.shapes
        if is_needed and not point_map.shapes.get(shape):
            raise FigureError(
                f"point_map: nothing says what the shape {shape!r} stands for",
                f'Name it, for example shapes={{"{shape}": "randomised trial"}}.',
            )
