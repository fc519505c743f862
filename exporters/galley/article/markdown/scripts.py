"""Pandoc's ``H~2~O`` and ``x^2^``: letters below and above the line."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# Tildes and carets stand for much else: about, power, not. Both signs must touch their text.
_LOW = re.compile(r"~(?P<text>[\w+−-]{1,8})~(?!~)")
_HIGH = re.compile(r"\^(?P<text>[^\s^`\[\]]{1,20})\^(?![\^\w])")


def scripts_plugin(md: MarkdownIt) -> None:
    """Add the rule before strikethrough, which looks at tildes too."""
    md.inline.ruler.before("strikethrough", "scripts", scripts_rule)


def scripts_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse one index or power."""
    sign = state.src[state.pos]
    before = state.src[state.pos - 1] if state.pos else ""
    if sign not in "~^" or not (before.isalnum() or before in ")]*_"):
        return False
    match = (_LOW if sign == "~" else _HIGH).match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("role", "sub" if sign == "~" else "sup", 0)
        token.meta, token.content = {"name": token.tag}, match["text"]
        token.children = [Token("text", "", 0, content=match["text"])]
    state.pos = match.end()
    return True
