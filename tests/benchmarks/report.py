"""The numbers as Markdown for people and as JSON for programs. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tests.benchmarks.goals import Goal, goals
from tests.benchmarks.measuring import Cost
from tests.benchmarks.results import GALLEY, Results, Row


def report_markdown(results: Results) -> str:
    """Return the machine, the three tables, and what else a reader must know."""
    parts = (
        _setting(results),
        _clean_table(results),
        _rows_table(results.rows.values()),
        _goals_table(goals(results)),
        _remarks(results),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def report_json(results: Results) -> str:
    """Return everything that was measured, each repetition by itself."""
    told = {
        "schema": 1,
        "machine": dict(results.machine),
        "versions": dict(results.versions),
        "python_s": results.python_s,
        "clean": [
            {"contender": name, "articles": count, "runs": _runs(costs)}
            for (name, count), costs in results.clean.items()
        ],
        "rows": {name: _row(row) for name, row in results.rows.items()},
        "goals": [{**asdict(goal), "reached": goal.is_reached} for goal in goals(results)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; every column but the first is set to the right."""
    aligned = [":--", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, aligned, *rows))


def _setting(results: Results) -> str:
    told = (results.machine, results.versions)
    return ", ".join(f"{name}: {value}" for part in told for name, value in part.items() if value)


def _clean_table(results: Results) -> str:
    small, large = results.sizes
    head = (
        "from nothing",
        f"CPU {small}",
        f"CPU {large}",
        "each further",
        f"wall {large}",
        "each further",
    )
    rows = [
        (
            f"({name}) {words}" if name != GALLEY else words,
            _seconds(results.of(name, small, "cpu_s")),
            _seconds(results.of(name, large, "cpu_s")),
            _seconds(results.each_further(name, "cpu_s")),
            _seconds(results.of(name, large, "wall_s")),
            _seconds(results.each_further(name, "wall_s")),
        )
        for name, words in results.words.items()
        if results.has(name)
    ]
    return markdown_table(head, rows)


def _rows_table(rows: Iterable[Row]) -> str:
    head = ("`galley build`", "articles", "ran", "wall", "CPU", "memory")
    lines = [
        (
            row.words,
            f"{row.articles:,}",
            f"{row.ran:,}" if row.is_exact else f"{row.ran:,} (wrong)",
            _seconds(row.median("wall_s")),
            _seconds(row.median("cpu_s")),
            f"{row.median('peak_mb'):.0f} MB",
        )
        for row in rows
    ]
    return markdown_table(head, lines) if lines else ""


def _goals_table(reached: Sequence[Goal]) -> str:
    head = ("work", "to reach", "limit", "measured", "reached")
    lines = [
        (
            goal.work,
            goal.rule,
            _amount(goal.limit, goal.unit),
            _amount(goal.value, goal.unit),
            "yes" if goal.is_reached else "**no**",
        )
        for goal in reached
    ]
    return markdown_table(head, lines) if lines else ""


def _remarks(results: Results) -> str:
    """Return what would make a reader doubt the numbers."""
    runs = [cost for costs in results.clean.values() for cost in costs]
    runs += [cost for row in results.rows.values() for cost in row.costs]
    left = dict.fromkeys(name for cost in runs for name in cost.left)
    lost = [cost for cost in runs if cost.sampled_cpu_s > 1.1 * cost.waited_cpu_s + 0.1]
    remarks = [f"Still running after its command had ended: `{name}`." for name in left]
    if lost:
        remarks.append(
            f"In {len(lost)} of {len(runs)} runs some processes were not waited for by their "
            "parents; their CPU time is what was seen of them, a little too low."
        )
    return "\n".join(remarks)


def _row(row: Row) -> dict[str, Any]:
    return {
        "words": row.words,
        "articles": row.articles,
        "ran": row.ran,
        "is_exact": row.is_exact,
        "runs": _runs(row.costs),
    }


def _runs(costs: Iterable[Cost]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in asdict(cost).items() if name != "output"} for cost in costs
    ]


def _seconds(seconds: float) -> str:
    return _amount(seconds, "s")


def _amount(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:.0f} {unit}"
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s"
