"""Word files as Word writes them, made of a few paragraphs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def text(words: str) -> str:
    """Return a run of words."""
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*inside: str, mark: str = "") -> str:
    """Return a paragraph; `mark` is what was done to its end."""
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def added(words: str, by: str = "dr. B", day: str = "2026-11-21T09:00:00Z") -> str:
    return f'<w:ins w:id="90" w:author={quoteattr(by)} w:date="{day}">{text(words)}</w:ins>'


def removed(words: str, by: str = "dr. B", day: str = "2026-11-21T09:00:00Z") -> str:
    run = f'<w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'
    return f'<w:del w:id="91" w:author={quoteattr(by)} w:date="{day}">{run}</w:del>'


def marked(number: int, *inside: str) -> str:
    """Return what a comment is about."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{"".join(inside)}'
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def bookmark(name: str, number: int = 50) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def bookmark_end(number: int = 50) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def comment(number: int, words: str, by: str = "dr. B", day: str = "2026-11-20T10:00:00Z") -> str:
    """Return a comment, whose paragraph has a mark of its own."""
    return (
        f'<w:comment w:id="{number}" w:author={quoteattr(by)} w:date="{day}">'
        f'<w:p w14:paraId="AA{number}"><w:r><w:annotationRef/></w:r>{text(words)}</w:p>'
        "</w:comment>"
    )


def thread(number: int, *, of: int | None = None, is_done: bool = False) -> str:
    parent = f' w15:paraIdParent="AA{of}"' if of is not None else ""
    return f'<w15:commentEx w15:paraId="AA{number}"{parent} w15:done="{int(is_done)}"/>'


def docx(
    *body: str,
    comments: str = "",
    threads: str = "",
    footnotes: str = "",
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """Return a Word file."""
    parts = {
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(body)}</w:body></w:document>"
    }
    if comments:
        parts["word/comments.xml"] = f"<w:comments {_NAMES}>{comments}</w:comments>"
    if threads:
        parts["word/commentsExtended.xml"] = f"<w15:commentsEx {_NAMES}>{threads}</w15:commentsEx>"
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_NAMES}>{footnotes}</w:footnotes>"
    if properties:
        held = "".join(
            f'<property name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
            for name, value in properties.items()
        )
        parts["docProps/custom.xml"] = (
            f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{held}</Properties>'
        )
    return zipped({name: part.encode() for name, part in parts.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as they lie in a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
