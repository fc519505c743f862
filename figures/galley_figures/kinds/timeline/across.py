"""How a timeline is drawn for a page: time runs to the right, labels stand in lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.signs import SIGN, warning_sign
from galley_figures.kinds.timeline.axis import TimeAxis, axis_of, kept_apart, times_to_write
from galley_figures.kinds.timeline.lanes import flags, lanes
from galley_figures.kinds.timeline.parts import (
    DOT,
    LINE,
    Block,
    band_colour,
    block_of,
    break_mark,
    mark_colour,
    write_block,
)
from galley_figures.kinds.timeline.spec import Entry, Timeline
from galley_figures.kinds.timeline.words import axis_words
from galley_figures.locale import Lang, number
from galley_figures.style.canvas import (
    Layout,
    box,
    label_width,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.marks import dots

_LEFT: Final = 12.0
_PAD: Final = 8.0
_BAR: Final = 9.0
_NAME_WIDTH: Final = 112.0
"""What names of phases are broken to where their bands are narrower."""
_LABEL_WIDTH: Final = 250.0
_LANE_GAP: Final = 16.0
_TICK_GAP: Final = 10.0


@dataclass(frozen=True)
class Place:
    """The axis on the page."""

    axis: TimeAxis
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def x(self, time: float) -> float:
        """Return where a time lies."""
        return self.left + self.width * self.axis.position(time)


@dataclass(frozen=True)
class _Head:
    """A phase's words, raised so that all can be read."""

    block: Block
    pole: float
    lane: int


@dataclass(frozen=True)
class _Mark:
    """A warning, a span or an event with its words, in a lane of its group."""

    entry: Entry
    block: Block
    label_left: float
    top: float


def draw_across(timeline: Timeline, layout: Layout, lang: Lang) -> Figure:
    """Draw the phases as bands under their names, the marks in lanes, and the axis below."""
    place = place_across(timeline, lang, left=_LEFT, width=layout.width_px - 2 * _LEFT)
    heads = _heads(timeline, place, lang)
    levels = _levels(heads)
    marks, bottom = _marks(timeline, place, lang, top=(levels[0] if levels else 0) + 18)
    words = wrap(axis_words(timeline, lang), place.width, 12)
    figure = new_figure(layout, height_px=bottom + 44 + LINE * (words.count("\n") + 1))
    page = page_area(figure)
    _draw_heads(page, timeline, heads, place, bottom)
    for mark in marks:
        _draw_mark(page, mark, place)
    draw_axis_across(page, timeline, place, bottom, lang)
    write_lines(
        page, place.left, bottom + 44, words, line_px=LINE, size_px=12, colour_name="ink-muted"
    )
    return figure


def place_across(timeline: Timeline, lang: Lang, *, left: float, width: float) -> Place:
    """Lay the axis out; it ends early where the names of late phases need room beyond it."""
    needs = [
        block_of(timeline, phase, lang, width=_NAME_WIDTH).width + 2 * _PAD
        for phase in timeline.phases
    ]
    axis = axis_of(timeline, _shares(timeline, needs, width))
    room = (
        (width - need) / position
        for phase, need in zip(timeline.phases, needs, strict=True)
        if (position := axis.position(phase.start)) > 0
    )
    return Place(axis, left, min(width, *room, width))


def _shares(timeline: Timeline, needs: Sequence[float], width: float) -> list[float]:
    """Give each phase of a segmented axis room for its name and for what happens in it."""
    times = set(times_to_write(timeline))
    busy = [
        1 + sum(phase.start < time < timeline.end_of(phase) for time in times)
        for phase in timeline.phases
    ]
    spare = max(0.0, width - sum(needs)) / max(1, sum(busy))
    return [need + spare * count for need, count in zip(needs, busy, strict=True)]


def _heads(timeline: Timeline, place: Place, lang: Lang) -> tuple[_Head, ...]:
    phases = timeline.phases
    poles = [place.x(phase.start) for phase in phases]
    bands = [place.x(timeline.end_of(p)) - x for p, x in zip(phases, poles, strict=True)]
    blocks = [
        block_of(timeline, phase, lang, width=max(band - 2 * _PAD, _NAME_WIDTH))
        for phase, band in zip(phases, bands, strict=True)
    ]
    raised = flags(poles, [_PAD + block.width for block in blocks], gap=_PAD)
    return tuple(map(_Head, blocks, poles, raised))


def _levels(heads: Sequence[_Head]) -> tuple[float, ...]:
    """Return where each lane of names ends, from the lowest lane upwards."""
    count = max((head.lane for head in heads), default=-1) + 1
    heights = [
        max(head.block.height for head in heads if head.lane == lane) + 10
        for lane in reversed(range(count))
    ]
    return tuple(reversed(list(accumulate(heights))))


