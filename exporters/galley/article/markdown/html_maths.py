r"""Maths inside raw HTML: ``<div>$x$</div>``, which JupyterLab sets like any other.

Only the text between tags is read, and only what is surely a formula: prices and ``df$a`` stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from galley.article.markdown.maths import is_environment

_NOT_TEXT = r"""<!--.*?-->
    |<(?P<verbatim>script|style|pre|code|textarea|math|svg|kbd|samp)\b.*?</(?P=verbatim)\s*>
    |<[a-zA-Z/!][^>]*>"""
_TEX = r"(?:\\.|(?!<[a-zA-Z/!])[^$\\])+?"
_PIECE = re.compile(
    rf"""(?P<skipped>{_NOT_TEXT})
    |(?<![\\\w$])\$\$(?P<double>{_TEX})\$\$
    |(?<![\\\w$])\$(?=\S)(?P<single>{_TEX})(?<=\S)\$(?![\w$])
    |\\\((?P<paren>(?:(?!<[a-zA-Z/!]).)+?)\\\)
    |\\\[(?P<bracket>(?:(?!<[a-zA-Z/!]).)+?)\\\]
    |(?P<environment>\\begin\{{(?P<name>[a-zA-Z]+\*?)\}}(?:(?!<[a-zA-Z/!]).)+?\\end\{{(?P=name)\}})""",
    re.DOTALL | re.VERBOSE,
)
_TEX_SIGNS = re.compile(r"[\\^_=+<>|{}]|&[lg]t;|^\s*[A-Za-z]\s*$")
_OPT_OUT = re.compile(r"(?:tex2jax|mathjax)_ignore")
_MAY_HOLD = re.compile(r"\$|\\[(\[b]")


def html_with_maths(token: Token) -> Iterator[Token]:
    """Yield a token of raw HTML, with tokens of their own for the formulas in it."""
    html = token.content
    if not _MAY_HOLD.search(html) or _OPT_OUT.search(html):
        yield token
        return
    position = 0
    for match in _PIECE.finditer(html):
        tex = _tex(match)
        if tex is None:
            continue
        yield _html(token, html[position : match.start()])
        is_display = not (match["single"] or match["paren"])
        yield Token(
            "math_inline", "math", 0, content=tex, meta={**token.meta, "display": is_display}
        )
        position = match.end()
    yield _html(token, html[position:])


def _tex(match: re.Match[str]) -> str | None:
    """Return the formula of a match, or None where its signs mean something else."""
    if match["skipped"] is not None:
        return None
    if match["environment"]:
        return unescape(match[0]) if is_environment(match["name"]) else None
    tex = match["double"] or match["single"] or match["paren"] or match["bracket"]
    return unescape(tex).strip() if _TEX_SIGNS.search(tex) else None


def _html(token: Token, content: str) -> Token:
    return Token(token.type, "", 0, content=content, map=token.map, meta=dict(token.meta))
