"""The marks before a cell's words, told apart by their shapes; each gid is ``mark-NAME``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon, Wedge

from galley_figures.kinds.comparison_matrix.spec import Mark
from galley_figures.style.canvas import rule
from galley_figures.style.marks import Point
from galley_figures.style.palette import ColourName, colour

_RADIUS: Final = 5.5
_ARROW: Final = ((0, 6), (-6, 0), (-2, 0), (-2, -6), (2, -6), (2, 0), (6, 0))
"""An arrow's outline from its point, y downwards."""
_COLOURS: Final[Mapping[Mark, ColourName]] = MappingProxyType(
    {"up": "restoration", "level": "ink-muted", "down": "harm", "unknown": "ink-muted"}
)


def draw_mark(page: Axes, x: float, y: float, mark: Mark) -> None:
    """Draw a mark around a place of a `page_area`."""
    _DRAW[mark](page, x, y, _COLOURS.get(mark, "ink"), f"mark-{mark}")


def _disc(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    page.add_patch(
        Circle((x, y), _RADIUS, facecolor=colour(name), edgecolor=colour(name), lw=1.5, gid=gid)
    )


def _ring(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    page.add_patch(
        Circle((x, y), _RADIUS, facecolor="none", edgecolor=colour(name), lw=1.5, gid=gid)
    )


def _half(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    _ring(page, x, y, name, gid)
    page.add_patch(Wedge((x, y), _RADIUS, 90, 270, facecolor=colour(name), edgecolor="none"))


def _dash(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    rule(page, (x - 4, x + 4), (y, y), colour_name=name, width=2, gid=gid)


def _bars(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    """Draw an equals sign: no clear difference."""
    for rise in (-2.5, 2.5):
        rule(page, (x - 5, x + 5), (y + rise, y + rise), colour_name=name, width=2, gid=gid)


def _up(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    _arrow(page, [(x + across, y - down) for across, down in _ARROW], name, gid)


def _down(page: Axes, x: float, y: float, name: ColourName, gid: str) -> None:
    _arrow(page, [(x + across, y + down) for across, down in _ARROW], name, gid)


def _arrow(page: Axes, corners: list[Point], name: ColourName, gid: str) -> None:
    page.add_patch(Polygon(corners, closed=True, facecolor=colour(name), edgecolor="none", gid=gid))


_Draw = Callable[[Axes, float, float, ColourName, str], None]
_DRAW: Final[Mapping[Mark, _Draw]] = MappingProxyType(
    {
        "yes": _disc,
        "partly": _half,
        "no": _ring,
        "unknown": _dash,
        "up": _up,
        "level": _bars,
        "down": _down,
    }
)
