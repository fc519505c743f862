"""A cross-reference that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article
from galley.article.tokens import walk_article
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity, did_you_mean

RULE = "cross-reference-unknown"


def check_cross_references(article: Article, context: CheckContext) -> Iterator[Finding]:
    """Find references to labels that nothing in the article carries."""
    legal = {*article.labels, *(() if context.is_executed else article.declared_labels)}
    for token in walk_article(article):
        if token.type == "cross_reference" and token.meta["target"] not in legal:
            target = token.meta["target"]
            yield Finding(
                RULE,
                Severity.ERROR,
                token.meta.get("place") or Place(article.file),
                f"nothing in this article has the label '{target}'",
                _fix(target, article, legal),
            )


def _fix(target: str, article: Article, legal: set[str]) -> str:
    if target in article.declared_labels:
        return "its cell shows no figure or table; end the cell with the figure itself."
    guess = did_you_mean(target, sorted(legal))
    return guess or f"write '({target})=' above the thing, or '#| label: {target}' in its cell."
