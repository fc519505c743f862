"""What would tell who a patient is: birth dates, record numbers, a name with its story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.shown_text import read_shown
from galley.findings import Severity

_SIGNS_OF_DATA = re.compile(r"\d\d|@")
_SIXTEEN_DIGITS = re.compile(r"\d{16}")
_MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?"
    r"|agu(?:stus)?|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?)"
)
# Whoever was born before 1915 is known from history books, not from a ward.
_YEAR = r"(?:19(?:1[5-9]|[2-9]\d)|20\d\d)"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+{_YEAR}"
    rf"|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|\d\d)\b|{_YEAR}-\d\d-\d\d)"
)
_BIRTH_FIELD = re.compile(
    r"\b(?:date of birth|birth ?date|d\.?o\.?b\.?|(?:tanggal|tgl\.?) lahir|TTL)"
    rf"\b\W{{0,4}}(?:(?:is|was|on|pada|adalah|ialah)\s+)?(?:[A-Z]\w+,\s*)?{_DAY}",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"\b(?:born|lahir|kelahiran)\s+(?:on\s+|(?:pada\s+)?(?:tanggal\s+|tgl\.?\s+)?)?"
    rf"(?:(?:in|di)\s+\w+,?\s+(?:on\s+|pada\s+)?)?{_DAY}",
    re.IGNORECASE,
)
_OF_PATIENT = re.compile(
    r"\b(?:patients?|pasien|penderita|he|she|his|her|boy|girl|(?:wo)?man|laki-laki|perempuan|pria"
    r"|wanita|anak|bayi|mr|mrs|ms|tn|ny|nn|bapak|ibu|admitted|dirawat)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:MRN|(?:medical|hospital|patient)(?: record)? (?:no\.?|number)"
    r"|(?:no(?:mor)?\.? ?)(?:RM|rekam medi[sk])|(?:RM|rekam medi[sk]) no(?:mor)?\.?)"
    r"(?:\s+(?:is|was|adalah|ialah))?\s*[:#=]?\s*"
    r"(?:[A-Z]{0,3}-?\d{2}[-. ]\d{2}[-. ]\d{2}(?:[-. ]\d{2})?|[A-Z]{0,3}-?\d{5,})\b",
    re.IGNORECASE,
)
# Province, district, day (women: plus 40), month and year of birth, number.
_NIK = re.compile(
    r"(?<![\d./-])(?:1[1-9]|2[1]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}"
    r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{2}\d{4}(?![\d./-]\d|\d)"
)
_NAMED_NIK = re.compile(
    r"\b(?:NIK|nomor induk kependudukan|KTP)\b.{0,20}?(?<!\d)\d{16}(?!\d)", re.IGNORECASE
)
_BPJS = re.compile(
    r"\b(?:BPJS|JKN|KIS)\b.{0,30}?(?<!\d)(?:\d{13}|\d{4}-\d{4}-\d{5})(?!\d)", re.IGNORECASE
)
_WAYS = r"(?:e-?mail|surel|(?:tele)?phone|mobile|telepon|telp\.?|ponsel|HP|WA|WhatsApp)"
_CONTACT = re.compile(
    rf"\b(?:(?:patient|family)(?:['’]s)? {_WAYS}(?: (?:number|address))?"
    rf"|(?:(?:no(?:mor)?\.?|alamat) )?{_WAYS} (?:pasien|keluarga(?: pasien)?))"
    r"\s*(?:is|adalah|ialah)?\s*[:=]?\s*(?:\+?\d[\d -]{7,}\d|[\w.+-]+@[\w-]+\.\w+)",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Tn|Ny|Nn|An|By|Sdr|Sdri|Bpk|Bapak|Ibu)\.?\s+)"
_NAME = r"[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+){1,3}"
_AGE = (
    r"(?:an?\s+)?\d{1,3}(?:[- ](?:year|month)s?[- ]old|\s*y/?o|\s*(?:tahun|thn|th|bulan)\b)"
    r"|(?:aged?|umur|usia|berusia|berumur)\s+\d{1,3}\b"
)
_CASE = re.compile(rf"{_TITLE}?(?P<name>{_NAME}),?\s+\(?(?:{_AGE})")
_NO_PERSON_TEXT = """
    center centre clinic college department hospital institute road sakit klinik rs rsud rsup square
    street study trial stroke unit university universitas ward puskesmas
"""
_NO_PERSON = frozenset(_NO_PERSON_TEXT.split())
_NO_NAME_TEXT = """
    a after an at before di in last on one our pada patient pasien seorang the this when while
    monday tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis jumat sabtu
    minggu january february march april may june july august september october november december
    januari februari maret mei juni juli agustus oktober desember
"""
_NO_NAME = frozenset(_NO_NAME_TEXT.split())
_CARE = re.compile(
    r"\b(?:admitted|hospitali[sz]ed|presented (?:to|with)|discharged|was seen (?:at|in)|dirawat|"
    r"masuk (?:rumah sakit|RS)|dirujuk|datang ke (?:IGD|poli|RS|rumah sakit)|dibawa ke)",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find what identifies a patient in text, outputs, captions and tables, one of each kind.

    The message never repeats the number or name: reports are kept and sent about.
    """
    for shown in read_shown(manuscript):
        for what in dict.fromkeys(_identifiers(shown.text)):
            yield Remark(
                shown.place,
                f"this gives {what}, by which a patient can be recognised",
                "leave it out; write an age in years, and no name, date or number of the person.",
            )


def _identifiers(text: str) -> Iterator[str]:
    if not _SIGNS_OF_DATA.search(text):
        return
    words = text.lower()
    for what, hints, is_there in _KINDS:
        # Looking for a plain word is far quicker than looking for a pattern.
        if any(hint in words for hint in hints) and is_there(text):
            yield what


def _has_birth(text: str) -> bool:
    born = _BIRTH_FIELD.search(text) or (_BORN.search(text) and _OF_PATIENT.search(text))
    return bool(born)


def _has_identity(text: str) -> bool:
    is_long = _SIXTEEN_DIGITS.search(text)
    return bool(is_long and (_NIK.search(text) or _NAMED_NIK.search(text)))


def _has_case(text: str) -> bool:
    return bool(_CARE.search(text)) and any(map(_is_person, _CASE.finditer(text)))


def _is_person(case: re.Match[str]) -> bool:
    words = case["name"].lower().split()
    return len(set(words) - _NO_NAME) > 1 and not _NO_PERSON.intersection(words)


_KINDS: tuple[tuple[str, tuple[str, ...], Callable[[str], object]], ...] = (
    ("a date of birth", ("born", "birth", "lahir", "d.o", "dob", "ttl"), _has_birth),
    ("a medical record number", ("mrn", "number", "no", "rm"), _RECORD.search),
    ("a national identity number (NIK)", ("",), _has_identity),
    ("an insurance number (BPJS)", ("bpjs", "jkn", "kis"), _BPJS.search),
    (
        "a patient's telephone number or e-mail address",
        ("patient", "family", "pasien", "keluarga"),
        _CONTACT.search,
    ),
    (
        "a full name with an age",
        (
            "admitted",
            "hospital",
            "present",
            "discharged",
            "seen",
            "dirawat",
            "masuk",
            "dirujuk",
            "datang",
            "dibawa",
        ),
        _has_case,
    ),
)
"""What is looked for, small letters of which one stands there if it does, and how."""

RULE = Rule(
    id="patient-identifier",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="something by which a patient can be recognised",
    why="A patient's secret is out, and cannot be called back.",
    harm=5,
    cost=Cost.WORD,
    find=find,
)
