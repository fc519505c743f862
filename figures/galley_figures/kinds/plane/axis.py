"""One axis of a plane: what it measures, on which scale; it refuses what cannot be read off."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeAlias, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.ticks import round_ticks
from galley_figures.locale import Lang

ScaleName: TypeAlias = Literal["linear", "log"]
Tick: TypeAlias = tuple[float, str]
Limits: TypeAlias = tuple[float, float]

_SAME: Final = 1e-9
"""Values that differ by less than this share are one value."""

_LARGEST: Final = 1e15

_LOG_SCALE: Final[dict[Lang, str]] = {"en": "log scale", "id": "skala logaritmik"}


@dataclass(frozen=True)
class Axis:
    """What one axis measures.

    Attributes
    ----------
    figure, name
        The figure function and the axis, ``x`` or ``y``, with which messages begin.
    limits
        Where the axis begins and ends; chosen from the data where they are left out.
    ticks
        Places with words of their own, such as ``(7, "a week")``; round numbers where left out.
    is_schematic
        Whether the axis has a direction only, no scale: then it has no numbers and no unit.
    needs_unit
        Whether numbers without a unit are refused.
    are_cells
        Whether the ticks are ordered words, each with a cell of its own, and not places.
    """

    figure: str
    name: Literal["x", "y"]
    label: str
    unit: str = ""
    scale: ScaleName = "linear"
    limits: Limits | None = None
    ticks: tuple[Tick, ...] = ()
    is_schematic: bool = False
    needs_unit: bool = True
    are_cells: bool = False

    def __post_init__(self) -> None:
        _check_scale(self)
        _check_words(self)
        _check_ticks(self)
        if self.limits is not None:
            _check_limits(self, self.limits)
            object.__setattr__(self, "limits", tuple(self.limits))
        # Authors write lists as well; what is drawn is remembered by value, so it has to be fixed.
        object.__setattr__(self, "ticks", tuple(tuple(tick) for tick in self.ticks))

    def title(self, lang: Lang) -> str:
        """Return the label with its unit; a log scale with numbers says that it is one."""
        is_said = self.is_log and not self.is_schematic and not self.ticks
        parts = [part for part in (self.unit, _LOG_SCALE[lang] if is_said else "") if part]
        return f"{self.label} ({', '.join(parts)})" if parts else self.label

    @property
    def column(self) -> str:
        """Its name in a table, with the unit."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    @property
    def is_log(self) -> bool:
        """Whether equal steps are equal factors."""
        return self.scale == "log"

    def check_values(self, values: Iterable[float], *, what: str) -> None:
        """Refuse values that the axis cannot show.

        Raises
        ------
        FigureError
            If a value is not finite, lies outside the limits, or is not above 0 on a log axis.
        """
        for value in values:
            if not math.isfinite(value):
                raise FigureError(
                    f"{self.figure}: {what}: {self.name} is {value}, which has no place on an axis",
                    "Leave the cell empty where there is no number.",
                )
            if abs(value) >= _LARGEST:
                raise FigureError(
                    f"{self.figure}: {what}: {self.name} = {value:g} has too many digits to be "
                    "read on an axis",
                    "Choose a larger unit.",
                )
            if self.is_log and value <= 0:
                raise _below_a_log_axis(self, value, what)
            if self.limits and not self.limits[0] <= value <= self.limits[1]:
                raise FigureError(
                    f"{self.figure}: {what}: {self.name} = {value:g} lies outside the axis, "
                    f"{self.limits[0]:g} to {self.limits[1]:g}",
                    f"Leave {self.name}_limits out, or make them wider.",
                )


def _below_a_log_axis(axis: Axis, value: float, what: str) -> FigureError:
    return FigureError(
        f"{axis.figure}: {what}: {axis.name} = {value:g} has no place on a log axis, "
        "where equal steps are equal factors and 0 is never reached",
        f'Take {axis.name}_scale="linear", or leave the row out and say so in the note.',
    )


def _check_scale(axis: Axis) -> None:
    legal = get_args(ScaleName)
    if axis.scale not in legal:
        guess = nearest(str(axis.scale), legal)
        raise FigureError(
            f"{axis.figure}: {axis.name}_scale must be one of {', '.join(legal)}, "
            f"not {axis.scale!r}",
            f"{guess} Log is for factors: 1, 10, 100.".strip(),
        )


