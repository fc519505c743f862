"""What the search knows of an article: its words, without what stands around and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nh3
from markupsafe import Markup

from galley.article.directions import without_overrides
from galley.html.context import ArticleContext, RenderedBlock

_HEADING_LINK = re.compile(r' ?<a class="heading-anchor"[^>]*>[^<]*</a>')

# What pagefind takes for the end of a sentence; all other elements leave their text alone.
_BLOCKS = "blockquote br dd dt figcaption h2 h3 h4 h5 h6 li ol p pre table td th tr ul"
_TAGS = frozenset(_BLOCKS.split())
# Found in a list of results, their text would be noise.
_DROPPED_WITH_TEXT = {"svg", "script", "style", "math", "annotation", "annotation-xml"}

_KEY_POINTS_WEIGHT = 3
# Whoever does not ask for a certain edition should meet the first one first.
_OTHER_EDITION_WEIGHT = 0.5


def search_document(article: ArticleContext, lang: str, edition: str = "") -> str:
    """Return a small page for pagefind: what may be searched, and what a result shows.

    Title, standfirst, tags and authors are given as values, so that an excerpt never repeats them.

    Parameters
    ----------
    edition
        Whom the page is written for, in words, where that is not the article's first edition.
    """
    weight = _OTHER_EDITION_WEIGHT if edition else 1
    page = Markup(
        '<!DOCTYPE html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n{}\n</head>\n'
        '<body data-pagefind-body>\n<div data-pagefind-weight="{}">\n{}\n</div>\n</body>\n</html>\n'
    ).format(lang, _values(article, edition), weight, _clean(_text(article)))
    return without_overrides(page)


def _values(article: ArticleContext, edition: str) -> Markup:
    values = {
        "title": article.title,
        "standfirst": article.description,
        "topic": article.category.text if article.category else "",
        "edition": edition,
        "tags": ", ".join(tag.text for tag in article.tags),
        "authors": ", ".join(person.name for person in article.authors),
    }
    return Markup("\n").join(_value(name, text) for name, text in values.items() if text)


def _value(name: str, text: str) -> Markup:
    return Markup('<meta data-pagefind-meta="{}[content]" content="{}">').format(name, text)


def _text(article: ArticleContext) -> Iterator[Markup]:
    points = Markup().join(Markup("<li>{}</li>").format(point) for point in article.key_points)
    if points:
        yield Markup('<ul data-pagefind-weight="{}">{}</ul>').format(_KEY_POINTS_WEIGHT, points)
    for block in article.blocks:
        yield _block(block)
    yield article.footnotes_html


def _block(block: RenderedBlock) -> Markup:
    if block.figure:
        return Markup("<p>{}</p>").format(block.figure.caption_html)
    if block.kind in {"code", "stream", "error"}:
        return Markup()
    caption = Markup("<p>{}</p>").format(block.caption_html) if block.caption_html else Markup()
    return caption + block.html


def _clean(parts: Iterator[Markup]) -> Markup:
    """Leave text and what divides it."""
    html = _HEADING_LINK.sub("", "\n".join(str(part) for part in parts if part))
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=_DROPPED_WITH_TEXT,
        attributes={"ul": {"data-pagefind-weight"}},
        link_rel=None,
    )
    return Markup(cleaned.strip())  # noqa: S704 - cleaned just above
