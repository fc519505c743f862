"""The words that a panel of `galley_figures.effect_forest` needs in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.kinds.forest.spec import Side
from galley_figures.locale import Lang

Panel: TypeAlias = Literal["arm_points", "bdnf", "motor_gain", "timing_odds"]

PANEL_LABEL: Final[Mapping[Lang, str]] = {"en": "What is compared", "id": "Yang dibandingkan"}
PANEL_NAMES: Final[Mapping[str, Mapping[Lang, str]]] = {
    "timing_odds": {
        "en": "timing and dose of early training",
        "id": "waktu dan dosis latihan dini",
    },
    "arm_points": {"en": "score of the arm", "id": "skor lengan"},
    "motor_gain": {"en": "gain of movement", "id": "perbaikan gerakan"},
    "bdnf": {"en": "growth factor in blood (BDNF)", "id": "faktor pertumbuhan dalam darah (BDNF)"},
}


@dataclass(frozen=True)
class Words:
    """Words of one panel; a side without words takes no room.

    Attributes
    ----------
    groups, rows
        By the ids of `galley_figures.gallery.effect_forest.data`; the rows include those that are
        held back, because the table names them.
    verdicts
        What an interval below no effect, above it, or across it means, by group.
    caution
        What the panel would most easily be taken for, and is not; drawn with a sign.
    alt
        With ``{row id}`` for each drawn estimate.
    """

    groups: Mapping[str, str]
    rows: Mapping[str, str]
    verdicts: Mapping[str, Mapping[Side, str]]
    numbers_title: str
    axis: str
    measure: str
    low_side: str
    high_side: str
    no_effect: str
    note: str
    caption: str
    alt: str
    evidence: str
    threshold: str = ""
    caution: str = ""
