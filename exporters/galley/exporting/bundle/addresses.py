"""Where a bundle's files lie, and the way to them and to other pages from the host's page."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

from galley.site.site_addresses import HOME

FOLDER = "files"
"""The folder of pictures and downloads inside a bundle."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'(?P<name>\s(?:href|src|poster))="(?P<value>[^"]*)"')
_SET = re.compile(r'(?P<name>\ssrcset)="(?P<value>[^"]*)"')


@dataclass(frozen=True)
class BundleAddresses:
    """Turns addresses that stood on the article's own page into those of the host's page.

    Attributes
    ----------
    page_path
        The page's path inside the site.
    names
        Path inside the site of a file of the bundle → its name in `FOLDER`.
    base_url
        The address of the site; empty where it has none.
    assets_at
        The address under which the bundle's folder will lie; empty for beside the page.
    """

    page_path: str
    names: Mapping[str, str]
    base_url: str = ""
    assets_at: str = ""

    def file(self, name: str) -> str:
        """Return the address of a file of the bundle, by its path inside the bundle."""
        return f"{self.assets_at}{quote(name)}"

    def page(self, path: str) -> str:
        """Return the way to a page of the site: from the host's root, where that is known."""
        path, mark, fragment = path.partition("#")
        shown = path.removesuffix(HOME) if posixpath.basename(path) == HOME else path
        if not self.base_url:
            start = posixpath.dirname(self.page_path) or "."
            way = posixpath.relpath(path, start)
            return f"{quote(way)}{mark}{fragment}"
        root = urlsplit(self.base_url).path.rstrip("/")
        return f"{root}/{quote(shown)}{mark}{fragment}"

    def absolute(self, path: str) -> str:
        """Return the whole address of a page; as `page` does where the site has no address."""
        parts = urlsplit(self.base_url)
        host = f"{parts.scheme}://{parts.netloc}" if self.base_url else ""
        return f"{host}{self.page(path)}"

    def led(self, href: str, page: Callable[[str], str] | None = None) -> str:
        """Return an address of the article's own page as it is on the host's."""
        parts = urlsplit(href)
        if not href or parts.scheme or href.startswith(("//", "#", "/")):
            return href
        beside = posixpath.join(posixpath.dirname(self.page_path), unquote(parts.path))
        path = posixpath.normpath(beside)
        if path in self.names:
            return self.file(f"{FOLDER}/{self.names[path]}")
        rest = f"#{parts.fragment}" if parts.fragment else ""
        return (page or self.page)(f"{path}{rest}")

    def led_html(self, html: str, page: Callable[[str], str] | None = None) -> str:
        """Return HTML of our own with every address in it led."""

        def led(value: str) -> str:
            return escape(self.led(unescape(value), page))

        def in_set(match: re.Match[str]) -> str:
            parts = (part.strip().partition(" ") for part in match["value"].split(","))
            each = ", ".join(f"{led(address)}{mark}{width}" for address, mark, width in parts)
            return f'{match["name"]}="{each}"'

        def in_tag(match: re.Match[str]) -> str:
            tag = _ADDRESS.sub(lambda m: f'{m["name"]}="{led(m["value"])}"', match[0])
            return _SET.sub(in_set, tag)

        return _TAG.sub(in_tag, html)


def names_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return path inside the site → name in the bundle; of two names, the later gets a digest."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(files):
        name = posixpath.basename(path)
        if name in taken:
            stem, suffix = posixpath.splitext(name)
            name = f"{stem}-{hashlib.sha256(path.encode()).hexdigest()[:8]}{suffix}"
        taken.add(name)
        names[path] = name
    return names
