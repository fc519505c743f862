"""One post or page of an export as a post of Galley."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from slugify import slugify

from galley.article.front_matter_values import parse_day
from galley.findings import Finding
from galley.importing.html_source import read_fragment
from galley.importing.pictures import PictureBox
from galley.importing.post import Picture, Post
from galley.importing.reading_parts import LONGEST_SLUG, Source, finish, picture_folder
from galley.importing.remarks import Remarks
from galley.importing.shaping import people_of
from galley.importing.wordpress.blocks import has_blocks, remove_blocks
from galley.importing.wordpress.export import Item, Site
from galley.importing.wordpress.paragraphs import with_paragraphs
from galley.importing.wordpress.shortcodes import replace_shortcodes
from galley.importing.wordpress.uploads import local_pictures, reader_of_uploads, upload_paths

_NOT_PUBLIC = {
    "draft": "a draft",
    "pending": "waiting for a review",
    "private": "private",
    "future": "planned for later",
}
_DESCRIPTIONS = ("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description")
_UPLOADS = (
    "Copy the folder wp-content/uploads of the old site to this computer, and import again "
    "with --uploads and its name."
)
_BY_NUMBER = re.compile(
    r"(?P<before>\bhref=\")(?P<site>https?://[^\"?#]*)\?(?:p|page_id)=(?P<number>\d+)(?=[\"#])"
)
_NO_CATEGORY = frozenset({"uncategorized", "uncategorised", "tak-berkategori", "tidak-terkategori"})


@dataclass(frozen=True)
class _Text:
    """An item's text as HTML, and what of it has no counterpart."""

    html: str
    unknown: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]


def read_item(source: Source, item: Item, site: Site) -> Post:
    """Return the post of an item.

    Raises
    ------
    UnreadableError
        If its text cannot be read.
    """
    slug = slug_of_item(item)
    own = Source(f"{source.file}#{slug}", _bytes_of(item), reader_of_uploads(source.read_beside))
    remarks = Remarks(own.file)
    text = _text_of(item, site)
    body = _with_links(local_pictures(text.html, own.read_beside), site)
    known = {name: value for name, value in _fields(item, site) if value not in ("", [])}
    draft = read_fragment(own, body, known, slug)
    _tell(item, text, remarks)
    image, fields = _featured(own, item, site, slug, remarks)
    pictures = {picture.path: picture for picture in (*draft.pictures, *image)}
    whole = replace(
        draft,
        fields={**draft.fields, **fields},
        pictures=tuple(pictures.values()),
        findings=(*_of_text(draft.findings), *remarks.findings),
        addresses=tuple(_addresses(item)),
    )
    return finish(own, whole, slug)


def slug_of_item(item: Item) -> str:
    """Return the notebook's name: the last part of the old address, else the title's words."""
    words = item.slug or html.unescape(re.sub(r"<[^>]*>", "", item.title)) or f"post-{item.number}"
    return slugify(words, max_length=LONGEST_SLUG, word_boundary=True) or f"post-{item.number}"


def _bytes_of(item: Item) -> bytes:
    """Return what of an item makes another post when it changes."""
    parts = (item.title, item.status, item.date, item.modified, item.excerpt, item.content)
    meta = (f"{name}={item.meta.get(name, '')}" for name in ("footnotes", "_thumbnail_id"))
    return "\0".join((*parts, *meta, *map(repr, item.terms))).encode()


def _text_of(item: Item, site: Site) -> _Text:
    content = item.content
    if has_blocks(content):
        plain = remove_blocks(content, item.meta, site.patterns)
        text, unknown = (
            plain.text,
            [(f"the block '{n}'", count) for n, count in plain.unknown.items()],
        )
        done = replace_shortcodes(text, site.attachments)
    else:
        done = replace_shortcodes(content, site.attachments)
        done.text, unknown = with_paragraphs(done.text), []
    unknown += [(f"the shortcode [{name}]", count) for name, count in done.unknown.items()]
    return _Text(done.text, tuple(unknown), tuple(done.missing))


