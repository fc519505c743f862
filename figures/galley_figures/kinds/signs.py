"""A sign that stands before words to beware of; it is seen without colour."""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from galley_figures.style.palette import ColourName, colour

SIGN: Final = 11.0
"""Width of a warning's triangle."""
SIGN_INDENT: Final = 16.0
"""Where words begin, from the left of the sign before them."""


def warning_sign(page: Axes, x: float, y: float, colour_name: ColourName) -> None:
    """Draw a triangle around a place of a `page_area`, point upwards; its gid is warning-sign."""
    half = SIGN / 2
    corners = [(x - half, y + half - 1), (x + half, y + half - 1), (x, y - half)]
    page.add_patch(
        Polygon(
            corners,
            closed=True,
            facecolor=colour(colour_name),
            edgecolor="none",
            gid="warning-sign",
            clip_on=False,
        )
    )
