"""Words of `galley_figures.nmda_gate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang
from galley_figures.parameters import Bilingual

MAGNESIUM_LABEL: Final[Bilingual] = {
    "en": "Magnesium outside the cell",
    "id": "Magnesium di luar sel",
}
MAGNESIUM_UNIT: Final[Bilingual] = {"en": "mM", "id": "mM"}

# Formulas are not broken at the end of a line.
EQUATION: Final = (
    "B\u00a0=\u00a01\u00a0/\u00a0(1\u00a0+\u00a0[Mg]/{half}\u00a0·\u00a0exp(−{steepness}\u00a0V))"
)

COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("item", "voltage_mV", "value", "unit", "source", "status"),
    "id": ("butir", "tegangan_mV", "nilai", "satuan", "sumber", "status"),
}


@dataclass(frozen=True)
class RowNames:
    """What the rows of the table are called, and their units.

    Attributes
    ----------
    chosen, computed
        Status of the magnesium, and of the shares that follow from the equation.
    """

    half: str
    steepness: str
    magnesium: str
    share: str
    of_100: str
    chosen: str
    computed: str


ROWS: Final[dict[Lang, RowNames]] = {
    "en": RowNames(
        half="magnesium that blocks half of the channels at 0 mV",
        steepness="steepness of the block",
        magnesium="magnesium outside the cell",
        share="channels that pass current, glutamate present",
        of_100="of 100",
        chosen="chosen",
        computed="computed from the two constants",
    ),
    "id": RowNames(
        half="magnesium yang menghambat separuh kanal pada 0 mV",
        steepness="kecuraman hambatan",
        magnesium="magnesium di luar sel",
        share="kanal yang mengalirkan arus, glutamat ada",
        of_100="dari 100",
        chosen="dipilih",
        computed="dihitung dari kedua tetapan",
    ),
}


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    both, alone
        Names of the curve with the messenger and of the one without.
    rest, excited
        Beside the marked points; ``{share}`` is how many of 100 channels pass current there.
    asides
        Headings and texts below the curves.
    """

    voltage: str
    voltage_unit: str
    share: str
    share_unit: str
    both: str
    alone: str
    rest: str
    excited: str
    asides: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    description: str
    note: str


_EN_PATIENT: Final = Words(
    voltage="How excited the receiving cell is: voltage inside it",
    voltage_unit="mV",
    share="Gates that let current through",
    share_unit="of 100",
    both="With the messenger",
    alone="Without the messenger",
    rest="at rest: {share} of 100",
    excited="excited: {share} of 100",
    asides=(
        (
            "Two things at once",
            (
                "The gate opens only when two things happen at once: the sending cell releases "
                "its messenger, and the receiving cell is already excited. One alone is not enough."
            ),
        ),
        (
            "A plug of magnesium",
            (
                "At rest, magnesium sits in the gate like a plug. Excitement drives it out. Drawn "
                "for {magnesium} mM of magnesium, a measure of how much is dissolved outside the "
                "cell."
            ),
        ),
        (
            "What comes in",
            (
                "Calcium flows in through the open gate. A little of it tends to weaken the "
                "connection, a lot to strengthen it. Where the limit lies is not drawn."
            ),
        ),
    ),
    caption=(
        "The NMDA receptor is a gate that opens only when two things happen at once: a message "
        "arrives and the receiving cell is already excited."
    ),
    alt=(
        "Curve: {rest} of 100 NMDA gates open in a resting cell, {excited} in an excited one; "
        "without the messenger, none."
    ),
    description=(
        "The horizontal axis is the voltage inside the receiving cell, from {low} to {high} mV; "
        "the more excited the cell, the further right. The vertical axis is how many of 100 NMDA "
        "gates let current through. With the messenger of the sending cell the curve rises: "
        "{rest} of 100 at rest ({rest_mv} mV), half at about {half_mv} mV, {excited} of 100 in a "
        "strongly excited cell ({excited_mv} mV). Without the messenger a line stays at 0 at every "
        "voltage."
    ),
    note=(
        "An equation with two published constants, read as other public models quote them, for "
        "{magnesium} mM of magnesium. It says how far a gate is open, not whether a connection "
        "then changes, and nothing about a treatment."
    ),
)

