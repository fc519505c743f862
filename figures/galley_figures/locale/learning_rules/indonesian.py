"""Indonesian words of `galley_figures.learning_rules`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.learning_rules.words import PanelWords, Words

_CAPTIONS: Final = {
    "all": (
        "Belajar yang hanya memperkuat tumbuh tanpa batas; aturan yang juga melemahkan tetap "
        "terbatas, dan aturan dengan ambang bergerak menjadi selektif."
    ),
    "hebb": "Belajar yang hanya memperkuat sambungan tidak ada ujungnya.",
    "oja": "Belajar yang juga sedikit melupakan menjaga sambungan tetap terbatas.",
    "bcm": "Belajar dengan ambang bergerak membuat sel menanggapi satu pola saja.",
}

PATIENT: Final = Words(
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
    captions=_CAPTIONS,
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

CLINICIAN: Final = Words(
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
    captions=_CAPTIONS,
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
