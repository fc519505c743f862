"""The words of each step in its box, and the box around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.kinds.flow.spec import Step
from galley_figures.kinds.flow.words import KIND_WORDS
from galley_figures.kinds.meanings import COLOURS
from galley_figures.locale import Lang
from galley_figures.style.fonts import Weight, text_width_px, wrap
from galley_figures.style.palette import ColourName

LINE: Final = 16.0
PAD: Final = 12.0
TIP: Final = 20.0
"""How far the pointed ends of a decision reach."""
CORNER: Final = 9.0
"""The cut corners of a stop."""
BAR: Final = 4.0
"""The bar at the left of a caution."""

_MARKED: Final = ("stop", "caution")


@dataclass(frozen=True)
class Line:
    """One line of words in a box."""

    text: str
    weight: Weight = "regular"
    colour_name: ColourName = "ink"
    size_px: float = 13


def room_beside(step: Step) -> float:
    """Return what a box needs beside its words, left and right together."""
    return 2 * {"decision": TIP + 4, "caution": PAD + BAR / 2}.get(step.kind, PAD)


def narrowest(step: Step, lang: Lang) -> float:
    """Return the width of the box in which no word is wider than its line."""
    words: list[tuple[str, Weight]] = [(word, "semibold") for word in step.title.split()]
    words += [(word, "regular") for word in step.text.split()]
    words += [(word, "semibold") for word in _mark(step, lang).split()]
    widest = max(text_width_px(word, 13, weight) for word, weight in words)
    return widest + room_beside(step)


def _mark(step: Step, lang: Lang) -> str:
    return KIND_WORDS[lang][step.kind] if step.kind in _MARKED else ""


def lines_of(step: Step, width: float, lang: Lang) -> tuple[Line, ...]:
    """Break a step's words to a box of some width: what kind it is, its name, its text."""
    inside = width - room_beside(step)
    lines = [Line(mark, "semibold", _mark_colour(step), 12)] if (mark := _mark(step, lang)) else []
    if step.title:
        colour_name = "ink" if step.meaning == "neutral" else COLOURS[step.meaning]
        broken = wrap(step.title, inside, 13, "semibold").split("\n")
        lines += [Line(text, "semibold", colour_name) for text in broken]
    if step.text:
        lines += [Line(text) for text in wrap(step.text, inside, 13).split("\n")]
    return tuple(lines)


def _mark_colour(step: Step) -> ColourName:
    if step.kind == "caution":
        return "caution"
    return COLOURS[step.meaning]


def height_of(lines: tuple[Line, ...]) -> float:
    """Return the height of a box around its lines."""
    return LINE * len(lines) + 2 * PAD - 6
