"""Elements of an output where the page may have them: no headings of its own, no blocks in words.

Libraries write what browsers forgive: a `<div>` inside a `<span>`, rows without cells. And a
heading inside an output heads nothing of the article.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?: [^>]*)?)>")
_HEADING = re.compile(r"h[1-6]")
_EMPTY_ROWS = re.compile(r"<tr(?: [^>]*)?>\s*</tr>\s*")
_CLASS = re.compile(r' class="[^"]*"')
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_WORDS_TEXT = """
    abbr b bdi bdo cite code del dfn em i ins kbd mark pre q rp rt s samp small span strong sub sup
    u var
"""
_BLOCKS_TEXT = "address article blockquote center div dd dl dt footer header li ol p pre section ul"
_WORDS = frozenset(_WORDS_TEXT.split())
_BLOCKS = frozenset(_BLOCKS_TEXT.split())


def nested_well(html: str) -> str:
    """Return an output's HTML with blocks inside words written as words, and without headings."""
    html = _EMPTY_ROWS.sub("", html)
    stack: list[tuple[str, bool]] = []
    depth = 0

    def written(match: re.Match[str]) -> str:
        nonlocal depth
        name = match["name"]
        if name in _VOID:
            return match[0]
        if match["end"]:
            shown, is_words = stack.pop() if stack else (name, False)
            depth -= is_words
            return f"</{shown}>"
        is_words = name in _WORDS
        shown, rest = name, match["rest"]
        if _HEADING.fullmatch(name):
            shown, rest = ("span" if depth else "div"), _CLASS.sub("", rest) + ' class="strong"'
        elif depth and name in _BLOCKS:
            shown = "span"
        stack.append((shown, is_words))
        depth += is_words
        return f"<{shown}{rest}>"

    return _TAG.sub(written, html)
