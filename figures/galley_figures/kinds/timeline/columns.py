"""Where a timeline's columns and labels stand on a phone: numbers, axis, phases, marks, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count as counted
from typing import Final

from galley_figures.kinds.signs import SIGN
from galley_figures.kinds.timeline.axis import TimeAxis, axis_of, times_to_write
from galley_figures.kinds.timeline.lanes import Extent, free_of, lanes, stacked, stairs
from galley_figures.kinds.timeline.parts import DOT, LINE, Block, block_of
from galley_figures.kinds.timeline.spec import Entry, Timeline
from galley_figures.locale import Lang, number
from galley_figures.style.canvas import label_width

TOP: Final = 8.0
EDGE: Final = 8.0
LEAD: Final = 14.0
"""Room for leaders between marks and words."""
_NAME_WIDTH: Final = 92.0
_GAP: Final = 10.0
_MARKS_WIDTH: Final = 60.0
_MOST_STAIRS: Final = 6
_LENGTH: Final = 380.0
"""Of an axis that is not segmented, where its labels need no more."""
_PHASE_LENGTH: Final = 60.0
_TIME_LENGTH: Final = 18.0
"""More for each time that is to be read inside a phase."""
_MIDDLE_OF_LINE: Final = LINE / 2


@dataclass(frozen=True)
class Columns:
    """Places across the phone's page, in px from its left."""

    axis: float
    names: float
    marks: float
    words: float
    right: float
    bar: float
    step: float

    @property
    def words_width(self) -> float:
        """What words of marks are broken to."""
        return self.right - self.words


@dataclass(frozen=True)
class Lane:
    """A mark with its lane, its words, and where they are tied together."""

    entry: Entry
    block: Block
    lane: int
    anchor: float
    words_top: float


@dataclass(frozen=True)
class Name:
    """A phase with its name, moved away from its band's top where it must."""

    phase: Entry
    block: Block
    top: float


@dataclass(frozen=True)
class Plan:
    """All places of a timeline that runs down."""

    axis: TimeAxis
    length: float
    columns: Columns
    names: tuple[Name, ...]
    marks: tuple[Lane, ...]

    def y(self, time: float) -> float:
        """Return where a time lies."""
        return TOP + self.length * self.axis.position(time)

    @property
    def bottom(self) -> float:
        """Where the axis ends."""
        return TOP + self.length


def plan_down(timeline: Timeline, lang: Lang, *, width: float) -> Plan:
    """Find places for everything; more lanes of marks leave less room for words, so it is tried."""
    plans = ((count, _plan(timeline, lang, width, count)) for count in counted(1))
    return next(plan for count, plan in plans if all(mark.lane < count for mark in plan.marks))


def _plan(timeline: Timeline, lang: Lang, width: float, lane_count: int) -> Plan:
    names = [block_of(timeline, phase, lang, width=_NAME_WIDTH) for phase in timeline.phases]
    columns = _columns(timeline, names, lang, width, lane_count)
    entries = sorted(timeline.marks, key=lambda entry: (entry.start, -entry.last))
    blocks = [block_of(timeline, entry, lang, width=columns.words_width) for entry in entries]
    lengths = _lengths(timeline, names, entries, blocks)
    axis, length = axis_of(timeline, lengths), sum(lengths)
    bare = Plan(axis, length, columns, (), ())
    return Plan(
        axis,
        length,
        columns,
        _placed_names(bare, timeline, names),
        _placed_marks(bare, entries, blocks),
    )


def _columns(
    timeline: Timeline, names: Sequence[Block], lang: Lang, width: float, lane_count: int
) -> Columns:
    numbers = [number(time, lang) for time in times_to_write(timeline)]
    axis = EDGE + max(label_width(number, 12) for number in numbers) + 10
    names_left = axis + (_GAP if timeline.axis == "segmented" else _GAP + LEAD)
    widest = max((block.width for block in names), default=0.0)
    marks = names_left + widest + 12 if names else axis + 12
    step = min(12.0, _MARKS_WIDTH / lane_count)
    bar = max(3.0, min(9.0, step - 3))
    words = marks + (lane_count - 1) * step + bar + LEAD
    return Columns(axis, names_left, marks, words, width - EDGE, bar, step)


def _lengths(
    timeline: Timeline,
    names: Sequence[Block],
    entries: Sequence[Entry],
    blocks: Sequence[Block],
) -> tuple[float, ...]:
    """Return how long each phase is on a segmented axis; else the whole axis as one length."""
    if timeline.axis != "segmented":
        words = (sum(block.height + _GAP for block in some) for some in (names, blocks))
        return (max(_LENGTH, *words),)
    marks = tuple(zip(entries, blocks, strict=True))
    return tuple(
        _phase_length(phase, timeline, name, marks)
        for phase, name in zip(timeline.phases, names, strict=True)
    )


def _phase_length(
    phase: Entry, timeline: Timeline, name: Block, marks: Sequence[tuple[Entry, Block]]
) -> float:
    end = timeline.end_of(phase)
    times = {time for time in times_to_write(timeline) if phase.start < time < end}
    heights = [block.height + _GAP for entry, block in marks if phase.start <= entry.start < end]
    return max(_PHASE_LENGTH + _TIME_LENGTH * len(times), name.height + 20, sum(heights) + _GAP)


def _placed_names(plan: Plan, timeline: Timeline, blocks: Sequence[Block]) -> tuple[Name, ...]:
    tops = stacked(
        [plan.y(phase.start) + 5 for phase in timeline.phases],
        [block.height for block in blocks],
        low=TOP + 5,
        high=plan.bottom,
        gap=4,
    )
    return tuple(map(Name, timeline.phases, blocks, tops))


def _placed_marks(
    plan: Plan, entries: Sequence[Entry], blocks: Sequence[Block]
) -> tuple[Lane, ...]:
    extents = [_extent(plan, entry) for entry in entries]
    chosen = _lanes(extents)
    anchors = [
        plan.y(entry.start) if entry.end is None else _anchor(extents, chosen, n)
        for n, entry in enumerate(entries)
    ]
    order = sorted(range(len(entries)), key=lambda n: anchors[n])
    tops = stacked(
        [anchors[n] - _MIDDLE_OF_LINE for n in order],
        [blocks[n].height for n in order],
        low=TOP,
        high=plan.bottom,
        gap=_GAP - 2,
    )
    return tuple(
        Lane(entries[n], blocks[n], chosen[n], anchors[n], top)
        for n, top in zip(order, tops, strict=True)
    )


def _lanes(extents: Sequence[Extent]) -> tuple[int, ...]:
    """Choose lanes that leaders need not cross; where those are too many, as few as can be."""
    beyond = stairs(extents, gap=3)
    return beyond if max(beyond, default=0) < _MOST_STAIRS else lanes(extents, gap=3)


def _extent(plan: Plan, entry: Entry) -> Extent:
    if entry.end is None:
        half = (SIGN if entry.kind == "warning" else DOT) / 2
        return plan.y(entry.start) - half, plan.y(entry.start) + half
    return plan.y(entry.start), plan.y(entry.end)


def _anchor(extents: Sequence[Extent], chosen: Sequence[int], n: int) -> float:
    """Return where a stretch is tied to its words: where no mark of another lane lies between."""
    start, end = extents[n]
    between = [extents[other] for other in range(len(extents)) if chosen[other] > chosen[n]]
    first, last = next(iter(free_of(extents[n], between)), (start, end))
    return min(first + _MIDDLE_OF_LINE, (first + last) / 2)
