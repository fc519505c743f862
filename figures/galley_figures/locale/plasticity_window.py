"""Words of the plasticity-window figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Audience, Lang

PhaseKey: TypeAlias = Literal["hyperacute", "acute", "early-subacute", "late-subacute", "chronic"]
WindowKey: TypeAlias = Literal["early", "middle", "late"]


@dataclass(frozen=True)
class WindowWords:
    """When one group of a trial began, and what it gained over the group without it."""

    when: str
    gain: str


@dataclass(frozen=True)
class AudienceWords:
    """What differs between readers."""

    trial: str
    """What the bars are: one sentence over them."""
    windows: MappingProxyType[WindowKey, WindowWords]
    warning: str
    """The flag of the trial that did harm."""


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language."""

    phases: MappingProxyType[PhaseKey, tuple[str, str]]
    """Name and span of each phase."""
    ticks: MappingProxyType[int, str]
    """Labels of the axis by day."""
    axis: str
    curve: str
    column_phase: str
    column_trials: str
    audiences: MappingProxyType[Audience, AudienceWords]
    alt: str
    description: str
    caption: str
    note: str
    columns: tuple[str, ...]
    kinds: MappingProxyType[str, str]


_EN: Final = Words(
    phases=MappingProxyType(
        {
            "hyperacute": ("Hyperacute", "0–24 hours"),
            "acute": ("Acute", "1–7 days"),
            "early-subacute": ("Early subacute", "7 days–3 months"),
            "late-subacute": ("Late subacute", "3–6 months"),
            "chronic": ("Chronic", "after 6 months"),
        }
    ),
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
            365: "12 months",
        }
    ),
    axis="Time since the stroke. Each phase has its own scale.",
    curve="How much the brain responds to training",
    column_phase="Phase",
    column_trials="Trials",
    audiences=MappingProxyType(
        {
            "patient": AudienceWords(
                trial="Extra arm training, by when it began (CPASS trial)",
                windows=MappingProxyType(
                    {
                        "early": WindowWords("by day 30", "smaller gain"),
                        "middle": WindowWords("days 60–90", "largest gain"),
                        "late": WindowWords("months 6–9", "no clear gain"),
                    }
                ),
                warning="Intensive activity within 24 hours: worse outcome (AVERT trial)",
            ),
            "clinician": AudienceWords(
                trial="20 h of extra arm training, by start (CPASS; control n = 19)",
                windows=MappingProxyType(
                    {
                        "early": WindowWords("≤30 days, n = 16", "smaller gain"),
                        "middle": WindowWords("60–90 days, n = 17", "largest gain"),
                        "late": WindowWords("6–9 months, n = 20", "no clear gain"),
                    }
                ),
                warning="AVERT, n = 2,104: high dose within 24 h, 4% fewer good outcomes",
            ),
        }
    ),
    alt=(
        "Timeline of five phases after stroke. Arm training gained most on days {start}–{end}; "
        "high dose within {hours} hours gave worse outcomes."
    ),
    description=(
        "Time runs from the stroke to 12 months in five consensus phases: {phases}. Each phase "
        "has its own scale, so that the first week can be seen. Above, a dashed frame marked "
        "“schematic” holds a curve without a scale: the response of the brain to training rises "
        "in the first days, is highest in the first weeks to months, and falls slowly without "
        "reaching zero. Its shape comes mainly from animal studies. Below, the CPASS trial gave "
        "extra arm training to groups that began at different times: {windows}. Each group was "
        "compared with people who had no extra training, not with the other groups; the sources "
        "that were read do not say how soon the first group began. A warning marks the first "
        "{hours} hours: in the AVERT trial, a high dose of out-of-bed activity begun that early "
        "led to fewer good outcomes than usual care."
    ),
    caption=(
        "The weeks after a stroke are when training seems to change the most, but the first day "
        "is not the time for a high dose."
    ),
    note=(
        "Phases and trial windows are as published; the curve is a shape only, drawn mainly after"
        " animal studies. Phase limits were read in secondary sources."
    ),
    columns=("item", "kind", "start_days", "end_days", "result", "reference", "check"),
    kinds=MappingProxyType(
        {"phase": "phase", "window": "trial window", "warning": "warning", "curve": "shape"}
    ),
)

