"""Indonesian words of `galley_figures.proportional_recovery_artefact`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.proportional_recovery_artefact.words import PanelWords, Words

PATIENT: Final = Words(
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

CLINICIAN: Final = Words(
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
