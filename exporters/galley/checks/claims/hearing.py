"""Hearing a claim in a sentence, and hearing when the sentence takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from galley.checks.claims.scope import Scope
from galley.checks.claims.words import Terms, Words

_CONDITION = re.compile(
    r"(?:if|when|before|after|until|kalau|jika|bila|apabila|saat|ketika|sambil|sebelum|sesudah"
    r"|setelah)\b[^,]*, "
)
_ASKS = re.compile(r"\?[\"'”’»)\]]*$")


@dataclass(frozen=True)
class Hit:
    """Words that give a fault away: what kind of fault, how they are written, and where."""

    kind: str
    text: str
    begin: int
    end: int


def hits(text: str, terms: Terms, words: Words, *, may_hedge: bool = False) -> tuple[Hit, ...]:
    """Return what a sentence says in earnest.

    Parameters
    ----------
    may_hedge
        Whether "may", "some" and the like take the words back as well.
    """
    scope = Scope(text.lower(), words, may_hedge=may_hedge)
    return _telling(
        hit for hit in _spoken(text, terms) if not scope.takes_back(hit.kind, hit.begin, hit.end)
    )


def heard(text: str, terms: Terms) -> tuple[Hit, ...]:
    """Return the words that a sentence states, and that are no part of a sound phrase."""
    return _telling(_spoken(text, terms))


def _telling(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits in reading order; of one inside another, the shorter."""
    all_hits = tuple(found)
    if len(all_hits) <= 1:
        return all_hits
    inner = _innermost({(hit.begin, hit.end) for hit in all_hits})
    telling = (hit for hit in all_hits if (hit.begin, hit.end) in inner)
    return tuple(sorted(telling, key=lambda hit: hit.begin))


def _innermost(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the spans in which no other lies."""
    inner = set()
    first_end: float = float("inf")
    # From the back, only what began later or at the same place can lie inside.
    for begin, end in sorted(spans, key=lambda span: (-span[0], span[1])):
        if end < first_end:
            inner.add((begin, end))
        first_end = min(first_end, end)
    return inner


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
