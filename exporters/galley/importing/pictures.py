"""The pictures of a post: named, told apart, made into a form that browsers show."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from slugify import slugify

from galley.importing.post import Picture

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"RIFF", ".webp"),
)
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>/]", re.DOTALL
)
_LARGEST = 60_000_000
"""Bytes; more is no picture for a page."""
_MOST_PIXELS = 80_000_000
_LONGEST_NAME = 60

ReadPicture = Callable[[str], bytes | None]
"""The address of a picture in a source → its bytes; None where there are none."""


class PictureBox:
    """Pictures as they are met; the same bytes are kept once.

    Parameters
    ----------
    folder
        Where they will lie, seen from the notebook.
    """

    def __init__(self, folder: str, read: ReadPicture) -> None:
        self._folder, self._read = folder, read
        self._paths: dict[str, str] = {}
        self._pictures: dict[str, Picture] = {}

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All that were kept, in the order in which they were met."""
        return tuple(self._pictures.values())

    def keep(self, source: str, wanted: str = "") -> str:
        """Return where a picture will lie; empty where it is not there or is none.

        Parameters
        ----------
        wanted
            Words for its name, where the source's own name says nothing.
        """
        data = self._read(source)
        if not data or len(data) > _LARGEST:
            return ""
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._paths:
            made = _for_browsers(data)
            if made is None:
                return ""
            path = self._free_path(source, wanted, made[1])
            self._paths[digest] = path
            self._pictures[path] = Picture(path, made[0])
        return self._paths[digest]

    def _free_path(self, source: str, wanted: str, suffix: str) -> str:
        own = (
            ""
            if source.startswith(("data:", "galley-svg:"))
            else PurePosixPath(source.split("?", maxsplit=1)[0]).stem
        )
        stem = slugify(own) if _says_something(own) else slugify(wanted)
        stem = stem[:_LONGEST_NAME].strip("-") or "picture"
        name, count = f"{stem}{suffix}", 1
        while f"{self._folder}/{name}" in self._pictures:
            count += 1
            name = f"{stem}-{count}{suffix}"
        return f"{self._folder}/{name}"


def _says_something(name: str) -> bool:
    """Tell a name that somebody gave from one that a program counted: ``image1``, a digest."""
    return bool(name) and not re.fullmatch(
        r"(?i)(?:image|img|picture|rId)[-_]?\d*|[0-9a-f-]{16,}", name
    )


def _for_browsers(data: bytes) -> tuple[bytes, str] | None:
    """Return a picture in a form that browsers show, and the suffix that says which."""
    kind = next((suffix for start, suffix in _KINDS if data.startswith(start)), "")
    if kind == ".webp" and data[8:12] != b"WEBP":
        return None
    if kind:
        return data, kind
    if _SVG.match(data[:4096]):
        return data, ".svg"
    return _as_png(data)


def _as_png(data: bytes) -> tuple[bytes, str] | None:
    """Return TIFF, BMP and the like as PNG; None where that cannot be done, as for EMF."""
    # Late: most posts have no picture of an old kind.
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("TIFF", "BMP", "ICO", "PPM")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            written = io.BytesIO()
            picture.convert("RGBA" if "A" in picture.getbands() else "RGB").save(written, "PNG")
            return written.getvalue(), ".png"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
