"""What the recovery curves draw: five groups from one start, and how far predictions missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

import numpy as np

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.kinds.curve import Axis, Curves, MarkedPoint, Sample, Series
from galley_figures.locale import CHECKED, NOT_CHECKED, Audience, Lang, number
from galley_figures.locale.recovery_curves import (
    COLUMNS,
    EQUATION,
    MISSING,
    POINT,
    POINTS,
    ROWS,
    START_LABEL,
    WORDS,
    Words,
)
from galley_figures.models.inputs import FloatArray
from galley_figures.models.recovery_curves import (
    HIGHEST_SCORE,
    RECOVERY_GROUPS,
    RecoveryGroup,
    fugl_meyer_score,
)
from galley_figures.parameters import Range, validated

StartScore: TypeAlias = Annotated[
    float, Range(0, 60, unit=POINTS, unit_of_one=POINT, label=START_LABEL)
]

SOURCE: Final = "vandervliet2020"
PEOPLE: Final = 412
"""To whom the model was fitted (checked: abstract of vandervliet2020)."""

ERROR_POINTS: Final = 4.8
ERROR_QUARTILES_POINTS: Final = (1.3, 12.8)
"""Median and quartiles of the absolute error of the final score, predicted one week after the
stroke (checked: abstract of vandervliet2020)."""

LAST_WEEK: Final = 26
WEEK_TICKS: Final = (0, 4, 12, 26)
TABLE_WEEKS: Final = (1, 4, 12, 26)
_SCORE_TICKS: Final = (0, 20, 40, 66)
_STEP_WEEKS: Final = 0.25
_LOWEST_MARKED: Final = 10
"""A lower start is said in words below the curves only."""


@dataclass(frozen=True)
class Data:
    """All that is drawn.

    Attributes
    ----------
    curves
        The five groups, from the one that regains least.
    asides
        Headings and texts below; the last stands beside the ruler of errors.
    """

    start: float
    curves: Curves
    asides: tuple[tuple[str, str], ...]
    words: Words
    lang: Lang
    audience: Audience


@validated
def compute(
    *, lang: Lang = "en", audience: Audience = "patient", fm_start: StartScore = 10
) -> Data:
    """Let the five groups recover from one start score, and choose their words."""
    words = WORDS[lang, audience]
    start = float(fm_start)
    return Data(
        start=start,
        curves=_curves(start, words, lang),
        asides=tuple((heading, _filled(text, start, lang)) for heading, text in words.asides),
        words=words,
        lang=lang,
        audience=audience,
    )


def _curves(start: float, words: Words, lang: Lang) -> Curves:
    return Curves(
        series=tuple(_series(group, start, words, lang) for group in RECOVERY_GROUPS),
        x=Axis(
            "recovery_curves",
            "x",
            words.time,
            limits=(0, LAST_WEEK),
            ticks=tuple((week, number(week, lang)) for week in WEEK_TICKS),
        ),
        y=Axis(
            "recovery_curves",
            "y",
            words.score,
            words.score_unit.format(highest=f"{HIGHEST_SCORE:g}"),
            limits=(0, HIGHEST_SCORE),
            ticks=tuple((score, number(score, lang)) for score in _SCORE_TICKS),
        ),
        points=_start(start, words, lang),
    )


def _start(start: float, words: Words, lang: Lang) -> tuple[MarkedPoint, ...]:
    """Mark where all curves start, if its words have room between the curves and the axis."""
    if start < _LOWEST_MARKED:
        return ()
    return (MarkedPoint(0, start, _filled(words.start, start, lang)),)


def _series(group: RecoveryGroup, start: float, words: Words, lang: Lang) -> Series:
    weeks = np.arange(0, LAST_WEEK + _STEP_WEEKS, _STEP_WEEKS)
    scores = _scores(group, start, weeks)
    label = words.groups[group.number - 1].format(
        r=number(group.regained_share, lang, decimals=2), tau=number(group.tau_weeks, lang)
    )
    samples = zip(weeks.tolist(), scores.tolist(), strict=True)
    return Series(label, tuple(Sample(week, score) for week, score in samples), "ordered")


def _scores(group: RecoveryGroup, start: float, weeks: FloatArray) -> FloatArray:
    return fugl_meyer_score(
        weeks,
        initial_score=start,
        regained_share=group.regained_share,
        tau_weeks=group.tau_weeks,
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    ends = [number(s.known[-1][1], data.lang, decimals=0) for s in data.curves.series]
    first, *others, last = ends
    listed = data.words.list.format(others=", ".join([first, *others]), last=last)
    alt = _filled(data.words.alt, data.start, data.lang, ends=listed)
    sentences = (
        data.words.group_sentence.format(name=series.label, end=end)
        for series, end in zip(data.curves.series, ends, strict=True)
    )
    asides = (f"{heading}. {text}" for heading, text in data.asides)
    opening = _filled(data.words.opening, data.start, data.lang)
    return alt, " ".join((opening, *sentences, *asides))


def evidence(data: Data) -> Evidence:
    """Return what the curves rest on, in the figure's language."""
    return Evidence("model", (SOURCE,), _filled(data.words.note, data.start, data.lang))


def _filled(text: str, start: float, lang: Lang, **more: str) -> str:
    low, high = ERROR_QUARTILES_POINTS
    unit = POINT if start == 1 else POINTS
    return text.format(
        start=f"{number(start, lang)} {unit[lang]}",
        highest=f"{HIGHEST_SCORE:g}",
        people=PEOPLE,
        missing=MISSING,
        equation=EQUATION,
        weeks=LAST_WEEK,
        error=number(ERROR_POINTS, lang),
        low=number(low, lang),
        high=number(high, lang),
        **more,
    )


def table(data: Data) -> DataTable:
    """Return the published parameters and errors, the chosen start, and each group's scores."""
    names, checked = ROWS[data.lang], CHECKED[data.lang]
    low, high = ERROR_QUARTILES_POINTS
    errors = ((names.median, ERROR_POINTS), (names.lower, low), (names.upper, high))
    rows: list[tuple[Cell, ...]] = [(names.start, None, 0, data.start, *_NONE, names.chosen)]
    for group in RECOVERY_GROUPS:
        rows.extend(_group_rows(group, data))
    rows += [(name, None, 1, value, None, None, SOURCE, checked) for name, value in errors]
    return DataTable(COLUMNS[data.lang], tuple(rows))


_NONE: Final = (None, None, None)


def _group_rows(group: RecoveryGroup, data: Data) -> list[tuple[Cell, ...]]:
    names = ROWS[data.lang]
    who = (names.group.format(number=group.number), names.clusters[group.cluster])
    published = (group.regained_share, group.tau_weeks, SOURCE, CHECKED[data.lang])
    scores = _scores(group, data.start, np.array(TABLE_WEEKS, dtype=np.float64))
    status = names.form.format(not_checked=NOT_CHECKED[data.lang])
    return [
        (*who, None, None, *published),
        *(
            (*who, week, round(score, 1), None, None, SOURCE, status)
            for week, score in zip(TABLE_WEEKS, scores.tolist(), strict=True)
        ),
    ]
