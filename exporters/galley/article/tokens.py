"""Walking an article's Markdown tokens."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from galley.article.markdown import walk
from galley.article.model import Article, CitationCluster, Figure, Output, Prose


def walk_article(article: Article) -> Iterator[Token]:
    """Yield every token of an article in reading order: body, captions, then footnotes."""
    for block in article.blocks:
        if isinstance(block, Prose):
            yield from walk(block.tokens)
        elif isinstance(block, Figure | Output):
            yield from walk(block.caption)
            yield from walk(block.tokens if isinstance(block, Output) else ())
    yield from walk(article.footnotes)


def clusters_of(article: Article) -> tuple[CitationCluster, ...]:
    """Return the article's citation clusters in reading order, without those of evidence."""
    return tuple(
        token.meta["cluster"] for token in walk_article(article) if token.type == "citation"
    )
