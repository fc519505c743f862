"""Round numbers for an axis that starts where it must."""

from __future__ import annotations

from matplotlib.ticker import MaxNLocator


def round_ticks(low: float, high: float, *, most: int = 5) -> tuple[float, ...]:
    """Return round numbers that span at least from low to high, `most` steps at the most.

    >>> round_ticks(0, 87)
    (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    """
    locator = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10])
    # Twelve digits leave out what adding 0.1 ten times gets wrong.
    return tuple(float(f"{tick:.12g}") for tick in locator.tick_values(low, high))
