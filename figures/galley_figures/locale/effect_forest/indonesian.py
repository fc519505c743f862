"""Indonesian words of `galley_figures.effect_forest`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from galley_figures.locale.effect_forest.words import Panel, Words

_BDNF: Final = Words(
    groups={
        "exercise": "Program latihan dan faktor pertumbuhan BDNF dalam darah",
        "stimulation": "Stimulasi otak dan BDNF dalam darah",
    },
    rows={
        "all": "Semua jenis latihan, sedikitnya 2 minggu",
        "aerobic": "di antaranya: latihan aerobik",
        "resistance": "di antaranya: latihan kekuatan",
        "neurological": "Program aerobik pada orang dengan gangguan saraf; mutu studi rendah",
        "stimulation": "Stimulasi magnetik atau arus searah pada orang dengan depresi",
        "single": "Satu sesi",
        "session-after": "Satu sesi setelah program latihan",
        "resting": "Kadar istirahat setelah program latihan",
    },
    verdicts={
        "exercise": {"low": "lebih rendah", "high": "lebih tinggi", "unclear": "belum jelas"},
        "stimulation": {"low": "lebih rendah", "high": "lebih tinggi", "unclear": "belum jelas"},
    },
    numbers_title="efek (interval 95%)",
    axis="selisih dalam simpangan baku",
    measure="selisih rerata terstandar",
    low_side="BDNF berkurang",
    high_side="BDNF bertambah",
    no_effect="tetap",
    caution="Darah bukan otak: semuanya diukur dalam darah.",
    note=(
        "Baris-baris ini berasal dari tiga tinjauan dengan peserta berbeda, jadi rata-rata "
        "gabungan tidak digambar."
    ),
    caption=(
        "Latihan aerobik menaikkan BDNF dalam darah; latihan kekuatan dan stimulasi otak belum "
        "jelas, dan tidak satu pun menunjukkan apa yang terjadi di otak."
    ),
    alt=(
        "BDNF dalam darah, selisih dalam simpangan baku: aerobik {aerobic}, kekuatan "
        "{resistance}, stimulasi otak {stimulation}."
    ),
    evidence=(
        "Nilai gabungan yang telah diterbitkan, digambar sebagaimana adanya. Yang diukur adalah "
        "darah, bukan otak, pada kelompok orang yang berbeda; tidak ada bukti bahwa BDNF yang "
        "lebih tinggi berarti pemulihan yang lebih baik."
    ),
)

_TIMING: Final = Words(
    groups={
        "death": "Meninggal dalam 14 hari setelah stroke",
        "good-outcome": "Hasil baik 3 bulan setelah stroke",
    },
    rows={
        "death": "Turun dari tempat tidur dalam 24 jam, dengan latihan lebih banyak dari biasanya",
        "sessions": "Lebih banyak sesi di luar tempat tidur per hari",
        "minutes": "Lebih banyak menit di luar tempat tidur per hari",
        "good-outcome": "Turun dari tempat tidur dalam 24 jam, dengan latihan lebih banyak",
    },
    verdicts={
        "death": {"low": "lebih baik", "high": "lebih buruk", "unclear": "belum jelas"},
        "good-outcome": {"low": "lebih buruk", "high": "lebih baik", "unclear": "belum jelas"},
    },
    numbers_title="rasio odds (interval 95%)",
    axis="rasio odds: 1 = tidak berbeda, 2 = dua kali",
    measure="rasio odds",
    low_side="odds lebih kecil",
    high_side="odds lebih besar",
    no_effect="tidak berbeda",
    note=(
        "Semua dari satu uji klinis, AVERT, dengan 2.104 orang. Baris atas membandingkan kelompok "
        "yang diundi. Baris bawah membandingkan apa yang kebetulan diterima peserta, jadi daya "
        "buktinya lebih lemah."
    ),
    caption=(
        "Latihan sangat dini dengan dosis tinggi memperbesar odds kematian dalam 14 hari pertama; "
        "sesi pendek dan sering disertai hasil yang lebih baik daripada sesi panjang."
    ),
    alt=(
        "Rasio odds dari uji AVERT: kematian dalam 14 hari {death}; hasil baik bila sesi lebih "
        "banyak {sessions}, menit lebih banyak {minutes}."
    ),
    evidence=(
        "Rasio odds dari satu uji klinis, digambar sebagaimana diterbitkan; baris bawah bersifat "
        "pengamatan. Besar satu langkah (satu sesi, sejumlah menit) belum diperiksa. Hasil utama "
        "uji ini ditahan sampai angkanya dibaca pada makalahnya."
    ),
)

_ARM: Final = Words(
    groups={"arm": "Skor gerak lengan (Fugl-Meyer) dengan stimulasi saraf vagus"},
    rows={
        "vns": "Satu uji: 18 sesi latihan dengan stimulator yang ditanam, dibandingkan dengan "
        "stimulasi semu",
        "vns-pooled": "Tinjauan atas 8 studi, 4 dengan stimulator yang ditanam dan 4 melalui kulit",
    },
    verdicts={"arm": {"low": "lebih buruk", "high": "lebih baik", "unclear": "belum jelas"}},
    numbers_title="poin (interval 95%)",
    axis="poin lebih banyak daripada kelompok pembanding",
    measure="selisih poin (FMA-UE)",
    low_side="",
    high_side="",
    no_effect="tidak berbeda",
    threshold="respons pada satu orang",
    caution="Alat yang ditanam memerlukan operasi.",
    note=(
        "Uji klinis itu: 108 orang, sedikitnya 9 bulan setelah stroke. Tinjauan mencakup studi "
        "sampai 2021, jadi pesertanya mungkin sebagian sama. Angka 6 poin adalah batas kemajuan "
        "satu orang, bukan batas selisih antarkelompok."
    ),
    caption=(
        "Latihan dengan stimulator saraf yang ditanam sedikit lebih unggul daripada latihan yang "
        "sama tanpanya; selisihnya lebih kecil daripada kemajuan yang dihitung sebagai respons."
    ),
    alt=(
        "Skor lengan Fugl-Meyer: stimulasi saraf menambah {vns} poin dalam satu uji, {vns-pooled} "
        "dalam tinjauan; respons adalah 6."
    ),
    evidence=(
        "Selisih antarkelompok, digambar sebagaimana diterbitkan. Alat dalam uji klinis itu "
        "invasif; tinjauan mencampurnya dengan stimulasi melalui kulit, jadi tidak satu pun baris "
        "berlaku untuk stimulasi melalui kulit saja."
    ),
)

_GAIN: Final = Words(
    groups={"gain": "Kemajuan dalam rehabilitasi setelah stroke"},
    rows={
        "dose": "Waktu terapi terjadwal lebih banyak, dibandingkan dengan lebih sedikit",
        "tdcs-daily": "Stimulasi arus searah: kegiatan sehari-hari",
    },
    verdicts={"gain": {"low": "lebih buruk", "high": "lebih baik", "unclear": "belum jelas"}},
    numbers_title="efek (interval 95%)",
    axis="selisih dalam simpangan baku (g Hedges)",
    measure="selisih rerata terstandar",
    low_side="lebih kecil",
    high_side="kemajuan lebih besar",
    no_effect="tidak berbeda",
    note=(
        "Satu tinjauan yang menggabungkan uji klinis dengan waktu terapi tidak sama. Uji klinis "
        "berikutnya yang menghitung jumlah "
        "pengulangan tidak menemukan hubungan antara jumlah dan kemajuan (Lang 2016)."
    ),
    caption=(
        "Orang yang mendapat waktu terapi lebih banyak membaik sedikit lebih banyak daripada yang "
        "mendapat lebih sedikit."
    ),
    alt=(
        "Efek waktu terapi lebih banyak setelah stroke: {dose} simpangan baku lebih besar; 0 "
        "berarti tidak berbeda."
    ),
    evidence=(
        "Nilai gabungan yang telah diterbitkan, digambar sebagaimana adanya. Waktu terjadwal tidak "
        "sama dengan latihan aktif, dan uji jumlah pengulangan tidak menemukan hubungan "
        "(Lang 2016)."
    ),
)

WORDS: Final[Mapping[Panel, Words]] = {
    "arm_points": _ARM,
    "bdnf": _BDNF,
    "motor_gain": _GAIN,
    "timing_odds": _TIMING,
}

CLINICIAN_ROWS: Final[Mapping[Panel, Mapping[str, str]]] = {
    "bdnf": {
        "all": "Latihan 2 minggu atau lebih, kadar istirahat (29 studi)",
        "aerobic": "Subkelompok aerobik",
        "resistance": "Subkelompok kekuatan",
        "neurological": "Program aerobik vs perawatan biasa atau tanpa terapi, gangguan saraf "
        "(rerata PEDro 4,3 dari 10)",
        "stimulation": "rTMS atau tDCS pada depresi (8 set data, n = 259)",
    },
    "timing_odds": {
        "death": "Mobilisasi sangat dini vs perawatan biasa, disesuaikan menurut usia dan NIHSS "
        "(48 vs 32 kematian)",
        "sessions": "Frekuensi sesi per hari, per langkah; jumlah dibuat tetap",
        "minutes": "Jumlah menit per hari, per langkah",
    },
    "arm_points": {
        "vns": "VNS yang ditanam, berpasangan, vs VNS semu dengan rehabilitasi yang sama (n = 53 "
        "vs 55)",
        "vns-pooled": "Meta-analisis, VNS vs kontrol (8 studi dalam tinjauan, 4 ditanam, 4 "
        "transkutan)",
    },
    "motor_gain": {
        "dose": "Waktu terapi terjadwal lebih banyak vs lebih sedikit, uji acak yang waktunya "
        "tidak disamakan",
    },
}
"""Rows in terms and with group sizes, in place of the plain ones."""
