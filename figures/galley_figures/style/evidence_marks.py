"""Marks inside a picture that say it is no measurement; they stay when the picture is copied.

A schematic wears a dashed frame and the word, around the whole drawing or around the part that is
schematic. Made-up data wear a frame, a band with the words, and a watermark behind everything.

Their artists' gids are ``schematic-frame`` and ``schematic-word``; ``synthetic-frame``,
``synthetic-word`` and ``watermark``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.transforms import Bbox

from galley_figures.explanatory import EvidenceClass
from galley_figures.locale import SCHEMATIC, SYNTHETIC, SYNTHETIC_WATERMARK, Lang
from galley_figures.style.canvas import (
    DPI,
    Align,
    box,
    height_px,
    page_area,
    width_px,
    write,
)
from galley_figures.style.fonts import text_width_px
from galley_figures.style.renderers import MeasuringRenderer
from galley_figures.style.texts import shown_texts

FloatArray: TypeAlias = npt.NDArray[np.float64]

STRIP_PX: Final = 26
"""Height of the band that a marked drawing gains at its top."""

_WATERMARK_PX: Final = 34
_WATERMARK_STEP_PX: Final = 150
_SMALL_SHARE: Final = 0.5
"""Of the drawing; a larger area, such as the ground of a drawing, cannot be avoided."""
_PLACES: Final = 13
"""In each direction of its band, where the watermark may stand."""


def schematic_frame(
    page: Axes,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    word: str,
    align: Align = "right",
) -> None:
    """Mark an area of a `page_area` as schematic: a dashed frame and, inside it, the word."""
    box(
        page,
        left,
        top,
        width,
        height,
        edge="ink-muted",
        gid="schematic-frame",
        linestyle=(0, (4, 3)),
        lw=1,
    )
    x = {"left": left + 8, "center": left + width / 2, "right": left + width - 8}[align]
    write(
        page,
        x,
        top + 17,
        word,
        size_px=12,
        colour_name="ink-muted",
        align=align,
        gid="schematic-word",
    )


def marked(figure: Figure, kind: EvidenceClass, lang: Lang) -> Figure:
    """Give a drawing the mark of its evidence class, if it has none of its own.

    A schematic that frames only its schematic part stays as it is; data and models need no mark.
    """
    if kind == "schematic" and not _has(figure, "schematic-frame"):
        page = with_strip(figure)
        width, height = width_px(figure) - 2, height_px(figure) - 2
        schematic_frame(page, 1, 1, width, height, word=SCHEMATIC[lang], align="left")
    elif kind == "synthetic" and not _has(figure, "synthetic-frame"):
        _mark_synthetic(with_strip(figure), figure, lang)
    return figure


def _has(figure: Figure, gid: str) -> bool:
    return any(artist.get_gid() == gid for axes in figure.axes for artist in axes.get_children())


def with_strip(figure: Figure, strip_px: float = STRIP_PX) -> Axes:
    """Make the figure higher, what it holds staying as it is below, and return its new page."""
    old = height_px(figure)
    new = old + strip_px
    figure.set_figheight(new / DPI)
    for axes in figure.axes:
        left, bottom, width, height = axes.get_position(original=True).bounds
        axes.set_position((left, bottom * old / new, width, height * old / new))
    return page_area(figure)


def _mark_synthetic(page: Axes, figure: Figure, lang: Lang) -> None:
    width, height = width_px(figure), height_px(figure)
    page.set_zorder(-1)  # the watermark lies behind what is drawn
    box(page, 1, 1, width - 2, STRIP_PX - 4, fill="caution-tint", gid="synthetic-band")
    box(page, 1, 1, width - 2, height - 2, edge="caution", gid="synthetic-frame", lw=1)
    write(
        page,
        9,
        16,
        SYNTHETIC[lang],
        size_px=12,
        colour_name="caution",
        weight="semibold",
        gid="synthetic-word",
    )
    _write_watermark(page, figure, SYNTHETIC_WATERMARK[lang])


def _write_watermark(page: Axes, figure: Figure, word: str) -> None:
    """Repeat the word down the drawing, where it is best seen, so that no cut-out is without."""
    width, height = width_px(figure), height_px(figure) - STRIP_PX
    size = min(_WATERMARK_PX, _WATERMARK_PX * 0.8 * width / text_width_px(word, _WATERMARK_PX))
    area = Bbox.from_bounds(0, 0, text_width_px(word, size), size)
    taken = _words(figure) + _small_areas(figure)
    rows = max(1, round(height / _WATERMARK_STEP_PX))
    for row in range(rows):
        band = Bbox.from_bounds(0, height * row / rows, width, height / rows)
        x, y = _freest_place(area, band, taken)
        write(
            page,
            x,
            height + STRIP_PX - y,
            word,
            size_px=size,
            colour_name="watermark",
            weight="semibold",
            align="center",
            baseline="center",
            gid="watermark",
        )


def _words(figure: Figure) -> list[Bbox]:
    """Return the boxes of everything that is written."""
    renderer = MeasuringRenderer(figure)
    figure.draw(renderer)
    return [text.get_window_extent(renderer) for text in shown_texts(figure)]


def _small_areas(figure: Figure) -> list[Bbox]:
    """Return the boxes of filled areas, such as bars, that would cover the word."""
    boxes = [
        patch.get_window_extent()
        for patch in figure.findobj(Patch)
        if isinstance(patch, Patch) and patch.axes and to_rgba(patch.get_facecolor())[3] > 0
    ]
    largest = figure.bbox.width * figure.bbox.height * _SMALL_SHARE
    return [box for box in boxes if box.width * box.height < largest]


def _freest_place(area: Bbox, band: Bbox, taken: Sequence[Bbox]) -> tuple[float, float]:
    """Return the centre in a band where an area covers the fewest words; the middle, if equal."""
    half_width, half_height = area.width / 2 + 8, area.height / 2
    xs = np.linspace(band.x0 + half_width, band.x1 - half_width, _PLACES)
    ys = np.linspace(
        band.y0 + half_height, max(band.y1 - half_height, band.y0 + half_height), _PLACES
    )
    x, y = (places.ravel() for places in np.meshgrid(xs, ys, indexing="ij"))
    covered = np.round(_covered_areas(x, y, half_width, half_height, taken))
    from_middle = np.hypot(x - (band.x0 + band.x1) / 2, y - (band.y0 + band.y1) / 2)
    best = np.lexsort((from_middle, covered))[0]
    return float(x[best]), float(y[best])


def _covered_areas(
    x: FloatArray, y: FloatArray, half_width: float, half_height: float, taken: Sequence[Bbox]
) -> FloatArray:
    """Return how much of boxes is covered by an area around each of several places."""
    if not taken:
        return np.zeros_like(x)
    # Box by box, this was two thirds of a figure: places are rows here, and boxes columns.
    low_x, low_y, high_x, high_y = np.array([box.extents for box in taken]).T
    widths = _shared_lengths(x, half_width, low_x, high_x)
    heights = _shared_lengths(y, half_height, low_y, high_y)
    return np.asarray((widths * heights).sum(axis=1))


def _shared_lengths(
    middles: FloatArray, half: float, lows: FloatArray, highs: FloatArray
) -> FloatArray:
    starts = np.maximum(middles[:, np.newaxis] - half, lows)
    ends = np.minimum(middles[:, np.newaxis] + half, highs)
    return np.asarray(np.maximum(ends - starts, 0))
