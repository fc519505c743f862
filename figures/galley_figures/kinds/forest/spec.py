"""What a forest plot draws, and what it refuses because it would mislead.

There is no pooled diamond: rows may measure different things, and nothing is calculated here that
no study has published.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.errors import FigureError
from galley_figures.style.palette import ColourName

Scale: TypeAlias = Literal["linear", "log"]
Better: TypeAlias = Literal["low", "high", "neither"]
Side: TypeAlias = Literal["low", "high", "unclear"]

_RATIO: Final = re.compile(
    r"\b(?:odds|risk|hazard|rate)[ -]ratios?\b|\brelative risks?\b|\brasio\b|\b(?:a[OHR]R|OR)\b"
)
_NO_RATIO: Final = re.compile(r"^\s*(?:log|ln|logarithm|logaritma|difference|selisih)\b")


@dataclass(frozen=True)
class ForestRow:
    """One estimate with its interval and its words.

    Attributes
    ----------
    name
        Tells the row's artists apart: their gids are ``interval-NAME`` and ``estimate-NAME``.
    source, key
        The study as readers see it, and its citation key.
    numbers
        Estimate and interval as readers see them.
    verdict
        A word or two that say what the interval means, so that colour is not needed to see it.
    """

    name: str
    label: str
    source: str
    estimate: float
    low: float
    high: float
    numbers: str
    verdict: str = ""
    colour_name: ColourName = "ink"
    verdict_colour_name: ColourName = "ink-soft"
    key: str = ""

    def __post_init__(self) -> None:
        check_interval(self.label, self.estimate, self.low, self.high)


def check_interval(label: str, estimate: float, low: float, high: float) -> None:
    """Refuse an estimate that its own interval does not hold, and ends that are no numbers."""
    if not all(map(math.isfinite, (estimate, low, high))):
        raise FigureError(
            f"forest: {label!r}: its estimate and interval, {estimate:g} ({low:g} to {high:g}), "
            "are not all numbers that have a place on an axis",
            "Look the three numbers up again, or leave the row out.",
        )
    if not low <= estimate <= high:
        raise FigureError(
            f"forest: {label!r}: the estimate {estimate:g} is outside its interval, "
            f"{low:g} to {high:g}",
            "Look the three numbers up again.",
        )


@dataclass(frozen=True)
class ForestGroup:
    """Rows with one outcome, under its name, which may be empty."""

    title: str
    rows: tuple[ForestRow, ...]


@dataclass(frozen=True)
class ForestLine:
    """A line across the rows, such as no effect, with its word below the axis."""

    value: float
    label: str


@dataclass(frozen=True)
class ForestAxis:
    """The one axis of a forest plot.

    Attributes
    ----------
    low_side, high_side
        What lies on both sides of no effect; they are drawn with arrows.
    """

    scale: Scale
    limits: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    label: str
    low_side: str
    high_side: str

    def __post_init__(self) -> None:
        if self.scale == "log" and self.limits[0] <= 0:
            raise FigureError(
                f"forest: a log axis starts above 0, not at {self.limits[0]:g}",
                "Choose a higher limit.",
            )


@dataclass(frozen=True)
class Forest:
    """All that a forest plot draws.

    Attributes
    ----------
    numbers_title
        What the numbers of each row are, such as ``odds ratio (95% interval)``.
    thresholds
        Further lines, such as the smallest change that counts.
    note
        What a reader must know to read it rightly; stands beside the axis. It may be empty.
    caution
        What a reader would most easily take wrongly; stands before the note, with a sign.
    """

    groups: tuple[ForestGroup, ...]
    axis: ForestAxis
    no_effect: ForestLine
    numbers_title: str
    note: str
    thresholds: tuple[ForestLine, ...] = ()
    caution: str = ""

    def __post_init__(self) -> None:
        check_scale(self.axis.label, self.axis.scale, self.no_effect.value)
        for row in self.rows:
            self._refuse_a_cut_interval(row)

    def _refuse_a_cut_interval(self, row: ForestRow) -> None:
        low, high = self.axis.limits
        if row.low < low or row.high > high:
            raise FigureError(
                f"forest: {row.label!r}: its interval, {row.low:g} to {row.high:g}, "
                f"leaves the axis, {low:g} to {high:g}",
                "Make the axis longer; a cut interval looks surer than it is.",
            )

    @property
    def lines(self) -> tuple[ForestLine, ...]:
        """No effect, then the thresholds."""
        return (self.no_effect, *self.thresholds)

    @property
    def rows(self) -> tuple[ForestRow, ...]:
        """Every row, from top to bottom."""
        return tuple(row for group in self.groups for row in group.rows)


def check_scale(measure: str, scale: Scale, no_effect: float) -> None:
    """Refuse a ratio on a linear axis, and one whose line of no effect is not 1."""
    if not is_ratio(measure) or (scale == "log" and no_effect == 1):
        return
    if scale != "log":
        raise FigureError(
            f"forest: {measure!r} is a ratio, and a ratio belongs on a log axis: half and double "
            "are the same distance from no effect, which a linear axis hides",
            'Write scale="log", no_effect=1.',
        )
    raise FigureError(
        f"forest: {measure!r} is a ratio: no effect is 1, not {no_effect:g}", "Write no_effect=1."
    )


def is_ratio(measure: str) -> bool:
    """Return whether a measure is named like a ratio of odds, risks, hazards or rates.

    >>> is_ratio("adjusted odds ratio"), is_ratio("rasio odds"), is_ratio("log odds ratio")
    (True, True, False)
    """
    is_other = _NO_RATIO.search(measure.lower())
    return not is_other and bool(_RATIO.search(measure) or _RATIO.search(measure.lower()))


def side_of(low: float, high: float, no_effect: float) -> Side:
    """Return the side of no effect on which a whole interval lies, if it lies on one."""
    if low > no_effect:
        return "high"
    return "low" if high < no_effect else "unclear"


def colours_of(side: Side, better: Better) -> tuple[ColourName, ColourName]:
    """Return the colours of a row's interval and of its verdict."""
    if side == "unclear":
        return "uncertainty", "ink-soft"
    if better == "neither":
        return "ink", "ink-soft"
    return ("restoration", "restoration") if side == better else ("harm", "harm")
