"""How the NMDA gate is drawn: by the kind `curve`, then three short paragraphs."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.gallery.nmda_gate.data import Data
from galley_figures.kinds.curve import draw_curve
from galley_figures.style.asides import bottom_of, draw_asides, place_asides
from galley_figures.style.below import GAP, room_below
from galley_figures.style.canvas import Layout, height_px


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the curves, then the asides below them."""
    figure = draw_curve(data.curves, layout, data.lang)
    asides = place_asides(data.asides, layout, top=height_px(figure) + GAP)
    page = room_below(figure, bottom=bottom_of(asides))
    draw_asides(page, asides, layout)
    return figure
