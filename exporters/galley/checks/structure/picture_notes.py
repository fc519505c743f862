"""What a picture file says besides its pixels: who, where, with which camera."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_PNG = b"\x89PNG\r\n\x1a\n"
_DICOM = b"DICM"
_DICOM_AT = 128
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "TIFF", "MPO")

_ARTIST, _AUTHOR_OF_WINDOWS = 0x013B, 0x9C9D
_CAMERA_BLOCK, _POSITION_BLOCK = 0x8769, 0x8825
_OWNER, _BODY_SERIAL, _LENS_SERIAL = 0xA430, 0xA431, 0xA435
_LATITUDE = 2
_BYLINE = (2, 80)

_TEXT_OF_PEOPLE = frozenset({"author", "artist", "creator", "patient", "patientname"})
_LONGEST_TEXT = 10_000
_PACKET_BEGINS, _PACKET_ENDS = b"<x:xmpmeta", b"</x:xmpmeta>"
_PEOPLE_OF_PACKET = re.compile(
    r"<(?:dc:creator|Iptc4xmpExt:PersonInImage)>[^<]{0,99}<rdf:\w{3}>[^<]{0,99}"
    r"<rdf:li[^<>]{0,99}>(?P<listed>[^<]{1,200})</rdf:li>"
    r"|aux:OwnerName(?:=\"|>)(?P<owner>[^\"<]{1,200})",
)
_POSITION_OF_PACKET = re.compile(r"exif:GPSLatitude(?:=\"|>)[^\"<]+")
_SERIAL_OF_PACKET = re.compile(r"(?:SerialNumber)(?:=\"|>)[^\"<]+")


@dataclass(frozen=True)
class PictureNotes:
    """What was found; `people` are names as they stand there."""

    people: tuple[str, ...] = ()
    has_position: bool = False
    has_serial_number: bool = False
    is_dicom: bool = False


def read_notes(data: bytes) -> PictureNotes:
    """Return what a file says; nothing where it is no picture. No pixel is decoded."""
    if data[_DICOM_AT : _DICOM_AT + 4] == _DICOM:
        return PictureNotes(is_dicom=True)
    packet = _packet(data)
    camera, position, people = _camera_notes(data)
    names = (*people, *_people_of_packet(packet), *_people_of_png(data))
    return PictureNotes(
        people=tuple(dict.fromkeys(name.strip(" \0") for name in names if name.strip(" \0"))),
        has_position=position or bool(_POSITION_OF_PACKET.search(packet)),
        has_serial_number=camera or bool(_SERIAL_OF_PACKET.search(packet)),
    )


def _camera_notes(data: bytes) -> tuple[bool, bool, tuple[str, ...]]:
    """Return whether a camera's number and a position are noted, and the names."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                return _of_picture(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError):
        return False, False, ()
    except (ValueError, KeyError, TypeError, IndexError, EOFError, OverflowError):
        # A damaged note; that the picture itself is damaged is told when the page is made.
        return False, False, ()


def _of_picture(picture: ImageFile) -> tuple[bool, bool, tuple[str, ...]]:
    from PIL import IptcImagePlugin

    notes = picture.getexif()
    camera, position = notes.get_ifd(_CAMERA_BLOCK), notes.get_ifd(_POSITION_BLOCK)
    press = (IptcImagePlugin.getiptcinfo(picture) or {}) if picture.format == "JPEG" else {}
    names = (
        notes.get(_ARTIST),
        notes.get(_AUTHOR_OF_WINDOWS),
        camera.get(_OWNER),
        press.get(_BYLINE),
    )
    return (
        bool(camera.get(_BODY_SERIAL) or camera.get(_LENS_SERIAL)),
        _LATITUDE in position,
        tuple(_as_text(name) for name in names if name),
    )


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value and isinstance(value[0], bytes | str) else bytes(value)
    if not isinstance(value, bytes):
        return str(value)
    encoding = "utf-16-le" if value[1:2] == b"\0" else "utf-8"
    return value.decode(encoding, "replace")


def _packet(data: bytes) -> str:
    begin = data.find(_PACKET_BEGINS)
    end = data.find(_PACKET_ENDS, begin) if begin >= 0 else -1
    return data[begin:end].decode("utf-8", "replace") if end >= 0 else ""


def _people_of_packet(packet: str) -> Iterator[str]:
    for match in _PEOPLE_OF_PACKET.finditer(packet):
        yield match["listed"] or match["owner"]


def _people_of_png(data: bytes) -> Iterator[str]:
    """Yield the names among a PNG's texts, which may stand behind its pixels."""
    for kind, content in _png_chunks(data):
        key, _, value = content.partition(b"\0")
        if key.decode("latin-1").strip().replace(" ", "").lower() in _TEXT_OF_PEOPLE:
            yield _png_text(kind, value)


def _png_text(kind: bytes, value: bytes) -> str:
    if kind == b"tEXt":
        return value.decode("latin-1")
    if kind == b"zTXt":
        return _inflated(value[1:]).decode("latin-1")
    is_packed, rest = value[:1] == b"\1", value[2:]
    words = rest.split(b"\0", 2)[-1]
    return (_inflated(words) if is_packed else words).decode("utf-8", "replace")


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LONGEST_TEXT)
    except zlib.error:
        return b""


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG) if data.startswith(_PNG) else len(data)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in {b"tEXt", b"zTXt", b"iTXt"} and length <= _LONGEST_TEXT:
            yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length
