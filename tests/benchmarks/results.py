"""The numbers of one run of the benchmark, and what follows from them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from tests.benchmarks.measuring import Cost

Measure = Literal["wall_s", "cpu_s", "peak_mb"]
GALLEY = "galley"


@dataclass(frozen=True)
class Row:
    """One kind of build by Galley: its repetitions, and how many articles ran.

    Attributes
    ----------
    is_exact
        Whether exactly those articles ran that had to.
    """

    words: str
    costs: tuple[Cost, ...]
    articles: int
    ran: int
    is_exact: bool

    def median(self, measure: Measure) -> float:
        """Return the median of the repetitions."""
        return _median(self.costs, measure)


@dataclass(frozen=True)
class Results:
    """Everything that was measured.

    Attributes
    ----------
    words
        What each contender is, by its letter; Galley is among them.
    clean
        Contender and number of articles → repetitions of publishing them all from nothing.
    rows
        Galley's other builds by name: ``first``, ``nothing``, ``sentence``, ``cell``, ``module``,
        and, where they were asked for, ``thousand`` and ``nothing-many``.
    python_s
        Wall time of ``python -c "import json, hashlib"``.
    """

    machine: Mapping[str, str]
    versions: Mapping[str, str]
    words: Mapping[str, str]
    clean: Mapping[tuple[str, int], tuple[Cost, ...]]
    rows: Mapping[str, Row] = field(default_factory=dict)
    python_s: float = 0.0

    @property
    def sizes(self) -> tuple[int, int]:
        """The two numbers of articles."""
        small, large = sorted({count for _, count in self.clean})
        return small, large

    def has(self, contender: str) -> bool:
        """Return whether a contender took part."""
        return any(name == contender for name, _ in self.clean)

    def of(self, contender: str, count: int, measure: Measure) -> float:
        """Return the median for publishing `count` articles from nothing."""
        return _median(self.clean[contender, count], measure)

    def each_further(self, contender: str, measure: Measure) -> float:
        """Return what each further article costs: the slope between the two sizes."""
        small, large = self.sizes
        rise = self.of(contender, large, measure) - self.of(contender, small, measure)
        return rise / (large - small)


def _median(costs: Sequence[Cost], measure: Measure) -> float:
    return median(getattr(cost, measure) for cost in costs)
