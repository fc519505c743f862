"""Which importer reads which files; each is imported only when one of its files is met."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source


@dataclass(frozen=True)
class Importer:
    """How files of some kind are read.

    Attributes
    ----------
    place
        Module and function, which takes a `Source` and returns one post or several.
    """

    name: str
    suffixes: tuple[str, ...]
    place: str

    def read(self, source: Source) -> tuple[Post, ...]:
        """Return the posts of a source; `UnreadableError` where there are none."""
        module, _, function = self.place.partition(":")
        reader: Callable[[Source], Post | tuple[Post, ...]] = getattr(
            importlib.import_module(module), function
        )
        read = reader(source)
        return read if isinstance(read, tuple) else (read,)


_HERE = "galley.importing"
IMPORTERS = (
    Importer("Word", (".docx", ".docm"), f"{_HERE}.word:read_word"),
    Importer("HTML", (".html", ".htm", ".xhtml"), f"{_HERE}.html_source:read_html"),
    Importer(
        "Markdown",
        (".md", ".markdown", ".mdx", ".myst", ".qmd", ".rmd"),
        f"{_HERE}.markdown_source:read_markdown",
    ),
    Importer("WordPress", (".xml",), f"{_HERE}.wordpress.reading:read_wordpress"),
    Importer("text", (".txt", ".text"), f"{_HERE}.plain_text:read_text"),
)
SUFFIXES = frozenset(suffix for importer in IMPORTERS for suffix in importer.suffixes)
_OTHERS = {
    ".doc": "the old form of Word", ".odt": "LibreOffice", ".rtf": "rich text", ".pages": "Pages",
    ".pdf": "PDF", ".epub": "EPUB", ".gdoc": "a link to Google Docs",
}  # fmt: skip


def read_posts(source: Source) -> tuple[Post, ...]:
    """Return the posts of a source.

    Raises
    ------
    UnreadableError
        If no importer reads such files, or it cannot be read.
    """
    suffix = source.path.suffix.lower()
    importer = next((each for each in IMPORTERS if suffix in each.suffixes), None)
    if importer is None:
        known = _OTHERS.get(suffix, "a file of this kind")
        raise UnreadableError(f"{known} is not read; save it as .docx or .html")
    try:
        return importer.read(source)
    except RecursionError:
        raise UnreadableError("it is nested too deeply") from None
