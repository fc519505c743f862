"""Text alternatives that are as full as their length allows."""

from __future__ import annotations

from typing import Final

MAX_ALT_CHARACTERS: Final = 125
"""About what a screen reader says in one breath; longer ones belong into the description."""


def first_that_fits(*texts: str) -> str:
    """Return the first text that is short enough, from the fullest to the shortest; else the last.

    >>> first_that_fits("long " * 40, "short")
    'short'
    """
    return next((text for text in texts if len(text) <= MAX_ALT_CHARACTERS), texts[-1])
