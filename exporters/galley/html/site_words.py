"""The site's own sentences, at its foot and in its notice: a little Markdown, links above all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

Way = Callable[[str], str]
"""An address as it is written in ``site.toml`` → the link to it; empty where there is none."""

_RULES = ("emphasis", "link", "autolink", "escape")
_SIGNS = frozenset("[*_<\\")


def render_words(text: str, way: Way) -> Markup:
    """Return a sentence as HTML; a link that leads nowhere leaves its words."""
    if _SIGNS.isdisjoint(text):
        return escape(text)
    tokens = list(_led(_parsed(text), way))
    html = _grammar().renderer.render(tokens, _grammar().options, {})
    return Markup(html.strip())  # noqa: S704 - Markdown without HTML, and links by `way` alone


def links_in(text: str) -> tuple[str, ...]:
    """Return the addresses of a sentence's links."""
    return tuple(str(each.attrs.get("href", "")) for each in _parsed(text) if _opens(each))


def _led(tokens: Sequence[Token], way: Way) -> Iterator[Token]:
    is_open = False
    for token in tokens:
        if _opens(token):
            href = way(str(token.attrs.get("href", "")))
            is_open = bool(href)
            if is_open:
                led = copy(token)
                led.attrs = {"href": href}
                yield led
        elif token.type != "link_close" or is_open:
            yield token


def _opens(token: Token) -> bool:
    return token.type == "link_open"


@lru_cache(64)
def _parsed(text: str) -> tuple[Token, ...]:
    (inline,) = _grammar().parseInline(text)
    return tuple(inline.children or ())


@lru_cache(1)
def _grammar() -> MarkdownIt:
    return MarkdownIt("zero").enable(list(_RULES))
