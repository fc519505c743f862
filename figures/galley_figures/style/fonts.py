"""The page's own sans, Source Sans, for matplotlib: from the installed package, by file path.

A font that is named by its file needs no registration, so nothing global changes, and the widths
measured here are those of the web font the reader gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Final, Literal, NamedTuple, TypeAlias

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from galley_figures.style.texts import texts_of

Weight: TypeAlias = Literal["regular", "semibold"]

FONT_FAMILY: Final = "'Source Sans', 'Source Sans Pro', sans-serif"
"""What a drawing asks the page for; ``Source Sans`` is the name of the page's web font."""

FONT_WEIGHTS: Final = {"regular": 400, "semibold": 600}

PARTS_OF_PIXEL: Final = 64
"""In which FreeType counts."""

_BALANCE_STEP_PX: Final = 4

_FILES: Final = {"regular": "SourceSansPro-Regular.ttf", "semibold": "SourceSansPro-Semibold.ttf"}


@cache
def font_file(weight: Weight = "regular") -> str:
    """Return the path of the font's file.

    Raises
    ------
    ValueError
        If there is no such weight.
    """
    if weight not in _FILES:
        raise ValueError(f"font weight must be one of {', '.join(_FILES)}, not {weight!r}")
    with as_file(files("font_source_sans_pro") / "files" / _FILES[weight]) as path:
        return str(path)


@cache
def font(size_px: float, weight: Weight = "regular") -> FontProperties:
    """Return matplotlib's description of the house font; a drawing has 72 dpi, so 1 pt is 1 px.

    Texts copy it; nobody may change it.
    """
    return FontProperties(fname=font_file(weight), size=size_px, weight=FONT_WEIGHTS[weight])


def text_width_px(text: str, size_px: float, weight: Weight = "regular") -> float:
    """Return the width of one line of text."""
    return text_size_px(text, size_px, font_file(weight))[0]


@cache
def text_size_px(text: str, size_px: float, file: str) -> tuple[float, float, float]:
    """Return the width of one line of text, its height, and how far it reaches below its line.

    It is added up from words, exactly, since the house font moves no letter nearer to a space. A
    layout tries the same words in many lines; to measure each line as a whole took more than half
    of a first drawing.
    """
    words = text.split(" ")
    sizes = [_size_at_100_px(word, file) for word in words if word]
    spaces = [_size_at_100_px(" ", file)] * (len(words) - 1)
    descent = max((size.descent for size in (*sizes, *spaces)), default=0.0)
    ascent = max((size.height - size.descent for size in (*sizes, *spaces)), default=0.0)
    width = sum(size.width for size in (*sizes, *spaces))
    scale = size_px / 100
    return width * scale, (ascent + descent) * scale, descent * scale


class _Size(NamedTuple):
    width: float
    height: float
    descent: float


@cache
def _size_at_100_px(word: str, file: str) -> _Size:
    font = get_font(file)
    font.set_size(100, 72)
    font.set_text(word, 0.0, flags=LoadFlags.NO_HINTING)
    width, height = font.get_width_height()
    return _Size(*(part / PARTS_OF_PIXEL for part in (width, height, font.get_descent())))


def wrap(text: str, width_px: float, size_px: float, weight: Weight = "regular") -> str:
    """Break a text into as few lines as fit a width, at spaces, the lines about equally long.

    Its own line breaks stay. A word longer than the width stands alone.
    """
    return "\n".join(
        "\n".join(_balanced_lines(line, width_px, size_px, weight)) for line in text.split("\n")
    )


def _balanced_lines(line: str, width_px: float, size_px: float, weight: Weight) -> list[str]:
    words = _Words.of(line, size_px, weight)
    lines, _longest = words.broken(width_px)
    narrower = width_px
    while len(lines) > 1 and narrower > width_px / 2:
        narrower -= _BALANCE_STEP_PX
        candidate, longest = words.broken(narrower)
        if len(candidate) > len(lines) or longest > width_px:
            break
        lines = candidate
    return lines


@dataclass(frozen=True)
class _Words:
    """The words of a line with their widths at 100 px, which can be added without an error."""

    words: tuple[str, ...]
    widths: tuple[float, ...]
    space: float
    scale: float

    @classmethod
    def of(cls, line: str, size_px: float, weight: Weight) -> _Words:
        words = tuple(line.split(" "))
        *widths, space = (_size_at_100_px(word, font_file(weight)).width for word in (*words, " "))
        return cls(words, tuple(widths), space, size_px / 100)

    def broken(self, width_px: float) -> tuple[list[str], float]:
        """Return the lines that the words fill one after the other, and the longest one's width."""
        lines, widths = [self.words[0]], [self.widths[0]]
        for word, width in zip(self.words[1:], self.widths[1:], strict=True):
            longer = widths[-1] + self.space + width
            if longer * self.scale <= width_px:
                lines[-1], widths[-1] = f"{lines[-1]} {word}", longer
            else:
                lines.append(word)
                widths.append(width)
        return lines, max(widths) * self.scale


def use_house_font(figure: Figure) -> None:
    """Give the house font to every text that has none yet, such as the labels of ticks."""
    for text in texts_of(figure):
        if text.get_fontproperties().get_file() is None:
            text.set_fontproperties(font(float(text.get_fontsize())))
