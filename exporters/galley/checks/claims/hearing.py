"""Hearing a claim in a sentence, and hearing when the sentence takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from galley.checks.claims.words import Terms, Words

_QUOTED = re.compile(r"""“[^”]*”|"[^"]*"|‘[^‘’]*’|«[^»]*»|„[^“”]*[“”]""")
# Kinds that stay findings when what was found is a "not".
_FINDINGS = frozenset({"study", "proven"})
# Kinds whose phrases have room for other words, a negation among them.
_LOOSE = frozenset({"best", "study", "adverb", "adjective"})
_MOST_OF_IT = 0.8
_CONDITION = re.compile(
    r"(?:if|when|before|after|until|kalau|jika|bila|apabila|saat|ketika|sambil|sebelum|sesudah"
    r"|setelah)\b[^,]*, "
)
_ASKS = re.compile(r"\?[\"'”’»)\]]*$")
_PAUSE = re.compile(r"[,;:—–()]")
_STOP = re.compile(r"[;:]")


@dataclass(frozen=True)
class Hit:
    """Words that give a fault away: what kind of fault, how they are written, and where."""

    kind: str
    text: str
    begin: int
    end: int

    def contains(self, other: Hit) -> bool:
        """Whether another hit lies inside this one and is shorter."""
        is_inside = self.begin <= other.begin and other.end <= self.end
        return is_inside and other.end - other.begin < self.end - self.begin


def hits(text: str, terms: Terms, words: Words, *, may_hedge: bool = False) -> tuple[Hit, ...]:
    """Return what a sentence says in earnest.

    Parameters
    ----------
    may_hedge
        Whether "may", "some" and the like take the words back as well.
    """
    small = text.lower()
    scope = _Scope(small, words, may_hedge)
    return _telling(hit for hit in _spoken(text, terms) if not scope.takes_back(hit))


def heard(text: str, terms: Terms) -> tuple[Hit, ...]:
    """Return the words that a sentence states, and that are no part of a sound phrase."""
    return _telling(_spoken(text, terms))


def _telling(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits in reading order; of one inside another, the shorter."""
    all_hits = tuple(found)
    if not all_hits:
        return ()
    return tuple(
        sorted(
            (hit for hit in all_hits if not any(map(hit.contains, all_hits))),
            key=lambda hit: hit.begin,
        )
    )


def _spoken(text: str, terms: Terms) -> Iterator[Hit]:
    stated, small = _stated(text), text.lower()
    kinds = terms.kinds_in(small, stated)
    if not kinds:
        return
    small = terms.sound.hushed(small)
    for kind, pattern in kinds.items():
        for match in pattern.finditer(small, 0, stated):
            yield Hit(kind, text[match.start() : match.end()].strip(), *match.span())


def is_question(text: str) -> bool:
    """Whether a sentence asks and states nothing."""
    return _stated(text) == 0


def _stated(text: str) -> int:
    """Return where the statement ends: "It is permanent, so we ask: why?" states and asks."""
    return text.rfind(":") + 1 if _ASKS.search(text) else len(text)


def is_order(text: str, words: Words) -> bool:
    """Whether a sentence tells its reader to do something, as an instruction does."""
    small = text.lower()
    return any(words.order.match(small, begin) for begin in _begins(small))


def _begins(small: str) -> Iterator[int]:
    yield len(small) - len(small.lstrip("\"'“‘«(*"))
    # "If you feel dizzy, sit down."
    if condition := _CONDITION.match(small):
        yield condition.end()


@dataclass(frozen=True)
class _Scope:
    small: str
    words: Words
    may_hedge: bool

    def takes_back(self, hit: Hit) -> bool:
        begin, end = hit.begin, hit.end
        before = self.small[self._break_before(begin) : begin]
        if hit.kind in _LOOSE:
            before += self.small[begin:end].rpartition(" ")[0]
        return (
            self.words.negation.search(before) is not None
            or (self.may_hedge and self.words.hedge.search(before) is not None)
            or self._is_denied(begin)
            or (hit.kind not in _FINDINGS and self._is_negated_after(end))
            or self._is_quoted(begin, end)
        )

    def _break_before(self, begin: int) -> int:
        ends = [match.end() for match in _PAUSE.finditer(self.small, 0, begin)]
        ends += [match.end() for match in self.words.breaks.finditer(self.small, 0, begin)]
        return max(ends, default=0)

    def _is_denied(self, begin: int) -> bool:
        sayings = _STOP.split(self.small[:begin])
        return self.words.denial.search(sayings[-1]) is not None

    def _is_negated_after(self, end: int) -> bool:
        stops = [_PAUSE.search(self.small, end), self.words.breaks.search(self.small, end)]
        until = min((stop.start() for stop in stops if stop), default=len(self.small))
        return self.words.negation_after.match(self.small[end:until].lstrip()) is not None

    def _is_quoted(self, begin: int, end: int) -> bool:
        # A sentence that is a quotation from end to end says it itself.
        return any(
            quote.start() <= begin
            and end <= quote.end()
            and len(quote[0]) < _MOST_OF_IT * len(self.small)
            for quote in _QUOTED.finditer(self.small)
        )
