"""Contrast of each word and each mark against what lies beneath it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from galley_figures.inspection.painting import FloatArray, Paint, Painted, Shape, Word, painted
from galley_figures.inspection.texts import BACKGROUND_GIDS
from galley_figures.legibility.grounds import (
    grounds,
    hex_of,
    over,
    places_of_fill,
    places_of_stroke,
    seen,
)
from galley_figures.style.palette import PALETTE, Theme, contrast, name_of

TEXT_CONTRAST: Final = 4.5
LARGE_TEXT_CONTRAST: Final = 3.0
"""For words of 24 px, or 18.66 px and bold, as in WCAG 2."""

MARK_CONTRAST: Final = 3.0

_LARGE_PX, _LARGE_BOLD_PX = 24.0, 18.66
_QUIET: Final = frozenset({"fill", "line", "level"})
# A curve may cross another mark; two thirds of it must be seen.
_OVERLOOKED_SHARE: Final = 1 / 3

_Places: TypeAlias = Callable[[Shape], FloatArray]


@dataclass(frozen=True)
class Reading:
    """The contrast of one text or one mark.

    Attributes
    ----------
    what
        The words, or the mark's gid, or what artist it is.
    colour, ground
        As the theme shows them, ``#rrggbb``, where the contrast was measured.
    ratio
        For words the lowest anywhere beneath them; for a mark, what two thirds of it reach.
    """

    what: str
    kind: Literal["text", "mark"]
    colour: str
    ground: str
    ratio: float
    needed: float

    @property
    def is_enough(self) -> bool:
        """Whether the standard's ratio is reached."""
        return self.ratio >= self.needed


def contrasts(figure: Figure, theme: Theme) -> tuple[Reading, ...]:
    """Return the contrast of every text and every mark that carries a meaning.

    Not read are quiet areas, hairlines and levels of a map, which words and marks stand on, a
    translucent band in the colour of a mark of its own, and the watermark.
    """
    return readings_of(painted(figure), theme)


def readings_of(things: Sequence[Painted], theme: Theme) -> tuple[Reading, ...]:
    """Return the same for what `galley_figures.inspection.painted` has returned."""
    return (*_text_readings(things, theme), *_mark_readings(things, theme))


def faint(figure: Figure, theme: Theme) -> list[Reading]:
    """Return the readings that do not reach what they need."""
    return [reading for reading in contrasts(figure, theme) if not reading.is_enough]


def _text_readings(things: Sequence[Painted], theme: Theme) -> list[Reading]:
    lowest: dict[tuple[str, str], Reading] = {}
    for place, word in enumerate(things):
        if isinstance(word, Word) and word.gid not in BACKGROUND_GIDS:
            reading = _text_reading(word, _shapes(things[:place]), theme)
            key = (word.text, word.paint.colour)
            lowest[key] = min(lowest.get(key, reading), reading, key=lambda one: one.ratio)
    return list(lowest.values())


def _text_reading(word: Word, below: Sequence[Shape], theme: Theme) -> Reading:
    pairs = _against(_spread_over(word.box), word.paint, below, theme)
    ratio, colour, ground = min(pairs)
    is_large = word.size_px >= (_LARGE_BOLD_PX if word.is_bold else _LARGE_PX)
    needed = LARGE_TEXT_CONTRAST if is_large else TEXT_CONTRAST
    return Reading(word.text, "text", colour, ground, ratio, needed)


def _spread_over(box: Bbox) -> FloatArray:
    x = np.linspace(box.x0, box.x1, max(3, round(box.width / 3)))
    y = np.linspace(box.y0, box.y1, max(3, round(box.height / 3)))
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def _mark_readings(things: Sequence[Painted], theme: Theme) -> list[Reading]:
    found: dict[tuple[int, str, str], list[tuple[float, str, str]]] = {}
    shapes = _shapes(things)
    strokes = {shape.stroke.colour for shape in shapes if shape.stroke}
    for place, shape in enumerate(shapes):
        for paint, places in _meaningful_paints(shape, strokes):
            key = (shape.artist, shape.gid or shape.kind, paint.colour)
            pairs = _against(places(shape), paint, shapes[:place], theme)
            found.setdefault(key, []).extend(pairs)
    return [_mark_reading(name, pairs) for (_artist, name, _paint), pairs in found.items() if pairs]


def _mark_reading(name: str, pairs: list[tuple[float, str, str]]) -> Reading:
    ratio, colour, ground = sorted(pairs)[int(len(pairs) * _OVERLOOKED_SHARE)]
    return Reading(name, "mark", colour, ground, ratio, MARK_CONTRAST)


def _meaningful_paints(shape: Shape, strokes: set[str]) -> list[tuple[Paint, _Places]]:
    found: list[tuple[Paint, _Places]] = []
    if shape.fill and not _is_quiet(shape.fill) and not _is_band(shape.fill, strokes):
        found.append((shape.fill, places_of_fill))
    if shape.stroke and not _is_quiet(shape.stroke):
        found.append((shape.stroke, places_of_stroke))
    return found


def _is_band(fill: Paint, strokes: set[str]) -> bool:
    return fill.alpha < 1 and fill.colour in strokes


def _is_quiet(paint: Paint) -> bool:
    try:
        return PALETTE[name_of(paint.colour)].use in _QUIET
    except ValueError:
        return False


def _against(
    places: FloatArray, paint: Paint, below: Sequence[Shape], theme: Theme
) -> list[tuple[float, str, str]]:
    """Return ratio, colour and ground of each place where the paint differs from its ground.

    A mark on another of its own colour is one shape with it, so those places say nothing.
    """
    own = seen(paint.colour, theme)
    # Most places lie on one of few grounds.
    kinds, which = np.unique(grounds(places, below, theme), axis=0, return_inverse=True)
    found = [
        (contrast(hex_of(top), hex_of(ground)), hex_of(top), hex_of(ground))
        for ground, top in zip(kinds, over(kinds, paint, theme), strict=True)
    ]
    return [found[number] for number in which.ravel() if found[number][2] != own]


def _shapes(things: Sequence[Painted]) -> list[Shape]:
    return [thing for thing in things if isinstance(thing, Shape)]
