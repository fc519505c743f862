"""Shortcodes, the words in square brackets that WordPress and its plug-ins replace."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from galley.importing.wordpress.export import Attachment

_ATTRIBUTE = re.compile(
    r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s'\"\]]+))"
)
# A name of a plug-in: letters, with digits and hyphens inside. ``[1]`` and ``[sic]`` are words.
_CODE = re.compile(
    r"(?<!\[)\[(?P<close>/)?(?P<name>[a-z][\w-]*)(?P<attributes>(?:\s+[^\[\]]*?)?)(?P<self>/)?\](?!\(|\])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\[(?P<name>wp_caption|caption)(?P<attributes>[^\]]*)\](?P<inside>.*?)\[/(?P=name)\]",
    re.DOTALL,
)
_PICTURE = re.compile(
    r"\s*(?P<picture>(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(?P<words>.*)", re.DOTALL
)
_LINKED = re.compile(r"\[embed[^\]]*\]\s*(?P<url>https?://[^\s\[\]]+)\s*\[/embed\]")
_MEDIA = ("audio", "video", "playlist")
_SOURCES = ("src", "mp4", "m4v", "webm", "mp3", "m4a", "ogg", "wav")
# Words in brackets that writers use; they have no attributes and no end.
_WORDS = frozenset(
    {"sic", "email", "at", "dot", "note", "ed", "x", "i", "ii", "iii", "a", "b", "c"}
)


@dataclass
class Replaced:
    """A text without shortcodes.

    Attributes
    ----------
    unknown
        Name → how often a shortcode stands there that is not known; what it encloses is kept.
    missing
        Numbers of attachments that the export does not hold.
    """

    text: str
    unknown: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)


def replace_shortcodes(text: str, attachments: Mapping[str, Attachment]) -> Replaced:
    """Return HTML in place of the shortcodes of WordPress itself; name the others."""
    done = Replaced(text)
    done.text = _CAPTION.sub(_caption, done.text)
    done.text = _LINKED.sub(lambda match: _link(match["url"]), done.text)
    done.text = _CODE.sub(lambda match: _replacement(match, done, attachments), done.text)
    return done


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes of a shortcode."""
    return {
        match["name"].lower(): html.unescape(
            match["double"] or match["single"] or match["bare"] or ""
        )
        for match in _ATTRIBUTE.finditer(text)
    }


def _caption(match: re.Match[str]) -> str:
    """Make a picture with its words a figure; older posts have the words as an attribute."""
    inside = _PICTURE.fullmatch(match["inside"])
    attributes = attributes_of(match["attributes"])
    if inside is None:
        return match["inside"]
    words = inside["words"].strip() or html.escape(attributes.get("caption", ""))
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"\n\n<figure>{inside['picture']}{caption}</figure>\n\n"


def _replacement(
    match: re.Match[str], done: Replaced, attachments: Mapping[str, Attachment]
) -> str:
    name, attributes = match["name"].lower(), attributes_of(match["attributes"])
    if name == "gallery" and not match["close"]:
        return _gallery(attributes.get("ids") or attributes.get("include", ""), done, attachments)
    if name in _MEDIA:
        address = next((attributes[key] for key in _SOURCES if key in attributes), "")
        return f"\n\n{_link(address)}\n\n" if address else ""
    if _is_words(match, done.text):
        return match[0]
    if not match["close"]:
        done.unknown[name] += 1
    return ""


def _is_words(match: re.Match[str], text: str) -> bool:
    """Tell brackets of a writer from a shortcode, which has attributes, an end or odd letters."""
    name = match["name"].lower()
    if match["close"] or match["self"] or "=" in match["attributes"]:
        return False
    if name in _WORDS or match["attributes"].strip():
        return True
    is_closed = f"[/{match['name']}]" in text
    return not (is_closed or "_" in name or "-" in name or any(map(str.isdigit, name)))


def _gallery(ids: str, done: Replaced, attachments: Mapping[str, Attachment]) -> str:
    figures = []
    for number in re.findall(r"\d+", ids):
        attachment = attachments.get(number)
        if attachment is None:
            done.missing.append(number)
        else:
            figures.append(figure_of(attachment))
    if not ids:
        done.unknown["gallery"] += 1
    return "\n\n" + "\n\n".join(figures) + "\n\n"


def figure_of(attachment: Attachment) -> str:
    """Return a picture of the media library with its words."""
    quoted: Callable[[str], str] = html.escape
    caption = f"<figcaption>{attachment.caption}</figcaption>" if attachment.caption else ""
    picture = f'<img src="{quoted(attachment.address)}" alt="{quoted(attachment.alt)}" />'
    return f"<figure>{picture}{caption}</figure>"


def _link(url: str) -> str:
    quoted = html.escape(url)
    return f'<p><a href="{quoted}">{quoted}</a></p>'
