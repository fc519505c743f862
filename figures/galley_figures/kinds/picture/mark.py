"""The mark inside a drawn or made-up picture, which stays when the picture is copied elsewhere.

It is the mark of `galley_figures.style.evidence_marks`, set in pixels: a band with the words above
the picture, a frame around both, and over a made-up picture a watermark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from galley_figures.explanatory import EvidenceClass
from galley_figures.kinds.picture.pixels import MAX_WIDTH, Pixels, narrowed
from galley_figures.locale import SCHEMATIC, Lang
from galley_figures.locale.notebook import WORDS
from galley_figures.style.fonts import Weight, font_file
from galley_figures.style.palette import ColourName, colour

_PHONE_PX: Final = 350
"""Where the words of the mark are still 12 px high."""

_BAND_PX: Final = 24
_WORD_PX: Final = 12
_INSET_PX: Final = 8
_MARGIN_PX: Final = 3
"""Between frame and picture, so that the frame is seen beside a dark photo too."""

_DASH_PX: Final = (4, 3)
_WATERMARK_STEP_PX: Final = 75


@dataclass(frozen=True)
class _Look:
    """How the mark of one evidence class looks."""

    words: str
    ink: ColourName
    band: ColourName
    weight: Weight
    is_dashed: bool
    watermark: str = ""


def marked(pixels: Pixels, evidence: EvidenceClass, lang: Lang) -> Pixels:
    """Return the picture with the mark of its evidence class; data and models need none."""
    if evidence == "schematic":
        look = _Look(SCHEMATIC[lang], "ink-muted", "paper", "regular", is_dashed=True)
    elif evidence == "synthetic":
        words = WORDS[lang].picture_evidence["synthetic"]
        look = _Look(words, "caution", "caution-tint", "semibold", is_dashed=False, watermark=words)
    else:
        return pixels
    return replace(pixels, image=_with_mark(pixels.image, look))


def _with_mark(picture: Image.Image, look: _Look) -> Image.Image:
    unit = max(1.0, picture.width / _PHONE_PX)
    band, margin, inset = (round(px * unit) for px in (_BAND_PX, _MARGIN_PX, _INSET_PX))
    picture = narrowed(picture, MAX_WIDTH - 2 * margin)
    if look.watermark:
        picture = _with_watermark(picture, look.watermark, unit)
    size = (picture.width + 2 * margin, picture.height + band + margin)
    whole = Image.new("RGB", size, colour(look.band))
    whole.paste(picture, (margin, band))
    pen = ImageDraw.Draw(whole)
    face = _fitting(look.words, look.weight, _WORD_PX * unit, whole.width - 2 * inset)
    pen.text((inset, band / 2), look.words, colour(look.ink), face, anchor="lm")
    _frame(pen, whole.size, unit, colour(look.ink), is_dashed=look.is_dashed)
    return whole


def _fitting(words: str, weight: Weight, size: float, width: float) -> ImageFont.FreeTypeFont:
    """Return the house font, smaller where a small picture leaves less room."""
    face = _face(weight, size)
    needed = face.getlength(words)
    return face if needed <= width else _face(weight, size * width / needed)


def _face(weight: Weight, size: float) -> ImageFont.FreeTypeFont:
    # The basic layout is the same on every machine; the other needs a library that may be absent.
    return ImageFont.truetype(
        font_file(weight), max(1.0, size), layout_engine=ImageFont.Layout.BASIC
    )


def _frame(
    pen: ImageDraw.ImageDraw, size: tuple[int, int], unit: float, ink: str, *, is_dashed: bool
) -> None:
    width = max(1, round(unit))
    right, bottom = size[0] - 1, size[1] - 1
    if not is_dashed:
        pen.rectangle((0, 0, right, bottom), outline=ink, width=width)
        return
    dash, gap = (round(part * unit) for part in _DASH_PX)
    for start in range(0, right + 1, dash + gap):
        end = min(start + dash - 1, right)
        pen.rectangle((start, 0, end, width - 1), ink)
        pen.rectangle((start, bottom - width + 1, end, bottom), ink)
    for start in range(0, bottom + 1, dash + gap):
        end = min(start + dash - 1, bottom)
        pen.rectangle((0, start, width - 1, end), ink)
        pen.rectangle((right - width + 1, start, right, end), ink)


def _with_watermark(picture: Image.Image, words: str, unit: float) -> Image.Image:
    """Repeat the words down the picture, light with a dark edge, so that each ground shows them."""
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    face = _fitting(words, "semibold", 24 * unit, picture.width * 0.8)
    rows = max(1, round(picture.height / (_WATERMARK_STEP_PX * unit)))
    for row in range(rows):
        pen.text(
            (picture.width / 2, picture.height * (row + 0.5) / rows),
            words,
            (255, 255, 255, 110),
            face,
            anchor="mm",
            stroke_width=max(1, round(unit * 0.6)),
            stroke_fill=(0, 0, 0, 70),
        )
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")
