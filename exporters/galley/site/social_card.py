"""The picture that stands for a page in messengers and networks: 1200 × 630, in the house style.

Drawn from the title and the article's figure, as a page of a magazine would show it: on paper, the
category above, the site's name below. Most readers see it two or three times smaller, so the
title is as large as it can be, and nothing else says much.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from galley.html.fonts import FACES, face_file
from galley_figures.style.palette import css_variables

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
MOST_BYTES = 300_000
"""WhatsApp shows no picture that is larger."""

_MARGIN = 64
_GAP = 48
_FOOT = 540
_TOP = 124
_LABEL_SIZE = 32
_SMALLEST_TITLE, _LARGEST_TITLE = 38, 88
_TITLE_LEADING = 1.14
_TEXT_SIZE, _TEXT_LEADING = 38, 50
# A flat drawing stands below the title, where it can be wide.
_FLAT = 2.4
# Widths of a drawing beside the title: the first that leaves the title this large.
_BESIDE = (600, 520, 440)
_GOOD_TITLE = 60
_MOST_ENLARGED = 1.5
_COLOURS = (256, 64, 16)


@dataclass(frozen=True)
class CardFace:
    """What a card shows.

    Attributes
    ----------
    label
        The category, or what else stands small above the title.
    text
        A sentence below the title, where there is no drawing.
    drawing
        The figure as a picture file; empty for a card of words.
    accent
        The colour of the label; empty for Galley's.
    is_sans
        The title is set without serifs, as the site's are.
    """

    title: str
    label: str = ""
    site: str = ""
    text: str = ""
    drawing: bytes = field(default=b"", repr=False)
    accent: str = ""
    is_sans: bool = False

    @property
    def title_face(self) -> str:
        """The name of the face in which titles are set."""
        return "sans-semibold" if self.is_sans else "serif-semibold"


@dataclass(frozen=True)
class _Box:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@lru_cache(maxsize=64)
def draw_card(face: CardFace) -> bytes:
    """Return the card as PNG; the same face gives the same bytes."""
    # Late: a build whose cards are all kept needs no library that draws.
    from PIL import Image, ImageDraw

    colours = css_variables("light")
    canvas = Image.new("RGB", (WIDTH, HEIGHT), colours["--fig-paper"])
    pen = ImageDraw.Draw(canvas)
    _draw_label(pen, face.label, face.accent or colours["--fig-restoration"])
    _draw_foot(pen, face, colours)
    area = _Box(_MARGIN, _TOP if face.label else _MARGIN, WIDTH - _MARGIN, _FOOT - 32)
    drawing = _opened(face.drawing)
    if drawing is None:
        end = _draw_title(pen, face, area, colours["--fig-ink"])
        below = _Box(area.left, end + 24, area.right, area.bottom)
        _draw_text(pen, face.text, below, colours["--fig-ink-soft"])
    elif drawing.width >= _FLAT * drawing.height:
        upper = _Box(area.left, area.top, area.right, area.top + area.height // 2)
        end = _draw_title(pen, face, upper, colours["--fig-ink"])
        _place(canvas, drawing, _Box(area.left, end + 36, area.right, area.bottom))
    else:
        left, right = _side_by_side(face, area)
        _draw_title(pen, face, left, colours["--fig-ink"])
        _place(canvas, drawing, right)
    return _as_png(canvas)


def _side_by_side(face: CardFace, area: _Box) -> tuple[_Box, _Box]:
    """Return where title and drawing stand; a short title leaves more to the drawing."""
    for width in _BESIDE:
        edge = area.right - width
        left = _Box(area.left, area.top, edge - _GAP, area.bottom)
        if _fitted(face, left)[0] >= _GOOD_TITLE:
            break
    return left, _Box(edge, area.top, area.right, area.bottom)


# ------------------------------------------------------------------ words


def _draw_label(pen: ImageDraw, text: str, colour: str) -> None:
    font = _font("sans-semibold", _LABEL_SIZE)
    line = _shortened(text, font, WIDTH - 2 * _MARGIN)
    pen.text((_MARGIN, _MARGIN + _LABEL_SIZE * 0.75), line, font=font, fill=colour, anchor="ls")


def _draw_foot(pen: ImageDraw, face: CardFace, colours: dict[str, str]) -> None:
    edge = (_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT)
    pen.line(edge, fill=colours["--fig-hairline"], width=2)
    font = _font(face.title_face, _LABEL_SIZE)
    line = _shortened(face.site, font, WIDTH - 2 * _MARGIN)
    pen.text((_MARGIN, _FOOT + 52), line, font=font, fill=colours["--fig-ink-soft"], anchor="ls")


def _draw_title(pen: ImageDraw, face: CardFace, area: _Box, colour: str) -> int:
    """Draw the title as large as it goes into the area, and return where it ends."""
    size, lines = _fitted(face, area)
    font, leading = _font(face.title_face, size), round(size * _TITLE_LEADING)
    # Capitals, not the font's own top, stand on the area's edge.
    baseline = area.top + round(size * 0.7)
    for place, line in enumerate(lines):
        where = (area.left, baseline + place * leading)
        pen.text(where, line, font=font, fill=colour, anchor="ls")
    return baseline + (len(lines) - 1) * leading + round(size * 0.22)


def _draw_text(pen: ImageDraw, text: str, area: _Box, colour: str) -> None:
    """Draw as many lines of a sentence as there is room for."""
    font = _font("serif", _TEXT_SIZE)
    most = max(0, area.height // _TEXT_LEADING)
    for place, line in enumerate(_cut(_balanced(text, font, area.width), most, font, area)):
        where = (area.left, area.top + (place + 1) * _TEXT_LEADING - 12)
        pen.text(where, line, font=font, fill=colour, anchor="ls")


def _cut(lines: Sequence[str], most: int, font: FreeTypeFont, area: _Box) -> Sequence[str]:
    """Return no more lines than there is room for; the last then says that there is more."""
    shown = [_shortened(line, font, area.width) for line in lines[:most]]
    if len(lines) > most > 0:
        shown[-1] = _shortened(f"{lines[most - 1]} {lines[most]}", font, area.width)
    return shown


def _fitted(face: CardFace, area: _Box) -> tuple[int, Sequence[str]]:
    """Return the largest size at which the title fits, with its lines."""
    for size in range(_LARGEST_TITLE, _SMALLEST_TITLE, -2):
        font = _font(face.title_face, size)
        lines = tuple(_lines(face.title, font, area.width))
        is_whole = all(font.getlength(line) <= area.width for line in lines)
        if is_whole and len(lines) * size * _TITLE_LEADING <= area.height:
            return size, _balanced(face.title, font, area.width)
    font = _font(face.title_face, _SMALLEST_TITLE)
    most = max(1, int(area.height // (_SMALLEST_TITLE * _TITLE_LEADING)))
    return _SMALLEST_TITLE, _cut(tuple(_lines(face.title, font, area.width)), most, font, area)


def _balanced(text: str, font: FreeTypeFont, width: int) -> Sequence[str]:
    """Return as many lines as it takes, as even as they can be."""
    best = tuple(_lines(text, font, width))
    for narrower in range(width, width // 3, -12):
        lines = tuple(_lines(text, font, narrower))
        if len(lines) > len(best) or any(font.getlength(line) > narrower for line in lines):
            break
        best = lines
    return best


def _lines(text: str, font: FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _shortened(text: str, font: FreeTypeFont, width: int) -> str:
    """Return a line that fits, its end left out where it must be."""
    if font.getlength(text) <= width:
        return text
    while " " in text and font.getlength(f"{text} …") > width:
        text = text.rpartition(" ")[0]
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text} …" if " " in text else f"{text}…"


@cache
def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    face = next(face for face in FACES if face.name == name)
    return ImageFont.truetype(io.BytesIO(face_file(face)), size)


# ------------------------------------------------------------------ the drawing


def _opened(data: bytes) -> Image | None:
    """Return the drawing on paper; None where there is none that can be read."""
    from PIL import Image, UnidentifiedImageError

    if not data:
        return None
    try:
        opened = Image.open(io.BytesIO(data))
        if not opened.has_transparency_data:
            return opened.convert("RGB")
        picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    paper = Image.new("RGBA", picture.size, css_variables("light")["--fig-paper"])
    return Image.alpha_composite(paper, picture).convert("RGB")


def _place(canvas: Image, drawing: Image, area: _Box) -> None:
    """Put the whole drawing into the area: a part of it could say something else."""
    from PIL import Image

    if area.width <= 0 or area.height <= 0:
        return
    scale = min(area.width / drawing.width, area.height / drawing.height, _MOST_ENLARGED)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    small = drawing.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    canvas.paste(small, (area.right - size[0], area.top))


def _as_png(canvas: Image) -> bytes:
    """Return the picture with as many colours as keep it light."""
    from PIL import Image

    for colours in _COLOURS:
        out = io.BytesIO()
        few = canvas.quantize(colours, method=Image.Quantize.FASTOCTREE)
        few.save(out, format="PNG", compress_level=6)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()
