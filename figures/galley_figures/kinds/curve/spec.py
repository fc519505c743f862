"""What a curve figure draws, and what it refuses because it would mislead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeVar

from galley_figures.errors import FigureError
from galley_figures.kinds.plane.axis import Axis
from galley_figures.kinds.plane.boxes import Point
from galley_figures.style.palette import STEPS, ColourName, ordered

MAX_SERIES: Final = len(STEPS)
MAX_REFERENCES: Final = 4
MAX_POINTS: Final = 8
_MOST_DOTS: Final = 12

Interval: TypeAlias = tuple[float, float, float]
_T = TypeVar("_T")

Meaning: TypeAlias = Literal[
    "restoration",
    "compensation",
    "time",
    "dose",
    "caution",
    "harm",
    "gain",
    "loss",
    "ordered",
    "neutral",
]

_COLOURS: Final[Mapping[Meaning, ColourName]] = MappingProxyType(
    {
        "restoration": "restoration",
        "compensation": "compensation",
        "time": "time",
        "dose": "dose",
        "caution": "caution",
        "harm": "harm",
        "gain": "gain",
        "loss": "loss",
        "neutral": "ink",
    }
)


@dataclass(frozen=True)
class Sample:
    """One row of a curve.

    Attributes
    ----------
    y
        None where nothing is known: the curve has a gap there.
    """

    x: float
    y: float | None
    low: float | None = None
    high: float | None = None
    source: str = ""


@dataclass(frozen=True)
class Series:
    """One curve: its samples from left to right, its name and what its colour says."""

    label: str
    samples: tuple[Sample, ...]
    meaning: Meaning = "neutral"

    def __post_init__(self) -> None:
        _check_order(self)
        for sample in self.samples:
            _check_interval(self.label, sample)
        if not self.known:
            raise FigureError(
                f"curve: {self.label!r} has no y at all", "Give it numbers, or leave it out."
            )

    @cached_property
    def known(self) -> tuple[Point, ...]:
        """Every x and y, without the gaps."""
        return tuple(point for piece in self.pieces for point in piece)

    @cached_property
    def pieces(self) -> tuple[tuple[Point, ...], ...]:
        """The curve's unbroken parts, as x and y; between them y is missing."""
        return _unbroken([None if s.y is None else (s.x, s.y) for s in self.samples])

    @property
    def has_dots(self) -> bool:
        """Whether it has so few samples that each can be seen on its line."""
        return len(self.known) <= _MOST_DOTS

    @cached_property
    def bands(self) -> tuple[tuple[Interval, ...], ...]:
        """The unbroken parts that have an interval, as x, low and high."""
        return _unbroken(
            [
                None if s.low is None or s.high is None else (s.x, s.low, s.high)
                for s in self.samples
            ]
        )


@dataclass(frozen=True)
class ReferenceLine:
    """A thin line across the plane, at one value of an axis."""

    axis: Literal["x", "y"]
    at: float
    label: str


@dataclass(frozen=True)
class MarkedPoint:
    """A dot with words of its own."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Curves:
    """All that a curve figure draws.

    Attributes
    ----------
    band
        What low and high are, such as ``95% interval``; empty where no curve has them.
    note
        A sentence under the axis that must stay with the picture.
    """

    series: tuple[Series, ...]
    x: Axis
    y: Axis
    band: str = ""
    references: tuple[ReferenceLine, ...] = ()
    points: tuple[MarkedPoint, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _check_number(self)
        _check_band(self)
        _check_places(self)

    @property
    def is_schematic(self) -> bool:
        """Whether the curves are shapes without a scale."""
        return self.y.is_schematic

    @property
    def shaded(self) -> str:
        """What the bands are; empty where there is none."""
        return self.band if any(series.bands for series in self.series) else ""

    @property
    def x_values(self) -> tuple[float, ...]:
        """Every x that has to lie on the axis."""
        own = [sample.x for series in self.series for sample in series.samples]
        lines = [line.at for line in self.references if line.axis == "x"]
        return (*own, *lines, *(point.x for point in self.points))

    @property
    def y_values(self) -> tuple[float, ...]:
        """Every y that has to lie on the axis, ends of intervals included."""
        own = [
            value
            for series in self.series
            for sample in series.samples
            for value in (sample.y, sample.low, sample.high)
            if value is not None
        ]
        lines = [line.at for line in self.references if line.axis == "y"]
        return (*own, *lines, *(point.y for point in self.points))


def colours_of(curves: Curves) -> tuple[ColourName, ...]:
    """Return each curve's colour; those whose meaning is their order share the ordered steps."""
    ranks = [series.meaning == "ordered" for series in curves.series]
    steps = iter(ordered(sum(ranks)) if any(ranks) else ())
    return tuple(
        next(steps) if series.meaning == "ordered" else _COLOURS[series.meaning]
        for series in curves.series
    )


