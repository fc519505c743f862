"""What the page of the search is printed from, and its script."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from galley.html.assets import FOLDER, shrink
from galley.html.context import Link
from galley.html.page_script import shrink_script


@dataclass(frozen=True)
class SearchContext:
    """The page of the search in one language.

    Attributes
    ----------
    script
        Where its script is.
    index
        The folder of the index, with a slash at the end.
    topics
        Categories that results may be narrowed to; empty where there is little to narrow.
    elsewhere
        The search in the site's other languages.
    instead
        A page that lists the articles, for whoever cannot search.
    """

    script: str
    index: str
    topics: tuple[str, ...] = ()
    elsewhere: tuple[Link, ...] = ()
    instead: Link | None = None


@dataclass(frozen=True)
class SearchAssets:
    """The script and the style sheet of the search, which no other page loads.

    Attributes
    ----------
    files
        Address under the site's root → content.
    """

    files: Mapping[str, bytes]
    script: str
    stylesheet: str


@cache
def search_assets() -> SearchAssets:
    """Return both, without comments and indentation, named after their content."""
    css = shrink(f"@layer components{{{_read('css', 'search.css')}}}").encode()
    js = shrink_script(_read("js", "search.js")).encode()
    script, stylesheet = _named(js, "js"), _named(css, "css")
    return SearchAssets({script: js, stylesheet: css}, script, stylesheet)


def _read(*path: str) -> str:
    return files("galley.html").joinpath("static", *path).read_text(encoding="utf-8")


def _named(data: bytes, suffix: str) -> str:
    return f"{FOLDER}/search-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"
