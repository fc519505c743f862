"""Pictures of a WordPress site, found again in a copy of its folder of uploads."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from galley.importing.reading_parts import ReadFile

_UPLOADS = re.compile(r"(?:^|/)(?:wp-content/uploads|files)/(?P<path>.+)$")
_SOURCE = re.compile(
    r"(?P<before><img\b[^>]*?\ssrc=(?P<quote>[\"']))(?P<url>[^\"']+)(?P=quote)", re.IGNORECASE
)
_SIZED = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
_DATED = re.compile(r"(?:^|/)(?P<path>(?:19|20)\d{2}/\d{2}/[^/]+)$")
_FOLDERS = ("", "uploads/", "wp-content/uploads/")


def reader_of_uploads(beside: ReadFile) -> ReadFile:
    """Return a reader that finds a picture by its address on the old site.

    Parameters
    ----------
    beside
        Reads what lies beside the export, or in the folder that was given.
    """

    def read(address: str) -> bytes | None:
        for path in upload_paths(address):
            for folder in _FOLDERS:
                data = beside(f"{folder}{path}")
                if data is not None:
                    return data
        return beside(address)

    return read


def local_pictures(text: str, read: ReadFile) -> str:
    """Return HTML whose pictures are named by their place here, as far as they are here."""

    def replaced(match: re.Match[str]) -> str:
        places = (f"{folder}{path}" for path in upload_paths(match["url"]) for folder in _FOLDERS)
        place = next((place for place in places if read(place) is not None), "")
        return f"{match['before']}{html.escape(place)}{match['quote']}" if place else match[0]

    return _SOURCE.sub(replaced, text)


def upload_paths(address: str) -> Iterator[str]:
    """Yield where a picture may lie in a folder of uploads: whole first, then as it was scaled."""
    path = unquote(urlsplit(address).path)
    match = _UPLOADS.search(path) or _DATED.search(path)
    if match is None or ".." in PurePosixPath(match["path"]).parts:
        return
    # A folder per site, where several share one WordPress.
    own = re.sub(r"^sites/\d+/", "", match["path"])
    whole = _SIZED.sub("", own)
    yield from dict.fromkeys((whole, own, re.sub(r"(\.\w+)$", r"-scaled\1", whole)))
