"""Curves in px: their unbroken pieces, bands and ends, with no more points than the eye needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from galley_figures.kinds.curve.spec import Curves, Interval, Series, colours_of
from galley_figures.kinds.plane.boxes import Cloud, Point, along, joined
from galley_figures.kinds.plane.scale import Plane
from galley_figures.kinds.plane.simplify import simplified
from galley_figures.style.palette import ColourName

Line: TypeAlias = tuple[Point, ...]
Dashes: TypeAlias = tuple[float, ...]

DASHES: Final[tuple[Dashes, ...]] = (
    (),
    (4, 2),
    (1, 1.5),
    (6, 1.6, 1, 1.6),
    (3, 1.4, 1, 1.4, 1, 1.4),
)
"""Line styles of the first to the fifth curve, in line widths on and off; the first is solid."""

_TINTS: Final[Mapping[ColourName, ColourName]] = MappingProxyType(
    {
        "restoration": "restoration-tint",
        "compensation": "compensation-tint",
        "time": "time-tint",
        "dose": "dose-tint",
        "caution": "caution-tint",
        "harm": "harm-tint",
        "gain": "gain-tint",
        "loss": "loss-tint",
    }
)
# Curves without a tint of their own have a quiet band.


@dataclass(frozen=True)
class BandInPx:
    """An unbroken part of a band."""

    lower: Line
    upper: Line


@dataclass(frozen=True)
class LineInPx:
    """One curve on the page.

    Attributes
    ----------
    dots
        Samples to be seen: all of a few, else those without a neighbour, which no line shows.
    end
        Its last known place, which its name stands beside.
    """

    label: str
    colour_name: ColourName
    dashes: Dashes
    pieces: tuple[Line, ...]
    dots: tuple[Point, ...]
    bands: tuple[BandInPx, ...]
    end: Point

    @property
    def tint(self) -> ColourName:
        """The quiet colour of its band."""
        return _TINTS.get(self.colour_name, "band-strong")

    @cached_property
    def cloud(self) -> Cloud:
        """Points along the curve."""
        return joined(*(along(piece) for piece in (*self.pieces, *([dot] for dot in self.dots))))

    @cached_property
    def band_cloud(self) -> Cloud:
        """Points along the edges of its band."""
        edges = [edge for band in self.bands for edge in (band.lower, band.upper)]
        return joined(*(along(edge) for edge in edges))


@lru_cache(maxsize=8)  # a plan asks for the same lines three to five times
def lines_in_px(curves: Curves, plane: Plane) -> tuple[LineInPx, ...]:
    """Return every curve on the page, in the order of the table."""
    return tuple(
        _line(series, colour_name, dashes, plane, is_schematic=curves.is_schematic)
        for series, colour_name, dashes in zip(
            curves.series, colours_of(curves), DASHES, strict=False
        )
    )


def _line(
    series: Series, colour_name: ColourName, dashes: Dashes, plane: Plane, *, is_schematic: bool
) -> LineInPx:
    pieces = [tuple(plane.point(x, y) for x, y in piece) for piece in series.pieces]
    return LineInPx(
        label=series.label,
        colour_name=colour_name,
        dashes=dashes,
        pieces=tuple(simplified(piece) for piece in pieces if len(piece) > 1),
        dots=_dots(series, pieces, is_schematic=is_schematic),
        bands=tuple(_band(part, plane) for part in series.bands),
        end=pieces[-1][-1],
    )


def _dots(series: Series, pieces: Sequence[Line], *, is_schematic: bool) -> Line:
    is_each_shown = series.has_dots and not is_schematic
    return tuple(point for piece in pieces if is_each_shown or len(piece) == 1 for point in piece)


def _band(part: Sequence[Interval], plane: Plane) -> BandInPx:
    return BandInPx(
        lower=simplified([plane.point(x, low) for x, low, _high in part]),
        upper=simplified([plane.point(x, high) for x, _low, high in part]),
    )
