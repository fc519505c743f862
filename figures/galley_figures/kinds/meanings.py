"""What a colour may say in a kind that an author fills."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.style.palette import ColourName

Meaning: TypeAlias = Literal[
    "restoration", "compensation", "time", "dose", "caution", "harm", "neutral"
]

MEANINGS: Final[tuple[Meaning, ...]] = get_args(Meaning)

COLOURS: Final[Mapping[Meaning, ColourName]] = MappingProxyType(
    {
        "restoration": "restoration",
        "compensation": "compensation",
        "time": "time",
        "dose": "dose",
        "caution": "caution",
        "harm": "harm",
        "neutral": "ink-muted",
    }
)
"""The colour of words, lines and marks of a meaning."""

TINTS: Final[Mapping[Meaning, ColourName]] = MappingProxyType(
    {
        "restoration": "restoration-tint",
        "compensation": "compensation-tint",
        "time": "time-tint",
        "dose": "dose-tint",
        "caution": "caution-tint",
        "harm": "harm-tint",
        "neutral": "band",
    }
)
"""The quiet area of a meaning, on which words can stand."""


def meaning_in(cell: object, *, figure: str, row: object) -> Meaning:
    """Return the meaning that a table's cell names; an empty one is neutral.

    Raises
    ------
    FigureError
        If there is no such meaning; with the legal ones and the one that was meant.
    """
    text = str(cell or "neutral")
    if text not in MEANINGS:
        legal = ", ".join(MEANINGS)
        raise FigureError(
            f"{figure}: {row!r}: unknown meaning {text!r}",
            f"{nearest(text, MEANINGS)} The meanings are {legal}.".strip(),
        )
    return text
