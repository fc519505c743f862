"""Words of the CPASS figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language.

    Attributes
    ----------
    began, findings
        By the keys of `galley_figures.gallery.cpass_start_times.groups`; a finding has a word and
        a few more.
    starts
        The same in the text alternative.
    heads
        What stands over the groups, the time axis and the findings.
    again
        What happens at the end of the time axis.
    gain_sides, gain_verdicts
        For the gains, once they are drawn.
    """

    began: Mapping[str, str]
    starts: Mapping[str, str]
    findings: Mapping[str, tuple[str, str]]
    heads: tuple[str, str, str]
    people: str
    hours: str
    score: str
    axis: str
    again: str
    note: str
    caption: str
    alt: str
    description: str
    row: str
    evidence: str
    columns: tuple[str, ...]
    gain_measure: str
    gain_numbers: str
    gain_sides: tuple[str, str]
    gain_verdicts: Mapping[str, str]
    no_effect: str
    gain_alt: str
    gain_evidence: str


_EN: Final = Words(
    began={
        "acute": "Within 30 days",
        "subacute": "60 to 90 days",
        "chronic": "After 6 months",
        "control": "No extra training",
    },
    starts={
        "acute": "within 30 days",
        "subacute": "at 60–90 days",
        "chronic": "after 6 months",
    },
    findings={
        "smaller": ("A smaller gain", "but clearly more than without extra training"),
        "largest": ("The largest gain", "clearly more than without extra training"),
        "unclear": ("No clear gain", "not clearly more than without extra training"),
        "comparison": ("For comparison", "the other groups are compared with this one"),
    },
    heads=("Extra training began", "Time since the stroke", "Arm score after a year"),
    people="{people} people",
    hours="{hours} ± {sd} hours more",
    score="score before: {score} ± {sd} of {most}",
    axis="months",
    again="score taken again",
    note=(
        "Small groups that began at unequal scores; ± is the standard deviation. Each is compared "
        "with the group without extra training. Differences between the start times were not "
        "shown, and the authors warn against waiting with therapy."
    ),
    caption=(
        "Twenty hours of extra arm training helped most when they began 60 to 90 days after the "
        "stroke, which is no reason to wait until then."
    ),
    alt=(
        "Gain from extra arm training after stroke: {subacute} largest, {acute} smaller, "
        "{chronic} none clear."
    ),
    description=(
        "One row for each group of the CPASS trial, with the time at which its extra training "
        "began on an axis of {months} months; the arm score (ARAT) was measured again at the end. "
        "{rows} {note}"
    ),
    row="{began}: {details}. {word}: {text}.",
    evidence=(
        "One trial, 72 people, one centre. Group sizes, hours and first scores as published; which "
        "gains were clear is said as in the abstract. The sizes of the gains are held back until "
        "they have been read in the paper."
    ),
    columns=(
        "extra_training_began",
        "people",
        "extra_hours_mean",
        "extra_hours_sd",
        "arat_before_mean_points",
        "arat_before_sd_points",
        "finding",
        "source",
        "status",
        "gain_points",
        "gain_low_points",
        "gain_high_points",
        "gain_status",
    ),
    gain_measure="points (ARAT) gained more than without extra training",
    gain_numbers="points (95% interval)",
    gain_sides=("less gain", "more gain"),
    gain_verdicts={"low": "less gain", "high": "more gain", "unclear": "no clear gain"},
    no_effect="no difference",
    gain_alt=(
        "Points gained by extra arm training: begun within 30 days {acute}, at 60–90 days "
        "{subacute}, after 6 months {chronic}."
    ),
    gain_evidence=(
        "One trial, 72 people, one centre. Gains as published; the intervals were calculated here "
        "from their standard errors."
    ),
)

