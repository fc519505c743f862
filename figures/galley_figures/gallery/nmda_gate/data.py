"""What the NMDA gate draws: channels that pass current, with glutamate and without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

import numpy as np

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.kinds.curve import Axis, Curves, MarkedPoint, Sample, Series
from galley_figures.locale import CHECKED_SECONDARY, Audience, Lang, number
from galley_figures.locale.nmda_gate import (
    COLUMNS,
    EQUATION,
    MAGNESIUM_LABEL,
    MAGNESIUM_UNIT,
    ROWS,
    WORDS,
    Words,
)
from galley_figures.models.nmda_gate import (
    HALF_BLOCK_MMOL_PER_L,
    STEEPNESS_PER_MV,
    half_open_voltage_mv,
    open_share,
)
from galley_figures.parameters import Range, validated

Magnesium: TypeAlias = Annotated[float, Range(0.1, 4, unit=MAGNESIUM_UNIT, label=MAGNESIUM_LABEL)]

SOURCES: Final = ("jahr1990",)
LOWEST_MV: Final = -90
HIGHEST_MV: Final = 40
REST_MV: Final = -70
EXCITED_MV: Final = 0
_TICKS_MV: Final = (-80, -60, -40, -20, 0, 20, 40)
_SHARE_TICKS: Final = (0, 25, 50, 75, 100)
_BELOW_ZERO: Final = 7
"""Room below 0, so that the line of shut channels is not hidden by the axis."""


@dataclass(frozen=True)
class Data:
    """All that is drawn.

    Attributes
    ----------
    asides
        Headings and texts below the curves.
    """

    magnesium_mm: float
    curves: Curves
    asides: tuple[tuple[str, str], ...]
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient", mg_mm: Magnesium = 1) -> Data:
    """Compute the share of open channels at each voltage and choose its words."""
    words = WORDS[lang, audience]
    magnesium_mm = float(mg_mm)
    return Data(
        magnesium_mm=magnesium_mm,
        curves=_curves(magnesium_mm, words, lang),
        asides=tuple(
            (heading, _filled(text, magnesium_mm, lang)) for heading, text in words.asides
        ),
        words=words,
        lang=lang,
        audience=audience,
    )


def percent_open(voltage_mv: float, *, magnesium_mm: float) -> float:
    """Return how many of 100 channels pass current when glutamate is there."""
    share = open_share(np.array([voltage_mv], float), magnesium_mmol_per_l=magnesium_mm)
    return 100 * float(share[0])


def _curves(magnesium_mm: float, words: Words, lang: Lang) -> Curves:
    voltages = range(LOWEST_MV, HIGHEST_MV + 1)
    opened = tuple(Sample(v, percent_open(v, magnesium_mm=magnesium_mm)) for v in voltages)
    shut = tuple(Sample(v, 0) for v in voltages)
    points = ((REST_MV, words.rest), (EXCITED_MV, words.excited))
    return Curves(
        series=(Series(words.both, opened, "gain"), Series(words.alone, shut)),
        x=Axis(
            "nmda_gate",
            "x",
            words.voltage,
            words.voltage_unit,
            limits=(LOWEST_MV, HIGHEST_MV),
            ticks=tuple((v, number(v, lang)) for v in _TICKS_MV),
        ),
        y=Axis(
            "nmda_gate",
            "y",
            words.share,
            words.share_unit,
            limits=(-_BELOW_ZERO, 100),
            ticks=tuple((share, number(share, lang)) for share in _SHARE_TICKS),
        ),
        points=tuple(_point(v, text, magnesium_mm, lang) for v, text in points),
    )


def _point(voltage_mv: float, text: str, magnesium_mm: float, lang: Lang) -> MarkedPoint:
    share = percent_open(voltage_mv, magnesium_mm=magnesium_mm)
    label = _filled(text, magnesium_mm, lang, share=number(share, lang, decimals=0))
    return MarkedPoint(voltage_mv, share, label)


def _filled(text: str, magnesium_mm: float, lang: Lang, **more: str) -> str:
    half_mv = half_open_voltage_mv(magnesium_mmol_per_l=magnesium_mm)
    constants = {
        "half": number(HALF_BLOCK_MMOL_PER_L, lang),
        "steepness": number(STEEPNESS_PER_MV, lang),
    }
    return text.format(
        **constants,
        magnesium=number(magnesium_mm, lang),
        equation=EQUATION.format(**constants),
        half_mv=number(round(half_mv) + 0.0, lang),
        rest_mv=number(REST_MV, lang),
        excited_mv=number(EXCITED_MV, lang),
        low=number(LOWEST_MV, lang),
        high=number(HIGHEST_MV, lang),
        **more,
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    rest, excited = (number(point.y, data.lang, decimals=0) for point in data.curves.points)
    alt, description = (
        _filled(text, data.magnesium_mm, data.lang, rest=rest, excited=excited)
        for text in (data.words.alt, data.words.description)
    )
    asides = " ".join(f"{heading}: {text}" for heading, text in data.asides)
    return alt, f"{description} {asides}"


def evidence(data: Data) -> Evidence:
    """Return what the curve rests on, in the figure's language."""
    return Evidence("model", SOURCES, _filled(data.words.note, data.magnesium_mm, data.lang))


def table(data: Data) -> DataTable:
    """Return both constants, the chosen magnesium, and the curve at round voltages."""
    names, (source,) = ROWS[data.lang], SOURCES
    secondary = CHECKED_SECONDARY[data.lang]
    rows: list[tuple[Cell, ...]] = [
        (names.half, 0, HALF_BLOCK_MMOL_PER_L, "mM", source, secondary),
        (names.steepness, None, STEEPNESS_PER_MV, "1/mV", source, secondary),
        (names.magnesium, None, data.magnesium_mm, "mM", None, names.chosen),
    ]
    for voltage_mv in range(LOWEST_MV, HIGHEST_MV + 1, 10):
        share = round(percent_open(voltage_mv, magnesium_mm=data.magnesium_mm), 1)
        rows.append((names.share, voltage_mv, share, names.of_100, source, names.computed))
    return DataTable(COLUMNS[data.lang], tuple(rows))
