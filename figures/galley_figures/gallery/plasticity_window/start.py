"""A day on which training might start: its place, its phase, and what trials say of it."""

from __future__ import annotations

from dataclasses import dataclass

from galley_figures.explanatory import Cell
from galley_figures.gallery.plasticity_window.days import (
    SCALE,
    is_warned_of,
    phases_on,
    windows_on,
)
from galley_figures.locale import Audience, Lang
from galley_figures.locale.plasticity_start import START_WORDS, MatchKey, StartWords
from galley_figures.locale.plasticity_window import WORDS, Words


@dataclass(frozen=True)
class Start:
    """A marked day with its words; `position` is a share of the axis."""

    day: int
    position: float
    label: str
    alt: str
    description: str
    row: tuple[Cell, ...]
    """The day's row in the figure's table."""


def start_of(day: int, lang: Lang, audience: Audience) -> Start:
    """Return what is to be drawn and said of a day from 0 to 365."""
    words, mine = WORDS[lang], START_WORDS[lang]
    phase, match = _phase(_names(day, words), mine), mine.match[_match(day)]
    return Start(
        day=day,
        position=SCALE.position(day),
        label=mine.label.format(day=day),
        alt=mine.alt.format(day=day, phase=phase, match=match),
        description=mine.description.format(
            day=day, sentences=" ".join(_sentences(day, words, mine, audience))
        ),
        row=(mine.item, mine.kind, day, None, f"{phase}; {match}", None, mine.check),
    )


def _names(day: int, words: Words) -> list[str]:
    """Return the names of a day's phases as they stand inside a sentence."""
    return [words.phases[key][0].lower() for key in phases_on(day)]


def _phase(names: list[str], mine: StartWords) -> str:
    first, *rest = names
    if rest:
        return mine.between_phases.format(first=first, second=rest[0])
    return mine.in_phase.format(phase=first)


def _match(day: int) -> MatchKey:
    """Return what matters most of what trials say: first of all a warning."""
    if is_warned_of(day):
        return "warning"
    windows = windows_on(day)
    return windows[0] if windows else "none"


def _sentences(day: int, words: Words, mine: StartWords, audience: Audience) -> list[str]:
    first, *rest = _names(day, words)
    if rest:
        sentences = [mine.limit_sentence.format(day=day, first=first, second=rest[0])]
    else:
        sentences = [mine.phase_sentence.format(day=day, phase=first)]
    if is_warned_of(day):
        sentences.append(mine.warning_sentence)
    for key in windows_on(day):
        window = words.audiences[audience].windows[key]
        sentences.append(mine.window_sentence.format(when=window.when, gain=window.gain))
    return sentences if len(sentences) > 1 else [*sentences, mine.none_sentence]
