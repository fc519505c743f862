"""What search engines read: the sitemap with its languages, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from galley.html.context import Alternate
from galley.site.xml_text import add, document

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"


@dataclass(frozen=True)
class SitemapEntry:
    """A page that search engines should know; addresses are absolute.

    Attributes
    ----------
    changed
        The day of its last change; None where it is not known.
    alternates
        The page in its other languages, itself among them; empty for a single language.
    images
        The pictures on it.
    """

    url: str
    changed: date | None = None
    alternates: tuple[Alternate, ...] = ()
    images: tuple[str, ...] = ()


def render_sitemap(entries: Iterable[SitemapEntry]) -> bytes:
    """Return ``sitemap.xml``, in order of address."""
    spaces = {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML, "xmlns:image": _IMAGE}
    root = ET.Element("urlset", spaces)
    for entry in sorted(entries, key=lambda entry: entry.url):
        element = add(root, "url")
        add(element, "loc", entry.url)
        if entry.changed:
            add(element, "lastmod", entry.changed.isoformat())
        for other in entry.alternates:
            link = {"rel": "alternate", "hreflang": other.lang, "href": other.href}
            add(element, "xhtml:link", attributes=link)
        for image in entry.images:
            add(add(element, "image:image"), "image:loc", image)
    return document(root)


def render_robots(sitemap_url: str = "") -> bytes:
    """Return ``robots.txt``: everything may be read, and here is the list.

    Pages that search engines must not show say so themselves; shutting them out here would keep
    them from reading that.
    """
    sitemap = f"\nSitemap: {sitemap_url}\n" if sitemap_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()
