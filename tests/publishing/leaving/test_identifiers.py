"""What is taken for an identifier, and what is not: sentences as doctors write them."""

from __future__ import annotations

import pytest

from galley.publishing.leaving.identifiers import find_columns, find_identifiers
from galley.publishing.leaving.model import Mark, MarkKind

IDENTIFIERS = [
    ("Her NIK is 3171236708900001.", MarkKind.NATIONAL_ID, "3171236708900001"),
    ("Nomor KTP: 320101 150585 0003", MarkKind.NATIONAL_ID, "320101 150585 0003"),
    ("NHS number 943 476 5919 was entered", MarkKind.NATIONAL_ID, "NHS number 943 476 5919"),
    ("SSN 078-05-1120", MarkKind.NATIONAL_ID, "SSN 078-05-1120"),
    ("Paspor: nomor paspor C1234567 berlaku", MarkKind.NATIONAL_ID, "nomor paspor C1234567"),
    ("BPJS 0001234567890 aktif", MarkKind.INSURANCE, "BPJS 0001234567890"),
    ("nomor kartu JKN: 0001 2345 67890", MarkKind.INSURANCE, "nomor kartu JKN: 0001 2345 67890"),
    ("(MRN: 00482913)", MarkKind.RECORD, "MRN: 00482913"),
    ("No. RM 00-12-34", MarkKind.RECORD, "No. RM 00-12-34"),
    ("nomor rekam medis 123.456", MarkKind.RECORD, "nomor rekam medis 123.456"),
    ("patient ID S-0231 dropped out", MarkKind.RECORD, "patient ID S-0231"),
    ("hospital number 55-1029", MarkKind.RECORD, "hospital number 55-1029"),
    ("born on 12 March 1950", MarkKind.BIRTH, "born on 12 March 1950"),
    ("DOB: 03/05/1971", MarkKind.BIRTH, "DOB: 03/05/1971"),
    ("tanggal lahir 3 Mei 1971", MarkKind.BIRTH, "tanggal lahir 3 Mei 1971"),
    ("lahir di Bandung, 17 Agustus 1945", MarkKind.BIRTH, "lahir di Bandung, 17 Agustus 1945"),
    ("was admitted on 2024-05-03", MarkKind.CARE_DAY, "admitted on 2024-05-03"),
    ("dirawat sejak tanggal 3 Mei 2024", MarkKind.CARE_DAY, "dirawat sejak tanggal 3 Mei 2024"),
    ("Ny. S, 54 tahun, datang", MarkKind.PERSON, "Ny. S"),
    ("Tn. Budi Santoso mengeluh", MarkKind.PERSON, "Tn. Budi Santoso"),
    ("Mrs Whitfield could not lift", MarkKind.PERSON, "Mrs Whitfield"),
    ("Mr. J.K. was seen", MarkKind.PERSON, "Mr. J.K."),
    ("patient A.B. regained", MarkKind.PERSON, "patient A.B."),
    ("Call +62 812-3456-7890 now", MarkKind.PHONE, "+62 812-3456-7890"),
    ("WA 0812 3456 7890", MarkKind.PHONE, "0812 3456 7890"),
    ("tel. +44 (0)20 7946 0958", MarkKind.PHONE, "+44 (0)20 7946 0958"),
    ("write to siti.n@klinik.example.id please", MarkKind.MAIL, "siti.n@klinik.example.id"),
    ("at -6.20876, 106.84560", MarkKind.PLACE, "-6.20876, 106.84560"),
    ("tinggal di Jl. Ahmad Yani No. 12", MarkKind.PLACE, "Jl. Ahmad Yani No. 12"),
    ("RT 03/RW 05", MarkKind.PLACE, "RT 03/RW 05"),
    ("read from /Users/anna/data/p1.csv", MarkKind.MACHINE_PATH, "/Users/anna/data/p1.csv"),
    (r"C:\Users\anna\eeg.edf", MarkKind.MACHINE_PATH, r"C:\Users\anna\eeg.edf"),
    ("password = hunter22", MarkKind.SECRET, "password = hunter22"),
    ("ghp_0123456789abcdefghijABCDEFGHIJ0123", MarkKind.SECRET,
     "ghp_0123456789abcdefghijABCDEFGHIJ0123"),
]  # fmt: skip

HARMLESS = [
    "doi:10.1371/journal.pone.0123456789",
    "https://doi.org/10.1161/01.STR.0000046763.53201.D2",
    "ISBN 978-3-16-148410-0",
    "ISSN 0039-2499",
    "PMID 12345678, PMCID PMC1234567",
    "https://orcid.org/0000-0002-1825-0097",
    "NCT01234567 was registered on 3 May 2016",
    "95 % CI 0.0812 to 0.3456",
    "between 1950 and 2020, 3450 patients were seen",
    "The trial ran from 2016-05-03 to 2018-01-20.",
    "published 12 March 2026, updated 3 May 2026",
    "membrane potential −70.1234 mV, 10.5678 ms",
    "Dr. Maria Lopez and Prof. Budi Santoso wrote this",
    "An early start helps. By then it is late.",
    "Mr and Mrs are titles",
    "the patient was seen; the patient A",
    "pasien lahir prematur",
    "children born in 1990",
    "Jl. is short for jalan",
    "numbers 100000 200000 300000 400000",
    "0.8123456789 and 1.0812345678",
    "p = 0.0001, n = 1234567890123456",
    "16 digits such as 9999999999999999",
    "token of thanks; a secret: sleep",
    "the password is kept by the hospital",
    "10 000 steps a day, 150 minutes a week",
    "Figure 3.1415, 2.7182",
    "record numbers of visitors",
    "admitted patients in May",
    "/home is where the heart is",
]


@pytest.mark.parametrize(("text", "kind", "words"), IDENTIFIERS, ids=[t for t, _, _ in IDENTIFIERS])
def test_an_identifier_is_marked_as_it_stands(text: str, kind: MarkKind, words: str) -> None:
    assert Mark(kind, words) in set(find_identifiers(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_has_digits_or_names_of_authors_is_left_alone(text: str) -> None:
    assert list(find_identifiers(text)) == []


def test_each_is_marked_once() -> None:
    assert len(list(find_identifiers("MRN 123456, MRN 123456"))) == 1


def test_columns_that_by_their_names_hold_persons_are_marked() -> None:
    header = 'patient_id,"Nama Pasien",age_years,DOB,effect,gene name,no_hp'
    assert [mark.words for mark in find_columns(header)] == [
        "patient_id", "Nama Pasien", "DOB", "no_hp",
    ]  # fmt: skip
