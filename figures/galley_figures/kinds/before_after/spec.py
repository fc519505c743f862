"""What a before-after figure draws, and what it refuses because it would mislead."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.meanings import Meaning

NO_COMPARISON: Final = "none"
"""What `comparison` is where nobody went without the treatment."""

_NONE_WORDS: Final = frozenset({NO_COMPARISON, "tidak ada"})
_MOST_FOLD: Final = 20


@dataclass(frozen=True)
class Reading:
    """One value at one time, with its interval where there is one."""

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def has_interval(self) -> bool:
        """Whether low and high are known."""
        return self.low is not None and self.high is not None

    @property
    def ends(self) -> tuple[float, ...]:
        """The value and the ends of its interval."""
        return tuple(end for end in (self.value, self.low, self.high) if end is not None)


@dataclass(frozen=True)
class Change:
    """One group or person at two times, or at three."""

    label: str
    before: Reading
    after: Reading
    middle: Reading | None = None
    meaning: Meaning = "neutral"
    source: str = ""

    def __post_init__(self) -> None:
        for time, reading in self._named():
            _refuse_a_wrong_reading(f"before_after: {self.label!r}, {time}", reading)

    def _named(self) -> Iterator[tuple[str, Reading]]:
        yield "before", self.before
        if self.middle:
            yield "middle", self.middle
        yield "after", self.after

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What is known, in the order of time."""
        return tuple(reading for _time, reading in self._named())

    @property
    def size(self) -> float:
        """How far from 0 its values come."""
        return max(abs(reading.value) for reading in self.readings)


def _refuse_a_wrong_reading(where: str, reading: Reading) -> None:
    if not all(math.isfinite(end) for end in reading.ends):
        raise FigureError(f"{where}: {reading.value:g} is no number to draw", "Give a number.")
    if (reading.low is None) != (reading.high is None):
        raise FigureError(f"{where}: one end of an interval only", "Give both low and high.")
    if reading.low is None or reading.high is None:
        return
    if not reading.low <= reading.value <= reading.high:
        raise FigureError(
            f"{where}: {reading.value:.12g} is outside its interval, "
            f"{reading.low:.12g} to {reading.high:.12g}",
            "Look the three numbers up again.",
        )


@dataclass(frozen=True)
class BeforeAfter:
    """All that a before-after figure draws.

    Attributes
    ----------
    before, after, middle
        What the times are called; `middle` is empty where there are two.
    comparison
        The label of the row that went without the treatment, or ``none``.
    interval
        What low and high are, such as ``quartiles``; empty where nothing has them.
    limits
        The lowest and the highest possible value, such as 0 and 54; else the axis holds 0 and all
        values.
    """

    changes: tuple[Change, ...]
    measure: str
    unit: str
    before: str
    after: str
    comparison: str
    middle: str = ""
    interval: str = ""
    limits: tuple[float, float] | None = None
    decimals: int = 0

    def __post_init__(self) -> None:
        if not self.changes:
            raise FigureError("before_after: there is nothing to draw", "Give at least one row.")
        self._refuse_an_unknown_comparison()
        self._refuse_unlike_measures()
        self._refuse_intervals_without_a_name()
        self._refuse_a_middle_without_its_half()
        self._refuse_impossible_values()

    @property
    def has_comparison(self) -> bool:
        """Whether a row shows what happened without the treatment."""
        return self.comparison.strip().lower() not in _NONE_WORDS

    @property
    def lowest(self) -> float:
        """Where the axis starts."""
        return self.limits[0] if self.limits else min(0.0, *self._ends())

    @property
    def highest(self) -> float:
        """Where the axis ends."""
        return self.limits[1] if self.limits else max(0.0, *self._ends())

    def _ends(self) -> list[float]:
        return [end for change in self.changes for r in change.readings for end in r.ends]

    def is_comparison(self, change: Change) -> bool:
        """Tell whether a row is the one without the treatment."""
        return self.has_comparison and change.label == self.comparison

    def _refuse_an_unknown_comparison(self) -> None:
        labels = [change.label for change in self.changes]
        if not self.has_comparison or self.comparison in labels:
            return
        raise FigureError(
            f"before_after: comparison must be the label of a row or none, not {self.comparison!r}",
            f"{nearest(self.comparison, labels)} Without a group that had no treatment, write "
            'comparison="none"; the figure then says so.'.strip(),
        )

    def _refuse_unlike_measures(self) -> None:
        sized = [change for change in self.changes if change.size > 0]
        if not sized:
            return
        small, large = (choose(sized, key=lambda change: change.size) for choose in (min, max))
        if large.size <= _MOST_FOLD * small.size:
            return
        raise FigureError(
            f"before_after: {large.label!r} is {large.size / small.size:.0f} times as large as "
            f"{small.label!r}: on one scale the smaller change cannot be seen, and measures so "
            "unlike are not to be compared by their slopes",
            "Draw two figures, each with its own measure and unit.",
        )

    def _refuse_intervals_without_a_name(self) -> None:
        if self.interval or not any(r.has_interval for c in self.changes for r in c.readings):
            return
        raise FigureError(
            "before_after: low and high are given, but not what they are",
            'Say it, for example interval="quartiles".',
        )

    def _refuse_a_middle_without_its_half(self) -> None:
        has_readings = any(change.middle for change in self.changes)
        if has_readings and not self.middle:
            raise FigureError(
                "before_after: there are values of a middle time, but it has no name",
                'Name it, for example middle="3 weeks".',
            )
        if self.middle and not has_readings:
            raise FigureError(
                f"before_after: no row has a value for {self.middle!r}",
                "Fill the column middle, or leave the argument middle out.",
            )

    def _refuse_impossible_values(self) -> None:
        if self.limits is None:
            return
        low, high = self.limits
        if low >= high:
            raise FigureError(
                f"before_after: limits must rise, not {low:g} to {high:g}",
                "Give the lowest and then the highest possible value, such as limits=(0, 54).",
            )
        for change in self.changes:
            for end in (end for reading in change.readings for end in reading.ends):
                if not low <= end <= high:
                    raise FigureError(
                        f"before_after: {change.label!r}: {end:.12g} lies outside the possible "
                        f"values, {low:g} to {high:g}",
                        "Correct the value, or the limits.",
                    )
