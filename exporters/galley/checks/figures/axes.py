"""The axes of a drawing that matplotlib made: their ticks and labels, read from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

_MARK = 'id="matplotlib.axis_'
# Text is kept as shapes, with the words in a comment, or as text.
_PARTS = re.compile(
    # Bounded, so that a broken drawing cannot hold up the check.
    r"<!--(?P<comment>[^<]{0,300}?)-->"
    r"|<g\b(?P<group>[^<>]{0,1000})>"
    r"|(?P<end></g>)"
    r"|<text\b[^<>]{0,1000}>(?P<text>.{0,500}?)</text>",
    re.DOTALL,
)
_ID = re.compile(r"\bid=\"(?P<id>[^\"]*)\"")
_TAG = re.compile(r"<[^>]*>")
_MATHS = re.compile(r"\$?\\mathdefault\{(.*)\}\$?")
_NUMBER = re.compile(
    r"[-+−–]?\s*(?:\d[\d.,\s]*(?:e[-+−]?\d+)?|\d*\s*(?:\\times\s*)?10\^\{?[-+−]?\d+\}?)"
)


@dataclass
class Axis:
    """One axis: ``x`` or ``y``, its tick labels, and what it is called."""

    direction: Literal["x", "y"]
    ticks: list[str] = field(default_factory=list)
    label: str = ""

    @property
    def is_of_numbers(self) -> bool:
        """Whether it counts or measures: at least two tick labels, all of them numbers."""
        return len(self.ticks) > 1 and all(_NUMBER.fullmatch(tick) for tick in self.ticks)

    @property
    def is_of_years(self) -> bool:
        """Whether its numbers are years of the calendar, which need no unit."""
        return all(re.fullmatch(r"(?:18|19|20|21)\d\d", tick) for tick in self.ticks)


@dataclass
class AxesOfFigure:
    """All axes of one drawing.

    Attributes
    ----------
    has_own_text
        Whether the figure has words outside its axes, which may label several of them.
    """

    axes: list[Axis] = field(default_factory=list)
    has_own_text: bool = False


def read_axes(svg: str) -> AxesOfFigure:
    """Return the axes; none where the drawing is not matplotlib's."""
    reader = _SvgReader()
    if _MARK in svg:
        for part in _PARTS.finditer(svg):
            reader.take(part)
    return reader.read


@dataclass
class _SvgReader:
    """Follows the groups of a drawing, which matplotlib names by what they are."""

    read: AxesOfFigure = field(default_factory=AxesOfFigure)
    groups: list[str] = field(default_factory=list)
    awaits_words: bool = False

    def take(self, part: re.Match[str]) -> None:
        if part["group"] is not None:
            if not part["group"].endswith("/"):
                self._open(part["group"])
        elif part["end"]:
            del self.groups[-1:]
            self.awaits_words = False
        elif self.awaits_words:
            # Words may stand there twice, as a comment and as text.
            self.awaits_words = False
            self._add(_plain(part["comment"] or part["text"] or ""))

    def _open(self, attributes: str) -> None:
        found = _ID.search(attributes)
        name = found["id"] if found else ""
        self.groups.append(name)
        self.awaits_words = name.startswith("text_")
        if name.startswith("matplotlib.axis_"):
            number = int(re.sub(r"\D", "", name) or 1)
            self.read.axes.append(Axis("x" if number % 2 else "y"))

    def _add(self, words: str) -> None:
        inside = {name.split("_")[0] for name in self.groups}
        if "matplotlib.axis" not in inside:
            self.read.has_own_text |= bool(words) and "axes" not in inside
        elif inside & {"xtick", "ytick"}:
            self.read.axes[-1].ticks.append(words)
        elif not _NUMBER.fullmatch(words):
            # What the ticks are multiplied by ("1e6") stands there too.
            self.read.axes[-1].label = words


def _plain(words: str) -> str:
    text = " ".join(unescape(_TAG.sub("", words)).split())
    maths = _MATHS.fullmatch(text)
    return maths[1] if maths else text
