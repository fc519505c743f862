"""Words under a figure in a notebook; those of evidence are the same as on the page."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from galley_figures.locale import Lang

if TYPE_CHECKING:
    from galley_figures.explanatory import EvidenceClass  # which uses these words


@dataclass(frozen=True)
class Words:
    """What stands under a figure, in one language."""

    evidence: MappingProxyType[EvidenceClass, str]
    text_alternative: str


_EN: Final = Words(
    evidence=MappingProxyType(
        {
            "data": "Measured data",
            "model": "Calculated from a model, not measured",
            "schematic": "Drawing, not measured data",
            "synthetic": "Made-up data, to show the idea",
        }
    ),
    text_alternative="Text alternative",
)

_ID: Final = Words(
    evidence=MappingProxyType(
        {
            "data": "Data hasil pengukuran",
            "model": "Hasil hitungan model, bukan hasil pengukuran",
            "schematic": "Ilustrasi, bukan data hasil pengukuran",
            "synthetic": "Data rekaan untuk menjelaskan gagasan",
        }
    ),
    text_alternative="Teks pengganti gambar",
)

WORDS: Final[MappingProxyType[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