def _check_words(axis: Axis) -> None:
    if not axis.label.strip():
        raise FigureError(
            f"{axis.figure}: {axis.name}_label is empty", "Say in a few words what it measures."
        )
    if axis.is_schematic and axis.unit:
        raise FigureError(
            f"{axis.figure}: a schematic has no scale, so its {axis.name} axis has no unit, "
            f"not {axis.unit!r}",
            f'Leave {axis.name}_unit out; for measured numbers write evidence="data".',
        )
    if axis.needs_unit and not (axis.unit or axis.is_schematic or axis.ticks):
        raise FigureError(
            f"{axis.figure}: the numbers of the {axis.name} axis have no unit",
            f'Say what they count, for example {axis.name}_unit="points (0–66)" or "percent".',
        )


def _check_ticks(axis: Axis) -> None:
    for before, after in pairwise(axis.ticks):
        if not before[0] < after[0]:
            raise FigureError(
                f"{axis.figure}: {axis.name}_ticks must rise, but {after[1]!r} follows "
                f"{before[1]!r}",
                "Sort them by their place.",
            )
    for _place, word in axis.ticks:
        if axis.is_schematic and any(letter.isdigit() for letter in word):
            raise FigureError(
                f"{axis.figure}: a schematic has no numbers on its axes, not {word!r}: a reader "
                "would take the drawn shape for a measurement",
                "Write words such as hours, days, weeks, or leave the ticks out.",
            )
    axis.check_values((place for place, _word in axis.ticks), what=f"{axis.name}_ticks")


def _check_limits(axis: Axis, limits: Limits) -> None:
    if not limits[0] < limits[1]:
        raise FigureError(
            f"{axis.figure}: {axis.name}_limits must rise, not {limits[0]:g} to {limits[1]:g}",
            "Write the smaller number first.",
        )
    if axis.is_log and limits[0] <= 0:
        raise _below_a_log_axis(axis, limits[0], f"{axis.name}_limits")


def ends_of(axis: Axis, values: Sequence[float], *, is_rounded: bool) -> Limits:
    """Return where the axis begins and ends: its limits, or what holds all values.

    Parameters
    ----------
    is_rounded
        Whether it ends at round numbers, so that no value lies on its end by chance.
    """
    if axis.limits is not None:
        return axis.limits
    places = [*values, *(place for place, _word in axis.ticks)]
    low, high = min(places), max(places)
    if high - low <= max(abs(low), abs(high)) * _SAME:
        low, high = (low / 2, high * 2) if axis.is_log else _around(low)
    if not is_rounded or axis.is_schematic:
        return low, high
    if axis.is_log:
        return _floor_of_log(low), _ceiling_of_log(high)
    ticks = _round_ticks(low, high)
    return ticks[0], ticks[-1]


def _round_ticks(low: float, high: float, *, most: int = 5) -> tuple[float, ...]:
    """Return round numbers for an axis of any size, however small."""
    unit = 10.0 ** math.floor(math.log10(high - low))
    ticks = round_ticks(low / unit, high / unit, most=most)
    return tuple(float(f"{tick * unit:.12g}") for tick in ticks)


def _around(value: float) -> Limits:
    reach = abs(value) / 2 or 1.0
    return value - reach, value + reach


def _floor_of_log(value: float) -> float:
    return max(step for step in _log_steps(value) if step <= value * (1 + 1e-9))


def _ceiling_of_log(value: float) -> float:
    return min(step for step in _log_steps(value) if step >= value * (1 - 1e-9))


def _log_steps(value: float) -> tuple[float, ...]:
    decade = math.floor(math.log10(value))
    return tuple(
        float(f"{step}e{power}") for power in (decade - 1, decade, decade + 1) for step in (1, 2, 5)
    )


def tick_places(axis: Axis, ends: Limits, *, most: int) -> tuple[float, ...]:
    """Return round numbers inside the axis, for axes without words of their own."""
    if axis.is_schematic:
        return ()
    ticks = _log_ticks(ends, most) if axis.is_log else _round_ticks(*ends, most=most)
    reach = (ends[1] - ends[0]) * 1e-9
    return tuple(tick for tick in ticks if ends[0] - reach <= tick <= ends[1] + reach)


def _log_ticks(ends: Limits, most: int) -> tuple[float, ...]:
    """Return 1, 2, 5, 10 … if they are few enough; else decades, every second one, and so on."""
    low, high = (math.floor(math.log10(end)) for end in ends)
    decades = range(low, high + 2)
    fine = tuple(float(f"{step}e{power}") for power in decades for step in (1, 2, 5))
    coarse = tuple(float(f"1e{power}") for power in decades)
    inside = [tick for tick in fine if ends[0] <= tick <= ends[1]]
    if len(inside) <= most + 1:
        return fine
    stride = max(1, math.ceil(len(coarse) / (most + 1)))
    return coarse[::stride]
