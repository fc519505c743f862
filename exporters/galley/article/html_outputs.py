"""What the HTML of an output is underneath: a picture, an animation, or a text in a costume."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from html import unescape

_LONE_PICTURE = re.compile(
    r"\s*(?:<(?:div|p|center|span|figure)\b[^>]*>\s*)*"
    r"<img\b(?P<attributes>[^>]*?)\bsrc\s*=\s*[\"']data:(?P<kind>image/(?:png|jpeg|gif|webp|svg\+xml))"
    r";base64,(?P<data>[A-Za-z0-9+/=\s]+)[\"'](?P<more>[^>]*)/?>"
    r"\s*(?:</(?:div|p|center|span|figure)>\s*)*",
    re.IGNORECASE,
)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_FRAME = re.compile(r"frames\[\d+\]\s*=\s*\"data:image/(?:png|svg\+xml|jpeg);base64,([^\"]+)\"")
_INTERVAL = re.compile(r"new Animation\(frames,\s*\w+,\s*\w+,\s*([\d.]+)")
_COSTUME = re.compile(r"class\s*=\s*[\"'](?:sk|xr)-text-repr-fallback[\"']")
_MOST_FRAMES = 500
_PNG = b"\x89PNG\r\n\x1a\n"


def lone_picture(html: str) -> tuple[str, str, str] | None:
    """Return type, base64 text and alternative text where the HTML is one picture and no more."""
    if "data:image/" not in html[:4000]:
        return None
    match = _LONE_PICTURE.fullmatch(html)
    if match is None:
        return None
    alt = _ALT.search(match["attributes"]) or _ALT.search(match["more"])
    return (
        match["kind"].lower(),
        re.sub(r"\s+", "", match["data"]),
        unescape(alt[1] or alt[2] or "") if alt else "",
    )


def is_text_in_costume(html: str) -> bool:
    """Tell whether the HTML (of scikit-learn, of xarray) needs its own styles to be readable."""
    return bool(_COSTUME.search(html))


def animation(html: str) -> str:
    """Return the frames of matplotlib's ``to_jshtml`` as a PNG that moves, in base64; else ""."""
    if "frames[0]" not in html or "new Animation(" not in html:
        return ""
    frames = [_decoded(text) for text in _FRAME.findall(html)[:_MOST_FRAMES]]
    pictures = [frame for frame in frames if frame.startswith(_PNG)]
    if not pictures:
        return ""
    interval = _INTERVAL.search(html)
    moving = moving_png(pictures, round(float(interval[1])) if interval else 100)
    return b64encode(moving).decode()


def moving_png(frames: Sequence[bytes], interval_ms: int) -> bytes:
    """Return PNGs of one size as one that shows them in turn; the first where they differ."""
    chunked = [_chunks(frame) for frame in frames]
    header = next((data for name, data in chunked[0] if name == b"IHDR"), b"")
    same = [chunks for chunks in chunked if (b"IHDR", header) in chunks]
    if len(same) < 2 or len(header) < 8 or any(n == b"PLTE" for n, _ in same[0]):  # noqa: PLR2004
        return frames[0]
    out = _PNG + _chunk(b"IHDR", header) + _chunk(b"acTL", struct.pack(">II", len(same), 0))
    number = 0
    for position, chunks in enumerate(same):
        out += _chunk(b"fcTL", _frame_control(number, header, interval_ms))
        number += 1
        for data in (data for name, data in chunks if name == b"IDAT"):
            if position == 0:
                out += _chunk(b"IDAT", data)
            else:
                out += _chunk(b"fdAT", struct.pack(">I", number) + data)
                number += 1
    return out + _chunk(b"IEND", b"")


def _frame_control(number: int, header: bytes, interval_ms: int) -> bytes:
    duration = max(1, min(interval_ms, 60_000))
    return (
        struct.pack(">I", number) + header[:8] + struct.pack(">IIHHBB", 0, 0, duration, 1000, 0, 0)
    )


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    found, position = [], len(_PNG)
    while position + 8 <= len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        name = png[position + 4 : position + 8]
        found.append((name, png[position + 8 : position + 8 + length]))
        position += 12 + length
    return found


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _decoded(text: str) -> bytes:
    try:
        return b64decode(re.sub(r"\\\s*", "", text))
    except ValueError:
        return b""
