"""Everything that readers can read, wherever it comes from: text, outputs, code, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from galley.article.markdown import walk
from galley.article.model import Article, CellError, Code, DataTable, Figure, Output, Prose, Stream
from galley.checks.figures.drawn import read_drawn
from galley.checks.rule import Manuscript
from galley.findings import Place

Where = Literal["text", "output", "code", "figure"]

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_TAG = re.compile(r"<[^>]{0,2000}>")
_CODE_TOKENS = frozenset({"fence", "code_block"})


@dataclass(frozen=True)
class ShownText:
    """Words that stand together, and what they are part of."""

    text: str
    place: Place
    where: Where


def read_shown(manuscript: Manuscript) -> Iterator[ShownText]:
    """Yield what readers can read, the words of front matter first."""
    article = manuscript.article
    front = article.front_matter
    for words in (article.title, front.description, *front.key_points):
        yield ShownText(words or "", Place(article.file), "text")
    for passage in manuscript.passages:
        where: Where = "figure" if passage.kind == "caption" else "text"
        yield ShownText(passage.text, passage.place, where)
    for drawn in read_drawn(manuscript):
        yield ShownText(drawn.alt, drawn.place, "figure")
    yield from _of_blocks(article)


def _of_blocks(article: Article) -> Iterator[ShownText]:
    for block in article.blocks:
        place = Place(article.file, block.cell_id)
        match block:
            case Prose():
                for token in walk(block.tokens):
                    if token.type in _CODE_TOKENS:
                        yield ShownText(token.content, token.meta.get("place") or place, "code")
            case Code():
                yield ShownText(block.source, place, "code")
            case Stream():
                yield ShownText(_COLOURS.sub("", block.text), place, "output")
            case CellError() if block.is_intended:
                words = f"{block.message}\n{_COLOURS.sub('', block.traceback)}"
                yield ShownText(words, place, "output")
            case Output():
                yield ShownText(_output_words(block), place, "output")
            case Figure():
                yield ShownText(f"{block.description}\n{_cells(block.data)}", place, "figure")


def _output_words(output: Output) -> str:
    html = output.data.get("text/html")
    return _TAG.sub(" ", str(html)) if html else str(output.data.get("text/plain", ""))


def _cells(table: DataTable | None) -> str:
    if table is None:
        return ""
    return "\n".join(" ".join(map(str, row)) for row in (table.columns, *table.rows))
