"""Indonesian words of `galley_figures.evidence_ladder`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from galley_figures.locale.evidence_ladder.words import RungWords, Words

PATIENT: Final = Words(
    rungs={
        "guideline": RungWords(
            "Ditimbang dalam pedoman",
            "Stimulasi magnetik otak (rTMS) untuk tangan, setelah tahap akut",
            "terbukti (tingkat A) dengan denyut lambat di sisi sehat, mungkin (tingkat B) dengan "
            "denyut cepat di sisi cedera",
            "pakar menilai studi sampai 2018",
        ),
        "pooled": RungWords(
            "Banyak uji digabung",
            "Jam terapi lebih banyak, dibandingkan dengan lebih sedikit",
            "kemajuan agak lebih besar: 0,35 simpangan baku (0,26 sampai 0,45)",
            "hasilnya digabung dalam tinjauan",
        ),
        "large_trial": RungWords(
            "Diuji pada 2.104 orang",
            "Turun dari tempat tidur dalam 24 jam, lebih sering dan lebih lama dari biasanya",
            "hasil baik lebih sedikit setelah 3 bulan, kematian lebih banyak dalam 14 hari pertama",
            "satu uji besar, kelompok diundi",
        ),
        "implant_trial": RungWords(
            "Diuji pada 108 orang",
            "Latihan dengan stimulator saraf yang ditanam melalui operasi",
            "skor lengan 2,6 poin lebih tinggi (1,0 sampai 4,2)",
            "satu uji, kelompok diundi",
        ),
        "small_trial": RungWords(
            "Diuji pada 85 orang",
            "Pengulangan latihan lengan lebih banyak, dibandingkan dengan lebih sedikit",
            "pengulangan lebih banyak tidak membawa kemajuan lebih besar",
            "satu uji kecil, kelompok diundi",
        ),
        "cohort": RungWords(
            "Diamati pada 224 orang",
            "90 jam latihan lengan dalam 3 minggu",
            "skor naik, tetapi tidak diketahui berapa yang berkat latihan",
            "tanpa kelompok pembanding",
        ),
        "mice": RungWords(
            "Diuji pada mencit",
            "Arus searah lemah, seperti pada tDCS, bersama kegiatan saraf",
            "sambungan antarsel saraf menguat; tidak diuji pada pasien",
            "pada irisan otaknya",
        ),
        "tdcs_guideline": RungWords("Pedoman", "Arus searah (tDCS)"),
        "tdcs_review": RungWords("Tinjauan banyak uji", "Arus searah (tDCS) setelah stroke"),
        "tdcs_trial": RungWords("Satu uji", "Arus searah (tDCS) dengan latihan lengan"),
    },
    directions={
        "up": "Ke arah manfaat",
        "level": "Tidak jelas berbeda",
        "down": "Ke arah kerugian",
        "unknown": "Belum dapat disimpulkan",
    },
    heads=("Bagaimana diuji", "Apa yang diuji", "Ke mana arahnya"),
    note=(
        "Anak tangga yang lebih tinggi berarti jenis studi yang lebih kuat, bukan manfaat yang "
        "lebih besar. Urutannya kesepakatan: satu uji yang baik dapat lebih berbobot daripada "
        "tinjauan yang lemah."
    ),
    caption=(
        "Seberapa pasti sesuatu diketahui bergantung pada cara mengujinya: pada mencit, pada 108 "
        "orang, atau pada banyak uji sekaligus."
    ),
    alt="Tangga {count} jenis studi, mencit sampai pedoman: {counts}.",
    counts={
        "up": "{n} ke arah manfaat",
        "level": "{n} tidak jelas berbeda",
        "down": "{n} ke arah kerugian",
        "unknown": "{n} belum jelas",
    },
    description=(
        "Tangga dengan jenis studi sebagai anak tangga, yang terkuat di atas, masing-masing dengan "
        "apa yang diuji dan ke mana arahnya. {rows} {note}"
    ),
    evidence=(
        "Satu contoh untuk setiap jenis studi, sesuai publikasi; bukan semua yang diketahui "
        "tentang suatu terapi. Sebagian karya tentang arus searah pada pasien ditahan sampai "
        "hasilnya dibaca."
    ),
    columns=(
        "studi",
        "anak_tangga_dari_atas",
        "yang_diuji",
        "arah",
        "temuan",
        "sumber",
        "pemeriksaan",
    ),
)

CLINICIAN: Final = replace(
    PATIENT,
    rungs={
        **PATIENT.rungs,
        "guideline": RungWords(
            "Pedoman",
            "rTMS pada M1 untuk pemulihan motorik tangan, tahap pascaakut",
            "tingkat A (pasti): frekuensi rendah, kontralesi; tingkat B (mungkin): frekuensi "
            "tinggi, ipsilesi",
            "studi sampai akhir 2018",
        ),
        "pooled": RungWords(
            "Meta-analisis",
            "Waktu terapi terjadwal lebih banyak vs lebih sedikit",
            "g Hedges 0,35 (0,26 sampai 0,45)",
            "uji acak, waktu tidak disamakan",
        ),
        "large_trial": RungWords(
            "Uji acak, n = 2.104",
            "Mobilisasi sangat dini, sering, berdosis lebih tinggi vs perawatan biasa (AVERT)",
            "hasil baik lebih sedikit pada 3 bulan; kematian sampai hari ke-14: aOR 1,76 (1,06 "
            "sampai 2,92)",
            "56 unit, tersamar tunggal",
        ),
        "implant_trial": RungWords(
            "Uji acak, n = 108",
            "VNS yang ditanam, berpasangan dengan rehabilitasi vs VNS semu (VNS-REHAB)",
            "selisih FMA-UE 2,6 poin (1,0 sampai 4,2)",
            "tersamar, stimulasi semu",
        ),
        "small_trial": RungWords(
            "Uji acak, n = 85",
            "3.200, 6.400 atau 9.600 pengulangan, atau sebanyak mungkin, ≥ 6 bulan",
            "tidak ada hubungan dosis–respons (ARAT)",
            "fase II, tersamar tunggal",
        ),
        "cohort": RungWords(
            "Kohort, n = 224",
            "90 jam rehabilitasi lengan dalam 3 minggu, median 18 bulan setelah stroke",
            "skor naik; bagian yang berkat latihan tidak dapat dipisahkan",
            "tanpa kelompok kontrol",
        ),
        "mice": RungWords(
            "Irisan M1 mencit",
            "Arus searah dengan aktivasi sinaps berfrekuensi rendah",
            "potensiasi tahan lama yang memerlukan reseptor NMDA, BDNF dan TrkB; bukan pasien",
            "in vitro",
        ),
    },
)