def _marks(
    timeline: Timeline, place: Place, lang: Lang, *, top: float
) -> tuple[tuple[_Mark, ...], float]:
    """Return the marks in their lanes, warnings first, and where the last lane ends."""
    placed: list[_Mark] = []
    for _kind, group in groupby(timeline.marks, key=lambda entry: entry.kind):
        for row in _rows(timeline, tuple(group), place, lang):
            placed.extend(_Mark(entry, block, left, top) for entry, block, left in row)
            top += _BAR + 5 + max(block.height for _entry, block, _left in row) + _LANE_GAP
    return tuple(placed), max(top, 96 if timeline.phases else 0)


def _rows(
    timeline: Timeline, entries: Sequence[Entry], place: Place, lang: Lang
) -> Iterator[list[tuple[Entry, Block, float]]]:
    """Yield the lanes of one group, each entry with its words and where these begin."""
    blocks = [block_of(timeline, entry, lang, width=_LABEL_WIDTH) for entry in entries]
    ends = [_ends(entry, place) for entry in entries]
    lefts = [
        max(_LEFT, min(start + (_PAD if entry.end is not None else 0), place.right - block.width))
        for entry, (start, _end), block in zip(entries, ends, blocks, strict=True)
    ]
    extents = [
        (min(start, left), max(end, left + block.width))
        for (start, end), left, block in zip(ends, lefts, blocks, strict=True)
    ]
    chosen = lanes(extents, gap=_LANE_GAP)
    for lane in range(max(chosen) + 1):
        yield [
            (entry, block, left)
            for entry, block, left, mine in zip(entries, blocks, lefts, chosen, strict=True)
            if mine == lane
        ]


def _ends(entry: Entry, place: Place) -> tuple[float, float]:
    """Return where a mark begins and ends on the page; a moment's mark lies around it."""
    if entry.end is None:
        half = (SIGN if entry.kind == "warning" else DOT) / 2
        return place.x(entry.start) - half, place.x(entry.start) + half
    return place.x(entry.start), place.x(entry.end)


def _draw_heads(
    page: Axes, timeline: Timeline, heads: Sequence[_Head], place: Place, bottom: float
) -> None:
    levels = _levels(heads)
    band_top = levels[1] if len(levels) > 1 else 0.0
    draw_bands_across(page, timeline, place, band_top, bottom)
    for head in heads:
        top = levels[head.lane] - head.block.height - 4
        write_block(page, head.block, head.pole + _PAD, top, colour_name="ink", gid="phase-name")
        if len(levels) > 1:
            rule(page, (head.pole,) * 2, (top + 2, levels[0] + 4), gid="pole")


def draw_bands_across(
    page: Axes, timeline: Timeline, place: Place, top: float, bottom: float
) -> None:
    """Draw the areas of the phases."""
    for index, phase in enumerate(timeline.phases):
        left, right = place.x(phase.start), place.x(timeline.end_of(phase))
        fill = band_colour(phase, index)
        if fill:
            box(page, left, top, right - left, bottom - top, fill=fill, gid="phase-band")


def _draw_mark(page: Axes, mark: _Mark, place: Place) -> None:
    entry, colour_name = mark.entry, mark_colour(mark.entry)
    x, y = place.x(entry.start), mark.top + _BAR / 2
    if entry.end is not None:
        box(page, x, mark.top, place.x(entry.end) - x, _BAR, fill=colour_name, gid=entry.kind)
    elif entry.kind == "warning":
        warning_sign(page, x, y, colour_name)
    else:
        dots(page, [(x, y)], diameter=DOT, colour_name=colour_name, gid="event")
    write_block(
        page,
        mark.block,
        mark.label_left,
        mark.top + _BAR + 5,
        colour_name=colour_name,
        gid="mark-label",
    )


def draw_axis_across(page: Axes, timeline: Timeline, place: Place, y: float, lang: Lang) -> None:
    """Draw the axis with the times that it names, and breaks where its scale changes."""
    rule(page, (place.left, place.right), (y, y), gid="axis")
    for limit in place.axis.limits[1:-1]:
        break_mark(page, place.x(limit), y)
    times = times_to_write(timeline)
    labels = [number(time, lang) for time in times]
    widths = [label_width(label, 12) for label in labels]
    middles = [
        min(max(place.x(time), place.left + width / 2), place.right - width / 2)
        for time, width in zip(times, widths, strict=True)
    ]
    for n in kept_apart(middles, widths, gap=_TICK_GAP):
        x = place.x(times[n])
        rule(page, (x, x), (y, y + 5), gid="tick")
        write(
            page,
            middles[n],
            y + 19,
            labels[n],
            size_px=12,
            colour_name="ink-soft",
            align="center",
            gid="tick-label",
        )
