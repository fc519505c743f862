"""Where the article is in a page, and what around and in it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import Tag

from galley.importing.html_tags import attribute
from galley.importing.pandoc_reading import NoPostError, UnreadableError

_PLACES = (
    "[itemprop~=articleBody]",
    "article .entry-content, article .post-content, article .article-body",
    "article",
    ".entry-content, .post-content, .article-content, .article-body, .blog-content, .markdown-body",
    "main, [role=main]",
    "#content, #main, .content, .post",
)
_NOT_TEXT = "nav, form, button, input, select, textarea, [role=navigation], [role=search], [hidden]"
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related|recommend(?:ed|ations)?|newsletter|"
    r"subscribe|comments?|comment-list|disqus|breadcrumbs?|sidebar|advert(?:isement)?|ads?|cookie|"
    r"consent|pagination|pager|prev-next|nav|navbar|navigation|menu|skip|skip-link|toc|"
    r"table-of-contents|author-bio|author-box|about-author|jp-relatedposts|likes|post-tags|"
    r"entry-footer|read-next|masthead|site-header|site-footer|sr-only|screen-reader-text)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|more|similar|recommended|baca juga|artikel (?:terkait|lainnya)|lihat juga|"
    r"you may also like|share this|bagikan|leave a (?:comment|reply)|tinggalkan komentar|komentar)"
    r"(?: (?:posts?|articles?|reading|from .*|artikel))?[:.]?",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENOUGH = 140
_LIST_OF = 3


def find_article(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the article.

    Raises
    ------
    UnreadableError
        If the page lists articles and is none, or has no text.
    """
    _remove_not_text(soup)
    total = _length(soup)
    if not total and not soup.find("img"):
        raise UnreadableError("there is no text in the page")
    if _is_list(soup, total):
        raise NoPostError("it is a list of articles, and none itself")
    for place in _PLACES:
        found = [tag for tag in soup.select(place) if _length(tag) >= _ENOUGH]
        if found:
            return max(found, key=_length)
    return _densest(soup.find("body") or soup)


def remove_around(article: Tag) -> None:
    """Take out of an article what its site put there: ways to share it, other articles."""
    whole = _length(article)
    for tag in article.find_all(True):
        if tag.decomposed:
            continue
        names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
        is_around = bool(_AROUND.search(names)) or tag.name == "footer"
        if is_around and _length(tag) < whole / 3 and not _is_note(tag):
            tag.decompose()
    for heading in [tag for tag in article.find_all(_HEADINGS) if not tag.decomposed]:
        if _RELATED.fullmatch(" ".join(heading.get_text().split())):
            _remove_section(heading)


def _remove_not_text(soup: BeautifulSoup) -> None:
    for tag in soup.select(_NOT_TEXT):
        if not tag.decomposed:
            tag.decompose()
    for tag in soup.find_all(style=re.compile(r"display\s*:\s*none", re.IGNORECASE)):
        if not tag.decomposed:
            tag.decompose()


def _is_list(soup: BeautifulSoup, total: int) -> bool:
    """Tell a page of teasers: several articles, each with a heading that leads elsewhere."""
    articles = [tag for tag in soup.find_all("article") if tag.find_parent("article") is None]
    teasers = [tag for tag in articles if _is_teaser(tag)]
    if len(teasers) < _LIST_OF:
        return False
    others = [tag for tag in articles if tag not in teasers]
    return not any(_length(tag) > _ENOUGH for tag in others) and _length_of(teasers) > total / 3


def _is_teaser(article: Tag) -> bool:
    heading = article.find(_HEADINGS)
    return heading is not None and (heading.find("a") or heading.find_parent("a")) is not None


def _densest(body: Tag) -> Tag:
    """Go down as long as one child holds most of the text."""
    current, whole = body, _length(body)
    while True:
        children = [tag for tag in current.find_all(True, recursive=False) if tag.name in _FRAMES]
        largest = max(children, key=_length, default=None)
        if largest is None or _length(largest) < whole * 0.7 or _paragraphs(current) > 2:  # noqa: PLR2004
            return current
        current = largest


_FRAMES = frozenset(
    ["div", "section", "main", "article", "table", "tbody", "tr", "td", "center", "body"]
)


def _paragraphs(tag: Tag) -> int:
    return len(tag.find_all(["p", *_HEADINGS, "ul", "ol", "blockquote"], recursive=False))


def _remove_section(heading: Tag) -> None:
    for sibling in list(heading.next_siblings):
        if isinstance(sibling, Tag) and sibling.name in _HEADINGS and sibling.name <= heading.name:
            break
        sibling.extract()
    heading.decompose()


def _is_note(tag: Tag) -> bool:
    names = attribute(tag, "class")
    return "galley-note" in names or ("footnote" in names and tag.name not in _HEADINGS)


def _length(tag: Tag) -> int:
    return len(" ".join(tag.get_text(" ").split()))


def _length_of(tags: Iterable[Tag]) -> int:
    return sum(map(_length, tags))
