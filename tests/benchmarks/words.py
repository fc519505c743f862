"""Prose for articles that nobody writes: whole sentences, the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")

_SUBJECTS = (
    "The group that began early",
    "A person with a weak arm",
    "The injured half of the brain",
    "Training with a therapist",
    "Practice at home",
    "The team on the ward",
    "A second stroke",
    "The score of the hand",
    "Every hour of practice",
    "The number of repetitions",
)
_VERBS = (
    "changes more in the first weeks than",
    "was measured at the same visits as",
    "depends less on age than",
    "says little by itself about",
    "cannot be told apart from",
    "rises and falls together with",
    "was planned before anybody had seen",
    "needs more patience than",
)
_OBJECTS = (
    "what people do on an ordinary day",
    "the strength of the grip",
    "the course that was expected without training",
    "the scores of the months that follow",
    "the time that passes before treatment begins",
    "a difference that a person would notice",
    "the errors of the instrument itself",
    "the plan that was made on the first day",
)
_ENDINGS = (
    "and this holds for mild and for severe strokes.",
    "although the groups were small and the intervals wide.",
    "so a single number should not decide what happens next.",
    "which is why the visits were spread over half a year.",
    "and nobody knew in which group a person was.",
    "but the people who stayed away may have been those with most to lose.",
    "at least as long as sleep, pain and mood are watched as well.",
)
TOPICS = ("Timing", "Dose", "Sleep", "Grip", "Walking", "Speech", "Pain", "Balance", "Reach")


def chooser(number: int) -> random.Random:
    """Return a generator for one article; `random()` alone gives the same for ever."""
    return random.Random(number)


def choose(things: Sequence[_T], chance: random.Random) -> _T:
    """Return one of the things."""
    return things[int(chance.random() * len(things))]


def between(low: float, high: float, chance: random.Random) -> float:
    """Return a number with one decimal."""
    return round(low + (high - low) * chance.random(), 1)


def sentence(chance: random.Random) -> str:
    """Return a sentence of some 24 words."""
    parts = (_SUBJECTS, _VERBS, _OBJECTS, _ENDINGS)
    subject, verb, what, ending = (choose(part, chance) for part in parts)
    return f"{subject} {verb} {what}, {ending}"


def paragraph(chance: random.Random, sentences: int = 3) -> str:
    """Return a paragraph of some eighty words."""
    return " ".join(sentence(chance) for _ in range(sentences))
