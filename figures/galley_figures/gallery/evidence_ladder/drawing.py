"""How the evidence ladder is drawn: a comparison matrix with a ladder at its left.

The gids of the ladder's artists are ``rail`` and ``rung``; the matrix has its own.
"""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.evidence_ladder.data import Data
from galley_figures.kinds.comparison_matrix import Placed, paint_matrix, place_matrix
from galley_figures.style.canvas import Layout, new_figure, page_area, rule, write_lines
from galley_figures.style.fonts import wrap

MARGIN: Final = 12
LINE: Final = 16
_RAILS: Final = (14.0, 32.0)
_LEFT: Final = 46.0
"""Where the matrix begins, at the right of the ladder."""
_RUNG_RISE: Final = 4.5
_OVERHANG: Final = 18.0
"""How far the rails reach beyond the first and the last rung."""


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the matrix, a rung of the ladder beside each row's name, and the note below."""
    placed = place_matrix(data.matrix, layout, left=_LEFT, is_labelled=False)
    note = wrap(data.words.note, layout.width_px - MARGIN - _LEFT, 12)
    note_top = placed.height + 18
    figure = new_figure(layout, height_px=note_top + LINE * note.count("\n") + 14)
    page = page_area(figure)
    paint_matrix(page, placed)
    _draw_ladder(page, placed)
    rule(page, placed.across, (placed.height, placed.height), colour_name="hairline")
    write_lines(
        page, _LEFT, note_top, note, line_px=LINE, size_px=12, colour_name="ink-soft", gid="note"
    )
    return figure


def _draw_ladder(page: Axes, placed: Placed) -> None:
    heights = [baseline - _RUNG_RISE for baseline in placed.baselines]
    for rail in _RAILS:
        ends = (heights[0] - _OVERHANG, heights[-1] + _OVERHANG)
        rule(page, (rail, rail), ends, colour_name="ink-muted", width=2, gid="rail")
    for height in heights:
        rule(page, _RAILS, (height, height), colour_name="ink-muted", width=2, gid="rung")
