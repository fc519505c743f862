"""Addresses between pages of a site: relative for links, absolute for feeds and search engines."""

from __future__ import annotations

import posixpath
from typing import Literal
from urllib.parse import quote, urlsplit

from galley.addresses import relative_href
from galley.slugs import safe_name

ListKind = Literal["category", "tag", "author"]

# Folders of list pages; an article of that name would have its page elsewhere.
LIST_FOLDERS: dict[ListKind, str] = {"category": "category", "tag": "tag", "author": "author"}
HOME = "index.html"
ARCHIVE = "archive.html"
INDEX_A_Z = "a-z.html"
TOPICS = "topics.html"
GLOSSARY = "glossary.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SEARCH = "search.html"
SEARCH_INDEX = "search"


def key_of(name: str) -> str:
    """Return the form in which ``Stroke`` and ``stroke `` are one name."""
    return safe_name(name)


def in_language(path: str, lang: str, default: str) -> str:
    """Return a page's address in a language: the default language has no folder of its own."""
    return path if lang == default else f"{lang}/{path}"


def list_path(kind: ListKind, key: str) -> str:
    """Return the address of a category, tag or author, in the default language."""
    return f"{LIST_FOLDERS[kind]}/{key}.html"


def numbered(path: str, number: int) -> str:
    """Return the address of a further page of a long list: ``tag/stroke-2.html``."""
    return path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"


def downloads_folder(path: str) -> str:
    """Return the folder of a page's own files: ``slug`` for ``slug.html``."""
    return path.removesuffix("/index.html").removesuffix(".html")


def relative(target: str, start: str) -> str:
    """Return the link from page `start` to `target`, both paths inside the site."""
    return relative_href(start, target)


def root_of(path: str) -> str:
    """Return the way from a page to the site's root: empty, ``../``, ``../../``."""
    return "../" * path.count("/")


def absolute(path: str, base_url: str) -> str:
    """Return a page's address on the web; empty without a base URL.

    ``index.html`` is left out, as hosts serve it for its folder.
    """
    if not base_url:
        return ""
    shown = path.removesuffix(HOME) if posixpath.basename(path) == HOME else path
    return f"{base_url.rstrip('/')}/{quote(shown)}"


def from_root(path: str, base_url: str) -> str:
    """Return an address that works from any depth of the host, for the 404 page."""
    return f"{urlsplit(base_url).path.rstrip('/')}/{quote(path)}"


def rebased(href: str, old: str, new: str) -> str:
    """Return a link that stood on page `old` as it has to stand on page `new`."""
    if not href or urlsplit(href).scheme or href.startswith(("//", "/")):
        return href
    if href.startswith("#"):
        return f"{relative(old, new)}{href}"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(old), href))
    # Both are quoted already, so the way between them must not be quoted again.
    return posixpath.relpath(target, posixpath.dirname(new) or ".")
