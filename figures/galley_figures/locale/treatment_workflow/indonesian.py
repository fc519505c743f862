"""Indonesian words of `galley_figures.treatment_workflow`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from galley_figures.locale.treatment_workflow.words import StepKey, StepWords, Words

_CREDIT: Final = "Kerangka dari satu penulis, bukan klasifikasi yang baku."
_COLUMNS: Final = (
    "nomor",
    "langkah",
    "teks",
    "jenis",
    "setelah",
    "jawaban",
    "asal",
    "sumber",
    "isi_sumber",
    "pemeriksaan",
)
_ORIGINS: Final = MappingProxyType({False: "kerangka penulis", True: "ditambahkan di sini"})

_SAYINGS: Final[Mapping[tuple[StepKey, str], str]] = MappingProxyType(
    {
        ("goal", "kwakkel2023"): (
            "Hasil pengukuran dibahas bersama pasien dan pendampingnya untuk menetapkan tujuan "
            "pribadi."
        ),
        ("outside", "kwakkel2023"): (
            "Rehabilitasi motorik bekerja melalui proses belajar dan melalui pemakaian."
        ),
        ("ways", "levin2009"): "Kompensasi adalah gerakan lama dengan cara baru.",
        ("ways", "kwakkel2023"): (
            "Adaptasi: bagian tubuh yang sama, gerakan tidak lazim. Substitusi: bagian tubuh lain."
        ),
        ("inside", "finnigan2013"): (
            "Sebuah tinjauan: indeks QEEG dapat membantu prognosis dan penanganan stroke iskemik "
            "akut dan subakut."
        ),
        ("choice", "nuwer1997"): (
            "Dua perhimpunan menilai peta EEG. Rekomendasinya belum dibaca; sebuah tanggapan "
            "kemudian membantahnya."
        ),
        ("practice", "kwakkel2023"): (
            "Latihan diulang, terarah pada tujuan, bertahap, serta khusus untuk tugas dan "
            "konteksnya."
        ),
        ("measure", "kwakkel2023"): (
            "Rehabilitasi dipandu oleh pengukuran berkala, termasuk laporan pasien sendiri."
        ),
        ("measure", "levin2009"): (
            "Tes fungsi tidak banyak menjelaskan bagaimana suatu kemajuan dicapai."
        ),
        ("decide", "kwakkel2023"): "Hasilnya dibahas bersama pasien dan pendampingnya.",
    }
)

PATIENT: Final = Words(
    steps=MappingProxyType(
        {
            "goal": StepWords("Tujuan Anda", "Apa yang ingin Anda kerjakan lagi?"),
            "outside": StepWords("Dari luar ke dalam", "Latih gerakan."),
            "ways": StepWords("Belajar jalan lain", "Misalnya dengan tangan lainnya."),
            "adapt": StepWords("Menyesuaikan diri", "Alat bantu, perubahan di rumah."),
            "inside": StepWords("Dari dalam ke luar", "Petakan fungsi otak (QEEG)."),
            "choice": StepWords("Pilih stimulasi dari peta ini?", "Bukti: belum memadai"),
            "research": StepWords(
                "Anggap sebagai penelitian",
                "Hanya dalam penelitian, dengan persetujuan Anda.",
                "dalam penelitian",
            ),
            "caution": StepWords(
                "Jangan dari peta saja",
                "Tanyakan hasil uji klinis dan kerugiannya.",
                "perawatan biasa",
            ),
            "practice": StepWords("Latih tugas nyata", "Di sini kedua cara bertemu."),
            "measure": StepWords("Ukur lagi", "Apa yang berubah, dan bagaimana?"),
            "decide": StepWords(
                "Putuskan bersama tim", "Lanjut, ubah, atau berhenti? Lalu kembali ke tujuan."
            ),
        }
    ),
    credit=_CREDIT,
    alt=(
        "Terapi {outside} dan {inside} bertemu dalam latihan; bukti untuk memilihnya dari peta "
        "QEEG belum memadai."
    ),
    caption=(
        "Melatih gerakan dan memetakan otak adalah dua cara untuk memulai. Keduanya bertemu dalam "
        "latihan, dan peta saja bukan alasan untuk memilih terapi."
    ),
    note=(
        "Gambaran kerangka dari satu penulis, bukan data terukur; dalam perawatan "
        "langkah-langkahnya berjalan bersamaan. Tujuan, pertanyaan tentang peta, pengukuran, dan "
        "keputusan kami tambahkan. QEEG adalah peta yang dihitung dari gelombang otak. Kami tidak "
        "mengetahui uji klinis yang menunjukkan bahwa memilih terapi dengan peta seperti itu "
        "membuat pemulihan lebih baik, tetapi kami tidak mencarinya secara sistematis."
    ),
    columns=_COLUMNS,
    origins=_ORIGINS,
    sayings=_SAYINGS,
)

CLINICIAN: Final = Words(
    steps=MappingProxyType(
        {
            "goal": StepWords("Tujuan", "Ditetapkan bersama pasien dan pendampingnya."),
            "outside": StepWords("Dari luar ke dalam", "Latih gerakan."),
            "ways": StepWords("Belajar jalan lain", "Adaptasi, substitusi."),
            "adapt": StepWords("Menyesuaikan diri", "Alat bantu, lingkungan."),
            "inside": StepWords("Dari dalam ke luar", "Petakan fungsi otak (QEEG)."),
            "choice": StepWords("Stimulasi dipilih dengan QEEG?", "Bukti: belum memadai"),
            "research": StepWords(
                "Anggap sebagai penelitian",
                "Protokol, telaah etik, persetujuan.",
                "dalam penelitian",
            ),
            "caution": StepWords(
                "Jangan dari peta saja",
                "Pakai uji klinis terapinya, pemeriksaan, tujuan, risiko.",
                "perawatan biasa",
            ),
            "practice": StepWords("Latihan fungsional", "Khusus tugas; di sini keduanya bertemu."),
            "measure": StepWords("Ukur ulang", "Restitusi atau kompensasi?"),
            "decide": StepWords(
                "Keputusan bersama",
                "Pasien, pendamping, tim: lanjut, ubah, atau berhenti; kembali ke tujuan.",
            ),
        }
    ),
    credit=_CREDIT,
    alt=(
        "Jalan {outside} dan {inside} bertemu dalam latihan fungsional; bukti pemilihan dengan "
        "QEEG belum memadai."
    ),
    caption=(
        "Perencanaan dari luar ke dalam dan dari dalam ke luar bertemu dalam latihan fungsional; "
        "bukti untuk memilih stimulasi dengan QEEG belum memadai."
    ),
    note=(
        "Gambaran kerangka dari satu penulis, bukan data terukur; dalam perawatan "
        "langkah-langkahnya berjalan bersamaan. Tujuan, keputusan tentang QEEG "
        "(elektroensefalografi kuantitatif), pengukuran ulang, dan keputusan bersama ditambahkan "
        "di sini. Kami tidak mengetahui uji acak yang menunjukkan bahwa pemilihan stimulasi dengan "
        "QEEG memperbaiki luaran setelah stroke, tetapi kami tidak mencarinya secara sistematis."
    ),
    columns=_COLUMNS,
    origins=_ORIGINS,
    sayings=_SAYINGS,
)
