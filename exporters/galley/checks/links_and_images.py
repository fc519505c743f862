"""Images that are missing and links to pages of the site that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from galley.article.model import Article
from galley.article.tokens import walk_article
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity

IMAGE_RULE = "image-missing"
IMAGE_ALT_RULE = "image-missing-alt"
LINK_RULE = "link-broken"

_HTML_IMAGE = re.compile(
    r"<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|'?(?P<bare>[^\s\"'>]*))",
    re.IGNORECASE,
)


def check_links_and_images(article: Article, context: CheckContext) -> Iterator[Finding]:
    """Find image files that are not there and links that lead nowhere inside the site."""
    for token in walk_article(article):
        place = token.meta.get("place") or Place(article.file)
        if token.type == "image":
            yield from _image_findings(token, place, context)
        elif token.type == "link_open":
            yield from _link_findings(token, place, article, context)
        elif token.type in {"html_block", "html_inline"}:
            yield from _html_image_findings(token.content, place, context)


def _image_findings(token: Token, place: Place, context: CheckContext) -> Iterator[Finding]:
    src = str(token.attrs.get("src", ""))
    if not context.has_image(src, place.cell or ""):
        yield _missing_image(src, place)
    if not token.content.strip():
        yield Finding(
            IMAGE_ALT_RULE,
            Severity.WARNING,
            place,
            f"the image '{src}' has no alternative text",
            "write what it shows between the brackets: ![a hand on a table](hand.png).",
        )


def _html_image_findings(html: str, place: Place, context: CheckContext) -> Iterator[Finding]:
    """Find missing files of ``<img>`` in raw HTML."""
    for match in _HTML_IMAGE.finditer(html):
        src = unescape(match["quoted"] or match["bare"] or "").strip()
        if not context.has_image(src, place.cell or ""):
            yield _missing_image(src, place)


def _missing_image(src: str, place: Place) -> Finding:
    if not src:
        return Finding(
            IMAGE_RULE,
            Severity.ERROR,
            place,
            "an image has no file",
            "write the file's name between the round brackets: ![a hand on a table](hand.png).",
        )
    return Finding(
        IMAGE_RULE,
        Severity.ERROR,
        place,
        f"the image '{src}' is not there",
        "put the file beside the notebook, or correct its name (capitals count).",
    )


def _link_findings(
    token: Token, place: Place, article: Article, context: CheckContext
) -> Iterator[Finding]:
    href = str(token.attrs.get("href", ""))
    if href.startswith("#"):
        known = {label.anchor for label in article.labels.values()}
        known |= {heading.anchor for heading in article.headings}
        is_there = href[1:] in known or not href[1:]
    else:
        is_there = context.has_page(href)
    if not is_there:
        yield Finding(
            LINK_RULE,
            Severity.ERROR,
            place,
            f"the link '{href}' leads to nothing on this site",
            "correct the address; a link to another article names its notebook.",
        )
