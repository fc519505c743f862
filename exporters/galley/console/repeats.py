"""What one rule finds again and again, in one article or in many, told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from galley.findings import Finding, Place, Severity
from galley.speech.say import mark, say

_MOST_PLACES = 6
_ONE_FILE = mark("And in {count} other file")
_MORE_FILES = mark("And in {count} other files")


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


def join_files(repeats: Iterable[Repeats]) -> tuple[tuple[Repeats, ...], ...]:
    """Join what is said word for word of several articles, where the first of it stands."""
    joined: dict[tuple[str, ...], list[Repeats]] = {}
    for each in repeats:
        said = {(found.message, found.fix) for found in (each.first, *each.more)}
        own = each.first.place.file if len(said) > 1 else ""
        key = (each.first.rule, each.first.severity, each.first.message, each.first.fix, own)
        joined.setdefault(key, []).append(each)
    return tuple(map(tuple, joined.values()))


def others_text(others: Sequence[Repeats]) -> str:
    """Return which other files the same is said of."""
    if not others:
        return ""
    names = short_names([each.first.place.file for each in others])
    words = _ONE_FILE if len(names) == 1 else _MORE_FILES
    return say(words, count=len(names)) + _listed(names)


def short_names(files: Sequence[str]) -> list[str]:
    """Return files without the folders that all of them lie in."""
    parts = [file.split("/") for file in files]
    folders = zip(*(each[:-1] for each in parts), strict=False)
    shared = sum(1 for _ in takewhile(lambda level: len(set(level)) == 1, folders))
    return ["/".join(each[shared:]) for each in parts]


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
