"""The Word file from which pandoc takes page and styles: pandoc's own, with ours in it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

from galley.exporting.document.model import Document
from galley.exporting.pandoc_files import run_pandoc
from galley.exporting.word.styles import styles_xml

_SECTION = re.compile(rb"<w:sectPr>.*?</w:sectPr>", re.DOTALL)
# A4, and room at the right for comments; every fifth line has its number.
_PAGE = (
    b'<w:sectPr><w:footerReference w:type="default" r:id="rIdPage"/>'
    b'<w:pgSz w:w="11906" w:h="16838"/>'
    b'<w:pgMar w:top="1418" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" '
    b'w:footer="709" w:gutter="0"/>'
    b'<w:lnNumType w:countBy="5" w:distance="340" w:restart="continuous"/></w:sectPr>'
)


_FOOTER = "word/footer1.xml"
_PAGE_NUMBER = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    b'<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
    b'<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
    b'<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="18"/>'
    b'</w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_INSERTED = {
    "word/_rels/document.xml.rels": (
        b"</Relationships>",
        b'<Relationship Id="rIdPage" Type="' + _OFFICE + b'/footer" Target="footer1.xml"/>',
    ),
    "[Content_Types].xml": (
        b"</Types>",
        b'<Override PartName="/word/footer1.xml" ContentType="' + _FOOTER_TYPE + b'"/>',
    ),
}
"""Part → where what names the footer is put in, and what that is."""


def reference_docx(document: Document) -> bytes:
    """Return the file for a document; the same for every document of a language."""
    own = {"word/styles.xml": styles_xml(document), _FOOTER: _PAGE_NUMBER}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {**_parts(), **own}.items():
            end, added = _INSERTED.get(name, (b"", b""))
            changed = data.replace(end, added + end) if end else _SECTION.sub(_PAGE, data)
            archive.writestr(zipfile.ZipInfo(name), changed)
    return out.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    given = run_pandoc(["--print-default-data-file", "reference.docx"], b"")
    with zipfile.ZipFile(io.BytesIO(given)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
