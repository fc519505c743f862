"""Words of `galley_figures.proportional_recovery_artefact`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang

MADE_UP: Final[dict[Lang, str]] = {"en": "made up", "id": "data buatan"}
COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "row",
        "start_points",
        "end_points",
        "change_points",
        "value",
        "seed",
        "source",
        "status",
    ),
    "id": (
        "baris",
        "awal_poin",
        "akhir_poin",
        "perubahan_poin",
        "nilai",
        "seed",
        "sumber",
        "status",
    ),
}


@dataclass(frozen=True)
class RowWords:
    """What the table calls its rows; ``{number}`` is a person's."""

    start_and_end: str
    start_and_change: str
    share: str
    published_share: str
    person: str


ROWS: Final[Mapping[Lang, RowWords]] = MappingProxyType(
    {
        "en": RowWords(
            start_and_end="correlation r of start and end",
            start_and_change="correlation r of start and change",
            share="share of what is missing that seems to be regained",
            published_share="share in the published rule, not shown",
            person="made-up person {number}",
        ),
        "id": RowWords(
            start_and_end="korelasi r antara awal dan akhir",
            start_and_change="korelasi r antara awal dan perubahan",
            share="bagian dari kekurangan yang seolah-olah pulih",
            published_share="bagian dalam aturan yang diterbitkan, tidak ditampilkan",
            person="orang rekaan {number}",
        ),
    }
)


