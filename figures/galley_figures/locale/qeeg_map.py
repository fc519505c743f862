"""Words of `galley_figures.qeeg_map`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.parameters import Bilingual

FOCUS_LABEL: Final[Bilingual] = {
    "en": "Slow waves put in at",
    "id": "Gelombang lambat dimasukkan di",
}
FOCUS_NAMES: Final[Mapping[str, Bilingual]] = {
    "C3": {"en": "C3, left", "id": "C3, kiri"},
    "F3": {"en": "F3, left front", "id": "F3, kiri depan"},
    "P3": {"en": "P3, left back", "id": "P3, kiri belakang"},
    "C4": {"en": "C4, right", "id": "C4, kanan"},
    "O2": {"en": "O2, right, far back", "id": "O2, kanan, paling belakang"},
}
"""What readers call the places among which they choose."""

MADE_UP: Final[dict[Lang, str]] = {"en": "made up", "id": "data buatan"}


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    ratio, ratio_note
        What the colours stand for, and how a number of the key is read.
    small_print
        Sentences beside the key, each with a paragraph of its own; ``{focus}`` is an electrode.
    message
        What must not be concluded.
    alt, description, note
        With the numbers of `galley_figures.gallery.qeeg_map.data`.
    """

    left: str
    right: str
    slower: str
    faster: str
    ratio: str
    ratio_note: str
    small_print: tuple[str, ...]
    message: str
    caption: str
    alt: str
    description: str
    note: str
    columns: tuple[str, ...]
    threshold_row: str = ""


_EN_COLUMNS: Final = (
    "electrode",
    "delta_1_to_4_hz_uv2",
    "alpha_8_to_13_hz_uv2",
    "delta_alpha_ratio",
    "seed",
    "source",
    "status",
)
_ID_COLUMNS: Final = (
    "elektrode",
    "delta_1_sampai_4_hz_uv2",
    "alfa_8_sampai_13_hz_uv2",
    "rasio_delta_alfa",
    "seed",
    "sumber",
    "status",
)

_EN_PATIENT: Final = Words(
    left="left",
    right="right",
    slower="slower rhythm",
    faster="faster rhythm",
    ratio="Slow waves compared with alpha waves",
    ratio_note="At 2, slow waves have twice the power of alpha waves.",
    small_print=(
        "Slow (delta): 1–4 waves per second. Alpha: 8–13. Papers differ in these limits.",
        (
            "Each dot is an electrode with its name (10–20 system); the head is seen from above. "
            "Colours between the dots are calculated."
        ),
        "In this example, slow waves were put in at {focus} (ringed).",
    ),
    message="A map like this shows where rhythms are slow, not what treatment helps.",
    caption=(
        "How a map of brain rhythms is read: the colour says how far slow waves outweigh alpha "
        "waves. The numbers are made up."
    ),
    alt=(
        "Made-up map of the head: slow waves have {highest} times the power of alpha waves at "
        "{focus}, but only {lowest} times at {faster}."
    ),
    description=(
        "A head seen from above, nose at the top, with the 19 electrodes of the 10–20 system. "
        "Colours show the power of slow waves (1–4 waves per second) divided by that of alpha "
        "waves (8–13 per second); each step of colour doubles it, from below {first_edge} to above "
        "{last_edge}. It is highest at {focus}, {highest}, where slow waves were put in; next come "
        "{neighbours}. The lowest is {lowest}, at {faster}. All of it is made up from random "
        "numbers (seed: {seed}). Papers differ in the limits of the rhythms. A map like this shows "
        "where rhythms are slow, not what treatment helps."
    ),
    note=(
        "Random signals with a chosen rhythm (seed: {seed}), not a recording and not a patient; "
        "the source defines the ratio, its numbers are not used. Slow waves: 1–4 per second, alpha "
        "waves: 8–13 per second; papers differ."
    ),
    columns=_EN_COLUMNS,
)

