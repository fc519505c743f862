"""How the workflow is drawn: a flow, with its mark and whose framework it is at the top.

The artists' gids are those of the flow, ``schematic-frame``, ``schematic-word`` and ``credit``.
"""

from __future__ import annotations

from typing import Final

from matplotlib.figure import Figure

from galley_figures.gallery.treatment_workflow.data import Data
from galley_figures.kinds.flow import draw_flow
from galley_figures.style.canvas import Layout, height_px, width_px, write_lines
from galley_figures.style.evidence_marks import STRIP_PX, schematic_frame, with_strip
from galley_figures.style.fonts import wrap

_MARGIN: Final = 9
_LINE: Final = 17


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the steps below the credit."""
    figure = draw_flow(data.flow, layout, data.lang)
    credit = wrap(data.credit, layout.width_px - 2 * _MARGIN, 13, "semibold")
    page = with_strip(figure, STRIP_PX + _LINE * (credit.count("\n") + 1))
    schematic_frame(
        page,
        1,
        1,
        width_px(figure) - 2,
        height_px(figure) - 2,
        word=data.schematic,
        align="left",
    )
    write_lines(
        page,
        _MARGIN,
        18 + _LINE,
        credit,
        line_px=_LINE,
        weight="semibold",
        gid="credit",
    )
    return figure
