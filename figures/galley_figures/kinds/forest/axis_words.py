"""The words below a forest plot's axis: its lines, what lies on both sides, what is measured."""

from __future__ import annotations

from collections.abc import Callable

from galley_figures.kinds.forest.places import LINE, Columns, PlacedText
from galley_figures.kinds.forest.spec import Forest, ForestLine
from galley_figures.style.canvas import label_width
from galley_figures.style.fonts import wrap

_BELOW_TICKS = 36
_LINES_GAP = 12
_SIDES_GAP = 16
_OVERHANG = 24
"""How far the word of a line may stand out over the axis of the wide layout."""


def place_axis_words(
    forest: Forest, columns: Columns, bottom: float, page_x: Callable[[float], float]
) -> tuple[PlacedText, ...]:
    """Place the words below the ticks of an axis at `bottom`.

    Parameters
    ----------
    page_x
        Returns the page's px of a value on the axis.
    """
    lines = _line_words(forest, columns, bottom + _BELOW_TICKS, page_x)
    y = _next(lines, bottom + _BELOW_TICKS)
    sides = _side_words(forest, columns, y)
    y = _next(sides, y)
    label = PlacedText(
        columns.plot_left + columns.plot_width / 2,
        y,
        wrap(forest.axis.label, columns.plot_width, 12),
        "ink-muted",
        align="center",
        gid="axis-label",
    )
    return (*lines, *sides, label)


def _next(texts: tuple[PlacedText, ...], y: float) -> float:
    return max((text.bottom + LINE for text in texts), default=y)


def _line_words(
    forest: Forest, columns: Columns, y: float, page_x: Callable[[float], float]
) -> tuple[PlacedText, ...]:
    """Place each line's word under it, on the first row where it has room."""
    overhang = 0 if columns.is_stacked else _OVERHANG
    left, right = columns.plot_left - overhang, columns.plot_right + overhang
    placed: list[PlacedText] = []
    for line in forest.lines:
        if not line.label:
            continue
        text = _line_word(line, left, right, page_x, y)
        while any(_touch(text, other) for other in placed):
            text = _line_word(line, left, right, page_x, text.y + LINE)
        placed.append(text)
    return tuple(placed)


def _line_word(
    line: ForestLine,
    left: float,
    right: float,
    page_x: Callable[[float], float],
    y: float,
) -> PlacedText:
    text = wrap(line.label, right - left, 12)
    half = label_width(text, 12) / 2
    x = min(max(page_x(line.value), left + half), right - half)
    return PlacedText(x, y, text, align="center", gid="line-word")


def _touch(one: PlacedText, other: PlacedText) -> bool:
    apart = (label_width(one.text, 12) + label_width(other.text, 12)) / 2 + _LINES_GAP
    is_level = one.y <= other.bottom and other.y <= one.bottom
    return is_level and abs(one.x - other.x) < apart


def _side_words(forest: Forest, columns: Columns, y: float) -> tuple[PlacedText, ...]:
    """Place what lies on both sides, each under its half of the axis, with an arrow."""
    axis, width = forest.axis, (columns.plot_width - _SIDES_GAP) / 2
    words = (
        (columns.plot_left, f"← {axis.low_side}" if axis.low_side else "", "left"),
        (columns.plot_right, f"{axis.high_side} →" if axis.high_side else "", "right"),
    )
    return tuple(
        PlacedText(x, y, wrap(text, width, 12), align="left" if side == "left" else "right")
        for x, text, side in words
        if text
    )