_EN_CLINICIAN: Final = Words(
    left="left",
    right="right",
    slower="slower rhythm",
    faster="faster rhythm",
    ratio="Delta/alpha power ratio (DAR)",
    ratio_note="Each step of colour doubles it; log10(DAR) was interpolated.",
    small_print=(
        "Delta 1–4 Hz, alpha 8–13 Hz; papers differ.",
        (
            "19 electrodes, 10–20 system, thin-plate spline. Delta waves were added at {focus} "
            "(ringed)."
        ),
        (
            "No cut-off is drawn: the published 3.7 (mean over electrodes, acute stroke) was "
            "chosen and tested in the same 18 patients and 28 controls."
        ),
    ),
    message="A map like this shows where rhythms are slow, not what treatment helps.",
    caption=(
        "Delta/alpha ratio of a synthetic EEG over the 10–20 electrodes, interpolated as its "
        "logarithm; a demonstration of reading, without any diagnostic threshold."
    ),
    alt=(
        "Synthetic scalp map: delta/alpha ratio {highest} at {focus}, falling to {lowest} at "
        "{faster}; 10–20 system, log colours."
    ),
    description=(
        "Head from above, nose at the top, with the 19 electrodes of the 10–20 system in azimuthal "
        "equidistant projection. Colours show the ratio of delta (1–4 Hz) to alpha (8–13 Hz) power "
        "(Welch, 4 s windows), interpolated as log10 by a thin-plate spline; each step doubles the "
        "ratio, from below {first_edge} to above {last_edge}. Highest at {focus}, {highest}, where "
        "delta waves were added; next come {neighbours}; lowest {lowest}, at {faster}. Synthetic, "
        "seed: {seed}. Papers differ in the edges of their bands. The published threshold of "
        "{threshold} for the mean ratio in acute ischaemic stroke was chosen and tested in the "
        "same 18 patients and 28 controls, so it is neither drawn nor diagnostic. A map like this "
        "shows where rhythms are slow, not what treatment helps."
    ),
    note=(
        "Random phases with a chosen spectrum (seed: {seed}), no recording and no patient. Delta "
        "1–4 Hz, alpha 8–13 Hz; papers differ. The source defines the ratio; its threshold of "
        "{threshold} was chosen and tested in the same 18 patients and 28 controls."
    ),
    columns=_EN_COLUMNS,
    threshold_row="published threshold of the mean ratio, not drawn",
)

_ID_PATIENT: Final = Words(
    left="kiri",
    right="kanan",
    slower="irama lebih lambat",
    faster="irama lebih cepat",
    ratio="Gelombang lambat dibandingkan dengan alfa",
    ratio_note="Angka 2: daya gelombang lambat dua kali daya alfa.",
    small_print=(
        "Lambat (delta): 1–4 gelombang per detik. Alfa: 8–13. Batas ini berbeda antarmakalah.",
        (
            "Tiap titik adalah elektrode beserta namanya (sistem 10–20); kepala dilihat dari atas. "
            "Warna di antara titik adalah hasil hitungan."
        ),
        "Dalam contoh ini, gelombang lambat dimasukkan di {focus} (dilingkari).",
    ),
    message="Peta seperti ini menunjukkan di mana irama melambat, bukan terapi apa yang menolong.",
    caption=(
        "Cara membaca peta irama otak: warna menunjukkan seberapa jauh gelombang lambat melebihi "
        "gelombang alfa. Angkanya buatan."
    ),
    alt=(
        "Peta kepala dari data buatan: daya gelombang lambat {highest} kali daya alfa di {focus}, "
        "tetapi hanya {lowest} kali di {faster}."
    ),
    description=(
        "Kepala dilihat dari atas, hidung di atas, dengan 19 elektrode sistem 10–20. Warna "
        "menunjukkan daya gelombang lambat (1–4 gelombang per detik) dibagi daya gelombang alfa "
        "(8–13 per detik); tiap langkah warna berarti dua kali lipat, dari di bawah {first_edge} "
        "sampai di atas {last_edge}. Nilai tertinggi ada di {focus}, yaitu {highest}, tempat "
        "gelombang lambat dimasukkan; berikutnya {neighbours}. Nilai terendah {lowest}, di "
        "{faster}. Semuanya dibuat dari angka acak (seed: {seed}). Batas kedua irama berbeda "
        "antarmakalah. Peta seperti ini menunjukkan di mana irama melambat, bukan terapi apa yang "
        "menolong."
    ),
    note=(
        "Sinyal acak dengan irama yang dipilih (seed: {seed}), bukan rekaman dan bukan pasien; "
        "sumbernya menjelaskan rasio ini, angkanya tidak dipakai. Gelombang lambat: 1–4 per detik, "
        "gelombang alfa: 8–13 per detik; batas ini berbeda antarmakalah."
    ),
    columns=_ID_COLUMNS,
)

