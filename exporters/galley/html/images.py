"""Pictures: from a file or attachment to bytes that may be published.

What a camera adds (place, time, device, thumbnail) is removed, the picture stands upright, and it
is at most as wide as a page can show. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from PIL import Image, ImageSequence
from slugify import slugify

from galley.findings import ContentError, Place
from galley.html.image_faults import TooLongError, author_words, broken, decoder_warnings
from galley.html.image_pixels import narrowed, to_screen_mode, to_srgb, upright, without_metadata
from galley.html.svg_pictures import BrokenSvgError, clean_svg, is_svg

MAX_WIDTH = 1440
"""Twice the width of the widest column, for sharp screens."""

_JPEG_QUALITY = 82
_MAX_PIXELS_OF_ALL_FRAMES = 60_000_000
# AVIF, TIFF and BMP are read but not kept: not every browser shows them.
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}
# Of others with several pictures (a TIFF's pages, a camera's MPO) the first is shown.
_MOVING_FORMATS = ("GIF", "PNG", "WEBP")


@dataclass(frozen=True)
class ProcessedImage:
    """A picture that may be published; width and height in pixels, as it is shown."""

    data: bytes = field(repr=False)
    suffix: str
    width: int
    height: int


def process_image(
    data: bytes, name: str, *, place: Place | None = None, tallest: int = 0
) -> ProcessedImage:
    """Return the picture upright, without metadata, at most 1,440 pixels wide.

    Parameters
    ----------
    name
        The file as the author wrote it; only for messages.
    place
        Where it is used; findings point there. Without it they point to the file.
    tallest
        How many pixels high it may be at most, where it is always shown small.

    Raises
    ------
    ContentError
        ``image-broken``, ``image-unknown-format`` or ``image-too-large``, one finding.
    """
    where = place or Place(name)
    if is_svg(data):
        return _process_svg(data, name, where)
    with decoder_warnings(), opened_picture(data, name, where) as picture:
        is_lossless = is_lossless_webp(data)
        if is_moving(picture):
            return process_frames(picture, is_lossless=is_lossless)
        still = still_picture(picture, is_lossless=is_lossless, tallest=tallest)
        return written(still.pixels, still.kind, is_lossless=not still.is_photo)


@contextmanager
def opened_picture(data: bytes, name: str, where: Place) -> Iterator[Image.Image]:
    """Open a picture that is no drawing in SVG; see `decoder_warnings`.

    Raises
    ------
    ContentError
        What is wrong with it, also where that shows only while it is read.
    """
    with (
        author_words(name, where, most_pixels_wide=MAX_WIDTH),
        Image.open(io.BytesIO(data), formats=_FORMATS) as picture,
    ):
        yield picture


def image_address(image: ProcessedImage, name: str) -> str:
    """Return the picture's path inside the site: ``assets/img/ward-round-1f2e3d4c5b.jpg``."""
    stem = slugify(PurePosixPath(name.replace("\\", "/")).stem, max_length=60) or "image"
    digest = hashlib.sha256(image.data).hexdigest()[:10]
    return f"assets/img/{stem}-{digest}{image.suffix}"


# ------------------------------------------------------------------ still pictures


@dataclass(frozen=True)
class Still:
    """A picture that does not move, upright, in sRGB, without metadata, not yet written.

    Attributes
    ----------
    kind
        The form every browser knows it in: PNG, JPEG, GIF or WEBP.
    is_photo
        Whether some of its detail may be given up, as its own file did already.
    """

    pixels: Image.Image = field(repr=False)
    kind: str
    is_photo: bool


def still_picture(picture: Image.Image, *, is_lossless: bool, tallest: int = 0) -> Still:
    """Return a picture's pixels as they may be published; see `is_lossless_webp`."""
    kind, is_photo = _published_format(picture), not is_lossless and _is_photo(picture)
    # A photograph is read at half or a quarter of its size where that is still large enough.
    picture.draft(None, (MAX_WIDTH, MAX_WIDTH))
    steps: tuple[Callable[[Image.Image], Image.Image], ...] = (
        upright,
        to_srgb,
        to_screen_mode,
        lambda pixels: narrowed(pixels, _greatest_width(pixels, tallest)),
        without_metadata,
    )
    for step in steps:
        picture = step(picture)
    return Still(picture, kind, is_photo)


