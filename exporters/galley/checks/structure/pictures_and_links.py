"""What the rules about images and links share: where they stand, and what raw HTML shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from galley.article.tokens import walk_article
from galley.checks.rule import Manuscript
from galley.findings import Place

_HTML_IMAGE = re.compile(
    r"<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|'?(?P<bare>[^\s\"'>]*))",
    re.IGNORECASE,
)


def tokens_with_places(manuscript: Manuscript) -> Iterator[tuple[Token, Place]]:
    """Yield every token of the article with the place it stands at."""
    for token in walk_article(manuscript.article):
        yield token, token.meta.get("place") or Place(manuscript.article.file)


def image_addresses(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    """Yield the address of every image, of Markdown and of raw HTML."""
    for token, place in tokens_with_places(manuscript):
        if token.type == "image":
            yield str(token.attrs.get("src", "")), place
        elif token.type in {"html_block", "html_inline"}:
            for match in _HTML_IMAGE.finditer(token.content):
                yield unescape(match["quoted"] or match["bare"] or "").strip(), place
