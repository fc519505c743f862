"""The document of an article that was asked for on the command line."""

from __future__ import annotations

from galley.exporting.document.making import make_document
from galley.exporting.document.model import Document
from galley.exporting.pandoc_files import read_html
from galley.exporting.request import ExportRequest
from galley.findings import ContentError, Finding, Place, Severity
from galley.html.surroundings import Surroundings
from galley.site.article_around import around_article
from galley.site.article_desk import ArticleDesk
from galley.site.page_links import neighbourhood
from galley.site.page_trace import PageTrace

NESTED_RULE = "document-too-nested"


def document_of(request: ExportRequest) -> Document:
    """Return the article of an export as a document, with what its page says around it."""
    article, item, frame = request.article, request.item, request.frame
    desk = ArticleDesk(article, item, frame, PageTrace(), request.pictures.make)
    surroundings = Surroundings(
        image=lambda _source, _cell_id: None,
        picture=lambda _name, _data: None,
        link=desk.link,
        **around_article(neighbourhood(item, frame), article, desk.find),
    )
    try:
        return make_document(
            article,
            surroundings,
            request.style,
            convert=request.convert,
            read_html=read_html,
            find=desk.find,
            colours=frame.look.scheme("light").own,
        )
    except RecursionError:
        raise too_nested(article.file) from None


def too_nested(file: str) -> ContentError:
    """Return the error of an article whose elements no document can hold."""
    return ContentError(
        Finding(
            NESTED_RULE,
            Severity.ERROR,
            Place(file),
            "quotations, lists or other elements lie too deep in each other for a document",
            "take them out of each other; nobody can read so many levels.",
        )
    )
