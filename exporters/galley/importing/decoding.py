"""Text files as their programs wrote them: UTF-8, UTF-16, or the old Western encoding."""

from __future__ import annotations

import codecs

from galley.importing.pandoc_reading import UnreadableError
from galley.importing.remarks import Remarks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, remarks: Remarks) -> str:
    """Return a file's text with plain line breaks.

    Raises
    ------
    UnreadableError
        If it is no text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        remarks.guessed(
            "the file is not in UTF-8; it is read as Windows wrote it in Western Europe",
            "Look at letters with accents; if they are wrong, save it as UTF-8 and import again.",
        )
    if "\0" in text:
        raise UnreadableError("it is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
