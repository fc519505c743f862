"""Words of the AVERT outcome bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Audience, Lang

Outcome: TypeAlias = Literal["good_outcome", "death"]

OUTCOME_LABEL: Final[dict[Lang, str]] = {"en": "What is counted", "id": "Yang dihitung"}
OUTCOME_NAMES: Final[dict[str, dict[Lang, str]]] = {
    "good_outcome": {"en": "good outcome after 3 months", "id": "hasil baik setelah 3 bulan"},
    "death": {"en": "death within 14 days", "id": "kematian dalam 14 hari"},
}


@dataclass(frozen=True)
class OutcomeWords:
    """Words of one outcome for one audience.

    Attributes
    ----------
    caption, note
        With the numbers' names in braces; `avert_outcomes` fills them in.
    """

    measure: str
    caption: str
    note: str


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language.

    Attributes
    ----------
    arms
        What stands beside the bars.
    short_arms
        The same for the text alternative.
    counted, fewer
        What stands after a number: the people counted, or how it was calculated.
    """

    arms: Mapping[Audience, Mapping[str, str]]
    short_arms: Mapping[str, str]
    outcomes: Mapping[Audience, Mapping[Outcome, OutcomeWords]]
    unit: str
    counted: str
    fewer: str
    alt: str
    columns: tuple[str, ...]
    of_100: str
    out_of_bed: str
    odds_ratio: Mapping[Outcome, str]
    compared: str
    calculated: str
    difference: str
    difference_calculated: str
    to: str


_EN_TRIAL: Final = (
    "Published numbers of one trial, AVERT, with 2,104 people. Usual care was not bed rest: "
    "{bed_events} of {bed_total} people ({bed} of 100) were out of bed within 24 hours too. "
)
_EN: Final = Words(
    arms=MappingProxyType(
        {
            "patient": {
                "early": "Very early, frequent, higher-dose activity",
                "usual": "Usual care",
            },
            "clinician": {
                "early": "Very early mobilisation: within 24 h, frequent, higher dose",
                "usual": "Usual care",
            },
        }
    ),
    short_arms=MappingProxyType(
        {"early": "very early, higher-dose activity", "usual": "usual care"}
    ),
    outcomes=MappingProxyType(
        {
            "patient": {
                "good_outcome": OutcomeWords(
                    measure="Good outcome 3 months after the stroke: little or no disability",
                    caption=(
                        "With very early, frequent, higher-dose activity {early} of 100 people had "
                        "a good outcome; with usual care, {usual} of 100."
                    ),
                    note=(
                        _EN_TRIAL + "The {early} was calculated from {usual} minus “{fewer} of 100 "
                        "fewer”. The trial’s own count has not been checked, so neither it nor the "
                        "range of chance around the difference is shown."
                    ),
                ),
                "death": OutcomeWords(
                    measure="Deaths within 14 days after the stroke",
                    caption=(
                        "In the first 14 days, {early} of 100 people died with very early, "
                        "frequent, higher-dose activity, and {usual} of 100 with usual care."
                    ),
                    note=(
                        _EN_TRIAL + "Counts as published, not adjusted for age or for how severe "
                        "the stroke was. The difference, {difference} of 100, could by chance be "
                        "anything from about {about_ends}."
                    ),
                ),
            },
            "clinician": {
                "good_outcome": OutcomeWords(
                    measure="Modified Rankin scale 0–2 at 3 months",
                    caption=(
                        "AVERT: a good outcome (mRS 0–2 at 3 months) in {early} of 100 after very "
                        "early mobilisation and in {usual} of 100 with usual care."
                    ),
                    note=(
                        _EN_TRIAL + "The {early} was calculated from {usual} minus “{fewer} of 100 "
                        "fewer”; the trial’s own count and its adjusted odds ratio have not been "
                        "checked and are held back, so no interval is shown."
                    ),
                ),
                "death": OutcomeWords(
                    measure="Deaths within 14 days, crude",
                    caption=(
                        "AVERT: {early} of 100 died within 14 days after very early mobilisation, "
                        "{usual} of 100 with usual care; adjusted odds ratio {ratio}."
                    ),
                    note=(
                        _EN_TRIAL
                        + "Bars: crude counts. Published adjusted odds ratio {ratio} (95% "
                        "interval {ratio_ends}). Crude difference calculated here: {difference} of "
                        "100 ({difference_ends}), an interval that includes 0."
                    ),
                ),
            },
        }
    ),
    unit="of 100 people",
    counted="{events} of {total}",
    fewer="{fewer} of 100 fewer",
    alt="{measure}, of 100 people: {early_value} with {early}, {usual_value} with {usual}.",
    columns=(
        "group",
        "measure",
        "value",
        "interval_low",
        "interval_high",
        "events_people",
        "group_people",
        "source",
        "status",
    ),
    of_100="{measure} (of 100 people)",
    out_of_bed="Out of bed within 24 hours (of 100 people)",
    odds_ratio=MappingProxyType(
        {
            "good_outcome": "Adjusted odds ratio, good outcome",
            "death": "Adjusted odds ratio, death within 14 days",
        }
    ),
    compared="{early}, compared with {usual}",
    calculated="calculated from {usual} minus {fewer}",
    difference="Crude difference of deaths (of 100 people)",
    difference_calculated="calculated here from the counts",
    to=" to ",
)

