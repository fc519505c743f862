"""The sentences that the claim rules judge, each with what stands around it and backs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from galley.article.model import Figure
from galley.checks.citations.works import once, typed_list
from galley.checks.claims.words import Words, words_of
from galley.checks.rule import Manuscript
from galley.checks.text import Passage, Sentence
from galley.checks.text.splitting import sentence_spans
from galley.findings import Place

# A citation that was typed instead of made: "(Huang et al., 2014)", "[12]".
_TYPED = re.compile(r"\([^()]*\b[A-Z][\w’'-]+[^()]*\b(?:19|20)\d\d[a-z]?\)|\[\d+(?:[–,-] ?\d+)*\]")
_SOURCE_ADDRESS = re.compile(
    r"^https?://(?:[\w.]+\.)?"
    r"(?:doi\.org|pubmed\.|ncbi\.nlm\.nih\.gov|europepmc\.org|cochranelibrary)"
)


@dataclass(frozen=True)
class Claim:
    """A sentence to judge.

    Attributes
    ----------
    around
        The words of its paragraph; those of an introduction with its list.
    is_backed
        Whether it or what stands around it names a source.
    has_table
        Whether it stands under a figure, whose table says the rest.
    """

    sentence: Sentence
    around: str
    is_backed: bool
    words: Words
    has_table: bool = False

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.sentence.text

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.sentence.place


@once
def claims_of(manuscript: Manuscript) -> tuple[Claim, ...]:
    """Return the sentences of an article that a claim rule may judge, in reading order.

    Description and key points first: they repeat what the body says, so that a body which cites
    backs them.
    """
    return tuple(_claims_of(manuscript))


def _claims_of(manuscript: Manuscript) -> Iterator[Claim]:
    words = words_of(manuscript.lang)
    if words is None:
        return
    backing = _Backing(manuscript, words)
    for text, place in _front(manuscript):
        for begin, end in sentence_spans(text):
            is_backed = bool(manuscript.article.cited)
            yield Claim(Sentence(text[begin:end], place), text, is_backed, words)
    # Titles in a typed list of sources claim nothing.
    body = typed_list(manuscript).body
    for group in _groups(passage for passage in body if passage.is_prose):
        yield from backing.claims(group)


def _front(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    front, find = manuscript.article.front_matter, manuscript.context.field_place
    whole = Place(manuscript.article.file)
    if front.description:
        yield front.description, find(("description",)) or whole
    for number, point in enumerate(front.key_points):
        yield point, find(("key_points", number)) or whole


@dataclass(frozen=True)
class _Group:
    """A paragraph, or an introduction that ends in a colon with the items of its list."""

    introduction: Passage | None
    passages: Sequence[Passage]


def _groups(passages: Iterable[Passage]) -> Iterator[_Group]:
    introduction: Passage | None = None
    items: list[Passage] = []
    for passage in passages:
        if passage.kind == "item" and introduction is not None:
            items.append(passage)
            continue
        yield from _closed(introduction, items)
        introduction, items = None, []
        if passage.text.endswith(":") and passage.kind != "caption":
            introduction = passage
        else:
            yield _Group(None, (passage,))
    yield from _closed(introduction, items)


def _closed(introduction: Passage | None, items: Sequence[Passage]) -> Iterator[_Group]:
    if introduction is not None:
        yield _Group(introduction, tuple(items))


@dataclass(frozen=True)
class _Backing:
    manuscript: Manuscript
    words: Words

    def claims(self, group: _Group) -> Iterator[Claim]:
        introduction = group.introduction
        if introduction is None:
            for passage in group.passages:
                yield from self._claims(passage, (passage,))
            return
        # What introduces a list is backed by any of its items, an item by what introduces it.
        yield from self._claims(introduction, (introduction, *group.passages))
        for passage in group.passages:
            yield from self._claims(passage, (introduction, passage))

    def _claims(self, passage: Passage, together: Sequence[Passage]) -> Iterator[Claim]:
        around = " ".join(member.text for member in together)
        has_table = passage.kind == "caption"
        is_backed = (
            any(self._is_backed(member) for member in together)
            or self.words.own.search(around.lower()) is not None
            or (has_table and self._is_caption_backed(passage))
        )
        for sentence in passage.sentences:
            yield Claim(sentence, around, is_backed, self.words, has_table)

    def _is_backed(self, passage: Passage) -> bool:
        return (
            bool(passage.citations)
            or _TYPED.search(passage.text) is not None
            or any(self._names_source(sentence) for sentence in passage.sentences)
        )

    def _names_source(self, sentence: Sentence) -> bool:
        return any(map(_SOURCE_ADDRESS.match, sentence.links)) or any(
            name in self._backed_labels for name in sentence.references
        )

    @cached_property
    def _backed_labels(self) -> frozenset[str]:
        article = self.manuscript.article
        drawn = {block.label: block for block in article.blocks if isinstance(block, Figure)}
        labels = {*article.declared_labels, *article.labels}
        return frozenset(name for name in labels if self._is_source(name, drawn.get(name)))

    def _is_source(self, name: str, figure: Figure | None) -> bool:
        if figure is not None:
            return bool(figure.sources)
        label = self.manuscript.article.labels.get(name)
        # What code will show has not been drawn yet; a table names its sources in its cells.
        return label is None or label.kind == "table"

    def _is_caption_backed(self, passage: Passage) -> bool:
        figures = (block for block in self.manuscript.article.blocks if isinstance(block, Figure))
        return any(
            figure.cell_id == passage.place.cell and figure.evidence is not None
            for figure in figures
        )
