"""Opening a Word file that came from elsewhere: what it holds, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from galley.findings import UsageError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_FILE = 200_000_000
LARGEST_PART = 50_000_000
"""Bytes of a file, and of one part of it when unpacked; articles have a hundredth of that."""

DOCUMENT, COMMENTS, FOOTNOTES, ENDNOTES = (
    f"word/{name}.xml" for name in ("document", "comments", "footnotes", "endnotes")
)
THREADS = "word/commentsExtended.xml"
PROPERTIES = "docProps/custom.xml"
_WANTED = (DOCUMENT, COMMENTS, FOOTNOTES, ENDNOTES, THREADS, PROPERTIES)
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_AGAIN = "ask for it once more, saved in Word as a .docx"


@dataclass(frozen=True)
class DocxParts:
    """The parts of a Word file that say something, by their names; absent ones are not there."""

    roots: Mapping[str, Element]

    @property
    def properties(self) -> Mapping[str, str]:
        """What the file says of itself."""
        root = self.roots.get(PROPERTIES)
        return {each.get("name", ""): "".join(each.itertext()) for each in (root or ())}


def read_parts(data: bytes, file: str) -> DocxParts:
    """Return the parts of a Word file.

    Raises
    ------
    UsageError
        If it is none, is broken, or would unpack to more than any article has.
    """
    if len(data) > LARGEST_FILE:
        raise UsageError(f"{file} is larger than 200 MB", "ask for it with smaller pictures")
    if data.startswith(_OLD_WORD):
        raise UsageError(
            f"{file} is in the old format of Word (.doc), or needs a password",
            "open it in Word, and save it as a .docx without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if DOCUMENT not in names:
                raise UsageError(f"{file} is not a Word file", "give a file that ends in .docx")
            texts = {name: _unpack(archive, name, file) for name in _WANTED if name in names}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise UsageError(f"{file} is broken, or is not a Word file", _AGAIN) from None
    return DocxParts({name: _parse(text, name, file) for name, text in texts.items()})


def _unpack(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    # What a file says of its sizes need not be true.
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise UsageError(
            f"{file} unpacks to more than 50 MB of text, which no article has",
            "do not open it; ask who sent it whether it is meant",
        )
    return data


def _parse(text: bytes, name: str, file: str) -> Element:
    # Late: only this verb reads other people's XML.
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        raise UsageError(
            f"{file} holds something that Word never writes ({name})",
            "do not open it; ask who sent it whether it is meant",
        ) from None
    except (ParseError, ValueError, LookupError):
        raise UsageError(f"{file} is broken ({name})", _AGAIN) from None
    return root