_ID_TRIAL: Final = (
    "Angka terbitan dari satu uji klinis, AVERT, dengan 2.104 orang. Perawatan biasa bukan tirah "
    "baring: {bed_events} dari {bed_total} orang ({bed} dari 100) juga turun dari tempat tidur "
    "dalam 24 jam. "
)
_ID: Final = Words(
    arms=MappingProxyType(
        {
            "patient": {
                "early": "Aktivitas sangat dini, sering, berdosis lebih tinggi",
                "usual": "Perawatan biasa",
            },
            "clinician": {
                "early": "Mobilisasi sangat dini: dalam 24 jam, sering, dosis lebih tinggi",
                "usual": "Perawatan biasa",
            },
        }
    ),
    short_arms=MappingProxyType(
        {"early": "aktivitas sangat dini, dosis lebih tinggi", "usual": "perawatan biasa"}
    ),
    outcomes=MappingProxyType(
        {
            "patient": {
                "good_outcome": OutcomeWords(
                    measure="Hasil baik 3 bulan setelah stroke: disabilitas ringan atau tidak ada",
                    caption=(
                        "Dengan aktivitas sangat dini, sering, dan berdosis lebih tinggi, {early} "
                        "dari 100 orang mencapai hasil baik; dengan perawatan biasa, {usual} dari "
                        "100."
                    ),
                    note=(
                        _ID_TRIAL + "Angka {early} dihitung dari {usual} dikurangi “{fewer} dari "
                        "100 lebih sedikit”. Hitungan uji itu sendiri belum diperiksa, jadi angka "
                        "itu maupun rentang kebetulan di sekitar selisihnya tidak ditampilkan."
                    ),
                ),
                "death": OutcomeWords(
                    measure="Kematian dalam 14 hari setelah stroke",
                    caption=(
                        "Dalam 14 hari pertama, {early} dari 100 orang meninggal dengan aktivitas "
                        "sangat dini, sering, dan berdosis lebih tinggi, dan {usual} dari 100 "
                        "dengan perawatan biasa."
                    ),
                    note=(
                        _ID_TRIAL + "Hitungan sesuai publikasi, tidak disesuaikan menurut usia "
                        "atau beratnya stroke. Selisihnya, {difference} dari 100, karena kebetulan "
                        "dapat berkisar dari kira-kira {about_ends}."
                    ),
                ),
            },
            "clinician": {
                "good_outcome": OutcomeWords(
                    measure="Skala Rankin termodifikasi 0–2 pada 3 bulan",
                    caption=(
                        "AVERT: hasil baik (mRS 0–2 pada 3 bulan) pada {early} dari 100 setelah "
                        "mobilisasi sangat dini dan pada {usual} dari 100 dengan perawatan biasa."
                    ),
                    note=(
                        _ID_TRIAL + "Angka {early} dihitung dari {usual} dikurangi “{fewer} dari "
                        "100 lebih sedikit”; hitungan uji itu sendiri dan rasio odds tersesuaikan "
                        "belum diperiksa dan ditahan, jadi interval tidak ditampilkan."
                    ),
                ),
                "death": OutcomeWords(
                    measure="Kematian dalam 14 hari, kasar",
                    caption=(
                        "AVERT: {early} dari 100 meninggal dalam 14 hari setelah mobilisasi sangat "
                        "dini, {usual} dari 100 dengan perawatan biasa; rasio odds tersesuaikan "
                        "{ratio}."
                    ),
                    note=(
                        _ID_TRIAL + "Batang: hitungan kasar. Rasio odds tersesuaikan yang "
                        "diterbitkan {ratio} (interval 95% {ratio_ends}). Selisih kasar yang "
                        "dihitung di sini: {difference} dari 100 ({difference_ends}); interval ini "
                        "mencakup 0."
                    ),
                ),
            },
        }
    ),
    unit="dari 100 orang",
    counted="{events} dari {total}",
    fewer="{fewer} dari 100 lebih sedikit",
    alt="{measure}, dari 100 orang: {early_value} dengan {early}, {usual_value} dengan {usual}.",
    columns=(
        "kelompok",
        "ukuran",
        "nilai",
        "batas_bawah",
        "batas_atas",
        "kejadian_orang",
        "kelompok_orang",
        "sumber",
        "status",
    ),
    of_100="{measure} (dari 100 orang)",
    out_of_bed="Turun dari tempat tidur dalam 24 jam (dari 100 orang)",
    odds_ratio=MappingProxyType(
        {
            "good_outcome": "Rasio odds tersesuaikan, hasil baik",
            "death": "Rasio odds tersesuaikan, kematian dalam 14 hari",
        }
    ),
    compared="{early}, dibandingkan dengan {usual}",
    calculated="dihitung dari {usual} dikurangi {fewer}",
    difference="Selisih kasar kematian (dari 100 orang)",
    difference_calculated="dihitung di sini dari hitungan tersebut",
    to=" sampai ",
)

WORDS: Final[Mapping[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
