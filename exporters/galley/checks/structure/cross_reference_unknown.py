"""A cross-reference that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article
from galley.article.tokens import walk_article
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity, did_you_mean


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find references to labels that nothing in the article carries."""
    article = manuscript.article
    declared = () if manuscript.context.is_executed else article.declared_labels
    legal = {*article.labels, *declared}
    for token in walk_article(article):
        if token.type == "cross_reference" and token.meta["target"] not in legal:
            target = token.meta["target"]
            yield Remark(
                token.meta.get("place") or Place(article.file),
                f"nothing in this article has the label '{target}'",
                _fix(target, article, legal),
            )


def _fix(target: str, article: Article, legal: set[str]) -> str:
    if target in article.declared_labels:
        return "its cell shows no figure or table; end the cell with the figure itself."
    guess = did_you_mean(target, sorted(legal))
    return guess or f"write '({target})=' above the thing, or '#| label: {target}' in its cell."


RULE = Rule(
    id="cross-reference-unknown",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="a reference to a figure, table or section that is not there",
    why="A reader is sent to something that the page does not have.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
