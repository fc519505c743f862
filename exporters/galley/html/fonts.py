"""The page's faces: Source Serif and Source Sans from their packages, cut to what pages print.

The packages carry whole families as TrueType. Each family is cut into *faces* that nearly every
page needs, and one *extended* face with Greek and the Latin of other languages, which a browser
loads only where such a letter stands on the page. The same packages give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.html.face_cache import FaceCache
from galley.user_cache import user_cache_folder

Span = tuple[int, int]

# fontTools packs a font's tables with uharfbuzz where that is installed.
_CUTTERS = ("fonttools", "brotli", "uharfbuzz")

BASIC: tuple[Span, ...] = (
    (0x20, 0x7E),
    (0xA0, 0xA0),  # space that does not break
    (0xA7, 0xA7),  # section sign
    (0xAB, 0xAB),
    (0xAE, 0xAE),
    (0xB0, 0xB3),  # degree, plus-minus, squared, cubed
    (0xB5, 0xB7),  # micro, paragraph sign, middle dot
    (0xB9, 0xB9),
    (0xBB, 0xBB),
    (0xBD, 0xBD),  # one half
    (0xC0, 0xFF),  # letters with accents
    (0x2010, 0x2011),  # hyphens
    (0x2013, 0x2014),  # dashes
    (0x2018, 0x201A),  # single quotes
    (0x201C, 0x201E),  # double quotes
    (0x2020, 0x2022),  # daggers, bullet
    (0x2026, 0x2026),  # ellipsis
    (0x2030, 0x2030),  # per mille
    (0x2032, 0x2033),  # primes
    (0x20AC, 0x20AC),  # euro
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),  # minus
    (0x2248, 0x2248),  # almost equal
    (0x2260, 0x2260),  # not equal
    (0x2264, 0x2265),  # at most, at least
)
EXTENDED: tuple[Span, ...] = (
    (0x100, 0x17F),  # Latin of central Europe, the Baltic and Turkey: names in references
    (0x391, 0x3C9),  # Greek
)


@dataclass(frozen=True)
class Face:
    """One file to load: which family, weights and styles it serves, and what it is cut from.

    Attributes
    ----------
    folder
        Where in the package the original lies.
    """

    name: str
    family: str
    package: str
    file: str
    spans: tuple[Span, ...]
    weights: tuple[int, ...]
    style: str = "normal"
    features: tuple[str, ...] = ("kern", "liga")
    folder: str = "files"


_SERIF, _SANS = "font_source_serif_pro", "font_source_sans_pro"
FACES = (
    Face("serif", "Source Serif", _SERIF, "SourceSerifPro-Regular.ttf", BASIC, (400,)),
    Face("serif-italic", "Source Serif", _SERIF, "SourceSerifPro-It.ttf", BASIC, (400,), "italic"),
    Face("serif-semibold", "Source Serif", _SERIF, "SourceSerifPro-Semibold.ttf", BASIC, (600,)),
    Face("sans", "Source Sans", _SANS, "SourceSansPro-Regular.ttf", BASIC, (400,)),
    Face("sans-semibold", "Source Sans", _SANS, "SourceSansPro-Semibold.ttf", BASIC, (600,)),
)
SANS_ITALIC = Face(
    "sans-italic", "Source Sans", _SANS, "SourceSansPro-It.ttf", BASIC, (400,), "italic"
)
EXTENDED_FACES = (
    Face(
        "serif-extended",
        "Source Serif",
        _SERIF,
        "SourceSerifPro-Regular.ttf",
        EXTENDED,
        (400, 600),
        features=(),
    ),
    Face(
        "sans-extended",
        "Source Sans",
        _SANS,
        "SourceSansPro-Regular.ttf",
        EXTENDED,
        (400, 600),
        features=(),
    ),
)


def faces_of(kind: str) -> tuple[Face, ...]:
    """Return the faces of a site whose prose is set in ``serif`` or ``sans``."""
    if kind == "serif":
        return (*FACES, *EXTENDED_FACES)
    faces = (*FACES, SANS_ITALIC, *EXTENDED_FACES)
    return tuple(face for face in faces if face.package == _SANS)


@cache
def subset_font(face: Face) -> bytes:
    """Return the face as WOFF2: from the user's cache, or cut and kept there."""
    folder = user_cache_folder(os.environ)
    return kept_font(face, FaceCache(folder / "faces" if folder else None))


def kept_font(face: Face, kept: FaceCache) -> bytes:
    """Return the face as WOFF2; with and without a cache the bytes are the same."""
    original = face_file(face)
    key = f"{face.name}-{_digest_of_making(face, original)[:32]}"
    font = kept.read(key)
    if font is None:
        # Late: where every face is kept, the library that cuts is not loaded.
        from galley.html.face_cutting import cut_font

        font = cut_font(original, _code_points(face.spans), face.features)
        kept.keep(key, font)
    return font


def font_face_rules(face: Face, url: str) -> str:
    """Return the ``@font-face`` rules, one per weight, that load `face` from `url`."""
    return "".join(_font_face_rule(face, weight, url) for weight in face.weights)


def needs_extended(text: str) -> bool:
    """Return whether the text has a letter that only the extended faces hold."""
    return _has_sign_in(EXTENDED, text)


def has_letter_of(face: Face, text: str) -> bool:
    """Return whether the text has a sign that the face holds."""
    return _has_sign_in(face.spans, text)


def _has_sign_in(spans: Iterable[Span], text: str) -> bool:
    signs = set(map(ord, set(text)))
    return any(first <= sign <= last for first, last in spans for sign in signs)


def face_file(face: Face) -> bytes:
    """Return the whole font that a face is cut from, as TrueType."""
    # Found, not imported: a package that carries a font may load much that is of no use here.
    package = find_spec(face.package)
    if package is None or not package.submodule_search_locations:
        raise EnvironmentFault(
            f"the package {face.package}, which carries a font, is not installed",
            "Install Galley again.",
        )
    folder = Path(package.submodule_search_locations[0], face.folder)
    return (folder / face.file).read_bytes()


def _digest_of_making(face: Face, original: bytes) -> str:
    """Return a digest of all that decides the bytes of the cut face."""
    parts = (
        original,
        repr((face.spans, face.features)).encode(),
        files("galley.html").joinpath("face_cutting.py").read_bytes(),
        *(_version(name).encode() for name in _CUTTERS),
    )
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _font_face_rule(face: Face, weight: int, url: str) -> str:
    # One rule per weight instead of a range: browsers join faces with the same weight only, and
    # a range would take the place of the semibold face instead of completing it.
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{weight};'
        f'font-display:swap;src:url("{url}") format("woff2");'
        f"unicode-range:{_unicode_range(face.spans)}}}\n"
    )


def _unicode_range(spans: Iterable[Span]) -> str:
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


def _code_points(spans: Iterable[Span]) -> list[int]:
    return [point for first, last in spans for point in range(first, last + 1)]
