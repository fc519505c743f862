"""What a bar figure draws, and what it refuses because it would mislead."""

from __future__ import annotations

import math
from dataclasses import dataclass

from galley_figures.errors import FigureError
from galley_figures.kinds.meanings import Meaning


@dataclass(frozen=True)
class Bar:
    """One amount, with its interval where there is one.

    Attributes
    ----------
    detail
        A few words after the number, such as ``48 of 1,054``.
    meaning
        What the bar's colour says.
    """

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    detail: str = ""
    meaning: Meaning = "neutral"
    source: str = ""

    def __post_init__(self) -> None:
        for number in (self.value, self.low, self.high):
            if number is not None and not math.isfinite(number):
                raise FigureError(
                    f"bars: {self.label!r}: {number:g} has no length to draw", "Give a number."
                )
        if (self.low is None) != (self.high is None):
            raise FigureError(
                f"bars: {self.label!r} has one end of an interval only", "Give both low and high."
            )
        if self.low is not None and self.high is not None:
            _check_interval(self.label, self.value, self.low, self.high)

    @property
    def has_interval(self) -> bool:
        """Whether low and high are known."""
        return self.low is not None


def _check_interval(label: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise FigureError(
            f"bars: {label!r}: {value:g} is outside its interval, {low:g} to {high:g}",
            "Look the three numbers up again.",
        )


@dataclass(frozen=True)
class Bars:
    """All that a bar figure draws.

    Attributes
    ----------
    measure
        What the numbers are, in words; stands under the axis with the unit.
    interval
        What low and high are, such as ``95% interval``; empty where no bar has one.
    limit
        Where the axis ends, for example 100 when the numbers are of 100 people; else chosen.
    """

    bars: tuple[Bar, ...]
    measure: str
    unit: str
    interval: str = ""
    start: float = 0
    limit: float | None = None
    decimals: int = 0

    def __post_init__(self) -> None:
        self._refuse_a_cut_axis()
        if any(bar.has_interval for bar in self.bars) and not self.interval:
            raise FigureError(
                "bars: low and high are given, but not what they are",
                'Say it, for example interval="95% interval".',
            )
        if self.limit is not None and self.limit < self.highest:
            raise FigureError(
                f"bars: the axis ends at {self.limit:g}, below the largest value, {self.highest:g}",
                "Leave limit out, or make it larger.",
            )

    def _refuse_a_cut_axis(self) -> None:
        if self.start != 0:
            raise FigureError(
                f"bars: bars must start at 0, not at {self.start:g}: a reader compares their "
                "lengths, and a cut axis makes a small difference look large",
                "Leave start out; to show a difference, draw it with forest().",
            )

    @property
    def highest(self) -> float:
        """The largest end of a bar or an interval, at least 0."""
        return max(0.0, *(max(bar.value, bar.high or bar.value) for bar in self.bars))

    @property
    def lowest(self) -> float:
        """The smallest end of a bar or an interval, at most 0."""
        ends = (bar.value if bar.low is None else min(bar.value, bar.low) for bar in self.bars)
        return min(0.0, *ends)