_ID: Final = Words(
    began={
        "acute": "Dalam 30 hari",
        "subacute": "Hari ke-60 sampai ke-90",
        "chronic": "Setelah 6 bulan",
        "control": "Tanpa latihan tambahan",
    },
    starts={
        "acute": "dalam 30 hari",
        "subacute": "hari ke-60–90",
        "chronic": "setelah 6 bulan",
    },
    findings={
        "smaller": ("Kemajuan lebih kecil", "tetapi jelas lebih besar daripada tanpa tambahan"),
        "largest": ("Kemajuan terbesar", "jelas lebih besar daripada tanpa tambahan"),
        "unclear": ("Kemajuan belum jelas", "tidak jelas lebih besar daripada tanpa tambahan"),
        "comparison": ("Pembanding", "kelompok lain dibandingkan dengan kelompok ini"),
    },
    heads=("Latihan tambahan dimulai", "Waktu sejak stroke", "Skor lengan setelah setahun"),
    people="{people} orang",
    hours="tambahan {hours} ± {sd} jam",
    score="skor awal: {score} ± {sd} dari {most}",
    axis="bulan",
    again="skor diukur lagi",
    note=(
        "Kelompoknya kecil dan skor awalnya tidak sama; ± adalah simpangan baku. Masing-masing "
        "dibandingkan dengan kelompok tanpa latihan tambahan. Perbedaan antarwaktu mulai tidak "
        "terbukti, dan para penulis memperingatkan agar terapi tidak ditunda."
    ),
    caption=(
        "Dua puluh jam latihan lengan tambahan paling bermanfaat bila dimulai 60 sampai 90 hari "
        "setelah stroke; ini bukan alasan untuk menunggu sampai saat itu."
    ),
    alt=(
        "Kemajuan berkat latihan lengan tambahan: {subacute} terbesar, {acute} lebih kecil, "
        "{chronic} belum jelas."
    ),
    description=(
        "Satu baris untuk setiap kelompok uji CPASS, dengan waktu mulai latihan tambahan pada "
        "sumbu {months} bulan; skor lengan (ARAT) diukur lagi pada akhirnya. {rows} {note}"
    ),
    row="{began}: {details}. {word}: {text}.",
    evidence=(
        "Satu uji klinis, 72 orang, satu pusat. Ukuran kelompok, jam latihan dan skor awal sesuai "
        "publikasi; kemajuan mana yang jelas dinyatakan seperti dalam abstrak. Besar kemajuan "
        "ditahan sampai angkanya dibaca pada makalahnya."
    ),
    columns=(
        "latihan_tambahan_dimulai",
        "orang",
        "jam_tambahan_rerata",
        "jam_tambahan_sd",
        "arat_awal_rerata_poin",
        "arat_awal_sd_poin",
        "temuan",
        "sumber",
        "pemeriksaan",
        "kemajuan_poin",
        "kemajuan_batas_bawah_poin",
        "kemajuan_batas_atas_poin",
        "pemeriksaan_kemajuan",
    ),
    gain_measure="poin (ARAT) lebih banyak daripada tanpa latihan tambahan",
    gain_numbers="poin (interval 95%)",
    gain_sides=("lebih kecil", "lebih besar"),
    gain_verdicts={
        "low": "kemajuan lebih kecil",
        "high": "kemajuan lebih besar",
        "unclear": "belum jelas",
    },
    no_effect="tidak berbeda",
    gain_alt=(
        "Tambahan poin berkat latihan lengan: dalam 30 hari {acute}, hari ke-60–90 {subacute}, "
        "setelah 6 bulan {chronic}."
    ),
    gain_evidence=(
        "Satu uji klinis, 72 orang, satu pusat. Kemajuan sesuai publikasi; interval dihitung di "
        "sini dari galat bakunya."
    ),
)

_CLINICIAN: Final[Mapping[Lang, Mapping[str, object]]] = MappingProxyType(
    {
        "en": {
            "began": {
                "acute": "Acute, ≤ 30 days",
                "subacute": "Subacute, 60–90 days",
                "chronic": "Chronic, ≥ 6 months",
                "control": "Control",
            },
            "findings": {
                "smaller": ("Smaller gain", "significant against control"),
                "largest": ("Largest gain", "significant against control"),
                "unclear": ("No clear gain", "not significant against control"),
                "comparison": ("Control", "no additional therapy"),
            },
            "heads": ("Additional therapy", "Start after stroke onset", "ARAT at 12 months"),
            "people": "n = {people}",
            "hours": "{hours} ± {sd} h",
            "score": "baseline ARAT {score} ± {sd} of {most}",
            "again": "ARAT again",
            "note": (
                "Phase II; mean ± SD; baseline ARAT was imbalanced. Every comparison is with "
                "control; differences between the start times were not shown, and the authors warn "
                "against shifting therapy to the subacute phase."
            ),
        },
        "id": {
            "began": {
                "acute": "Akut, ≤ 30 hari",
                "subacute": "Subakut, 60–90 hari",
                "chronic": "Kronis, ≥ 6 bulan",
                "control": "Kontrol",
            },
            "findings": {
                "smaller": ("Kemajuan lebih kecil", "bermakna dibandingkan kontrol"),
                "largest": ("Kemajuan terbesar", "bermakna dibandingkan kontrol"),
                "unclear": ("Kemajuan belum jelas", "tidak bermakna dibandingkan kontrol"),
                "comparison": ("Kontrol", "tanpa terapi tambahan"),
            },
            "heads": ("Terapi tambahan", "Mulai setelah awitan stroke", "ARAT pada bulan ke-12"),
            "people": "n = {people}",
            "hours": "{hours} ± {sd} jam",
            "score": "ARAT awal {score} ± {sd} dari {most}",
            "again": "ARAT lagi",
            "note": (
                "Fase II; rerata ± SD; ARAT awal tidak seimbang. Semua pembandingan terhadap "
                "kontrol; perbedaan antarwaktu mulai tidak terbukti, dan para penulis "
                "memperingatkan agar terapi tidak dipindahkan ke fase subakut."
            ),
        },
    }
)
_PATIENT: Final[Mapping[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})


def words_for(lang: Lang, audience: Audience) -> Words:
    """Return the words of a language; clinicians read terms in place of plain words."""
    words = _PATIENT[lang]
    if audience == "patient":
        return words
    return replace(words, **_CLINICIAN[lang])  # type: ignore[arg-type]  # the fields' own names
