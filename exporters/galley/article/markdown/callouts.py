"""``> [!NOTE]`` alerts become the same tokens as ``:::{note}``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

_ALERT = re.compile(
    r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][+-]?[ \t]*(?P<title>[^\n]*)(?:\n|$)", re.IGNORECASE
)


def alerts_to_directives(tokens: Sequence[Token]) -> list[Token]:
    """Rewrite block quotes that begin with an alert's mark."""
    result = list(tokens)
    for index in range(len(result) - 3, -1, -1):
        match = _match(result, index)
        if match:
            _rewrite(result, index, match)
    return result


def _match(tokens: Sequence[Token], index: int) -> re.Match[str] | None:
    types = [token.type for token in tokens[index : index + 3]]
    if types != ["blockquote_open", "paragraph_open", "inline"]:
        return None
    return _ALERT.match(tokens[index + 2].content)


def _rewrite(tokens: list[Token], index: int, match: re.Match[str]) -> None:
    opening, inline = tokens[index], tokens[index + 2]
    closing = _closing(tokens, index)
    opening.type, opening.tag = "directive_open", "div"
    closing.type, closing.tag = "directive_close", "div"
    opening.meta.update(name=match[1].lower(), kind="callout", options={}, classes=(), labels=[])
    inline.content = inline.content[match.end() :]
    title = _title_tokens(inline, match["title"].strip())
    body = [] if inline.content.strip() else tokens[index + 4 : index + 4]
    keep = tokens[index + 1 : index + 4] if inline.content.strip() else body
    tokens[index + 1 : index + 4] = [*title, *keep]


def _closing(tokens: Sequence[Token], index: int) -> Token:
    level = tokens[index].level
    return next(
        token
        for token in tokens[index:]
        if token.type == "blockquote_close" and token.level == level
    )


def _title_tokens(inline: Token, title: str) -> list[Token]:
    if not title:
        return []
    text = Token("inline", "", 0, content=title, children=[], meta=dict(inline.meta), block=True)
    return [
        Token("directive_title_open", "p", 1, block=True),
        text,
        Token("directive_title_close", "p", -1, block=True),
    ]
