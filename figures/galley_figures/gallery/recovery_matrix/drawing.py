"""How the recovery matrix is drawn: a table of drawings, or one level after the other."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.recovery_matrix import pictograms
from galley_figures.gallery.recovery_matrix.data import Cell, Data, Level, Way
from galley_figures.locale.recovery_matrix import WayKey
from galley_figures.style.canvas import (
    Layout,
    new_figure,
    page_area,
    rule,
    write,
    write_lines,
)
from galley_figures.style.evidence_marks import schematic_frame
from galley_figures.style.fonts import wrap
from galley_figures.style.palette import ColourName

_COLOURS: Final[dict[WayKey, ColourName]] = {
    "restitution": "restoration",
    "compensation": "compensation",
}

# Wide: levels are rows, names at the left.
_COLUMNS = (168.0, 446.0)
_HEAD, _ROW, _MARGIN = 58.0, 114.0, 14.0
_RIGHT = 706.0
_TEXT_GAP, _TEXT_WIDTH = 16.0, 152.0

# Narrow: a level's two cells stand side by side under its name.
_NARROW_COLUMNS = (14.0, 182.0)
_NARROW_WIDTH, _NARROW_RIGHT = 154.0, 336.0
_NARROW_HEAD, _NARROW_TEXT_TOP, _NARROW_FOOT = 88.0, 138.0, 8.0


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the figure for a layout."""
    return _draw_narrow(data, layout) if layout.is_narrow else _draw_wide(data, layout)


def _draw_wide(data: Data, layout: Layout) -> Figure:
    height = _HEAD + _ROW * len(data.levels) + 8
    figure = new_figure(layout, height_px=height)
    page = page_area(figure)
    schematic_frame(page, 1, 1, layout.width_px - 2, height - 2, word=data.schematic, align="left")
    for left, way in zip(_COLUMNS, data.ways, strict=True):
        _way_head(page, way, left, 26, way.meaning)
    for number, level in enumerate(data.levels):
        _level_row(page, level, _HEAD + number * _ROW)
    return figure


def _way_head(page: Axes, way: Way, left: float, y: float, meaning: str) -> None:
    colour_name = _COLOURS[way.key]
    write(page, left, y, way.name, size_px=15, colour_name=colour_name, weight="semibold")
    write_lines(page, left, y + 18, meaning, colour_name=colour_name, gid="way-meaning")


def _level_row(page: Axes, level: Level, top: float) -> None:
    rule(page, (_MARGIN, _RIGHT), (top, top), colour_name="hairline", gid="row-rule")
    middle = top + _ROW / 2
    write(page, _MARGIN, middle - 3, level.name, weight="semibold", gid="level-name")
    write(page, _MARGIN, middle + 14, level.icf_name, size_px=12, colour_name="ink-muted")
    for left, cell in zip(_COLUMNS, level.cells, strict=True):
        _wide_cell(page, cell, left, top)


def _wide_cell(page: Axes, cell: Cell, left: float, top: float) -> None:
    picture_top = top + (_ROW - pictograms.HEIGHT) / 2
    pictograms.draw_pictogram(page, cell.level, cell.way, left, picture_top)
    text = wrap(cell.text, _TEXT_WIDTH, 13)
    lines = text.count("\n") + 1
    first = top + _ROW / 2 + 4 - 16 * (lines - 1) / 2
    write_lines(page, left + pictograms.WIDTH + _TEXT_GAP, first, text, gid="cell")


def _draw_narrow(data: Data, layout: Layout) -> Figure:
    tops = list(accumulate(map(_block_height, data.levels), initial=_NARROW_HEAD))
    figure = new_figure(layout, height_px=tops[-1])
    page = page_area(figure)
    schematic_frame(
        page, 1, 1, layout.width_px - 2, tops[-1] - 2, word=data.schematic, align="left"
    )
    for left, way in zip(_NARROW_COLUMNS, data.ways, strict=True):
        meaning = wrap(way.meaning, _NARROW_WIDTH, 13)
        _way_head(page, way, left, 44, meaning)
    for top, level in zip(tops, data.levels, strict=False):
        _level_block(page, level, top)
    return figure


def _narrow_text(cell: Cell) -> str:
    return wrap(cell.text, _NARROW_WIDTH, 13)


def _block_height(level: Level) -> float:
    lines = max(_narrow_text(cell).count("\n") for cell in level.cells)
    return _NARROW_TEXT_TOP + 16 * lines + 10 + _NARROW_FOOT


def _level_block(page: Axes, level: Level, top: float) -> None:
    left, right = _NARROW_COLUMNS[0], _NARROW_RIGHT
    rule(page, (left, right), (top, top), colour_name="hairline", gid="row-rule")
    write(page, left, top + 22, level.name, weight="semibold", gid="level-name")
    write(
        page,
        right,
        top + 22,
        level.icf_name,
        size_px=12,
        colour_name="ink-muted",
        align="right",
    )
    for cell_left, cell in zip(_NARROW_COLUMNS, level.cells, strict=True):
        pictograms.draw_pictogram(page, cell.level, cell.way, cell_left, top + 36)
        write_lines(page, cell_left, top + _NARROW_TEXT_TOP, _narrow_text(cell), gid="cell")
