"""What came of a trial, by shape and by colour, and what both layouts share.

The artists' gids are ``window`` and ``sign``; ``phase-band``, ``dose``, ``name`` and ``result``.
"""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from galley_figures.locale.dose_timing_map import Result
from galley_figures.style.canvas import rule
from galley_figures.style.palette import ColourName, colour

COLOURS: Final[dict[Result, ColourName]] = {
    "worse": "harm",
    "better": "gain",
    "unclear": "ink-muted",
    "uncompared": "caution",
}
_SHAPES: Final[dict[Result, str]] = {
    "worse": "v",
    "better": "^",
    "unclear": "o",
    "uncompared": "D",
}
SIZE: Final = 12.0
WINDOW: Final = 5.0
"""Thickness of the bar over the days on which training could begin."""
_ARROW: Final = 5.0


def draw_sign(page: Axes, x: float, y: float, result: Result) -> None:
    """Draw ▼ for worse, ▲ for better, a ring for no clear difference, ◇ for no comparison."""
    shape, name = _SHAPES[result], COLOURS[result]
    is_filled = result in {"worse", "better"}
    page.add_artist(
        Line2D(
            [x],
            [y],
            linestyle="none",
            marker=shape,
            markersize=SIZE if is_filled else SIZE - 2,
            markerfacecolor=colour(name) if is_filled else colour("paper"),
            markeredgecolor=colour(name),
            markeredgewidth=0 if is_filled else 2,
            gid="sign",
            clip_on=False,
            zorder=3,
        )
    )


def arrow_head(page: Axes, tip: tuple[float, float], *, is_down: bool, result: Result) -> None:
    """Draw the end of a window that is open: people could begin any time later."""
    x, y = tip
    back = (
        ((x - _ARROW, x, x + _ARROW), (y - _ARROW, y, y - _ARROW))
        if is_down
        else ((x - _ARROW, x, x - _ARROW), (y - _ARROW, y, y + _ARROW))
    )
    rule(page, *back, colour_name=COLOURS[result], width=2, gid="window-open")
