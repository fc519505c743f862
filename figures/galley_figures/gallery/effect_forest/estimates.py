"""Published effects for the forest plots, each with its source and whether it was checked.

A panel is one measure on one axis; panels are never joined. An estimate that is known from memory
only, or whose interval was calculated back, is kept here as "not checked" and is not drawn; the
published table names it without its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.kinds.forest import Better, Scale
from galley_figures.locale.effect_forest import Panel


@dataclass(frozen=True)
class Estimate:
    """One published effect with its interval.

    Attributes
    ----------
    is_checked
        Whether estimate and interval were read in the source or its published abstract.
    decimals
        With how many the source prints them, if not with those of the panel's measure.
    """

    panel: Panel
    group: str
    id: str
    value: float
    low: float
    high: float
    source: str
    is_checked: bool
    interval_percent: float = 95
    decimals: int | None = None

    @property
    def shown_decimals(self) -> int:
        """With how many decimals readers see it."""
        return MEASURES[self.panel].decimals if self.decimals is None else self.decimals


@dataclass(frozen=True)
class Measure:
    """The axis of a panel.

    Attributes
    ----------
    better
        The side of no effect that is good for the person, by group.
    """

    scale: Scale
    no_effect: float
    limits: tuple[float, float]
    ticks: tuple[float, ...]
    decimals: int
    better: MappingProxyType[str, Better]
    threshold: float | None = None
    further_sources: tuple[str, ...] = ()


ESTIMATES: Final = (
    Estimate("bdnf", "exercise", "all", 0.39, 0.17, 0.60, "dinoff2016", is_checked=True),
    Estimate("bdnf", "exercise", "aerobic", 0.66, 0.33, 0.99, "dinoff2016", is_checked=True),
    Estimate("bdnf", "exercise", "resistance", 0.07, -0.15, 0.30, "dinoff2016", is_checked=True),
    Estimate("bdnf", "exercise", "neurological", 0.84, 0.47, 1.20, "mackay2017", is_checked=True),
    # The intervals of the next two are calculated back from P values.
    Estimate(
        "bdnf", "exercise", "session-after", 0.59, 0.09, 1.09, "szuhany2015", is_checked=False
    ),
    Estimate("bdnf", "exercise", "resting", 0.27, 0.08, 0.46, "szuhany2015", is_checked=False),
    Estimate(
        "bdnf", "stimulation", "stimulation", 0.03, -0.21, 0.27, "brunoni2015", is_checked=True
    ),
    Estimate("timing_odds", "death", "death", 1.76, 1.06, 2.92, "bernhardt2021", is_checked=True),
    Estimate(
        "timing_odds",
        "good-outcome",
        "sessions",
        1.13,
        1.09,
        1.18,
        "bernhardt2016",
        is_checked=True,
    ),
    Estimate(
        "timing_odds",
        "good-outcome",
        "minutes",
        0.94,
        0.91,
        0.97,
        "bernhardt2016",
        is_checked=True,
    ),
    Estimate(
        "timing_odds",
        "good-outcome",
        "good-outcome",
        0.73,
        0.59,
        0.90,
        "avert2015",
        is_checked=False,
    ),
    Estimate("arm_points", "arm", "vns", 2.6, 1.0, 4.2, "dawson2021", is_checked=True),
    Estimate(
        "arm_points",
        "arm",
        "vns-pooled",
        2.48,
        0.98,
        3.98,
        "ramoscastaneda2022",
        is_checked=True,
        decimals=2,
    ),
    Estimate("motor_gain", "gain", "dose", 0.35, 0.26, 0.45, "lohse2014", is_checked=True),
    Estimate("motor_gain", "gain", "tdcs-daily", 0.28, 0.13, 0.44, "elsner2020", is_checked=False),
)
"""Every estimate, drawn or held back."""

MEASURES: Final[MappingProxyType[Panel, Measure]] = MappingProxyType(
    {
        "arm_points": Measure(
            "linear", 0, (-1.0, 7.0), (0, 2, 4, 6), 1, MappingProxyType({"arm": "high"}), 6
        ),
        "bdnf": Measure(
            "linear",
            0,
            (-0.4, 1.3),
            (0, 0.5, 1),
            2,
            MappingProxyType({"exercise": "neither", "stimulation": "neither"}),
        ),
        "motor_gain": Measure(
            "linear",
            0,
            (-0.2, 0.6),
            (0, 0.2, 0.4, 0.6),
            2,
            MappingProxyType({"gain": "high"}),
            further_sources=("lang2016",),
        ),
        "timing_odds": Measure(
            "log",
            1,
            (0.7, 3.3),
            (0.75, 1, 1.5, 2, 3),
            2,
            MappingProxyType({"death": "low", "good-outcome": "high"}),
        ),
    }
)
"""The axis of each panel."""
