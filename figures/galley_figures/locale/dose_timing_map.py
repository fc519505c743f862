"""Words of the map of dose and timing."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Audience, Lang
from galley_figures.locale.plasticity_window import WORDS as WINDOW_WORDS
from galley_figures.locale.plasticity_window import PhaseKey

Dose: TypeAlias = Literal["intensive", "extra-to-intensive", "extra", "usual"]
Result: TypeAlias = Literal["worse", "better", "unclear", "uncompared"]
TrialKey: TypeAlias = Literal[
    "avert", "cpass-early", "cpass-middle", "cpass-late", "excite", "lang", "queen-square"
]
TrialWords: TypeAlias = tuple[str, str]
"""Name with the time of its start, and what came of it."""


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language."""

    phases: MappingProxyType[PhaseKey, tuple[str, str]]
    ticks: MappingProxyType[int, str]
    """Labels of the axis by day."""
    doses: MappingProxyType[Dose, str]
    dose_head: str
    results: MappingProxyType[Result, str]
    trials: MappingProxyType[Audience, MappingProxyType[TrialKey, TrialWords]]
    usual: str
    """What stands in the row of the usual dose, where no group was put to the test."""
    axis: str
    empty: str
    alt: str
    description: str
    point: str
    caption: str
    note: str
    columns: tuple[str, ...]


_EN: Final = Words(
    phases=WINDOW_WORDS["en"].phases,
    ticks=MappingProxyType(
        {
            0: "stroke",
            1: "24 h",
            7: "7 days",
            30: "30 days",
            60: "60 days",
            91: "3 months",
            183: "6 months",
            274: "9 months",
            548: "18 months",
            730: "24 months",
        }
    ),
    doses=MappingProxyType(
        {
            "intensive": "intensive",
            "extra-to-intensive": "extra to intensive",
            "extra": "extra",
            "usual": "usual",
        }
    ),
    dose_head="Dose",
    results=MappingProxyType(
        {
            "worse": "worse",
            "better": "better",
            "unclear": "no clear difference",
            "uncompared": "no comparison group",
        }
    ),
    trials=MappingProxyType(
        {
            "patient": MappingProxyType(
                {
                    "avert": ("AVERT: first day", "worse: fewer good outcomes"),
                    "cpass-early": ("CPASS: by day 30", "better: smaller gain"),
                    "cpass-middle": ("CPASS: days 60–90", "better: largest gain"),
                    "cpass-late": ("CPASS: months 6–9", "no clear difference"),
                    "excite": (
                        "EXCITE: months 3–9",
                        "better after 1 year than waiting; the same after 2",
                    ),
                    "lang": (
                        "Lang 2016: after 6 months",
                        "no clear difference: more repetitions did not help more",
                    ),
                    "queen-square": (
                        "Queen Square: around 18 months",
                        "no comparison group: scores rose",
                    ),
                }
            ),
            "clinician": MappingProxyType(
                {
                    "avert": ("AVERT: <24 h, n = 2,104", "worse: 4% fewer good outcomes"),
                    "cpass-early": ("CPASS: ≤30 days, n = 16", "better: smaller gain, 20 h"),
                    "cpass-middle": ("CPASS: 60–90 days, n = 17", "better: largest gain, 20 h"),
                    "cpass-late": ("CPASS: 6–9 months, n = 20", "no clear difference, 20 h"),
                    "excite": (
                        "EXCITE: 3–9 months, n = 222",
                        "better at 1 year than delayed, equal at 2; 2 weeks of CIMT",
                    ),
                    "lang": (
                        "Lang 2016: ≥6 months, n = 85",
                        "no clear difference: 3,200–9,600 repetitions, no dose–response",
                    ),
                    "queen-square": (
                        "Queen Square: median 18 months, n = 224",
                        "no comparison group: 90 h in 3 weeks, scores rose",
                    ),
                }
            ),
        }
    ),
    usual="Usual care: the comparison in AVERT, CPASS and EXCITE",
    axis="Time since the stroke when training began. Each phase has its own scale.",
    empty="Where the map is empty, these trials tested nothing.",
    alt=(
        "{count} training groups by start and dose: {better} better, {unclear} unclear, "
        "{uncompared} not compared; worse in the first {hours} hours."
    ),
    description=(
        "A map without a scale of dose: upwards, or across on a phone, training is called usual, "
        "extra or intensive, in this order; time since the stroke runs along the other side in "
        "five consensus phases with a scale each. Trials stand where their training began: "
        "{points}. {usual}. Groups of CPASS were compared with people who had no extra training, "
        "not with one another. {empty} No trial compared doses and times with one another, so "
        "the points do not add up to a surface."
    ),
    point="{name}, dose {dose}: {result}",
    caption=(
        "More training is not better at every time: a high dose in the first day gave worse "
        "outcomes, and these trials leave most of the map untested."
    ),
    note=(
        "When training began and what came of it are as published; the order of doses in words "
        "is ours, and trials differ in training, people and outcomes."
    ),
    columns=(
        "trial",
        "people",
        "start_days",
        "end_days",
        "dose",
        "result",
        "reference",
        "check",
    ),
)

