"""Words of `galley_figures.learning_rules`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.learning_rules import english, indonesian
from galley_figures.locale.learning_rules.words import (
    COLUMNS,
    RULE_LABEL,
    RULE_NAMES,
    TOY,
    PanelWords,
    RuleName,
    Words,
)

__all__ = [
    "COLUMNS",
    "RULE_LABEL",
    "RULE_NAMES",
    "TOY",
    "WORDS",
    "PanelWords",
    "RuleName",
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
