"""Patterns of addresses in ``site.toml``, and what they make of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from galley.slugs import OWN_NAMES, breaks_lines, safe_name
from galley.validation import wrong, wrong_value

if TYPE_CHECKING:
    from galley.article.front_matter import FrontMatter

_PART = r"(?:[a-z0-9._-]|\{(?:lang|year|month|category)\})*"
_PATTERN = re.compile(rf"(?:{_PART}/)*{_PART}\{{slug\}}(?:/|/index\.html|\.html)")
_PLACE = re.compile(r"\{(\w+)\}")
_OF_ARTICLES = frozenset({"year", "month", "category"})
_INDEX = "/index.html"


def check_pattern(value: str) -> str:
    """Return a pattern; ``blog/{slug}/`` is ``blog/{slug}/index.html``.

    Raises
    ------
    ValueError
        If it is none, or begins with a name that Galley uses itself.
    """
    first = value.split("/", maxsplit=1)[0]
    if not _PATTERN.fullmatch(value) or ".." in value or "//" in value or value[0] == "/":
        raise wrong_value("the address of an article with {slug} in it, ending in / or .html")
    if first in OWN_NAMES:
        raise wrong(
            f"'address' begins with '{first}', which Galley uses itself",
            'Write for example address = "blog/{slug}/"',
        )
    return f"{value.removesuffix('/')}{_INDEX}" if value.endswith("/") else value


def names_language(pattern: str) -> bool:
    """Tell whether a pattern says itself where pages in another language are."""
    return "{lang}" in pattern


def asks_article(pattern: str) -> bool:
    """Tell whether a pattern needs an article's date or category."""
    return bool(_OF_ARTICLES & set(_PLACE.findall(pattern)))


def fill_pattern(pattern: str, slug: str, lang: str, front: FrontMatter | None) -> str:
    """Return the path of an article; a part that it says nothing for is left out."""
    date = front.date if front else None
    values = {
        "slug": slug,
        "lang": lang,
        "year": f"{date:%Y}" if date else "",
        "month": f"{date:%m}" if date else "",
        "category": safe_name(front.category) if front and front.category else "",
    }
    filled = _PLACE.sub(lambda place: values[place[1]], pattern)
    return "/".join(part for part in filled.split("/") if part)


def check_former(value: str) -> str:
    """Return a former address: a path of the site, with or without slashes around it."""
    path = value.strip("/")
    is_odd = breaks_lines(path) or set(path) & set("?#*|")
    if not path or urlsplit(value).scheme or ".." in path or is_odd:
        raise wrong_value("an address of this site, for example /old-name/")
    return path


def check_target(value: str) -> str:
    """Return where a former address leads: an article or page of the site, or a web address."""
    is_web = (urlsplit(value).scheme or "https") in {"http", "https"}
    if not value.strip() or not is_web or breaks_lines(value.strip()):
        raise wrong_value("an article, a page, or an address that begins with https://")
    return value.strip()