def _with_links(text: str, site: Site) -> str:
    """Write the address of a post where a link names it by its number."""

    def replaced(match: re.Match[str]) -> str:
        link = site.links.get(match["number"], "")
        is_own = urlsplit(match["site"]).netloc == urlsplit(site.address).netloc
        return f"{match['before']}{html.escape(link)}" if link and is_own else match[0]

    return _BY_NUMBER.sub(replaced, text)


def _fields(item: Item, site: Site) -> Iterator[tuple[str, Any]]:
    yield "title", _plain(item.title) or slug_of_item(item).replace("-", " ").capitalize()
    described = next((item.meta[name] for name in _DESCRIPTIONS if item.meta.get(name)), "")
    yield "description", _plain(item.excerpt) or _plain(described)
    day, changed = _day(item.date), _day(item.modified)
    if day and item.status in {"publish", "future", "private"}:
        yield "date", day
        if changed and changed > day:
            yield "updated", changed
    yield "authors", people_of(_plain(site.people.get(item.creator, item.creator)))
    yield "lang", site.language.lower().replace("_", "-").split("-")[0]
    categories = [
        t.name for t in item.terms if t.domain == "category" and t.slug not in _NO_CATEGORY
    ]
    yield "category", _plain(categories[0]) if categories else ""
    tags = [term.name for term in item.terms if term.domain == "post_tag"]
    yield "tags", list(dict.fromkeys(map(_plain, (*tags, *categories[1:]))))
    yield "kind", "page" if item.kind == "page" else ""
    if item.status in _NOT_PUBLIC and item.status != "future":
        yield "draft", True
    path = urlsplit(item.link).path
    if path.strip("/") and not urlsplit(item.link).query:
        yield "aliases", [path]


def _plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _day(text: str) -> date | None:
    try:
        return parse_day(text.partition(" ")[0])
    except ValueError:
        return None


def _addresses(item: Item) -> Iterator[str]:
    """Yield what other posts may call this one in their links."""
    yield from (address for address in (item.link, item.guid) if address)
    yield f"?p={item.number}"


def _featured(
    own: Source, item: Item, site: Site, slug: str, remarks: Remarks
) -> tuple[tuple[Picture, ...], dict[str, str]]:
    """Return the picture that stood above the post, with what it shows."""
    number = item.meta.get("_thumbnail_id", "")
    attachment = site.attachments.get(number)
    if attachment is None:
        return (), {}
    box = PictureBox(picture_folder(slug), own.read_beside)
    path = box.keep(attachment.address, attachment.title)
    if not path:
        remarks.picture_missing(
            f"the picture above the post is not here: {attachment.address}",
            _UPLOADS,
        )
        return (), {}
    return box.pictures, {"image": path, "image_alt": _plain(attachment.alt)}


def _tell(item: Item, text: _Text, remarks: Remarks) -> None:
    for name, count in text.unknown:
        remarks.left_out(
            f"{name} is left out: nothing here does what it did"
            if count == 1
            else f"{name} is left out {count} times: nothing here does what it did",
            "Look at the old page, and write what readers saw there into the text.",
        )
    if text.missing:
        remarks.left_out(
            f"a gallery names pictures that the export does not hold: {', '.join(text.missing)}",
            "Export the media too, or put the pictures into the text again.",
        )
    if item.status in _NOT_PUBLIC:
        remarks.guessed(
            f"the post is {_NOT_PUBLIC[item.status]} in WordPress",
            "It appears on the day that 'date:' names."
            if item.status == "future"
            else "Remove 'draft: true' when it may be read.",
        )
    if item.comments:
        remarks.left_out(
            f"comments of readers: {item.comments}",
            "Galley has no comments; take into the text what was worth keeping.",
        )


def _of_text(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell of pictures that lie on the old site where they can be had all at once."""
    for finding in findings:
        is_upload = any(True for _ in upload_paths(finding.message.rpartition(" ")[2]))
        is_missing = finding.rule == "import-picture-missing" and is_upload
        yield replace(finding, fix=_UPLOADS) if is_missing else finding
