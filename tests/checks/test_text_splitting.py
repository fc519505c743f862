"""Sentences end where a reader takes breath, not at every full stop."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.checks.text.splitting import sentence_spans


def sentences(text):
    return [text[begin:end] for begin, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "One ends.|Another begins.",
        "Is it so?|It is!|Well…|Perhaps.",
        "He was seen by Dr. Maria Lopez in the clinic.|She was kind.",
        "Mr. Hill and Mrs. Hill came, i.e. both of them.",
        "This was shown by Huang et al. (2014) in adults.|Others disagree.",
        "We follow Huang et al. 2014 here.",
        "The idea comes from Huang et al.|The data do not.",
        "The gain was 3.5 points (p = .05).|It lasted.",
        "See Fig. 2 and Tab. 3 on p. 12.|They differ.",
        "The answer was no.|Nobody minded.",
        "It was in Nov. 2019.|In Jan. nobody came.",
        "J. K. Huang wrote it with E. J. Reichardt.|It is long.",
        "She takes vitamin C.|It does no harm.",
        "It is caused by hepatitis B.|There is a vaccine.",
        "The current is weak.|tDCS uses two electrodes.",
        "The current is weak.|rTMS uses a coil.",
        "“Can I walk?” she asked.|“You can.”|He smiled.",
        "She asked “can I walk?”|He smiled.",
        "It ends (as it should.)|It begins again.",
        "Rest, water, sleep, etc. matter.",
        "Rest, water, sleep, etc.|All of them matter.",
        "1. Sit down.",
        "Exercise vs. Rest is the question.",
        "It fell to 36.6 °C at 8.30 a.m. on Monday.",
    ],
)
def test_english(text):
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Satu selesai.|Satu lagi mulai.",
        "Pasien diperiksa oleh dr. Sari, Sp.N. di klinik.|Ia ramah.",
        "Penulisnya dr. Sari, Sp.N., M.Kes., di Malang.",
        "Penulisnya dr. Sari, Sp.N.|Ia bekerja di Malang.",
        "Liftnya lambat.|dr. Wirawan ada di lantai dua.",
        "Prof. dr. Budi Utomo menulis buku itu.",
        "Menurut Utomo dkk. (2016), hasilnya sama.|Yang lain berbeda.",
        "Hasil itu dari Utomo dkk.|Datanya tidak.",
        "Minum air, tidur, dsb. itu penting.",
        "Minum air, tidur, dll.|Semua itu penting.",
        "Selisihnya 3,5 poin dari 1.054 orang.|Itu kecil.",
        "Lihat Gbr. 2 dan hlm. 12.|Keduanya berbeda.",
        "Biayanya Rp. 5.000 saja.",
        "Datanglah ke Jl. Merdeka No. 12 pukul 08.30 WIB.|Kami menunggu.",
        "Itu kelompok A.|Kelompok B lain.",
        "“Apakah saya bisa berjalan?” tanyanya.|Ia tersenyum.",
        "Usia 45 s.d. 60 tahun.",
        "Yth. Bapak Hasan, terima kasih.",
        "Apakah pasti?|Belum tentu!",
    ],
)
def test_indonesian(text):
    assert sentences(text.replace("|", " ")) == text.split("|")


@given(st.text(alphabet='aB1 .!?"()[]dr@\n,', max_size=80))
def test_no_word_is_lost_and_none_is_said_twice(text):
    spans = list(sentence_spans(text))

    assert [begin for begin, _ in spans] == sorted({begin for begin, _ in spans})
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_book_is_split_in_less_than_a_second():
    text = "The patient, seen by Dr. Sari et al. (2014), improved by 3.5 points. " * 5_000

    started = time.process_time()
    assert sum(1 for _ in sentence_spans(text)) == 5_000
    assert time.process_time() - started < 1
