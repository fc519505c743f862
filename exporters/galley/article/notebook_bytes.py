"""From a file's bytes to its text, whatever program wrote it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

from galley.findings import ContentError, Finding, Place, Severity

# What people save under a notebook's name, by how it begins.
_OTHER_THINGS = (
    (b"PK\x03\x04", "a ZIP archive", "Unpack it, and put the notebooks in it in its place."),
    (b"\x1f\x8b", "a compressed file", "Unpack it, and put what was in it in its place."),
    (b"%PDF", "a PDF", "Put the notebook from which it was made in its place."),
    (
        b"version https://git-lfs.github.com",
        "what Git LFS keeps in place of a large file",
        "Fetch the notebook itself with git lfs pull.",
    ),
)
# How Python says that the last letter is not whole.
_CUT = frozenset(["unexpected end of data", "truncated data"])
_PAGE_BEGINS = (b"<!doctype html", b"<html")
_LARGEST_BYTES = 300_000_000
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def read_bytes(path: Path, name: str) -> bytes:
    """Read a file of the content folder."""
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise broken(name, "this is a pipe or a device, not a file", "Remove it.")
            if found.st_size > _LARGEST_BYTES:
                raise _too_large(name)
            return file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise broken(
            name, f"the file cannot be opened: {reason}", "Check that it exists and may be read."
        ) from None


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting: what was a file a moment ago may be a pipe by now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(name: str) -> ContentError:
    return broken(
        name,
        f"the file has more than {_LARGEST_BYTES // 1_000_000} MB",
        "Keep data in files beside the notebook, and clear outputs that nobody reads.",
    )


def decode_notebook(data: bytes, name: str) -> str:
    """Decode the bytes of a notebook or a text; UTF-8, or UTF-16 and UTF-32 where that is certain.

    Windows' own tools write UTF-16, with a mark at the beginning that leaves no doubt.

    Raises
    ------
    ContentError
        If it is another encoding, or another thing than a notebook altogether.
    """
    _refuse_other_things(data, name)
    try:
        # A crash of the machine may leave zeros behind what was written last.
        return data.decode(_encoding(data)).rstrip("\0")
    except UnicodeDecodeError as error:
        raise _explain_bytes(data, error, name) from None


def decode_roughly(data: bytes) -> str:
    """Decode the beginning of a file, for a first look at it."""
    return data.decode(_encoding(data), "replace")


def _encoding(data: bytes) -> str:
    # Without a mark, zeros between the letters could be anything but UTF-8.
    is_wide = data.startswith(_WIDE_MARKS) or (b"\0" in data[:4] and any(data[:4]))
    return json.detect_encoding(data) if is_wide else "utf-8-sig"


def _refuse_other_things(data: bytes, name: str) -> None:
    for begin, what, fix in _OTHER_THINGS:
        if data.startswith(begin):
            raise broken(name, f"the file is {what}, not a notebook", fix)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_BEGINS):
        raise broken(
            name,
            "the file is a web page, not a notebook",
            "Download the notebook itself; GitHub and others have a button 'Raw' for that.",
        )


def _explain_bytes(data: bytes, error: UnicodeDecodeError, name: str) -> ContentError:
    if error.reason in _CUT:
        return broken_off(name, data.count(b"\n") + 1)
    return broken(
        name,
        f"the file is not UTF-8 text (byte {error.start + 1} cannot be read)",
        "Open it in a text editor and save it as UTF-8; if letters are wrong there, restore it "
        "from a copy.",
        data.count(b"\n", 0, error.start) + 1,
    )


def broken_off(name: str, line: int) -> ContentError:
    """Return the error over a file whose end is missing."""
    return broken(
        name,
        "the file breaks off before its end",
        "Restore the notebook from a copy, for example from .ipynb_checkpoints.",
        line,
    )


def broken(
    name: str, message: str, fix: str, line: int | None = None, cell: str | None = None
) -> ContentError:
    """Return the error over a file that cannot be read as a notebook."""
    place = Place(name, cell, line)
    return ContentError(Finding("notebook-broken", Severity.ERROR, place, message, fix))
