"""Boxes on the page in px, y downwards, and how far they lie from points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Point: TypeAlias = tuple[float, float]
Cloud: TypeAlias = npt.NDArray[np.float64]
"""Points that stand for a line, shape (n, 2)."""

NO_POINTS: Final[Cloud] = np.empty((0, 2))


@dataclass(frozen=True)
class Box:
    """A place for words."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def overlaps(self, other: Box, *, gap: float = 0) -> bool:
        """Return whether less than a gap lies between the two."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def lies_in(self, other: Box) -> bool:
        """Return whether the other box holds it wholly."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def distance_to(self, cloud: Cloud) -> float:
        """Return how far the nearest of the points is; 0 inside, infinite without points.

        >>> Box(0, 0, 10, 10).distance_to(np.array([(13.0, 14.0)]))
        5.0
        """
        if not len(cloud):
            return math.inf
        x, y = cloud[:, 0], cloud[:, 1]
        beside = np.maximum(np.maximum(self.left - x, x - self.right), 0)
        above = np.maximum(np.maximum(self.top - y, y - self.bottom), 0)
        return float(np.hypot(beside, above).min())


def along(line: Sequence[Point], *, step_px: float = 2) -> Cloud:
    """Return points along a line, no two neighbours farther apart than a step."""
    if len(line) < 2:  # noqa: PLR2004 - a line has two ends
        return np.array(line, dtype=np.float64).reshape(-1, 2)
    corners = np.array(line, dtype=np.float64)
    counts = [max(1, math.ceil(math.dist(*ends) / step_px)) for ends in pairwise(line)]
    starts, ends = (np.repeat(part, counts, axis=0) for part in (corners[:-1], corners[1:]))
    share = np.concatenate([np.arange(count) / count for count in counts])[:, np.newaxis]
    return np.vstack([starts * (1 - share) + ends * share, corners[-1:]])


def joined(*clouds: Cloud) -> Cloud:
    """Return all points as one cloud."""
    return np.vstack([NO_POINTS, *clouds])


def nearest_px(one: Cloud, other: Cloud) -> float:
    """Return how near two lines come; infinite where one has no points."""
    if not len(one) or not len(other):
        return math.inf
    differences = one[:, np.newaxis, :] - other[np.newaxis, :, :]
    return float(np.hypot(differences[..., 0], differences[..., 1]).min())
