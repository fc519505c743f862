"""The style sheet and the faces: joined, made smaller, named after their content.

Pure: the files of the package go in, names and bytes come out; whoever publishes writes them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from markupsafe import Markup

from galley.html.fonts import (
    EXTENDED_FACES,
    FACES,
    Face,
    font_face_rules,
    has_letter_of,
    needs_extended,
    subset_font,
)
from galley.html.maths_face import ALPHABET_FACES, MATHS_FACE
from galley_figures.style.palette import css_variables

FOLDER = "assets"
"""Where the files lie under the site's root."""

SHEETS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")
"""The layers in their order; `components` is a folder, the others are one file each."""


@dataclass(frozen=True)
class SiteAssets:
    """A style sheet with what it loads, by address under the site's root.

    Attributes
    ----------
    files
        Address (``assets/site-1a2b3c4d.css``) → bytes.
    stylesheet
        The address of the style sheet; the faces are reached from it.
    """

    files: Mapping[str, bytes]
    stylesheet: str


@cache
def site_assets() -> SiteAssets:
    """Return the style sheet and the faces that every page of a site loads."""
    return _assets("site", stylesheet(), _all_faces())


@cache
def maths_assets() -> SiteAssets:
    """Return the style sheet and the faces that pages with formulas load besides."""
    return _assets("maths", maths_stylesheet(), (MATHS_FACE, *ALPHABET_FACES))


def has_maths(html: str) -> bool:
    """Return whether a page holds a formula, and so needs the sheet of `maths_assets`."""
    return "<math" in html


def inline_stylesheet(html: str | None = None) -> Markup:
    """Return the style sheet of a page that stands alone, faces inside.

    Parameters
    ----------
    html
        What the page shows; faces for letters and formulas that it has not are left out. None
        keeps them all.
    """
    is_maths = html is None or has_maths(html)
    sheets = (stylesheet(), maths_stylesheet()) if is_maths else (stylesheet(),)
    faces = [
        face
        for face in (*_all_faces(), MATHS_FACE, *ALPHABET_FACES)
        if html is None or _serves(face, html)
    ]
    return Markup("".join((*sheets, *map(_embedded, faces))))  # noqa: S704 -- our own CSS


@cache
def stylesheet() -> str:
    """Return all layers and the figures' colours as one style sheet, without the faces."""
    folder = files("galley.html").joinpath("static", "css")
    order = f"@layer {','.join(SHEETS)};\n"
    sheets = "".join(f"@layer {name}{{\n{_read_layer(folder, name)}}}\n" for name in SHEETS)
    return shrink(order + figure_colours() + sheets)


def maths_stylesheet() -> str:
    """Return the rules for formulas, without the faces."""
    path = files("galley.html").joinpath("static", "css", "maths.css")
    return shrink(path.read_text(encoding="utf-8"))


def figure_colours() -> str:
    """Return the figures' colours as variables: light, dark on screens, and light on paper.

    What brings its own paper, and pictures, which may be see-through, have the light ones always.
    """
    light, dark = css_variables("light"), css_variables("dark")
    return (
        f"@layer tokens{{\n:root,.on-paper,.body img{{\n{_declarations(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{\n{_declarations(dark)}}}}}\n}}\n"
    )


def shrink(css: str) -> str:
    """Return the style sheet without comments and without space that says nothing."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    on_one_line = re.sub(r"\s+", " ", without_comments)
    # A space before a colon or around a sign of `calc` has a meaning; these have none.
    tight = re.sub(r"\s*([{};,>])\s*|(:) ", r"\1\2", on_one_line)
    return tight.replace(";}", "}").strip() + "\n"


def _assets(name: str, rules: str, faces: Iterable[Face]) -> SiteAssets:
    named = {face: _hashed_name(face.name, subset_font(face), "woff2") for face in faces}
    # Style sheet and faces lie in one folder, so a bare name is the way from one to the other.
    loading = "".join(font_face_rules(face, file) for face, file in named.items())
    sheet = (rules + loading).encode()
    address = f"{FOLDER}/{_hashed_name(name, sheet, 'css')}"
    fonts = {f"{FOLDER}/{file}": subset_font(face) for face, file in named.items()}
    return SiteAssets({address: sheet, **fonts}, address)


def _serves(face: Face, html: str) -> bool:
    """Return whether a page that stands alone has something to print with the face."""
    if face == MATHS_FACE:
        return has_maths(html)
    if face in ALPHABET_FACES:
        return has_maths(html) and has_letter_of(face, html)
    return face in FACES or needs_extended(html)


def _all_faces() -> tuple[Face, ...]:
    return (*FACES, *EXTENDED_FACES)


def _read_layer(folder: Traversable, name: str) -> str:
    if name != "components":
        return folder.joinpath(f"{name}.css").read_text(encoding="utf-8")
    parts = sorted(folder.joinpath(name).iterdir(), key=lambda part: part.name)
    return "".join(part.read_text(encoding="utf-8") for part in parts if part.name.endswith(".css"))


def _declarations(variables: Mapping[str, str]) -> str:
    return "".join(f"{name}:{value};\n" for name, value in variables.items())


def _embedded(face: Face) -> str:
    data = base64.b64encode(subset_font(face)).decode()
    return font_face_rules(face, f"data:font/woff2;base64,{data}")


def _hashed_name(name: str, data: bytes, suffix: str) -> str:
    return f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"
