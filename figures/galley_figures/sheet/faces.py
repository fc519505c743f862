"""The house font for a page that stands alone: subset to its words, inside the style sheet."""

from __future__ import annotations

import base64
import io
from functools import cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from galley_figures.style.fonts import FONT_WEIGHTS, Weight, font_file

# The page's own words need these, whatever the figures say.
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))


def font_faces(words: str) -> str:
    """Return ``@font-face`` rules with the font's letters for some words."""
    letters = "".join(sorted(_ALWAYS | set(words)))
    return "".join(_face(weight, letters) for weight in FONT_WEIGHTS)


@cache
def _face(weight: Weight, letters: str) -> str:
    data = base64.b64encode(_subset(weight, letters)).decode("ascii")
    return (
        f'@font-face{{font-family:"Source Sans";font-weight:{FONT_WEIGHTS[weight]};'
        f"src:url(data:font/woff2;base64,{data})}}\n"
    )


def _subset(weight: Weight, letters: str) -> bytes:
    font = TTFont(font_file(weight), recalcTimestamp=False)
    subsetter = Subsetter(Options(flavor="woff2", notdef_outline=True))
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()