def _unbroken(parts: Sequence[_T | None]) -> tuple[tuple[_T, ...], ...]:
    """Split at what is missing."""
    pieces: list[list[_T]] = [[]]
    for part in parts:
        if part is None:
            pieces.append([])
        else:
            pieces[-1].append(part)
    return tuple(tuple(piece) for piece in pieces if piece)


def _check_order(series: Series) -> None:
    for before, after in pairwise(sample.x for sample in series.samples):
        if before == after:
            raise FigureError(
                f"curve: {series.label!r} has two rows at x = {after:g}; a curve has one y at each",
                "Draw them as two series, or give their mean and their interval.",
            )
        if before > after:
            raise FigureError(
                f"curve: {series.label!r}: x must rise from row to row, but {after:g} follows "
                f"{before:g}",
                "Sort the rows of each series by x.",
            )


def _check_interval(label: str, sample: Sample) -> None:
    if (sample.low is None) != (sample.high is None):
        raise FigureError(
            f"curve: {label!r} has one end of an interval only at x = {sample.x:g}",
            "Give both low and high, or neither.",
        )
    if sample.low is None or sample.high is None:
        return
    if sample.y is None:
        raise FigureError(
            f"curve: {label!r} has an interval but no y at x = {sample.x:g}",
            "Give the y that the interval belongs to, or leave all three empty.",
        )
    if not sample.low <= sample.y <= sample.high:
        raise FigureError(
            f"curve: {label!r}: at x = {sample.x:g}, {sample.y:g} is outside its interval, "
            f"{sample.low:g} to {sample.high:g}",
            "Look the three numbers up again.",
        )


def _check_number(curves: Curves) -> None:
    """Refuse more than a reader can keep apart."""
    count = len(curves.series)
    if count > MAX_SERIES:
        raise FigureError(
            f"curve: {count} curves are more than a reader can follow; {MAX_SERIES} can still be "
            "told apart by their lines and named at their ends",
            "Draw those that answer the question, or make two figures.",
        )
    if count > 1 and not all(series.label for series in curves.series):
        raise FigureError(
            "curve: a series has no name, but there are several",
            "Fill the column 'series' in every row.",
        )
    for things, most, name in (
        (curves.references, MAX_REFERENCES, "reference lines"),
        (curves.points, MAX_POINTS, "marked points"),
    ):
        if len(things) > most:
            raise FigureError(
                f"curve: {len(things)} {name} are too many to be read beside the curves",
                f"Keep the {most} that matter most.",
            )


def _check_band(curves: Curves) -> None:
    if any(series.bands for series in curves.series) and not curves.band:
        raise FigureError(
            "curve: low and high are given, but not what they are",
            'Say it, for example band="95% interval".',
        )


def _check_places(curves: Curves) -> None:
    for series in curves.series:
        what = repr(series.label) if series.label else "the curve"
        curves.x.check_values((sample.x for sample in series.samples), what=what)
        ends = [value for s in series.samples for value in (s.y, s.low, s.high)]
        curves.y.check_values((value for value in ends if value is not None), what=what)
    for line in curves.references:
        axis = curves.x if line.axis == "x" else curves.y
        axis.check_values([line.at], what=f"the reference line {line.label!r}")
    for point in curves.points:
        what = f"the marked point {point.label!r}"
        curves.x.check_values([point.x], what=what)
        curves.y.check_values([point.y], what=what)
