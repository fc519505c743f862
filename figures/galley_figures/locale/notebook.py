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
    """What stands under a figure, in one language.

    Attributes
    ----------
    picture_evidence
        What takes the place of `evidence` under a photo or a drawn picture.
    photo, picture
        Before the name of who made it.
    """

    evidence: MappingProxyType[EvidenceClass, str]
    picture_evidence: MappingProxyType[EvidenceClass, str]
    photo: str
    picture: str
    shown_with_consent: str
    text_alternative: str
    sources: str
    details: str

    def evidence_of(self, kind: EvidenceClass, *, is_picture: bool) -> str:
        """Return what kind of thing a figure or a picture is."""
        own = self.picture_evidence.get(kind) if is_picture else None
        return own or self.evidence[kind]


_EN: Final = Words(
    evidence=MappingProxyType(
        {
            "data": "Measured data",
            "model": "Calculated from a model, not measured",
            "schematic": "Drawing, not measured data",
            "synthetic": "Made-up data, to show the idea",
        }
    ),
    picture_evidence=MappingProxyType(
        {
            "data": "Seen or measured, not made up",
            "synthetic": "Made-up picture, not a real case",
        }
    ),
    photo="Photo",
    picture="Picture",
    shown_with_consent="Shown with consent",
    text_alternative="Text alternative",
    sources="Sources",
    details="Data and description",
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
    picture_evidence=MappingProxyType(
        {
            "data": "Hasil pengamatan atau pengukuran, bukan rekaan",
            "synthetic": "Gambar rekaan, bukan kasus nyata",
        }
    ),
    photo="Foto",
    picture="Gambar",
    shown_with_consent="Ditampilkan dengan persetujuan",
    text_alternative="Teks pengganti gambar",
    sources="Sumber",
    details="Data dan keterangan",
)

WORDS: Final[MappingProxyType[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})


def words_for(lang: str) -> Words:
    """Return the words of a language tag, the English ones where there are none."""
    return WORDS["id" if lang.partition("-")[0] == "id" else "en"]
