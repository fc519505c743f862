"""A scale in segments, each with its own stretch: hours, weeks and months on one printed axis."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True)
class SegmentedScale:
    """Linear inside each segment; each segment takes its share of the axis.

    >>> scale = SegmentedScale(limits=(0, 1, 7), shares=(1, 3))
    >>> scale.position(1), scale.position(4)
    (0.25, 0.625)

    Attributes
    ----------
    limits
        Where segments begin and end, rising; one more than there are segments.
    shares
        How much of the axis each segment takes; only their proportions matter.
    """

    limits: tuple[float, ...]
    shares: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.limits) != len(self.shares) + 1:
            raise ValueError(
                f"{len(self.shares)} segments have {len(self.shares) + 1} limits, "
                f"not {len(self.limits)}"
            )
        if any(low >= high for low, high in pairwise(self.limits)):
            raise ValueError(f"limits must rise, not {self.limits}")
        if min(self.shares) <= 0:
            raise ValueError(f"shares must be positive, not {self.shares}")

    def position(self, value: float) -> float:
        """Return the place of a value on the axis, 0 to 1.

        Raises
        ------
        ValueError
            If the value lies outside the axis.
        """
        if not self.limits[0] <= value <= self.limits[-1]:
            raise ValueError(
                f"{value} lies outside the axis, {self.limits[0]} to {self.limits[-1]}"
            )
        starts = (0.0, *accumulate(self.shares))
        segment = sum(value > limit for limit in self.limits[1:])
        low, high = self.limits[segment], self.limits[segment + 1]
        inside = (value - low) / (high - low) * self.shares[segment]
        return (starts[segment] + inside) / starts[-1]
