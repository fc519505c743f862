"""Words of `galley_figures.ltp_decay`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.ltp_decay import english, indonesian
from galley_figures.locale.ltp_decay.words import COLUMNS, ROWS, RowNames, Words

__all__ = ["COLUMNS", "ROWS", "WORDS", "RowNames", "Words"]

WORDS: Final[Mapping[tuple[Lang, Audience], Words]] = MappingProxyType(
    {
        ("en", "patient"): english.PATIENT,
        ("en", "clinician"): english.CLINICIAN,
        ("id", "patient"): indonesian.PATIENT,
        ("id", "clinician"): indonesian.CLINICIAN,
    }
)
