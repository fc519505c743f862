"""Time axes: where a time lies, and which times are written at the axis.

axis = TimeAxis("segmented", limits=(0, 1, 7, 91), shares=(1, 1, 3))
axis.position(7)                                    # 0.4 of the axis
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.ticker import LogLocator

from galley_figures.kinds.ticks import round_ticks
from galley_figures.kinds.timeline.spec import AxisKind, Timeline
from galley_figures.style.segmented import SegmentedScale

_STEPS: Final = 5
# On fewer decades than this, the numbers between them are needed too.
_FEW_DECADES: Final = 2.5


@dataclass(frozen=True)
class TimeAxis:
    """From a time to a share of the axis.

    >>> TimeAxis("segmented", limits=(0, 1, 7, 91), shares=(1, 1, 3)).position(7)
    0.4

    Attributes
    ----------
    limits
        Where it starts and ends; on a segmented axis also where phases meet.
    shares
        How much of a segmented axis each phase takes; only their proportions matter.
    """

    kind: AxisKind
    limits: tuple[float, ...]
    shares: tuple[float, ...] = (1,)

    def position(self, time: float) -> float:
        """Return the place of a time, 0 to 1.

        Raises
        ------
        ValueError
            If the time lies outside the axis.
        """
        low, high = self.limits[0], self.limits[-1]
        if not low <= time <= high:
            raise ValueError(f"{time} lies outside the axis, {low} to {high}")
        if self.kind == "segmented":
            return SegmentedScale(self.limits, self.shares).position(time)
        if self.kind == "log":
            return math.log(time / low) / math.log(high / low)
        return (time - low) / (high - low)


def axis_of(timeline: Timeline, shares: Sequence[float]) -> TimeAxis:
    """Return a timeline's axis; `shares` are used by a segmented one only."""
    if timeline.axis != "segmented":
        return TimeAxis(timeline.axis, timeline.limits)
    limits = (timeline.limits[0], *(timeline.end_of(phase) for phase in timeline.phases))
    return TimeAxis("segmented", limits, tuple(shares))


def times_to_write(timeline: Timeline) -> tuple[float, ...]:
    """Return the times that the axis would name, the most important first.

    A segmented axis is read at the limits of its phases and where something starts or ends; the
    others at round numbers.
    """
    if timeline.axis == "segmented":
        limits = (phase.start for phase in timeline.phases)
        inner = (time for mark in timeline.marks for time in (mark.start, mark.last))
        return tuple(dict.fromkeys((*timeline.limits[::-1], *limits, *inner)))
    low, high = timeline.limits
    inside = (
        _log_ticks(low, high) if timeline.axis == "log" else round_ticks(low, high, most=_STEPS)
    )
    return tuple(tick for tick in inside if low <= tick <= high)


def _log_ticks(low: float, high: float) -> tuple[float, ...]:
    is_short = math.log10(high / low) < _FEW_DECADES
    locator = LogLocator(subs=(1, 2, 5) if is_short else (1,), numticks=12)
    return tuple(float(f"{tick:.6g}") for tick in locator.tick_values(low, high))


def kept_apart(places: Sequence[float], sizes: Sequence[float], *, gap: float) -> tuple[int, ...]:
    """Return which labels can be written without touching, earlier ones before later ones.

    Parameters
    ----------
    places, sizes
        The middle of each label and how long it is.

    Examples
    --------
    >>> kept_apart([0, 100, 8], [10, 10, 10], gap=2)
    (0, 1)
    """
    kept: list[int] = []
    for number, (place, size) in enumerate(zip(places, sizes, strict=True)):
        if all(abs(place - places[other]) >= (size + sizes[other]) / 2 + gap for other in kept):
            kept.append(number)
    return tuple(kept)
