"""Lanes for labels: none touches another, and no flagpole runs through a label.

Pure numbers along the axis, in px; nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Extent: TypeAlias = tuple[float, float]
"""Where something begins and ends along the axis."""


def lanes(extents: Sequence[Extent], *, gap: float) -> tuple[int, ...]:
    """Return a lane for each extent, the first in which it stands free.

    Examples
    --------
    >>> lanes([(0, 50), (40, 90), (60, 80)], gap=4)
    (0, 1, 0)
    """
    taken: list[list[Extent]] = []
    chosen: list[int] = []
    for extent in extents:
        free = (n for n, lane in enumerate(taken) if not _touches(extent, lane, gap))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(extent)
        chosen.append(lane)
    return tuple(chosen)


def stairs(extents: Sequence[Extent], *, gap: float) -> tuple[int, ...]:
    """Return a lane for each extent, beyond the lanes of all that it overlaps.

    Where extents come by their beginnings, nothing lies beyond an extent where it begins.

    Examples
    --------
    >>> stairs([(0, 50), (10, 20), (30, 90), (60, 70)], gap=4)
    (0, 1, 1, 2)
    """
    chosen: list[int] = []
    for n, extent in enumerate(extents):
        met = (chosen[m] for m in range(n) if _touches(extent, [extents[m]], gap))
        chosen.append(1 + max(met, default=-1))
    return tuple(chosen)


def _touches(extent: Extent, others: Iterable[Extent], gap: float) -> bool:
    start, end = extent
    return any(start < last + gap and first < end + gap for first, last in others)


def flags(poles: Sequence[float], widths: Sequence[float], *, gap: float) -> tuple[int, ...]:
    """Return a lane for each label that flies at the right of a pole, 0 for the lowest.

    A pole runs down from its label through all lanes below, and never through a label.

    Parameters
    ----------
    poles, widths
        Where each pole stands, rising, and how wide the label is, with what parts it from its pole.
    gap
        What stays free between labels.

    Examples
    --------
    >>> flags([0, 10, 300], [80, 80, 80], gap=8)
    (1, 0, 0)
    """
    extents = [(pole, pole + width) for pole, width in zip(poles, widths, strict=True)]
    return stairs(extents[::-1], gap=gap)[::-1]


def stacked(
    tops: Sequence[float], heights: Sequence[float], *, low: float, high: float, gap: float
) -> tuple[float, ...]:
    """Move labels down, and where the room ends up again, until none touches the one before it.

    Parameters
    ----------
    tops, heights
        Where each label would like to begin, rising, and how high it is.
    low, high
        The room for all of them; where it is too small, they begin at `low` and leave it at `high`.

    Examples
    --------
    >>> stacked([0, 4, 90], [20, 20, 20], low=0, high=100, gap=2)
    (0, 22, 80)
    """
    placed: list[float] = []
    free = low
    for top, height in zip(tops, heights, strict=True):
        placed.append(max(top, free))
        free = placed[-1] + height + gap
    end = high
    for n in reversed(range(len(placed))):
        placed[n] = min(placed[n], end - heights[n])
        end = placed[n] - gap
    shift = max(0, low - placed[0]) if placed else 0
    return tuple(top + shift for top in placed)


def free_of(extent: Extent, others: Iterable[Extent]) -> tuple[Extent, ...]:
    """Return the parts of an extent that no other covers.

    Examples
    --------
    >>> free_of((0, 10), [(2, 4), (3, 6)])
    ((0, 2), (6, 10))
    """
    start, end = extent
    parts: list[Extent] = []
    for first, last in sorted(others):
        if first > start:
            parts.append((start, min(first, end)))
        start = max(start, last)
        if start >= end:
            break
    if start < end:
        parts.append((start, end))
    return tuple(part for part in parts if part[0] < part[1])
