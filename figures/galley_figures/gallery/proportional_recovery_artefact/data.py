"""What the artefact draws: the same made-up people twice, and the line that appears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.locale import NOT_CHECKED, Audience, Lang, number
from galley_figures.locale.proportional_recovery_artefact import (
    COLUMNS,
    MADE_UP,
    ROWS,
    WORDS,
    PanelWords,
    Words,
)
from galley_figures.models.proportional_recovery import SimulatedRecovery, simulate_recovery
from galley_figures.parameters import validated

Pair: TypeAlias = tuple[float, float]

PEOPLE: Final = 80
SEED: Final = 0
LOWEST: Final = 0
HIGHEST: Final = 66
"""End of the score."""

SOURCES: Final = ("hope2019", "hawe2019", "prabhakaran2008")
START_TICKS: Final = (0, 20, 40, 60)
_END_TICKS: Final = (0, 20, 40, 60)
_CHANGE_TICKS: Final = (-40, -20, 0, 20, 40, 60)
_END_RANGE: Final = (0.0, 66.0)
_CHANGE_RANGE: Final = (-50.0, 66.0)


@dataclass(frozen=True)
class Panel:
    """One scatter of start against something else.

    Attributes
    ----------
    limit
        Both ends of the line beyond which nobody can be.
    rule
        Both ends of the line that appears; none where there is no relation.
    """

    people: tuple[Pair, ...]
    range: Pair
    ticks: tuple[tuple[float, str], ...]
    limit: tuple[Pair, Pair]
    limit_label: str
    rule: tuple[Pair, Pair] | None
    rule_label: str
    title: str
    words: PanelWords


@dataclass(frozen=True)
class Data:
    """All that is drawn."""

    end: Panel
    change: Panel
    start_ticks: tuple[tuple[float, str], ...]
    study: SimulatedRecovery
    words: Words
    lang: Lang
    audience: Audience

    @property
    def panels(self) -> tuple[Panel, Panel]:
        """Both panels, in the order in which they are read."""
        return self.end, self.change


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Make the people up, and correlate their start with their end and with their change."""
    words = WORDS[lang, audience]
    study = simulate_recovery(n_people=PEOPLE, seed=SEED, lowest=LOWEST, highest=HIGHEST)
    return Data(
        end=_end(study, words, lang),
        change=_change(study, words, lang),
        start_ticks=_ticks(START_TICKS, lang),
        study=study,
        words=words,
        lang=lang,
        audience=audience,
    )


def _end(study: SimulatedRecovery, words: Words, lang: Lang) -> Panel:
    return Panel(
        people=_pairs(study.initial_score.tolist(), study.final_score.tolist()),
        range=_END_RANGE,
        ticks=_ticks(_END_TICKS, lang),
        limit=((LOWEST, HIGHEST), (HIGHEST, HIGHEST)),
        limit_label=words.highest,
        rule=None,
        rule_label="",
        title=words.end.title.format(r=_two(study.initial_final_correlation, lang)),
        words=words.end,
    )


def _change(study: SimulatedRecovery, words: Words, lang: Lang) -> Panel:
    share = study.apparent_share
    return Panel(
        people=_pairs(study.initial_score.tolist(), study.change.tolist()),
        range=_CHANGE_RANGE,
        ticks=_ticks(_CHANGE_TICKS, lang),
        limit=((LOWEST, HIGHEST - LOWEST), (HIGHEST, 0)),
        limit_label=words.most,
        rule=((LOWEST, share * (HIGHEST - LOWEST)), (HIGHEST, 0)),
        rule_label=words.line.format(share=_two(share, lang)),
        title=words.change.title.format(r=_two(study.initial_change_correlation, lang)),
        words=words.change,
    )


def _pairs(first: Iterable[float], second: Iterable[float]) -> tuple[Pair, ...]:
    return tuple(zip(first, second, strict=True))


def _ticks(places: Iterable[float], lang: Lang) -> tuple[tuple[float, str], ...]:
    return tuple((place, number(place, lang)) for place in places)


def _two(value: float, lang: Lang) -> str:
    return number(value, lang, decimals=2)


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    return _filled(data.words.alt, data), _filled(data.words.description, data)


def evidence(data: Data) -> Evidence:
    """Return what the figure rests on, in its language."""
    return Evidence("synthetic", SOURCES, _filled(data.words.note, data))


def _filled(text: str, data: Data) -> str:
    return text.format(
        people=len(data.end.people),
        highest=HIGHEST,
        r_end=_two(data.study.initial_final_correlation, data.lang),
        r_change=_two(data.study.initial_change_correlation, data.lang),
        share=_two(data.study.apparent_share, data.lang),
        seed=SEED,
    )


def table(data: Data) -> DataTable:
    """Return the three computed numbers, the published one held back, and every person."""
    names, made_up, study = ROWS[data.lang], MADE_UP[data.lang], data.study
    computed = (
        (names.start_and_end, study.initial_final_correlation),
        (names.start_and_change, study.initial_change_correlation),
        (names.share, study.apparent_share),
    )
    rows: list[tuple[Cell, ...]] = [
        (name, None, None, None, round(value, 2), SEED, None, made_up) for name, value in computed
    ]
    rows.append((names.published_share, *(None,) * 5, "prabhakaran2008", NOT_CHECKED[data.lang]))
    people = zip(data.end.people, data.change.people, strict=True)
    for place, ((start, end), (_start, change)) in enumerate(people, start=1):
        points = (round(value, 1) for value in (start, end, change))
        rows.append((names.person.format(number=place), *points, None, SEED, None, made_up))
    return DataTable(COLUMNS[data.lang], tuple(rows))
