"""What tells who a patient is."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.checks.structure.patient_identifier import RULE

FIX = "leave it out; write an age in years, and no name, date or number of the person."


def message(what):
    return f"this gives {what}, by which a patient can be recognised\n  Fix: {FIX}"


BIRTH = "a date of birth"
RECORD = "a medical record number"
NIK = "a national identity number (NIK)"
BPJS = "an insurance number (BPJS)"
CONTACT = "a patient's telephone number or e-mail address"
NAME = "a full name with an age"


@pytest.mark.parametrize(
    ("text", "lang", "what"),
    [
        ("The patient, born 12 March 1961, fell at home.", "en", BIRTH),
        ("She was born on March 12th, 1961 and lives alone.", "en", BIRTH),
        ("DOB: 12/03/1961", "en", BIRTH),
        ("Date of birth 1961-03-12", "en", BIRTH),
        ("Pasien lahir 12 Maret 1961 di Sleman.", "id", BIRTH),
        ("Tanggal lahir: 12-03-1961", "id", BIRTH),
        ("TTL: Sleman, 12 Agustus 1961", "id", BIRTH),
        ("MRN 00123456 was followed for a year.", "en", RECORD),
        ("Her medical record number is 12-34-56.", "en", RECORD),
        ("No. RM 12-34-56", "id", RECORD),
        ("Nomor rekam medis: 123456", "id", RECORD),
        ("NIK 3404011203610001", "id", NIK),
        ("Identitasnya 3404015203610001 tercatat.", "id", NIK),
        ("His identity card, 3404011203610001, was copied.", "en", NIK),
        ("No. BPJS 0001234567890", "id", BPJS),
        ("BPJS card 0001234567890 was valid.", "en", BPJS),
        ("The patient's phone number: +62 812 3456 7890.", "en", CONTACT),
        ("No. HP pasien 0812-3456-7890", "id", CONTACT),
        ("Email pasien: budi@example.org", "id", CONTACT),
        ("John Smith, a 54-year-old man, was admitted to St Mary's Hospital.", "en", NAME),
        ("Mrs. Anna Brown, aged 61, was admitted with weakness.", "en", NAME),
        ("Tn. Budi Santoso, 54 tahun, dirawat di RSUD Sleman.", "id", NAME),
        ("Pasien Siti Aminah (61 tahun) datang ke IGD dengan lemah lengan.", "id", NAME),
    ],
)
def test_what_tells_who_a_patient_is(told, text, lang, what):
    assert told(RULE, text, lang) == [f"#text:1: {message(what)}"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A 54-year-old man was admitted with weakness of the arm.", "en"),
        ("Tn. B, 54 tahun, dirawat dengan lemah lengan.", "id"),
        ("At Queen Square, a 54-year-old man was admitted.", "en"),
        ("On Monday Morning, aged 54, he was admitted.", "en"),
        ("Donald Hebb was born on 22 July 1904; he asked how cells learn.", "en"),
        ("BPJS Kesehatan lahir 1 Januari 2014.", "id"),
        ("Patients born in 1961 were older.", "en"),
        ("The trial began on 12 March 2019 and ended on 1 April 2021.", "en"),
        ("Pasien boleh menelepon klinik di 0274-123456.", "id"),
        ("Write to the authors: ayu@example.org, or call 0274 123456.", "en"),
        ("Rekam medis 1.054 orang ditinjau.", "id"),
        ("Medical records of 2104 people were read.", "en"),
        ("MRN stands for medical record number.", "en"),
        ("doi 10.1016/3404011203610001 and ISBN 9781234567897", "en"),
        ("ISRCTN 9999999999999999 is no identity.", "en"),
        ("Jumlahnya 1234567890123456 molekul.", "id"),
        ("BPJS menanggung 12 sesi pada tahun 2026.", "id"),
    ],
)
def test_what_tells_nobody(told, text, lang):
    assert told(RULE, text, lang) == []


def test_tables_and_outputs_are_looked_at_too(found, text):
    printed = new_output("stream", name="stdout", text="No. RM: 12-34-56\n")
    table = new_output("display_data", data={"text/html": "<td>DOB</td><td>12/03/1961</td>"})
    cell = new_code_cell("show()", id="cell", outputs=[printed, table])

    assert found(RULE, cell, text("| NIK |\n|---|\n| 3404011203610001 |")) == [
        f"#text:3: {message(NIK)}",
        f"#cell: {message(RECORD)}",
        f"#cell: {message(BIRTH)}",
    ]


def test_neither_name_nor_number_is_repeated(told):
    (told_once,) = told(RULE, "John Smith, a 54-year-old man, was admitted.")

    assert "Smith" not in told_once
