"""Links that name a label, and links without words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import zip_longest
from urllib.parse import unquote

from markdown_it.token import Token

from galley.article.markdown.cross_references import collapse_cross_references

_MADE = "made"
"""Marks words that are no author's: a reference has better ones."""
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?|/$")
_ENDING = re.compile(r"[?#].*$|\.(?:ipynb|md|qmd|html?)(?=$|[?#])", re.IGNORECASE)


def with_link_words(children: Sequence[Token]) -> list[Token]:
    """Return inline tokens in which no link is empty: ``[](doses.ipynb)`` says "Doses"."""
    result: list[Token] = []
    for token in children:
        is_empty = token.type == "link_close" and result and result[-1].type == "link_open"
        href = str(result[-1].attrs.get("href", "")) if is_empty else ""
        if href and not href.startswith("#"):
            result.append(_made(href, token.level + 1))
        result.append(token)
    return result


def _made(href: str, level: int) -> Token:
    return Token("text", "", 0, content=_words(href), level=level, info=_MADE)


def _words(href: str) -> str:
    if "://" in href:
        return _SCHEME.sub("", href)
    name = re.sub(r"[-_\s]+", " ", unquote(_ENDING.sub("", href)).rpartition("/")[2]).strip()
    return name[:1].upper() + name[1:] or href


def links_to_labels(children: Sequence[Token], labels: Container[str]) -> list[Token]:
    """Turn ``[words](label)``, as older MyST spells it, into a cross-reference."""
    is_one = False
    for token, following in zip_longest(children, children[1:]):
        href = unquote(str(token.attrs.get("href", ""))) if token.type == "link_open" else ""
        if href in labels and token.info != "auto":
            token.attrs["href"] = f"#{token.attrs['href']}"
            is_one = True
            if following is not None and following.info == _MADE:
                following.content = ""
    return collapse_cross_references(children) if is_one else list(children)
