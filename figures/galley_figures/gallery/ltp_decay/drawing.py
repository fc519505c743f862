"""How the decay of LTP is drawn: by the kind `curve`, with the strength before, then asides.

The artists' gids are ``baseline`` and ``reversal``, and those of the kind and of the asides.
"""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.ltp_decay.data import Data
from galley_figures.kinds.curve import draw_curve
from galley_figures.kinds.curve.plan import plan_curves
from galley_figures.kinds.plane.scale import Plane
from galley_figures.style.asides import bottom_of, draw_asides, place_asides
from galley_figures.style.below import GAP, room_below
from galley_figures.style.canvas import Layout, height_px, rule

_OFF_POINT: Final = 8.0
_OFF_BASELINE: Final = 4.0
_ARROW: Final = 4.0


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the shapes, then what must not be read into them."""
    figure = draw_curve(data.curves, layout, data.lang)
    plane = plan_curves(data.curves, layout, data.lang).frame.plane
    asides = place_asides(data.asides, layout, top=height_px(figure) + GAP)
    page = room_below(figure, bottom=bottom_of(asides))
    page.set_zorder(-1)  # the shapes lie over the strength before
    _draw_baseline(page, plane)
    if data.reversal is not None:
        _draw_reversal(page, plane, data.reversal)
    draw_asides(page, asides, layout)
    return figure


def _draw_baseline(page: Axes, plane: Plane) -> None:
    y = plane.y.px(0)
    ends = (plane.box.left, plane.box.right)
    rule(page, ends, (y, y), colour_name="hairline", width=0.75, gid="baseline")


def _draw_reversal(page: Axes, plane: Plane, place: float) -> None:
    """Draw an arrow from the stable strength down to the strength before."""
    x = plane.x.px(place)
    top, tip = plane.y.px(1) + _OFF_POINT, plane.y.px(0) - _OFF_BASELINE
    rule(page, (x, x), (top, tip), width=1.5, gid="reversal")
    head = ((x - _ARROW, x, x + _ARROW), (tip - _ARROW, tip, tip - _ARROW))
    rule(page, *head, width=1.5, gid="reversal-head")
