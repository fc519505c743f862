"""What each public figure is called in a list, and what it shows, in one sentence.

A ready figure's evidence class stands here too, so that a list needs no drawing; a test draws each
and compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from galley_figures.locale import Lang

if TYPE_CHECKING:
    from galley_figures.explanatory import EvidenceClass


@dataclass(frozen=True)
class ListWords:
    """How a figure is listed.

    Attributes
    ----------
    evidence
        ``None`` for a kind: there the author says what her own numbers are.
    """

    title: Mapping[Lang, str]
    shows: Mapping[Lang, str]
    evidence: EvidenceClass | None = None


def _listed(
    title: tuple[str, str], shows: tuple[str, str], evidence: EvidenceClass | None = None
) -> ListWords:
    return ListWords(_bilingual(title), _bilingual(shows), evidence)


def _bilingual(words: tuple[str, str]) -> Mapping[Lang, str]:
    return {"en": words[0], "id": words[1]}


LIST: Final[Mapping[str, ListWords]] = MappingProxyType(
    {
        "avert_outcomes": _listed(
            ("Outcomes in the AVERT trial", "Hasil uji klinis AVERT"),
            (
                "Two groups of one trial, counted as people of 100.",
                "Dua kelompok dalam satu uji klinis, dihitung sebagai orang dari 100.",
            ),
            "data",
        ),
        "cpass_start_times": _listed(
            ("When extra arm training began", "Kapan latihan lengan tambahan dimulai"),
            (
                "Gain of the arm for three starting times of extra training, from one trial.",
                "Perbaikan lengan untuk tiga waktu mulai latihan tambahan, dari satu uji klinis.",
            ),
            "data",
        ),
        "dose_timing_map": _listed(
            ("Dose and start of training", "Dosis dan waktu mulai latihan"),
            (
                "Groups of trials placed by when training began and how much there was.",
                "Kelompok uji klinis menurut kapan latihan dimulai dan seberapa banyak.",
            ),
            "schematic",
        ),
        "early_deaths_icons": _listed(
            ("Early deaths as people", "Kematian dini sebagai orang"),
            (
                "Deaths within 14 days in two groups of one trial, each of 100 people.",
                "Kematian dalam 14 hari pada dua kelompok uji klinis, masing-masing 100 orang.",
            ),
            "data",
        ),
        "effect_forest": _listed(
            ("Effects with their intervals", "Efek dengan intervalnya"),
            (
                "Published estimates on one axis, each with how uncertain it is; four panels.",
                "Taksiran terpublikasi pada satu sumbu, dengan ketidakpastiannya; empat panel.",
            ),
            "data",
        ),
        "evidence_ladder": _listed(
            ("Ladder of evidence", "Tangga bukti"),
            (
                "Kinds of study from mice to guideline, and what each of them said.",
                "Jenis penelitian dari mencit sampai pedoman, dan apa yang masing-masing katakan.",
            ),
            "data",
        ),
        "learning_rules": _listed(
            ("How connections learn", "Bagaimana sambungan belajar"),
            (
                "Three toy rules by which connections between cells grow, settle or choose.",
                "Tiga aturan sederhana: sambungan antarsel tumbuh, menetap, atau memilih.",
            ),
            "model",
        ),
        "ltp_decay": _listed(
            ("How long a connection stays stronger", "Berapa lama sambungan tetap kuat"),
            (
                "Strengthened connections that fade, and others that last.",
                "Sambungan yang diperkuat lalu memudar, dan yang bertahan.",
            ),
            "schematic",
        ),
        "nmda_gate": _listed(
            ("The NMDA receptor as a gate", "Reseptor NMDA sebagai gerbang"),
            (
                "How many gates open as the receiving cell gets more excited.",
                "Berapa banyak gerbang terbuka ketika sel penerima makin terangsang.",
            ),
            "model",
        ),
        "plasticity_window": _listed(
            ("The window of plasticity", "Jendela plastisitas"),
            (
                "Phases after a stroke, when trials began training, and a drawn curve.",
                "Fase setelah stroke, kapan uji klinis memulai latihan, dan kurva gambaran.",
            ),
            "schematic",
        ),
        "proportional_recovery_artefact": _listed(
            ("A trap in measuring recovery", "Jebakan dalam mengukur pemulihan"),
            (
                "The same made-up people drawn twice: by their end, and by their change.",
                "Orang buatan yang sama digambar dua kali: menurut akhirnya dan perubahannya.",
            ),
            "synthetic",
        ),
        "qeeg_map": _listed(
            ("Map of slow waves (QEEG)", "Peta gelombang lambat (QEEG)"),
            (
                "How a map of brain rhythms over the head is read; its numbers are made up.",
                "Cara membaca peta irama otak di kepala; angkanya buatan.",
            ),
            "synthetic",
        ),
        "recovery_curves": _listed(
            ("Recovery of the arm in five groups", "Pemulihan lengan pada lima kelompok"),
            (
                "Five courses over 26 weeks from one score at the start, calculated.",
                "Lima perjalanan selama 26 minggu dari satu skor awal, hasil perhitungan.",
            ),
            "model",
        ),
        "recovery_matrix": _listed(
            ("Two ways to get better", "Dua cara untuk membaik"),
            (
                "Restitution and compensation in tissue, movement and everyday tasks.",
                "Restitusi dan kompensasi pada jaringan, gerakan, dan tugas sehari-hari.",
            ),
            "schematic",
        ),
        "spike_timing_curve": _listed(
            ("Which cell fires first", "Sel mana yang lebih dulu aktif"),
            (
                "How the order and distance of two spikes change a connection.",
                "Bagaimana urutan dan jarak dua cetusan mengubah sambungan.",
            ),
            "model",
        ),
        "treatment_workflow": _listed(
            ("Outside in and inside out", "Dari luar dan dari dalam"),
            (
                "Two ways of planning treatment that meet in practice, as steps.",
                "Dua cara merencanakan terapi yang bertemu dalam latihan, sebagai langkah.",
            ),
            "schematic",
        ),
        "bars": _listed(
            ("Bars", "Batang"),
            (
                "Amounts side by side, each with its number.",
                "Jumlah yang berdampingan, masing-masing dengan angkanya.",
            ),
        ),
        "before_after": _listed(
            ("Before and after", "Sebelum dan sesudah"),
            (
                "How groups changed from one time to another.",
                "Bagaimana kelompok berubah dari satu waktu ke waktu lain.",
            ),
        ),
        "comparison_matrix": _listed(
            ("Comparison in short texts", "Perbandingan dalam teks singkat"),
            (
                "Things side by side, compared in a few words each.",
                "Beberapa hal berdampingan, dibandingkan dengan beberapa kata.",
            ),
        ),
        "curve": _listed(
            ("Curves", "Kurva"),
            (
                "A quantity against another, with a band where there is one.",
                "Satu besaran terhadap yang lain, dengan pita bila ada.",
            ),
        ),
        "flow": _listed(
            ("Steps and decisions", "Langkah dan keputusan"),
            (
                "What follows what, and on which answer.",
                "Apa mengikuti apa, dan pada jawaban mana.",
            ),
        ),
        "forest": _listed(
            ("Estimates with intervals", "Taksiran dengan interval"),
            (
                "Effects of several studies on one axis (forest plot).",
                "Efek dari beberapa penelitian pada satu sumbu (forest plot).",
            ),
        ),
        "icon_array": _listed(
            ("People of 100 or 1,000", "Orang dari 100 atau 1.000"),
            ("A share drawn as people, one sign each.", "Bagian yang digambar sebagai orang."),
        ),
        "picture": _listed(
            ("Photo or drawn picture", "Foto atau gambar"),
            (
                "A picture file with its evidence, credit and consent.",
                "Berkas gambar dengan bukti, pembuat, dan persetujuannya.",
            ),
        ),
        "point_map": _listed(
            ("Points on two axes", "Titik pada dua sumbu"),
            ("Things placed by two quantities.", "Beberapa hal menurut dua besaran."),
        ),
        "timeline": _listed(
            ("Timeline", "Garis waktu"),
            (
                "Phases, spans, events and warnings on one axis of time.",
                "Fase, rentang, kejadian, dan peringatan pada satu sumbu waktu.",
            ),
        ),
    }
)
