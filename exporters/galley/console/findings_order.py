"""In which order findings are told: what would hurt a reader most comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from galley.checks.rule_facts import known_rules
from galley.console.repeats import Repeats
from galley.findings import Finding, Severity

MOST_FIRST = 3
"""So many things are told before all others."""

_UNKNOWN_HARM = 2
# Advice is uncertain; only where much is at stake does it go before everything else.
_GRAVE = 4
_SEVERITIES = {severity: rank for rank, severity in enumerate(Severity)}

CellOrder = Mapping[tuple[str, str], int]
"""File and cell id → the cell's position in its notebook."""


def reading_order(findings: Iterable[Finding], cells: CellOrder) -> tuple[Finding, ...]:
    """Return findings as a reader of the notebooks meets them, each once."""

    def key(finding: Finding) -> tuple[str, int, int]:
        place = finding.place
        cell = cells.get((place.file, place.cell or ""), -1)
        return place.file, cell, place.line or 0

    return tuple(sorted(dict.fromkeys(findings), key=key))


def things_first(repeats: Sequence[Repeats], most: int = MOST_FIRST) -> tuple[Repeats, ...]:
    """Return what to mend first, by what would hurt a reader most.

    By harm, then severity, then order; each of another rule as long as there are others.
    """
    worst = sorted((each for each in repeats if _is_pressing(each)), key=_by_harm)
    of_each_rule: dict[str, Repeats] = {}
    for each in worst:
        of_each_rule.setdefault(each.first.rule, each)
    chosen = list(of_each_rule.values())[:most]
    again = (each for each in worst if each is not of_each_rule[each.first.rule])
    return (*chosen, *islice(again, most - len(chosen)))


def gravest_first(repeats: Iterable[Repeats]) -> list[Repeats]:
    """Sort by severity, then by harm; the order stays within that."""
    return sorted(repeats, key=lambda each: (_SEVERITIES[each.first.severity], *_by_harm(each)))


def harm_of(rule: str) -> int:
    """Return how much a reader may be hurt by what a rule finds, 1 to 5."""
    facts = known_rules().get(rule)
    return facts.harm if facts else _UNKNOWN_HARM


def _is_pressing(repeats: Repeats) -> bool:
    is_advice = repeats.first.severity is Severity.ADVICE
    return not is_advice or harm_of(repeats.first.rule) >= _GRAVE


def _by_harm(repeats: Repeats) -> tuple[int, int]:
    return -harm_of(repeats.first.rule), _SEVERITIES[repeats.first.severity]
