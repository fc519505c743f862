"""The text of WordPress since blocks: HTML between comments that say what it is."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

# The attributes of a block are JSON, in which no comment can end.
_COMMENT = re.compile(
    r"<!--\s*(?P<close>/)?wp:(?P<name>[\w/-]+)(?P<attributes>\s+\{.*?\})?\s*(?P<self>/)?-->",
    re.DOTALL,
)
_EMBED = re.compile(
    r"<figure\b[^>]*wp-block-embed[^>]*>\s*<div\b[^>]*>\s*(?P<url>https?://[^\s<>]+)\s*</div>"
    r"(?P<caption>\s*<figcaption\b.*?</figcaption>)?\s*</figure>",
    re.DOTALL,
)
_MEDIA = re.compile(
    r"<figure\b[^>]*wp-block-(?:video|audio)[^>]*>.*?\ssrc=\"(?P<url>[^\"]+)\".*?"
    r"(?:<figcaption\b[^>]*>(?P<caption>.*?)</figcaption>)?\s*</figure>",
    re.DOTALL,
)
_SEPARATORS = re.compile(r"<!--\s*(?:more\b.*?|nextpage)\s*-->", re.DOTALL)
# These hold nothing that an article would miss, or nothing at all.
_EMPTY_TEXT = """
    more nextpage spacer separator footnotes post-title paragraph heading list list-item quote html
    shortcode image group column columns button buttons search loginout
"""
_EMPTY = frozenset(_EMPTY_TEXT.split())
_GALLERY = re.compile(
    r"<!--\s*wp:gallery\b.*?-->(?P<inside>.*?)<!--\s*/wp:gallery\s*-->", re.DOTALL
)
_FRAME = re.compile(r"\s*<figure\b[^>]*wp-block-gallery[^>]*>(?P<inside>.*)</figure>\s*", re.DOTALL)
_ITEMS = re.compile(r"</?(?:ul|li)\b[^>]*>")
_BELOW = re.compile(
    r"<figcaption\b[^>]*blocks-gallery-caption[^>]*>(?P<words>.*?)</figcaption>", re.DOTALL
)
_DOWNLOAD = re.compile(r"<a\b[^>]*wp-block-file__button[^>]*>.*?</a>", re.DOTALL)
_VERSE = re.compile(r"<pre\b[^>]*wp-block-verse[^>]*>(?P<words>.*?)</pre>", re.DOTALL)
_CODE = re.compile(r"<pre\b[^>]*wp-block-(?:code|preformatted)[^>]*>")
_SHARED = re.compile(r"<!--\s*wp:block\s+\{[^{}]*\"ref\":\s*(?P<number>\d+)[^{}]*\}\s*/-->")
_FOOTNOTES = re.compile(r"<!--\s*wp:footnotes\b.*?/-->")


@dataclass
class Unblocked:
    """A text without the comments of blocks.

    Attributes
    ----------
    unknown
        Name → how often a block stands there that WordPress fills in itself, or a plug-in.
    """

    text: str
    unknown: Counter[str] = field(default_factory=Counter)


def has_blocks(text: str) -> bool:
    """Tell whether a text is made of blocks."""
    return "<!-- wp:" in text


def remove_blocks(
    text: str, meta: Mapping[str, str], patterns: Mapping[str, str] | None = None
) -> Unblocked:
    """Return the HTML of blocks, with the footnotes that WordPress keeps beside the text.

    Parameters
    ----------
    patterns
        Number → text of the blocks that several posts share.
    """
    shared = patterns or {}
    text = _SHARED.sub(lambda match: shared.get(match["number"], match[0]), text)
    done = Unblocked(text)
    notes = _footnotes(meta)
    with_notes = _FOOTNOTES.sub(lambda _: notes, text, count=1)
    if notes and with_notes == text:
        with_notes = f"{text}\n{notes}"
    with_pictures = _GALLERY.sub(_pictures, with_notes)
    done.text = _COMMENT.sub(lambda match: _count(match, done), with_pictures)
    done.text = _EMBED.sub(_embedded, done.text)
    done.text = _MEDIA.sub(_media, done.text)
    done.text = _SEPARATORS.sub("", _DOWNLOAD.sub("", done.text))
    done.text = _CODE.sub("<pre>", _VERSE.sub(_verse, done.text))
    return done


def _count(match: re.Match[str], done: Unblocked) -> str:
    name = match["name"].removeprefix("core/")
    if match["self"] and name not in _EMPTY:
        done.unknown[name] += 1
    return ""


def _footnotes(meta: Mapping[str, str]) -> str:
    """Return footnotes as WordPress shows them at the end of a post."""
    try:
        notes = json.loads(meta.get("footnotes") or "[]")
    except (ValueError, RecursionError):
        return ""
    if not isinstance(notes, list):
        return ""
    items = [
        f'<li id="{html.escape(str(note["id"]))}">{note["content"]} '
        f'<a href="#{html.escape(str(note["id"]))}-link">↩︎</a></li>'
        for note in notes
        if isinstance(note, dict) and {"id", "content"} <= note.keys()
    ]
    return f'<ol class="wp-block-footnotes">{"".join(items)}</ol>' if items else ""


def _pictures(match: re.Match[str]) -> str:
    """Leave the frame of a gallery away: each of its pictures has its own words."""
    frame = _FRAME.fullmatch(match["inside"])
    inside = frame["inside"] if frame else match["inside"]
    return _BELOW.sub(r"<p>\g<words></p>", _ITEMS.sub("", inside))


def _verse(match: re.Match[str]) -> str:
    return f"<p>{match['words'].strip().replace(chr(10), '<br />')}</p>"


def _embedded(match: re.Match[str]) -> str:
    url, caption = html.escape(match["url"]), _words(match["caption"] or "")
    return f'<p><a href="{url}">{caption or url}</a></p>'


def _media(match: re.Match[str]) -> str:
    return f'<p><a href="{match["url"]}">{_words(match["caption"] or "") or match["url"]}</a></p>'


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", text).split())
