"""The feed once more as JSON (JSON Feed 1.1), for readers and scripts that want no XML."""

from __future__ import annotations

import json
from typing import Any

from galley.article.directions import without_overrides
from galley.site.feed import MOST_ENTRIES, Feed, FeedEntry, moment

_VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(feed: Feed, url: str) -> bytes:
    """Return the feed; the same articles as in Atom give the same bytes.

    Parameters
    ----------
    url
        The absolute address of this very file.
    """
    value = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": url,
        "description": feed.subtitle,
        "language": feed.lang,
        "items": [_item(entry, feed) for entry in feed.entries[:MOST_ENTRIES]],
    }
    text = without_overrides(json.dumps(_without_gaps(value), ensure_ascii=False, indent=1))
    # Half a character, from a damaged notebook, is none that a file can hold.
    return text.encode("utf-8", "replace") + b"\n"


def _item(entry: FeedEntry, feed: Feed) -> dict[str, Any]:
    return _without_gaps(
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            # A reader takes an entry without text for a damaged one.
            "content_html": entry.content or " ",
            "image": entry.image,
            "date_published": moment(entry.published, feed.timezone),
            "date_modified": moment(entry.updated, feed.timezone),
            "authors": [{"name": name} for name in entry.authors or (feed.title,)],
            "tags": list(entry.categories),
            "language": feed.lang,
        }
    )


def _without_gaps(value: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in value.items() if part or name == "items"}
