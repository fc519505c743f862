"""Pictures: from a file or attachment to bytes that may be published.

What a camera adds (place, time, device, thumbnail) is removed, the picture stands upright, and it
is at most as wide as a page can show. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError
from slugify import slugify

from galley.findings import ContentError, Finding, Place, Severity
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
_GREYS_OF_16_BITS = ("I", "I;16", "I;16B", "I;16L", "F")


@dataclass(frozen=True)
class ProcessedImage:
    """A picture that may be published; width and height in pixels, as it is shown."""

    data: bytes = field(repr=False)
    suffix: str
    width: int
    height: int


def process_image(data: bytes, name: str, *, place: Place | None = None) -> ProcessedImage:
    """Return the picture upright, without metadata, at most 1,440 pixels wide.

    Parameters
    ----------
    name
        The file as the author wrote it; only for messages.
    place
        Where it is used; findings point there. Without it they point to the file.

    Raises
    ------
    ContentError
        ``image-broken``, ``image-unknown-format`` or ``image-too-large``, one finding.
    """
    where = place or Place(name)
    if is_svg(data):
        return _process_svg(data, name, where)
    with _author_words(name, where), Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
        is_lossless = data[8:12] == b"WEBP" and b"VP8L" in data[:64]
        if picture.format in _MOVING_FORMATS and _frame_count(picture) > 1:
            return _process_frames(picture, is_lossless=is_lossless)
        return _process_still(picture, is_lossless=is_lossless)


def image_address(image: ProcessedImage, name: str) -> str:
    """Return the picture's path inside the site: ``assets/img/ward-round-1f2e3d4c5b.jpg``."""
    stem = slugify(PurePosixPath(name.replace("\\", "/")).stem, max_length=60) or "image"
    digest = hashlib.sha256(image.data).hexdigest()[:10]
    return f"assets/img/{stem}-{digest}{image.suffix}"


# ------------------------------------------------------------------ still pictures


def _process_still(picture: Image.Image, *, is_lossless: bool) -> ProcessedImage:
    kind = _published_format(picture)
    steps: tuple[Callable[[Image.Image], Image.Image], ...] = (
        _upright,
        _to_srgb,
        _to_screen_mode,
        _narrowed,
        _without_metadata,
    )
    for step in steps:
        picture = step(picture)
    return _finished(picture, kind, **_still_options(kind, is_lossless=is_lossless))


def _published_format(picture: Image.Image) -> str:
    if picture.format in _SUFFIXES:
        return str(picture.format)
    if picture.format == "MPO":
        return "JPEG"
    is_photo = picture.format == "AVIF" and not picture.has_transparency_data
    return "JPEG" if is_photo else "PNG"


def _upright(picture: Image.Image) -> Image.Image:
    """Apply the orientation that the camera noted; the note itself goes with the metadata."""
    return ImageOps.exif_transpose(picture)


def _to_srgb(picture: Image.Image) -> Image.Image:
    """Convert to sRGB what has another colour profile, because profiles are not kept."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError):
        # A damaged profile is no reason to lose the picture.
        return picture


def _to_screen_mode(picture: Image.Image) -> Image.Image:
    """Turn modes that browsers do not show (CMYK, 16-bit grey) into ones that they do."""
    if picture.mode in _GREYS_OF_16_BITS:
        return picture.convert("I").point(lambda level: level * (1 / 256) + 0).convert("L")
    if picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"}:
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _narrowed(picture: Image.Image) -> Image.Image:
    """Scale down to the greatest width; a palette is made anew, so that drawings stay small."""
    if picture.width <= MAX_WIDTH:
        return picture
    size = (MAX_WIDTH, max(1, round(picture.height * MAX_WIDTH / picture.width)))
    if picture.mode != "P":
        return _true_colour(picture).resize(size, Image.Resampling.LANCZOS)
    return _with_palette(_true_colour(picture).resize(size, Image.Resampling.LANCZOS))


def _true_colour(picture: Image.Image) -> Image.Image:
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode == "P" or "transparency" in picture.info:
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    return picture


def _with_palette(picture: Image.Image) -> Image.Image:
    return picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def _without_metadata(picture: Image.Image) -> Image.Image:
    """Forget all that travels beside the pixels, except which colour is transparent."""
    bare = picture.copy()
    bare.info = {key: picture.info[key] for key in ("transparency",) if key in picture.info}
    return bare


def _still_options(kind: str, *, is_lossless: bool) -> dict[str, object]:
    if kind == "JPEG":
        return {"quality": _JPEG_QUALITY, "progressive": True, "optimize": True}
    if kind == "WEBP":
        return {"lossless": is_lossless, "quality": _JPEG_QUALITY, "method": 4, "exact": False}
    return {"optimize": True}


def _finished(picture: Image.Image, kind: str, **options: object) -> ProcessedImage:
    out = io.BytesIO()
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    picture.save(out, format=kind, **options)
    return ProcessedImage(out.getvalue(), _SUFFIXES[kind], picture.width, picture.height)


# ------------------------------------------------------------------ moving pictures


def _process_frames(picture: Image.Image, *, is_lossless: bool) -> ProcessedImage:
    if picture.width * picture.height * _frame_count(picture) > _MAX_PIXELS_OF_ALL_FRAMES:
        raise _TooLongError
    kind = str(picture.format)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(picture):
        durations.append(int(frame.info.get("duration", 0)))
        frames.append(_without_metadata(_narrowed(frame.convert("RGBA"))))
    options = _still_options(kind, is_lossless=is_lossless) | _moving_options(kind, picture)
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
        raise ContentError(_broken(name, where, str(error))) from error
    scale = min(1.0, MAX_WIDTH / drawing.width)
    width, height = (max(1, round(side * scale)) for side in (drawing.width, drawing.height))
    return ProcessedImage(drawing.data, ".svg", width, height)


# ------------------------------------------------------------------ what can be wrong


class _TooLongError(Exception):
    """An animation has more pixels than a build may hold in memory."""


@contextmanager
def _author_words(name: str, where: Place) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except UnidentifiedImageError as error:
        raise ContentError(_unknown(name, where)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, _TooLongError) as error:
        raise ContentError(_too_large(name, where)) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
        raise ContentError(_broken(name, where, "")) from error


def _unknown(name: str, where: Place) -> Finding:
    return Finding(
        "image-unknown-format",
        Severity.ERROR,
        where,
        f"'{name}' is not a picture that browsers show, or it is damaged from its first byte",
        "Save it as PNG (drawings, screenshots), JPEG (photographs) or SVG.",
    )


def _broken(name: str, where: Place, detail: str) -> Finding:
    return Finding(
        "image-broken",
        Severity.ERROR,
        where,
        f"the picture '{name}' is damaged" + (f": {detail}" if detail else " or cut short"),
        "Open it in an image program, save it anew, and put the new file in its place.",
    )


def _too_large(name: str, where: Place) -> Finding:
    return Finding(
        "image-too-large",
        Severity.ERROR,
        where,
        f"the picture '{name}' has too many pixels to be opened safely",
        f"Make it smaller in an image program; pages show at most {MAX_WIDTH} pixels in width.",
    )
