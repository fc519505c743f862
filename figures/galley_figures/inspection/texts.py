"""Where a figure's words are, and which artists carry which mark."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from galley_figures.style.texts import shown_texts

BACKGROUND_GIDS: Final = frozenset({"watermark"})
"""Words that lie behind a drawing on purpose; nothing can overlap them wrongly."""

# Text boxes include the room for letters that are not there, such as the tail of a g.
_TOUCHING_PX: Final = 0.5


def visible_texts(figure: Figure) -> list[Text]:
    """Return every text that shows letters."""
    figure.draw_without_rendering()
    return shown_texts(figure)


def text_box(text: Text) -> Bbox:
    """Return a text's box in px from the figure's bottom left corner."""
    return text.get_window_extent()


def overlapping_texts(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts whose boxes overlap; those of `BACKGROUND_GIDS` may."""
    boxes = [
        (text.get_text(), text_box(text))
        for text in visible_texts(figure)
        if text.get_gid() not in BACKGROUND_GIDS
    ]
    return [
        (first, second)
        for (first, one), (second, other) in combinations(boxes, 2)
        if _overlap(one, other)
    ]


def _overlap(one: Bbox, other: Bbox) -> bool:
    shared = Bbox.intersection(one, other)
    return shared is not None and min(shared.width, shared.height) > _TOUCHING_PX


def texts_leaving_the_canvas(figure: Figure) -> list[str]:
    """Return the texts that are not wholly inside the figure."""
    canvas = figure.bbox
    return [
        text.get_text()
        for text in visible_texts(figure)
        if (box := text_box(text)).x0 < canvas.x0 - _TOUCHING_PX
        or box.x1 > canvas.x1 + _TOUCHING_PX
        or box.y0 < canvas.y0 - _TOUCHING_PX
        or box.y1 > canvas.y1 + _TOUCHING_PX
    ]


def with_gid(figure: Figure, gid: str) -> list[Artist]:
    """Return the artists that carry a mark, in drawing order."""
    return figure.findobj(lambda artist: artist.get_gid() == gid)
