"""Where values lie on the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

from galley_figures.kinds.plane.axis import Limits
from galley_figures.kinds.plane.boxes import Box, Point


@dataclass(frozen=True)
class Scale:
    """From values to px: `start_px` is the place of the lower end."""

    ends: Limits
    start_px: float
    end_px: float
    is_log: bool = False

    def px(self, value: float) -> float:
        """Return the place of a value.

        >>> Scale((1, 100), 0, 200, is_log=True).px(10)
        100.0
        """
        low, high = self.ends
        if self.is_log:
            low, high, value = math.log10(low), math.log10(high), math.log10(value)
        return self.start_px + (value - low) / (high - low) * (self.end_px - self.start_px)


@dataclass(frozen=True)
class Plane:
    """Two scales and the box that they span."""

    x: Scale
    y: Scale

    def point(self, x: float, y: float) -> Point:
        """Return the place of a pair of values."""
        return self.x.px(x), self.y.px(y)

    @property
    def box(self) -> Box:
        """The area inside both axes."""
        return Box(
            self.x.start_px,
            self.y.end_px,
            self.x.end_px - self.x.start_px,
            self.y.start_px - self.y.end_px,
        )
