"""The pictures of one page: found, cleaned and addressed, each once."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from galley.article.model import Article
from galley.article.tokens import walk_article
from galley.content_files import FindFile
from galley.findings import ContentError, Finding, Place
from galley.html.images import ProcessedImage
from galley.html.picture_files import PictureFiles
from galley.html.picture_set import MakePicture, PictureSet, remembered_picture
from galley.html.prose_context import ImageHtml
from galley.html.rewrite import local_source

_DATA_URI = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.*)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class PictureWish:
    """A picture that a page is going to show: what lies there, and where it is used."""

    data: bytes = field(repr=False)
    name: str
    place: Place


@dataclass
class Pictures:
    """Answers an article's questions for pictures and keeps what was found.

    Attributes
    ----------
    find
        How files beside the notebook are found.
    address
        Processed picture and name → its ``src`` on the page.
    make
        Makes a picture's files of what lies in the content folder.
    findings
        What was wrong with pictures that are there but cannot be shown.
    weights
        Each picture's name → what a phone loads of it, in bytes.
    """

    article: Article
    find: FindFile
    address: Callable[[ProcessedImage, str], str]
    make: MakePicture = remembered_picture
    findings: list[Finding] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    _known: dict[tuple[str, str], ImageHtml | None] = field(default_factory=dict)
    _drawn: dict[str, ImageHtml | None] = field(default_factory=dict)

    def image(self, source: str, cell_id: str) -> ImageHtml | None:
        """Return the picture behind a source as written in a cell, or None."""
        key = (source, cell_id)
        if key not in self._known:
            data = self._bytes(source, cell_id)
            self._known[key] = self._process(source, data, cell_id) if data else None
        return self._known[key]

    def drawing(self, name: str, data: bytes) -> ImageHtml | None:
        """Return the picture of a drawing that a cell made."""
        return self._drawn[name] if name in self._drawn else self._process(name, data, "")

    def _bytes(self, source: str, cell_id: str) -> bytes | None:
        if source.startswith("attachment:"):
            return _attached(self.article.attachments.get(cell_id, {}), source[11:])
        embedded = _DATA_URI.match(source)
        if embedded:
            return _decode(embedded["data"])
        path = self.find(source)
        return path.read_bytes() if path else None

    def link(self, source: str) -> str:
        """Return the address of a picture that the text links to; empty where there is none."""
        data = self._bytes(source, "")
        if not data:
            return ""
        wish = self._wish(source, data, "")
        try:
            return self.address(self.make(wish.data, wish.name, wish.place).shown, wish.name)
        except ContentError as error:
            self.findings.extend(error.findings)
            return ""

    def get_ready(
        self,
        asked: Iterable[tuple[str, str]],
        make_all: Callable[[Sequence[PictureWish]], Iterable[PictureSet | ContentError]],
        drawings: Iterable[tuple[str, bytes]] = (),
    ) -> None:
        """Make the pictures of several sources and cells together, before they are asked for.

        Parameters
        ----------
        drawings
            Names and contents of those that cells have drawn.
        """
        keys = [key for key in dict.fromkeys(asked) if key[0] and key not in self._known]
        found = [(key, data) for key in keys if (data := self._bytes(*key))]
        wishes = [self._wish(source, data, cell_id) for (source, cell_id), data in found]
        drawn = [self._wish(name, data, "") for name, data in drawings]
        if len(wishes) + len(drawn) > 1:
            made = iter(make_all([*wishes, *drawn]))
            for (key, _), wish in zip(found, wishes, strict=True):
                self._known[key] = self._placed(wish, next(made))
            for wish in drawn:
                self._drawn[wish.name] = self._placed(wish, next(made))

    def _process(self, source: str, data: bytes, cell_id: str) -> ImageHtml | None:
        wish = self._wish(source, data, cell_id)
        try:
            return self._placed(wish, self.make(wish.data, wish.name, wish.place))
        except ContentError as error:
            return self._placed(wish, error)

    def _wish(self, source: str, data: bytes, cell_id: str) -> PictureWish:
        name = "image" if source.startswith("data:") else source.removeprefix("attachment:")
        return PictureWish(data, name, Place(self.article.file, cell_id or None))

    def _placed(self, wish: PictureWish, made: PictureSet | ContentError) -> ImageHtml | None:
        """Return the picture on the page; note what is wrong with it, or what it weighs."""
        if isinstance(made, ContentError):
            self.findings.extend(made.findings)
            return None
        self.weights[wish.name] = made.on_phone_bytes

        def placed(image: ProcessedImage) -> str:
            return self.address(image, wish.name)

        shown = made.shown
        usual = (*made.narrower, shown) if made.narrower else ()
        return ImageHtml(
            placed(shown),
            shown.width,
            shown.height,
            PictureFiles(
                tuple((placed(image), image.width) for image in usual),
                tuple((placed(image), image.width) for image in made.modern),
                placed(made.still) if made.still else "",
            ),
        )


def data_uri(picture: ProcessedImage, _name: str) -> str:
    """Return the address of a picture that travels inside its page."""
    kinds = {".png": "png", ".jpg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml"}
    data = base64.b64encode(picture.data).decode()
    return f"data:image/{kinds[picture.suffix]};base64,{data}"


def _attached(attachments: Mapping[str, Mapping[str, str]], name: str) -> bytes | None:
    bundle = attachments.get(name) or attachments.get(unquote(name)) or {}
    return next((data for text in bundle.values() if (data := _attached_bytes(text))), None)


def _attached_bytes(text: object) -> bytes | None:
    """Return what was pasted: a drawing may stand there as it is, all else in base64."""
    joined = "".join(map(str, text)) if isinstance(text, list) else str(text)
    return joined.encode() if joined.lstrip().startswith("<") else _decode(joined)


def _decode(text: object) -> bytes | None:
    try:
        return base64.b64decode("".join(text) if isinstance(text, list) else str(text))
    except (binascii.Error, ValueError):
        return None


def shown_pictures(article: Article) -> Iterator[tuple[str, str]]:
    """Yield source and cell of each picture in an article's Markdown, in reading order."""
    for token in walk_article(article):
        if token.type == "image":
            place = token.meta.get("place")
            yield local_source(str(token.attrs.get("src", ""))), (place and place.cell) or ""
