"""How the CPASS groups are drawn: a row each, with the start of training on one axis of time.

The artists' gids are ``training-KEY``'s number from the top, as in ``training-1``, ``year`` for
the time until the score is measured again, ``measured-again``, ``finding`` and the marks'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.cpass_start_times.data import Data, Row
from galley_figures.gallery.cpass_start_times.groups import MEASURED_AGAIN_MONTH
from galley_figures.kinds.comparison_matrix import MARK_INDENT, draw_mark
from galley_figures.locale import number
from galley_figures.style.canvas import Layout, box, new_figure, page_area, rule, write, write_lines
from galley_figures.style.fonts import wrap
from galley_figures.style.marks import ring
from galley_figures.style.palette import ColourName

MARGIN: Final = 12
LINE: Final = 16
BAR: Final = 10
"""Thickness of a bar of training."""
_TICKS: Final = (0, 1, 2, 3, 6, 9, 12)
_FINDING_COLOURS: Final[dict[str, ColourName]] = {"up": "restoration", "level": "ink-soft"}


@dataclass(frozen=True)
class _Columns:
    """Where things stand from left to right.

    Attributes
    ----------
    names, findings
        Widths to break words to.
    """

    names: float
    axis_left: float
    axis_right: float
    findings_left: float
    findings: float
    right: float

    def x(self, month: float) -> float:
        return self.axis_left + month / MEASURED_AGAIN_MONTH * (self.axis_right - self.axis_left)


@dataclass(frozen=True)
class _PlacedRow:
    """A row with its heights; `text` is broken to its column."""

    row: Row
    top: float
    bar: float
    finding: float
    text: str
    bottom: float


def draw_groups(data: Data, layout: Layout) -> Figure:
    """Draw a row for each group, the axis of time below them, and the note."""
    columns = _columns(layout)
    rows = _place_rows(data, columns, is_stacked=layout.is_narrow)
    bottom = rows[-1].bottom
    note = wrap(data.words.note, columns.right - MARGIN, 12)
    note_top = bottom + 58
    figure = new_figure(layout, height_px=note_top + LINE * note.count("\n") + 14)
    page = page_area(figure)
    _write_heads(page, data, columns, is_stacked=layout.is_narrow)
    for number_, placed in enumerate(rows, start=1):
        _draw_row(page, placed, columns, number_)
    _draw_axis(page, data, columns, bottom)
    write_lines(
        page, MARGIN, note_top, note, line_px=LINE, size_px=12, colour_name="ink-soft", gid="note"
    )
    return figure


def _columns(layout: Layout) -> _Columns:
    right = layout.width_px - MARGIN
    if layout.is_narrow:
        whole = right - MARGIN
        return _Columns(whole, MARGIN + 5, right - 5, MARGIN, whole, right)
    return _Columns(214, 246, 500, 540, right - 540, right)


def _place_rows(data: Data, columns: _Columns, *, is_stacked: bool) -> tuple[_PlacedRow, ...]:
    placed: list[_PlacedRow] = []
    top = 32.0
    for row in data.rows:
        indent = MARK_INDENT if row.mark else 0
        text = wrap(row.text, columns.findings - indent, 12)
        last_detail = top + 20 + LINE * len(row.details)
        if is_stacked:
            bar = last_detail + 18
            finding = bar + 26
            bottom = finding + LINE * (1 + text.count("\n") + 1) - 4
        else:
            bar = top + 20 + LINE - 4
            finding = top + 20
            lines = max(len(row.details), text.count("\n") + 1)
            bottom = finding + LINE * lines + 14
        placed.append(_PlacedRow(row, top, bar, finding, text, bottom))
        top = bottom
    return tuple(placed)


def _write_heads(page: Axes, data: Data, columns: _Columns, *, is_stacked: bool) -> None:
    names, _time, findings = data.words.heads
    _small(page, MARGIN, names)
    if not is_stacked:
        _small(page, columns.findings_left, findings)


def _small(page: Axes, x: float, text: str) -> None:
    write(page, x, 20, text, size_px=12, colour_name="ink-muted")


def _draw_row(page: Axes, placed: _PlacedRow, columns: _Columns, place: int) -> None:
    row = placed.row
    rule(page, (MARGIN, columns.right), (placed.top, placed.top), colour_name="hairline")
    y = placed.top + 20
    write(page, MARGIN, y, row.began, weight="semibold", gid="began")
    for detail in row.details:
        y += LINE
        write(page, MARGIN, y, detail, size_px=12, colour_name="ink-soft", gid="detail")
    _draw_time(page, placed, columns, place)
    _draw_finding(page, placed, columns)


def _draw_time(page: Axes, placed: _PlacedRow, columns: _Columns, place: int) -> None:
    """Draw the year, the time in which extra training began, and the second measurement."""
    y, end = placed.bar, columns.x(MEASURED_AGAIN_MONTH)
    rule(page, (columns.x(0), end - 5), (y, y), gid="year")
    ring(page, (end, y), 4.5, colour_name="ink-muted", gid="measured-again")
    if placed.row.months is not None:
        start, last = (columns.x(month) for month in placed.row.months)
        box(
            page,
            start,
            y - BAR / 2,
            last - start,
            BAR,
            fill="time",
            gid=f"training-{place}",
            zorder=3,
        )


def _draw_finding(page: Axes, placed: _PlacedRow, columns: _Columns) -> None:
    row, x, y = placed.row, columns.findings_left, placed.finding
    if row.mark is not None:
        draw_mark(page, x + 6, y - 4.5, row.mark)
        x += MARK_INDENT
    name = _FINDING_COLOURS.get(row.mark or "", "ink-soft")
    write(page, x, y, row.word, weight="semibold", colour_name=name, gid="finding")
    write_lines(page, x, y + LINE, placed.text, line_px=LINE, size_px=12, colour_name="ink-soft")


def _draw_axis(page: Axes, data: Data, columns: _Columns, y: float) -> None:
    """Draw the months since the stroke, with what happens at the end."""
    rule(page, (columns.x(0), columns.x(MEASURED_AGAIN_MONTH)), (y, y))
    for month in _TICKS:
        x = columns.x(month)
        rule(page, (x, x), (y, y + 4))
        write(
            page,
            x,
            y + 17,
            number(month, data.lang),
            size_px=12,
            colour_name="ink-soft",
            align="center",
        )
    time = f"{data.words.heads[1]} ({data.words.axis})"
    write(page, columns.x(0) - 5, y + 34, time, size_px=12, colour_name="ink-soft")
    write(
        page,
        columns.x(MEASURED_AGAIN_MONTH) + 5,
        y + 34,
        data.words.again,
        size_px=12,
        colour_name="ink-soft",
        align="right",
    )
