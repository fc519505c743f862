"""In which layer each step stands, and in which order the steps of a layer.

A step stands one layer after the last step that it follows. An arrow that passes a layer has a lane
there, between the steps, so that it never crosses a box; all arrows from one step share its lane.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeAlias

from galley_figures.kinds.flow.spec import Flow

_SWEEPS = 4


@dataclass(frozen=True, order=True)
class Item:
    """A step in its layer, or the lane of arrows that come from it."""

    step: int
    is_lane: bool = False


Layer: TypeAlias = tuple[Item, ...]
Link: TypeAlias = tuple[int, int]
"""Places of two joined items in a layer and in the next one."""


def layers_of(flow: Flow, most: int) -> tuple[Layer, ...]:
    """Return the layers, at most so many steps in each, ordered so that few arrows cross."""
    layers = tuple(map(tuple, _with_lanes(flow, _step_layers(flow, most))))
    return _uncrossed(flow, layers)


def _step_layers(flow: Flow, most: int) -> list[list[int]]:
    """Give each step the first layer with room after every step that it follows."""
    number: dict[int, int] = {}
    layers: list[list[int]] = []
    depth = _depths(flow)
    for step in sorted(flow.order, key=lambda place: (depth[place], flow.order.index(place))):
        layer = max((number[other] + 1 for other in flow.before(step)), default=0)
        while layer < len(layers) and len(layers[layer]) >= most:
            layer += 1
        if layer == len(layers):
            layers.append([])
        layers[layer].append(step)
        number[step] = layer
    return layers


def _depths(flow: Flow) -> dict[int, int]:
    """Return the longest way to each step."""
    depth: dict[int, int] = {}
    for step in flow.order:
        depth[step] = max((depth[other] + 1 for other in flow.before(step)), default=0)
    return depth


def _with_lanes(flow: Flow, layers: Sequence[Sequence[int]]) -> list[list[Item]]:
    number = {step: at for at, layer in enumerate(layers) for step in layer}
    items = [[Item(step) for step in layer] for layer in layers]
    for step, first in number.items():
        last = max((number[other] for other in flow.following(step)), default=first)
        for layer in items[first + 1 : last]:
            layer.append(Item(step, is_lane=True))
    return items


def links(flow: Flow, upper: Layer, lower: Layer) -> tuple[Link, ...]:
    """Return which items of two neighbouring layers are joined by a line."""
    return tuple(
        (above, below)
        for above, one in enumerate(upper)
        for below, other in enumerate(lower)
        if _is_joined(flow, one, other)
    )


def _is_joined(flow: Flow, one: Item, other: Item) -> bool:
    if other.is_lane:
        return one.step == other.step
    return other.step in flow.following(one.step)


def _uncrossed(flow: Flow, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Order each layer by the middle of its neighbours, down and up, and keep the best order."""
    best = layers
    for _sweep in range(_SWEEPS):
        for is_down in (True, False):
            layers = _swept(flow, layers, is_down=is_down)
            best = min(best, layers, key=lambda some: _crossings_of_all(flow, some))
    return _swapped(flow, best)


def _swept(flow: Flow, layers: tuple[Layer, ...], *, is_down: bool) -> tuple[Layer, ...]:
    swept = list(layers if is_down else layers[::-1])
    for at in range(1, len(swept)):
        fixed, moved = swept[at - 1], swept[at]
        pairs = links(flow, fixed, moved) if is_down else _turned(links(flow, moved, fixed))
        middle = {
            place: _mean([above for above, below in pairs if below == place], place)
            for place in range(len(moved))
        }
        order = sorted(range(len(moved)), key=lambda place: (middle[place], place))
        swept[at] = tuple(moved[place] for place in order)
    return tuple(swept if is_down else swept[::-1])


def _turned(pairs: Sequence[Link]) -> tuple[Link, ...]:
    return tuple((below, above) for above, below in pairs)


def _mean(values: Sequence[int], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _swapped(flow: Flow, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Exchange neighbours as long as that takes crossings away."""
    best, fewest = layers, _crossings_of_all(flow, layers)
    is_better = fewest > 0
    while is_better:
        is_better = False
        for candidate in _neighbours(best):
            crossings = _crossings_of_all(flow, candidate)
            if crossings < fewest:
                best, fewest, is_better = candidate, crossings, True
                break
    return best


def _neighbours(layers: tuple[Layer, ...]) -> Iterator[tuple[Layer, ...]]:
    for at, layer in enumerate(layers):
        for one, other in combinations(range(len(layer)), 2):
            changed = list(layer)
            changed[one], changed[other] = changed[other], changed[one]
            yield (*layers[:at], tuple(changed), *layers[at + 1 :])


def _crossings_of_all(flow: Flow, layers: tuple[Layer, ...]) -> int:
    return sum(_crossings(links(flow, upper, lower)) for upper, lower in pairwise(layers))


def _crossings(pairs: Sequence[Link]) -> int:
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(pairs, 2)
    )
