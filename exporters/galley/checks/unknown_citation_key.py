"""A citation whose key is in no bibliography: a reader would find no reference behind it."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article, Figure
from galley.article.tokens import clusters_of
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity, did_you_mean

RULE = "citation-unknown-key"


def check_citation_keys(article: Article, context: CheckContext) -> Iterator[Finding]:
    """Find every place that cites a key the bibliography does not have."""
    for key, place in _cited_keys(article):
        if key not in context.known_keys:
            yield Finding(
                RULE,
                Severity.ERROR,
                place,
                f"unknown citation key '{key}'",
                _fix(key, context),
            )


def _cited_keys(article: Article) -> Iterator[tuple[str, Place]]:
    for cluster in clusters_of(article):
        for citation in cluster.citations:
            yield citation.key, cluster.place
    for block in article.blocks:
        if isinstance(block, Figure):
            place = Place(article.file, block.cell_id)
            yield from ((key, place) for key in block.sources)


def _fix(key: str, context: CheckContext) -> str:
    if not context.bibliography_file:
        return f"add a references.bib with an entry '{key}' beside the notebook."
    guess = did_you_mean(key, context.known_keys)
    where = f"Keys live in {context.bibliography_file}."
    return f"{guess} {where}" if guess else f"add an entry '{key}'. {where}"
