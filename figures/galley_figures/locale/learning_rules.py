"""Words of `galley_figures.learning_rules`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Audience, Lang
from galley_figures.parameters import Bilingual

RuleName: TypeAlias = Literal["hebb", "oja", "bcm"]

RULE_LABEL: Final[Bilingual] = {"en": "Learning rule", "id": "Aturan belajar"}
RULE_NAMES: Final[Mapping[str, Bilingual]] = {
    "all": {"en": "all three", "id": "ketiganya"},
    "hebb": {"en": "Hebb", "id": "Hebb"},
    "oja": {"en": "Oja", "id": "Oja"},
    "bcm": {"en": "BCM", "id": "BCM"},
}

TOY: Final[dict[Lang, str]] = {
    "en": "toy value, not from the paper",
    "id": "nilai contoh, bukan dari makalah",
}
COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("rule", "curve", "step", "value", "seed", "source", "status"),
    "id": ("aturan", "kurva", "langkah", "nilai", "seed", "sumber", "status"),
}


@dataclass(frozen=True)
class PanelWords:
    """Words of one rule.

    Attributes
    ----------
    title, says
        What happens, and why.
    measure
        What the upright axis measures.
    curves
        What stands beside each curve; ``{value}`` is where it ends, ``{steps}`` how far it runs.
    curve_names
        What the table calls each curve.
    alt
        Used where the rule is drawn alone.
    sentence
        What the long description says of it.
    """

    title: str
    says: str
    measure: str
    curves: tuple[str, ...]
    curve_names: tuple[str, ...]
    alt: str
    sentence: str


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    paragraphs
        Below the panels, each with its heading: the slogan, weakening, and that it is a toy.
    own_scales
        Ends the last paragraph where panels stand side by side.
    alt
        Where all rules are drawn.
    """

    panels: Mapping[RuleName, PanelWords]
    steps: str
    paragraphs: tuple[tuple[str, str], ...]
    own_scales: str
    captions: Mapping[str, str]
    alt: str
    opening: str
    note: str


_EN_CAPTIONS: Final = {
    "all": (
        "Learning that only strengthens runs away; a rule that also weakens stays bounded, and one "
        "with a moving threshold becomes selective."
    ),
    "hebb": "Learning that only strengthens connections has no end.",
    "oja": "Learning that also forgets a little keeps connections bounded.",
    "bcm": "Learning with a moving threshold makes a cell respond to one pattern only.",
}
_ID_CAPTIONS: Final = {
    "all": (
        "Belajar yang hanya memperkuat tumbuh tanpa batas; aturan yang juga melemahkan tetap "
        "terbatas, dan aturan dengan ambang bergerak menjadi selektif."
    ),
    "hebb": "Belajar yang hanya memperkuat sambungan tidak ada ujungnya.",
    "oja": "Belajar yang juga sedikit melupakan menjaga sambungan tetap terbatas.",
    "bcm": "Belajar dengan ambang bergerak membuat sel menanggapi satu pola saja.",
}

