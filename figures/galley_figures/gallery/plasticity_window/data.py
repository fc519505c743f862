"""What the plasticity-window figure draws: phases, a schematic curve, trial windows, a warning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from galley_figures.explanatory import DataTable
from galley_figures.gallery.plasticity_window.days import (
    PHASE_LIMITS_DAYS,
    SCALE,
    WARNING_DAYS,
    WINDOWS_DAYS,
    StartDay,
)
from galley_figures.gallery.plasticity_window.start import Start, start_of
from galley_figures.locale import (
    CHECKED,
    CHECKED_SECONDARY,
    SCHEMATIC,
    Audience,
    Lang,
)
from galley_figures.locale.plasticity_window import WORDS, Words
from galley_figures.parameters import validated

SOURCES: Final = (
    "bernhardt2017",
    "dromerick2021",
    "avert2015",
    "zeiler2013",
    "biernaskie2004",
    "ballester2019",
)

_CURVE_POINTS: Final = 49


@dataclass(frozen=True)
class Span:
    """A stretch of time with its words; positions are shares of the axis, 0 to 1."""

    start_days: int
    end_days: int
    start: float
    end: float
    label: str
    second_label: str

    @property
    def middle(self) -> float:
        """Position of its middle."""
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Tick:
    """A labelled place on the axis."""

    days: int
    position: float
    label: str
    is_limit: bool
    """Whether a phase ends here, so that the scale changes."""


@dataclass(frozen=True)
class Curve:
    """A shape without a scale: positions along the axis, heights from 0 to 1."""

    position: tuple[float, ...]
    height: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included."""

    lang: Lang
    audience: Audience
    words: Words
    phases: tuple[Span, ...]
    ticks: tuple[Tick, ...]
    curve: Curve
    windows: tuple[Span, ...]
    warning: Span
    trial: str
    schematic: str
    start: Start | None = None
    """A day on which training might start, where one is to be marked."""


@validated
def compute(
    *, lang: Lang = "en", audience: Audience = "patient", start_day: StartDay | None = None
) -> Data:
    """Return all that is drawn.

    Raises
    ------
    FigureError
        If the language, the audience or the day is not one of the legal ones.
    """
    words = WORDS[lang]
    mine = words.audiences[audience]
    return Data(
        lang=lang,
        audience=audience,
        words=words,
        phases=tuple(_span(days, *words.phases[key]) for key, days in PHASE_LIMITS_DAYS.items()),
        ticks=_ticks(words),
        curve=_curve(),
        windows=tuple(
            _span(days, mine.windows[key].when, mine.windows[key].gain)
            for key, days in WINDOWS_DAYS.items()
        ),
        warning=_span(WARNING_DAYS, mine.warning, ""),
        trial=mine.trial,
        schematic=SCHEMATIC[lang],
        start=None if start_day is None else start_of(int(start_day), lang, audience),
    )


def _span(days: tuple[int, int], label: str, second_label: str) -> Span:
    start, end = (SCALE.position(day) for day in days)
    return Span(*days, start, end, label, second_label)


def _ticks(words: Words) -> tuple[Tick, ...]:
    inner_limits = SCALE.limits[1:-1]
    return tuple(
        Tick(days, SCALE.position(days), label, days in inner_limits)
        for days, label in words.ticks.items()
    )


def _curve() -> Curve:
    """Return the schematic curve: a rise in days, a broad top, a slow fall that never reaches zero.

    It is a shape on the axis as printed, not a function of time, and has no unit.
    """
    position = np.linspace(0, 1, _CURVE_POINTS)
    rise = _step(position, at=0.26, width=0.055)
    fall = 1 - 0.68 * _step(position, at=0.68, width=0.06)
    height = 0.10 + 0.76 * rise * fall
    doubt = 0.05 + 0.07 * rise
    return Curve(
        position=_rounded(position),
        height=_rounded(height),
        lower=_rounded(height - doubt),
        upper=_rounded(height + doubt),
    )


def _step(position: np.ndarray, *, at: float, width: float) -> np.ndarray:
    return 1 / (1 + np.exp(-(position - at) / width))


def _rounded(values: np.ndarray) -> tuple[float, ...]:
    # Four digits are finer than a pixel, and the same on every processor.
    return tuple(round(float(value), 4) for value in values)


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    best = data.windows[1]
    hours = data.warning.end_days * 24
    alt = data.words.alt.format(start=best.start_days, end=best.end_days, hours=hours)
    description = data.words.description.format(
        phases=", ".join(f"{phase.label} ({phase.second_label})" for phase in data.phases),
        windows="; ".join(f"{window.label}: {window.second_label}" for window in data.windows),
        hours=hours,
    )
    if data.start:
        return data.start.alt, f"{description} {data.start.description}"
    return alt, description


def table(data: Data) -> DataTable:
    """Return every drawn stretch of time with its reference and whether it was checked."""
    kinds, checked = data.words.kinds, CHECKED[data.lang]
    phases = [
        (phase.label, kinds["phase"], phase.start_days, _open_end(phase), phase.second_label)
        for phase in data.phases
    ]
    windows = [
        (f"CPASS: {window.label}", kinds["window"], *_days(window), window.second_label)
        for window in data.windows
    ]
    warning = ("AVERT", kinds["warning"], *_days(data.warning), data.warning.label)
    return DataTable(
        columns=data.words.columns,
        rows=(
            *((*row, "bernhardt2017", CHECKED_SECONDARY[data.lang]) for row in phases),
            *((*row, "dromerick2021", checked) for row in windows),
            (*warning, "avert2015", checked),
            *((data.start.row,) if data.start else ()),
        ),
    )


def _days(span: Span) -> tuple[int, int]:
    return span.start_days, span.end_days


def _open_end(phase: Span) -> int | None:
    """Return where a phase ends; the last one has no end, only the axis has."""
    return None if phase.end_days == SCALE.limits[-1] else phase.end_days
