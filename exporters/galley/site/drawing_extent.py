"""How far the parts of a drawing reach; as far as that is needed to cut it small."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET


@dataclass(frozen=True)
class Extent:
    """A box around something drawn, in the units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def moved(self, x: float, y: float) -> Extent:
        """Return the same box elsewhere."""
        return Extent(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def joined(self, other: Extent) -> Extent:
        """Return the box around both."""
        return Extent(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def wider(self, share: float) -> Extent:
        """Return a box that is larger on each side by a share of its width and height."""
        x, y = share * self.width, share * self.height
        return Extent(self.left - x, self.top - y, self.right + x, self.bottom + y)

    def holds_most_of(self, other: Extent) -> bool:
        """Tell whether more than half of another box is inside, in both directions."""
        width, height = _overlap(self, other)
        return width >= other.width / 2 and height >= other.height / 2 and self.meets(other)

    def meets(self, other: Extent) -> bool:
        """Tell whether two boxes share anything, be it an edge."""
        shared = self.within(other)
        return shared.width >= 0 and shared.height >= 0

    def within(self, other: Extent) -> Extent:
        """Return the part of the box that is inside another."""
        return Extent(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def _overlap(one: Extent, other: Extent) -> tuple[float, float]:
    shared = one.within(other)
    return max(shared.width, 0), max(shared.height, 0)


def extent_of(element: ET.Element, symbols: dict[str, ET.Element]) -> Extent | None:
    """Return the box around a shape; None where it is not known.

    Parameters
    ----------
    symbols
        What ``<use>`` may refer to, by id.
    """
    try:
        return _extent(element, symbols)
    except (ValueError, KeyError, IndexError):
        return None


def _extent(element: ET.Element, symbols: dict[str, ET.Element]) -> Extent | None:
    number = _Numbers(element)
    match element.tag:
        case "path":
            return _of_path(element.get("d", ""))
        case "rect" | "image":
            x, y = number("x"), number("y")
            return Extent(x, y, x + number("width"), y + number("height"))
        case "circle":
            x, y, r = number("cx"), number("cy"), number("r")
            return Extent(x - r, y - r, x + r, y + r)
        case "line":
            xs, ys = (number("x1"), number("x2")), (number("y1"), number("y2"))
            return Extent(min(xs), min(ys), max(xs), max(ys))
        case "use":
            meant = symbols[element.get("href", "").removeprefix("#")]
            own = _extent(meant, {}) if meant.tag != "use" else None
            return own.moved(number("x"), number("y")) if own else None
    return None


class _Numbers:
    def __init__(self, element: ET.Element) -> None:
        self._element = element

    def __call__(self, name: str) -> float:
        return float(self._element.get(name, "0"))


def _of_path(data: str) -> Extent | None:
    # Late: only a page that is made anew needs it.
    from fontTools.pens.boundsPen import ControlBoundsPen
    from fontTools.svgLib.path import parse_path

    pen = ControlBoundsPen(None)
    parse_path(data, pen)
    return Extent(*pen.bounds) if pen.bounds else None
