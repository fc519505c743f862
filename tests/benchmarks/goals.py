"""The figures to reach, each next to what was measured. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.results import GALLEY, Results, Row

MOST_MB = 400
MOST_NOTHING_S = 2
MOST_SENTENCE_S = 1
MOST_CELL_S = 2
LINEAR = 1.1
"""How much dearer than the small builds' each article of a large one may be and still be called
linear; builds measured twice differ by some percent."""


@dataclass(frozen=True)
class Goal:
    """A figure to reach: the work, the rule in words, what was measured and the limit."""

    work: str
    rule: str
    value: float
    limit: float
    unit: str = "s"

    @property
    def is_reached(self) -> bool:
        """Whether the value is within the limit."""
        return self.value <= self.limit


def goals(results: Results) -> tuple[Goal, ...]:
    """Return each figure to reach that this run can tell of."""
    return (*_clean(results), *_small_changes(results), *_many(results))


def _clean(results: Results) -> Iterator[Goal]:
    if not results.has(GALLEY):
        return
    _, large = results.sizes
    work = f"clean build, {large} articles"
    cpu, wall = results.of(GALLEY, large, "cpu_s"), results.of(GALLEY, large, "wall_s")
    if results.has("c"):
        yield Goal(work, "CPU ≤ (c)", cpu, results.of("c", large, "cpu_s"))
        yield Goal(work, "wall ≤ 0.6 × (c)", wall, 0.6 * results.of("c", large, "wall_s"))
    if results.has("a"):
        yield Goal(work, "CPU ≤ (a) / 15", cpu, results.of("a", large, "cpu_s") / 15)
    if results.has("d"):
        each, floor = (results.each_further(name, "cpu_s") for name in (GALLEY, "d"))
        yield Goal(work, "CPU of each further article ≤ 2.5 × (d)", each, 2.5 * floor)


def _small_changes(results: Results) -> Iterator[Goal]:
    limits = (
        ("nothing", "wall ≤ 10 × python", 10 * results.python_s),
        ("sentence", "wall ≤ 1 s", MOST_SENTENCE_S),
        ("cell", "wall ≤ 2 s", MOST_CELL_S),
    )
    for name, rule, limit in limits:
        if row := results.rows.get(name):
            yield Goal(_work(row), rule, row.median("wall_s"), limit)
    for row in results.rows.values():
        yield Goal(_work(row), "exactly those run that must", not row.is_exact, 0, "wrong")


def _many(results: Results) -> Iterator[Goal]:
    if row := results.rows.get("nothing-many"):
        yield Goal(_work(row), "wall ≤ 2 s", row.median("wall_s"), MOST_NOTHING_S)
    if row := results.rows.get("thousand"):
        each = row.median("cpu_s") / row.articles
        limit = LINEAR * results.each_further(GALLEY, "cpu_s")
        yield Goal(_work(row), "linear: CPU of each article", each, limit)
        yield Goal(_work(row), "main process ≤ 400 MB", row.median("peak_mb"), MOST_MB, "MB")


def _work(row: Row) -> str:
    return f"{row.words}, {row.articles:,} articles"
