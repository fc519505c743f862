"""Indonesian words of `galley_figures.ltp_decay`."""

from __future__ import annotations

from typing import Final

from galley_figures.locale.ltp_decay.words import Words

_TICKS: Final = ("jam", "hari", "minggu", "bulan", "tahun")

PATIENT: Final = Words(
    time="Waktu sejak rangsangan, tidak menurut skala",
    ticks=_TICKS,
    strength="Kekuatan sambungan antara dua sel otak",
    before="semula",
    stimulated="rangsangan",
    stable="Bertahan: berbulan-bulan, setahun atau lebih",
    fading="Memudar: dalam hitungan jam sampai minggu",
    weakened="Melemah (LTD); lamanya tidak digambar",
    reversed_day="",
    not_reversed_day="",
    band="yang memudar, dari yang tersingkat sampai yang terlama",
    asides=(
        (
            "Tikus, bukan pasien",
            (
                "Terlihat pada otak tikus, di satu bagian. Dari sini tidak ada yang dapat "
                "mengatakan berapa lama sambungan di otak pasien tetap kuat."
            ),
        ),
        (
            "Yang bertahan pun bisa hilang",
            (
                "Pada tikus yang ditempatkan di lingkungan lebih kaya sejak dua minggu kemudian, "
                "jenis yang bertahan pun hilang. Bila baru dimulai setelah tiga bulan, jenis itu "
                "tetap ada."
            ),
        ),
        (
            "Penguatan perlu pelemahan",
            (
                "Penguatan (LTP) dan pelemahan (LTD) jangka panjang berjalan bersama. LTP adalah "
                "calon utama penjelasan ingatan, bukan seluruh jawabannya."
            ),
        ),
    ),
    caption=(
        "Sambungan antarsel otak yang diperkuat dapat memudar dalam hitungan jam sampai minggu "
        "atau bertahan berbulan-bulan, dan sambungan juga dilemahkan."
    ),
    alt=(
        "Skematis, dari tikus: sambungan yang diperkuat memudar (jam–minggu) atau bertahan "
        "setahun; yang melemah di bawah semula."
    ),
    description=(
        "Bentuk yang digambar tanpa skala: kekuatan sambungan antara dua sel otak, dari sebelum "
        "rangsangan sampai setahun sesudahnya. Setelah rangsangan, satu bentuk naik dan tetap "
        "tinggi melewati jam, hari, minggu, bulan, dan tahun: penguatan yang bertahan. Bentuk lain "
        "naik lalu kembali ke keadaan semula; arsiran menunjukkan bahwa ini berlangsung dari "
        "hitungan jam sampai minggu. Bentuk ketiga turun di bawah keadaan semula: pelemahan. "
        "Garisnya berakhir lebih awal karena lamanya pelemahan tidak digambar."
    ),
    note=(
        "Hanya bentuk: lamanya tiap jenis diterbitkan dalam kata-kata, untuk satu bagian otak, dan "
        "pada tikus bila disebut satu tahun. Tinggi dan kecuramannya dipilih. Tikus, bukan pasien."
    ),
)

CLINICIAN: Final = Words(
    time="Waktu sejak induksi, tidak menurut skala",
    ticks=_TICKS,
    strength="Kekuatan sinaps",
    before="awal",
    stimulated="induksi",
    stable="LTP stabil: berbulan-bulan, sedikitnya setahun",
    fading="LTP dekremental: jam sampai minggu",
    weakened="LTD; lamanya tidak digambar",
    reversed_day="lingkungan diperkaya sejak hari\u00a0ke-{reversed}: berbalik",
    not_reversed_day="sejak hari\u00a0ke-{not_reversed}: tidak",
    band="LTP dekremental, dari yang tersingkat sampai yang terlama",
    asides=(
        (
            "Tikus, bukan pasien",
            (
                "Girus dentatus; satu tahun pada tikus. Tidak ada yang diukur pada pasien, dan "
                "bagian otak lain dapat berbeda."
            ),
        ),
        (
            "Stabil, tetapi dapat berbalik",
            (
                "Lingkungan diperkaya membalikkan LTP stabil sejak hari\u00a0ke-{reversed}, tetapi "
                "tidak sejak hari\u00a0ke-{not_reversed}. Dalam kondisi alami, LTP mungkin "
                "biasanya singkat."
            ),
        ),
        (
            "LTP bersama LTD",
            (
                "Waktu impuls juga dapat melemahkan sinaps di bawah garis awal (LTD, neuron dalam "
                "kultur). LTP adalah calon utama mekanisme ingatan, bukan dasar ingatan."
            ),
        ),
    ),
    caption=(
        "Potensiasi jangka panjang bersifat dekremental (jam sampai minggu) atau stabil "
        "(berbulan-bulan, sedikitnya satu tahun pada tikus), dapat berbalik, dan berpasangan "
        "dengan LTD."
    ),
    alt=(
        "Skematis, girus dentatus tikus: LTP dekremental (jam–minggu) atau stabil setahun; LTD di "
        "bawah garis awal."
    ),
    description=(
        "Bentuk yang digambar tanpa skala: kekuatan sinaps dari sebelum induksi sampai satu tahun "
        "sesudahnya. LTP stabil naik saat induksi dan tetap tinggi melewati jam, hari, minggu, "
        "bulan, dan tahun. LTP dekremental naik lalu kembali ke garis awal; arsiran menunjukkan "
        "bahwa ini berlangsung dari hitungan jam sampai minggu. Dua titik pada LTP stabil "
        "menandai kapan lingkungan yang diperkaya dimulai: sejak hari\u00a0ke-{reversed} "
        "LTP stabil berbalik, panah turun ke garis awal; sejak hari\u00a0ke-{not_reversed} "
        "tidak. LTD berada di bawah garis awal; garisnya berakhir lebih awal karena lamanya tidak "
        "digambar."
    ),
    note=(
        "Hanya bentuk: rentang dalam kata-kata sesuai publikasi untuk girus dentatus, satu tahun "
        "dan pembalikannya pada tikus; LTD pada neuron dalam kultur. Tinggi dan kecuramannya "
        "dipilih; tetapan waktu belum diperiksa dan tidak dipakai. Tikus, bukan pasien."
    ),
)
