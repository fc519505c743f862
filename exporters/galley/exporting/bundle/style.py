"""The style sheet of a bundle with the faces it loads: the site's look, inside one element."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from galley.exporting.bundle.scoping import PREFIX, SCOPE, SHEET, Scoping
from galley.html.assets import maths_stylesheet, shrink, stylesheet
from galley.html.fonts import Face, faces_of, font_face_rules, subset_font
from galley.html.maths_face import ALPHABET_FACES, MATHS_FACE
from galley.look import Look

FONTS = "fonts"
"""The folder of the faces, beside the sheet."""

_LEVEL = ":not(#g#g)"
# What common hosts put on an element around everything while their readers see them dark.
_DARK_HOSTS = (
    '.dark,[data-theme="dark"],[data-bs-theme="dark"],[data-color-mode="dark"],'
    '[data-galley-theme="dark"]'
)
_TOLD_LIGHT = '[data-galley-theme="light"]'
_TOLD_AUTO = '[data-galley-theme="auto"]'


@dataclass(frozen=True)
class BundleStyle:
    """A style sheet, what it loads, and the families that it renamed.

    Attributes
    ----------
    fonts
        Path beside the sheet → bytes.
    """

    css: str = field(repr=False)
    fonts: Mapping[str, bytes] = field(repr=False)
    families: tuple[str, ...] = ()


@lru_cache(4)
def bundle_style(look: Look) -> BundleStyle:
    """Return the style of all bundles of a site; it is the same for each of its articles."""
    faces = (*faces_of(look.type), MATHS_FACE, *ALPHABET_FACES)
    fonts = {face: _font_path(face) for face in faces}
    scoping = Scoping()
    loading = "".join(font_face_rules(face, path) for face, path in fonts.items())
    own = files("galley.exporting.bundle").joinpath("bundle.css").read_text(encoding="utf-8")
    # Faces first, so that their families are known to all that asks for them.
    parts = [scoping.scoped(loading), _isolation()]
    parts += [scoping.scoped(stylesheet(look)), scoping.scoped(maths_stylesheet(look))]
    parts += [_dark(look), scoping.scoped(f"@layer bundle{{{shrink(own)}}}")]
    return BundleStyle(
        "".join(parts).replace("}", "}\n"),
        {path: subset_font(face) for face, path in fonts.items()},
        tuple(sorted(scoping.families)),
    )


def _isolation() -> str:
    """Return what takes the host's rules away from everything inside.

    Drawings and formulas carry colours and sizes in attributes, which count as the page's style:
    for them, only rules are taken back. So do pictures, whose size keeps their place free.
    """
    drawn = "svg *,math,math *,img,picture,source"
    return (
        f"{SCOPE}{_LEVEL}{{all:initial!important;display:block!important;"
        "inline-size:100%!important;min-inline-size:0!important;"
        f"--{PREFIX}unit:var(--{PREFIX}rem,max(1rem,16px))!important;"
        "container:galley-article/inline-size!important;"
        "contain-intrinsic-inline-size:min(720px,80vw)!important}"
        f"{SCOPE}{_LEVEL} :where(:not({drawn},svg)){{all:revert!important}}"
        f"{SCOPE}{_LEVEL} :where({drawn},svg){{all:revert-layer!important}}"
        f"{SCOPE}{_LEVEL} ::before,{SCOPE}{_LEVEL} ::after{{all:revert!important}}"
    )


def _dark(look: Look) -> str:
    """Return the colours of dark hosts: where they say so, or leave it to the reader's system."""
    own = look.variables("dark") | look.page_variables("dark") | {"--paper-edge": "12.8px"}
    declarations = "color-scheme:dark!important;" + ";".join(
        f"--{PREFIX}{name.removeprefix('--')}:{value}!important" for name, value in own.items()
    )
    level = ":not(#g#g#g#g)"
    told = (f":is({_DARK_HOSTS}) {SCOPE}{level}:not({_TOLD_LIGHT} *,{_TOLD_LIGHT})",)
    itself = (f'{SCOPE}{level}[data-galley-theme="dark"]',)
    auto = (f"{_TOLD_AUTO} {SCOPE}{level}", f"{SCOPE}{level}{_TOLD_AUTO}")
    return (
        f"@media screen{{{_on_sheet((*told, *itself))}{{{declarations}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{{_on_sheet(auto)}{{{declarations}}}}}"
    )


def _on_sheet(selectors: Iterable[str]) -> str:
    return ",".join(f"{each} {SHEET}" for each in selectors)


def _font_path(face: Face) -> str:
    return f"{FONTS}/{face.name}-{hashlib.sha256(subset_font(face)).hexdigest()[:8]}.woff2"