_EN_PATIENT: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: runs away",
            says="A link grows whenever both of its cells are active. Nothing stops it.",
            measure="strength of the links",
            curves=("{value} after {steps} steps, still growing",),
            curve_names=("strength of the links",),
            alt=(
                "Toy cell under Hebb’s rule: the strength of its links grows faster and faster, to "
                "{value} after {steps} steps."
            ),
            sentence=(
                "Hebb’s rule strengthens a link whenever both of its cells are active. The "
                "strength of the links grows faster and faster, to {value} after {steps} steps."
            ),
        ),
        "oja": PanelWords(
            title="Oja: stays bounded",
            says="The same, but links also lose a little each time. They settle.",
            measure="strength of the links",
            curves=("settles at {value}",),
            curve_names=("strength of the links",),
            alt=(
                "Toy cell under Oja’s rule: the strength of its links rises and settles at {value}."
            ),
            sentence=(
                "Oja’s rule adds forgetting. With the same inputs the strength of the links rises "
                "and settles; after {steps} steps it is {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: becomes selective",
            says="Strong responses grow, weak ones shrink. The cell picks one pattern.",
            measure="response of the cell",
            curves=("to one pattern", "to the other"),
            curve_names=("response to one pattern", "response to the other pattern"),
            alt=(
                "Toy cell under the BCM rule: its responses to two patterns rise together, then "
                "one takes over and the other fades to {loser}."
            ),
            sentence=(
                "The rule of Bienenstock, Cooper and Munro strengthens responses above a moving "
                "threshold and weakens those below. The responses to two patterns first rise "
                "together; then one keeps moving around {level} and the other fades to {loser}."
            ),
        ),
    },
    steps="learning steps",
    paragraphs=(
        (
            "A slogan that is not Hebb’s",
            (
                "“Cells that fire together wire together”: Hebb wrote, in 1949, of one cell that "
                "takes part in firing another. The wording is from 1992 (Löwel and Singer, among "
                "others)."
            ),
        ),
        (
            "Strengthening needs weakening",
            (
                "Strengthening alone (long-term potentiation, LTP) would run away, as under "
                "Hebb’s rule. Real connections can weaken too (long-term depression, LTD)."
            ),
        ),
        (
            "A toy, not a measurement",
            ("One made-up cell with two inputs. No number was measured or comes from the papers."),
        ),
    ),
    own_scales="Each panel has its own scale.",
    captions=_EN_CAPTIONS,
    alt=(
        "Three toy learning rules: under Hebb’s, links grow to {hebb}; under Oja’s they settle at "
        "{oja}; BCM picks one pattern."
    ),
    opening="Simulations of one toy nerve cell with two inputs.",
    note=(
        "Toy simulation (seed: {seed}) of ideas from the sources; all numbers were chosen or "
        "simulated, none was measured or taken from the papers. Strengthening (LTP) without "
        "weakening (LTD) would run away."
    ),
)

_EN_CLINICIAN: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: runs away",
            says="Δw = η y x. Weights only follow correlation; nothing bounds them.",
            measure="length of the weights",
            curves=("{value} after {steps} steps, still growing",),
            curve_names=("length of the weights",),
            alt=(
                "Toy neuron under Hebb’s rule: the length of its weight vector grows exponentially "
                "to {value} after {steps} steps."
            ),
            sentence=(
                "Plain Hebbian learning (Δw = η y x, η = 0.01, inputs of correlation 0.7) has no "
                "bound: the length of the weights is {value} after {steps} steps."
            ),
        ),
        "oja": PanelWords(
            title="Oja: stays bounded",
            says="Δw = η y (x − y w). Decay holds the length of the weights near 1.",
            measure="length of the weights",
            curves=("settles at {value}",),
            curve_names=("length of the weights",),
            alt=(
                "Toy neuron under Oja’s rule: the length of its weight vector rises and settles "
                "at {value}."
            ),
            sentence=(
                "Oja’s rule, Δw = η y (x − y w), adds a decay. With the same inputs the length of "
                "the weights settles; after {steps} steps it is {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: becomes selective",
            says="Δw = η y (y − θ) x. The threshold θ follows y², so one pattern wins.",
            measure="response y",
            curves=("to one pattern", "to the other"),
            curve_names=("response to one pattern", "response to the other pattern"),
            alt=(
                "Toy neuron under the BCM rule: responses to two patterns rise together, then one "
                "takes over and the other fades to {loser}."
            ),
            sentence=(
                "The BCM rule, Δw = η y (y − θ) x, has a threshold θ that follows y² (η = 0.02, "
                "time constant 10 steps). The responses to two patterns rise together; then one "
                "keeps moving around {level} and the other fades to {loser}."
            ),
        ),
    },
    steps="steps",
    paragraphs=(
        (
            "A slogan that is not Hebb’s",
            (
                "“Cells that fire together wire together”: Hebb (1949) wrote of one cell taking "
                "part in firing another, which implies order. The wording is from 1992 (Löwel and "
                "Singer, among others)."
            ),
        ),
        (
            "LTP needs LTD",
            (
                "Potentiation without depression would run away, as under Hebb’s rule. Oja’s "
                "decay and the BCM threshold are two ways to weaken."
            ),
        ),
        (
            "A toy, not a measurement",
            (
                "One simulated neuron with two inputs. No value was measured or comes from the "
                "papers."
            ),
        ),
    ),
    own_scales="Each panel has its own scale.",
    captions=_EN_CAPTIONS,
    alt=(
        "Three toy learning rules: Hebb’s weights grow to {hebb}, Oja’s settle at {oja}, BCM comes "
        "to respond to one pattern."
    ),
    opening="Simulations of one toy neuron with two inputs.",
    note=(
        "Toy simulation (seed: {seed}); rules after the sources, learning rates, starts and time "
        "constants chosen for the demonstration, no value from the papers. LTP without LTD would "
        "run away."
    ),
)

