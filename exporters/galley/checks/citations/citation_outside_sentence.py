"""A citation that belongs to no sentence, so that nobody can tell what it backs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from galley.article.model import Article, CitationCluster, Prose
from galley.checks.citations.works import cited_places
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_HOLDERS = frozenset({"list_item", "td", "th", "dd", "figcaption", "footnote"})
"""In these a citation may stand alone: lists to read on with, columns of sources."""


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find works that are cited behind a full stop, alone or in headings, and in no sentence."""
    backed = _in_sentences(manuscript)
    for key, place, where in _outside(manuscript):
        if key not in backed:
            yield Remark(
                place,
                f"the citation of '{key}' stands {where}, so nobody can tell what it backs",
                f"put [@{key}] into the sentence that rests on it, before its full stop.",
            )


def _in_sentences(manuscript: Manuscript) -> set[str]:
    """Return the works that a sentence, a footnote, a cell of a table or a figure rests on."""
    everywhere = Counter(key for key, _ in cited_places(manuscript.article))
    everywhere.subtract(key for key, _, _ in _outside(manuscript))
    in_notes = {c.key for p in manuscript.passages if p.kind == "note" for c in p.citations}
    return in_notes | {key for key, count in everywhere.items() if count > 0}


def _outside(manuscript: Manuscript) -> Iterator[tuple[str, Place, str]]:
    for passage in manuscript.passages:
        where = "in a heading" if passage.kind == "heading" else "behind the full stop"
        for sentence in passage.sentences:
            works = sentence.citations if passage.kind == "heading" else sentence.outside
            yield from ((work.key, sentence.place, where) for work in works)
    yield from _alone(manuscript.article)


def _alone(article: Article) -> Iterator[tuple[str, Place, str]]:
    """Yield citations that are a whole paragraph, which no passage shows."""
    for cluster in _lone_clusters(article):
        for citation in cluster.citations:
            yield citation.key, cluster.place, "in a paragraph of its own"


def _lone_clusters(article: Article) -> Iterator[CitationCluster]:
    for block in article.blocks:
        holders = 0
        for token in block.tokens if isinstance(block, Prose) else ():
            name, _, end = token.type.rpartition("_")
            if name in _HOLDERS:
                holders += 1 if end == "open" else -1
            elif token.type == "inline" and not holders:
                yield from _lone(token.children or ())


def _lone(tokens: Sequence[Token]) -> Iterator[CitationCluster]:
    """Yield the citations of a paragraph that holds nothing else."""
    if not any(token.content.strip() for token in tokens if token.type != "citation"):
        yield from (token.meta["cluster"] for token in tokens if token.type == "citation")


RULE = Rule(
    id="citation-outside-sentence",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="a citation that belongs to no sentence",
    why="A reader cannot tell which claim the source backs.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