@dataclass(frozen=True)
class PanelWords:
    """Words of one panel; ``{r}`` is its correlation."""

    title: str
    says: str
    measure: str


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    end, change
        The panels: what is plotted against the start.
    highest
        Names the end of the scale in the first panel.
    most
        Names the same limit in the second, where it slants.
    line
        Beside the line that appears; ``{share}`` is its share.
    asides
        Headings and texts below the panels.
    """

    end: PanelWords
    change: PanelWords
    start: str
    highest: str
    most: str
    line: str
    asides: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    description: str
    note: str


_EN_PATIENT: Final = Words(
    end=PanelWords(
        title="Start and end: no relation (r = {r})",
        says="Each dot is a made-up person. Knowing the start does not help to guess the end.",
        measure="score at the end, in points",
    ),
    change=PanelWords(
        title="Start and change: a line appears (r = {r})",
        says="The same people. Change is the end minus the start, nothing else is new.",
        measure="change, in points",
    ),
    start="score at the start, in points",
    highest="66, the highest score",
    most="no one can gain more than this",
    line="looks as if everyone regained {share} of what was missing",
    asides=(
        (
            "Why the line appears",
            (
                "The start is part of the change: whoever starts low can rise far, whoever starts "
                "near 66 can only stay or fall. Such a line comes even from random numbers."
            ),
        ),
        (
            "What this does not show",
            (
                "Real recovery may still follow a rule. But a strong relation between start and "
                "change does not prove it. (r says how closely two things go together: 0 is not "
                "at all, 1 or −1 is perfectly.)"
            ),
        ),
    ),
    caption=(
        "A statistical trap: where people end has nothing to do with where they start, and yet "
        "their change seems to follow a rule."
    ),
    alt=(
        "{people} made-up people: end not related to start (r = {r_end}), yet change strongly "
        "related to start (r = {r_change})."
    ),
    description=(
        "Two panels with the same {people} made-up people, on a score from 0 to {highest}. On the "
        "first, the score at the end is drawn against the score at the start: the dots are "
        "scattered without a relation (r = {r_end}). On the second, the change is drawn against "
        "the start: the dots fall along a line (r = {r_change}), as if everyone had regained "
        "{share} of what was missing. Nobody did; start and end were drawn independently "
        "(seed: {seed}). The line appears because the start is part of the change and nobody can "
        "rise above {highest}. A strong relation between start and change does not prove that "
        "recovery follows a rule, nor that it does not."
    ),
    note=(
        "Random numbers (seed: {seed}), no patients. The sources describe this trap and the rule "
        "of proportional recovery that it concerns; their numbers are not shown."
    ),
)

_EN_CLINICIAN: Final = Words(
    end=PanelWords(
        title="Start and end: no relation (r = {r})",
        says="Synthetic initial and final scores, drawn independently and cut off at 0 and 66.",
        measure="final score, points",
    ),
    change=PanelWords(
        title="Start and change: a line appears (r = {r})",
        says=(
            "The same people. Change = final\u00a0−\u00a0initial, so the initial score is on both "
            "axes."
        ),
        measure="change, points",
    ),
    start="initial score, points",
    highest="66, the ceiling",
    most="largest possible change, 66\u00a0−\u00a0initial",
    line="apparent rule: change =\u00a0{share}\u00a0×\u00a0(66\u00a0−\u00a0initial)",
    asides=(
        (
            "Coupling and ceiling",
            (
                "Independent scores of equal spread already give r\u00a0=\u00a0−1/√2, about "
                "−0.71; a ceiling narrows the final scores and moves r further towards −1."
            ),
        ),
        (
            "What follows",
            (
                "A strong correlation of initial score and change is no evidence for proportional "
                "recovery, nor against it. Compare final scores and their spread instead."
            ),
        ),
    ),
    caption=(
        "Mathematical coupling: change correlates strongly with the initial score although initial "
        "and final scores are independent."
    ),
    alt=(
        "{people} synthetic people: initial and final score r = {r_end}, initial score and "
        "change r = {r_change}, an artefact."
    ),
    description=(
        "Two scatter plots of the same {people} synthetic people on a scale of 0 to {highest} "
        "points. Final against initial score: r = {r_end}. Change against initial score: r = "
        "{r_change}; a line through the ceiling has the slope of a rule by which {share} of what "
        "is missing is regained. Scores were drawn independently of each other, normal and cut "
        "off at both ends (seed: {seed}). Change contains the initial score with a minus sign, and "
        "the ceiling narrows the final scores; both push the correlation towards −1. It is no "
        "evidence for proportional recovery, nor against it."
    ),
    note=(
        "Independent random scores (seed: {seed}); means and spreads were chosen for the "
        "demonstration. The sources describe the artefact and the proportional recovery rule; the "
        "published share is not printed, as it was not checked."
    ),
)

_ID_PATIENT: Final = Words(
    end=PanelWords(
        title="Awal dan akhir: tidak berhubungan (r = {r})",
        says="Tiap titik adalah orang rekaan. Skor awal tidak membantu menebak skor akhir.",
        measure="skor akhir, dalam poin",
    ),
    change=PanelWords(
        title="Awal dan perubahan: muncul garis (r = {r})",
        says="Orang yang sama. Perubahan adalah akhir dikurangi awal, tidak ada hal baru lain.",
        measure="perubahan, dalam poin",
    ),
    start="skor awal, dalam poin",
    highest="66, skor tertinggi",
    most="tidak ada yang dapat naik lebih dari ini",
    line="seolah-olah setiap orang pulih {share} dari kekurangannya",
    asides=(
        (
            "Mengapa garis itu muncul",
            (
                "Skor awal adalah bagian dari perubahan: yang mulai rendah dapat naik jauh, yang "
                "mulai dekat 66 hanya dapat tetap atau turun. Garis seperti ini muncul bahkan dari "
                "angka acak."
            ),
        ),
        (
            "Apa yang tidak ditunjukkan",
            (
                "Pemulihan yang nyata mungkin saja mengikuti aturan. Namun hubungan kuat antara "
                "awal dan perubahan tidak membuktikannya. (r menyatakan seberapa erat dua hal "
                "berkaitan: 0 sama sekali tidak, 1 atau −1 sempurna.)"
            ),
        ),
    ),
    caption=(
        "Jebakan statistik: skor akhir tidak ada hubungannya dengan skor awal, tetapi perubahannya "
        "seolah-olah mengikuti aturan."
    ),
    alt=(
        "{people} orang rekaan: akhir tak terkait awal (r = {r_end}), tetapi perubahan terkait "
        "erat dengan awal (r = {r_change})."
    ),
    description=(
        "Dua panel dengan {people} orang rekaan yang sama, pada skor dari 0 sampai {highest}. Pada "
        "panel pertama, skor akhir digambar terhadap skor awal: titik-titiknya tersebar tanpa "
        "hubungan (r = {r_end}). Pada panel kedua, perubahan digambar terhadap skor awal: "
        "titik-titiknya mengikuti garis (r = {r_change}), seolah-olah setiap orang memulihkan "
        "{share} dari kekurangannya. Tidak seorang pun begitu; awal dan akhir diundi terpisah "
        "(seed: {seed}). Garis itu muncul karena skor awal adalah bagian dari perubahan dan tidak "
        "ada yang dapat melampaui {highest}. Hubungan kuat antara awal dan perubahan tidak "
        "membuktikan bahwa pemulihan mengikuti aturan, juga tidak membuktikan sebaliknya."
    ),
    note=(
        "Angka acak (seed: {seed}), bukan pasien. Sumbernya menjelaskan jebakan ini dan aturan "
        "pemulihan proporsional yang terkait; angka dari sumber tidak ditampilkan."
    ),
)

_ID_CLINICIAN: Final = Words(
    end=PanelWords(
        title="Awal dan akhir: tidak berhubungan (r = {r})",
        says="Skor awal dan akhir sintetis, diundi terpisah dan dipotong pada 0 dan 66.",
        measure="skor akhir, poin",
    ),
    change=PanelWords(
        title="Awal dan perubahan: muncul garis (r = {r})",
        says=(
            "Orang yang sama. Perubahan = akhir\u00a0−\u00a0awal, jadi skor awal ada di kedua "
            "sumbu."
        ),
        measure="perubahan, poin",
    ),
    start="skor awal, poin",
    highest="66, batas atas",
    most="perubahan terbesar yang mungkin, 66\u00a0−\u00a0awal",
    line="aturan semu: perubahan =\u00a0{share}\u00a0×\u00a0(66\u00a0−\u00a0awal)",
    asides=(
        (
            "Keterkaitan dan batas atas",
            (
                "Skor saling bebas dengan sebaran yang sama sudah memberi r\u00a0=\u00a0−1/√2, "
                "sekitar −0,71; batas atas mempersempit skor akhir dan menggeser r makin dekat "
                "ke −1."
            ),
        ),
        (
            "Artinya",
            (
                "Korelasi kuat antara skor awal dan perubahan bukan bukti pemulihan proporsional, "
                "juga bukan bukti sebaliknya. Bandingkan skor akhir dan sebarannya."
            ),
        ),
    ),
    caption=(
        "Keterkaitan matematis: perubahan berkorelasi kuat dengan skor awal meskipun skor awal dan "
        "akhir saling bebas."
    ),
    alt=(
        "{people} orang sintetis: skor awal dan akhir r = {r_end}, skor awal dan perubahan r = "
        "{r_change}, sebuah artefak."
    ),
    description=(
        "Dua diagram pencar dari {people} orang sintetis yang sama pada skala 0 sampai {highest} "
        "poin. Skor akhir terhadap skor awal: r = {r_end}. Perubahan terhadap skor awal: r = "
        "{r_change}; garis melalui batas atas memiliki kemiringan aturan bahwa {share} dari "
        "kekurangan pulih. Kedua skor diundi saling bebas, normal, dan dipotong di kedua ujung "
        "(seed: {seed}). Perubahan memuat skor awal dengan tanda minus, dan batas atas "
        "mempersempit skor akhir; keduanya mendorong korelasi ke arah −1. Ini bukan bukti "
        "pemulihan proporsional, juga bukan bukti sebaliknya."
    ),
    note=(
        "Skor acak yang saling bebas (seed: {seed}); rerata dan sebaran dipilih untuk peragaan. "
        "Sumbernya menjelaskan artefak ini dan aturan pemulihan proporsional; bagian yang "
        "diterbitkan tidak dicantumkan karena belum diperiksa."
    ),
)

WORDS: Final[Mapping[tuple[Lang, Audience], Words]] = MappingProxyType(
    {
        ("en", "patient"): _EN_PATIENT,
        ("en", "clinician"): _EN_CLINICIAN,
        ("id", "patient"): _ID_PATIENT,
        ("id", "clinician"): _ID_CLINICIAN,
    }
)
