"""What the rules about images and links share: where they stand, and what raw HTML shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from galley.article.tokens import walk_article
from galley.checks.rule import Manuscript
from galley.content_files import REFUSED, meant_address
from galley.findings import Place

_HTML_IMAGE = re.compile(
    r"<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|'?(?P<bare>[^\s\"'>]*))",
    re.IGNORECASE,
)
_HTML_LINK = re.compile(
    r"<a\b[^>]{0,2000}?\shref\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


def tokens_with_places(manuscript: Manuscript) -> Iterator[tuple[Token, Place]]:
    """Yield every token of the article with the place it stands at."""
    for token in walk_article(manuscript.article):
        yield token, token.meta.get("place") or Place(manuscript.article.file)


def links_with_places(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    """Yield where every link leads, of Markdown and of raw HTML, with the place it stands at."""
    for token, place in tokens_with_places(manuscript):
        if token.type == "link_open":
            yield str(token.attrs.get("href", "")), place
        elif token.type in {"html_block", "html_inline"}:
            for match in _HTML_LINK.finditer(token.content):
                address = match["double"] or match["single"] or match["bare"] or ""
                yield _as_address(unescape(address)), place


def _as_address(written: str) -> str:
    """Return an address of raw HTML as one of Markdown would be; what runs is dropped anyway."""
    address = meant_address(written)
    return REFUSED if _RUNS.match(address) else address


def image_addresses(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    """Yield the address of every image, of Markdown and of raw HTML."""
    for token, place in tokens_with_places(manuscript):
        if token.type == "image":
            yield str(token.attrs.get("src", "")), place
        elif token.type in {"html_block", "html_inline"}:
            for match in _HTML_IMAGE.finditer(token.content):
                yield unescape(match["quoted"] or match["bare"] or "").strip(), place
