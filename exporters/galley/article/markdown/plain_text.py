"""The words of tokens, without their markup."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

_WITH_CONTENT = frozenset({"text", "text_special", "code_inline", "math_inline", "image"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def plain_text(tokens: Iterable[Token]) -> str:
    """Return the text a reader would read aloud; citations and notes are left out."""
    return "".join(_text(token) for token in tokens)


def _text(token: Token) -> str:
    if token.type in _WITH_CONTENT:
        return token.content
    if token.type in _BREAKS:
        return " "
    return plain_text(token.children or ())
