"""How an icon array is drawn: equal groups side by side, on a phone one below the other.

The artists' gids are ``happened`` and ``otherwise`` (one stroke for each person, or for each row of
ten dots), ``number`` for the large numbers, ``others`` for the small ones, ``label`` for the names.
"""

from __future__ import annotations

from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.icon_array.form import (
    GUTTER,
    KEY,
    LABEL_LINE,
    MARGIN,
    Block,
    Form,
    Row,
    block_of,
    form_of,
    height,
    row_of,
)
from galley_figures.kinds.icon_array.icons import BODY, Look, draw_dots, draw_people
from galley_figures.kinds.icon_array.spec import IconArray, PeopleGroup
from galley_figures.kinds.icon_array.text import Line
from galley_figures.kinds.meanings import COLOURS
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout, new_figure, page_area, write
from galley_figures.style.marks import Point, dots, ring

_ROW_GAP = 28
_KEY_DOT = 9.0


def draw_icon_array(array: IconArray, layout: Layout, lang: Lang) -> Figure:
    """Draw the groups in rows, each row as high as its longest words need."""
    form = form_of(array, layout, lang)
    blocks = tuple(block_of(array, group, form, lang) for group in array.groups)
    starts = range(0, len(blocks), form.columns)
    rows = [row_of(blocks[start : start + form.columns], form) for start in starts]
    tops = list(accumulate((row.height + _ROW_GAP for row in rows), initial=float(MARGIN)))
    figure = new_figure(layout, height_px=tops[-1] - _ROW_GAP + MARGIN)
    page = page_area(figure)
    for row, top in zip(rows, tops, strict=False):
        _draw_row(page, row, form, top)
    return figure


def _draw_row(page: Axes, row: Row, form: Form, top: float) -> None:
    for number, block in enumerate(row.blocks):
        left = MARGIN + number * (form.width + GUTTER)
        for line_number, line in enumerate(block.label):
            y = top + 12 + line_number * LABEL_LINE
            write(page, left, y, line, weight="semibold", gid="label")
        _draw_array(page, block.group, form, (left, top + row.array_top))
        words_left = left + form.words_left
        _draw_upper(page, block, form, (words_left, top + row.words_top))
        _draw_others(page, block, form, (words_left, top + row.others_top))


def _filled(group: PeopleGroup, gid: str) -> Look:
    return Look(gid, COLOURS[group.meaning], is_filled=True)


def _outlined(gid: str) -> Look:
    return Look(gid, "ink-muted", is_filled=False)


def _draw_array(page: Axes, group: PeopleGroup, form: Form, corner: Point) -> None:
    """Draw the people to whom it happened, then the others."""
    _draw_some(page, form, corner, range(group.filled), _filled(group, "happened"))
    others = range(group.filled, form.out_of)
    _draw_some(page, form, corner, others, _outlined("otherwise"))


def _draw_some(page: Axes, form: Form, corner: Point, numbers: range, look: Look) -> None:
    if not numbers:
        return
    left, top = corner
    if form.has_dots:
        diameter = form.icon_size[0]
        middle = (left + diameter / 2, top + diameter / 2)
        draw_dots(page, form.grid, middle, numbers, look, diameter=diameter)
    else:
        places = [form.grid.place(number) for number in numbers]
        draw_people(page, [(left + x + BODY / 2, top + y) for x, y in places], look)


def _draw_upper(page: Axes, block: Block, form: Form, corner: Point) -> None:
    """Write what happened, with a filled person or dot before the large number."""
    left, top = corner
    _write_lines(page, block.upper, left + KEY, top)
    until_number = next(i for i, line in enumerate(block.upper, 1) if line.gid == "number")
    baseline = top + height(block.upper[:until_number])
    if form.has_dots:
        colour_name = COLOURS[block.group.meaning]
        middle = (left + _KEY_DOT / 2, baseline - 8)
        dots(page, [middle], diameter=_KEY_DOT, colour_name=colour_name, gid="key")
    else:
        draw_people(page, [(left + BODY / 2, baseline - 17)], _filled(block.group, "key"))


def _draw_others(page: Axes, block: Block, form: Form, corner: Point) -> None:
    """Write what holds for the others, with an outlined person or dot before it."""
    left, top = corner
    _write_lines(page, block.others, left + KEY, top)
    baseline = top + block.others[0].advance
    if form.has_dots:
        middle = (left + _KEY_DOT / 2, baseline - 4.5)
        ring(page, middle, _KEY_DOT / 2 - 0.6, colour_name="ink-muted", width=1.2, gid="key")
    else:
        draw_people(page, [(left + BODY / 2, baseline - 14)], _outlined("key"))


def _write_lines(page: Axes, lines: tuple[Line, ...], left: float, top: float) -> None:
    y = top
    for line in lines:
        y += line.advance
        write(
            page,
            left,
            y,
            line.text,
            size_px=line.size_px,
            colour_name=line.colour_name,
            weight=line.weight,
            gid=line.gid,
        )
