"""The style sheet and the faces: joined, made smaller, named after their content.

Pure: the files of the package go in, names and bytes come out; whoever publishes writes them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from galley.html.fonts import (
    EXTENDED_FACES,
    Face,
    faces_of,
    font_face_rules,
    has_letter_of,
    needs_extended,
    subset_font,
)
from galley.html.maths_face import ALPHABET_FACES, MATHS_FACE
from galley.look import GALLEYS_LOOK, Look
from galley.overrides import OWN_SHEET

FOLDER = "assets"
"""Where the files lie under the site's root."""

SHEETS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")
"""The layers in their order; `components` is a folder, the others are one file each."""

OWN_LAYER = "own"
"""The last layer: what a site adds in ``styles/own.css``."""

_SHEET_FOLDER = files("galley.html").joinpath("static", "css")
_MATHS_FACES = (MATHS_FACE, *ALPHABET_FACES)
# The smallest face, which every page shows at once: inside the sheet it saves a request.
_INSIDE = frozenset({"sans-semibold"})
# A preview may meet several sites; a build has one.
_LOOKS = 8


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


@lru_cache(_LOOKS)
def site_assets(look: Look = GALLEYS_LOOK) -> SiteAssets:
    """Return the style sheet and the faces that every page of a site loads."""
    return _assets("site", stylesheet(look), faces_of(look.type))


@lru_cache(_LOOKS)
def maths_assets(look: Look = GALLEYS_LOOK) -> SiteAssets:
    """Return the style sheet and the faces that pages with formulas load besides."""
    return _assets("maths", maths_stylesheet(look), _MATHS_FACES)


def has_maths(html: str) -> bool:
    """Return whether a page holds a formula, and so needs the sheet of `maths_assets`."""
    return "<math" in html


def inline_stylesheet(html: str | None = None, look: Look = GALLEYS_LOOK) -> Markup:
    """Return the style sheet of a page that stands alone, faces inside.

    Parameters
    ----------
    html
        What the page shows; faces for letters and formulas that it has not are left out. None
        keeps them all.
    """
    is_maths = html is None or has_maths(html)
    sheets = (stylesheet(look), maths_stylesheet(look)) if is_maths else (stylesheet(look),)
    faces = [
        face
        for face in (*faces_of(look.type), MATHS_FACE, *ALPHABET_FACES)
        if html is None or _serves(face, html)
    ]
    # In a style sheet `<\/` says the same; in a page, `</` could end the sheet.
    css = "".join((*sheets, *map(_embedded, faces))).replace("</", "<\\/")
    return Markup(css)  # noqa: S704 - our own CSS, and the site's own, which ends nowhere else


@lru_cache(_LOOKS)
def stylesheet(look: Look = GALLEYS_LOOK) -> str:
    """Return all layers and the figures' colours as one style sheet, without the faces."""
    added = look.styles.get(OWN_SHEET, "")
    order = f"@layer {','.join((*SHEETS, OWN_LAYER) if added else SHEETS)};\n"
    sheets = "".join(f"@layer {name}{{\n{_read_layer(name, look)}}}\n" for name in SHEETS)
    old = _read_sheet("old.css", look)
    ours = shrink(order + figure_colours(look) + sheets + own_tokens(look) + old)
    return f"{ours}@layer {OWN_LAYER}{{\n{added}\n}}\n" if added else ours


def maths_stylesheet(look: Look = GALLEYS_LOOK) -> str:
    """Return the rules for formulas, without the faces."""
    return shrink(_read_sheet("maths.css", look))


def own_tokens(look: Look) -> str:
    """Return what a site's colours and type make of the tokens; empty where it has Galley's."""
    light, dark = look.page_variables("light"), look.page_variables("dark")
    prose = {"--serif": "var(--sans)"} if look.type == "sans" else {}
    if not (light or dark or prose):
        return ""
    return (
        f"@layer tokens{{\n:root{{\n{_declarations(prose | light)}}}\n"
        f"{_in_the_dark(_declarations(dark))}}}\n"
    )


def figure_colours(look: Look = GALLEYS_LOOK) -> str:
    """Return the figures' colours as variables: light, dark on screens, and light on paper.

    A reader's own choice goes before the system's. What brings its own paper, and pictures, which
    may be see-through, have the light ones always.
    """
    light, dark = look.variables("light"), look.variables("dark") | {"--paper-edge": ".8rem"}
    return (
        f"@layer tokens{{\n:root,.on-paper,.body img{{\n{_declarations(light)}}}\n"
        f"{_in_the_dark(_declarations(dark))}"
        "@media screen{:root[data-theme=light]{color-scheme:light}}\n}\n"
    )


def _in_the_dark(declarations: str) -> str:
    """Return declarations for dark screens: where the system is dark, or the reader chose it.

    Said twice, they cost next to nothing: a compressed sheet names the first.
    """
    return (
        f"@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{\n{declarations}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;\n{declarations}}}}}\n"
    )


def shrink(css: str) -> str:
    """Return the style sheet without comments and without space that says nothing."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    on_one_line = re.sub(r"\s+", " ", without_comments)
    # A space before a colon or around a sign of `calc` has a meaning; these have none.
    tight = re.sub(r"\s*([{};,>])\s*|(:) ", r"\1\2", on_one_line)
    return tight.replace(";}", "}").strip() + "\n"


def _assets(name: str, rules: str, faces: Iterable[Face]) -> SiteAssets:
    chosen = tuple(faces)
    inside = "".join(_embedded(face) for face in chosen if face.name in _INSIDE)
    named = {
        face: _hashed_name(face.name, subset_font(face), "woff2")
        for face in chosen
        if face.name not in _INSIDE
    }
    # Style sheet and faces lie in one folder, so a bare name is the way from one to the other.
    loading = "".join(font_face_rules(face, file) for face, file in named.items())
    sheet = (rules + inside + loading).encode()
    address = f"{FOLDER}/{_hashed_name(name, sheet, 'css')}"
    fonts = {f"{FOLDER}/{file}": subset_font(face) for face, file in named.items()}
    return SiteAssets({address: sheet, **fonts}, address)


def _serves(face: Face, html: str) -> bool:
    """Return whether a page that stands alone has something to print with the face."""
    if face == MATHS_FACE:
        return has_maths(html)
    if face in ALPHABET_FACES:
        return has_maths(html) and has_letter_of(face, html)
    return face not in EXTENDED_FACES or needs_extended(html)


def _read_layer(name: str, look: Look) -> str:
    if name != "components":
        return _read_sheet(f"{name}.css", look)
    parts = sorted(part.name for part in _SHEET_FOLDER.joinpath(name).iterdir())
    sheets = (f"{name}/{part}" for part in parts if part.endswith(".css"))
    return "".join(_read_sheet(sheet, look) for sheet in sheets)


def _read_sheet(name: str, look: Look) -> str:
    """Return a sheet: the site's own of that name, else Galley's."""
    own = look.styles.get(name)
    if own is not None:
        return f"{own}\n"
    return _SHEET_FOLDER.joinpath(*name.split("/")).read_text(encoding="utf-8")


def _declarations(variables: Mapping[str, str]) -> str:
    return "".join(f"{name}:{value};\n" for name, value in variables.items())


def _embedded(face: Face) -> str:
    data = base64.b64encode(subset_font(face)).decode()
    return font_face_rules(face, f"data:font/woff2;base64,{data}")


def _hashed_name(name: str, data: bytes, suffix: str) -> str:
    return f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"
