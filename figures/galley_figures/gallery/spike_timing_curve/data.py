"""What the spike-timing curve draws: two sides of the pair rule, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.locale import CHECKED, Audience, Lang, number
from galley_figures.locale.spike_timing_curve import WORDS, Words
from galley_figures.models.spike_timing import (
    TAU_MINUS_MS,
    TAU_PLUS_MS,
    spike_timing_share_of_largest,
)
from galley_figures.parameters import validated

SOURCES: Final = ("bi2001", "pfister2006")
FARTHEST_MS: Final = 100.0
TICKS_MS: Final = (-100.0, -50.0, 0.0, 50.0, 100.0)
GAP_MS: Final = 1.0
"""The curve starts this far from 0 on both sides, where the rule is undefined."""


@dataclass(frozen=True)
class Side:
    """One order of the spikes: its curve, the point one time constant away, and its words.

    Attributes
    ----------
    sign
        +1 where the sending cell fires first, on the right; -1 on the left.
    """

    name: Literal["stronger", "weaker"]
    sign: Literal[1, -1]
    lag_ms: tuple[float, ...]
    share: tuple[float, ...]
    tau_lag_ms: float
    tau_share: float
    label: str
    tau_label: str


@dataclass(frozen=True)
class Data:
    """All that is drawn."""

    stronger: Side
    weaker: Side
    ticks: tuple[tuple[float, str], ...]
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Compute both sides of the curve and choose its words."""
    words = WORDS[lang, audience]
    return Data(
        stronger=_side("stronger", TAU_PLUS_MS, words, lang, audience),
        weaker=_side("weaker", TAU_MINUS_MS, words, lang, audience),
        ticks=tuple((lag_ms, _tick(lag_ms, lang, audience)) for lag_ms in TICKS_MS),
        words=words,
        lang=lang,
        audience=audience,
    )


def _tick(lag_ms: float, lang: Lang, audience: Audience) -> str:
    # Plain words say how far apart the signals are; only a clinician's lag has a sign.
    return number(abs(lag_ms) if audience == "patient" else lag_ms, lang)


def _side(
    name: Literal["stronger", "weaker"], tau_ms: float, words: Words, lang: Lang, audience: Audience
) -> Side:
    sign: Literal[1, -1] = 1 if name == "stronger" else -1
    lag_ms = sign * np.linspace(GAP_MS, FARTHEST_MS, 200)
    tau_share = float(spike_timing_share_of_largest(np.array([sign * tau_ms]))[0])
    shown_ms = round(tau_ms) if audience == "patient" else tau_ms
    return Side(
        name=name,
        sign=sign,
        lag_ms=tuple(lag_ms.tolist()),
        share=tuple(spike_timing_share_of_largest(lag_ms).tolist()),
        tau_lag_ms=sign * tau_ms,
        tau_share=tau_share,
        label=words.stronger if sign > 0 else words.weaker,
        tau_label=words.tau.format(lag=number(shown_ms, lang), share=f"{abs(tau_share):.0%}"),
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    return data.words.alt, _filled(data.words.description, data)


def evidence(data: Data) -> Evidence:
    """Return what the curve rests on, in the figure's language."""
    return Evidence("model", SOURCES, _filled(data.words.note, data))


def _filled(text: str, data: Data) -> str:
    return text.format(
        first=number(data.weaker.lag_ms[-1], data.lang),
        last=number(data.stronger.lag_ms[-1], data.lang),
        plus=number(data.stronger.tau_lag_ms, data.lang),
        minus=number(-data.weaker.tau_lag_ms, data.lang),
        share=f"{data.stronger.tau_share:.0%}",
    )


def table(data: Data) -> DataTable:
    """Return the curve at round lags and at both time constants; at lag 0 there is no value."""
    lags = sorted({*range(-100, 101, 10), -5, 5, TAU_PLUS_MS, -TAU_MINUS_MS})
    return DataTable(
        columns=("lag_ms", "share_of_largest_change_on_that_side", "source", "status"),
        rows=tuple(_table_row(float(lag), data) for lag in lags),
    )


def _table_row(lag_ms: float, data: Data) -> tuple[Cell, ...]:
    share = None
    if lag_ms != 0:
        share = round(float(spike_timing_share_of_largest(np.array([lag_ms]))[0]), 3)
    return lag_ms, share, "; ".join(SOURCES), CHECKED[data.lang]
