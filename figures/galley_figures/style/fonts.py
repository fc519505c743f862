"""The page's own sans, Source Sans, for matplotlib: from the installed package, by file path.

A font that is named by its file needs no registration, so nothing global changes, and the widths
measured here are those of the web font the reader gets.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Final, Literal, TypeAlias

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

Weight: TypeAlias = Literal["regular", "semibold"]

FONT_FAMILY: Final = "'Source Sans', 'Source Sans Pro', sans-serif"
"""What a drawing asks the page for; ``Source Sans`` is the name of the page's web font."""

FONT_WEIGHTS: Final = {"regular": 400, "semibold": 600}

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


def font(size_px: float, weight: Weight = "regular") -> FontProperties:
    """Return matplotlib's description of the house font; a drawing has 72 dpi, so 1 pt is 1 px."""
    return FontProperties(fname=font_file(weight), size=size_px, weight=FONT_WEIGHTS[weight])


@cache
def text_width_px(text: str, size_px: float, weight: Weight = "regular") -> float:
    """Return the width of one line of text."""
    width, _height, _descent = text_to_path.get_text_width_height_descent(
        text, font(size_px, weight), ismath=False
    )
    return float(width)


def wrap(text: str, width_px: float, size_px: float, weight: Weight = "regular") -> str:
    """Break a text into as few lines as fit a width, at spaces, the lines about equally long.

    Its own line breaks stay. A word longer than the width stands alone.
    """
    return "\n".join(
        "\n".join(_balanced_lines(line, width_px, size_px, weight)) for line in text.split("\n")
    )


def _balanced_lines(line: str, width_px: float, size_px: float, weight: Weight) -> list[str]:
    lines = _wrapped_line(line, width_px, size_px, weight)
    narrower = width_px
    while len(lines) > 1 and narrower > width_px / 2:
        narrower -= _BALANCE_STEP_PX
        candidate = _wrapped_line(line, narrower, size_px, weight)
        if len(candidate) > len(lines) or _longest(candidate, size_px, weight) > width_px:
            break
        lines = candidate
    return lines


def _longest(lines: list[str], size_px: float, weight: Weight) -> float:
    return max(text_width_px(line, size_px, weight) for line in lines)


def _wrapped_line(line: str, width_px: float, size_px: float, weight: Weight) -> list[str]:
    lines: list[str] = []
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width_px(longer, size_px, weight) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def use_house_font(figure: Figure) -> None:
    """Give the house font to every text that has none yet, such as the labels of ticks."""
    for text in figure.findobj(Text):
        if isinstance(text, Text) and text.get_fontproperties().get_file() is None:
            text.set_fontproperties(font(float(text.get_fontsize())))
