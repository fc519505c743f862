"""What a picture's file tells besides its pixels: where and when it was taken, by whom, of what."""

from __future__ import annotations

import io
import re

from PIL import ExifTags, Image

PLACE, TIME, DEVICE, PERSON, WORDS, PREVIEW = (
    "place",
    "time",
    "device",
    "person",
    "words",
    "preview",
)

_TAGS = {
    TIME: ("DateTime", "DateTimeOriginal", "DateTimeDigitized"),
    DEVICE: (
        "Make",
        "Model",
        "BodySerialNumber",
        "LensModel",
        "LensSerialNumber",
        "Software",
        "HostComputer",
    ),
    PERSON: ("Artist", "Copyright", "CameraOwnerName", "XPAuthor"),
    WORDS: ("ImageDescription", "UserComment", "XPTitle", "XPComment", "XPSubject", "XPKeywords"),
}
_WORDS_IN_PNG = {
    "author": PERSON,
    "artist": PERSON,
    "copyright": PERSON,
    "creation time": TIME,
    "date:create": TIME,
    "software": DEVICE,
    "source": DEVICE,
}
_WORDS_BESIDE = frozenset({"comment", "xmp", "photoshop"})
_PDF_PERSON = re.compile(rb"/Author\s*[(<](?!\s*[)>])")
_PDF_TIME = re.compile(rb"/(?:CreationDate|ModDate)\s*\(")


def metadata_of(data: bytes) -> tuple[str, ...]:
    """Return the kinds of what a file tells besides its pixels; empty for what cannot be read.

    Parameters
    ----------
    data
        A picture, or a PDF; of a PDF only what it has written uncompressed is seen.
    """
    if data.startswith(b"%PDF"):
        return _of_pdf(data)
    try:
        with Image.open(io.BytesIO(data)) as picture:
            found = {*_of_exif(picture), *_of_text(picture)}
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        # What is no picture has none; the build has told of broken ones.
        return ()
    return tuple(kind for kind in (PLACE, TIME, DEVICE, PERSON, WORDS, PREVIEW) if kind in found)


def _of_exif(picture: Image.Image) -> set[str]:
    exif = picture.getexif()
    names = {ExifTags.TAGS.get(tag, "") for tag in exif}
    names |= {ExifTags.TAGS.get(tag, "") for tag in exif.get_ifd(ExifTags.IFD.Exif)}
    found = {kind for kind, tags in _TAGS.items() if names & set(tags)}
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        found.add(PLACE)
    if exif.get_ifd(ExifTags.IFD.IFD1):
        found.add(PREVIEW)
    return found


def _of_text(picture: Image.Image) -> set[str]:
    texts: dict[str, str] = getattr(picture, "text", {})
    found = {
        _WORDS_IN_PNG.get(name.lower(), WORDS) for name, value in texts.items() if value.strip()
    }
    return found | ({WORDS} if picture.info.keys() & _WORDS_BESIDE else set())


def _of_pdf(data: bytes) -> tuple[str, ...]:
    found = {TIME: _PDF_TIME.search(data), PERSON: _PDF_PERSON.search(data)}
    return tuple(kind for kind, match in found.items() if match)
