"""Indonesian words of `galley_figures.recovery_curves`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.recovery_curves.words import Words

_ALT: Final = (
    "Model pemulihan lengan: dari {start}, lima kelompok mencapai {ends} dari {highest} setelah "
    "{weeks} minggu."
)

PATIENT: Final = Words(
    time="Minggu sejak awal",
    score="Seberapa baik lengan bergerak, skor Fugl-Meyer",
    score_unit="poin, {highest} terbaik",
    groups=(
        "Buruk: sedikit yang pulih",
        "Sedang: sekitar setengah pulih, lambat",
        "Sedang: sebagian besar pulih, lambat",
        "Baik: sebagian besar pulih, cepat",
        "Baik: sebagian besar pulih, tercepat",
    ),
    start="awal: {start}, dipilih di sini",
    asides=(
        (
            "Tentang kelompok, bukan tentang Anda",
            (
                "Rata-rata kelompok dengan perawatan biasa, bukan ramalan untuk seseorang. Gambar "
                "ini tidak dapat mengatakan kurva mana yang akan diikuti seseorang. Semua kurva "
                "mulai dari {start} karena dipilih demikian; skor awal kelompok yang sebenarnya "
                "tidak terlihat."
            ),
        ),
        (
            "Seberapa jauh prediksi meleset",
            (
                "Dari prediksi yang dibuat satu minggu setelah stroke, separuhnya meleset {error} "
                "poin atau lebih dari skor akhir, dan seperempatnya {high} poin atau lebih. Batang "
                "ini berskala sama dengan kurva."
            ),
        ),
    ),
    caption=(
        "Dari awal yang sama, pemulihan lengan sangat berbeda: pada beberapa kelompok sebagian "
        "besar pulih, pada satu kelompok hanya sedikit."
    ),
    alt=_ALT,
    list="{others}, dan {last}",
    opening=(
        "Lima kurva dari model {people} orang setelah stroke iskemik pertama. Kurva menunjukkan "
        "skor Fugl-Meyer lengan, dari 0 sampai {highest} poin, selama {weeks} minggu. Semuanya "
        "mulai dari {start}, skor yang dipilih."
    ),
    group_sentence="{name}; {end} poin di akhir.",
    note=(
        "Rata-rata kelompok dengan perawatan biasa, bukan ramalan untuk seseorang. Parameternya "
        "sudah diterbitkan; bahwa parameter itu berlaku untuk kekurangan dari skor awal sampai "
        "{highest} belum diperiksa. Prediksi pada satu minggu meleset dengan median {error} poin "
        "(separuh tengah {low} sampai {high})."
    ),
)

CLINICIAN: Final = Words(
    time="Minggu sejak skor awal",
    score="Skor FM-UE",
    score_unit="poin, 0–{highest}",
    groups=(
        "Buruk (1): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0minggu",
        "Sedang (2): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0minggu",
        "Sedang (3): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0minggu",
        "Baik (4): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0minggu",
        "Baik (5): r\u00a0=\u00a0{r},\u00a0τ\u00a0=\u00a0{tau}\u00a0minggu",
    ),
    start="FM₀ = {start}, dipilih",
    asides=(
        (
            "Rata-rata kelompok",
            (
                "Rata-rata kelompok dengan perawatan biasa, bukan ramalan untuk seseorang. "
                "{equation}; bahwa r berlaku untuk {missing} belum diperiksa. FM₀ dipilih: skor "
                "awal subkelompok tidak terlihat."
            ),
        ),
        (
            "Galat prediksi",
            (
                "FM-UE akhir yang diprediksi 1 minggu setelah stroke, validasi silang: median "
                "galat absolut {error} poin (IQR\u00a0{low}–{high}). Batang ini berskala sama "
                "dengan kurva."
            ),
        ),
    ),
    caption=(
        "Lima subkelompok pemulihan lengan dari skor awal yang sama: bagian yang pulih dan "
        "kecepatannya sama-sama berbeda."
    ),
    alt=_ALT,
    list="{others}, dan {last}",
    opening=(
        "Lima kurva eksponensial dari model campuran pada {people} orang setelah stroke iskemik "
        "pertama: FM-UE, 0 sampai {highest} poin, selama {weeks} minggu, semuanya dari {start}, "
        "skor yang dipilih."
    ),
    group_sentence="{name}; {end} poin di akhir.",
    note=(
        "Rata-rata kelompok dengan perawatan biasa, bukan ramalan untuk seseorang. r, τ, dan "
        "klaster sesuai publikasi; bahwa r berlaku untuk {missing} belum diperiksa, dan FM₀ "
        "dipilih. Skor akhir yang diprediksi 1 minggu setelah stroke: median galat absolut {error} "
        "poin (IQR\u00a0{low}–{high})."
    ),
)
