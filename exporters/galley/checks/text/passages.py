"""An article as passages of prose: paragraphs, list items, captions …, each with its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.token import Token

from galley.article.markdown import walk
from galley.article.model import Article, Citation, Figure, Output, Prose
from galley.checks.text.flat import FlatText, flatten
from galley.checks.text.splitting import sentence_spans
from galley.findings import Place

PassageKind = Literal["paragraph", "item", "quote", "heading", "cell", "caption", "note"]

_KINDS: Mapping[str, PassageKind] = {
    "blockquote_open": "quote",
    "heading_open": "heading",
    "directive_title_open": "heading",
    "td_open": "cell",
    "th_open": "cell",
    "figcaption_open": "caption",
    "footnote_open": "note",
    "list_item_open": "item",
    "dd_open": "item",
    "dt_open": "heading",
}


@dataclass(frozen=True)
class Sentence:
    """One sentence as plain text.

    Attributes
    ----------
    place
        Cell and line at which it begins.
    citations
        The works it cites, those of footnotes it calls included.
    outside
        Those of `citations` that stand behind its full stop.
    references
        Names of the labels it refers to.
    links
        Addresses it links to.
    """

    text: str
    place: Place
    citations: tuple[Citation, ...] = ()
    outside: tuple[Citation, ...] = ()
    references: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """Words that stand together.

    Attributes
    ----------
    kind
        The innermost of what they stand in; a paragraph inside a list item is an ``item``.
    sentences
        All of its sentences; of a heading or a table's cell usually one.
    """

    kind: PassageKind
    place: Place
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The works that are cited anywhere in the passage."""
        return tuple(work for sentence in self.sentences for work in sentence.citations)

    @property
    def is_prose(self) -> bool:
        """Whether this is running text: no heading, and no cell of a table."""
        return self.kind not in {"heading", "cell"}


def read_passages(article: Article) -> tuple[Passage, ...]:
    """Return what an article says in words, in reading order; footnotes last."""
    reader = _Reader(article, _cited_in_notes(article.footnotes))
    return tuple(reader.passages())


@dataclass(frozen=True)
class _Reader:
    article: Article
    notes: Mapping[int, Sequence[Citation]]

    def passages(self) -> Iterator[Passage]:
        for block in self.article.blocks:
            place = Place(self.article.file, getattr(block, "cell_id", None))
            if isinstance(block, Prose):
                yield from self._of_blocks(block.tokens, place)
            elif isinstance(block, Figure | Output) and block.caption:
                yield from self._of_inline(block.caption, "caption", place)
        yield from self._of_blocks(self.article.footnotes, Place(self.article.file))

    def _of_blocks(self, tokens: Iterable[Token], around: Place) -> Iterator[Passage]:
        standing_in: list[tuple[str, PassageKind]] = []
        for token in tokens:
            if token.type in _KINDS:
                closing = token.type.removesuffix("_open") + "_close"
                standing_in.append((closing, _KINDS[token.type]))
            elif standing_in and token.type == standing_in[-1][0]:
                standing_in.pop()
            elif token.type == "inline":
                kind = standing_in[-1][1] if standing_in else "paragraph"
                yield from self._of_inline(token.children or (), kind, _place_of(token, around))

    def _of_inline(
        self, tokens: Iterable[Token], kind: PassageKind, place: Place
    ) -> Iterator[Passage]:
        flat = flatten(tokens, self.article.labels, self.notes)
        text = flat.text.strip()
        if text:
            yield Passage(kind, place, text, tuple(_sentences(flat, place)))


def _place_of(token: Token, around: Place) -> Place:
    place = token.meta.get("place")
    if isinstance(place, Place):
        return place
    line = token.map[0] + 1 if token.map else None
    return replace(around, line=line) if around.cell else around


def _sentences(flat: FlatText, place: Place) -> Iterator[Sentence]:
    spans = list(sentence_spans(flat.text))
    begins = [begin for begin, _ in spans]
    for number, (begin, end) in enumerate(spans):
        upto = begins[number + 1] if number + 1 < len(spans) else len(flat.text) + 1
        since = 0 if number == 0 else begin
        cited = [(at, work) for at, work in flat.citations if since <= at < upto]
        yield Sentence(
            text=flat.text[begin:end],
            place=_on_line(place, bisect_right(flat.breaks, begin)),
            citations=tuple(work for _, work in cited),
            outside=tuple(work for at, work in cited if at >= end and _has_stop(flat, end)),
            references=tuple(name for at, name in flat.references if since <= at < upto),
            links=tuple(href for at, href in flat.links if since <= at < upto),
        )


def _has_stop(flat: FlatText, end: int) -> bool:
    return flat.text[end - 1 : end] not in {"", ",", ";"} and not flat.text[end - 1].isalnum()


def _on_line(place: Place, lines_down: int) -> Place:
    return replace(place, line=place.line + lines_down) if place.line else place


def _cited_in_notes(tokens: Iterable[Token]) -> dict[int, list[Citation]]:
    cited: dict[int, list[Citation]] = {}
    number = -1
    for token in walk(tokens):
        if token.type == "footnote_open":
            number = token.meta["id"]
        elif token.type == "citation":
            cited.setdefault(number, []).extend(token.meta["cluster"].citations)
    return cited
