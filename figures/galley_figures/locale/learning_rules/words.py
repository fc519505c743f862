"""The words that `galley_figures.learning_rules` needs in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Lang
from galley_figures.parameters import Bilingual

RuleName: TypeAlias = Literal["hebb", "oja", "bcm"]

RULE_LABEL: Final[Bilingual] = {"en": "Learning rule", "id": "Aturan belajar"}
RULE_NAMES: Final[Mapping[str, Bilingual]] = {
    "all": {"en": "all three", "id": "ketiganya"},
    "hebb": {"en": "Hebb", "id": "Hebb"},
    "oja": {"en": "Oja", "id": "Oja"},
    "bcm": {"en": "BCM", "id": "BCM"},
}

TOY: Final[dict[Lang, str]] = {
    "en": "toy value, not from the paper",
    "id": "nilai contoh, bukan dari makalah",
}
COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("rule", "curve", "step", "value", "seed", "source", "status"),
    "id": ("aturan", "kurva", "langkah", "nilai", "seed", "sumber", "status"),
}


@dataclass(frozen=True)
class PanelWords:
    """Words of one rule.

    Attributes
    ----------
    title, says
        What happens, and why.
    measure
        What the upright axis measures.
    curves
        What stands beside each curve; ``{value}`` is where it ends, ``{steps}`` how far it runs.
    curve_names
        What the table calls each curve.
    alt
        Used where the rule is drawn alone.
    sentence
        What the long description says of it.
    """

    title: str
    says: str
    measure: str
    curves: tuple[str, ...]
    curve_names: tuple[str, ...]
    alt: str
    sentence: str


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    paragraphs
        Below the panels, each with its heading: the slogan, weakening, and that it is a toy.
    own_scales
        Ends the last paragraph where panels stand side by side.
    alt
        Where all rules are drawn.
    """

    panels: Mapping[RuleName, PanelWords]
    steps: str
    paragraphs: tuple[tuple[str, str], ...]
    own_scales: str
    captions: Mapping[str, str]
    alt: str
    opening: str
    note: str
