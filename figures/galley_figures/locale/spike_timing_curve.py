"""Words of `galley_figures.spike_timing_curve`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Audience, Lang


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    sender, receiver
        Names of the two cells beside their rows of spikes.
    tau
        What the marked point of each side says; ``{lag}`` is its distance in ms, ``{share}`` the
        part of the largest change that is left.
    """

    stronger: str
    weaker: str
    sender: str
    receiver: str
    sender_first: str
    receiver_first: str
    tau: str
    largest_stronger: str
    largest_weaker: str
    undefined: str
    axis: str
    origin: str
    scale: str
    caption: str
    alt: str
    description: str
    note: str


_EN_PATIENT: Final = Words(
    stronger="The connection gets stronger",
    weaker="The connection gets weaker",
    sender="sending cell",
    receiver="receiving cell",
    sender_first="Sending cell fires before the receiving cell",
    receiver_first="Sending cell fires after the receiving cell",
    tau="{lag}\u00a0ms apart: just over a third of the effect is left",
    largest_stronger="most strengthening",
    largest_weaker="most weakening",
    undefined="same moment: the rule gives no value",
    axis="Time between the two signals, in ms (1,000 ms = 1 second)",
    origin=(
        "Model of rat brain cells in a dish (60 pairings at 1 Hz). It says nothing about people."
    ),
    scale="Each side is drawn against its own largest change: compare widths, not heights.",
    caption=(
        "A connection between two nerve cells grows stronger or weaker depending on which of them "
        "fires first, and only if they fire within a fraction of a second."
    ),
    alt=(
        "Curve: the connection strengthens if the sending cell fires first, weakens if it fires "
        "second; both fade within 100 ms."
    ),
    description=(
        "The horizontal axis is the time between the signals of two connected nerve cells, up to "
        "{last} milliseconds either way. On the right the sending cell fires before the receiving "
        "cell and the connection gets stronger; the effect is largest when the signals are close "
        "together and falls to {share} of its largest value when they are {plus} ms apart. On the "
        "left the sending cell fires after the receiving cell and the connection gets weaker; "
        "this effect falls to {share} of its largest value at {minus} ms. At exactly 0 ms the rule "
        "gives no value, so the curve has a gap. Each side is drawn against its own largest "
        "change, so their heights cannot be compared. The curve describes 60 pairings at 1 Hz in "
        "cultured rat hippocampal neurons and says nothing about people."
    ),
    note=(
        "Equation with published time constants ({plus} and {minus} ms), for 60 pairings at 1 Hz "
        "in cultured rat hippocampal neurons; it says nothing about people. How much a synapse "
        "changes in all is not shown, because those numbers were not checked in a source."
    ),
)

_EN_CLINICIAN: Final = Words(
    stronger="Potentiation",
    weaker="Depression",
    sender="pre",
    receiver="post",
    sender_first="Pre-synaptic spike before post-synaptic",
    receiver_first="Pre-synaptic spike after post-synaptic",
    tau="time constant {lag}\u00a0ms: {share} of the limit is left",
    largest_stronger="limit of potentiation",
    largest_weaker="limit of depression",
    undefined="undefined at 0",
    axis="Lag: post-synaptic minus pre-synaptic spike time (ms)",
    origin="Pair rule, cultured rat hippocampal neurons, 60 pairings at 1 Hz. Says nothing "
    "about people.",
    scale="Each side is scaled to its own limit: compare widths, not heights.",
    caption=(
        "Spike-timing-dependent plasticity: the order of the spikes decides the sign of the "
        "change, their distance its size."
    ),
    alt=(
        "Spike-timing window: potentiation for pre before post, depression for pre after post, "
        "each exponential, gap at 0 ms."
    ),
    description=(
        "Relative change of synaptic weight against the lag between post- and pre-synaptic spike, "
        "{first} to {last} ms. Positive lags potentiate and fade exponentially with a time "
        "constant of {plus} ms; negative lags depress, with {minus} ms; at one time constant "
        "{share} of the limit is left. The rule is undefined at lag 0, where the curve has a "
        "gap. Each side is scaled to its own limit, so the sides can be compared in width and not "
        "in height. The parameters describe 60 pairings at 1 Hz in cultured rat hippocampal "
        "neurons and say nothing about people."
    ),
    note=(
        "Pair-based exponential rule with published time constants ({plus} and {minus} ms) for 60 "
        "pairings at 1 Hz in cultured rat hippocampal neurons; it says nothing about people. "
        "Amplitudes are not shown, because they were not checked in a source."
    ),
)

