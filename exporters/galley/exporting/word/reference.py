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
    b'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    b'<w:pgMar w:top="1418" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" '
    b'w:footer="709" w:gutter="0"/>'
    b'<w:lnNumType w:countBy="5" w:distance="340" w:restart="continuous"/></w:sectPr>'
)


def reference_docx(document: Document) -> bytes:
    """Return the file for a document; the same for every document of a language."""
    own = {"word/styles.xml": styles_xml(document)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in _parts().items():
            archive.writestr(zipfile.ZipInfo(name), own.get(name) or _SECTION.sub(_PAGE, data))
    return out.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    given = run_pandoc(["--print-default-data-file", "reference.docx"], b"")
    with zipfile.ZipFile(io.BytesIO(given)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
