"""Words of `galley_figures.recovery_curves`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.recovery_curves import english, indonesian
from galley_figures.locale.recovery_curves.words import (
    COLUMNS,
    EQUATION,
    MISSING,
    POINT,
    POINTS,
    ROWS,
    START_LABEL,
    Words,
)

__all__ = [
    "COLUMNS",
    "EQUATION",
    "MISSING",
    "POINT",
    "POINTS",
    "ROWS",
    "START_LABEL",
    "WORDS",
    "Words",
]

WORDS: Final[Mapping[tuple[Lang, Audience], Words]] = MappingProxyType(
    {
        ("en", "patient"): english.PATIENT,
        ("en", "clinician"): english.CLINICIAN,
        ("id", "patient"): indonesian.PATIENT,
        ("id", "clinician"): indonesian.CLINICIAN,
    }
)
