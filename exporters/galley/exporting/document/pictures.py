"""The pictures of one document: each named once, in the forms that writers need."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from slugify import slugify

from galley.article.model import Figure
from galley.exporting.document.drawings import as_png, figure_png, print_svg
from galley.html.images import ProcessedImage
from galley.slugs import safe_name

FOLDER = "media"
# What neither Word nor every reader of EPUB shows.
_ONLY_ON_PAGES = frozenset({".webp", ".gif"})


@dataclass
class DocumentPictures:
    """Collects files while a document is made.

    Attributes
    ----------
    colours
        Style variable → colour, where the site has its own.
    files
        Path → content.
    png
        Path of a drawing → path of the same as PNG.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    png: dict[str, str] = field(default_factory=dict)

    def keep(self, picture: ProcessedImage, name: str) -> str:
        """Keep a picture of the text, or a drawing that is no figure's, and return its path."""
        data, suffix = picture.data, picture.suffix
        if suffix in _ONLY_ON_PAGES and (converted := as_png(data)):
            data, suffix = converted, ".png"
        stem = slugify(PurePosixPath(name.replace("\\", "/")).stem, max_length=60) or "image"
        digest = hashlib.sha256(data).hexdigest()[:10]
        path = f"{FOLDER}/{stem}-{digest}{suffix}"
        self.files[path] = data
        return path

    def drawing(self, figure: Figure) -> str:
        """Keep a figure's drawing, as SVG and PNG where it has both; empty where it has none."""
        stem = f"{FOLDER}/{safe_name(figure.anchor)}"
        svg = print_svg(figure.drawings.get("image/svg+xml", ""), self.colours)
        png = figure_png(figure)
        if png:
            self.files[f"{stem}.png"] = png
        if svg:
            self.files[f"{stem}.svg"] = svg
            if png:
                self.png[f"{stem}.svg"] = f"{stem}.png"
            return f"{stem}.svg"
        return f"{stem}.png" if png else ""
