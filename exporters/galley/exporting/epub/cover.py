"""The cover of a book: title, drawing and name of the site on paper, in the house style."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from galley.html.fonts import FACES, face_file
from galley_figures.style.palette import css_variables

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 1800
_MARGIN = 96
_TITLE_SIZES = range(118, 52, -4)
_TITLE_TALL = 720
_LABEL, _TEXT = 44, 46
_FOOT = 1640


@dataclass(frozen=True)
class Cover:
    """What a cover shows.

    Attributes
    ----------
    drawing
        A picture file; without it `text` stands below the title.
    accent
        The colour of the label; empty for Galley's.
    """

    title: str
    label: str = ""
    site: str = ""
    text: str = ""
    drawing: bytes = field(default=b"", repr=False)
    accent: str = ""
    is_sans: bool = False


def draw_cover(cover: Cover) -> bytes:
    """Return the cover as PNG; the same cover gives the same bytes."""
    from PIL import Image, ImageDraw

    colours = css_variables("light")
    canvas = Image.new("RGB", (WIDTH, HEIGHT), colours["--fig-paper"])
    pen = ImageDraw.Draw(canvas)
    face = "sans-semibold" if cover.is_sans else "serif-semibold"
    accent = cover.accent or colours["--fig-restoration"]
    _line(pen, cover.label, _font("sans-semibold", _LABEL), 150, accent)
    end = _title(pen, cover.title, face, colours["--fig-ink"])
    if cover.drawing:
        _place(canvas, cover.drawing, end + 90)
    else:
        _lines(pen, cover.text, _font("serif", _TEXT), end + 40, colours["--fig-ink-soft"])
    edge = (_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT)
    pen.line(edge, fill=colours["--fig-hairline"], width=3)
    _line(pen, cover.site, _font(face, _LABEL), _FOOT + 72, colours["--fig-ink-soft"])
    return _as_png(canvas)


def _title(pen: ImageDraw, title: str, face: str, colour: str) -> int:
    """Draw the title as large as it goes, and return where it ends."""
    for size in _TITLE_SIZES:
        font = _font(face, size)
        lines = list(_wrapped(title, font))
        is_whole = all(font.getlength(line) <= _room() for line in lines)
        if is_whole and len(lines) * size * 1.15 <= _TITLE_TALL:
            break
    y = 210 + size
    for line in lines[: _TITLE_TALL // size]:
        pen.text((_MARGIN, y), line, font=font, fill=colour, anchor="ls")
        y += round(size * 1.15)
    return y - round(size * 0.8)


def _lines(pen: ImageDraw, text: str, font: FreeTypeFont, top: int, colour: str) -> None:
    for place, line in enumerate(_wrapped(text, font)):
        y = top + (place + 1) * round(font.size * 1.4)
        if y < _FOOT - font.size:
            pen.text((_MARGIN, y), line, font=font, fill=colour, anchor="ls")


def _line(pen: ImageDraw, text: str, font: FreeTypeFont, y: int, colour: str) -> None:
    line = next(iter(_wrapped(text, font)), "")
    pen.text((_MARGIN, y), line, font=font, fill=colour, anchor="ls")


def _wrapped(text: str, font: FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _room():
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _place(canvas: Image, drawing: bytes, top: int) -> None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(drawing)) as opened:
            picture = opened.convert("RGBA")
    except (OSError, ValueError):
        return
    room = (_room(), _FOOT - 60 - top)
    share = min(room[0] / picture.width, room[1] / picture.height)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    small = picture.resize(size, Image.Resampling.LANCZOS)
    canvas.paste(small, (_MARGIN, top + (room[1] - size[1]) // 2), small)


def _as_png(canvas: Image) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    few = canvas.quantize(128, method=Image.Quantize.FASTOCTREE)
    few.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _room() -> int:
    return WIDTH - 2 * _MARGIN


@cache
def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    face = next(face for face in FACES if face.name == name)
    return ImageFont.truetype(io.BytesIO(face_file(face)), size)
