"""Words that a line runs through, or that something covers in part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from galley_figures.inspection.painting import FloatArray, Painted, Shape, Word, painted
from galley_figures.inspection.texts import BACKGROUND_GIDS
from galley_figures.style.palette import PALETTE, Use, colour, name_of

_OPAQUE_FROM: Final = 0.99
# A line that only touches the outermost half px of a letter does not cross it.
_TOUCHING_PX: Final = 0.5
# Words may lie over the border of these; the contrast on both sides decides.
_QUIET: Final[frozenset[Use]] = frozenset({"fill", "level", "line"})


def texts_over_marks(figure: Figure, *, excused: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return each text that a mark crosses, with the mark: its gid, or else what artist it is.

    Crossed is a word through whose ink a line runs, over which the border of a filled mark runs, or
    that is covered by something drawn later. A quiet area under a word, a word inside a bar, and a
    line hidden by the word's own ground are no crossings.

    Parameters
    ----------
    excused
        gids of words or marks that may cross, such as those of a label set into its own line.
    """
    things = painted(figure)
    found = [
        (thing.text, shape.gid or shape.kind)
        for place, thing in enumerate(things)
        if isinstance(thing, Word) and thing.gid not in {*BACKGROUND_GIDS, *excused}
        for shape in _crossing(things, place, thing)
        if shape.gid not in excused
    ]
    return list(dict.fromkeys(found))


def _crossing(things: Sequence[Painted], place: int, word: Word) -> list[Shape]:
    box = word.box.padded(-_TOUCHING_PX)
    below, above = _shapes(things[:place]), _shapes(things[place + 1 :])
    ground = max(
        (number for number, shape in enumerate(below) if _hides_all_below(shape, box)), default=-1
    )
    crossed = [shape for shape in below[ground + 1 :] if _runs_through(shape, box)]
    return crossed + [shape for shape in above if _runs_through(shape, box) or _covers(shape, box)]


def _shapes(things: Sequence[Painted]) -> list[Shape]:
    return [thing for thing in things if isinstance(thing, Shape)]


def _hides_all_below(shape: Shape, box: Bbox) -> bool:
    """Return whether the shape covers the whole box, so that nothing beneath is seen there."""
    is_opaque = shape.fill is not None and shape.fill.alpha >= _OPAQUE_FROM
    return is_opaque and _covers(shape, box) and not _border_meets(shape, box)


def _covers(shape: Shape, box: Bbox) -> bool:
    """Return whether the fill lies over the middle of the box."""
    if shape.fill is None or not _is_in_clip(shape, box):
        return False
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return bool(shape.path.contains_point(middle))


def _runs_through(shape: Shape, box: Bbox) -> bool:
    if not _is_in_clip(shape, box):
        return False
    if shape.stroke and shape.stroke.colour != colour("paper"):
        return _border_meets(shape, box, shape.width_px / 2)
    is_mark = shape.fill is not None and _use(shape.fill.colour) not in _QUIET
    return is_mark and _border_meets(shape, box)


def _is_in_clip(shape: Shape, box: Bbox) -> bool:
    return shape.clip is None or bool(shape.clip.overlaps(box))


def _border_meets(shape: Shape, box: Bbox, half_width: float = 0) -> bool:
    if not shape.extents.overlaps(box):
        return False
    wider = box.padded(half_width)
    return any(_meets(line, wider) for line in shape.polylines if _may_meet(line, wider))


def _may_meet(line: FloatArray, box: Bbox) -> bool:
    """Return whether their boxes overlap, which is quick to tell."""
    low, high = line.min(axis=0), line.max(axis=0)
    return bool(np.all(low <= box.max) and np.all(high >= box.min))


def _meets(line: FloatArray, box: Bbox) -> bool:
    if len(line) == 1:
        return True  # a dot inside the box, as `_may_meet` has found
    return bool(Path(line).intersects_bbox(box, filled=False))


def _use(value: str) -> Use:
    try:
        return PALETTE[name_of(value)].use
    except ValueError:  # a plain figure's own colour is a mark
        return "mark"