_ID_PATIENT: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: tumbuh tanpa batas",
            says="Sambungan menguat setiap kali kedua selnya aktif. Tidak ada yang menahannya.",
            measure="kekuatan sambungan",
            curves=("{value} setelah {steps} langkah, terus tumbuh",),
            curve_names=("kekuatan sambungan",),
            alt=(
                "Sel contoh dengan aturan Hebb: kekuatan sambungannya tumbuh makin cepat, sampai "
                "{value} setelah {steps} langkah."
            ),
            sentence=(
                "Aturan Hebb memperkuat sambungan setiap kali kedua selnya aktif. Kekuatan "
                "sambungan tumbuh makin cepat, sampai {value} setelah {steps} langkah."
            ),
        ),
        "oja": PanelWords(
            title="Oja: tetap terbatas",
            says="Sama, tetapi tiap kali sambungan juga sedikit melemah. Nilainya menetap.",
            measure="kekuatan sambungan",
            curves=("menetap di {value}",),
            curve_names=("kekuatan sambungan",),
            alt=(
                "Sel contoh dengan aturan Oja: kekuatan sambungannya naik lalu menetap di {value}."
            ),
            sentence=(
                "Aturan Oja menambahkan kelupaan. Dengan masukan yang sama, kekuatan sambungan "
                "naik lalu menetap; setelah {steps} langkah nilainya {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: menjadi selektif",
            says="Tanggapan kuat menguat, yang lemah melemah. Sel memilih satu pola.",
            measure="tanggapan sel",
            curves=("terhadap satu pola", "terhadap pola lain"),
            curve_names=("tanggapan terhadap satu pola", "tanggapan terhadap pola lain"),
            alt=(
                "Sel contoh dengan aturan BCM: tanggapan terhadap dua pola naik bersama, lalu satu "
                "menang dan yang lain turun ke {loser}."
            ),
            sentence=(
                "Aturan Bienenstock, Cooper, dan Munro memperkuat tanggapan di atas ambang yang "
                "bergerak dan melemahkan yang di bawahnya. Tanggapan terhadap dua pola mula-mula "
                "naik bersama; lalu yang satu terus bergerak di sekitar {level} dan yang lain "
                "turun ke {loser}."
            ),
        ),
    },
    steps="langkah belajar",
    paragraphs=(
        (
            "Semboyan itu bukan dari Hebb",
            (
                "“Sel yang aktif bersama akan tersambung bersama”: pada 1949 Hebb menulis tentang "
                "satu sel yang ikut mengaktifkan sel lain. Rumusan itu berasal dari 1992 (antara "
                "lain Löwel dan Singer)."
            ),
        ),
        (
            "Penguatan perlu pelemahan",
            (
                "Penguatan saja (potensiasi jangka panjang, LTP) akan tumbuh tanpa batas, seperti "
                "pada aturan Hebb. Sambungan nyata juga dapat melemah (depresi jangka panjang, "
                "LTD)."
            ),
        ),
        (
            "Contoh, bukan pengukuran",
            (
                "Satu sel rekaan dengan dua masukan. Tidak ada angka yang diukur atau diambil "
                "dari makalah."
            ),
        ),
    ),
    own_scales="Tiap panel memakai skalanya sendiri.",
    captions=_ID_CAPTIONS,
    alt=(
        "Tiga aturan belajar contoh: sambungan Hebb tumbuh sampai {hebb}, Oja menetap di {oja}, "
        "BCM memilih satu pola."
    ),
    opening="Simulasi satu sel saraf contoh dengan dua masukan.",
    note=(
        "Simulasi contoh (seed: {seed}) dari gagasan dalam sumber; semua angka dipilih atau "
        "disimulasikan, tidak ada yang diukur atau diambil dari makalah. Penguatan (LTP) tanpa "
        "pelemahan (LTD) akan tumbuh tanpa batas."
    ),
)

