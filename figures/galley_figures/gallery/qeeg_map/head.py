"""The head of the QEEG map: levels of colour, outline, nose and ears, and the named electrodes.

The artists' gids are ``level``, ``head``, ``nose``, ``ear``, ``electrode``, ``electrode-name`` and
``focus-ring``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from galley_figures.gallery.qeeg_map.data import Electrode
from galley_figures.gallery.qeeg_map.levels import Area
from galley_figures.style.canvas import write
from galley_figures.style.marks import Point, dots, ring
from galley_figures.style.palette import colour

NOSE: Final = 17
"""How far the nose stands out."""

EAR: Final = 10
"""How far an ear stands out."""

_DOT: Final = 5
_TO_NAME: Final = 15
_RING_TO_NAME: Final = 17.5
_RING: Final = 6
_OUTLINE: Final = 1.5

_WATERMARK_Y: Final = -0.265  # between the names of the central row and the dots behind it


@dataclass(frozen=True)
class Head:
    """Where the head lies on the page."""

    x: float
    y: float
    radius: float

    def point(self, x: float, y: float) -> Point:
        """Return the place of a point in radii, to the right ear and to the nose."""
        return self.x + self.radius * x, self.y - self.radius * y


def draw_head(
    page: Axes, head: Head, areas: Sequence[Area], electrodes: Sequence[Electrode], watermark: str
) -> None:
    """Draw nose and ears, the levels over them, the rim over these, then the electrodes."""
    _draw_nose_and_ears(page, head)
    for area in areas:
        _draw_area(page, head, area)
    _write_watermark(page, head, watermark)
    ring(page, (head.x, head.y), head.radius, colour_name="ink-soft", width=_OUTLINE, gid="head")
    _draw_electrodes(page, head, electrodes)


def _draw_nose_and_ears(page: Axes, head: Head) -> None:
    tip = NOSE / head.radius + 1
    nose = [(-0.13, 0.99), (-0.03, tip), (0.03, tip), (0.13, 0.99)]
    _draw_curve(page, [head.point(*point) for point in nose], "nose")
    reach = EAR / head.radius + 1
    for side in (-1, 1):
        ear = [(0.985, 0.17), (reach + 0.03, 0.24), (reach + 0.03, -0.24), (0.985, -0.17)]
        _draw_curve(page, [head.point(side * x, y) for x, y in ear], "ear")


def _draw_curve(page: Axes, points: Sequence[Point], gid: str) -> None:
    """Draw one cubic curve: start, two handles, end."""
    codes = [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    page.add_patch(
        PathPatch(
            Path(points, codes),
            facecolor="none",
            edgecolor=colour("ink-soft"),
            lw=_OUTLINE,
            gid=gid,
            clip_on=False,
        )
    )


def _draw_area(page: Axes, head: Head, area: Area) -> None:
    """Fill an area over the ones below it, parted from them by a thin line."""
    fill = colour(area.colour_name)
    if area.low is None:
        page.add_patch(
            Circle((head.x, head.y), head.radius, facecolor=fill, gid="level", clip_on=False)
        )
    elif area.outlines:
        page.add_patch(
            PathPatch(
                _path([[head.point(*point) for point in outline] for outline in area.outlines]),
                facecolor=fill,
                edgecolor=colour("paper"),
                lw=0.75,
                gid="level",
                clip_on=False,
            )
        )


def _path(outlines: Sequence[Sequence[Point]]) -> Path:
    vertices = [point for outline in outlines for point in outline]
    codes = [
        code
        for outline in outlines
        for code in (Path.MOVETO, *[Path.LINETO] * (len(outline) - 2), Path.CLOSEPOLY)
    ]
    return Path(vertices, codes)


def _write_watermark(page: Axes, head: Head, word: str) -> None:
    """Repeat the watermark on the colours, which hide the one behind the drawing."""
    write(
        page,
        *head.point(0, _WATERMARK_Y),
        word,
        size_px=30,
        weight="semibold",
        align="center",
        baseline="center",
        gid="watermark",
        alpha=0.1,
    )


def _draw_electrodes(page: Axes, head: Head, electrodes: Sequence[Electrode]) -> None:
    places = [head.point(one.x, one.y) for one in electrodes]
    dots(page, places, diameter=_DOT, colour_name="ink", gid="electrode")
    for one, (x, y) in zip(electrodes, places, strict=True):
        if one.is_focus:
            ring(page, (x, y), _RING, colour_name="ink", gid="focus-ring")
        write(
            page,
            x,
            y + (_RING_TO_NAME if one.is_focus else _TO_NAME),
            one.name,
            size_px=12,
            weight="semibold" if one.is_focus else "regular",
            align="center",
            gid="electrode-name",
        )