_ID: Final = Words(
    phases=MappingProxyType(
        {
            "hyperacute": ("Hiperakut", "0–24 jam"),
            "acute": ("Akut", "1–7 hari"),
            "early-subacute": ("Subakut awal", "7 hari–3 bulan"),
            "late-subacute": ("Subakut lanjut", "3–6 bulan"),
            "chronic": ("Kronis", "setelah 6 bulan"),
        }
    ),
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
            365: "12 bulan",
        }
    ),
    axis="Waktu sejak stroke. Setiap fase memakai skala sendiri.",
    curve="Seberapa kuat otak menanggapi latihan",
    column_phase="Fase",
    column_trials="Uji klinis",
    audiences=MappingProxyType(
        {
            "patient": AudienceWords(
                trial="Latihan lengan tambahan, menurut waktu mulai (uji CPASS)",
                windows=MappingProxyType(
                    {
                        "early": WindowWords("sampai hari ke-30", "manfaat lebih kecil"),
                        "middle": WindowWords("hari ke-60–90", "manfaat terbesar"),
                        "late": WindowWords("bulan ke-6–9", "manfaat tidak jelas"),
                    }
                ),
                warning="Aktivitas intensif dalam 24 jam: hasil lebih buruk (uji AVERT)",
            ),
            "clinician": AudienceWords(
                trial="20 jam latihan lengan tambahan, menurut waktu mulai (CPASS; kontrol n = 19)",
                windows=MappingProxyType(
                    {
                        "early": WindowWords("≤30 hari, n = 16", "manfaat lebih kecil"),
                        "middle": WindowWords("60–90 hari, n = 17", "manfaat terbesar"),
                        "late": WindowWords("6–9 bulan, n = 20", "manfaat tidak jelas"),
                    }
                ),
                warning="AVERT, n = 2.104: dosis tinggi dalam 24 jam, hasil baik 4% lebih sedikit",
            ),
        }
    ),
    alt=(
        "Lima fase setelah stroke. Latihan paling membantu pada hari ke-{start}–{end}; "
        "dosis tinggi dalam {hours} jam merugikan."
    ),
    description=(
        "Waktu berjalan dari saat stroke sampai 12 bulan dalam lima fase hasil konsensus: "
        "{phases}. Setiap fase memakai skala sendiri agar minggu pertama terlihat. Di atas, "
        "bingkai putus-putus bertulisan “skematis” memuat kurva tanpa skala: tanggapan otak "
        "terhadap latihan naik pada hari-hari pertama, tertinggi pada minggu-minggu hingga "
        "bulan-bulan pertama, lalu turun perlahan tanpa mencapai nol. Bentuknya terutama berasal "
        "dari penelitian hewan. Di bawahnya, uji klinis CPASS memberi latihan lengan tambahan "
        "kepada kelompok yang mulai pada waktu berbeda: {windows}. Setiap kelompok dibandingkan "
        "dengan orang tanpa latihan tambahan, bukan dengan kelompok lain; sumber yang dibaca "
        "tidak menyebutkan seberapa dini kelompok pertama mulai. Sebuah peringatan menandai "
        "{hours} jam pertama: dalam uji AVERT, aktivitas di luar tempat tidur berdosis tinggi "
        "yang dimulai sedini itu memberi lebih sedikit hasil baik daripada perawatan biasa."
    ),
    caption=(
        "Minggu-minggu setelah stroke tampaknya masa ketika latihan paling banyak mengubah "
        "keadaan, tetapi hari pertama bukan waktunya untuk dosis tinggi."
    ),
    note=(
        "Fase dan jendela waktu uji klinis sesuai publikasi; kurva hanya bentuk, digambar "
        "terutama menurut penelitian hewan. Batas fase dibaca dari sumber sekunder."
    ),
    columns=("butir", "jenis", "mulai_hari", "akhir_hari", "hasil", "rujukan", "pemeriksaan"),
    kinds=MappingProxyType(
        {"phase": "fase", "window": "jendela uji", "warning": "peringatan", "curve": "bentuk"}
    ),
)

WORDS: Final[MappingProxyType[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
