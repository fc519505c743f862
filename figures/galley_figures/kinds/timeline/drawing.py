"""A timeline's drawing for each layout: across a page, down a phone."""

from __future__ import annotations

from matplotlib.figure import Figure

from galley_figures.kinds.timeline.across import draw_across
from galley_figures.kinds.timeline.down import draw_down
from galley_figures.kinds.timeline.spec import Timeline
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout


def draw_timeline(timeline: Timeline, layout: Layout, lang: Lang) -> Figure:
    """Draw the timeline for a layout."""
    draw = draw_down if layout.is_narrow else draw_across
    return draw(timeline, layout, lang)
