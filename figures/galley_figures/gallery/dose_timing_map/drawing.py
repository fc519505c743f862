"""The map's drawing for each layout: time across a page, time down a phone."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.gallery.dose_timing_map.across import draw_across
from galley_figures.gallery.dose_timing_map.data import Data
from galley_figures.gallery.dose_timing_map.down import draw_down
from galley_figures.style.canvas import Layout


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the figure for a layout."""
    return draw_down(data, layout) if layout.is_narrow else draw_across(data, layout)
