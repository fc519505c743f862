"""The words of tokens, without their markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markdown_it.token import Token

from galley.article.markdown.tex_words import tex_words

_WITH_CONTENT = frozenset({"text", "text_special", "code_inline", "image"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def plain_text(tokens: Iterable[Token], maths: Callable[[str], str] = tex_words) -> str:
    """Return the text a reader would read aloud; citations and notes are left out.

    Parameters
    ----------
    maths
        Writes a formula in words.
    """
    return "".join(_text(token, maths) for token in tokens)


def as_tex(tex: str) -> str:
    """Leave a formula as it was written."""
    return tex


def _text(token: Token, maths: Callable[[str], str]) -> str:
    if token.type in _WITH_CONTENT:
        return token.content
    if token.type == "math_inline":
        return maths(token.content)
    if token.type in _BREAKS or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
        return " "
    return plain_text(token.children or (), maths)