_EN_CLINICIAN: Final = Words(
    voltage="Post-synaptic membrane voltage",
    voltage_unit="mV",
    share="NMDA channels that pass current",
    share_unit="percent",
    both="Glutamate bound",
    alone="No glutamate",
    rest="rest, {rest_mv} mV: {share}%",
    excited="depolarised, {excited_mv} mV: {share}%",
    asides=(
        (
            "Coincidence detector",
            (
                "Current needs pre-synaptic glutamate and post-synaptic depolarisation at the same "
                "time: depolarisation expels the magnesium that blocks the pore at rest. Half are "
                "unblocked at {half_mv} mV."
            ),
        ),
        (
            "Equation",
            (
                "{equation}; V\u00a0in\u00a0mV, [Mg] in mM, here {magnesium}. Constants of Jahr "
                "and Stevens 1990 as quoted in public model files; the paper itself was not read."
            ),
        ),
        (
            "Calcium",
            (
                "A modest entry of calcium favours LTD, a large one LTP. The threshold between "
                "them is qualitative: it has no number here, and B alone does not give it."
            ),
        ),
    ),
    caption=(
        "The NMDA receptor detects coincidence: glutamate opens it only where depolarisation has "
        "lifted the magnesium block."
    ),
    alt=(
        "Curve: {rest}% of glutamate-bound NMDA channels pass current at {rest_mv} mV, {excited}% "
        "at {excited_mv} mV; none without glutamate."
    ),
    description=(
        "Share of NMDA channels that pass current against membrane voltage, {low} to {high} mV, at "
        "{magnesium} mM magnesium. With glutamate bound, the share rises as a logistic curve: "
        "{rest}% at {rest_mv} mV, 50% at {half_mv} mV, {excited}% at {excited_mv} mV. Without "
        "glutamate it is 0 at every voltage."
    ),
    note=(
        "Voltage-dependent magnesium block with constants {half} mM and {steepness} per mV (Jahr "
        "and Stevens 1990, as quoted in public model files; the paper itself was not read), at "
        "{magnesium} mM magnesium. No threshold of calcium for LTP or LTD is drawn."
    ),
)

_ID_PATIENT: Final = Words(
    voltage="Seberapa terangsang sel penerima: tegangan di dalamnya",
    voltage_unit="mV",
    share="Gerbang yang mengalirkan arus",
    share_unit="dari 100",
    both="Dengan pembawa pesan",
    alone="Tanpa pembawa pesan",
    rest="istirahat: {share} dari 100",
    excited="terangsang: {share} dari 100",
    asides=(
        (
            "Dua hal sekaligus",
            (
                "Gerbang terbuka hanya bila dua hal terjadi sekaligus: sel pengirim melepaskan "
                "pembawa pesannya, dan sel penerima sudah terangsang. Salah satu saja tidak cukup."
            ),
        ),
        (
            "Sumbat magnesium",
            (
                "Saat istirahat, magnesium menyumbat gerbang. Rangsangan mendorongnya keluar. "
                "Digambar untuk {magnesium} mM magnesium, yaitu ukuran banyaknya yang larut di "
                "luar sel."
            ),
        ),
        (
            "Yang masuk",
            (
                "Kalsium mengalir masuk lewat gerbang yang terbuka. Sedikit kalsium cenderung "
                "melemahkan sambungan, banyak kalsium cenderung menguatkannya. Batasnya tidak "
                "digambar."
            ),
        ),
    ),
    caption=(
        "Reseptor NMDA ialah gerbang yang terbuka hanya bila dua hal terjadi sekaligus: pesan "
        "datang dan sel penerima sudah terangsang."
    ),
    alt=(
        "Kurva: {rest} dari 100 gerbang NMDA terbuka pada sel yang istirahat, {excited} bila "
        "terangsang; tanpa pembawa pesan, nol."
    ),
    description=(
        "Sumbu datar ialah tegangan di dalam sel penerima, dari {low} sampai {high} mV; makin "
        "terangsang selnya, makin ke kanan. Sumbu tegak ialah berapa dari 100 gerbang NMDA yang "
        "mengalirkan arus. Dengan pembawa pesan dari sel pengirim, kurva naik: {rest} dari 100 "
        "saat istirahat ({rest_mv} mV), separuh pada sekitar {half_mv} mV, {excited} dari 100 pada "
        "sel yang sangat terangsang ({excited_mv} mV). Tanpa pembawa pesan, garis tetap di 0 pada "
        "semua tegangan."
    ),
    note=(
        "Persamaan dengan dua tetapan yang telah diterbitkan, dibaca seperti dikutip model publik "
        "lain, untuk {magnesium} mM magnesium. Persamaan ini menunjukkan seberapa terbuka sebuah "
        "gerbang, bukan apakah sambungan lalu berubah, dan tidak menyatakan apa pun tentang terapi."
    ),
)

