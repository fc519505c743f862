"""Words of `galley_figures.effect_forest`, panel by panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.locale.effect_forest import english, indonesian
from galley_figures.locale.effect_forest.words import PANEL_LABEL, PANEL_NAMES, Panel, Words

__all__ = ["PANEL_LABEL", "PANEL_NAMES", "Panel", "Words", "words_for"]

_WORDS: Final[Mapping[Lang, Mapping[Panel, Words]]] = {
    "en": english.WORDS,
    "id": indonesian.WORDS,
}
_CLINICIAN_ROWS: Final[Mapping[Lang, Mapping[Panel, Mapping[str, str]]]] = {
    "en": english.CLINICIAN_ROWS,
    "id": indonesian.CLINICIAN_ROWS,
}


def words_for(panel: Panel, lang: Lang, audience: Audience) -> Words:
    """Return a panel's words; clinicians read the rows in terms, with group sizes."""
    words = _WORDS[lang][panel]
    if audience == "patient":
        return words
    rows = MappingProxyType({**words.rows, **_CLINICIAN_ROWS[lang][panel]})
    return replace(words, rows=rows)
