"""How a forest plot is drawn: wide in three columns, narrow with each label above its bar.

The artists' gids are ``interval-NAME``, ``estimate-NAME``, ``no-effect`` and ``threshold``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.forest import Forest, ForestAxis, ForestRow
from galley_figures.style.canvas import (
    Align,
    Layout,
    label_width,
    measured_area,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.palette import ColourName, colour

MARGIN: Final = 12
LINE: Final = 16
"""From one baseline to the next, in labels and notes."""


@dataclass(frozen=True)
class _Columns:
    """Where things stand from left to right, in px.

    Attributes
    ----------
    label, note
        Widths to break labels and the note to.
    is_stacked
        Whether a row's words stand above its bar, not beside it.
    """

    right: float
    label: float
    note: float
    plot_left: float
    plot_width: float
    is_stacked: bool

    @property
    def plot_right(self) -> float:
        return self.plot_left + self.plot_width


@dataclass(frozen=True)
class _PlacedRow:
    """A row with its heights on the page: baselines of its words, and its bar."""

    row: ForestRow
    label: str
    label_y: float
    source_y: float
    bar: float
    bottom: float


@dataclass(frozen=True)
class _PlacedGroup:
    """A group with its heights on the page."""

    title: str
    top: float
    rows: tuple[_PlacedRow, ...]

    @property
    def bottom(self) -> float:
        return self.rows[-1].bottom


def draw_forest(forest: Forest, layout: Layout) -> Figure:
    """Draw the groups from top to bottom, then the axis, its words and the note."""
    columns = _columns(layout)
    groups = _place_groups(forest, columns)
    bottom = groups[-1].bottom
    note = wrap(forest.note, columns.note, 12)
    note_y = bottom + (_axis_height(forest) + 24 if columns.is_stacked else 18)
    note_bottom = note_y + LINE * note.count("\n") + 12
    figure = new_figure(layout, height_px=max(note_bottom, bottom + _axis_height(forest) + 8))
    page = page_area(figure)
    axes = _measured_axes(figure, forest.axis, columns, groups[0].top, bottom)
    _write_numbers_title(page, forest, columns)
    for group in groups:
        _draw_lines(axes, forest, group, columns)
        _draw_group(page, axes, group, columns)
    _write_axis_words(page, axes, forest, columns, bottom)
    write_lines(
        page, MARGIN, note_y, note, line_px=LINE, size_px=12, colour_name="ink-soft", gid="note"
    )
    return figure


def _columns(layout: Layout) -> _Columns:
    right = layout.width_px - MARGIN
    if layout.is_narrow:
        width = right - MARGIN
        return _Columns(right, width, width, MARGIN, width, is_stacked=True)
    return _Columns(right, 256, 256, 300, 250, is_stacked=False)


def _place_groups(forest: Forest, columns: _Columns) -> tuple[_PlacedGroup, ...]:
    placed: list[_PlacedGroup] = []
    top = 28.0
    for group in forest.groups:
        # A group's title has no bar beside it, so it may run over the whole width.
        title = wrap(group.title, columns.right - MARGIN, 13, "semibold")
        rows_top = top + 23 + LINE * title.count("\n")
        placed.append(_PlacedGroup(title, top, _place_rows(group.rows, columns, rows_top)))
        top = placed[-1].bottom + 10
    return tuple(placed)


def _place_rows(
    rows: tuple[ForestRow, ...], columns: _Columns, top: float
) -> tuple[_PlacedRow, ...]:
    placed: list[_PlacedRow] = []
    for row in rows:
        label = wrap(row.label, columns.label, 13)
        label_y = top + 18
        source_y = label_y + LINE * (label.count("\n") + 1)
        bar = source_y + 18 if columns.is_stacked else (label_y + source_y) / 2 - 4
        bottom = (bar if columns.is_stacked else source_y) + 14
        placed.append(_PlacedRow(row, label, label_y, source_y, bar, bottom))
        top = bottom
    return tuple(placed)


def _axis_height(forest: Forest) -> float:
    """Return what the ticks, the lines' words, the sides and the axis label take below the rows."""
    return 22 + LINE * (2 + _has_sides(forest.axis) + forest.axis.label.count("\n"))


def _has_sides(axis: ForestAxis) -> bool:
    return bool(axis.low_side or axis.high_side)


