"""Where a before-after figure's scale, points and labels stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from galley_figures.kinds.before_after.spec import BeforeAfter, Change, Reading
from galley_figures.kinds.before_after.words import reading_words
from galley_figures.kinds.plane.spread import spread
from galley_figures.kinds.ticks import round_ticks
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, label_width
from galley_figures.style.fonts import Weight, wrap

EDGE: Final = 12.0
LINE: Final = 16.0
WORD_GAP: Final = 6.0
GAP: Final = 14.0
"""Between a scale and the words beside it; leaders run there."""
_BETWEEN_LABELS: Final = 10.0
_SIDE: Final = {"wide": 220.0, "narrow": 96.0}
_LEAST_SIDE: Final = 88.0
_FEW: Final = 4
"""Of more rows than these, names get all the room there is, to take fewer lines."""
_LEAST_SLOPE: Final = 70.0
_HEIGHT: Final = {"wide": 230.0, "narrow": 260.0}
_SHIFT: Final = 9.0
"""How far points with intervals are moved apart, so that these do not lie on one another."""
_MOST_SHIFT: Final = 27.0


@dataclass(frozen=True)
class Part:
    """Words in one weight on one line."""

    text: str
    weight: Weight = "regular"

    @property
    def width(self) -> float:
        """How wide they are."""
        return label_width(self.text, 13, self.weight)


@dataclass(frozen=True)
class Label:
    """The words of a row at one of its ends.

    Attributes
    ----------
    lines
        Each with its parts, the one that is nearest to the scale first.
    middle
        The height at which they stand.
    """

    lines: tuple[tuple[Part, ...], ...]
    middle: float = 0.0

    @property
    def height(self) -> float:
        """How high they are."""
        return LINE * len(self.lines)

    @property
    def width(self) -> float:
        """How wide they are."""
        return max(_width(line) for line in self.lines)


def _width(line: Sequence[Part]) -> float:
    return sum(part.width for part in line) + WORD_GAP * (len(line) - 1)


@dataclass(frozen=True)
class Slope:
    """A row with its points, its shift from the scales, and its words at both ends."""

    change: Change
    shift: float
    left: Label
    right: Label


@dataclass(frozen=True)
class Places:
    """The figure on the page, in px.

    Attributes
    ----------
    scale_low, scale_high
        The values at the scale's bottom and top.
    """

    left: float
    right: float
    top: float
    bottom: float
    scale_low: float
    scale_high: float
    slopes: tuple[Slope, ...] = ()

    @property
    def middle(self) -> float:
        """Where the middle time is."""
        return (self.left + self.right) / 2

    def lower(self, by: float) -> Places:
        """Return the same places farther down the page."""
        slopes = (
            replace(
                slope,
                left=replace(slope.left, middle=slope.left.middle + by),
                right=replace(slope.right, middle=slope.right.middle + by),
            )
            for slope in self.slopes
        )
        return replace(self, top=self.top + by, bottom=self.bottom + by, slopes=tuple(slopes))

    def y(self, value: float) -> float:
        """Return the height of a value."""
        share = (value - self.scale_low) / (self.scale_high - self.scale_low)
        return self.bottom - share * (self.bottom - self.top)


def places_of(figure: BeforeAfter, layout: Layout, lang: Lang) -> Places:
    """Find places for everything, from 0 downwards, the scale long enough for all labels."""
    lefts, rights = _labels(figure, layout, lang)
    needed = max(_needed(lefts), _needed(rights), _HEIGHT[layout.name])
    low, high = _scale(figure)
    left = EDGE + _side(lefts, layout) + GAP
    right = layout.width_px - EDGE - _side(rights, layout) - GAP
    bare = Places(left, right, 0, needed, low, high)
    shifts = _shifts(figure)
    left_middles = _middles(bare, lefts, [change.before for change in figure.changes])
    right_middles = _middles(bare, rights, [change.after for change in figure.changes])
    slopes = tuple(
        Slope(change, shift, Label(left.lines, at_left), Label(right.lines, at_right))
        for change, shift, left, at_left, right, at_right in zip(
            figure.changes, shifts, lefts, left_middles, rights, right_middles, strict=True
        )
    )
    return replace(bare, slopes=slopes)


def _labels(
    figure: BeforeAfter, layout: Layout, lang: Lang
) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Return the words at both ends, broken to what room there is."""
    width = _most_side(layout) if len(figure.changes) > _FEW else _SIDE[layout.name]
    return (
        tuple(_left_label(figure, change, lang, width) for change in figure.changes),
        tuple(_right_label(figure, change, lang, width) for change in figure.changes),
    )


def _most_side(layout: Layout) -> float:
    return (layout.width_px - 2 * (EDGE + GAP) - _LEAST_SLOPE) / 2


def _side(labels: Sequence[Label], layout: Layout) -> float:
    """Return how wide a column of words is, with room for the name of its time."""
    widest = max(label.width for label in labels)
    return min(max(widest, _LEAST_SIDE), _most_side(layout))


def _left_label(figure: BeforeAfter, change: Change, lang: Lang, width: float) -> Label:
    value = _parts(reading_words(figure, change.before, lang), width, "semibold")
    name = _parts(change.label, width)
    return Label(_joined(value, name, width) or (*name, *value))


def _right_label(figure: BeforeAfter, change: Change, lang: Lang, width: float) -> Label:
    value = _parts(reading_words(figure, change.after, lang), width, "semibold")
    name = _parts(change.label, width) if len(figure.changes) > 1 else ()
    lines = (_joined(value, name, width) if name else ()) or (*value, *name)
    return Label((*lines, *_middle_lines(figure, change, lang, width)))


def _middle_lines(
    figure: BeforeAfter, change: Change, lang: Lang, width: float
) -> tuple[tuple[Part, ...], ...]:
    """Write the middle value at the end, where no slope runs through it."""
    if not change.middle:
        return ()
    return _parts(f"{figure.middle}: {reading_words(figure, change.middle, lang)}", width)


def _parts(text: str, width: float, weight: Weight = "regular") -> tuple[tuple[Part, ...], ...]:
    return tuple((Part(line, weight),) for line in wrap(text, width, 13, weight).split("\n"))


def _joined(
    value: tuple[tuple[Part, ...], ...], name: tuple[tuple[Part, ...], ...], width: float
) -> tuple[tuple[Part, ...], ...]:
    """Return value and name as one line, if they fit."""
    line = (*value[0], *name[0])
    fits = len(value) == len(name) == 1 and _width(line) <= width
    return (line,) if fits else ()


def _needed(labels: Sequence[Label]) -> float:
    return sum(label.height + _BETWEEN_LABELS for label in labels)


def _scale(figure: BeforeAfter) -> tuple[float, float]:
    """Return the possible values; where they are not known, round ones around 0 and all others."""
    if figure.limits:
        return figure.limits
    ticks = round_ticks(figure.lowest, figure.highest)
    return (ticks[0], ticks[-1]) if ticks[0] < ticks[-1] else (0.0, 1.0)


def _shifts(figure: BeforeAfter) -> list[float]:
    """Move points with intervals apart; points without lie on the scale."""
    count = len(figure.changes)
    if count == 1 or not figure.interval:
        return [0.0] * count
    step = min(_SHIFT, _MOST_SHIFT / (count - 1))
    return [step * number for number in range(count)]


def _middles(
    places: Places, labels: Sequence[Label], readings: Sequence[Reading]
) -> tuple[float, ...]:
    wanted = [places.y(reading.value) for reading in readings]
    heights = [label.height for label in labels]
    found = spread(wanted, heights, low=places.top, high=places.bottom, gap=4)
    return found or tuple(wanted)
