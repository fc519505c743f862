"""The bytes of the pictures that an article shows: files, pasted images, data addresses."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from galley.checks.rule import Manuscript
from galley.checks.structure.pictures_and_links import image_addresses
from galley.content_files import bare_path
from galley.findings import Place

_ATTACHMENT = "attachment:"
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)
_LARGEST = 100_000_000


@dataclass(frozen=True)
class ShownPicture:
    """A picture's name, as the author knows it, and its bytes."""

    name: str
    place: Place
    data: bytes = field(repr=False)


def read_pictures(manuscript: Manuscript) -> Iterator[ShownPicture]:
    """Yield the pictures that are there, each once."""
    seen: set[tuple[str, str | None]] = set()
    for address, place in image_addresses(manuscript):
        key = (address, place.cell if address.startswith(_ATTACHMENT) else None)
        if key in seen:
            continue
        seen.add(key)
        data = _bytes(manuscript, address, place.cell or "")
        if data:
            yield ShownPicture(_name(address), place, data)


def _bytes(manuscript: Manuscript, address: str, cell_id: str) -> bytes:
    if address.startswith(_ATTACHMENT):
        return _attached(manuscript, unquote(address.removeprefix(_ATTACHMENT)), cell_id)
    embedded = _DATA.match(address)
    if embedded:
        return _decoded(embedded["data"])
    path = manuscript.context.find_file(address)
    try:
        is_usual = path is not None and path.stat().st_size <= _LARGEST
        return path.read_bytes() if path is not None and is_usual else b""
    except OSError:
        return b""


def _attached(manuscript: Manuscript, name: str, cell_id: str) -> bytes:
    bundle = manuscript.article.attachments.get(cell_id, {}).get(name, {})
    return next((data for text in bundle.values() if (data := _decoded(text))), b"")


def _decoded(text: object) -> bytes:
    try:
        return base64.b64decode("".join(text) if isinstance(text, list) else str(text))
    except (binascii.Error, ValueError):
        return b""


def _name(address: str) -> str:
    if _DATA.match(address):
        return "image"
    return PurePosixPath(unquote(bare_path(address)).removeprefix(_ATTACHMENT)).name
