"""`galley export --to epub`: an article as EPUB 3, or with --all one book of every article."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from galley.exporting.document.asked import document_of
from galley.exporting.document.model import Document, Node
from galley.exporting.epub.chapters import Chapter, chapters_of
from galley.exporting.epub.cover import Cover, draw_cover
from galley.exporting.epub.faces import with_faces
from galley.exporting.pandoc_files import write_pandoc
from galley.exporting.request import Exported, ExportRequest
from galley.exporting.typeset.handout import chosen_figure
from galley.exporting.typeset.making import seconds_of
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look

_COVER = "cover.png"
_SHEET = "book.css"


@dataclass(frozen=True)
class BookWords:
    """What stands on a book: its title, and a sentence."""

    title: str
    text: str = ""


def make(request: ExportRequest) -> Exported:
    """Return an article as EPUB."""
    document = document_of(request)
    drawing = _drawing(document, chosen_figure(request.article))
    words = BookWords(document.title, document.article.description)
    book = write_book([document], words, drawing, request.frame.look)
    return Exported({f"{request.name}.epub": book}, document.findings)


def write_book(
    documents: Sequence[Document],
    words: BookWords,
    drawing: bytes = b"",
    look: Look = GALLEYS_LOOK,
) -> bytes:
    """Return a book of one article or several, in this order.

    Parameters
    ----------
    drawing
        A picture for the cover; without it the cover has words alone.
    """
    first = documents[0]
    chapters = chapters_of(documents)
    newest = max(document.newest_day for document in documents)
    with TemporaryDirectory(prefix="galley-book-") as name:
        folder = Path(name)
        _write_files(folder, chapters)
        (folder / _COVER).write_bytes(draw_cover(_cover(documents, words, drawing, look)))
        (folder / _SHEET).write_bytes(files("galley.exporting.epub").joinpath(_SHEET).read_bytes())
        return write_pandoc(
            _pandoc(documents, chapters, words.title, newest),
            [
                *("--to", "epub3", "--mathml", "--split-level=1", "--toc", "--output=-"),
                f"--toc-depth={2 if len(documents) == 1 else 1}",
                f"--epub-cover-image={_COVER}",
                f"--css={_SHEET}",
                "--epub-title-page=false",
                f"--metadata=toc-title:{words_for(first.lang).contents}",
            ],
            folder=folder,
            seconds_since_1970=seconds_of(newest),
        )


def _write_files(folder: Path, chapters: Sequence[Chapter]) -> None:
    for chapter in chapters:
        for name, data in chapter.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(with_faces(data) if path.suffix == ".svg" else data)


def _pandoc(
    documents: Sequence[Document], chapters: Sequence[Chapter], title: str, newest: str
) -> dict[str, Any]:
    blocks = [block for chapter in chapters for block in chapter.blocks]
    whole = documents[0].as_pandoc(blocks)
    is_one = len(documents) == 1
    meta: dict[str, Node] = whole["meta"] if is_one else dict(_meta_of_book(documents))
    whole["meta"] = {
        **meta,
        "title": _string(title),
        **({"date": _string(newest)} if newest else {}),
        "identifier": _string(identifier(documents)),
        **dict(_accessibility(documents, blocks)),
    }
    return whole


def identifier(documents: Sequence[Document]) -> str:
    """Return what the book is known by: its page's address, else a number made of its names."""
    first = documents[0]
    if len(documents) == 1 and first.address:
        return first.address
    names = "\n".join(
        f"{each.address} {each.slug} {each.lang} {each.edition}" for each in documents
    )
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, names)}"


def _meta_of_book(documents: Sequence[Document]) -> Iterator[tuple[str, Node]]:
    first = documents[0]
    yield "lang", _string(first.lang)
    if first.site:
        yield "publisher", _string(first.site)
    people = (person.name for each in documents for person in each.article.authors)
    if names := tuple(dict.fromkeys(people)):
        yield "author", _strings(names)


def _accessibility(
    documents: Sequence[Document], blocks: Sequence[Node]
) -> Iterator[tuple[str, Node]]:
    """Yield what catalogues and readers ask: by which senses it can be read, and with what help."""
    text, words = str(blocks), words_for(documents[0].lang)
    has_pictures, has_formulas = "'Image'" in text, "'Math'" in text
    features = [
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
    ]
    if has_pictures:
        features += ["alternativeText", "longDescription"]
    if has_formulas:
        features.append("MathML")
    modes = ["textual", *(["visual"] if has_pictures else [])]
    yield "accessModes", _strings(modes)
    yield "accessModeSufficient", _strings(["textual"])
    yield "accessibilityFeatures", _strings(sorted(features))
    yield "accessibilityHazards", _strings(["none"])
    yield "accessibilitySummary", _string(words.accessible_book)


def _cover(documents: Sequence[Document], words: BookWords, drawing: bytes, look: Look) -> Cover:
    first = documents[0]
    category = first.article.category if len(documents) == 1 else None
    return Cover(
        title=words.title,
        label=category.text if category else "",
        site=first.site if first.site != words.title else "",
        text=words.text,
        drawing=drawing,
        accent=look.scheme("light").accent,
        is_sans=look.type == "sans",
    )


def _drawing(document: Document, anchor: str) -> bytes:
    """Return the picture of the figure that speaks without its words, for the cover."""
    path = f"media/{anchor}.png"
    return document.files.get(path, b"") if anchor else b""


def _string(text: str) -> Node:
    return {"t": "MetaString", "c": text}


def _strings(texts: Sequence[str]) -> Node:
    return {"t": "MetaList", "c": [_string(text) for text in texts]}
