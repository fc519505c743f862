"""Abbreviations that are never written out, or too late."""

from __future__ import annotations

import pytest

RULE = "abbreviation-unexpanded"

NEVER = [
    ("en", "The map (QEEG to find the spot) helps.", "QEEG"),
    ("en", "We gave tDCS for ten days.", "tDCS"),
    ("en", "Scores rose (ARAT 2015).", "ARAT"),
    ("en", "Therapies (for example CIMT) help.", "CIMT"),
    ("id", "Kadar BDNF naik setelah olahraga.", "BDNF"),
    ("id", "Peta (misalnya QEEG) dipakai di klinik.", "QEEG"),
    ("id", "Pasien menjalani rTMS selama dua minggu.", "rTMS"),
]
GIVEN = [
    ("en", "Long-Term Potentiation (LTP) is a strengthening."),
    ("en", "BDNF (Brain-Derived Neurotrophic Factor) is a protein."),
    ("en", "AVERT stands for A Very Early Rehabilitation Trial, CPASS for Critical Period "
           "After Stroke Study."),
    ("en", "{abbr}`LTP (long-term potentiation)` is a strengthening. LTP fades."),
    ("en", "Transcranial direct current stimulation (tDCS) is weak."),
    ("id", "Faktor neurotropik (brain-derived neurotrophic factor, BDNF) adalah protein."),
    ("id", "Elektroensefalografi kuantitatif, disingkat QEEG, adalah peta."),
    ("id", "CPASS adalah singkatan dari Critical Period After Stroke Study."),
    ("id", "Uji AVERT (uji rehabilitasi sangat dini) besar."),
]  # fmt: skip
NONE = [
    ("en", "An MRI or CT scan shows DNA of HIV to the WHO in the USA."),
    ("en", "Phase III of type II. Do NOT wait. Reichardt LF (2001) and Huang EJ & Reichardt LF."),
    ("en", "SAVE THE BRAIN\n\nSee QR and `CSV`."),
    ("id", "Segera ke IGD. JANGAN menunggu. Bawa kartu BPJS ke RSUD. MRI menyusul."),
    ("id", "Saraf kranial VII dan XII."),
]


@pytest.mark.parametrize(("lang", "text", "short"), NEVER)
def test_an_abbreviation_that_is_never_written_out(told, lang, text, short):
    assert told(RULE, text, lang) == [
        f"#text:1: {short} is never written out\n"
        f"  Fix: write its long form here, where it is used first, and ({short}) behind it."
    ]


@pytest.mark.parametrize(("lang", "text"), GIVEN + NONE)
def test_an_abbreviation_that_is_written_out_or_known_to_all(told, lang, text):
    assert told(RULE, text, lang) == []


def test_the_glossary_gives_the_long_form(told):
    known = {"LTP": "potensiasi jangka panjang"}
    assert told(RULE, "Satu.\n\nLTP memudar.", "id", abbreviations=known) == [
        "#text:3: LTP is never written out\n"
        "  Fix: write it out here, where it is used first: potensiasi jangka panjang (LTP)."
    ]


def test_the_long_form_belongs_to_the_first_use(told):
    text = "LTP fades.\n\nLong-term potentiation (LTP) is a strengthening."
    assert told(RULE, text) == [
        "#text:1: LTP is used before it is written out\n"
        "  Fix: write its long form here, where it is used first, and (LTP) behind it. "
        "Now it is written out later, at notebooks/x.ipynb#text:3."
    ]


def test_headings_and_key_points_are_uses_but_no_running_text(told):
    text = "# The QEEG\n\nQuantitative electroencephalography (QEEG) draws a map."
    assert told(RULE, text, key_points=["QEEG is a map."]) == []
    assert told(RULE, "Words.", title="What is QEEG?") == [
        ": QEEG is never written out\n"
        "  Fix: write its long form here, where it is used first, and (QEEG) behind it."
    ]


def test_clinicians_know_more_letters_than_patients(told):
    editions = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
    text = "The EEG showed it."
    assert told(RULE, text, editions=editions, edition="clinician") == []
    assert len(told(RULE, text, editions=editions, edition="patient")) == 1
    assert len(told(RULE, text)) == 1


def test_a_typed_list_of_sources_is_left_alone(told):
    assert told(RULE, "Words.\n\n## Daftar pustaka\n\n- Huang EJ. JAMA 2001.", "id") == []
