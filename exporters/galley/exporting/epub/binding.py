"""`galley export --all --to epub`: every article of a site in one book for each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from slugify import slugify

from galley.exporting.document.asked import document_of
from galley.exporting.document.model import Document
from galley.exporting.epub.making import BookWords, write_book
from galley.exporting.request import Exported, ExportRequest
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look


@dataclass
class _Shelf:
    words: BookWords
    name: str
    look: Look = GALLEYS_LOOK
    documents: dict[int, Document] = field(default_factory=dict)


@dataclass
class Binder:
    """Collects articles as they are read, and binds them in the order in which lists have them."""

    _shelves: dict[str, _Shelf] = field(default_factory=dict)

    def add(self, request: ExportRequest) -> bool:
        """Take an article up; False for one that lists do not name: a page, a further edition."""
        lang, listed = request.article.lang, request.frame.graph.listed
        paths = [page.path for page in listed.get(lang, ())]
        if request.item.path not in paths:
            return False
        shelf = self._shelves.setdefault(lang, _shelf(request))
        shelf.documents[paths.index(request.item.path)] = document_of(request)
        return True

    def books(self) -> Iterator[tuple[str, Exported]]:
        """Yield each book with its name."""
        for _lang, shelf in sorted(self._shelves.items()):
            documents = [document for _place, document in sorted(shelf.documents.items())]
            book = write_book(documents, shelf.words, look=shelf.look)
            findings = tuple(found for document in documents for found in document.findings)
            yield shelf.name, Exported({f"{shelf.name}.epub": book}, findings)


def _shelf(request: ExportRequest) -> _Shelf:
    lang, config = request.article.lang, request.workspace.config
    title = request.frame.site_title(lang) or words_for(lang).all_articles
    name = slugify(title, max_length=60) or "articles"
    texts = config.in_language(lang)
    return _Shelf(
        BookWords(title, texts.description),
        name if lang == config.language else f"{name}.{lang}",
        request.frame.look,
    )
