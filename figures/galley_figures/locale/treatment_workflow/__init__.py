"""Words of `galley_figures.treatment_workflow`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.treatment_workflow import english, indonesian
from galley_figures.locale.treatment_workflow.words import StepKey, StepWords, Words

__all__ = ["WORDS", "StepKey", "StepWords", "Words"]

WORDS: Final[Mapping[tuple[Lang, Audience], Words]] = MappingProxyType(
    {
        ("en", "patient"): english.PATIENT,
        ("en", "clinician"): english.CLINICIAN,
        ("id", "patient"): indonesian.PATIENT,
        ("id", "clinician"): indonesian.CLINICIAN,
    }
)
