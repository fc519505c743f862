"""What both layouts of a timeline share: blocks of words, the sign of a warning, bands.

The artists' gids are ``phase-band``, ``phase-name``, ``pole``, ``span``, ``event``, ``warning``,
``warning-sign``, ``mark-label``, ``leader``, ``axis``, ``axis-break``, ``tick``, ``tick-label``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes

from galley_figures.kinds.meanings import COLOURS, TINTS
from galley_figures.kinds.signs import SIGN, SIGN_INDENT, warning_sign
from galley_figures.kinds.timeline.spec import Entry, Timeline
from galley_figures.kinds.timeline.words import detail_words
from galley_figures.locale import Lang
from galley_figures.style.canvas import label_width, rule, write_lines
from galley_figures.style.fonts import wrap
from galley_figures.style.palette import ColourName

LINE: Final = 16.0
NAME_PX: Final = 13.0
DETAIL_PX: Final = 12.0
DOT: Final = 9.0
"""Diameter of an event."""


@dataclass(frozen=True)
class Block:
    """The words of an entry, broken into lines.

    Attributes
    ----------
    indent
        How far the words begin from the block's left, where a sign stands.
    """

    name: str
    detail: str
    indent: float

    @property
    def width(self) -> float:
        """How wide it is, with its sign."""
        name = label_width(self.name, NAME_PX, "semibold")
        detail = label_width(self.detail, DETAIL_PX) if self.detail else 0.0
        return self.indent + max(name, detail)

    @property
    def height(self) -> float:
        """How high it is."""
        return LINE * (self.name.count("\n") + 1 + _lines(self.detail))


def _lines(text: str) -> int:
    return text.count("\n") + 1 if text else 0


def block_of(timeline: Timeline, entry: Entry, lang: Lang, *, width: float) -> Block:
    """Break an entry's words to a width; a warning with an end has its sign before them."""
    indent = SIGN_INDENT if entry.kind == "warning" and entry.end is not None else 0.0
    detail = detail_words(timeline, entry, lang)
    return Block(
        name=wrap(entry.label, width - indent, NAME_PX, "semibold"),
        detail=wrap(detail, width - indent, DETAIL_PX) if detail else "",
        indent=indent,
    )


def write_block(
    page: Axes, block: Block, left: float, top: float, *, colour_name: ColourName, gid: str
) -> None:
    """Write the words with their top left corner at a place."""
    if block.indent:
        warning_sign(page, left + SIGN / 2, top + LINE / 2, colour_name)
    x = left + block.indent
    y = write_lines(
        page,
        x,
        top + 12.5,
        block.name,
        line_px=LINE,
        size_px=NAME_PX,
        weight="semibold",
        colour_name=colour_name,
        gid=gid,
    )
    if block.detail:
        write_lines(
            page, x, y, block.detail, line_px=LINE, size_px=DETAIL_PX, colour_name="ink-soft"
        )


def mark_colour(entry: Entry) -> ColourName:
    """Return the colour of an entry's mark and of its name."""
    return COLOURS[entry.shown_meaning]


def band_colour(entry: Entry, number: int) -> ColourName | None:
    """Return a phase's area: the tint of its meaning; without one, every other phase has one."""
    if entry.shown_meaning != "neutral":
        return TINTS[entry.shown_meaning]
    return "band" if number % 2 == 0 else None


def break_mark(page: Axes, x: float, y: float) -> None:
    """Draw two short slanted strokes: from here on the scale is another."""
    for shift in (-2, 2):
        rule(page, (x + shift - 2, x + shift + 2), (y + 4, y - 4), gid="axis-break")
