"""A WXR file as values, read as a stream: such files hold a whole site."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from galley.importing.pandoc_reading import UnreadableError

# Signs that no XML may hold and WordPress writes all the same, out of pasted texts.
_ILLEGAL = bytes(number for number in range(32) if number not in b"\t\n\r")
_NAMESPACE = "wordpress.org/export/"
_NO_POSTS = frozenset({"revision", "nav_menu_item"})
_LARGEST_META = 200_000


@dataclass(frozen=True)
class Term:
    """A category or tag: ``domain`` says of what kind."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True)
class Item:
    """One post, page or attachment; texts as they stand in the file.

    Attributes
    ----------
    kind
        ``post``, ``page``, ``attachment`` or a type that a plug-in made.
    meta
        What WordPress and its plug-ins keep beside it.
    comments
        How many readers commented.
    """

    number: str
    kind: str
    title: str
    link: str
    guid: str
    slug: str
    status: str
    creator: str
    date: str
    modified: str
    content: str
    excerpt: str
    password: str
    address: str
    terms: tuple[Term, ...]
    meta: Mapping[str, str]
    comments: int


@dataclass(frozen=True)
class Attachment:
    """A file of the media library."""

    address: str
    alt: str
    caption: str
    title: str


@dataclass(frozen=True)
class Site:
    """What an export says of the whole site.

    Attributes
    ----------
    people
        Login → the name that readers saw.
    links
        Number of a post or page → its address.
    patterns
        Number of a block that several posts share → its text.
    others
        Kind → how many items of it are left out: menus, templates, what plug-ins keep.
    """

    title: str = ""
    address: str = ""
    language: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, int] = field(default_factory=dict)


def is_export(data: bytes) -> bool:
    """Tell whether an XML file is a WordPress export, by its first lines."""
    return _NAMESPACE.encode() in data[:8192]


def read_site(data: bytes) -> Site:
    """Read the site and its attachments, which posts name by number."""
    fields: dict[str, Any] = {"people": {}, "attachments": {}, "links": {}, "patterns": {}}
    others: Counter[str] = Counter()
    for element in _elements(data):
        name = _local(element.tag)
        if name == "item":
            item = _item(element)
            if item.kind == "attachment":
                fields["attachments"][item.number] = _attachment(item)
            elif item.kind == "wp_block":
                fields["patterns"][item.number] = item.content
            elif item.kind in {"post", "page"}:
                fields["links"][item.number] = item.link
            elif item.kind not in _NO_POSTS:
                others[item.kind] += 1
        elif name == "author":
            login = _text(element, "author_login")
            fields["people"][login] = _text(element, "author_display_name") or login
        else:
            fields[_CHANNEL[name]] = fields.get(_CHANNEL[name]) or (element.text or "").strip()
    return Site(**fields, others=dict(others))


def read_items(data: bytes) -> Iterator[Item]:
    """Yield posts and pages one after the other, in the order of the file."""
    for element in _elements(data):
        if _local(element.tag) == "item":
            item = _item(element)
            if item.kind in {"post", "page"}:
                yield item


_CHANNEL = {"title": "title", "base_blog_url": "address", "link": "address", "language": "language"}


def _elements(data: bytes) -> Iterator[Element]:
    """Yield the channel's own elements; each is forgotten when the next one is asked for."""
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    depth = 0
    try:
        for event, element in iterparse(_Clean(data), events=("start", "end")):
            depth += 1 if event == "start" else -1
            # rss → channel → item
            if event == "end" and depth == 2:  # noqa: PLR2004
                if _local(element.tag) in {"item", "author", *_CHANNEL}:
                    yield element
                element.clear()
    except DefusedXmlException:
        raise UnreadableError("it declares entities, which no WordPress export does") from None
    except ParseError as error:
        line, _ = error.position
        raise UnreadableError(f"it is no whole XML file: line {line} is broken") from None


class _Clean(io.RawIOBase):
    """A file without the signs that XML forbids."""

    def __init__(self, data: bytes) -> None:
        self._file: IO[bytes] = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        cleaned = chunk.translate(None, _ILLEGAL)
        # An empty answer would mean the end.
        return cleaned or (self.read(size) if chunk else b"")


def _item(element: Element) -> Item:
    return Item(
        number=_text(element, "post_id"),
        kind=_text(element, "post_type") or "post",
        title=_text(element, "title"),
        link=_text(element, "link"),
        guid=_text(element, "guid"),
        slug=_text(element, "post_name"),
        status=_text(element, "status"),
        creator=_text(element, "creator"),
        date=_text(element, "post_date"),
        modified=_text(element, "post_modified"),
        content=_encoded(element, "content"),
        excerpt=_encoded(element, "excerpt"),
        password=_text(element, "post_password"),
        address=_text(element, "attachment_url"),
        terms=tuple(_terms(element)),
        meta=dict(_meta(element)),
        comments=sum(_is_shown_comment(child) for child in element),
    )


def _attachment(item: Item) -> Attachment:
    alt = item.meta.get("_wp_attachment_image_alt", "")
    return Attachment(item.address or item.guid, alt, item.excerpt.strip(), item.title)


def _is_shown_comment(element: Element) -> bool:
    is_comment = _local(element.tag) == "comment"
    return is_comment and _text(element, "comment_approved") not in {"spam", "trash"}


def _terms(element: Element) -> Iterator[Term]:
    for child in element:
        if _local(child.tag) == "category" and child.text:
            domain = child.get("domain", "category")
            yield Term(domain, child.get("nicename", ""), " ".join(child.text.split()))


def _meta(element: Element) -> Iterator[tuple[str, str]]:
    for child in element:
        if _local(child.tag) == "postmeta":
            value = _text(child, "meta_value")
            yield _text(child, "meta_key"), value if len(value) < _LARGEST_META else ""


def _encoded(element: Element, name: str) -> str:
    """Return ``content:encoded`` or ``excerpt:encoded``, which share their local name."""
    for child in element:
        space = str(child.tag).rpartition("}")[0]
        if _local(child.tag) == "encoded" and name in space:
            return child.text or ""
    return ""


def _text(element: Element, name: str) -> str:
    for child in element:
        if _local(child.tag) == name:
            return (child.text or "").strip()
    return ""


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
