"""Which paragraphs say something else than when they were sent, where Word did not track it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.5
_AROUND = 2
Pair = tuple[int | None, int | None]


def changed_texts(before: Sequence[str], now: Sequence[str]) -> tuple[Pair, ...]:
    """Return pairs of the numbers of an old text and the new one in its place; None for nothing.

    Empty texts are no texts.
    """
    old = [number for number, text in enumerate(before) if text]
    new = [number for number, text in enumerate(now) if text]
    matcher = SequenceMatcher(
        None, [before[number] for number in old], [now[number] for number in new], autojunk=False
    )
    return tuple(
        pair
        for operation, a, b, c, d in matcher.get_opcodes()
        if operation != "equal"
        for pair in _pairs(old[a:b], new[c:d], before, now)
    )


def _pairs(
    old: Sequence[int], new: Sequence[int], before: Sequence[str], now: Sequence[str]
) -> Iterator[Pair]:
    """Pair each old text with the first new one after the last pair that is like it."""
    waiting = list(new)
    for one in old:
        like = next((each for each in waiting if _are_alike(before[one], now[each])), None)
        if like is None:
            yield one, None
            continue
        place = waiting.index(like)
        yield from ((None, each) for each in waiting[:place])
        yield one, like
        waiting = waiting[place + 1 :]
    yield from ((None, each) for each in waiting)


def _are_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def narrowed(old: str, new: str) -> tuple[str, str]:
    """Return the words that differ with two on each side, where both texts are known."""
    if not old or not new:
        return old, new
    one, other = old.split(), new.split()
    same = _shared(one, other)
    rest = min(len(one), len(other)) - same
    end = min(_shared(one[::-1], other[::-1]), rest)
    begin, end = max(same - _AROUND, 0), max(end - _AROUND, 0)
    return " ".join(one[begin : len(one) - end]), " ".join(other[begin : len(other) - end])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
