"""How lines run between two layers: out of a box, along a track, and into the next box.

Everything here is measured across the flow; how high a track lies is decided when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final, TypeAlias

STRAIGHT: Final = 14.0
"""A bend smaller than this is taken out by moving where a line leaves or enters its box."""
APART: Final = 9.0
"""How near two lines of different steps may run beside each other."""

_ATTEMPTS: Final = 8

Entry: TypeAlias = tuple[int, int]
"""What a line enters: the item's place in the lower layer, and which of its ports."""


@dataclass(frozen=True)
class Port:
    """Where a line meets an item, and between which places that may be moved."""

    place: float
    low: float
    high: float

    def near(self, place: float) -> Port:
        """Return the port moved as near to a place as it may be."""
        return replace(self, place=min(max(place, self.low), self.high))


@dataclass(frozen=True)
class Wire:
    """The lines out of one item.

    Attributes
    ----------
    start
        The item's place in the upper layer.
    entries
        What they enter.
    """

    start: int
    port: Port
    entries: tuple[Entry, ...]

    @property
    def leaves(self) -> float:
        """Where they leave the item."""
        return self.port.place


@dataclass(frozen=True)
class Channel:
    """All lines between two layers.

    Attributes
    ----------
    ports
        Where each entry lies.
    tracks
        The track of each group of wires that enter the same, from 0; straight ones have none.
    """

    wires: tuple[Wire, ...]
    ports: Mapping[Entry, Port] = field(hash=False)
    tracks: Mapping[tuple[Entry, ...], int] = field(default_factory=dict, hash=False)

    def enters(self, entry: Entry) -> float:
        """Return where lines enter an item of the lower layer."""
        return self.ports[entry].place

    @property
    def number_of_tracks(self) -> int:
        """How many tracks there are."""
        return max(self.tracks.values(), default=-1) + 1

    def wire(self, start: int) -> Wire:
        """Return the lines out of an item of the upper layer."""
        return next(wire for wire in self.wires if wire.start == start)

    def track(self, wire: Wire) -> int | None:
        """Return the track that a wire runs along, if it does not run straight."""
        return self.tracks.get(wire.entries)


def routed(wires: Sequence[Wire], ports: Mapping[Entry, Port]) -> Channel:
    """Straighten what is almost straight, and give every other group of lines a track."""
    channel = _straightened(Channel(tuple(wires), ports))
    channel = replace(channel, tracks=_best_tracks(channel))
    return _parted(channel)


def _straightened(channel: Channel) -> Channel:
    wires, ports = list(channel.wires), dict(channel.ports)
    users = [entry for wire in wires for entry in wire.entries]
    for at, wire in enumerate(wires):
        near = [e for e in wire.entries if 0 < abs(ports[e].place - wire.leaves) < STRAIGHT]
        if not near:
            continue
        enters = ports[near[0]]
        if wire.port.near(enters.place).place == enters.place:
            wires[at] = replace(wire, port=wire.port.near(enters.place))
        elif users.count(near[0]) == 1 and enters.near(wire.leaves).place == wire.leaves:
            ports[near[0]] = enters.near(wire.leaves)
    return replace(channel, wires=tuple(wires), ports=ports)


@dataclass(frozen=True)
class _Group:
    """Wires that enter the same, and so share a track."""

    entries: tuple[Entry, ...]
    above: tuple[float, ...]
    below: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(*self.above, *self.below)

    @property
    def high(self) -> float:
        return max(*self.above, *self.below)

    @property
    def is_straight(self) -> bool:
        return self.low == self.high


def _groups(channel: Channel) -> tuple[_Group, ...]:
    keys = dict.fromkeys(wire.entries for wire in channel.wires)
    return tuple(
        _Group(
            key,
            tuple(wire.leaves for wire in channel.wires if wire.entries == key),
            tuple(channel.enters(entry) for entry in key),
        )
        for key in keys
    )


def _best_tracks(channel: Channel) -> dict[tuple[Entry, ...], int]:
    """Order the tracks so that lines neither run into each other nor cross without need."""
    groups = _groups(channel)
    straight = [group for group in groups if group.is_straight]
    order = [group for group in groups if not group.is_straight]
    cost = _cost(order, straight)
    is_better = True
    while is_better:
        is_better = False
        for one, other in combinations(range(len(order)), 2):
            candidate = list(order)
            candidate[one], candidate[other] = candidate[other], candidate[one]
            if (less := _cost(candidate, straight)) < cost:
                order, cost, is_better = candidate, less, True
    return {group.entries: track for track, group in enumerate(order)}


def _cost(order: Sequence[_Group], straight: Sequence[_Group]) -> tuple[int, int]:
    """Return how many lines run into each other, and how many cross."""
    tracks = {group.entries: track for track, group in enumerate(order)}
    meetings = sum(1 for _ in _meetings(order, tracks))
    return meetings, sum(_crossings(group, tracks, [*order, *straight]) for group in order)


def _meetings(
    groups: Sequence[_Group], tracks: Mapping[tuple[Entry, ...], int]
) -> Iterator[tuple[_Group, float, _Group, float]]:
    """Find lines out of one group that lie on lines into another one, with both places."""
    for one in groups:
        for other in groups:
            if one is other or tracks[other.entries] >= tracks[one.entries]:
                continue
            for leaves in one.above:
                for enters in other.below:
                    if abs(leaves - enters) < APART:
                        yield one, leaves, other, enters


def _crossings(
    group: _Group, tracks: Mapping[tuple[Entry, ...], int], groups: Sequence[_Group]
) -> int:
    """Count the upright lines of other groups that a group's track crosses."""
    own = tracks[group.entries]
    count = 0
    for other in groups:
        if other is group:
            continue
        track = tracks.get(other.entries)
        upright = [place for place in other.above if track is None or own < track]
        upright += [place for place in other.below if track is not None and own > track]
        shared = {*group.above, *group.below}
        count += sum(group.low < place < group.high and place not in shared for place in upright)
    return count


def _parted(channel: Channel) -> Channel:
    """Move lines that still lie on each other apart, at one of their boxes."""
    for _attempt in range(_ATTEMPTS):
        moved = next(_moved(channel), None)
        if moved is None:
            break
        channel = moved
    return channel


def _moved(channel: Channel) -> Iterator[Channel]:
    """Take one meeting out: move where a line leaves its box, or else where the other enters."""
    groups = [group for group in _groups(channel) if not group.is_straight]
    for one, leaves, other, enters in _meetings(groups, channel.tracks):
        side = STRAIGHT if _leans_right(one, leaves) else -STRAIGHT
        for wire in channel.wires:
            moved = replace(wire, port=wire.port.near(enters + side))
            is_it = wire.entries == one.entries and wire.leaves == leaves
            if is_it and abs(moved.leaves - enters) >= APART:
                wires = tuple(moved if each is wire else each for each in channel.wires)
                yield replace(channel, wires=wires)
        for entry in other.entries:
            port = channel.ports[entry].near(leaves - side)
            if channel.enters(entry) == enters and abs(port.place - leaves) >= APART:
                yield replace(channel, ports={**channel.ports, entry: port})


def _leans_right(group: _Group, leaves: float) -> bool:
    return sum(group.below) / len(group.below) >= leaves
