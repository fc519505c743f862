"""From an author's picture to one that may be published: pixels alone, and only as many as seen."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageCms, ImageOps

from galley_figures.style.palette import colour
from galley_figures.style.png import small_png

if TYPE_CHECKING:
    from galley_figures.kinds.picture.figure import MediaType

MAX_WIDTH: Final = 1440
"""Twice the width of the widest column, for sharp screens."""

_JPEG_QUALITY: Final = 88
_LARGEST_PNG_BYTES: Final = 400_000
"""A PNG that is larger holds a photo; nobody sees the difference to a JPEG."""

_DPI: Final = 144


@dataclass(frozen=True)
class Encoded:
    """A picture as a file."""

    data: bytes = field(repr=False)
    media_type: MediaType


@dataclass(frozen=True)
class Pixels:
    """A picture without anything beside its pixels.

    Attributes
    ----------
    image
        In sRGB, opaque, at most 1440 px wide.
    is_photo
        Whether its file had lost detail already, as those of cameras have.
    """

    image: Image.Image
    is_photo: bool


def prepared(picture: Image.Image) -> Pixels:
    """Return the picture upright, in the colours of screens, on paper, and narrow enough."""
    steps: tuple[Callable[[Image.Image], Image.Image], ...] = (
        ImageOps.exif_transpose,
        _to_srgb,
        _on_paper,
        narrowed,
        _without_metadata,
    )
    is_photo = picture.format == "JPEG"
    for step in steps:
        picture = step(picture)
    return Pixels(picture, is_photo)


def encoded(pixels: Pixels) -> Encoded:
    """Return the picture as JPEG if it is a photo, else as PNG."""
    if not pixels.is_photo:
        png = small_png(pixels.image, dpi=_DPI)
        if len(png) <= _LARGEST_PNG_BYTES:
            return Encoded(png, "image/png")
    stream = io.BytesIO()
    pixels.image.save(stream, "JPEG", quality=_JPEG_QUALITY, progressive=True, optimize=True)
    return Encoded(stream.getvalue(), "image/jpeg")


def _to_srgb(picture: Image.Image) -> Image.Image:
    """Convert what has another colour profile, because profiles are not kept."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture  # a damaged profile is no reason to lose the picture


def _on_paper(picture: Image.Image) -> Image.Image:
    """Put what is see-through on paper, so that dark ink is read on a dark page too."""
    if picture.mode in {"I", "I;16", "I;16B", "I;16L", "F"}:
        picture = picture.convert("I").point(lambda level: level * (1 / 256) + 0).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, colour("paper"))
    return Image.alpha_composite(paper, drawn).convert("RGB")


def narrowed(picture: Image.Image, width: int = MAX_WIDTH) -> Image.Image:
    """Return the picture at most `width` pixels wide."""
    if picture.width <= width:
        return picture
    size = (width, max(1, round(picture.height * width / picture.width)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _without_metadata(picture: Image.Image) -> Image.Image:
    bare = picture.copy()
    bare.info = {}
    return bare
