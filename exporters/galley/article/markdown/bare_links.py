"""Addresses in the text (``https://…``, ``www.…``, ``doi:10.…``) become links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_ADDRESS = re.compile(
    r"(?<![\w/@])(?:https?://|www\.(?=\w)|doi:[ ]?(?=10\.\d{4,9}/\S))[^\s<>\"'“”|\\^`{}]+",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"://|www\.|doi:", re.IGNORECASE)
_TRAILING = ".,;:!?*_~…’)"


def link_addresses(children: Sequence[Token], md: MarkdownIt) -> list[Token]:
    """Split text tokens around addresses, outside links."""
    result: list[Token] = []
    depth = 0
    for token in children:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not depth and _MAY_HOLD.search(token.content):
            result += _split(token, md)
        else:
            result.append(token)
    return result


def _split(token: Token, md: MarkdownIt) -> list[Token]:
    parts: list[Token] = []
    position = 0
    for match in _ADDRESS.finditer(token.content):
        address = trimmed(match[0])
        is_short = address[:4].lower() == "www."
        href = md.normalizeLink(f"https://{address}" if is_short else address)
        if address.endswith("//") or not md.validateLink(href):
            continue
        parts += _text(token, token.content[position : match.start()])
        parts += _link(token, href, _words(address, md))
        position = match.start() + len(address)
    return [*parts, *_text(token, token.content[position:])]


def _words(address: str, md: MarkdownIt) -> str:
    return address if "://" not in address else md.normalizeLinkText(address)


def trimmed(address: str) -> str:
    """Leave out punctuation of the sentence; a closing bracket stays if the address opened it."""
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _text(token: Token, content: str) -> list[Token]:
    return [Token("text", "", 0, content=content, level=token.level)] if content else []


def _link(token: Token, href: str, words: str) -> list[Token]:
    level = token.level
    return [
        Token(
            "link_open", "a", 1, attrs={"href": href}, level=level, markup="linkify", info="auto"
        ),
        Token("text", "", 0, content=words, level=level + 1),
        Token("link_close", "a", -1, level=level, markup="linkify", info="auto"),
    ]
