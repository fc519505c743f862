"""Contrast as WCAG 2.2 counts it, and the nearest colour that has enough of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from galley.colours.oklch import oklch
from galley_figures.style.palette import contrast

TEXT = 4.5
"""What words need against what they stand on (WCAG 2.2, 1.4.3)."""
MARK = 3.0
"""What lines and shapes with a meaning need (1.4.11)."""

_STEPS = 400


def lowest_contrast(colour: str, others: Iterable[str]) -> float:
    """Return the contrast of a colour with the one it is least told apart from."""
    return min(contrast(colour, other) for other in others)


def nearest(colour: str, others: Iterable[str], needed: float) -> str:
    """Return the colour of the same hue, as little lighter or darker as it takes; empty if none.

    Parameters
    ----------
    others
        What it has to stand out from: the grounds of a text, or the texts on a ground.
    needed
        The ratio that it needs with each.
    """
    return nearest_of_needs(colour, [(other, needed) for other in others])


def nearest_of_needs(colour: str, needs: Iterable[tuple[str, float]]) -> str:
    """Return the same where each of the other colours asks for a ratio of its own."""
    asked = tuple(needs)
    if _passes(colour, asked):
        return colour
    start = oklch(colour)
    for step in range(1, _STEPS + 1):
        for end in (1.0, 0.0):
            lightness = start.lightness + (end - start.lightness) * step / _STEPS
            tried = replace(start, lightness=lightness).hex
            if _passes(tried, asked):
                return tried
    return ""


def _passes(colour: str, needs: Iterable[tuple[str, float]]) -> bool:
    return all(contrast(colour, other) >= needed for other, needed in needs)