_ID_CLINICIAN: Final = Words(
    voltage="Tegangan membran pasca-sinaps",
    voltage_unit="mV",
    share="Kanal NMDA yang mengalirkan arus",
    share_unit="persen",
    both="Glutamat terikat",
    alone="Tanpa glutamat",
    rest="istirahat, {rest_mv} mV: {share}%",
    excited="depolarisasi, {excited_mv} mV: {share}%",
    asides=(
        (
            "Detektor kebersamaan",
            (
                "Arus memerlukan glutamat pra-sinaps dan depolarisasi pasca-sinaps pada saat yang "
                "sama: depolarisasi mengeluarkan magnesium yang menyumbat pori saat istirahat. "
                "Separuh bebas hambatan pada {half_mv} mV."
            ),
        ),
        (
            "Persamaan",
            (
                "{equation}; V\u00a0dalam\u00a0mV, [Mg] dalam mM, di sini {magnesium}. Tetapan "
                "Jahr dan Stevens 1990 seperti dikutip dalam berkas model publik; artikelnya "
                "sendiri tidak dibaca."
            ),
        ),
        (
            "Kalsium",
            (
                "Kalsium yang masuk sedikit mendukung LTD, yang masuk banyak mendukung LTP. Ambang "
                "di antaranya bersifat kualitatif: tidak ada angkanya di sini, dan B saja tidak "
                "memberikannya."
            ),
        ),
    ),
    caption=(
        "Reseptor NMDA mendeteksi kebersamaan: glutamat membukanya hanya bila depolarisasi sudah "
        "menghilangkan hambatan magnesium."
    ),
    alt=(
        "Kurva: {rest}% kanal NMDA dengan glutamat mengalirkan arus pada {rest_mv} mV, {excited}% "
        "pada {excited_mv} mV; tanpa glutamat nol."
    ),
    description=(
        "Bagian kanal NMDA yang mengalirkan arus terhadap tegangan membran, {low} sampai {high} "
        "mV, pada {magnesium} mM magnesium. Dengan glutamat terikat, bagian itu naik sebagai kurva "
        "logistik: {rest}% pada {rest_mv} mV, 50% pada {half_mv} mV, {excited}% pada {excited_mv} "
        "mV. Tanpa glutamat nilainya 0 pada semua tegangan."
    ),
    note=(
        "Hambatan magnesium yang bergantung pada tegangan dengan tetapan {half} mM dan {steepness} "
        "per mV (Jahr dan Stevens 1990, seperti dikutip dalam berkas model publik; artikelnya "
        "sendiri tidak dibaca), pada {magnesium} mM magnesium. Ambang kalsium untuk LTP atau LTD "
        "tidak digambar."
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
