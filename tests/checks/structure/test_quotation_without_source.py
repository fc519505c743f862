"""Words of others, and nobody named."""

from __future__ import annotations

import pytest

from galley.checks.structure.quotation_without_source import RULE

FIX = (
    "say whose words they are and cite the work, or say it in your own words "
    "without quotation marks."
)


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        (
            'The idea is old: "cells that fire together wire together".',
            "en",
            "cells that fire together wire together",
        ),
        (
            'It is often said that "time lost is brain lost".',
            "en",
            "time lost is brain lost",
        ),
        (
            'The Hebbian principle — "neurons that fire together, wire together" — explains why.',
            "en",
            "neurons that fire together, wire together",
        ),
        (
            'Semboyannya: "sel yang aktif bersama akan tersambung".',
            "id",
            "sel yang aktif bersama akan tersambung",
        ),
        (
            'Sering dikatakan bahwa "otak dewasa tidak dapat berubah lagi".',
            "id",
            "otak dewasa tidak dapat berubah lagi",
        ),
        (
            "> The adult brain is fixed and nothing in it may ever be regenerated.",
            "en",
            "The adult brain is fixed and nothing in it may ever be …",
        ),
        (
            "> Otak dewasa tidak dapat tumbuh kembali sama sekali.",
            "id",
            "Otak dewasa tidak dapat tumbuh kembali sama sekali.",
        ),
    ],
)
def test_a_quotation_of_nobody(told, text, lang, words):
    assert told(RULE, text, lang) == [
        f"#text:1: nobody is named for the quotation '{words}'\n  Fix: {FIX}"
    ]


def test_the_line_is_that_of_the_quotation(told):
    text = 'Practice helps.\nThe idea is old: "cells that fire together wire together".'

    (message,) = told(RULE, text)
    assert message.startswith("#text:2: ")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        # Somebody is named, cited or linked to.
        ('Carla Shatz wrote that "cells that fire together wire together".', "en"),
        ('The idea is old: "cells that fire together wire together" [@bi2001].', "en"),
        ('See [the page](https://example.org): "cells that fire together wire together".', "en"),
        ('According to the guideline, "no dose is known to be best".', "en"),
        ('"No dose is known to be best", wrote the group.', "en"),
        ('"Belum ada dosis terbaik saat ini", kata dr. Ayu.', "id"),
        ('An advertisement that promises "100% safe and without side effects".', "en"),
        ('Iklan yang menjanjikan "100% aman tanpa efek samping".', "id"),
        ('Menurut pedoman, "belum ada dosis yang terbukti terbaik".', "id"),
        ('Pasien itu berkata, "tangan kanan tidak bisa digerakkan".', "id"),
        ("> The adult brain is fixed and nothing regenerates.\n>\n> — Ramón y Cajal", "en"),
        ("> Otak dewasa tidak dapat tumbuh kembali [@bi2001].", "id"),
        ("Cajal wrote in 1913:\n\n> The adult brain is fixed and nothing regenerates.", "en"),
        ('Set `"name"` to another word in the file, then `"type"`.', "en"),
        ("«On ne voit bien qu'avec le coeur», wrote Saint-Exupery.", "en"),
        # Questions, and what people say of themselves.
        ('This comes up often: "is that the same as physiotherapy?"', "en"),
        ('Pertanyaan yang sering: "apakah ini sama dengan fisioterapi?"', "id"),
        ('Some feel: "I am a burden to everybody".', "en"),
        ('Ada yang merasa: "saya hanya menjadi beban keluarga".', "id"),
        # Words as words, titles, labels of buttons, few words.
        ('The phrase "use it or lose it" is a slogan of trainers.', "en"),
        ('Istilah "plastisitas otak orang dewasa" punya banyak arti.', "id"),
        ('Press "Save and publish the page" at the top.', "en"),
        ('Pilih tombol "Simpan dan terbitkan halaman ini".', "id"),
        ('We read "The Organization of Behavior" for this.', "en"),
        ('Promises to "rewire your brain" go further than that.', "en"),
        ('Janji "otak baru" itu berlebihan.', "id"),
        ("> **Note**: this page was drafted by software.", "en"),
        ("> **Catatan penting**: halaman ini disusun oleh perangkat lunak.", "id"),
        ("## He said nothing\n\nPlain text without any quotation.", "en"),
    ],
)
def test_what_is_attributed_or_no_quotation(told, text, lang):
    assert told(RULE, text, lang) == []
