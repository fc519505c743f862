"""What the map of dose and timing draws: trials at the times when they began, by dose in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from galley_figures.explanatory import DataTable
from galley_figures.gallery.dose_timing_map.trials import DOSES, PHASE_ENDS_DAYS, TRIALS, Trial
from galley_figures.locale import CHECKED, Audience, Lang
from galley_figures.locale.dose_timing_map import WORDS, Dose, Words
from galley_figures.parameters import validated

SOURCES: Final = (
    "avert2015",
    "dromerick2021",
    "wolf2006",
    "lang2016",
    "ward2019",
    "bernhardt2017",
)


@dataclass(frozen=True)
class Phase:
    """A consensus phase with its name and span in words."""

    start_days: int
    end_days: int
    name: str
    span: str


@dataclass(frozen=True)
class Point:
    """A trial on the map with its words."""

    trial: Trial
    name: str
    detail: str


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included."""

    lang: Lang
    audience: Audience
    words: Words
    phases: tuple[Phase, ...]
    points: tuple[Point, ...]

    @property
    def limits_days(self) -> tuple[int, ...]:
        """Where the time axis begins, where phases meet, and where it ends."""
        return (0, *(phase.end_days for phase in self.phases))

    def of_dose(self, dose: Dose) -> tuple[Point, ...]:
        """Return the points of a dose, by time."""
        mine = [point for point in self.points if point.trial.dose == dose]
        return tuple(sorted(mine, key=lambda point: point.trial.start_days))


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Return all that is drawn.

    Raises
    ------
    FigureError
        If the language or the audience is not one of the legal ones.
    """
    words = WORDS[lang]
    starts = (0, *PHASE_ENDS_DAYS.values())
    return Data(
        lang=lang,
        audience=audience,
        words=words,
        phases=tuple(
            Phase(start, end, *words.phases[key])
            for start, (key, end) in zip(starts, PHASE_ENDS_DAYS.items(), strict=False)
        ),
        points=tuple(Point(trial, *words.trials[audience][trial.key]) for trial in TRIALS),
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    words = data.words
    points = "; ".join(
        words.point.format(name=point.name, dose=words.doses[dose], result=point.detail)
        for dose in DOSES
        for point in data.of_dose(dose)
    )
    description = words.description.format(points=points, usual=words.usual, empty=words.empty)
    return _alt(data), description


def _alt(data: Data) -> str:
    """Count what came of the groups, and say when it was worse."""
    counts = Counter(point.trial.result for point in data.points)
    ends = (p.trial.end_days or 0 for p in data.points if p.trial.result == "worse")
    return data.words.alt.format(
        count=len(data.points),
        better=counts["better"],
        unclear=counts["unclear"],
        uncompared=counts["uncompared"],
        hours=max(ends) * 24,
    )


def table(data: Data) -> DataTable:
    """Return every point with its reference; all of them were checked."""
    words = data.words
    return DataTable(
        columns=words.columns,
        rows=tuple(
            (
                point.name,
                point.trial.people,
                point.trial.start_days,
                point.trial.end_days,
                words.doses[point.trial.dose],
                words.results[point.trial.result],
                point.trial.source,
                CHECKED[data.lang],
            )
            for point in data.points
        ),
    )
