"""Words of `galley_figures.evidence_ladder`, by language and reader."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.evidence_ladder import english, indonesian
from galley_figures.locale.evidence_ladder.words import RungWords, Words

__all__ = ["WORDS", "RungWords", "Words"]

WORDS: Final[Mapping[Lang, Mapping[Audience, Words]]] = MappingProxyType(
    {
        "en": {"patient": english.PATIENT, "clinician": english.CLINICIAN},
        "id": {"patient": indonesian.PATIENT, "clinician": indonesian.CLINICIAN},
    }
)
