"""The axis of a forest plot: how far it runs, and the round numbers on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from galley_figures.kinds.forest.spec import ForestAxis, Scale
from galley_figures.kinds.ticks import round_ticks
from galley_figures.locale import Lang, number
from galley_figures.style.canvas import label_width

_FIT_PX: Final = 190
"""The narrowest axis on which ticks must fit."""
_TICK_GAP_PX: Final = 12
_OVERHANG_PX: Final = 10
_MOST_TICKS: Final = 5
_PADDING: Final = 0.06
_LADDERS: Final = ((1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8), (1, 1.5, 2, 3, 5, 7), (1, 2, 5), (1,))
"""Numbers of each decade that a log axis may name, from many to one."""


def axis_for(
    values: Sequence[float],
    *,
    scale: Scale,
    no_effect: float,
    label: str,
    sides: tuple[str, str],
    lang: Lang,
) -> ForestAxis:
    """Return an axis that holds every value and names no effect and a few round numbers."""
    forward, back = _scale_functions(scale)
    low, high = _padded([forward(value) for value in (*values, no_effect)])
    limits = back(low), back(high)

    def place(value: float) -> float:
        return (forward(value) - low) / (high - low) * _FIT_PX

    candidates = _log_candidates(*limits) if scale == "log" else _linear_candidates(*limits)
    ticks = _first_that_fit(candidates, no_effect, place, lang)
    return ForestAxis(
        scale, limits, tuple((tick, number(tick, lang)) for tick in ticks), label, *sides
    )


def _scale_functions(scale: Scale) -> tuple[Callable[[float], float], Callable[[float], float]]:
    return (math.log, math.exp) if scale == "log" else (float, float)


def _padded(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low) * _PADDING or abs(high) * _PADDING or 1.0
    return low - room, high + room


def _linear_candidates(low: float, high: float) -> Iterable[tuple[float, ...]]:
    for most in range(_MOST_TICKS, 0, -1):
        yield tuple(tick for tick in round_ticks(low, high, most=most) if low <= tick <= high)


def _log_candidates(low: float, high: float) -> Iterable[tuple[float, ...]]:
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for ladder in _LADDERS:
        inside = [step * 10.0**decade for decade in decades for step in ladder]
        inside = [tick for tick in inside if low <= tick <= high]
        # An axis within one step of a ladder, such as 0.95 to 1.05, is all but linear.
        yield tuple(inside) if len(inside) > 1 else next(iter(_linear_candidates(low, high)))
    for stride in (2, 3, 4, 6, 9, 12):
        yield tuple(10.0**d for d in decades if d % stride == 0 and low <= 10.0**d <= high)


def _first_that_fit(
    candidates: Iterable[tuple[float, ...]],
    no_effect: float,
    place: Callable[[float], float],
    lang: Lang,
) -> tuple[float, ...]:
    for ticks in candidates:
        chosen = _with_no_effect(ticks, no_effect, place, lang)
        if len(chosen) <= _MOST_TICKS + 1 and _fit(chosen, place, lang):
            return chosen
    return (no_effect,)


def _with_no_effect(
    ticks: tuple[float, ...], no_effect: float, place: Callable[[float], float], lang: Lang
) -> tuple[float, ...]:
    """Add no effect; a round number too near to it gives way."""
    if any(math.isclose(tick, no_effect) for tick in ticks):
        return ticks
    kept = [tick for tick in ticks if _fit(sorted((tick, no_effect)), place, lang)]
    return tuple(sorted((*kept, no_effect)))


def _fit(ticks: Sequence[float], place: Callable[[float], float], lang: Lang) -> bool:
    """Return whether the ticks' words stay apart, and near the axis at its ends."""
    halves = {tick: label_width(number(tick, lang), 12) / 2 for tick in ticks}
    are_apart = all(
        place(right) - place(left) >= halves[left] + halves[right] + _TICK_GAP_PX
        for left, right in pairwise(ticks)
    )
    return are_apart and all(
        place(tick) - half >= -_OVERHANG_PX and place(tick) + half <= _FIT_PX + _OVERHANG_PX
        for tick, half in halves.items()
    )
