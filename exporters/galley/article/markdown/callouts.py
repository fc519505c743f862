"""Block quotes that are callouts: ``> [!NOTE]`` and ``> Note: …`` become what ``:::{note}`` is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from galley.article.markdown.embeds import embed_link

_ALERT = re.compile(r"\[!(?P<name>[A-Za-z]{2,20})\](?P<fold>[+-]?)[ \t]*(?P<title>[^\n]*)(?:\n|$)")
# GitHub's five, and those of Obsidian by the nearest of ours.
_NAMES_TEXT = """
    note: note info todo abstract summary tldr question help faq example
    tip: tip hint success check done
    important: important
    warning: warning attention
    caution: caution
    danger: danger error bug failure fail missing
"""
_NAMES = {
    name: line.partition(":")[0].strip()
    for line in _NAMES_TEXT.strip().splitlines()
    for name in line.partition(":")[2].split()
}
_OWN = frozenset(_NAMES.values())
# fastpages, and what authors wrote on GitHub before there were alerts.
_LEADS = {
    "note": "note",
    "tip": "tip",
    "hint": "tip",
    "important": "important",
    "warning": "warning",
    "caution": "caution",
    "catatan": "note",
    "saran": "tip",
    "penting": "important",
    "peringatan": "warning",
}
_WORD = "|".join(_LEADS)
_LEAD = re.compile(
    rf"(?:(?P<b>\*\*|__)(?P<bold>{_WORD})(?::(?P=b)|(?P=b)(?::|\n|$))|(?P<plain>{_WORD}):(?=\s))\s*",
    re.IGNORECASE,
)
_EMBED = re.compile(
    r"(?:youtube|twitter|video)\s*:\s*<?(?P<address>https?://[^\s<>]+)>?", re.IGNORECASE
)
_QUOTED = ["blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"]


@dataclass(frozen=True)
class _Mark:
    """How a quote begins: what callout it is, its title, and how much text said so."""

    name: str
    length: int
    title: str = ""
    classes: tuple[str, ...] = ()


def alerts_to_directives(tokens: Sequence[Token]) -> list[Token]:
    """Rewrite block quotes that begin with a mark."""
    result = list(tokens)
    for index in range(len(result) - 3, -1, -1):
        mark = _match(result, index)
        if mark:
            _rewrite(result, index, mark)
        else:
            _embed(result, index)
    return result


def _embed(tokens: list[Token], index: int) -> None:
    """Rewrite ``> youtube: address`` of fastpages as a paragraph with a link."""
    if [token.type for token in tokens[index : index + 5]] != _QUOTED:
        return
    match = _EMBED.fullmatch(tokens[index + 2].content.strip())
    if match:
        tokens[index + 2].content = embed_link(match["address"])
        del tokens[index + 4], tokens[index]


def _match(tokens: Sequence[Token], index: int) -> _Mark | None:
    types = [token.type for token in tokens[index : index + 3]]
    if types != _QUOTED[:3]:
        return None
    text = tokens[index + 2].content
    return _alert(text) or _lead(text)


def _alert(text: str) -> _Mark | None:
    match = _ALERT.match(text)
    if match is None:
        return None
    written = match["name"].lower()
    name = _NAMES.get(written, "note")
    # A mark of another name says in its title what it is.
    title = match["title"].strip() or ("" if written in _OWN else match["name"].capitalize())
    folds = {"-": ("dropdown",), "+": ("dropdown", "open")}
    return _Mark(name, match.end(), title, folds.get(match["fold"], ()))


def _lead(text: str) -> _Mark | None:
    match = _LEAD.match(text)
    word = (match["bold"] or match["plain"]) if match else ""
    return _Mark(_LEADS[word.lower()], match.end()) if match else None


def _rewrite(tokens: list[Token], index: int, mark: _Mark) -> None:
    opening, inline = tokens[index], tokens[index + 2]
    closing = _closing(tokens, index)
    opening.type, opening.tag = "directive_open", "div"
    closing.type, closing.tag = "directive_close", "div"
    opening.meta.update(name=mark.name, kind="callout", options={}, classes=mark.classes, labels=[])
    inline.content = inline.content[mark.length :]
    title = _title_tokens(inline, mark.title)
    keep = tokens[index + 1 : index + 4] if inline.content.strip() else []
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
