"""Walking tokens and collecting what they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from galley.article.model import CitationCluster


@dataclass(frozen=True)
class CitationUse:
    """A cluster and the id that its place has on the page, for links back from the reference."""

    cluster: CitationCluster
    anchor: str


def walk(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens and, after each, the tokens inside it."""
    for token in tokens:
        yield token
        yield from walk(token.children or ())


def collect_citations(tokens: Iterable[Token]) -> tuple[CitationUse, ...]:
    """Return the citations in reading order."""
    return tuple(
        CitationUse(token.meta["cluster"], token.meta["id"])
        for token in walk(tokens)
        if token.type == "citation"
    )


def collect_formulas(tokens: Iterable[Token]) -> tuple[tuple[str, bool], ...]:
    """Return each different formula once: its TeX and whether it is display."""
    formulas = (
        (token.content, bool(token.meta.get("display")))
        for token in walk(tokens)
        if token.type in {"math_inline", "math_block"}
    )
    return tuple(dict.fromkeys(formulas))


def collect_numbered(tokens: Iterable[Token]) -> tuple[tuple[str, ...], ...]:
    """Return what takes a number, in reading order: the label names of each figure or equation.

    Each row of an equation with several labels takes its own.
    An equation with a tag of its own is among them; its `Label.number` is already there.
    """
    return tuple(
        names
        for token in walk(tokens)
        if token.type in {"figure_open", "math_block", "math_inline"}
        for names in _numbered_together(token)
    )


def _numbered_together(token: Token) -> Iterator[tuple[str, ...]]:
    labels = tuple(token.meta.get("labels", ()))
    if token.meta.get("has_rows"):
        yield from ((name,) for name in labels)
    else:
        yield labels
