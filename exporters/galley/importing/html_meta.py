"""What a page says of itself: JSON-LD, meta elements, the data that Next.js leaves in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.filter import SoupStrainer

from galley.importing.shaping import day_of, people_of

_ARTICLES = ("article", "posting", "webpage", "report", "scholarly")
_SITE_IN_TITLE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")
_DEEPEST = 12
_LONGEST_FIELD = 400
_PUBLISHED = ("article:published_time", "dcterms.created", "dcterms.issued", "date")
_PUBLISHED_PROPS = ("date", "publishedAt", "published_at", "datePublished")
_UPDATED_PROPS = ("updatedAt", "updated_at")


def read_meta(html: str) -> dict[str, Any]:
    """Return fields of front matter, the canonical address as ``address``."""
    soup = BeautifulSoup(
        html, "html.parser", parse_only=SoupStrainer(["html", "title", "meta", "link", "script"])
    )
    metas = dict(_metas(soup))
    data = _linked_data(soup)
    props = _next_props(soup)
    author = metas.get("author") or metas.get("article:author", "")
    fields: dict[str, Any] = {
        "title": _first(
            data.get("headline"), metas.get("og:title"), props.get("title"), _title(soup)
        ),
        "description": _first(
            metas.get("description"),
            metas.get("og:description"),
            *(source.get("description") for source in (data, props)),
            props.get("excerpt"),
            props.get("summary"),
        ),
        "date": _day(
            data.get("datePublished"),
            *(metas.get(name) for name in _PUBLISHED),
            *(props.get(name) for name in _PUBLISHED_PROPS),
        ),
        "updated": _day(
            data.get("dateModified"),
            metas.get("article:modified_time"),
            *(props.get(name) for name in _UPDATED_PROPS),
        ),
        "authors": _people(data.get("author"))
        or _people(author if "://" not in author else "")
        or _people(props.get("author")),
        "tags": _words(data.get("keywords"))
        or _words(metas.get("keywords"))
        or _words(props.get("tags")),
        "category": _first(
            _one(data.get("articleSection")),
            metas.get("article:section"),
            _one(props.get("category")),
        ),
        "lang": _lang(soup),
        "address": _address(soup, metas),
    }
    if fields["updated"] == fields["date"]:
        fields["updated"] = None
    return {name: value for name, value in fields.items() if value}


def next_content(html: str) -> str:
    """Return the text of a post that a page of Next.js holds as data alone; empty without any."""
    soup = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer("script"))
    props = _next_props(soup)
    return _first(*(props.get(name) for name in _CONTENT))


_CONTENT = ("contentHtml", "html", "content", "body", "markdown")


def _metas(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for meta in reversed(soup.find_all("meta")):
        name = _text(meta.get("property") or meta.get("name") or meta.get("itemprop"))
        content = _text(meta.get("content"))
        if name and content:
            yield name.lower(), content


def _title(soup: BeautifulSoup) -> str:
    title = soup.find("title")
    text = " ".join(title.get_text().split()) if title else ""
    return _SITE_IN_TITLE.sub("", text)


def _lang(soup: BeautifulSoup) -> str:
    root = soup.find("html")
    lang = _text(root.get("lang")) if isinstance(root, Tag) else ""
    code = lang.lower().replace("_", "-").split("-")[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else ""


def _address(soup: BeautifulSoup, metas: Mapping[str, str]) -> str:
    links = (link for link in soup.find_all("link") if "canonical" in _text(link.get("rel")))
    canonical = next((_text(link.get("href")) for link in links), "")
    return canonical or metas.get("og:url", "")


def path_of(address: str) -> str:
    """Return the path of an address; empty for a home page or no address."""
    try:
        return urlsplit(address).path.lstrip("/")
    except ValueError:
        return ""


def _linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", type="application/ld+json"):
        found += [each for each in _objects(_parsed(script.get_text())) if _is_article(each)]
    return max(found, key=lambda each: "headline" in each, default={})


def _is_article(value: Mapping[str, Any]) -> bool:
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(n, str) and n.lower().endswith(_ARTICLES[:2]) for n in names)


def _next_props(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the object among the page's data that is most like a post."""
    script = soup.find("script", id="__NEXT_DATA__")
    if script is None:
        return {}
    posts = [
        each
        for each in _objects(_parsed(script.get_text()))
        if isinstance(each.get("title"), str) and {"date", "slug", *_CONTENT} & set(each)
    ]
    return max(posts, key=lambda each: max(len(_text(each.get(n))) for n in _CONTENT), default={})


def _parsed(text: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _objects(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)


def _people(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return people_of(value)
    each = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in each]
    return [person for name in names if isinstance(name, str) for person in people_of(name)]


def _words(value: Any) -> list[str]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return []
    names = [item.get("name") if isinstance(item, dict) else item for item in value]
    return [" ".join(word.split()) for word in names if isinstance(word, str) and word.strip()]


def _one(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value[0]) if isinstance(value, list) and value else _text(value)


def _first(*values: object) -> str:
    """Return the first text; what is no whole article, without its line breaks."""
    text = next((each for each in values if isinstance(each, str) and each.strip()), "")
    return " ".join(text.split()) if len(text) < _LONGEST_FIELD else text


def _day(*values: object) -> date | None:
    days = (day_of(value) for value in values if isinstance(value, str))
    return next(filter(None, days), None)


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return value.strip() if isinstance(value, str) else ""
