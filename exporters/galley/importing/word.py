"""Word documents: what pandoc reads, and what it does not read counted and told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import ParseError

from galley.importing.ast_blocks import BlockWriter
from galley.importing.ast_inlines import plain_text
from galley.importing.pandoc_reading import UnreadableError, read_ast
from galley.importing.pictures import PictureBox
from galley.importing.post import Post
from galley.importing.reading_parts import Draft, Source, finish, picture_folder, slug_of
from galley.importing.remarks import Remarks
from galley.importing.shaping import day_of, people_of, shape
from galley.importing.word_boxes import BOX_STYLE, with_boxes_in_text
from galley.importing.word_citations import with_citation_fields, works_of

_MOST_BYTES = 400_000_000
_MOST_FILES = 10_000
_LARGEST_PART = 150_000_000
_DOCUMENT = "word/document.xml"
_SPELLINGS = re.compile(
    r"document\d*|dokumen\d*|microsoft word.*|untitled.*|.*\.docx?", re.IGNORECASE
)
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures|header|footer", re.IGNORECASE)


def read_word(source: Source) -> Post:
    """Return the post of a Word document.

    Raises
    ------
    UnreadableError
        If it is no Word document, damaged, or far larger than an article.
    """
    package = _open(source.data)
    slug, remarks = slug_of(source), Remarks(source.file)
    box = PictureBox(picture_folder(slug), lambda path: _part(package, f"word/{path}"))
    ast = read_ast(
        _prepared(package, source.data), "docx+styles+citations", ["--track-changes=accept"]
    )
    writer = BlockWriter(remarks, box)
    blocks = tuple(writer.blocks([item for item in ast["blocks"] if not _is_contents(item)]))
    remarks.part = ""
    _tell_unread(package, remarks)
    fields, has_title = _fields(ast["meta"], package), "title" in ast["meta"]
    shaped = shape(blocks, fields, remarks, source.stem, has_title=has_title)
    draft = Draft(shaped.blocks, shaped.fields, box.pictures, tuple(remarks.findings))
    return replace(finish(source, draft, slug), entries=works_of(ast["meta"]))


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError(_why_no_package(data)) from None
    if len(parts) > _MOST_FILES or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise UnreadableError("it unpacks to far more than an article")
    if _DOCUMENT not in package.namelist():
        raise UnreadableError("there is no Word document in it")
    return package


def _why_no_package(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "it is in the old form of Word, or has a password; save it as .docx without one"
    return "it is damaged, or it is of another kind than its name says"


def _part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part of the package; None where there is none, or it is too large."""
    parts = [part for part in PurePosixPath(name).parts if part != "."]
    while ".." in parts:
        at = parts.index("..")
        del parts[max(at - 1, 0) : at + 1]
    try:
        info = package.getinfo("/".join(parts))
        if info.file_size > _LARGEST_PART:
            return None
        with package.open(info) as file:
            data = file.read(_LARGEST_PART + 1)
    except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError):
        return None
    except Exception as error:
        if type(error).__module__ in {"zlib", "lzma", "_lzma", "_bz2"}:
            return None
        raise
    return data if len(data) <= _LARGEST_PART else None


def _prepared(package: zipfile.ZipFile, data: bytes) -> bytes:
    """Return the document with the words of its text boxes where pandoc reads them."""
    document = _part(package, _DOCUMENT)
    if document is None:
        raise UnreadableError("it is damaged")
    cited = with_citation_fields(document)
    changed = with_boxes_in_text(cited)
    if changed is None and cited == document:
        return data
    changed = cited if changed is None else changed
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as copy:
        for name in package.namelist():
            part = changed if name == _DOCUMENT else _part(package, name)
            if name == "word/styles.xml" and part is not None:
                part = part.replace(b"</w:styles>", BOX_STYLE + b"</w:styles>")
            if part is not None:
                copy.writestr(zipfile.ZipInfo(name), part)
    return written.getvalue()


def _is_contents(item: Mapping[str, Any]) -> bool:
    style = dict(item["c"][0][2]).get("custom-style", "") if item["t"] == "Div" else ""
    return bool(_CONTENTS.fullmatch(style)) or style in {"Abstract", "Abstract Title"}


def _fields(meta: Mapping[str, Any], package: zipfile.ZipFile) -> dict[str, Any]:
    """Return what the document says of itself: in its head, then in its properties."""
    own = {name: _meta_text(value) for name, value in meta.items()}
    properties = _properties(package)
    title = own.get("title") or properties.get("title", "")
    fields: dict[str, Any] = {
        "title": "" if _SPELLINGS.fullmatch(title) else title,
        "description": own.get("subtitle")
        or own.get("abstract")
        or properties.get("description", ""),
        "authors": _meta_people(meta.get("author")),
        "tags": [word.strip() for word in re.split(r"[,;]", properties.get("keywords", ""))],
        "lang": properties.get("language", "").lower().split("-")[0],
    }
    if day := day_of(own.get("date", "")):
        fields["date"] = day
    fields["tags"] = [tag for tag in fields["tags"] if tag]
    return {name: value for name, value in fields.items() if value}


def _meta_text(value: Mapping[str, Any]) -> str:
    kind, content = value["t"], value.get("c")
    if kind == "MetaInlines":
        return " ".join(plain_text(content or ()).split())
    if kind == "MetaBlocks":
        texts = [
            plain_text(block["c"]) for block in content or () if block["t"] in {"Para", "Plain"}
        ]
        return " ".join(" ".join(texts).split())
    return str(content) if kind == "MetaString" else ""


def _meta_people(value: Mapping[str, Any] | None) -> list[Any]:
    if value is None:
        return []
    each = value["c"] if value["t"] == "MetaList" else [value]
    return [person for text in map(_meta_text, each) if text for person in people_of(text)]


_PROPERTIES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "description": "{http://purl.org/dc/elements/1.1/}description",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "keywords": "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords",
}


def _properties(package: zipfile.ZipFile) -> dict[str, str]:
    # Late: only Word documents have XML.
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root = fromstring(_part(package, "docProps/core.xml") or b"")
    except (ParseError, DefusedXmlException, ValueError):
        return {}
    found = {name: root.findtext(tag) or "" for name, tag in _PROPERTIES.items()}
    return {name: " ".join(text.split()) for name, text in found.items() if text.strip()}


def _tell_unread(package: zipfile.ZipFile, remarks: Remarks) -> None:
    """Count what is not taken along, so that nothing is missed without a word."""
    document = _part(package, _DOCUMENT) or b""
    changes = len(re.findall(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]", document))
    if changes:
        remarks.simplified(
            f"tracked changes: {changes}; the text is taken as if all were accepted",
            "Look whether each of them was meant, or accept them in Word and import again.",
        )
    comments = len(re.findall(rb"<w:comment[ />]", _part(package, "word/comments.xml") or b""))
    if comments:
        remarks.simplified(
            f"comments in the margin: {comments}; they are not taken along",
            "Nothing needs to be done; they stay in the Word document.",
        )
    for name, pattern in _UNREAD.items():
        if count := len(re.findall(pattern, document)):
            remarks.left_out(
                f"{name}: {count}; Word draws them itself, so that they are left out",
                "Save each as a picture in Word, and add it to the article.",
            )


_UNREAD = {
    "charts": rb"<c:chart[ />]",
    "SmartArt drawings": rb"<dgm:relIds[ />]",
    "embedded objects": rb"<w:object[ />]",
}
