"""The pictures of one page: found, cleaned and addressed, each once."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from galley.article.model import Article
from galley.content_files import FindFile
from galley.findings import ContentError, Finding, Place
from galley.html.images import ProcessedImage, process_image
from galley.html.prose_context import ImageHtml

_DATA_URI = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)


@dataclass
class Pictures:
    """Answers an article's questions for pictures and keeps what was found.

    Attributes
    ----------
    find
        How files beside the notebook are found.
    address
        Processed picture and name → its ``src`` on the page.
    findings
        What was wrong with pictures that are there but cannot be shown.
    """

    article: Article
    find: FindFile
    address: Callable[[ProcessedImage, str], str]
    findings: list[Finding] = field(default_factory=list)
    _known: dict[tuple[str, str], ImageHtml | None] = field(default_factory=dict)

    def image(self, source: str, cell_id: str) -> ImageHtml | None:
        """Return the picture behind a source as written in a cell, or None."""
        key = (source, cell_id)
        if key not in self._known:
            data = self._bytes(source, cell_id)
            self._known[key] = self._process(source, data, cell_id) if data else None
        return self._known[key]

    def drawing(self, name: str, data: bytes) -> ImageHtml | None:
        """Return the picture of a drawing that a cell made."""
        return self._process(name, data, "")

    def _bytes(self, source: str, cell_id: str) -> bytes | None:
        if source.startswith("attachment:"):
            return _attached(self.article.attachments.get(cell_id, {}), source[11:])
        embedded = _DATA_URI.match(source)
        if embedded:
            return _decode(embedded["data"])
        path = self.find(source)
        return path.read_bytes() if path else None

    def _process(self, source: str, data: bytes, cell_id: str) -> ImageHtml | None:
        name = "image" if source.startswith("data:") else source.removeprefix("attachment:")
        place = Place(self.article.file, cell_id or None)
        try:
            picture = process_image(data, name, place=place)
        except ContentError as error:
            self.findings.extend(error.findings)
            return None
        return ImageHtml(self.address(picture, name), picture.width, picture.height)


def data_uri(picture: ProcessedImage, _name: str) -> str:
    """Return the address of a picture that travels inside its page."""
    kinds = {".png": "png", ".jpg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml"}
    data = base64.b64encode(picture.data).decode()
    return f"data:image/{kinds[picture.suffix]};base64,{data}"


def _attached(attachments: Mapping[str, Mapping[str, str]], name: str) -> bytes | None:
    bundle = attachments.get(name) or attachments.get(unquote(name)) or {}
    return next((data for text in bundle.values() if (data := _decode(text))), None)


def _decode(text: object) -> bytes | None:
    try:
        return base64.b64decode("".join(text) if isinstance(text, list) else str(text))
    except (binascii.Error, ValueError):
        return None
