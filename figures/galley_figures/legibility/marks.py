"""A figure's marks by colour: their forms, their places, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from matplotlib.transforms import Bbox

from galley_figures.inspection.painting import FloatArray, Paint, Painted, Shape, Word
from galley_figures.inspection.texts import BACKGROUND_GIDS
from galley_figures.legibility.grounds import places_of_stroke
from galley_figures.style.palette import PALETTE, ColourName, name_of

Form: TypeAlias = tuple[object, ...]

NEAR_PX: Final = 40.0
"""How far a label may stand from what it names."""

_STRUCTURE: Final = frozenset[ColourName]({"ink-soft", "ink-muted"})
_TRANSLUCENT_BELOW: Final = 0.5
_CURVE_FROM_POINTS: Final = 3
_DOT_PX: Final = 0.1
_ROW_PX, _LINE_PX = 24.0, 8.0


@dataclass(frozen=True)
class Mark:
    """What one artist draws in one colour.

    Attributes
    ----------
    places
        Points along its lines and borders, px.
    is_curve
        Whether it is a line through several points; each curve needs a label of its own.
    is_cloud
        Whether it is markers that no line joins; a label cannot name each.
    """

    places: FloatArray
    is_curve: bool
    is_cloud: bool


@dataclass(frozen=True)
class MarksOfColour:
    """All marks of one colour."""

    name: ColourName
    marks: tuple[Mark, ...]
    forms: frozenset[Form]


def marks_by_colour(things: Sequence[Painted]) -> dict[ColourName, MarksOfColour]:
    """Return the marks of each colour that carries a meaning, in the order of drawing."""
    shapes: dict[ColourName, dict[int, list[Shape]]] = {}
    forms: dict[ColourName, set[Form]] = {}
    for shape in things:
        if isinstance(shape, Shape):
            for name in _colours(shape):
                shapes.setdefault(name, {}).setdefault(shape.artist, []).append(shape)
                forms.setdefault(name, set()).add(_form(shape, name))
    return {
        name: MarksOfColour(name, tuple(map(_mark, artists.values())), frozenset(forms[name]))
        for name, artists in shapes.items()
    }


def _colours(shape: Shape) -> list[ColourName]:
    names = [_meaning(paint) for paint in (shape.fill, shape.stroke)]
    return list(dict.fromkeys(name for name in names if name is not None))


def _meaning(paint: Paint | None) -> ColourName | None:
    if paint is None or paint.alpha < _TRANSLUCENT_BELOW:
        return None
    name = name_of(paint.colour)
    has_meaning = PALETTE[name].use in {"text", "mark"} and name not in _STRUCTURE
    return name if has_meaning else None


def _form(shape: Shape, name: ColourName) -> Form:
    """Return what can be told of a shape without its colour and size."""
    is_filled = _meaning(shape.fill) == name
    dashes = tuple(round(length, 1) for length in shape.dashes)
    if shape.marker:
        return ("marker", shape.marker, is_filled)
    if is_filled:
        return ("area", shape.hatch)
    lines = shape.polylines
    if all(np.ptp(line, axis=0).max() < _DOT_PX for line in lines):
        return ("dot",)
    return ("outline" if shape.fill else "line", dashes, shape.hatch)


def _mark(shapes: list[Shape]) -> Mark:
    markers = [shape for shape in shapes if shape.marker]
    lines = [shape for shape in shapes if not shape.marker]
    return Mark(
        places=np.vstack([places_of_stroke(shape) for shape in shapes]),
        is_curve=any(_is_curve(shape) for shape in lines),
        is_cloud=len(markers) > 1 and not lines,
    )


def _is_curve(shape: Shape) -> bool:
    is_line = shape.kind in {"line2d", "LineCollection"}
    return is_line and any(len(line) >= _CURVE_FROM_POINTS for line in shape.polylines)


def are_labelled(named: MarksOfColour, other: MarksOfColour, words: Sequence[Word]) -> bool:
    """Return whether words name the marks of a colour where another colour is near.

    A word that is in the mark's own colour or has a gid names a mark within `NEAR_PX` of it, if it
    is nearer to it than to the other colour, or a low mark in whose row it stands, if none of the
    other colour is in that row. Labels of ticks name nothing. Every curve needs its word; of other
    marks, one. A cloud of markers cannot be labelled.
    """
    if any(mark.is_cloud for mark in named.marks):
        return False
    labels = [word.box for word in words if _may_name(word, named.name)]
    curves = [mark for mark in named.marks if mark.is_curve]
    if curves:
        return all(_is_named(curve, other, labels) for curve in curves)
    return any(_is_named(mark, other, labels) for mark in named.marks)


def _may_name(word: Word, name: ColourName) -> bool:
    if word.is_tick_label or word.gid in BACKGROUND_GIDS:
        return False
    return word.gid is not None or name_of(word.paint.colour) == name


def _is_named(mark: Mark, other: MarksOfColour, labels: Sequence[Bbox]) -> bool:
    return any(_is_beside(box, mark, other) or _is_in_row(box, mark, other) for box in labels)


def _is_beside(box: Bbox, mark: Mark, other: MarksOfColour) -> bool:
    gap = _distance(box, mark.places)
    return gap <= NEAR_PX and gap < min(_distance(box, rival.places) for rival in other.marks)


def _is_in_row(box: Bbox, mark: Mark, other: MarksOfColour) -> bool:
    is_low = np.ptp(mark.places[:, 1]) <= _ROW_PX
    return (
        bool(is_low)
        and _share_row(box, mark.places)
        and not any(_share_row(box, rival.places) for rival in other.marks)
    )


def _share_row(box: Bbox, places: FloatArray) -> bool:
    heights = places[:, 1]
    return bool(np.any((heights >= box.y0 - _LINE_PX) & (heights <= box.y1 + _LINE_PX)))


def _distance(box: Bbox, places: FloatArray) -> float:
    """Return how far a box is from the nearest of some places; 0 inside it."""
    if not len(places):
        return np.inf
    outside = np.maximum(np.maximum(box.min - places, places - box.max), 0)
    return float(np.hypot(outside[:, 0], outside[:, 1]).min())
