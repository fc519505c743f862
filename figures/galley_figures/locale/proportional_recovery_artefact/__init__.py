"""Words of `galley_figures.proportional_recovery_artefact`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.proportional_recovery_artefact import english, indonesian
from galley_figures.locale.proportional_recovery_artefact.words import (
    COLUMNS,
    MADE_UP,
    ROWS,
    PanelWords,
    RowWords,
    Words,
)

__all__ = [
    "COLUMNS",
    "MADE_UP",
    "ROWS",
    "WORDS",
    "PanelWords",
    "RowWords",
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
