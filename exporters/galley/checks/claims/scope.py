"""What a sentence takes back of what it says.

A sentence may be as long as the author's text, and say a thing as often: so nothing is looked for
twice in the same place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from galley.checks.claims.words import Pattern, Words

_QUOTED = re.compile(r"""“[^”]*”|"[^"]*"|‘[^‘’]*’|«[^»]*»|„[^“”]*[“”]""")
# Kinds that stay findings when what was found is a "not".
_FINDINGS = frozenset({"study", "proven"})
# Kinds whose phrases have room for other words, a negation among them.
_LOOSE = frozenset({"best", "study", "adverb", "adjective"})
_MOST_OF_IT = 0.8
_PAUSE = re.compile(r"[,;:—–()]")
_STOP = re.compile(r"[;:]")
_SPACE = re.compile(r"\s*")
# Longer than any phrase with the words before and behind that decide on it.
_REACH = 200


class Scope:
    """A sentence in small letters.

    Parameters
    ----------
    may_hedge
        Whether "may", "some" and the like take the words back as well.
    """

    def __init__(self, small: str, words: Words, *, may_hedge: bool) -> None:
        self._small = small
        self._words = words
        self._may_hedge = may_hedge
        self._next: dict[Pattern, tuple[int, re.Match[str] | None]] = {}

    def takes_back(self, kind: str, begin: int, end: int) -> bool:
        """Tell whether words of a kind, at a place, are not meant."""
        words, since, until = self._words, self._break_before(begin), begin
        if kind in _LOOSE:
            until += len(self._small[begin:end].rpartition(" ")[0])
        return (
            self._is_between(words.negation, since, until)
            or (self._may_hedge and self._is_between(words.hedge, since, until))
            or self._is_between(words.denial, _last(self._stops, begin), begin)
            or (kind not in _FINDINGS and self._is_negated_after(end))
            or self._is_quoted(begin, end)
        )

    @cached_property
    def _pauses(self) -> list[int]:
        return [match.end() for match in _PAUSE.finditer(self._small)]

    @cached_property
    def _stops(self) -> list[int]:
        return [match.end() for match in _STOP.finditer(self._small)]

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.end() for match in self._words.breaks.finditer(self._small)]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [match.span() for match in _QUOTED.finditer(self._small)]

    def _break_before(self, begin: int) -> int:
        # Near the place, a word may be cut in two by it.
        known = _last(self._breaks, begin - _REACH)
        near = self._words.breaks.finditer(self._small, max(known, begin - 2 * _REACH), begin)
        ends = [match.end() for match in near]
        return max(_last(self._pauses, begin), known, *ends)

    def _is_between(self, pattern: Pattern, begin: int, end: int) -> bool:
        """Tell whether a phrase is found between two places, as if there were nothing else."""
        found = self._first_from(pattern, begin)
        if found and found.end() + _REACH <= end:
            return True
        return pattern.search(self._small, max(begin, end - 2 * _REACH), end) is not None

    def _first_from(self, pattern: Pattern, begin: int) -> re.Match[str] | None:
        asked, found = self._next.get(pattern, (len(self._small) + 1, None))
        if asked <= begin and (found is None or begin <= found.start()):
            return found
        found = pattern.search(self._small, begin)
        self._next[pattern] = (begin, found)
        return found

    def _is_negated_after(self, end: int) -> bool:
        pause = bisect_right(self._pauses, end)
        stop = self._first_from(self._words.breaks, end)
        until = min(
            self._pauses[pause] - 1 if pause < len(self._pauses) else len(self._small),
            stop.start() if stop else len(self._small),
        )
        space = _SPACE.match(self._small, end, until)
        begin = space.end() if space else end
        behind = self._small[begin : min(until, begin + 4 * _REACH)]
        return self._words.negation_after.match(behind) is not None

    def _is_quoted(self, begin: int, end: int) -> bool:
        before = bisect_right(self._quotes, (begin, len(self._small)))
        if not before:
            return False
        opened, closed = self._quotes[before - 1]
        # A sentence that is a quotation from end to end says it itself.
        return end <= closed and closed - opened < _MOST_OF_IT * len(self._small)


def _last(places: list[int], end: int) -> int:
    """Return the last of the places up to an end, the beginning where there is none."""
    found = bisect_right(places, end)
    return places[found - 1] if found else 0
