"""How a comparison matrix is drawn: a table with hairlines, or one block per row on a phone.

The artists' gids are ``row-name``, ``row-detail``, ``column-name``, ``column-meaning``,
``column-label``, ``cell``, ``mark-word``, ``row-rule`` and ``mark-NAME``.
"""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.kinds.comparison_matrix.marks import draw_mark
from galley_figures.kinds.comparison_matrix.places import LINE, Placed, place_matrix
from galley_figures.kinds.comparison_matrix.spec import Matrix
from galley_figures.style.canvas import Layout, new_figure, page_area, rule, write_lines


def draw_matrix(matrix: Matrix, layout: Layout) -> Figure:
    """Draw a matrix on a figure of its own."""
    placed = place_matrix(matrix, layout)
    figure = new_figure(layout, height_px=placed.height)
    paint_matrix(page_area(figure), placed)
    return figure


def paint_matrix(page: Axes, placed: Placed) -> None:
    """Draw rules, marks and words at their places on a `page_area`."""
    for line in placed.rules:
        rule(
            page,
            placed.across,
            (line.y, line.y),
            colour_name="ink-muted" if line.is_strong else "hairline",
            gid="row-rule",
        )
    for mark in placed.marks:
        draw_mark(page, mark.x, mark.y, mark.mark)
    for text in placed.texts:
        write_lines(
            page,
            text.x,
            text.y,
            text.text,
            line_px=LINE,
            size_px=text.size_px,
            colour_name=text.colour_name,
            weight=text.weight,
            gid=text.gid,
        )
