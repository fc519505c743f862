"""Pictures kept in the store by what they are made of, so that none is written twice.

A page is recalled as a whole where nothing of it changes. Where a sentence does, its pictures are
recalled here; to write twenty photographs anew takes longer than all other work on a page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import cpu_count
from typing import Any

import PIL
from PIL import features

from galley.blobs import Blobs
from galley.findings import ContentError, Place
from galley.html.image_faults import decoder_warnings
from galley.html.images import ProcessedImage
from galley.html.picture_set import PictureSet, picture_set, quiet_picture_set
from galley.html.pictures import PictureWish
from galley.html.svg_pictures import is_svg
from galley.site.memo import Memo, key_of_parts

FOLDER = "pictures"
"""Where the records lie in the store."""

_MAKERS = ("images.py", "image_pixels.py", "picture_set.py", "svg_pictures.py")
# Decoders and encoders work without Python's lock; each holds one picture in full.
_MOST_AT_ONCE = 4


@dataclass(frozen=True)
class KeptPictures:
    """Makes pictures, and recalls those that were made before.

    Attributes
    ----------
    memo
        Their records; without it every picture is made.
    """

    memo: Memo | None = None
    blobs: Blobs | None = None

    def make(self, data: bytes, name: str, place: Place) -> PictureSet:
        """Return a picture in all its files.

        Raises
        ------
        ContentError
            What is wrong with it.
        """
        return self._recall(data) or self._kept(data, picture_set(data, name, place))

    def make_all(self, wishes: Sequence[PictureWish]) -> list[PictureSet | ContentError]:
        """Return several pictures, or what is wrong with them; new ones are made side by side."""
        with decoder_warnings(), ThreadPoolExecutor(min(_MOST_AT_ONCE, cpu_count() or 1)) as pool:
            return list(pool.map(self._made, wishes))

    def _made(self, wish: PictureWish) -> PictureSet | ContentError:
        make = picture_set if is_svg(wish.data) else quiet_picture_set
        try:
            found = self._recall(wish.data)
            return found or self._kept(wish.data, make(wish.data, wish.name, wish.place))
        except ContentError as error:
            return error

    def _recall(self, data: bytes) -> PictureSet | None:
        if self.memo is None or self.blobs is None:
            return None
        digest = hashlib.sha256(data).hexdigest()
        record = self.memo.recall(digest, key_of_parts([_recipe(), digest]))
        try:
            return _set_of(record, self.blobs) if record else None
        except (KeyError, ValueError, TypeError):
            # Damaged, or one of its files is: made again.
            return None

    def _kept(self, data: bytes, made: PictureSet) -> PictureSet:
        if self.memo is not None and self.blobs is not None:
            digest = hashlib.sha256(data).hexdigest()
            record = _record(made, self.blobs)
            self.memo.keep(digest, key_of_parts([_recipe(), digest]), record)
        return made


@cache
def _recipe() -> str:
    """Return a digest of the code and the libraries that write pictures."""
    digest = hashlib.sha256(f"{PIL.__version__} {features.version('webp')}".encode())
    for name in _MAKERS:
        digest.update(files("galley.html").joinpath(name).read_bytes())
    return digest.hexdigest()


def _record(made: PictureSet, blobs: Blobs) -> dict[str, Any]:
    return {
        "shown": [_file_record(made.shown, blobs)],
        "narrower": [_file_record(image, blobs) for image in made.narrower],
        "modern": [_file_record(image, blobs) for image in made.modern],
        "still": [_file_record(image, blobs) for image in _few(made.still)],
    }


def _few(image: ProcessedImage | None) -> tuple[ProcessedImage, ...]:
    return (image,) if image else ()


def _file_record(image: ProcessedImage, blobs: Blobs) -> list[Any]:
    return [blobs.put(image.data), image.suffix, image.width, image.height]


def _set_of(record: Mapping[str, Any], blobs: Blobs) -> PictureSet:
    def images(name: str) -> Iterator[ProcessedImage]:
        for digest, suffix, width, height in record[name]:
            data = blobs.get(digest)
            if data is None:
                raise KeyError(digest)
            yield ProcessedImage(data, suffix, width, height)

    (shown,) = images("shown")
    still = tuple(images("still"))
    return PictureSet(
        shown, tuple(images("narrower")), tuple(images("modern")), still[0] if still else None
    )
