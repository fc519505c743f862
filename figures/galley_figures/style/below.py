"""Room below what a kind has drawn, for words and marks that belong to one figure only."""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.style.canvas import DPI, height_px, page_area

GAP: Final = 10.0
"""Between a drawing and what is set below it."""


def room_below(figure: Figure, *, bottom: float) -> Axes:
    """Make a drawing reach down to `bottom`, what it holds staying in place, and return a page.

    Parameters
    ----------
    bottom
        The new height; the page's px count from the top left, as in `page_area`.

    Raises
    ------
    ValueError
        If the drawing is already higher.
    """
    old = height_px(figure)
    if bottom < old:
        raise ValueError(f"the drawing is {old:g} px high already, more than {bottom:g}")
    figure.set_figheight(bottom / DPI)
    for axes in figure.axes:
        left, low, width, height = axes.get_position(original=True).bounds
        share = old / bottom
        axes.set_position((left, 1 - share + low * share, width, height * share))
    return page_area(figure)