def _measured_axes(
    figure: Figure, axis: ForestAxis, columns: _Columns, top: float, bottom: float
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


def _draw_lines(axes: Axes, forest: Forest, group: _PlacedGroup, columns: _Columns) -> None:
    """Draw no effect and the thresholds behind the bars, never through words."""
    spans = [(group.rows[0].label_y - 14, group.bottom)]
    if columns.is_stacked:
        spans = [(row.bar - 10, row.bar + 10) for row in group.rows]
    for span in spans:
        value = forest.no_effect.value
        rule(axes, (value, value), span, gid="no-effect", zorder=1)
        for line in forest.thresholds:
            x, dashes = (line.value, line.value), (0, (3, 3))
            rule(axes, x, span, gid="threshold", linestyle=dashes, zorder=1)


def _draw_group(page: Axes, axes: Axes, group: _PlacedGroup, columns: _Columns) -> None:
    rule(page, (MARGIN, columns.right), (group.top, group.top), colour_name="hairline")
    write_lines(page, MARGIN, group.top + 20, group.title, line_px=LINE, weight="semibold")
    for placed in group.rows:
        _draw_bar(axes, placed)
        write_lines(page, MARGIN, placed.label_y, placed.label, line_px=LINE)
        _write_small(page, MARGIN, placed.source_y, placed.row.source, "ink-muted")
        _write_numbers(page, placed, columns)


def _draw_bar(axes: Axes, placed: _PlacedRow) -> None:
    row, y = placed.row, placed.bar
    name = row.colour_name
    rule(axes, (row.low, row.high), (y, y), colour_name=name, width=2, gid=f"interval-{row.name}")
    for end in (row.low, row.high):
        rule(axes, (end, end), (y - 4, y + 4), colour_name=name, width=1.5)
    axes.plot([row.estimate], [y], "o", ms=6, color=colour(name), gid=f"estimate-{row.name}")


def _write_numbers(page: Axes, placed: _PlacedRow, columns: _Columns) -> None:
    """Write the numbers and what they mean: at the right of the bar, or above it."""
    row = placed.row
    if columns.is_stacked:
        left = MARGIN + label_width(row.source, 12) + 10
        write(page, columns.right, placed.source_y, row.numbers, align="right")
        _write_small(page, left, placed.source_y, row.verdict, row.verdict_colour_name)
        return
    left = columns.plot_right + 24
    write(page, left, placed.bar - 2 if row.verdict else placed.bar + 5, row.numbers)
    _write_small(page, left, placed.bar + 14, row.verdict, row.verdict_colour_name)


def _write_numbers_title(page: Axes, forest: Forest, columns: _Columns) -> None:
    align: Align = "right" if columns.is_stacked else "left"
    x = columns.right if columns.is_stacked else columns.plot_right + 24
    _write_small(page, x, 18, forest.numbers_title, "ink-muted", align=align)


def _write_axis_words(
    page: Axes, axes: Axes, forest: Forest, columns: _Columns, bottom: float
) -> None:
    """Write below the ticks what the lines are, what lies on both sides, and what is measured."""
    y = bottom + 20 + LINE
    for line in (forest.no_effect, *forest.thresholds):
        half = label_width(line.label, 12) / 2
        x = min(_page_x(axes, line.value), columns.right - half)
        _write_small(page, x, y, line.label, "ink-soft", align="center")
    axis = forest.axis
    _write_small(page, columns.plot_left, y + LINE, axis.low_side, "ink-soft")
    _write_small(page, columns.plot_right, y + LINE, axis.high_side, "ink-soft", align="right")
    middle = (columns.plot_left + columns.plot_right) / 2
    write_lines(
        page,
        middle,
        y + LINE * (1 + _has_sides(axis)),
        axis.label,
        line_px=LINE,
        size_px=12,
        colour_name="ink-muted",
        align="center",
    )


def _page_x(axes: Axes, value: float) -> float:
    """Return the page's px of a value on the axis."""
    return float(axes.transData.transform((value, 0))[0])


def _write_small(
    page: Axes, x: float, y: float, text: str, colour_name: ColourName, *, align: Align = "left"
) -> None:
    if text:
        write(page, x, y, text, size_px=12, colour_name=colour_name, align=align)
