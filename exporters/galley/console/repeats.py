"""What one rule finds again and again in one article, told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from galley.findings import Finding, Place, Severity
from galley.speech.say import say

_MOST_PLACES = 6


@dataclass(frozen=True)
class Repeats:
    """What one rule found in one article: the first place, and all that follow."""

    first: Finding
    more: tuple[Finding, ...] = ()

    def __len__(self) -> int:
        return 1 + len(self.more)


def join_repeats(findings: Iterable[Finding]) -> tuple[Repeats, ...]:
    """Join what one rule found in one file, where the first of it stands."""
    joined: dict[tuple[str, str, Severity], list[Finding]] = {}
    for finding in findings:
        key = (finding.place.file, finding.rule, finding.severity)
        joined.setdefault(key, []).append(finding)
    return tuple(Repeats(first, tuple(more)) for first, *more in joined.values())


def more_text(repeats: Repeats, indent: str) -> str:
    """Return where else it is found; and what it says there, where that is something else."""
    more = repeats.more
    if not more:
        return ""
    if all(each.message == repeats.first.message for each in more):
        places = list(dict.fromkeys(filter(None, (short_place(each.place) for each in more))))
        return say("And {count} more", count=len(more)) + _listed(places)
    said = [": ".join(filter(None, (short_place(each.place), each.message))) for each in more]
    lines = [f"{indent}  {each}" for each in said]
    dots = [f"{indent}  …"] if len(lines) > _MOST_PLACES else []
    return "\n".join([say("And {count} more:", count=len(more)), *lines[:_MOST_PLACES], *dots])


def _listed(places: Sequence[str]) -> str:
    dots = ", …" if len(places) > _MOST_PLACES else ""
    return f": {', '.join(places[:_MOST_PLACES])}{dots}" if places else ""


def short_place(place: Place) -> str:
    """Return a place without its file: ``#cell:3``, ``line 3``, or nothing."""
    if place.cell:
        return str(Place("", place.cell, place.line))
    return say("line {line}", line=place.line) if place.line else ""
