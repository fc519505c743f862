"""How far apart two colours are, as people see them and as a grey copy shows them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from galley_figures.errors import FigureError

if TYPE_CHECKING:
    from coloraide import Color

Sight: TypeAlias = Literal["normal", "protan", "deutan", "tritan", "grey"]

SIGHTS: Final[tuple[Sight, ...]] = get_args(Sight)
"""Normal sight; without red, green or blue cones; and lightness alone."""

TOLD_APART: Final = 8.0
"""CIEDE2000 distance from which colour alone tells two marks apart.

Large patches side by side differ visibly from about 2. Lines of 2 px and small dots that lie apart
from each other need several times as much; 8 is also what five steps in grey leave between
neighbours on paper, so a sequence of five can be printed.
"""

NEIGHBOURS: Final = 3.5
"""Distance from which two areas that touch, such as levels of a map, are told apart."""


@cache
def colour_distance(one: str, other: str, sight: Sight = "normal") -> float:
    """Return the CIEDE2000 distance of two ``#rrggbb`` colours, 0 to about 100.

    Raises
    ------
    FigureError
        If coloraide is not installed.
    """
    first, second = (_as_seen(value, sight) for value in (one, other))
    return float(first.delta_e(second, method="2000"))


@cache
def _as_seen(value: str, sight: Sight) -> Color:
    kind = _color_class()
    if sight == "grey":
        return kind("lab", [kind(value).convert("lab")["lightness"], 0, 0])
    return kind(value) if sight == "normal" else kind(value).filter(sight)


def _color_class() -> type[Color]:
    try:
        # Only tests and the contact sheet need it, so it is no dependency of figures.
        from coloraide import Color
    except ImportError as error:
        raise FigureError(
            "colour distances need the package coloraide",
            "install it with: pip install 'galley-articles[test]'",
        ) from error
    return Color
