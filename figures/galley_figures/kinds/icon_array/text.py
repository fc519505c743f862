"""The words beside the people, as lines with their sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.kinds.icon_array.spec import IconArray, PeopleGroup
from galley_figures.kinds.icon_array.words import ABOUT, about_words, people_words
from galley_figures.kinds.meanings import COLOURS
from galley_figures.locale import Lang
from galley_figures.style.fonts import Weight, text_width_px, wrap
from galley_figures.style.palette import ColourName

_LARGE: Final = 23
_MEDIUM: Final = 13


@dataclass(frozen=True)
class Line:
    """One line of words; `advance` is how far its baseline lies below the one before."""

    text: str
    size_px: float
    advance: float
    colour_name: ColourName = "ink"
    weight: Weight = "regular"
    gid: str | None = None


def upper_lines(
    array: IconArray, group: PeopleGroup, width: float, lang: Lang, *, is_broken: bool
) -> tuple[Line, ...]:
    """Return the large number, what happened, and the detail.

    Parameters
    ----------
    is_broken
        Whether ``about`` stands on a line of its own, where the number has little room.
    """
    colour_name = COLOURS[group.meaning]
    number = people_words(array, group.filled, lang)
    lines: list[Line] = []
    if array.is_rounded and is_broken:
        lines.append(Line(ABOUT[lang], 14, 14, colour_name, "semibold"))
    elif array.is_rounded:
        number = about_words(array, group.filled, lang)
    advance = 22 if lines else 19
    lines.append(Line(number, _LARGE, advance, colour_name, "semibold", "number"))
    return (
        *lines,
        *_words(array.event, width, first=20),
        *_words(group.detail, width, first=18, size_px=12, colour_name="ink-soft"),
    )


def others_lines(
    array: IconArray, group: PeopleGroup, width: float, lang: Lang
) -> tuple[Line, ...]:
    """Return how many the others are, and what holds for them."""
    number = about_words(array, group.outlined, lang)
    return (
        Line(number, _MEDIUM, 13, "ink-soft", "semibold", "others"),
        *_words(array.otherwise, width, first=18, colour_name="ink-soft"),
    )


def widest_px(array: IconArray, lang: Lang) -> float:
    """Return the room that the numbers and the longest single words need beside the people."""
    large = [people_words(array, group.filled, lang) for group in array.groups]
    medium = [about_words(array, group.outlined, lang) for group in array.groups]
    words = " ".join([array.event, array.otherwise, *(group.detail for group in array.groups)])
    return max(
        *(text_width_px(text, _LARGE, "semibold") for text in large),
        *(text_width_px(text, _MEDIUM, "semibold") for text in medium),
        *(text_width_px(word, _MEDIUM) for word in words.split()),
    )


def _words(
    text: str,
    width: float,
    *,
    first: float,
    size_px: float = 13,
    colour_name: ColourName = "ink",
) -> tuple[Line, ...]:
    if not text:
        return ()
    lines = wrap(text, width, size_px).split("\n")
    return tuple(
        Line(line, size_px, first if at == 0 else 16, colour_name) for at, line in enumerate(lines)
    )
