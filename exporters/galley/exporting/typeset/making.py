"""`galley export --to pdf`: an article as a tagged PDF on A4."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from galley.exporting.document.asked import document_of, too_nested
from galley.exporting.document.model import Document, Node, classes_of, person_name
from galley.exporting.document.tree import plain_words, walk_nodes
from galley.exporting.request import Exported, ExportRequest
from galley.exporting.typeset.findings import crowded_findings, sign_findings
from galley.exporting.typeset.setting import (
    INSTALL,
    CannotSetError,
    SetDocument,
    Sources,
    set_pdf,
    template,
)
from galley.exporting.typeset.source import TypstSource
from galley.exporting.typeset.spoken import spoken_formulas
from galley.findings import EnvironmentFault
from galley.html.words import Words, words_for
from galley.look import GALLEYS_LOOK, Look

_LONGEST_FOOT = 80
_CALLOUTS = {
    "attention": "caution",
    "caution": "caution",
    "danger": "harm",
    "error": "harm",
    "help": "harm",
    "important": "caution",
    "pearl": "restoration",
    "tip": "restoration",
    "hint": "restoration",
    "warning": "caution",
}


@dataclass(frozen=True)
class ArticleSources:
    """What typst reads of an article, and the tables for which no page is wide enough."""

    sources: Sources
    crowded: tuple[str, ...] = ()


def make(request: ExportRequest) -> Exported:
    """Return an article as PDF."""
    document = document_of(request)
    made = article_sources(document, request.frame.look)
    file = request.article.file
    done = set_for(file, made.sources, document)
    return Exported(
        {f"{request.name}.pdf": done.pdf},
        (
            *document.findings,
            *crowded_findings(file, made.crowded),
            *sign_findings(file, done.borrowed, done.missing),
        ),
    )


def set_for(file: str, sources: Sources, document: Document) -> SetDocument:
    """Set the sources of an article; see `set_pdf`.

    Raises
    ------
    ContentError
        If its elements lie too deep in each other.
    """
    try:
        return set_pdf(sources, seconds_of(document.newest_day))
    except CannotSetError as error:
        if not error.is_of_depth:
            raise
        raise too_nested(file) from error


def seconds_of(day: str) -> int:
    """Return the beginning of an ISO day; 1970 for none, so that the same text gives the same."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) if day else 0


def article_sources(document: Document, look: Look = GALLEYS_LOOK) -> ArticleSources:
    """Return what typst reads to set an article."""
    source = TypstSource(document, spoken_formulas(document))
    body = source.write([*document.blocks, *_figures_in_words(document)])
    files = {
        **document.files,
        "article.typ": template("article.typ"),
        "about.json": json.dumps(about(document, look), ensure_ascii=False).encode(),
        "main.typ": main_source("article", body),
    }
    if document.address:
        files["qr.svg"] = qr_code(document.address)
    return ArticleSources(Sources(files), tuple(source.crowded))


def main_source(name: str, body: str) -> bytes:
    """Return what typst begins with: a template, the text, and the number of the last page."""
    last = "#context [#metadata(counter(page).final().first()) <last-page>]"
    return f'#import "{name}.typ": *\n#show: {name}\n\n{body}\n\n{last}\n'.encode()


def about(document: Document, look: Look) -> dict[str, Any]:
    """Return what the templates are told besides the text."""
    article, words = document.article, words_for(document.lang)
    scheme = look.scheme("light")
    return {
        "title": document.title,
        "short-title": _shortened(document.title),
        "description": article.description,
        "category": article.category.text if article.category else "",
        "authors": [person.name for person in article.authors],
        "keywords": [tag.text for tag in article.tags],
        "byline": list(_byline(document, words)),
        "date": document.newest_day,
        "lang": document.lang.lower().partition("-")[0],
        "address": document.address,
        "shown-address": article.trust.address.text if article.trust.address else "",
        "site": document.site,
        "qr": "qr.svg" if document.address else "",
        "type": look.type,
        "words": {
            "page": words.page_number,
            "qr": words.qr_code.format(address=document.address),
        },
        "colours": {
            "ink": scheme.ink,
            "accent": scheme.accent,
            "soft": scheme.of_figures("ink-soft"),
            "line": scheme.of_figures("hairline"),
            "harm": scheme.of_figures("harm"),
        },
        "callouts": {name: scheme.of_figures(colour) for name, colour in _CALLOUTS.items()},  # type: ignore[arg-type] # names of the palette
    }


def _byline(document: Document, words: Words) -> Iterator[str]:
    article = document.article
    if article.authors and article.kind == "article":
        yield f"{words.by} {'; '.join(map(person_name, article.authors))}"
    days = (
        (words.published, article.published),
        (words.updated, article.updated),
        (words.reviewed, article.reviewed),
    )
    said = [f"{label} {day.text}" for label, day in days if day]
    edition = next((link.text for link in article.editions if link.is_current), "")
    if edition:
        said.append(f"{words.edition}: {edition}")
    if said:
        yield " · ".join(said)


def _figures_in_words(document: Document) -> Iterator[Node]:
    """Yield the long description of each figure: what its alternative text is too short for."""
    described = [
        (figure, description)
        for block in walk_nodes(document.blocks)
        if "figure-block" in classes_of(block)
        for figure in block["c"][1][:1]
        for description in walk_nodes(block["c"][1][1:])
        if "description" in classes_of(description)
    ]
    if not described:
        return
    words = words_for(document.lang)
    heading = _header(words.figures_in_words)
    inside = [heading, *(_described(*pair) for pair in described)]
    yield {"t": "Div", "c": [["", ["about"], []], inside]}


def _described(figure: Node, description: Node) -> Node:
    captioned = [node for node in walk_nodes(figure["c"][1]) if node["t"] == "Strong"]
    name = captioned[0]["c"] if figure["t"] == "Figure" and captioned else []
    text = [{"t": "Str", "c": plain_words(description["c"][1])}]
    before = [{"t": "Strong", "c": [*name, {"t": "Str", "c": "."}]}, {"t": "Space"}] if name else []
    return {"t": "Para", "c": [*before, *text]}


def _header(text: str) -> Node:
    return {"t": "Header", "c": [1, ["", [], []], [{"t": "Str", "c": text}]]}


def qr_code(address: str) -> bytes:
    """Return an address as a QR code in SVG."""
    try:
        import segno
    except ImportError as error:
        raise EnvironmentFault("segno, which draws QR codes, is not installed", INSTALL) from error

    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, border=0, scale=4
    )
    return out.getvalue()


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST_FOOT:
        return title
    return f"{title[:_LONGEST_FOOT].rsplit(' ', 1)[0]} …"