_ID: Final = Words(
    phases=WINDOW_WORDS["id"].phases,
    ticks=MappingProxyType(
        {
            0: "stroke",
            1: "24 jam",
            7: "7 hari",
            30: "30 hari",
            60: "60 hari",
            91: "3 bulan",
            183: "6 bulan",
            274: "9 bulan",
            548: "18 bulan",
            730: "24 bulan",
        }
    ),
    doses=MappingProxyType(
        {
            "intensive": "intensif",
            "extra-to-intensive": "tambahan sampai intensif",
            "extra": "tambahan",
            "usual": "biasa",
        }
    ),
    dose_head="Dosis",
    results=MappingProxyType(
        {
            "worse": "lebih buruk",
            "better": "lebih baik",
            "unclear": "beda tidak jelas",
            "uncompared": "tanpa kelompok pembanding",
        }
    ),
    trials=MappingProxyType(
        {
            "patient": MappingProxyType(
                {
                    "avert": ("AVERT: hari pertama", "lebih buruk: hasil baik lebih sedikit"),
                    "cpass-early": ("CPASS: s.d. hari ke-30", "lebih baik: manfaat lebih kecil"),
                    "cpass-middle": ("CPASS: hari ke-60–90", "lebih baik: manfaat terbesar"),
                    "cpass-late": ("CPASS: bulan ke-6–9", "beda tidak jelas"),
                    "excite": (
                        "EXCITE: bulan ke-3–9",
                        "lebih baik setelah 1 tahun daripada menunggu; sama setelah 2 tahun",
                    ),
                    "lang": (
                        "Lang 2016: setelah 6 bulan",
                        "beda tidak jelas: ulangan lebih banyak tidak lebih membantu",
                    ),
                    "queen-square": (
                        "Queen Square: sekitar 18 bulan",
                        "tanpa kelompok pembanding: skor naik",
                    ),
                }
            ),
            "clinician": MappingProxyType(
                {
                    "avert": (
                        "AVERT: <24 jam, n = 2.104",
                        "lebih buruk: hasil baik 4% lebih sedikit",
                    ),
                    "cpass-early": (
                        "CPASS: ≤30 hari, n = 16",
                        "lebih baik: manfaat lebih kecil, 20 jam",
                    ),
                    "cpass-middle": (
                        "CPASS: 60–90 hari, n = 17",
                        "lebih baik: manfaat terbesar, 20 jam",
                    ),
                    "cpass-late": ("CPASS: 6–9 bulan, n = 20", "beda tidak jelas, 20 jam"),
                    "excite": (
                        "EXCITE: 3–9 bulan, n = 222",
                        "lebih baik pada 1 tahun daripada ditunda, sama pada 2; CIMT 2 minggu",
                    ),
                    "lang": (
                        "Lang 2016: ≥6 bulan, n = 85",
                        "beda tidak jelas: 3.200–9.600 ulangan, tanpa hubungan dosis–respons",
                    ),
                    "queen-square": (
                        "Queen Square: median 18 bulan, n = 224",
                        "tanpa kelompok pembanding: 90 jam dalam 3 minggu, skor naik",
                    ),
                }
            ),
        }
    ),
    usual="Perawatan biasa: pembanding dalam AVERT, CPASS, dan EXCITE",
    axis="Waktu sejak stroke ketika latihan dimulai. Setiap fase memakai skala sendiri.",
    empty="Bagian peta yang kosong tidak diuji dalam penelitian ini.",
    alt=(
        "{count} kelompok latihan, waktu mulai dan dosis: {better} lebih baik, {unclear} tak "
        "jelas, {uncompared} tanpa pembanding; {hours} jam pertama buruk."
    ),
    description=(
        "Peta tanpa skala dosis: ke atas, atau mendatar pada ponsel, latihan disebut biasa, "
        "tambahan, atau intensif, menurut urutan ini; waktu sejak stroke berjalan pada sisi yang "
        "lain dalam lima fase hasil konsensus, masing-masing dengan skala sendiri. Uji klinis "
        "ditempatkan pada saat latihannya dimulai: {points}. {usual}. Kelompok-kelompok CPASS "
        "dibandingkan dengan orang tanpa latihan tambahan, bukan satu sama lain. {empty} Tidak ada "
        "uji yang membandingkan dosis dan waktu sekaligus, jadi titik-titik itu tidak membentuk "
        "suatu permukaan."
    ),
    point="{name}, dosis {dose}: {result}",
    caption=(
        "Latihan yang lebih banyak tidak selalu lebih baik: dosis tinggi pada hari pertama memberi "
        "hasil lebih buruk, dan sebagian besar peta ini tidak diuji oleh penelitian tersebut."
    ),
    note=(
        "Waktu mulai latihan dan hasilnya sesuai publikasi; urutan dosis dalam kata adalah "
        "pilihan kami, dan uji-uji itu berbeda dalam latihan, peserta, dan hasil yang diukur."
    ),
    columns=(
        "uji",
        "orang",
        "mulai_hari",
        "akhir_hari",
        "dosis",
        "hasil",
        "rujukan",
        "pemeriksaan",
    ),
)

WORDS: Final[MappingProxyType[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
