"""Where the items of each layer stand across the flow: near what they are joined to, in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from galley_figures.kinds.flow.layers import Layer, links
from galley_figures.kinds.flow.spec import Flow

GAP = 18.0
"""Between two boxes."""
LANE_GAP = 14.0
"""Between a lane and what stands beside it."""
_SWEEPS = 30
_STRENGTHS = ((4.0, 1.0, 16.0, 16.0), (4.0, 1.0, 2000.0, 2000.0))
"""Of the pull between two steps, a step and a lane, two lanes, two steps joined to no other: first
all find their places, then lanes and chains are made straight."""
_ONE_OF_MANY = 0.1
_HAIR = 2.0

_Place: TypeAlias = tuple[int, int]
_Pulls: TypeAlias = dict[_Place, list[tuple[_Place, float]]]


def placed_across(
    flow: Flow, layers: Sequence[Layer], sizes: Sequence[Sequence[float]], extent: float
) -> list[list[float]]:
    """Return the middle of each item, from 0 to `extent`.

    Parameters
    ----------
    sizes
        How far each item reaches across; 0 for a lane.
    """
    rows = [_Row(layer, size, extent) for layer, size in zip(layers, sizes, strict=True)]
    middles = [row.fitted([extent / 2] * len(row.layer)) for row in rows]
    down, up = range(len(rows)), range(len(rows) - 1, -1, -1)
    for strengths in _STRENGTHS:
        pulls = _pulls(flow, layers, strengths)
        for sweep in range(_SWEEPS):
            for at in up if sweep % 2 else down:
                wanted = [_wanted(pulls, middles, (at, place)) for place in range(len(layers[at]))]
                middles[at] = rows[at].fitted(wanted)
    return _straight_lanes(layers, [[float(round(middle)) for middle in row] for row in middles])


def _straight_lanes(layers: Sequence[Layer], middles: list[list[float]]) -> list[list[float]]:
    """Let lanes of one step that differ by a hair stand at one place."""
    for at, (upper, lower) in enumerate(pairwise(layers)):
        for place, item in enumerate(lower):
            if item.is_lane and item in upper:
                above = middles[at][upper.index(item)]
                if abs(above - middles[at + 1][place]) <= _HAIR:
                    middles[at + 1][place] = above
    return middles


def _pulls(flow: Flow, layers: Sequence[Layer], strengths: Sequence[float]) -> _Pulls:
    """Return what each item is joined to, and how strongly it is pulled there."""
    pulls: _Pulls = {
        (at, place): [] for at, layer in enumerate(layers) for place in range(len(layer))
    }
    for at, (upper, lower) in enumerate(pairwise(layers)):
        pairs = links(flow, upper, lower)
        for above, below in pairs:
            ways_out = sum(pair[0] == above for pair in pairs)
            ways_in = sum(pair[1] == below for pair in pairs)
            lanes = upper[above].is_lane + lower[below].is_lane
            is_chain = not lanes and ways_out == ways_in == 1
            strength = strengths[-1 if is_chain else lanes]
            pulls[at, above].append(((at + 1, below), strength * _pull_of_one_in(ways_in)))
            pulls[at + 1, below].append(((at, above), strength * _pull_of_one_in(ways_out)))
    return pulls


def _pull_of_one_in(ways: int) -> float:
    """Let a step stand in the middle of those it is joined to, and hardly draw them to itself."""
    return 1.0 if ways == 1 else _ONE_OF_MANY


def _wanted(pulls: _Pulls, middles: Sequence[Sequence[float]], place: _Place) -> float:
    """Return the mean place of what an item is joined to."""
    own = pulls[place]
    if not own:
        return middles[place[0]][place[1]]
    strength = sum(pull for _other, pull in own)
    return sum(middles[at][beside] * pull for (at, beside), pull in own) / strength


class _Row:
    """A layer with the least distances between the middles of its items."""

    def __init__(self, layer: Layer, sizes: Sequence[float], extent: float) -> None:
        self.layer = layer
        steps = [
            (sizes[at] + sizes[at + 1]) / 2
            + (LANE_GAP if layer[at].is_lane or layer[at + 1].is_lane else GAP)
            for at in range(len(layer) - 1)
        ]
        self._offsets = list(accumulate(steps, initial=0.0))
        self._first = sizes[0] / 2
        self._last = extent - sizes[-1] / 2 - self._offsets[-1]

    def fitted(self, wanted: Sequence[float]) -> list[float]:
        """Return places as near as possible to the wanted ones that keep order and distances."""
        relative = [want - offset for want, offset in zip(wanted, self._offsets, strict=True)]
        rising = _rising(relative)
        inside = [min(max(place, self._first), self._last) for place in rising]
        return [place + offset for place, offset in zip(inside, self._offsets, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """Return the rising numbers that are nearest, in squares (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
