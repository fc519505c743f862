"""What readers see of a block as a list of words, without anything that they do not see."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from galley.article.markdown import plain_text
from galley.article.model import (
    Article,
    Block,
    CellError,
    Code,
    DataTable,
    Figure,
    Output,
    Prose,
    Stream,
)
from galley.html.png_chunks import bare_png

FindFile = Callable[[str], Path | None]

_SVG = "image/svg+xml"
_SVG_WORDS = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_SVG_REMARKS = re.compile(r"<metadata\b.*?</metadata>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SOURCE = re.compile(r"\ssrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_SEEN_CONTENT = frozenset({"text", "text_special", "code_inline", "code_block", "fence"})
_PIECES = {
    "heading_open": "#",
    "list_item_open": "-",
    "blockquote_open": ">",
    "td_open": "|",
    "th_open": "|",
    "softbreak": " ",
    "hardbreak": " ",
}


def block_words(block: Block, article: Article, find_file: FindFile) -> Iterator[str]:
    """Yield what readers see of a block."""
    match block:
        case Prose():
            yield from tokens_words(block.tokens, article, find_file)
        case Figure():
            yield from figure_words(block, article, find_file)
        case Output():
            yield from _caption_words(block.caption, article, find_file)
            yield from _output_words(block.data)
        case Code():
            yield _flat(block.source)
        case Stream():
            yield _flat(block.text)
        case CellError():
            yield _flat(f"{block.name}: {block.message}")


def tokens_words(tokens: Iterable[Token], article: Article, find_file: FindFile) -> Iterator[str]:
    """Yield the words of each passage, with its citations, links, formulas and images."""
    mark = ""
    for token in tokens:
        if token.type == "inline":
            text = _flat("".join(_inline_words(token.children or (), article, find_file)))
            if text:
                yield f"{mark} {text}".strip()
            mark = ""
        elif token.type == "directive_open":
            mark = str(token.meta.get("name", ""))
        elif token.type in _PIECES:
            mark = _PIECES[token.type]
        else:
            text = _flat("".join(_inline_words((token,), article, find_file)))
            if text:
                yield text


def figure_words(figure: Figure, article: Article, find_file: FindFile) -> Iterator[str]:
    """Yield what a figure says and what it was drawn from; in every state that it can have."""
    yield from _caption_words(figure.caption, article, find_file)
    yield from filter(
        None, map(_flat, (figure.alt, figure.description, figure.credit, figure.consent))
    )
    if figure.evidence:
        yield " ".join((figure.evidence.kind, *figure.evidence.sources))
        yield _flat(figure.evidence.note)
    if figure.data:
        yield from _table_words(figure.data)
    yield from _drawing_words(figure)
    for choice in figure.choices:
        yield _flat(" ".join((choice.label, *choice.values)))
    for state in figure.states:
        yield from figure_words(state.figure, article, find_file)


def _inline_words(tokens: Iterable[Token], article: Article, find_file: FindFile) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield f"![{token.content}]({_image_digest(token, article, find_file)})"
            continue
        words = _words_of(token)
        if words is not None:
            yield words
        elif token.children:
            yield from _inline_words(token.children, article, find_file)


def _words_of(token: Token) -> str | None:
    """Return what a token itself says; None where only those inside it say something."""
    match token.type:
        case "html_block" | "html_inline":
            return _html_words(token.content)
        case "math_inline" | "math_block":
            return f"${token.content}$"
        case "citation":
            works = token.meta["cluster"].citations
            return "".join(f"[{w.mode} {w.prefix} @{w.key} {w.suffix}]" for w in works)
        case "cross_reference":
            return f"[#{token.meta['target']} {plain_text(token.children or ())}]"
        case "link_open":
            return f"<{token.attrs.get('href', '')}>"
    return token.content if token.type in _SEEN_CONTENT else _PIECES.get(token.type)


def _image_digest(token: Token, article: Article, find_file: FindFile) -> str:
    """Return a digest of an image's bytes; its address where it lies elsewhere or is missing."""
    address = str(token.attrs.get("src", ""))
    attached = unquote(address.removeprefix("attachment:"))
    for files in article.attachments.values() if address.startswith("attachment:") else ():
        if attached in files:
            return _digest("".join(map(str, files[attached].values())).encode())
    path = find_file(address)
    try:
        return _digest(path.read_bytes()) if path else address
    except OSError:
        return address


def _caption_words(
    caption: Iterable[Token], article: Article, find_file: FindFile
) -> Iterator[str]:
    text = _flat("".join(_inline_words(caption, article, find_file)))
    if text:
        yield text


def _table_words(table: DataTable) -> Iterator[str]:
    yield " | ".join(table.columns)
    for row in table.rows:
        yield " | ".join(map(_cell_word, row))


def _cell_word(value: str | float | None) -> str:
    # The last digits may differ between machines.
    return f"{value:.9g}" if isinstance(value, float) else str(value)


def _drawing_words(figure: Figure) -> Iterator[str]:
    """Yield a drawing's words, and where its data are not known the drawing itself."""
    svg = figure.drawings.get(_SVG, "")
    yield from sorted(filter(None, (_html_words(words) for words in _SVG_WORDS.findall(svg))))
    if figure.origin == "explanatory":
        return
    if svg:
        yield _digest(_flat(_SVG_REMARKS.sub("", svg)).encode())
        return
    for data in figure.drawings.values():
        yield _digest(_pixels(data))


def _pixels(data: str) -> bytes:
    """Return a picture without what programs write beside it."""
    try:
        raw = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return data.encode()
    return bare_png(raw) or raw


def _output_words(data: Mapping[str, object]) -> Iterator[str]:
    html = data.get("text/html")
    text = _html_words(str(html)) if html else _flat(str(data.get("text/plain", "")))
    if text:
        yield text


def _html_words(html: str) -> str:
    seen = _UNSEEN.sub(" ", html)
    return _flat(" ".join((unescape(_TAG.sub(" ", seen)), *_SOURCE.findall(seen))))


def _flat(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
