"""HTML that stands in Markdown, opened where there is more in it than HTML.

CommonMark takes a block of HTML as it is. Authors mean more: a heading is a heading of the article,
Markdown in an alert is read, and ``<your name>`` is no tag.
What is opened here becomes tokens between pieces of HTML; all of a cell is cleaned together later.
"""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from markdown_it.token import Token

from galley.article.markdown.html_names import is_html_tag

_Spans = tuple[tuple[int, ...], tuple[int, ...]]
"""Where pieces of a text begin, and where they end."""
ParseBlocks = Callable[[str], list[Token]]

_RAW_FORMAT = re.compile(r"\s*\{=(?P<format>\w+)\}\s*")
"""Pandoc's mark of text for one format alone."""
_HEADING = re.compile(
    r"<h(?P<level>[1-6])\b(?P<attributes>[^<>]*)>(?P<words>.{0,2000}?)</h(?P=level)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_ID = re.compile(r"""\bid\s*=\s*["']?(?P<id>[\w:.-]+)""", re.IGNORECASE)
_CENTRED = re.compile(r"""align\s*[=:]\s*["']?\s*center""", re.IGNORECASE)
_CONTAINER = re.compile(
    r"\s*(?P<open><(?P<tag>div|center|section|article|aside|blockquote|p)\b[^<>]*>)"
    r"(?P<body>(?:(?!<(?P=tag)\b).)+?)(?P<close></(?P=tag)\s*>)\s*",
    re.IGNORECASE | re.DOTALL,
)
_FIRST_LINE = re.compile(
    r"\s*<(?:div|center|section|article|aside|blockquote|details|main|p)\b[^<>]*>\s*",
    re.IGNORECASE,
)
_TAG_LINE = re.compile(r"\s*(?:<summary\b.*</summary\s*>|</?\w+[^<>]*>)\s*", re.IGNORECASE)
_HTML_LINE = re.compile(
    r"^\s*</?(?:table|thead|tbody|t[rdh]|ul|ol|li|dl|d[td]|pre|script|style|div|p|h[1-6]|form|svg)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LONE_PARAGRAPH = re.compile(r"\s*<(?P<end>/?)p\b(?P<attributes>[^<>]*)>\s*", re.IGNORECASE)
# What an author of Markdown would not have written otherwise.
_MARKDOWN = re.compile(
    r"\*\*\S|(?<!\w)__\S|`[^`\n]+`|\]\([^()\n]+\)|^\s*(?:[-*+]|\d+[.)])\s+\S|^#{1,6}\s|^\s*```",
    re.MULTILINE,
)
# Inside these, a sign of dollar or a smaller-than means nothing to us.
_OPAQUE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>pre|code|script|style|textarea|svg|math)\b.*?(?:</(?P=tag)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")


def open_html_blocks(tokens: Sequence[Token], parse: ParseBlocks) -> list[Token]:
    """Return the block tokens of a cell with its HTML opened.

    Parameters
    ----------
    parse
        Parses Markdown to block tokens.
    """
    return [each for token in tokens for each in _opened(token, parse)]


def _opened(token: Token, parse: ParseBlocks) -> list[Token]:
    if token.type == "fence" and (raw := _RAW_FORMAT.fullmatch(token.info)):
        return [_piece(token, token.content)] if raw["format"].startswith("html") else []
    if token.type != "html_block":
        return [token]
    inside = _CONTAINER.fullmatch(token.content)
    if inside and _MARKDOWN.search(_OPAQUE.sub("", inside["body"])):
        opening, closing = (_with_divs(inside[name]).strip() for name in ("open", "close"))
        return [
            _piece(token, f"{opening}\n"),
            *open_html_blocks(_moved(parse(_dedented(inside["body"])), token), parse),
            _piece(token, f"{closing}\n"),
        ]
    return _with_lines_read(token, parse) or list(_split(token))


def _with_lines_read(token: Token, parse: ParseBlocks) -> list[Token]:
    """Return a block of tags on lines of their own with the Markdown between them, if it is one.

    The end may stand in another block: ``<div>``, text, an empty line, more text, ``</div>``.
    """
    lines = token.content.rstrip("\n").split("\n")
    if not _FIRST_LINE.fullmatch(lines[0]):
        return []
    start, end = 1, len(lines)
    while start < end and _TAG_LINE.fullmatch(lines[start]):
        start += 1
    while end > start and _TAG_LINE.fullmatch(lines[end - 1]):
        end -= 1
    body = "\n".join(lines[start:end])
    if _HTML_LINE.search(body) or not _MARKDOWN.search(_OPAQUE.sub("", body)):
        return []
    inner = open_html_blocks(_moved(parse(_dedented("\n" + body)), token), parse)
    head, tail = ("\n".join(part) + "\n" for part in (lines[:start], lines[end:]))
    return [*_split(_piece(token, head)), *inner, *_split(_piece(token, tail))]


def _dedented(text: str) -> str:
    return textwrap.dedent(text.expandtabs(4)) if text.startswith("\n") else text.strip()


def _moved(tokens: list[Token], outer: Token) -> list[Token]:
    """Return tokens that know their lines in the cell and not in the piece."""
    first = outer.map[0] if outer.map else 0
    for token in tokens:
        token.level += outer.level
        if token.map:
            token.map = [token.map[0] + first, token.map[1] + first]
    return tokens


def _split(token: Token) -> Iterator[Token]:
    """Yield the pieces of a block: HTML, headings, formulas."""
    text, position = _with_real_tags(_with_divs(token.content)), 0
    for match in _HEADING.finditer(text):
        if _is_opaque(text, match.start()):
            continue
        yield from _html(token, text[position : match.start()])
        yield from _heading(token, match)
        position = match.end()
    yield from _html(token, text[position:])


def _with_divs(html: str) -> str:
    """Write a paragraph that alone is open over a blank line as a division: it holds paragraphs."""
    match = _LONE_PARAGRAPH.fullmatch(html)
    return f"<{match['end']}div{match['attributes']}>\n" if match else html


def _with_real_tags(html: str) -> str:
    """Write what looks like a tag and is none as text."""

    def real(match: re.Match[str]) -> str:
        if is_html_tag(match["name"]) or _is_opaque(html, match.start()):
            return match[0]
        return match[0].replace("<", "&lt;", 1)

    return _TAG.sub(real, html)


@lru_cache(maxsize=8)
def _opaque_spans(html: str) -> _Spans:
    return _spans(_OPAQUE, html)


def _spans(pattern: re.Pattern[str], html: str) -> _Spans:
    found = [match.span() for match in pattern.finditer(html)]
    return tuple(start for start, _ in found), tuple(end for _, end in found)


def _is_inside(spans: _Spans, position: int) -> bool:
    """Tell whether a place lies in one of the spans, which follow each other."""
    starts, ends = spans
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < ends[index]


def _is_opaque(html: str, position: int) -> bool:
    return _is_inside(_opaque_spans(html), position)


def _heading(token: Token, match: re.Match[str]) -> Iterator[Token]:
    tag = f"h{match['level']}"
    named = _ID.search(match["attributes"])
    opening = _copy(token, "heading_open", tag, 1)
    opening.meta["labels"] = [named["id"]] if named else []
    opening.meta["classes"] = ("center",) if _CENTRED.search(match["attributes"]) else ()
    inline = _copy(token, "inline", "", 0)
    inline.content, inline.children = " ".join(match["words"].split()), []
    yield from (opening, inline, _copy(token, "heading_close", tag, -1))


def _html(token: Token, html: str) -> Iterator[Token]:
    if html:
        yield _piece(token, html)


def _piece(token: Token, html: str) -> Token:
    piece = _copy(token, "html_block", "", 0)
    piece.content = html
    return piece


def _copy(token: Token, kind: str, tag: str, nesting: int) -> Token:
    new = Token(kind, tag, nesting, block=True, level=token.level)  # type: ignore[arg-type]
    new.map, new.meta = token.map, dict(token.meta)
    return new


def tags_to_text(children: Sequence[Token]) -> None:
    """Turn inline tags that HTML does not know into the text that they are."""
    for token in children:
        match = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if match and not is_html_tag(match["name"]):
            token.type = "text"
