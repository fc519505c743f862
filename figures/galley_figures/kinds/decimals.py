"""How many decimals a kind may write its numbers with: said in the signature, and checked."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from galley_figures.parameters import ParameterInfo, Range

MOST_DECIMALS: Final = Range(0, 6)
"""More digits than anything in an article is measured with."""

Decimals: TypeAlias = Annotated[int, MOST_DECIMALS]

_DECIMALS: Final = ParameterInfo("decimals", int, MOST_DECIMALS, 0, is_optional=True)


def check_decimals(decimals: int | None) -> None:
    """Refuse a number of decimals that cannot be written.

    Raises
    ------
    FigureError
        If it is below 0, above 6, or no whole number.
    """
    _DECIMALS.check(decimals)
