"""The style sheet and the faces: joined, made smaller, named after their content.

Pure: the files of the package go in, names and bytes come out; whoever publishes writes them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
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
    needs_extended,
    subset_font,
)
from galley_figures.style.palette import css_variables

FOLDER = "assets"
"""Where the files lie under the site's root."""

SHEETS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")
"""The layers in their order; `components` is a folder, the others are one file each."""


@dataclass(frozen=True)
class SiteAssets:
    """Everything pages load, by address under the site's root.

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
    """Return the style sheet and the faces of a site."""
    faces = {face: _hashed_name(face.name, subset_font(face), "woff2") for face in _all_faces()}
    # Style sheet and faces lie in one folder, so a bare name is the way from one to the other.
    rules = "".join(font_face_rules(face, name) for face, name in faces.items())
    sheet = (stylesheet() + rules).encode()
    name = _hashed_name("site", sheet, "css")
    fonts = {f"{FOLDER}/{name}": subset_font(face) for face, name in faces.items()}
    return SiteAssets({f"{FOLDER}/{name}": sheet, **fonts}, f"{FOLDER}/{name}")


def inline_stylesheet(text: str | None = None) -> Markup:
    """Return the style sheet of a page that stands alone, faces inside.

    Parameters
    ----------
    text
        What the page shows; without a letter of the extended faces these are left out. None
        keeps them.
    """
    is_extended = text is None or needs_extended(text)
    faces = _all_faces() if is_extended else FACES
    return Markup(stylesheet() + "".join(_embedded(face) for face in faces))  # noqa: S704 -- our own CSS


@cache
def stylesheet() -> str:
    """Return all layers and the figures' colours as one style sheet, without the faces."""
    folder = files("galley.html").joinpath("static", "css")
    order = f"@layer {','.join(SHEETS)};\n"
    sheets = "".join(f"@layer {name}{{\n{_read_layer(folder, name)}}}\n" for name in SHEETS)
    return shrink(order + figure_colours() + sheets)


def figure_colours() -> str:
    """Return the figures' colours as variables: light, dark on screens, and light on paper."""
    light, dark = css_variables("light"), css_variables("dark")
    return (
        f"@layer tokens{{\n:root{{\n{_declarations(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{\n{_declarations(dark)}}}}}\n}}\n"
    )


def shrink(css: str) -> str:
    """Return the style sheet without comments and without space that says nothing."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    on_one_line = re.sub(r"\s+", " ", without_comments)
    # A space before a colon or around a sign of `calc` has a meaning; these have none.
    tight = re.sub(r"\s*([{};,>])\s*|(:) ", r"\1\2", on_one_line)
    return tight.replace(";}", "}").strip() + "\n"


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
