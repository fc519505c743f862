"""How the groups of an icon array stand on the page, and how much room their words take."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from galley_figures.kinds.icon_array.icons import BODY, PERSON_HEIGHT, Grid
from galley_figures.kinds.icon_array.spec import SIZES, IconArray, PeopleGroup
from galley_figures.kinds.icon_array.text import Line, others_lines, upper_lines, widest_px
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout
from galley_figures.style.fonts import wrap

MARGIN: Final = 12
GUTTER: Final = 32
KEY: Final = 16
"""Room for the person or dot before the words that explain it."""
LABEL_LINE: Final = 17

_COLUMNS: Final = (1, 2, 3, 2, 3, 3)
"""Groups in a row of the wide layout, for 1 to 6 groups."""
_MOST_COLUMNS_OF_DOTS: Final = 2
_PEOPLE: Final = Grid(step_x=17, step_y=22.5, half_gap=6)
_WORDS_GAP: Final = 18
_BLOCK_GAP: Final = 8
_BLOCKS_ACROSS: Final = 5
_DOT_SHARE: Final = 0.74


@dataclass(frozen=True)
class Form:
    """What all groups of a figure share.

    Attributes
    ----------
    columns
        How many groups stand side by side.
    width
        Of one group with its words.
    is_beside
        Whether the words stand beside the people, or above and below them.
    """

    columns: int
    width: float
    grid: Grid
    out_of: int
    is_beside: bool

    @property
    def has_dots(self) -> bool:
        """Whether there are too many people to draw them as figures."""
        return self.out_of > SIZES[0]

    @property
    def icon_size(self) -> tuple[float, float]:
        """Width and height of one person or dot."""
        dot = round(self.grid.step_x * _DOT_SHARE, 1)
        return (dot, dot) if self.has_dots else (BODY, PERSON_HEIGHT)

    @property
    def array_size(self) -> tuple[float, float]:
        """Width and height of all people of a group."""
        (across, down), (width, height) = self.grid.place(self.out_of - 1), self.icon_size
        return across + width, down + height

    @property
    def words_left(self) -> float:
        """Where the words begin, from the group's left edge."""
        return self.array_size[0] + _WORDS_GAP if self.is_beside else 0

    @property
    def words_width(self) -> float:
        """What the words after the key may take."""
        return self.width - self.words_left - KEY


def form_of(array: IconArray, layout: Layout, lang: Lang) -> Form:
    """Choose columns, and whether words fit beside the people."""
    has_dots = array.out_of > SIZES[0]
    columns = 1 if layout.is_narrow else _COLUMNS[len(array.groups) - 1]
    columns = min(columns, _MOST_COLUMNS_OF_DOTS) if has_dots else columns
    # A single group of dots takes half the page, or its dots would grow.
    shares = _MOST_COLUMNS_OF_DOTS if has_dots and not layout.is_narrow else columns
    width = (layout.width_px - 2 * MARGIN - GUTTER * (shares - 1)) / shares
    grid = _dot_grid(width) if has_dots else _PEOPLE
    beside = Form(columns, width, grid, array.out_of, is_beside=True)
    fits = not has_dots and widest_px(array, lang) <= beside.words_width
    return beside if fits else replace(beside, is_beside=False)


def _dot_grid(width: float) -> Grid:
    block = (width - _BLOCK_GAP * (_BLOCKS_ACROSS - 1)) / _BLOCKS_ACROSS
    # Whole tenths of a px, so that dots keep their places when the drawing is rounded.
    step = math.floor(block) / 10
    return Grid(step_x=step, step_y=step, gap=_BLOCK_GAP, blocks_across=_BLOCKS_ACROSS)


@dataclass(frozen=True)
class Block:
    """A group with its words, broken into lines."""

    group: PeopleGroup
    label: tuple[str, ...]
    upper: tuple[Line, ...]
    others: tuple[Line, ...]


def block_of(array: IconArray, group: PeopleGroup, form: Form, lang: Lang) -> Block:
    """Break a group's words to the room they have."""
    return Block(
        group,
        tuple(wrap(group.label, form.width, 13, "semibold").split("\n")),
        upper_lines(array, group, form.words_width, lang, is_broken=form.is_beside),
        others_lines(array, group, form.words_width, lang),
    )


@dataclass(frozen=True)
class Row:
    """Groups side by side, with the heights that they share so that they stand level.

    Attributes
    ----------
    array_top, others_top, height
        From the row's top; the words of each group begin at `words_top`.
    """

    blocks: tuple[Block, ...]
    words_top: float
    array_top: float
    others_top: float
    height: float


def row_of(blocks: tuple[Block, ...], form: Form) -> Row:
    """Measure a row."""
    words_top = LABEL_LINE * max(len(block.label) for block in blocks) + 6.0
    upper = max(height(block.upper) for block in blocks) + 14
    others = max(height(block.others) for block in blocks) + 4
    people = form.array_size[1]
    if form.is_beside:
        bottom = words_top + max(people, upper + 8 + others)
        return Row(blocks, words_top, words_top, bottom - others, bottom)
    array_top = words_top + upper
    others_top = array_top + people + 14
    return Row(blocks, words_top, array_top, others_top, others_top + others)


def height(lines: tuple[Line, ...]) -> float:
    """Return how far the last of some lines lies below where they begin."""
    return sum(line.advance for line in lines)