_ID_PATIENT: Final = Words(
    stronger="Sambungan menguat",
    weaker="Sambungan melemah",
    sender="sel pengirim",
    receiver="sel penerima",
    sender_first="Sel pengirim aktif sebelum sel penerima",
    receiver_first="Sel pengirim aktif sesudah sel penerima",
    tau="Selisih {lag}\u00a0ms: efeknya tersisa sedikit lebih dari sepertiga",
    largest_stronger="penguatan terbesar",
    largest_weaker="pelemahan terbesar",
    undefined="bersamaan: aturan ini tidak memberi nilai",
    axis="Selisih waktu kedua sinyal, dalam ms (1.000 ms = 1 detik)",
    origin="Model sel otak tikus dalam cawan (60 pasangan, 1 Hz). Bukan gambaran pada manusia.",
    scale="Tiap sisi diukur terhadap perubahan terbesarnya: bandingkan lebar, bukan tinggi.",
    caption=(
        "Sambungan antara dua sel saraf menguat atau melemah menurut sel mana yang lebih dulu "
        "aktif, dan hanya bila keduanya aktif dalam sepersekian detik."
    ),
    alt=(
        "Kurva: sambungan menguat bila sel pengirim aktif lebih dulu, melemah bila belakangan; "
        "efek memudar dalam 100 ms."
    ),
    description=(
        "Sumbu datar menunjukkan selisih waktu antara sinyal dua sel saraf yang tersambung, hingga "
        "{last} milidetik ke kedua arah. Di sebelah kanan, sel pengirim aktif sebelum sel "
        "penerima dan sambungan menguat; efeknya terbesar bila kedua sinyal berdekatan dan tinggal "
        "{share} dari nilai terbesarnya bila selisihnya {plus} ms. Di sebelah kiri, sel pengirim "
        "aktif sesudah sel penerima dan sambungan melemah; efek ini tinggal {share} dari nilai "
        "terbesarnya pada {minus} ms. Tepat pada 0 ms aturan ini tidak memberi nilai, sehingga "
        "kurva terputus. Tiap sisi digambar terhadap perubahan terbesarnya sendiri, jadi tinggi "
        "keduanya tidak dapat dibandingkan. Kurva ini berasal dari 60 pasangan sinyal pada 1 Hz di "
        "biakan neuron hipokampus tikus dan tidak menggambarkan manusia."
    ),
    note=(
        "Persamaan dengan tetapan waktu yang telah diterbitkan ({plus} dan {minus} ms) untuk 60 "
        "pasangan sinyal pada 1 Hz di biakan neuron hipokampus tikus; tidak menggambarkan manusia. "
        "Besar perubahan seluruhnya tidak ditampilkan karena angkanya belum diperiksa pada sumber."
    ),
)

_ID_CLINICIAN: Final = Words(
    stronger="Potensiasi",
    weaker="Depresi",
    sender="pra",
    receiver="pasca",
    sender_first="Lonjakan pra-sinaps sebelum pasca-sinaps",
    receiver_first="Lonjakan pra-sinaps sesudah pasca-sinaps",
    tau="tetapan waktu {lag}\u00a0ms: tersisa {share} dari batasnya",
    largest_stronger="batas potensiasi",
    largest_weaker="batas depresi",
    undefined="tak terdefinisi pada 0",
    axis="Selisih waktu: lonjakan pasca-sinaps dikurangi pra-sinaps (ms)",
    origin="Aturan pasangan, biakan neuron hipokampus tikus, 60 pasangan pada 1 Hz. Bukan "
    "gambaran pada manusia.",
    scale="Tiap sisi diskalakan terhadap batasnya sendiri: bandingkan lebar, bukan tinggi.",
    caption=(
        "Plastisitas yang bergantung pada waktu lonjakan: urutan lonjakan menentukan arah "
        "perubahan, jaraknya menentukan besarnya."
    ),
    alt=(
        "Jendela waktu lonjakan: potensiasi bila pra sebelum pasca, depresi bila sesudah, keduanya "
        "eksponensial, terputus di 0 ms."
    ),
    description=(
        "Perubahan relatif bobot sinaps terhadap selisih waktu lonjakan pasca- dan pra-sinaps, "
        "{first} sampai {last} ms. Selisih positif menghasilkan potensiasi yang memudar secara "
        "eksponensial dengan tetapan waktu {plus} ms; selisih negatif menghasilkan depresi, dengan "
        "{minus} ms; pada satu tetapan waktu tersisa {share} dari batasnya. Aturan ini tidak "
        "terdefinisi pada selisih 0, tempat kurva terputus. Tiap sisi diskalakan terhadap batasnya "
        "sendiri, jadi lebarnya dapat dibandingkan tetapi tingginya tidak. Parameter berasal dari "
        "60 pasangan pada 1 Hz di biakan neuron hipokampus tikus dan tidak menggambarkan manusia."
    ),
    note=(
        "Aturan pasangan eksponensial dengan tetapan waktu yang telah diterbitkan ({plus} dan "
        "{minus} ms) untuk 60 pasangan pada 1 Hz di biakan neuron hipokampus tikus; tidak "
        "menggambarkan manusia. Amplitudo tidak ditampilkan karena belum diperiksa pada sumber."
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
