"""HTML: a saved page, or what a program exported, and the article in it."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from bs4.element import Tag

from galley.content_files import bare_path
from galley.importing.ast_blocks import BlockWriter
from galley.importing.html_article import find_article, remove_around
from galley.importing.html_clean import SVG_SCHEME, clean_html
from galley.importing.html_marks import mark_up
from galley.importing.html_meta import next_content, path_of, read_meta
from galley.importing.html_notes import bring_notes, mark_notes
from galley.importing.pandoc_reading import UnreadableError, read_ast
from galley.importing.pictures import PictureBox, ReadPicture
from galley.importing.post import Block, Post
from galley.importing.reading_parts import Draft, ReadFile, Source, finish, picture_folder, slug_of
from galley.importing.remarks import Remarks
from galley.importing.shaping import plain, shape

_LARGEST = 50_000_000
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DATA = re.compile(
    r"data:(?P<type>[\w/+.-]*)(?:;[\w=-]+)*?(?P<base64>;base64)?,(?P<data>.*)", re.DOTALL
)
_FORM = "html+tex_math_single_backslash-native_divs+native_divs"
_SCRIPT_LINK = re.compile(r"href\s*=\s*[\"']?\s*(?:javascript|vbscript|data:text)", re.IGNORECASE)


def read_html(source: Source) -> Post:
    """Return the post of a page.

    Raises
    ------
    UnreadableError
        If there is no article in it.
    """
    if len(source.data) > _LARGEST:
        raise UnreadableError("it is far larger than an article")
    html = _decoded(source.data)
    meta = read_meta(html)
    address = str(meta.pop("address", ""))
    slug = slug_of(source)
    draft = read_fragment(source, _with_next_content(html), meta, slug, is_page=True)
    path = path_of(address)
    if path and path not in {slug, f"{slug}.html"}:
        draft = replace(draft, fields={**draft.fields, "aliases": [f"/{path}"]})
    return finish(source, replace(draft, addresses=(address,) if address else ()), slug)


def read_fragment(
    source: Source, html: str, fields: dict[str, Any], slug: str, *, is_page: bool = False
) -> Draft:
    """Return what HTML says: of a whole page the article in it, of a fragment everything.

    Parameters
    ----------
    fields
        What is known of the post already; that stands.
    """
    remarks = Remarks(source.file)
    if _SCRIPT_LINK.search(html):
        remarks.left_out(
            "a link that would run a script",
            "Its words are kept; link to a page instead.",
        )
    soup, drawings = clean_html(html)
    mark_notes(soup)
    article = find_article(soup) if is_page else soup
    if not fields.get("title"):
        fields = {**fields, "title": _styled_title(article)}
    if is_page:
        bring_notes(article, soup)
        remove_around(article)
    mark_up(article, html, remarks)
    box = PictureBox(picture_folder(slug), _reader(source.read_beside, drawings))
    ast = read_ast(str(article).encode(), _FORM)
    blocks = tuple(BlockWriter(remarks, box).blocks(ast["blocks"]))
    remarks.part = ""
    shaped = shape(blocks, fields, remarks, source.stem)
    body = _without_description(shaped.blocks, str(shaped.fields.get("description", "")))
    return Draft(body, shaped.fields, box.pictures, tuple(remarks.findings))


def _styled_title(article: Tag) -> str:
    """Return the paragraph that a writing program has in the style of a title."""
    title = article.find("p", class_=re.compile(r"^(?:Mso)?Title$", re.IGNORECASE))
    return " ".join(title.get_text().split()) if title else ""


def _without_description(blocks: tuple[Block, ...], description: str) -> tuple[Block, ...]:
    """Leave out the sentence under the title, which the page shows from the fields."""
    first = blocks[0] if blocks else None
    is_told = first is not None and first.kind == "paragraph" and description
    return blocks[1:] if is_told and first and plain(first.text) == description else blocks


def _with_next_content(html: str) -> str:
    """Return a page with its text, where the page holds that as data for a script alone."""
    content = next_content(html) if "__NEXT_DATA__" in html else ""
    body = html.split("<body", 1)[-1]
    text = re.sub(
        r"<(script|style)\b.*?</\1\s*>|<[^>]+>", " ", body, flags=re.DOTALL | re.IGNORECASE
    )
    is_shown = len(" ".join(text.split())) > len(content) / 3
    if is_shown or not content:
        return html
    return f"<article>{content}</article>"


def _decoded(data: bytes) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    named = _CHARSET.search(data[:4096])
    for encoding in ("utf-8", named[1].decode("ascii") if named else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _reader(beside: ReadFile, drawings: tuple[bytes, ...]) -> ReadPicture:
    def read(address: str) -> bytes | None:
        if address.startswith(SVG_SCHEME):
            number = address.removeprefix(SVG_SCHEME)
            is_ours = number.isdecimal() and int(number) < len(drawings)
            return drawings[int(number)] if is_ours else None
        if address.startswith("data:"):
            return _data_of(address)
        return beside(address) or beside(unquote(bare_path(address)))

    return read


def _data_of(address: str) -> bytes | None:
    match = _DATA.fullmatch(address)
    if match is None:
        return None
    raw = unquote_to_bytes(match["data"])
    if not match["base64"]:
        return raw
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return None
