"""How a forest plot is drawn: wide in three columns, narrow with each row's words above its bar.

The artists' gids are ``interval-NAME``, ``estimate-NAME``, ``no-effect`` and ``threshold``. An
estimate whose interval holds no effect is an open ring, any other a dot.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.forest.axis_words import place_axis_words
from galley_figures.kinds.forest.places import (
    LINE,
    MARGIN,
    Columns,
    PlacedGroup,
    PlacedRow,
    PlacedText,
    numbers_title,
    place_columns,
    place_groups,
)
from galley_figures.kinds.forest.spec import Forest, ForestAxis, side_of
from galley_figures.kinds.signs import SIGN, SIGN_INDENT, warning_sign
from galley_figures.style.canvas import (
    Layout,
    measured_area,
    new_figure,
    page_area,
    rule,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.palette import colour

_SIGN_RISE = 4.5
"""How far the middle of a sign lies above the baseline of its words."""


def draw_forest(forest: Forest, layout: Layout) -> Figure:
    """Draw the groups from top to bottom, then the axis, its words and the note."""
    columns = place_columns(forest, layout)
    title = numbers_title(forest, columns)
    groups = place_groups(forest, columns, title.bottom + 10)
    bottom = groups[-1].bottom
    words = place_axis_words(forest, columns, bottom, lambda v: _page_x(forest, columns, v))
    notes = _notes(forest, columns, bottom, words)
    texts = (title, *words, *notes)
    figure = new_figure(layout, height_px=max(text.bottom for text in texts) + 10)
    page = page_area(figure)
    axes = _measured_axes(figure, forest.axis, columns, groups[0].top, bottom)
    for group in groups:
        _draw_lines(axes, forest, group, columns)
        _draw_group(page, axes, forest, group, columns)
    _write_all(page, texts)
    if forest.caution:
        warning_sign(page, MARGIN + SIGN / 2, notes[0].y - _SIGN_RISE, "caution")
    return figure


def _notes(
    forest: Forest, columns: Columns, bottom: float, words: Iterable[PlacedText]
) -> tuple[PlacedText, ...]:
    """Place the caution, then the note: beside the axis, or below its words."""
    y = max(text.bottom for text in words) + 26 if columns.is_stacked else bottom + 20
    placed: list[PlacedText] = []
    if forest.caution:
        text = wrap(forest.caution, columns.label - SIGN_INDENT, 12, "semibold")
        x = MARGIN + SIGN_INDENT
        placed.append(PlacedText(x, y, text, "caution", gid="caution", weight="semibold"))
        y = placed[-1].bottom + LINE
    if forest.note:
        note = wrap(forest.note, columns.label, 12)
        placed.append(PlacedText(MARGIN, y, note, gid="note"))
    return tuple(placed)


def _page_x(forest: Forest, columns: Columns, value: float) -> float:
    """Return the page's px of a value on the axis."""
    scaled = math.log if forest.axis.scale == "log" else float
    low, high = map(scaled, forest.axis.limits)
    return columns.plot_left + (scaled(value) - low) / (high - low) * columns.plot_width


def _measured_axes(
    figure: Figure, axis: ForestAxis, columns: Columns, top: float, bottom: float
) -> Axes:
    """Return axes that measure the effect across and the page's px downwards."""
    axes = measured_area(
        figure, left=columns.plot_left, top=top, width=columns.plot_width, height=bottom - top
    )
    axes.set_xscale(axis.scale)
    axes.set_xlim(axis.limits)
    axes.set_ylim(bottom, top)
    axes.set_yticks([])
    axes.set_xticks([value for value, _ in axis.ticks], [label for _, label in axis.ticks])
    axes.minorticks_off()
    return axes


def _draw_lines(axes: Axes, forest: Forest, group: PlacedGroup, columns: Columns) -> None:
    """Draw no effect and the thresholds behind the bars, never through words."""
    spans = [(group.rows_top + 4, group.bottom)]
    if columns.is_stacked:
        spans = [(row.bar - 10, row.bar + 10) for row in group.rows]
    for span in spans:
        value = forest.no_effect.value
        rule(axes, (value, value), span, gid="no-effect", zorder=1)
        for line in forest.thresholds:
            x, dashes = (line.value, line.value), (0, (3, 3))
            rule(axes, x, span, gid="threshold", linestyle=dashes, zorder=1)


def _draw_group(
    page: Axes, axes: Axes, forest: Forest, group: PlacedGroup, columns: Columns
) -> None:
    rule(page, (MARGIN, columns.right), (group.top, group.top), colour_name="hairline")
    if group.title:
        write_lines(page, MARGIN, group.top + 20, group.title, line_px=LINE, weight="semibold")
    for placed in group.rows:
        _draw_bar(axes, forest, placed)
        _write_all(page, placed.texts)


def _draw_bar(axes: Axes, forest: Forest, placed: PlacedRow) -> None:
    row, y = placed.row, placed.bar
    name = row.colour_name
    rule(axes, (row.low, row.high), (y, y), colour_name=name, width=2, gid=f"interval-{row.name}")
    for end in (row.low, row.high):
        rule(axes, (end, end), (y - 4, y + 4), colour_name=name, width=1.5)
    is_open = side_of(row.low, row.high, forest.no_effect.value) == "unclear"
    axes.plot(
        [row.estimate],
        [y],
        "o",
        ms=7,
        color=colour(name),
        mfc=colour("paper" if is_open else name),
        mew=2 if is_open else 0,
        gid=f"estimate-{row.name}",
    )


def _write_all(page: Axes, texts: Iterable[PlacedText]) -> None:
    for text in texts:
        write_lines(
            page,
            text.x,
            text.y,
            text.text,
            line_px=LINE,
            size_px=text.size_px,
            colour_name=text.colour_name,
            weight=text.weight,
            align=text.align,
            gid=text.gid,
        )