_ID_CLINICIAN: Final = Words(
    left="kiri",
    right="kanan",
    slower="irama lebih lambat",
    faster="irama lebih cepat",
    ratio="Rasio daya delta/alfa (DAR)",
    ratio_note="Tiap langkah warna: dua kali lipat; interpolasi log10(DAR).",
    small_print=(
        "Delta 1–4 Hz, alfa 8–13 Hz; batas ini berbeda antarmakalah.",
        (
            "19 elektrode, sistem 10–20, thin-plate spline. Gelombang delta ditambahkan di {focus} "
            "(dilingkari)."
        ),
        (
            "Tanpa ambang: nilai 3,7 yang diterbitkan (rerata elektrode, stroke akut) dipilih dan "
            "diuji pada 18 pasien dan 28 kontrol yang sama."
        ),
    ),
    message="Peta seperti ini menunjukkan di mana irama melambat, bukan terapi apa yang menolong.",
    caption=(
        "Rasio delta/alfa dari EEG sintetis pada elektrode 10–20, diinterpolasi sebagai logaritma; "
        "contoh cara membaca, tanpa ambang diagnostik apa pun."
    ),
    alt=(
        "Peta kulit kepala sintetis: rasio delta/alfa {highest} di {focus}, turun sampai {lowest} "
        "di {faster}; sistem 10–20."
    ),
    description=(
        "Kepala dari atas, hidung di atas, dengan 19 elektrode sistem 10–20 dalam proyeksi "
        "azimut berjarak sama. Warna menunjukkan rasio daya delta (1–4 Hz) terhadap alfa (8–13 Hz) "
        "(Welch, jendela 4 s), diinterpolasi sebagai log10 dengan thin-plate spline; tiap langkah "
        "berarti dua kali lipat, dari di bawah {first_edge} sampai di atas {last_edge}. Tertinggi "
        "di {focus}, {highest}, tempat gelombang delta ditambahkan; berikutnya {neighbours}; "
        "terendah {lowest}, di {faster}. Data sintetis, seed: {seed}. Batas pita berbeda "
        "antarmakalah. Ambang {threshold} yang diterbitkan untuk rerata rasio pada stroke iskemik "
        "akut dipilih dan diuji pada 18 pasien dan 28 kontrol yang sama, sehingga tidak digambar "
        "dan tidak bersifat diagnostik. Peta seperti ini menunjukkan di mana irama melambat, bukan "
        "terapi apa yang menolong."
    ),
    note=(
        "Fase acak dengan spektrum yang dipilih (seed: {seed}), bukan rekaman dan bukan pasien. "
        "Delta 1–4 Hz, alfa 8–13 Hz; batas ini berbeda antarmakalah. Sumbernya mendefinisikan "
        "rasio; ambang {threshold} dipilih dan diuji pada 18 pasien dan 28 kontrol yang sama."
    ),
    columns=_ID_COLUMNS,
    threshold_row="ambang rerata rasio yang diterbitkan, tidak digambar",
)

WORDS: Final[Mapping[tuple[Lang, Audience], Words]] = MappingProxyType(
    {
        ("en", "patient"): _EN_PATIENT,
        ("en", "clinician"): _EN_CLINICIAN,
        ("id", "patient"): _ID_PATIENT,
        ("id", "clinician"): _ID_CLINICIAN,
    }
)