_ID_CLINICIAN: Final = Words(
    panels={
        "hebb": PanelWords(
            title="Hebb: tumbuh tanpa batas",
            says="Δw = η y x. Bobot hanya mengikuti korelasi; tidak ada yang membatasinya.",
            measure="panjang vektor bobot",
            curves=("{value} setelah {steps} langkah, terus tumbuh",),
            curve_names=("panjang vektor bobot",),
            alt=(
                "Neuron contoh dengan aturan Hebb: panjang vektor bobotnya tumbuh eksponensial "
                "sampai {value} setelah {steps} langkah."
            ),
            sentence=(
                "Aturan Hebb murni (Δw = η y x, η = 0,01, masukan berkorelasi 0,7) tidak terbatas: "
                "panjang vektor bobot {value} setelah {steps} langkah."
            ),
        ),
        "oja": PanelWords(
            title="Oja: tetap terbatas",
            says="Δw = η y (x − y w). Peluruhan menahan panjang vektor bobot di sekitar 1.",
            measure="panjang vektor bobot",
            curves=("menetap di {value}",),
            curve_names=("panjang vektor bobot",),
            alt=(
                "Neuron contoh dengan aturan Oja: panjang vektor bobotnya naik lalu menetap di "
                "{value}."
            ),
            sentence=(
                "Aturan Oja, Δw = η y (x − y w), menambahkan peluruhan. Dengan masukan yang sama, "
                "panjang vektor bobot menetap; setelah {steps} langkah nilainya {value}."
            ),
        ),
        "bcm": PanelWords(
            title="BCM: menjadi selektif",
            says="Δw = η y (y − θ) x. Ambang θ mengikuti y², sehingga satu pola menang.",
            measure="tanggapan y",
            curves=("terhadap satu pola", "terhadap pola lain"),
            curve_names=("tanggapan terhadap satu pola", "tanggapan terhadap pola lain"),
            alt=(
                "Neuron contoh dengan aturan BCM: tanggapan terhadap dua pola naik bersama, lalu "
                "satu menang, yang lain turun ke {loser}."
            ),
            sentence=(
                "Aturan BCM, Δw = η y (y − θ) x, memiliki ambang θ yang mengikuti y² (η = 0,02, "
                "tetapan waktu 10 langkah). Tanggapan terhadap dua pola naik bersama; lalu yang "
                "satu terus bergerak di sekitar {level} dan yang lain turun ke {loser}."
            ),
        ),
    },
    steps="langkah",
    paragraphs=(
        (
            "Semboyan itu bukan dari Hebb",
            (
                "“Cells that fire together wire together”: Hebb (1949) menulis tentang satu sel "
                "yang ikut mengaktifkan sel lain, jadi ada urutan. Rumusan itu berasal dari 1992 "
                "(antara lain Löwel dan Singer)."
            ),
        ),
        (
            "LTP perlu LTD",
            (
                "Potensiasi tanpa depresi akan tumbuh tanpa batas, seperti pada aturan Hebb. "
                "Peluruhan pada aturan Oja dan ambang pada BCM adalah dua cara melemahkan."
            ),
        ),
        (
            "Contoh, bukan pengukuran",
            (
                "Satu neuron simulasi dengan dua masukan. Tidak ada nilai yang diukur atau "
                "diambil dari makalah."
            ),
        ),
    ),
    own_scales="Tiap panel memakai skalanya sendiri.",
    captions=_ID_CAPTIONS,
    alt=(
        "Tiga aturan belajar contoh: bobot Hebb tumbuh sampai {hebb}, Oja menetap di {oja}, BCM "
        "menanggapi satu pola saja."
    ),
    opening="Simulasi satu neuron contoh dengan dua masukan.",
    note=(
        "Simulasi contoh (seed: {seed}); aturannya menurut sumber, sedangkan laju belajar, nilai "
        "awal, dan tetapan waktu dipilih untuk peragaan, bukan dari makalah. LTP tanpa LTD akan "
        "tumbuh tanpa batas."
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
