"""One article as WordPress takes it: a text of HTML, pictures, and a few fields."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# What WordPress lets be uploaded, without a plug-in.
_TYPES = {
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".webp": "image/webp",
}
_FILE = re.compile(r"files/[\w.~%+-]+")
_ATTRIBUTE = re.compile(r'(\b(?:src|srcset|href)=")([^"]*)(")')
_LINK = re.compile(r'<a href="(files/[\w.~%+-]+)"[^>]*>(.*?)</a>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(?:(?!</?p>).)*</p>\n?", re.DOTALL)
_SOURCE = re.compile(r"<source [^>]*>\n?")
_IMAGE = re.compile(r"<img [^>]*>")
_MARK_LENGTH = 12


@dataclass(frozen=True)
class Medium:
    """A picture or another file of a post.

    Attributes
    ----------
    path
        Inside the bundle.
    owner
        The slug of its post: in another language, the same picture has other words.
    """

    path: str
    data: bytes = field(repr=False)
    alt: str = ""
    caption: str = ""
    owner: str = ""

    @property
    def name(self) -> str:
        """Its file name in WordPress: the same content has the same name, whenever it is sent."""
        stem, suffix = posixpath.splitext(posixpath.basename(self.path))
        mark = hashlib.sha256(self.data).hexdigest()[:_MARK_LENGTH]
        name = re.sub(r"[^a-z0-9]+", "-", f"{self.owner}-{stem}".lower()).strip("-")
        return f"{name}-{mark}{suffix.lower()}"

    @property
    def slug(self) -> str:
        """What WordPress makes of the name."""
        return posixpath.splitext(self.name)[0]

    @property
    def type(self) -> str:
        """Its media type."""
        return _TYPES[posixpath.splitext(self.path)[1].lower()]


@dataclass(frozen=True)
class Post:
    """An article in one language and edition.

    Attributes
    ----------
    key
        The name under which it is exported; no two have the same.
    kind
        ``posts`` or ``pages``, as WordPress's addresses have it.
    html
        Files are named as in the bundle.
    featured
        The path of the picture that stands for the whole.
    """

    key: str
    kind: str
    title: str
    excerpt: str
    slug: str
    html: str = field(repr=False)
    date: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    media: tuple[Medium, ...] = field(default=(), repr=False)
    featured: str = ""

    @property
    def digest(self) -> str:
        """Changes when anything of it does."""
        media = [(each.path, each.name, each.alt, each.caption) for each in self.media]
        told = [self.kind, self.title, self.excerpt, self.slug, self.html, self.category]
        whole = json.dumps([*told, self.tags, media, self.featured], ensure_ascii=False)
        return hashlib.sha256(whole.encode()).hexdigest()

    def html_with(self, addresses: Mapping[str, str]) -> str:
        """Return the text with the addresses that its files have in WordPress."""

        def name(match: re.Match[str]) -> str:
            value = _FILE.sub(lambda file: addresses.get(file[0], file[0]), match[2])
            return f"{match[1]}{value}{match[3]}"

        return _ATTRIBUTE.sub(name, self.html)


def post_of(name: str, files: Mapping[str, bytes], *, keeps_sources: bool) -> Post:
    """Return the post that an exported bundle makes.

    Parameters
    ----------
    files
        Path inside the bundle → content.
    keeps_sources
        Whether WordPress keeps all HTML of this account; else it takes out what chooses among
        pictures for small screens and dark pages, which then need not be sent.
    """
    meta = json.loads(files["meta.json"])
    html = files["body-pictures.html"].decode()
    html = _without_links(html if keeps_sources else _SOURCE.sub("", html))
    # In an article, a word in square brackets is never an order to a plugin there.
    html = html.replace("[", "&#91;")
    used = sorted({path for value in _ATTRIBUTE.findall(html) for path in _FILE.findall(value[1])})
    pictures = {each["picture"]["src"]: each for each in meta["figures"] if each.get("picture")}
    alts = dict(_alts(html))
    slug = re.sub(r"[./]+", "-", name)
    captions = {path: each.get("caption") or "" for path, each in pictures.items()}
    media = tuple(
        Medium(path, files[path], alts.get(path, ""), captions.get(path, ""), slug)
        for path in used
        if path in files
    )
    published = meta["dates"]["published"]
    return Post(
        key=name,
        kind="pages" if meta["kind"] == "page" else "posts",
        title=meta["title"],
        excerpt=meta["description"],
        slug=slug,
        html=html,
        date=f"{published}T00:00:00" if published else "",
        category=meta["category"] or "",
        tags=tuple(meta["tags"]),
        media=media,
        featured=next((path for path in pictures if path in used), ""),
    )


def _alts(html: str) -> Iterable[tuple[str, str]]:
    from html import unescape

    for image in _IMAGE.findall(html):
        source = re.search(r'\bsrc="([^"]*)"', image)
        alt = re.search(r'\balt="([^"]*)"', image)
        if source and alt:
            yield source[1], unescape(alt[1])


def _without_links(html: str) -> str:
    """Take out the links to files that WordPress does not take."""
    html = _PARAGRAPH.sub(lambda match: _without_downloads(match[0]), html)
    return _LINK.sub(lambda match: match[0] if _is_taken(match[1]) else match[2], html)


def _without_downloads(paragraph: str) -> str:
    """Take such links out of a list of downloads, and the list where nothing is left."""
    links = _LINK.findall(paragraph)
    gone = [path for path, _ in links if not _is_taken(path)]
    if not gone or " download>" not in paragraph:
        return paragraph
    if len(gone) == len(links):
        return ""
    kept = _LINK.sub(lambda match: match[0] if _is_taken(match[1]) else "\0", paragraph)
    return re.sub(r"\0[,\s]*|[,\s]*\0(?=</p>)", "", kept)


def _is_taken(path: str) -> bool:
    return posixpath.splitext(path)[1].lower() in _TYPES
