"""From one drawing function to an `ExplanatoryFigure`: both layouts, the PNG, the bundle."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final, TypeVar

from matplotlib.figure import Figure
from PIL import Image

from galley_figures.explanatory import DataTable, Evidence, ExplanatoryFigure, MadeBy
from galley_figures.locale import Lang
from galley_figures.style.canvas import DPI, LAYOUTS, Layout, drawn, house_style
from galley_figures.style.evidence_marks import marked
from galley_figures.style.palette import colour
from galley_figures.style.png import small_png
from galley_figures.style.svg import render_svg

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

    def redraw(layout: Layout) -> Figure:
        return marked(drawn(draw, data, layout), evidence.kind, lang)

    wide, narrow = map(redraw, LAYOUTS)
    return ExplanatoryFigure(
        wide_svg=render_svg(wide, alt=alt, lang=lang),
        narrow_svg=render_svg(narrow, alt=alt, lang=lang),
        png=render_png(wide),
        alt=alt,
        description=description,
        data=table,
        evidence=evidence,
        lang=lang,
        made_by=made_by,
        caption=caption,
        redraw=redraw,
    )


def render_png(figure: Figure) -> bytes:
    """Return a figure as PNG on paper, at two pixels per px."""
    stream = io.BytesIO()
    with house_style():
        figure.savefig(
            stream,
            format="png",
            dpi=DPI * PNG_PIXELS_PER_PX,
            facecolor=colour("paper"),
        )
    return small_png(Image.open(stream).convert("RGB"), dpi=DPI * PNG_PIXELS_PER_PX)
