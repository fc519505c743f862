"""The line of a marked day: it stops before every word on its way, so that all can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matplotlib.axes import Axes
from matplotlib.text import Text

from galley_figures.style.canvas import box, label_width, rule, write, write_lines
from galley_figures.style.fonts import FONT_WEIGHTS, Weight, wrap

LABEL_PX = 12.0
LINE_PX = 15.0
_GAP = 3.0
_SHORTEST = 3.0
# How far letters reach above and below their baseline, as shares of their size.
_ASCENT, _DESCENT = 0.78, 0.24

Interval = tuple[float, float]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def line_across(page: Axes, x: float, top: float, bottom: float, label: str) -> None:
    """Draw the day as an upright line on a page where time runs to the right, its label on top."""
    words = list(_words(page))
    half = label_width(label, LABEL_PX, "semibold") / 2
    left, right = page.get_xlim()
    middle = min(max(x, left + half + 12), right - half - 12)
    write(
        page,
        middle,
        top - 5,
        label,
        size_px=LABEL_PX,
        weight="semibold",
        align="center",
        gid="start-label",
    )
    blocked = [(upper, lower) for first, upper, last, lower in words if first <= x <= last]
    for start, end in _free(top, bottom, blocked):
        rule(page, (x, x), (start, end), colour_name="ink", width=1.5, gid="start-line")


def line_down(page: Axes, y: float, column: Area, label: str) -> None:
    """Draw the day as a level line on a page where time runs down, its label in a column.

    The label stands on a patch of paper below the line, or above it where words or the column's
    end are in the way.
    """
    words = list(_words(page))
    left, right = page.get_xlim()
    blocked = [(first, last) for first, upper, last, lower in words if upper <= y <= lower]
    for start, end in _free(left, right, blocked):
        rule(page, (start, end), (y, y), colour_name="ink", width=1.5, gid="start-line")
    text = wrap(label, column[2] - column[0] - 4, LABEL_PX, "semibold")
    height = LINE_PX * (text.count("\n") + 1) + 2
    top = _label_top(y, height, column, words)
    width = column[2] - column[0]
    # Above lines, below words.
    box(page, column[0], top, width, height, fill="paper", gid="start-paper", zorder=2.5)
    write_lines(
        page,
        column[0] + 2,
        top + 12,
        text,
        line_px=LINE_PX,
        size_px=LABEL_PX,
        weight="semibold",
        gid="start-label",
    )


def _label_top(y: float, height: float, column: Area, words: Iterable[Area]) -> float:
    left, top, right, bottom = column
    inside = [area for area in words if area[0] < right and area[2] > left]

    def is_free(place: float) -> bool:
        if place < top or place + height > bottom:
            return False
        return all(area[3] <= place or area[1] >= place + height for area in inside)

    below_words = (area[3] + _GAP for area in sorted(inside, key=lambda area: area[3]))
    places = (y + _GAP, y - _GAP - height, *below_words)
    return next(place for place in places if is_free(place))


def _words(page: Axes) -> Iterator[Area]:
    """Yield where the words of a page are, with a little room around them."""
    for text in page.texts:
        size = float(text.get_fontsize())
        width = label_width(text.get_text(), size, _weight(text))
        x, y = text.get_position()
        x -= {"left": 0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
        yield x - _GAP, y - _ASCENT * size - _GAP, x + width + _GAP, y + _DESCENT * size + _GAP


def _weight(text: Text) -> Weight:
    return "semibold" if text.get_fontweight() == FONT_WEIGHTS["semibold"] else "regular"


def _free(start: float, end: float, blocked: Iterable[Interval]) -> Iterator[Interval]:
    """Yield the stretches of an interval that are not blocked."""
    for first, last in sorted(blocked):
        if min(first, end) - start >= _SHORTEST:
            yield start, min(first, end)
        start = max(start, last)
    if end - start >= _SHORTEST:
        yield start, end
