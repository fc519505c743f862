"""A drawing as a PNG a third as large, with the colours it has."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageChops

_MOST_COLOURS: Final = 256
_LARGEST_CHANGE: Final = 8
"""Of 255 in one channel of one pixel; nobody sees it, not even beside the original."""


def small_png(picture: Image.Image, *, dpi: int) -> bytes:
    """Return an RGB picture as PNG, with a palette where that changes nothing that is seen.

    A drawing has few colours and many shades between them, at the edges of its letters. A picture
    with more, such as a photo, stays as it is.
    """
    few = picture.quantize(
        _MOST_COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
    )
    kept = few if _largest_change(picture, few) <= _LARGEST_CHANGE else picture
    stream = io.BytesIO()
    kept.save(stream, format="PNG", optimize=True, dpi=(dpi, dpi))
    return stream.getvalue()


def _largest_change(picture: Image.Image, few: Image.Image) -> int:
    channels = ImageChops.difference(picture, few.convert("RGB")).getextrema()
    return max(int(channel[1]) for channel in channels if isinstance(channel, tuple))
