"""A drawing as a PNG a third as large, with the colours it has."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image

PixelArray: TypeAlias = npt.NDArray[np.uint8]
"""Shape (rows, columns, 4): red, green, blue, and an opacity that is always full."""

_Indices: TypeAlias = npt.NDArray[np.integer[Any]]

_MOST_COLOURS: Final = 256
_LARGEST_CHANGE: Final = 8
"""Of 255 in one channel of one pixel; nobody sees it, not even beside the original."""
_MOST_SHADES: Final = 16_384
"""A picture with more is a photo; to look for its few colours would take long and find none."""
_LEVEL: Final = 6
"""Of zlib; the highest takes ten times as long for three bytes of a hundred."""


def small_png(picture: Image.Image, *, dpi: int) -> bytes:
    """Return an RGB picture as PNG, with a palette where that changes nothing that is seen.

    A drawing has few colours and many shades between them, at the edges of its letters. A picture
    with more, such as a photo, stays as it is.
    """
    return pixels_png(np.asarray(picture.convert("RGBA")), dpi=dpi)


def pixels_png(pixels: PixelArray, *, dpi: int) -> bytes:
    """Return pixels as `small_png` returns a picture."""
    picture = _with_palette(pixels) or Image.fromarray(pixels).convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, format="PNG", compress_level=_LEVEL, dpi=(dpi, dpi))
    return stream.getvalue()


def _with_palette(pixels: PixelArray) -> Image.Image | None:
    """Return the picture with at most 256 colours, or None if that could be seen."""
    rows, columns, _channels = pixels.shape
    runs = _runs_of(pixels)
    shades = np.unique(runs.values)
    if len(shades) > _MOST_SHADES:
        return None
    shade_of_run = np.searchsorted(shades, runs.values)
    colours = shades[:, np.newaxis].view(np.uint8)[:, :3].astype(np.int16)
    few = _few_colours(colours, np.bincount(shade_of_run, weights=runs.lengths))
    if few is None:
        return None
    kept, place_of_shade = few
    places = np.repeat(place_of_shade[shade_of_run], runs.lengths)
    picture = Image.fromarray(places.reshape(rows, columns))
    picture.putpalette(colours[kept].astype(np.uint8).tobytes())
    return picture


@dataclass(frozen=True)
class _Runs:
    """Pixels of one colour next to each other, line after line: a tenth as many as pixels."""

    values: npt.NDArray[np.uint32]
    lengths: _Indices


def _runs_of(pixels: PixelArray) -> _Runs:
    line = np.ascontiguousarray(pixels).view("<u4").ravel()
    starts = np.concatenate(([0], np.flatnonzero(line[1:] != line[:-1]) + 1))
    return _Runs(line[starts], np.diff(starts, append=len(line)))


def _few_colours(
    shades: npt.NDArray[np.int16], counts: npt.NDArray[Any]
) -> tuple[list[int], PixelArray] | None:
    """Return which shades can stand for all, and for each shade the place of the one it becomes.

    The most frequent shade stands for all that are close to it, the most frequent of the rest for
    all that are close to that one, and so on; so colours of areas and lines stay exactly what they
    are. None if 256 shades are too few.
    """
    kept: list[int] = []
    places = np.zeros(len(shades), dtype=np.uint8)
    left = np.argsort(-counts, kind="stable")
    channels = np.ascontiguousarray(shades[left].T)
    while len(left):
        if len(kept) == _MOST_COLOURS:
            return None
        is_far = np.abs(channels - channels[:, :1]).max(axis=0) > _LARGEST_CHANGE
        places[left[~is_far]] = len(kept)
        kept.append(int(left[0]))
        left, channels = left[is_far], channels[:, is_far]
    return kept, places
