"""A PNG without what travels beside its picture: texts, places, times, programs' own parts."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT pHYs bKGD".split())
# Length and kind before the data, a check sum behind it.
_OVERHEAD = 12


def bare_png(data: bytes) -> bytes | None:
    """Return the picture and nothing else, pixel for pixel; None if it is not a whole PNG."""
    if not data.startswith(_SIGNATURE):
        return None
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        return None
    return _SIGNATURE + b"".join(chunk for kind, chunk in chunks if kind in _KEPT)


def png_width(data: bytes) -> int:
    """Return the width of a whole PNG in pixels."""
    return png_size(data)[0]


def png_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a whole PNG in pixels; its first chunk says them."""
    width, height = struct.unpack_from(">II", data, len(_SIGNATURE) + 8)
    return int(width), int(height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each whole chunk up to the end of the picture; what follows that is not of it."""
    start = len(_SIGNATURE)
    while start + _OVERHEAD <= len(data):
        (length,) = struct.unpack_from(">I", data, start)
        chunk = data[start : start + length + _OVERHEAD]
        kind, check = chunk[4:8], chunk[-4:]
        if len(chunk) < length + _OVERHEAD or struct.pack(">I", zlib.crc32(chunk[4:-4])) != check:
            return
        yield kind, chunk
        if kind == b"IEND":
            return
        start += len(chunk)
