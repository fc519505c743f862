"""Words of the icon array of early deaths in AVERT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language.

    Attributes
    ----------
    arms
        What stands above the people of each group.
    event, otherwise
        What happened to the filled people, and what holds for the others.
    notes
        With the numbers' names in braces.
    """

    arms: Mapping[Audience, Mapping[str, str]]
    event: str
    otherwise: str
    counted: str
    alt: str
    caption: str
    notes: Mapping[Audience, str]
    columns: tuple[str, ...]
    status: str


_EN: Final = Words(
    arms=MappingProxyType(
        {
            "patient": {
                "early": "Very early, frequent, higher-dose activity",
                "usual": "Usual care",
            },
            "clinician": {
                "early": "Very early mobilisation, within 24 h",
                "usual": "Usual care",
            },
        }
    ),
    event="died within 14 days of the stroke",
    otherwise="alive after 14 days",
    counted="{events} of {total}",
    alt=(
        "Deaths within 14 days: about {early} of 100 people with very early, "
        "higher-dose activity, about {usual} of 100 with usual care."
    ),
    caption=(
        "Most people in both groups were alive after 14 days, but more had died with very early, "
        "frequent, higher-dose activity."
    ),
    notes=MappingProxyType(
        {
            "patient": (
                "Published counts of one trial, AVERT, rounded to whole people of 100: "
                "{early_exact} and {usual_exact} of 100. They are not adjusted for age or for how "
                "severe the stroke was. Usual care was not bed rest: {bed} of 100 people were out "
                "of bed within 24 hours too."
            ),
            "clinician": (
                "Crude counts of AVERT, rounded from {early_exact} and {usual_exact} of 100. "
                "Published adjusted odds ratio {ratio} (95% interval {ratio_ends}). Usual care was "
                "not bed rest: {bed_events} of {bed_total} were out of bed within 24 hours."
            ),
        }
    ),
    columns=(
        "group",
        "deaths_people",
        "group_people",
        "deaths_of_100_people",
        "drawn_of_100_people",
        "source",
        "status",
    ),
    status="calculated from the counts",
)

_ID: Final = Words(
    arms=MappingProxyType(
        {
            "patient": {
                "early": "Aktivitas sangat dini, sering, berdosis lebih tinggi",
                "usual": "Perawatan biasa",
            },
            "clinician": {
                "early": "Mobilisasi sangat dini, dalam 24 jam",
                "usual": "Perawatan biasa",
            },
        }
    ),
    event="meninggal dalam 14 hari setelah stroke",
    otherwise="hidup setelah 14 hari",
    counted="{events} dari {total}",
    alt=(
        "Kematian dalam 14 hari: kira-kira {early} dari 100 orang dengan aktivitas sangat dini, "
        "{usual} dari 100 dengan perawatan biasa."
    ),
    caption=(
        "Sebagian besar orang di kedua kelompok hidup setelah 14 hari, tetapi lebih banyak yang "
        "meninggal dengan aktivitas sangat dini, sering, dan berdosis lebih tinggi."
    ),
    notes=MappingProxyType(
        {
            "patient": (
                "Hitungan terbitan dari satu uji klinis, AVERT, dibulatkan menjadi orang utuh dari "
                "100: {early_exact} dan {usual_exact} dari 100. Angka ini tidak disesuaikan "
                "menurut usia atau beratnya stroke. Perawatan biasa bukan tirah baring: {bed} dari "
                "100 orang juga turun dari tempat tidur dalam 24 jam."
            ),
            "clinician": (
                "Hitungan kasar AVERT, dibulatkan dari {early_exact} dan {usual_exact} dari 100. "
                "Rasio odds tersesuaikan yang diterbitkan {ratio} (interval 95% {ratio_ends}). "
                "Perawatan biasa bukan tirah baring: {bed_events} dari {bed_total} orang turun "
                "dari tempat tidur dalam 24 jam."
            ),
        }
    ),
    columns=(
        "kelompok",
        "kematian_orang",
        "kelompok_orang",
        "kematian_dari_100_orang",
        "digambar_dari_100_orang",
        "sumber",
        "status",
    ),
    status="dihitung dari hitungan itu",
)

WORDS: Final[Mapping[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
