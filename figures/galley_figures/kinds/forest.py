"""What a forest plot draws: estimates with their intervals against the line of no effect.

`galley_figures.kinds.forest_drawing.draw_forest` draws it. There is no pooled diamond: rows may
measure different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from galley_figures.style.palette import ColourName

Scale: TypeAlias = Literal["linear", "log"]


@dataclass(frozen=True)
class ForestRow:
    """One estimate with its interval and its words.

    Attributes
    ----------
    name
        Tells the row's artists apart: their gids are ``interval-NAME`` and ``estimate-NAME``.
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

    def __post_init__(self) -> None:
        if not self.low <= self.estimate <= self.high:
            raise ValueError(
                f"row {self.name!r}: the estimate {self.estimate:g} is outside its interval, "
                f"{self.low:g} to {self.high:g}"
            )


@dataclass(frozen=True)
class ForestGroup:
    """Rows with one outcome, under its name."""

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
        What lies on both sides of no effect, with their arrows.
    """

    scale: Scale
    limits: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    label: str
    low_side: str
    high_side: str

    def __post_init__(self) -> None:
        if self.scale == "log" and self.limits[0] <= 0:
            raise ValueError(f"a log axis starts above 0, not at {self.limits[0]:g}")


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
        What a reader must know to read it rightly; stands beside the axis.
    """

    groups: tuple[ForestGroup, ...]
    axis: ForestAxis
    no_effect: ForestLine
    numbers_title: str
    note: str
    thresholds: tuple[ForestLine, ...] = ()

    def __post_init__(self) -> None:
        low, high = self.axis.limits
        for row in self.rows:
            if row.low < low or row.high > high:
                raise ValueError(
                    f"row {row.name!r}: its interval, {row.low:g} to {row.high:g}, "
                    f"leaves the axis, {low:g} to {high:g}"
                )

    @property
    def rows(self) -> tuple[ForestRow, ...]:
        """Every row, from top to bottom."""
        return tuple(row for group in self.groups for row in group.rows)
