"""Puts words that stand between the blocks of an author's HTML into paragraphs of their own.

A browser ends a paragraph where a block begins in it: ``<p>a <div>b</div> c</p>`` leaves ``c``
alone, where no rule of the page's layout finds it.
"""

from __future__ import annotations

import re

from galley.html.rewrite import VOID

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*>")
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "ul",
))
# fmt: on
_EMPTY_PARAGRAPH = "<p></p>"


def in_paragraphs(html: str) -> str:
    """Return clean HTML in which no words stand beside blocks without a paragraph.

    HTML without a block at its top, such as a caption, stays as it is.
    """
    pieces = _top_pieces(html)
    if not any(is_block for _, is_block in pieces):
        return html
    written = (piece if is_block else _paragraph(piece) for piece, is_block in pieces)
    return "".join(piece for piece in written if piece != _EMPTY_PARAGRAPH)


def _top_pieces(html: str) -> list[tuple[str, bool]]:
    """Split HTML into its outermost blocks and what stands between them."""
    pieces, start, depth, is_block = [], 0, 0, False
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if tag[1]:
            depth = max(0, depth - 1)
            if depth == 0 and is_block:
                pieces.append((html[start : tag.end()], True))
                start, is_block = tag.end(), False
            continue
        if depth == 0 and name in _BLOCKS:
            pieces.append((html[start : tag.start()], False))
            start, is_block = tag.start(), True
        if name in VOID and depth == 0 and is_block:
            pieces.append((html[start : tag.end()], True))
            start, is_block = tag.end(), False
        depth += name not in VOID and not tag[0].endswith("/>")
    return [*pieces, (html[start:], is_block)]


def _paragraph(piece: str) -> str:
    """Wrap words; anchors, pictures and blanks between blocks stay as they are."""
    inner = piece.strip()
    has_block = any(tag[2].lower() in _BLOCKS for tag in _TAG.finditer(inner))
    if has_block or not _TAG.sub("", inner).strip():
        return piece
    return piece.replace(inner, f"<p>{inner}</p>", 1)
