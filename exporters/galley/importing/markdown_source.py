"""Markdown, Quarto and MyST: their own text, as far as Galley reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import unquote

from galley.content_files import bare_path, is_elsewhere
from galley.importing.decoding import decoded
from galley.importing.markdown_chunks import split_markdown
from galley.importing.markdown_fields import split_fields
from galley.importing.markdown_spellings import translate
from galley.importing.pictures import PictureBox
from galley.importing.post import Block, Post
from galley.importing.reading_parts import Draft, Source, finish, picture_folder, slug_of
from galley.importing.remarks import Remarks
from galley.importing.shaping import title_from

_LARGEST = 20_000_000
_PICTURE = re.compile(
    r"(?P<before>!\[(?P<alt>[^\[\]\n]*)\]\(\s*)(?P<src><[^<>\n]+>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)"
)
_DIRECTIVE = re.compile(
    r"(?P<before>^\s*(?::{3,}|`{3,})[ \t]*\{(?:figure|image)\}[ \t]*)(?P<src>\S+)", re.MULTILINE
)
_ELEMENT = re.compile(r"<img\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CAPTIONED = re.compile(
    r"<figure\b[^>]*>\s*(?:<a\b[^>]*>\s*)?<img\b(?P<attributes>[^>]*)>\s*(?:</a>\s*)?"
    r"(?:<figcaption\b[^>]*>(?P<caption>.*?)</figcaption\s*>)?\s*</figure\s*>",
    re.IGNORECASE | re.DOTALL,
)


def read_markdown(source: Source) -> Post:
    """Return the post of a Markdown file; what Galley reads as it stands is left as it stands."""
    remarks, slug = Remarks(source.file), slug_of(source)
    text = decoded(source.data[:_LARGEST], remarks)
    fields, body, count = split_fields(text, remarks)
    own = fields.pop("slug", None)
    slug = own if isinstance(own, str) and own else slug
    box = PictureBox(picture_folder(slug), source.read_beside)
    body = _with_figures(translate(body, remarks, count + 1))
    blocks = tuple(_with_pictures(block, box, remarks) for block in split_markdown(body, count + 1))
    if image := fields.get("image"):
        fields = _with_own_image(fields, str(image), box, remarks)
    blocks, fields = _titled(blocks, fields, source.stem)
    draft = Draft(blocks, fields, box.pictures, tuple(remarks.findings), tuple(_addresses(fields)))
    return finish(source, draft, slug)


def _addresses(fields: dict[str, Any]) -> Iterator[str]:
    yield from fields.get("aliases", ())


def _titled(
    blocks: tuple[Block, ...], fields: dict[str, Any], stem: str
) -> tuple[tuple[Block, ...], dict[str, Any]]:
    """Take the title out of the first heading where no field gives it; the rest is below it."""
    ones = [block for block in blocks if block.kind == "heading" and block.level == 1]
    first = ones[0] if ones else None
    words = re.sub(r"\s*\{[^{}]*\}$", "", first.text.lstrip("# ")) if first else ""
    if first and len(ones) == 1 and (words == fields.get("title") or not fields.get("title")):
        fields = {**fields, "title": _plain_words(words)}
        blocks = tuple(block for block in blocks if block is not first)
    elif not fields.get("title"):
        fields = {**fields, "title": title_from(stem)}
    if any(block.kind == "heading" and block.level == 1 for block in blocks):
        blocks = tuple(_deeper(block) if block.kind == "heading" else block for block in blocks)
    return blocks, fields


def _plain_words(words: str) -> str:
    return re.sub(r"[*`]+", "", words)


def _deeper(block: Block) -> Block:
    level = min(block.level + 1, 6)
    return replace(block, level=level, text=f"{'#' * level}{block.text.lstrip('#')}")


def _with_figures(text: str) -> str:
    """Write HTML's figures and pictures as Galley's; only then they have number and widths."""

    def figure(match: re.Match[str]) -> str:
        values = _values(match["attributes"])
        caption = unescape(re.sub(r"<[^>]+>", "", match["caption"] or "")).strip()
        lines = [f":::{{figure}} {values.get('src', '')}"]
        lines += [
            f":{name}: {_size(values[name])}" for name in ("alt", "width") if values.get(name)
        ]
        return "\n".join([*lines, *(["", " ".join(caption.split())] if caption else []), ":::"])

    def image(match: re.Match[str]) -> str:
        values = _values(match["attributes"])
        alt = values.get("alt", "").replace("[", "(").replace("]", ")")
        size = f'{{width="{_size(values["width"])}"}}' if values.get("width") else ""
        return f"![{alt}](<{values.get('src', '')}>){size}" if values.get("src") else ""

    return _outside_code(text, lambda part: _ELEMENT.sub(image, _CAPTIONED.sub(figure, part)))


_CODE = re.compile(
    r"(^(?:`{3,}|~{3,})[^\n]*\n[\s\S]*?^(?:`{3,}|~{3,})[ \t]*$|`[^`\n]+`)", re.MULTILINE
)


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    parts = _CODE.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def _values(attributes: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(attributes)
    return {m[1].lower(): " ".join(unescape(m[2] or m[3] or m[4] or "").split()) for m in found}


def _size(value: str) -> str:
    return f"{value}px" if value.isdecimal() else value


def _with_pictures(block: Block, box: PictureBox, remarks: Remarks) -> Block:
    """Take the pictures of a block along, and name them where they will lie."""
    if block.kind in {"cell", "code"}:
        return block

    def moved(match: re.Match[str]) -> str:
        line = (block.line or 1) + block.text.count("\n", 0, match.start())
        alt = match.groupdict().get("alt") or ""
        return f"{match['before']}{_kept(match['src'], alt, box, remarks, line)}"

    return replace(block, text=_DIRECTIVE.sub(moved, _PICTURE.sub(moved, block.text)))


def _kept(written: str, alt: str, box: PictureBox, remarks: Remarks, line: int) -> str:
    source = written.strip("<>").strip()
    if is_elsewhere(source) and not source.startswith("data:"):
        remarks.picture_missing(
            f"a picture lies at another address: {source}",
            "Save it into the images folder, and name that file in its place.",
            line,
        )
        return written
    path = box.keep(unquote(bare_path(source)), alt) or box.keep(source, alt)
    if not path:
        remarks.picture_missing(
            f"a picture is not there: {source[:80]}",
            "Copy it into the images folder, and name that file in its place.",
            line,
        )
        return written
    return path


def _with_own_image(
    fields: dict[str, Any], image: str, box: PictureBox, remarks: Remarks
) -> dict[str, Any]:
    path = "" if is_elsewhere(image) else _kept(image, "", box, remarks, 1)
    return {name: value for name, value in {**fields, "image": path}.items() if value}
