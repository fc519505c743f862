"""From one drawing function to an `ExplanatoryFigure`: both layouts, the PNG, the bundle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from matplotlib.figure import Figure

from galley_figures.explanatory import DataTable, Evidence, ExplanatoryFigure, MadeBy
from galley_figures.locale import Lang
from galley_figures.style.canvas import DPI, LAYOUTS, Layout, drawn_in_style, house_style
from galley_figures.style.evidence_marks import marked
from galley_figures.style.palette import colour
from galley_figures.style.png import pixels_png
from galley_figures.style.renderers import pixels
from galley_figures.style.svg import svg_in_style

PNG_PIXELS_PER_PX: Final = 2

_DataT = TypeVar("_DataT")


def compose(
    draw: Callable[[_DataT, Layout], Figure],
    data: _DataT,
    *,
    alt: str,
    description: str,
    table: DataTable,
    evidence: Evidence,
    lang: Lang,
    made_by: MadeBy,
    caption: str | None = None,
) -> ExplanatoryFigure:
    """Draw the data for both layouts and put everything that explains it beside the drawings.

    Parameters
    ----------
    draw
        ``draw(data, layout) -> matplotlib Figure``; called once per layout, in the house style.
    data
        What `draw` draws; it computes nothing of its own.

    Raises
    ------
    ValueError
        If a drawing uses a colour or a property that a page cannot follow.
    """

    def redrawn_in_style(layout: Layout) -> Figure:
        return marked(drawn_in_style(draw, data, layout), evidence.kind, lang)

    def redraw(layout: Layout) -> Figure:
        with house_style():
            return redrawn_in_style(layout)

    with house_style():
        wide, narrow = map(redrawn_in_style, LAYOUTS)
        wide_svg, narrow_svg = (
            svg_in_style(figure, alt=alt, lang=lang) for figure in (wide, narrow)
        )
        png = png_in_style(wide)
    return ExplanatoryFigure(
        wide_svg=wide_svg,
        narrow_svg=narrow_svg,
        png=png,
        alt=alt,
        description=description,
        data=table,
        evidence=evidence,
        lang=lang,
        made_by=made_by,
        caption=caption,
        redraw=redraw,
    )


def png_in_style(figure: Figure) -> bytes:
    """Return a figure as PNG on paper, at two pixels per px, where the house style is in force."""
    dpi = DPI * PNG_PIXELS_PER_PX
    return pixels_png(pixels(figure, dpi=dpi, ground=colour("paper")), dpi=dpi)
