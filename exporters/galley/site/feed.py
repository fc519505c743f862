"""The Atom feed (RFC 4287): full articles, absolute addresses, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from galley.site.xml_text import add, document

MOST_ENTRIES = 50
"""Older articles are found on the site; a feed that holds everything grows without end."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class FeedEntry:
    """One article in a feed; `content` is HTML without any relative address.

    Attributes
    ----------
    image
        The absolute address of the picture that stands for the article.
    """

    title: str
    url: str
    published: date
    updated: date
    summary: str = ""
    content: str = field(default="", repr=False)
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    image: str = ""


@dataclass(frozen=True)
class Feed:
    """The feed of one language; addresses are absolute, entries newest first.

    Attributes
    ----------
    timezone
        The site's; a day in a feed begins at midnight there.
    """

    title: str
    home_url: str
    feed_url: str
    lang: str
    entries: Sequence[FeedEntry]
    subtitle: str = ""
    rights: str = ""
    timezone: str = "UTC"


def render_feed(feed: Feed) -> bytes:
    """Return the feed; its time is that of its newest entry, so the same articles give the same."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.lang})
    add(root, "title", feed.title)
    if feed.subtitle:
        add(root, "subtitle", feed.subtitle)
    add(root, "id", feed.feed_url)
    add(root, "link", attributes={"rel": "self", "href": feed.feed_url})
    add(root, "link", attributes={"rel": "alternate", "type": "text/html", "href": feed.home_url})
    entries = feed.entries[:MOST_ENTRIES]
    newest = max((entry.updated for entry in entries), default=date(1970, 1, 1))
    add(root, "updated", moment(newest, feed.timezone))
    if feed.rights:
        add(root, "rights", feed.rights)
    add(root, "generator", "Galley")
    for entry in entries:
        _add_entry(root, entry, feed)
    return document(root)


def _add_entry(root: ET.Element, entry: FeedEntry, feed: Feed) -> None:
    element = add(root, "entry")
    add(element, "title", entry.title)
    add(element, "id", entry.url)
    link = {"rel": "alternate", "type": "text/html", "hreflang": feed.lang, "href": entry.url}
    add(element, "link", attributes=link)
    add(element, "published", moment(entry.published, feed.timezone))
    add(element, "updated", moment(entry.updated, feed.timezone))
    # Atom wants an author of every entry; the site stands in where nobody is named.
    for name in entry.authors or (feed.title,):
        add(add(element, "author"), "name", name)
    for name in entry.categories:
        add(element, "category", attributes={"term": name})
    if entry.summary:
        add(element, "summary", entry.summary)
    add(element, "content", entry.content, {"type": "html"})


def moment(day: date, timezone: str) -> str:
    """Return midnight of a day in a time zone, as feeds write it."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).isoformat()
