"""Films, sounds and pages inside a page, as links: nothing of another host loads by itself."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from galley.html.words import Words, words_for

_NAMES = ("iframe", "video", "audio", "embed", "object")
_START = re.compile(rf"<({'|'.join(_NAMES)})\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"\b(?:src|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:title|aria-label)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_HOST = re.compile(r"^https?://(?:www\.)?([^/?#]*)", re.IGNORECASE)
_MEDIA = re.compile(
    r"data:(?P<kind>video|audio)/(?P<form>[\w.+-]+)[^,]{0,40};base64,(?P<data>.+)", re.DOTALL
)
_SUFFIXES = {"mpeg": "mp3", "ogg": "ogg", "quicktime": "mov", "vnd.wave": "wav", "x-wav": "wav"}
_FORMS = frozenset({"aac", "flac", "m4a", "mp3", "mp4", "mov", "oga", "ogg", "ogv", "wav", "webm"})
_PAGES = tuple(
    (re.compile(pattern, re.IGNORECASE), page)
    for pattern, page in (
        (
            r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+).*",
            r"https://www.youtube.com/watch?v=\1",
        ),
        (r"https?://player\.vimeo\.com/video/(\d+).*", r"https://vimeo.com/\1"),
        (
            r"https?://(?:www\.)?dailymotion\.com/embed/video/(\w+).*",
            r"https://www.dailymotion.com/video/\1",
        ),
    )
)
_FILMS = re.compile(r"youtube|vimeo|dailymotion|\.(?:mp4|webm|ogv|mov)\b", re.IGNORECASE)

_MARK = 'class="embed"'

Keep = Callable[[str, bytes], str]


@dataclass(frozen=True)
class Embedded:
    """An element that would load something: what it is, from where, and what it is called."""

    tag: str
    source: str
    title: str


def replace_embeds(
    html: str, words: Words, keep: Keep | None = None, *, keeps_local: bool = False
) -> str:
    """Replace films, sounds and pages of other hosts by links to them.

    Parameters
    ----------
    keep
        Name and content of a file → its address; a film inside the HTML is lost without it.
    keeps_local
        Leave those of no other host as they are, instead of taking them away.
    """
    if not _START.search(html):
        return html
    lowered, out, position = html.lower(), [], 0
    lacking: set[str] = set()
    while start := _START.search(html, position):
        tag = start[1].lower()
        end = _tag_end(html, start.end())
        if end < 0:
            break
        out.append(html[position : start.start()])
        closing = -1 if tag in lacking else lowered.find(f"</{tag}", end)
        if closing < 0:
            lacking.add(tag)
            content, position = "", end
        else:
            content = html[end:closing]
            position = html.find(">", closing) + 1 or len(html)
        embedded = _read(tag, html[start.end() : end], content)
        if keeps_local and not _is_elsewhere(embedded.source):
            out.append(html[start.start() : position])
        else:
            out.append(_link(embedded, words, keep))
    return "".join(out) + html[position:]


def lost_embeds(html: str) -> frozenset[str]:
    """Return the names of such elements in a piece of HTML, where none of them becomes a link."""
    names = frozenset(match[1].lower() for match in _START.finditer(html))
    if not names:
        return names
    left = replace_embeds(html, words_for("en"), lambda name, _: name)
    return frozenset() if left.count(_MARK) > html.count(_MARK) else names


def _tag_end(html: str, position: int) -> int:
    """Return where a start tag ends, past what stands in quotation marks; -1 for never."""
    while True:
        close = html.find(">", position)
        quotes = [at for at in (html.find(sign, position, close + 1) for sign in "\"'") if at >= 0]
        if close < 0 or not quotes:
            return close + 1 if close >= 0 else -1
        quote = min(quotes)
        end = html.find(html[quote], quote + 1)
        if end < 0:
            return -1
        position = end + 1


def _read(tag: str, attributes: str, content: str) -> Embedded:
    source = _SOURCE.search(attributes) or _SOURCE.search(content)
    title = _TITLE.search(attributes)
    return Embedded(
        tag,
        unescape(next(filter(None, source.groups()), "")).strip() if source else "",
        unescape(title[1] or title[2] or "").strip() if title else "",
    )


def _link(embedded: Embedded, words: Words, keep: Keep | None) -> str:
    source = embedded.source
    if source.startswith("//"):
        source = f"https:{source}"
    if media := _MEDIA.match(source):
        return _kept_link(media, embedded.title, words, keep)
    if _HOST.match(source):
        for pattern, page in _PAGES:
            source = pattern.sub(page, source)
        said = embedded.title or _said(embedded.tag, source, words)
    elif _is_local_media(source):
        said = embedded.title or unquote(source.rpartition("/")[2])
    else:
        return ""
    return f'<a class="embed" href="{escape(source)}">{escape(said, quote=False)}</a>'


def _is_local_media(source: str) -> bool:
    suffix = source.rpartition(".")[2].lower()
    return ":" not in source.partition("/")[0] and suffix in _FORMS | {"pdf"}


def _is_elsewhere(source: str) -> bool:
    return source.startswith("//") or _HOST.match(source) is not None


def _said(tag: str, source: str, words: Words) -> str:
    match = _HOST.match(source)
    host = match[1] if match else source
    pattern = words.embedded_page
    if tag == "audio":
        pattern = words.embedded_sound
    elif tag == "video" or _FILMS.search(source):
        pattern = words.embedded_video
    return pattern.format(host=host)


def _kept_link(media: re.Match[str], title: str, words: Words, keep: Keep | None) -> str:
    form = media["form"].lower()
    suffix = _SUFFIXES.get(form, form)
    try:
        data = base64.b64decode(media["data"])
    except ValueError:
        return ""
    if keep is None or suffix not in _FORMS or not data:
        return ""
    kind = media["kind"].lower()
    href = keep(f"{kind}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}", data)
    said = title or (words.kept_video if kind == "video" else words.kept_sound).format(
        form=suffix.upper()
    )
    return f'<a class="embed" href="{escape(href)}">{escape(said, quote=False)}</a>' if href else ""
