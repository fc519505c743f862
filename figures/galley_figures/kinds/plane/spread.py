"""Sets labels apart along a line, each as near to its own place as the others allow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(
    centres: Sequence[float],
    sizes: Sequence[float],
    *,
    low: float,
    high: float,
    gap: float = 0,
) -> tuple[float, ...] | None:
    """Move centres apart so that no two labels overlap; the squares of the moves are smallest.

    Parameters
    ----------
    centres, sizes
        Where each label would like to be, and how much room it takes.
    low, high
        The room that all of them have.
    gap
        What stays free between neighbours.

    Returns
    -------
    tuple of float, or None
        The new centres in the order given; None where the labels need more room than there is.

    Examples
    --------
    >>> spread([10, 10], [4, 4], low=0, high=100)
    (8.0, 12.0)
    >>> spread([10, 10], [4, 4], low=0, high=7) is None
    True
    """
    if not centres:
        return ()
    if sum(sizes) + gap * (len(sizes) - 1) > high - low:
        return None
    order = sorted(range(len(centres)), key=lambda i: centres[i])
    steps = [0.0]
    for before, after in pairwise(order):
        steps.append(steps[-1] + (sizes[before] + sizes[after]) / 2 + gap)
    # Without their sizes, labels that may not overlap are numbers that may not fall.
    rising = _rising([centres[i] - step for i, step in zip(order, steps, strict=True)])
    lowest, highest = _ends(order, sizes, steps, low, high)
    places = dict(
        zip(
            order,
            (min(max(z, lowest), highest) + s for z, s in zip(rising, steps, strict=True)),
            strict=True,
        )
    )
    return tuple(places[i] for i in range(len(centres)))


def _ends(
    order: Sequence[int], sizes: Sequence[float], steps: Sequence[float], low: float, high: float
) -> tuple[float, float]:
    return low + sizes[order[0]] / 2, high - sizes[order[-1]] / 2 - steps[-1]


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest numbers, by squares, that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, others = pools.pop()
            mean = (mean * count + before * others) / (count + others)
            count += others
        pools.append((float(mean), count))
    return [mean for mean, count in pools for _ in range(count)]
