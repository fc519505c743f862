"""One picture in the widths that pages use, in a modern form and in one that every browser knows.

The modern form is WebP: every browser has known it since 2020, and at the same likeness to the
original a photograph takes a quarter less than as JPEG, a screenshot half of a PNG. AVIF would take
another tenth less and eight times as long to write, and phones of 2021 do not know it.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PIL import Image

from galley.findings import Place
from galley.html.image_faults import decoder_warnings
from galley.html.image_pixels import narrowed
from galley.html.images import (
    ProcessedImage,
    Still,
    is_lossless_webp,
    is_moving,
    opened_picture,
    process_image,
    still_picture,
    written,
)
from galley.html.svg_pictures import is_svg

MODERN_WIDTHS = (350, 720, 1080)
"""A small picture in a list, a phone, a sharp phone; the widest of all is the picture itself."""

USUAL_WIDTHS = (350, 720)
"""For browsers of before 2020, whose screens are coarser."""

_ON_PHONE = 700
_SMALLEST_STEP = 0.9
_WORTH_ITS_WORDS = 1_000
# As like the original as a JPEG of quality 82, measured by structural similarity.
_PHOTO_QUALITY = 80
# Letters in a screenshot show what is left out sooner than a face does.
_DRAWING_QUALITY = 90
_LIGHT_BYTES = 8_000
_FEW_COLOURS = ("1", "L", "P")


@dataclass(frozen=True)
class PictureSet:
    """A picture that may be published, in all its files.

    Attributes
    ----------
    shown
        In the form that every browser, feed reader and messenger knows, as wide as pages show it.
    narrower
        The same form, narrower; from the narrowest to the widest, as the others.
    modern
        As WebP, in all widths, where that weighs less.
    still
        The first frame of a picture that moves.
    """

    shown: ProcessedImage
    narrower: tuple[ProcessedImage, ...] = ()
    modern: tuple[ProcessedImage, ...] = ()
    still: ProcessedImage | None = None

    @property
    def on_phone_bytes(self) -> int:
        """What a phone of these years loads: it has twice as many pixels as points."""
        files = self.modern or (*self.narrower, self.shown)
        return len(next((f for f in files if f.width >= _ON_PHONE), files[-1]).data)


MakePicture = Callable[[bytes, str, Place], PictureSet]
"""What lies in the content folder, its name and where it is used → its files on the site."""


def one_picture(data: bytes, name: str, place: Place) -> PictureSet:
    """Return a picture in one file, for a page that holds its pictures inside.

    Raises
    ------
    ContentError
        See `process_image`.
    """
    return PictureSet(process_image(data, name, place=place))


@dataclass
class RememberedPictures:
    """Makes pictures in one file, and remembers the last.

    Beside a notebook a page is made again after each word, with the same pictures.
    """

    most: int = 24
    _made: OrderedDict[str, PictureSet] = field(default_factory=OrderedDict)

    def make(self, data: bytes, name: str, place: Place) -> PictureSet:
        """Return what `one_picture` does."""
        digest = hashlib.sha256(data).hexdigest()
        made = self._made.pop(digest, None) or one_picture(data, name, place)
        self._made[digest] = made
        while len(self._made) > self.most:
            self._made.popitem(last=False)
        return made


remembered_picture = RememberedPictures().make
"""`one_picture` for a process that makes the same page again and again."""


def picture_set(data: bytes, name: str, place: Place) -> PictureSet:
    """Return a picture in all widths and forms; the same input gives the same bytes.

    Raises
    ------
    ContentError
        See `process_image`.
    """
    if is_svg(data):
        return one_picture(data, name, place)
    with decoder_warnings():
        return quiet_picture_set(data, name, place)


def quiet_picture_set(data: bytes, name: str, place: Place) -> PictureSet:
    """Return the same of what is no SVG, inside `decoder_warnings`."""
    with opened_picture(data, name, place) as picture:
        is_lossless = is_lossless_webp(data)
        if is_moving(picture):
            return _moving_set(picture, data, name, place)
        return _still_set(still_picture(picture, is_lossless=is_lossless))


def _still_set(still: Still) -> PictureSet:
    shown = written(still.pixels, still.kind, is_lossless=not still.is_photo)
    if still.kind == "WEBP":
        return PictureSet(shown, _lighter(_in_widths(still, MODERN_WIDTHS, _modern), shown))
    narrower = _in_widths(still, USUAL_WIDTHS, _usual)
    widest = _modern(still, still.pixels.width)
    write = _modern if is_lossless_webp(widest.data) else _close
    modern = (*_in_widths(still, MODERN_WIDTHS, write), widest)
    return PictureSet(shown, _lighter(narrower, shown), _worthwhile(modern, shown))


def _moving_set(picture: Image.Image, data: bytes, name: str, place: Place) -> PictureSet:
    """Return a picture that moves, and its first frame for readers who want nothing to move."""
    shown = process_image(data, name, place=place)
    first = still_picture(picture, is_lossless=True)
    return PictureSet(shown, still=_modern(first, first.pixels.width))


def _in_widths(
    still: Still, widths: Iterable[int], write: Callable[[Still, int], ProcessedImage]
) -> tuple[ProcessedImage, ...]:
    """Write a picture in the widths that are clearly less than its own; it is never enlarged."""
    narrow = (width for width in widths if width < still.pixels.width * _SMALLEST_STEP)
    return tuple(write(still, width) for width in narrow)


def _usual(still: Still, width: int) -> ProcessedImage:
    return written(narrowed(still.pixels, width), still.kind, is_lossless=not still.is_photo)


def _modern(still: Still, width: int) -> ProcessedImage:
    """Write a photograph with what eyes do not miss left out, a drawing as it weighs less."""
    if still.is_photo:
        return _close(still, width)
    pixels = narrowed(still.pixels, width)
    exact = written(pixels, "WEBP", is_lossless=True)
    if pixels.mode in _FEW_COLOURS or len(exact.data) < _LIGHT_BYTES:
        return exact
    close = written(pixels, "WEBP", is_lossless=False, quality=_DRAWING_QUALITY)
    return min(exact, close, key=lambda image: len(image.data))


def _close(still: Still, width: int) -> ProcessedImage:
    """Write a picture of which the whole weighs less with something left out.

    The narrower ones do then, too: their edges are softer, and weigh more where all is kept.
    """
    quality = _PHOTO_QUALITY if still.is_photo else _DRAWING_QUALITY
    pixels = narrowed(still.pixels, width)
    return written(pixels, "WEBP", is_lossless=False, quality=quality)


def _worthwhile(
    modern: Sequence[ProcessedImage], shown: ProcessedImage
) -> tuple[ProcessedImage, ...]:
    """Keep the modern form where it spares more than the page's words for it cost."""
    widest = modern[-1]
    spared = len(shown.data) - len(widest.data)
    if spared < max(_WORTH_ITS_WORDS, len(shown.data) * (1 - _SMALLEST_STEP)):
        return ()
    return (*_lighter(modern[:-1], widest), widest)


def _lighter(
    narrower: Sequence[ProcessedImage], widest: ProcessedImage
) -> tuple[ProcessedImage, ...]:
    """Leave out widths that weigh hardly less than the next: screenshots grow when they shrink."""
    kept = [widest]
    for image in reversed(narrower):
        if len(image.data) < len(kept[-1].data) * _SMALLEST_STEP:
            kept.append(image)
    return tuple(reversed(kept[1:]))
