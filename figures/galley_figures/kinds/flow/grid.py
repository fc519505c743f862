"""A flow laid out across: layers, the middle of each item, the lines between layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from galley_figures.kinds.flow.channels import Channel, Entry, Port, Wire, routed
from galley_figures.kinds.flow.layers import Item, Layer
from galley_figures.kinds.flow.placing import placed_across
from galley_figures.kinds.flow.spec import Arrow, Flow

_FROM_CORNER = 5.0
_LANE_REACH = 9.0


@dataclass(frozen=True)
class Grid:
    """Where everything stands across the flow.

    Attributes
    ----------
    sizes
        How far each step reaches across.
    middles
        Of each item, layer by layer.
    channels
        The lines between a layer and the next.
    """

    flow: Flow
    layers: tuple[Layer, ...]
    sizes: dict[int, float]
    middles: tuple[tuple[float, ...], ...]
    channels: tuple[Channel, ...]

    def layer_of(self, step: int) -> int:
        """Return the layer in which a step stands."""
        return next(at for at, layer in enumerate(self.layers) if Item(step) in layer)

    def middle_of(self, step: int) -> float:
        """Return where a step stands across."""
        at = self.layer_of(step)
        return self.middles[at][self.layers[at].index(Item(step))]

    def hops(self, arrow: Arrow) -> list[tuple[int, Wire, Entry]]:
        """Return the channels an arrow runs through: which, out of what, into what."""
        return [
            self._hop(at, arrow)
            for at in range(self.layer_of(arrow.start), self.layer_of(arrow.end))
        ]

    def _hop(self, at: int, arrow: Arrow) -> tuple[int, Wire, Entry]:
        upper, lower = self.layers[at], self.layers[at + 1]
        start = _place(upper, arrow.start)
        if Item(arrow.end) in lower:
            place = lower.index(Item(arrow.end))
            port = port_of(self.flow, arrow)
        else:
            place, port = lower.index(Item(arrow.start, is_lane=True)), 0
        return at, self.channels[at].wire(start), (place, port)


def _place(layer: Layer, step: int) -> int:
    return next(place for place, item in enumerate(layer) if item.step == step)


def port_of(flow: Flow, arrow: Arrow) -> int:
    """Return which port of its box an arrow enters: answered arrows have one of their own."""
    arrows = [other for other in flow.arrows if other.end == arrow.end]
    if all(other.answer == arrow.answer for other in arrows):
        return 0
    return 1 if arrow.answer else 0


def laid_across(
    flow: Flow, layers: tuple[Layer, ...], sizes: dict[int, float], extent: float
) -> Grid:
    """Place every item and lead every line."""
    item_sizes = [[0.0 if item.is_lane else sizes[item.step] for item in layer] for layer in layers]
    middles = placed_across(flow, layers, item_sizes, extent)
    channels: list[Channel] = []
    for at, pair in enumerate(pairwise(layers)):
        channel = _channel(flow, sizes, pair, (middles[at], middles[at + 1]))
        channels.append(channel)
        for place, item in enumerate(pair[1]):
            if item.is_lane:  # lines may enter it a little beside, and then it goes on there
                middles[at + 1][place] = channel.enters((place, 0))
    return Grid(flow, layers, sizes, tuple(map(tuple, middles)), tuple(channels))


def _channel(
    flow: Flow,
    sizes: dict[int, float],
    layers: tuple[Layer, Layer],
    middles: tuple[Sequence[float], Sequence[float]],
) -> Channel:
    upper, lower = layers
    wires = [
        Wire(place, _port(middles[0][place], 0 if item.is_lane else _reach(item, sizes)), entries)
        for place, item in enumerate(upper)
        if (entries := _entries(flow, item, lower))
    ]
    ports: dict[Entry, Port] = {}
    for place, item in enumerate(lower):
        used = [(wire, entry) for wire in wires for entry in wire.entries if entry[0] == place]
        ports |= _ports(used, middles[1][place], _reach(item, sizes))
    return routed(wires, ports)


def _reach(item: Item, sizes: dict[int, float]) -> float:
    """Return how far from an item's middle a line may meet it."""
    return _LANE_REACH if item.is_lane else sizes[item.step] / 2 - _FROM_CORNER


def _port(middle: float, reach: float) -> Port:
    return Port(middle, middle - reach, middle + reach)


def _entries(flow: Flow, item: Item, lower: Layer) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for place, other in enumerate(lower):
        if other.is_lane and other.step == item.step:
            entries.append((place, 0))
        elif not other.is_lane:
            arrows = [a for a in flow.arrows if (a.start, a.end) == (item.step, other.step)]
            entries += [(place, port_of(flow, arrow)) for arrow in arrows]
    return tuple(entries)


def _ports(used: Sequence[tuple[Wire, Entry]], middle: float, reach: float) -> dict[Entry, Port]:
    """Place the ports of one item: in its middle, or two of them on the sides they come from."""
    entries = list(dict.fromkeys(entry for _wire, entry in used))
    if len(entries) <= 1:
        return {entry: _port(middle, reach) for entry in entries}

    def from_where(entry: Entry) -> float:
        places = [wire.leaves for wire, other in used if other == entry]
        return sum(places) / len(places)

    entries.sort(key=from_where)
    half = round(reach / 2, 1)
    return {
        entry: _port(middle + half * side, half / 2)
        for entry, side in zip(entries, (-1, 1), strict=True)
    }
