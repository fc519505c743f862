"""How the synthetic QEEG map is drawn: the head, a key of its colours, and what to make of them.

The artists' gids are ``key-level``, ``key-number``, ``key-end``, ``ratio``, ``small-print`` and
``message``, and those of the head.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.qeeg_map.data import Data
from galley_figures.gallery.qeeg_map.head import EAR, NOSE, Head, draw_head
from galley_figures.locale import SYNTHETIC_WATERMARK
from galley_figures.style.canvas import (
    Align,
    Layout,
    box,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.fonts import wrap

MARGIN: Final = 12
_TOP: Final = 14
_BETWEEN: Final = 34
_LINE: Final = 16
_PARAGRAPH: Final = 7
_SWATCH: Final = 18
_TO_RULE: Final = 7
_BOTTOM: Final = 12


@dataclass(frozen=True)
class _Column:
    """The words of the drawing, broken to a column, with its place on the page."""

    left: float
    top: float
    width: float
    ratio: str
    ratio_note: str
    small_print: tuple[str, ...]
    message: str

    @property
    def key_top(self) -> float:
        return self.top + _LINE * (_lines(self.ratio) + _lines(self.ratio_note)) + 6

    @property
    def print_top(self) -> float:
        return self.key_top + _SWATCH + 2 * _LINE + 16

    @property
    def message_top(self) -> float:
        small = sum(_LINE * _lines(text) + _PARAGRAPH for text in self.small_print)
        return self.print_top + small + _TO_RULE + 4

    @property
    def bottom(self) -> float:
        return self.message_top + 18 * _lines(self.message)


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the head with its key and words beside it, or below it on a phone."""
    head = _head(layout)
    below = head.y + head.radius
    if layout.is_narrow:
        column = _column(data, MARGIN, below + 26, layout)
        height = column.bottom + _BOTTOM
    else:
        left = head.x + head.radius + EAR + _BETWEEN
        column = _column(data, left, 0, layout)
        column = _column(data, left, max(_TOP, (_TOP + below - column.bottom) / 2), layout)
        height = max(below + _TOP, column.bottom + _BOTTOM)
    figure = new_figure(layout, height_px=height)
    page = page_area(figure)
    draw_head(page, head, data.areas, data.electrodes, SYNTHETIC_WATERMARK[data.lang])
    _write_sides(page, head, data)
    _draw_column(page, column, data)
    return figure


def _head(layout: Layout) -> Head:
    radius = 146.0 if layout.is_narrow else 156.0
    x = layout.width_px / 2 if layout.is_narrow else MARGIN + EAR + radius
    return Head(x, _TOP + NOSE + radius, radius)


def _column(data: Data, left: float, top: float, layout: Layout) -> _Column:
    words, width = data.words, layout.width_px - MARGIN - left
    return _Column(
        left=left,
        top=top,
        width=width,
        ratio=wrap(words.ratio, width, 14, "semibold"),
        ratio_note=wrap(words.ratio_note, width, 12),
        small_print=tuple(wrap(sentence, width, 12) for sentence in data.small_print),
        message=wrap(words.message, width, 14, "semibold"),
    )


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _write_sides(page: Axes, head: Head, data: Data) -> None:
    """Say which side is which, in the corners that the head leaves free."""
    sides: tuple[tuple[int, Align, str], ...] = (
        (-1, "left", data.words.left),
        (1, "right", data.words.right),
    )
    for side, align, word in sides:
        x, y = head.point(side * 0.98, 0.93)
        write(page, x, y, word, size_px=12, colour_name="ink-soft", align=align, gid="side")


def _draw_column(page: Axes, column: _Column, data: Data) -> None:
    """Write what the colours stand for, the key, the small print and the message."""
    y = write_lines(
        page,
        column.left,
        column.top + 12,
        column.ratio,
        line_px=_LINE,
        size_px=14,
        weight="semibold",
        gid="ratio",
    )
    _small(page, column.left, y, column.ratio_note, "ratio-note")
    _draw_key(page, column, data)
    y = column.print_top + 12
    for text in column.small_print:
        y = _small(page, column.left, y, text, "small-print") + _PARAGRAPH
    rule_y = column.message_top - _TO_RULE
    right = column.left + column.width
    rule(page, (column.left, right), (rule_y, rule_y), colour_name="hairline")
    write_lines(
        page,
        column.left,
        column.message_top + 14,
        column.message,
        line_px=18,
        size_px=14,
        weight="semibold",
        gid="message",
    )


def _small(page: Axes, x: float, y: float, text: str, gid: str) -> float:
    return write_lines(page, x, y, text, line_px=_LINE, size_px=12, colour_name="ink-soft", gid=gid)


def _draw_key(page: Axes, column: _Column, data: Data) -> None:
    """Draw the levels side by side, the ratio where two meet, and words at both ends."""
    left, top = column.left, column.key_top
    step = column.width / len(data.areas)
    for place, area in enumerate(data.areas):
        box(page, left + step * place, top, step, _SWATCH, fill=area.colour_name, gid="key-level")
    box(page, left, top, column.width, _SWATCH, edge="hairline", lw=0.75)
    numbers_y = top + _SWATCH + 17
    for place, edge in enumerate(data.edges, start=1):
        x = left + step * place
        rule(page, (x, x), (top, top + _SWATCH), colour_name="paper", width=0.75)
        rule(page, (x, x), (top + _SWATCH, top + _SWATCH + 4))
        write(page, x, numbers_y, edge, size_px=12, align="center", gid="key-number")
    ends_y = numbers_y + _LINE
    write(page, left, ends_y, data.words.faster, size_px=12, gid="key-end")
    right = left + column.width
    write(page, right, ends_y, data.words.slower, size_px=12, align="right", gid="key-end")
