"""Real apostrophes, quotation marks and dashes; code and maths are never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

QUOTES = {
    "de": "„“‚‘",
    "es": "«»“”",
    "fr": ("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"),
    "it": "«»“”",
    "nl": "“”‘’",
    "pl": "„”‚’",
    "pt": "“”‘’",
    "ru": "«»„“",
}
"""Base language → opening and closing marks, outer and inner; others as in English."""

ENGLISH_QUOTES = "“”‘’"

# markdown-it's own replacements turn the list marker `(c)` into ©; these are what is wanted.
_REPLACEMENTS = (
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<=\s)--(?=\s)|(?<=[^\s-])--(?=[^\s-])"), "–"),
    (re.compile(r"\+-(?=\s?\d)"), "±"),
    # The Indonesian ordinal "ke-5" is one word: its hyphen ends no line.
    (re.compile(r"\b([Kk]e)-(?=\d)"), "\\1\u2011"),
)


def replace_marks(children: Iterable[Token]) -> None:
    """Put in ellipses and dashes, except in addresses shown as text."""
    is_address = False
    for token in children:
        if token.type == "link_open":
            is_address = token.info == "auto"
        elif token.type == "link_close":
            is_address = False
        elif token.type == "text" and not is_address:
            for pattern, mark in _REPLACEMENTS:
                token.content = pattern.sub(mark, token.content)
