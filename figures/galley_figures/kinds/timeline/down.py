"""How a timeline is drawn for a phone: time runs down, words stand beside their times."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.signs import warning_sign
from galley_figures.kinds.timeline.axis import kept_apart, times_to_write
from galley_figures.kinds.timeline.columns import EDGE, TOP, Lane, Name, Plan, plan_down
from galley_figures.kinds.timeline.parts import (
    LINE,
    band_colour,
    break_mark,
    mark_colour,
    write_block,
)
from galley_figures.kinds.timeline.spec import Timeline
from galley_figures.kinds.timeline.words import axis_words
from galley_figures.locale import Lang, number
from galley_figures.style.canvas import Layout, box, new_figure, page_area, rule, write, write_lines
from galley_figures.style.fonts import wrap
from galley_figures.style.marks import dots


def draw_down(timeline: Timeline, layout: Layout, lang: Lang) -> Figure:
    """Draw the axis at the left, then the phases, the marks in lanes, and their words."""
    plan = plan_down(timeline, lang, width=layout.width_px)
    words = wrap(axis_words(timeline, lang), layout.width_px - 2 * EDGE, 12)
    figure = new_figure(layout, height_px=plan.bottom + 26 + LINE * (words.count("\n") + 1))
    page = page_area(figure)
    for index, name in enumerate(plan.names):
        _draw_phase(page, plan, timeline, name, index)
    if _needs_leaders(plan):
        _draw_leaders(page, plan)
    for mark in plan.marks:
        _draw_mark(page, plan, mark)
    _draw_axis(page, plan, timeline, lang)
    write_lines(
        page, EDGE, plan.bottom + 26, words, line_px=LINE, size_px=12, colour_name="ink-muted"
    )
    return figure


def _draw_phase(page: Axes, plan: Plan, timeline: Timeline, name: Name, number: int) -> None:
    top, bottom = plan.y(name.phase.start), plan.y(timeline.end_of(name.phase))
    columns = plan.columns
    fill = band_colour(name.phase, number)
    if fill:
        width = columns.right - columns.axis
        box(page, columns.axis, top, width, bottom - top, fill=fill, gid="phase-band")
    write_block(page, name.block, columns.names, name.top, colour_name="ink", gid="phase-name")
    if timeline.axis != "segmented":
        middle = name.top + LINE / 2
        ends = (columns.axis, columns.axis + 6, columns.names - 4)
        rule(page, ends, (top, top, middle), gid="pole")


def _draw_mark(page: Axes, plan: Plan, mark: Lane) -> None:
    entry, colour_name = mark.entry, mark_colour(mark.entry)
    columns, y = plan.columns, plan.y(mark.entry.start)
    left = columns.marks + mark.lane * columns.step
    if entry.end is not None:
        height = plan.y(entry.end) - y
        box(page, left, y, columns.bar, height, fill=colour_name, gid=entry.kind)
    elif entry.kind == "warning":
        warning_sign(page, left + columns.bar / 2, y, colour_name)
    else:
        middle = left + columns.bar / 2
        dots(page, [(middle, y)], diameter=columns.bar, colour_name=colour_name, gid="event")
    write_block(
        page,
        mark.block,
        columns.words,
        mark.words_top,
        colour_name=colour_name,
        gid="mark-label",
    )


def _needs_leaders(plan: Plan) -> bool:
    """Tell whether some words stand apart from their marks."""
    return any(
        mark.lane > 0 or abs(mark.words_top + LINE / 2 - mark.anchor) > LINE / 2
        for mark in plan.marks
    )


def _draw_leaders(page: Axes, plan: Plan) -> None:
    columns = plan.columns
    turn = columns.words - 12
    for mark in plan.marks:
        right = columns.marks + mark.lane * columns.step + columns.bar + 1
        middle = mark.words_top + LINE / 2
        rule(
            page,
            (right, max(right, turn), columns.words - 4),
            (mark.anchor, mark.anchor, middle),
            gid="leader",
            zorder=1,  # behind the marks, which are drawn later
        )


def _draw_axis(page: Axes, plan: Plan, timeline: Timeline, lang: Lang) -> None:
    x = plan.columns.axis
    rule(page, (x, x), (TOP, plan.bottom), gid="axis")
    breaks = plan.axis.limits[1:-1]
    for limit in breaks:
        break_mark(page, x, plan.y(limit))
    times = times_to_write(timeline)
    middles = [min(max(plan.y(time), TOP + 5), plan.bottom - 4) for time in times]
    for n in kept_apart(middles, [LINE] * len(times), gap=0):
        y = plan.y(times[n])
        if times[n] not in breaks:
            rule(page, (x - 5, x), (y, y), gid="tick")
        write(
            page,
            x - 10,
            middles[n] + 4,
            number(times[n], lang),
            size_px=12,
            colour_name="ink-soft",
            align="right",
            gid="tick-label",
        )