def is_lossless_webp(data: bytes) -> bool:
    """Tell whether a file is a WebP that keeps every pixel as it was."""
    return data[8:12] == b"WEBP" and b"VP8L" in data[:64]


def is_moving(picture: Image.Image) -> bool:
    """Tell whether a picture has frames that follow each other."""
    return picture.format in _MOVING_FORMATS and _frame_count(picture) > 1


def _is_photo(picture: Image.Image) -> bool:
    if picture.format == "AVIF":
        return not picture.has_transparency_data
    return picture.format in {"JPEG", "MPO", "WEBP"}


def _greatest_width(picture: Image.Image, tallest: int) -> int:
    if not tallest or picture.height <= tallest:
        return MAX_WIDTH
    return min(MAX_WIDTH, max(1, round(picture.width * tallest / picture.height)))


def _published_format(picture: Image.Image) -> str:
    if picture.format in _SUFFIXES:
        return str(picture.format)
    if picture.format == "MPO":
        return "JPEG"
    is_photo = picture.format == "AVIF" and not picture.has_transparency_data
    return "JPEG" if is_photo else "PNG"


def written(
    picture: Image.Image, kind: str, *, is_lossless: bool, quality: int = _JPEG_QUALITY
) -> ProcessedImage:
    """Write a still picture in a form."""
    return _finished(picture, kind, **_still_options(kind, is_lossless, quality))


def _still_options(kind: str, is_lossless: bool, quality: int) -> dict[str, object]:  # noqa: FBT001 - one of three facts
    if kind == "JPEG":
        return {"quality": quality, "progressive": True, "optimize": True}
    if kind == "WEBP":
        return {"lossless": is_lossless, "quality": quality, "method": 4, "exact": False}
    # The greatest effort takes more than twice as long and spares half a hundredth.
    return {"compress_level": 8} if kind == "PNG" else {"optimize": True}


def _finished(picture: Image.Image, kind: str, **options: object) -> ProcessedImage:
    out = io.BytesIO()
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    picture.save(out, format=kind, **options)
    return ProcessedImage(out.getvalue(), _SUFFIXES[kind], picture.width, picture.height)


# ------------------------------------------------------------------ moving pictures


def process_frames(picture: Image.Image, *, is_lossless: bool) -> ProcessedImage:
    """Write a picture that moves, each frame as wide as a page can show."""
    if picture.width * picture.height * _frame_count(picture) > _MAX_PIXELS_OF_ALL_FRAMES:
        raise TooLongError
    kind = str(picture.format)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(picture):
        durations.append(int(frame.info.get("duration", 0)))
        frames.append(without_metadata(narrowed(frame.convert("RGBA"), MAX_WIDTH)))
    options = _still_options(kind, is_lossless, _JPEG_QUALITY) | _moving_options(kind, picture)
    return _finished(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=durations, **options
    )


def _frame_count(picture: Image.Image) -> int:
    return int(getattr(picture, "n_frames", 1))


def _moving_options(kind: str, picture: Image.Image) -> dict[str, object]:
    """Return how often it repeats; a GIF that does not say so plays once."""
    # Every frame holds the whole picture now, so each is drawn on an empty canvas.
    disposal = {"disposal": 2} if kind == "GIF" else {}
    loop = {"loop": picture.info["loop"]} if "loop" in picture.info else {}
    return {**disposal, **loop}


# ------------------------------------------------------------------ SVG


def _process_svg(data: bytes, name: str, where: Place) -> ProcessedImage:
    try:
        drawing = clean_svg(data, lambda inner: process_image(inner, name, place=where).data)
    except BrokenSvgError as error:
        raise ContentError(broken(name, where, str(error))) from error
    scale = min(1.0, MAX_WIDTH / drawing.width)
    width, height = (max(1, round(side * scale)) for side in (drawing.width, drawing.height))
    return ProcessedImage(drawing.data, ".svg", width, height)
