"""Which colours that carry a meaning meet in a figure, and what tells their marks apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from matplotlib.figure import Figure

from galley_figures.inspection.painting import Painted, Word, painted
from galley_figures.legibility.marks import MarksOfColour, are_labelled, marks_by_colour
from galley_figures.legibility.vision import SIGHTS, TOLD_APART, Sight, colour_distance
from galley_figures.style.palette import PALETTE, ColourName, Theme

Cue: TypeAlias = Literal["colour", "form", "labels"]


@dataclass(frozen=True)
class ColourPair:
    """Two colours of one figure.

    Attributes
    ----------
    distances
        CIEDE2000, for each kind of sight.
    told_apart_by
        ``colour``: `TOLD_APART` in every kind of sight; ``form``: markers, dashes or hatches of
        their own; ``labels``: words beside both.
    """

    one: ColourName
    other: ColourName
    distances: Mapping[Sight, float]
    told_apart_by: tuple[Cue, ...]


def colour_pairs(figure: Figure, theme: Theme) -> tuple[ColourPair, ...]:
    """Return every pair of colours with a meaning that marks of the figure wear.

    Soft and muted ink are left out: they draw axes, frames and leaders.
    """
    return pairs_of(painted(figure), theme)


def pairs_of(things: Sequence[Painted], theme: Theme) -> tuple[ColourPair, ...]:
    """Return the same for what `galley_figures.inspection.painted` has returned."""
    words = [thing for thing in things if isinstance(thing, Word)]
    marks = marks_by_colour(things)
    return tuple(_pair(one, other, words, theme) for one, other in combinations(marks.values(), 2))


def indistinguishable_marks(figure: Figure, theme: Theme) -> list[tuple[ColourName, ColourName]]:
    """Return the pairs of colours that nothing tells apart, for someone or in grey."""
    return [
        (pair.one, pair.other) for pair in colour_pairs(figure, theme) if not pair.told_apart_by
    ]


def _pair(one: MarksOfColour, other: MarksOfColour, words: list[Word], theme: Theme) -> ColourPair:
    values = [getattr(PALETTE[marks.name], theme) for marks in (one, other)]
    distances: dict[Sight, float] = {
        sight: colour_distance(values[0], values[1], sight) for sight in SIGHTS
    }
    cues: dict[Cue, bool] = {
        "colour": min(distances.values()) >= TOLD_APART,
        "form": bool(one.forms - other.forms) and bool(other.forms - one.forms),
        "labels": are_labelled(one, other, words) and are_labelled(other, one, words),
    }
    told = tuple(cue for cue, is_there in cues.items() if is_there)
    return ColourPair(one.name, other.name, distances, told)
