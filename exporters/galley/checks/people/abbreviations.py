"""Abbreviations in running text: which words are one, which need no long form, which have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATION = re.compile(r"(?<![\w.@#/\\-])([a-z]{0,2}[A-Z]{2,6})(?=s?(?![\w@/\\]))")
"""Two to six capitals, as in ``QEEG``; small letters may lead, as in ``tDCS``."""

# What everybody knows by its letters, and what stands in every sentence about files or places.
_KNOWN_TO_ALL_WORDS = """
AD AIDS AM BC BY CC COVID CSV CT CV DNA DOI EU FAQ GMT GPS HIV HTML ID ISBN ISSN JPG JSON MRI
OK ORCID PC PDF PM PNG QR SARS SMS SVG TV UK UN URL US USA USB UTC WHO
ASI BPJS DKI DPR HP IGD JKN KIS KTP NIK PBB PT RI RS RSUD RSUP SD SMA SMP UGD UU WA WIB WIT
WITA
"""
_KNOWN_TO_ALL = frozenset(_KNOWN_TO_ALL_WORDS.split())
_KNOWN_TO_CLINICIANS_WORDS = """
ACE ARDS BMI BP CI CNS CSF ECG EEG EKG EMG GCS HDL HR ICU IQ LDL NSAID OR PET RCT RNA RR SD
SE TIA fMRI mRNA
"""
_KNOWN_TO_CLINICIANS = frozenset(_KNOWN_TO_CLINICIANS_WORDS.split())
_EMPHASIS_WORDS = """
ALL AND ANY ARE BUT CAN DO DONT FOR HAS IF IN IS IT MAY MUST NEVER NO NOT NOTE NOW OF ON ONLY
OR SO STOP THE TO WILL YES
ADA AGAR ANDA APA ATAU BELUM BILA BUKAN BOLEH DAN DAPAT DARI HANYA HARUS INI ITU JANGAN JIKA
PASTI SEGERA SEMUA TIDAK TELAH UNTUK YANG
"""
_EMPHASIS = frozenset(_EMPHASIS_WORDS.split())
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = "a an and as at by dan dari di for from in of on or the to with yang"
_SMALL_WORDS = frozenset(_SMALL.split())
_NO_LONG_FORM = re.compile(
    r"(?:see|cf|e\.g|for example|such as|like|using|with|by|via|versus|vs|or|and|not|from|lihat"
    r"|misalnya|contohnya|seperti|dengan|melalui|atau|dan|bukan|dari)\b",
    re.IGNORECASE,
)
_REACH = 160
"""How far from an abbreviation its long form may stand, in signs."""
_SOME_LETTERS = 6
_MOSTLY = 0.7
_LONGEST_INITIALS = 3
_LONG = 4
"""Letters of a word that can be part of a long form."""
_LONG_ENOUGH_ALONE = 8


def abbreviations(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like an abbreviation; letters behind a family name are initials."""
    if _is_shouted(text):
        return
    for match in ABBREVIATION.finditer(text):
        if not _is_initials(text, match):
            yield match


def needs_no_long_form(short: str, audience: str) -> bool:
    """Tell whether readers of an edition know the letters better than the words."""
    if audience == "clinician" and short in _KNOWN_TO_CLINICIANS:
        return True
    return short in _KNOWN_TO_ALL or short in _EMPHASIS or bool(_ROMAN.fullmatch(short))


def has_long_form(short: str, text: str) -> bool:
    """Tell whether a text gives the long form, as in ``long form (ABC)`` or ``ABC (long form)``."""
    letters = re.escape(short)
    patterns = (
        # long form (ABC), long form (foreign long form, ABC)
        rf"\w[\"'”’»*]*\s\((?P<inside>[^()]*?)\b{letters}s?(?:[;,][^()]*)?\)",
        # ABC (long form), ABC: long form is left to the initials
        rf"\b{letters}s?[\"'”’»]?\s\((?P<long>[^()]+)\)",
    )
    return (
        any(_is_given(match) for pattern in patterns for match in re.finditer(pattern, text))
        or bool(re.search(_said(letters), text, re.IGNORECASE))
        or any(_spells(short, text, match) for match in re.finditer(rf"\b{letters}\b", text))
    )


def _is_shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > _SOME_LETTERS and sum(map(str.isupper, letters)) > len(letters) * _MOSTLY


def _is_initials(text: str, match: re.Match[str]) -> bool:
    """Tell whether letters are the given names in ``Reichardt LF (2001)``."""
    if len(match[1]) > _LONGEST_INITIALS:
        return False
    before, after = text[: match.start()], text[match.end() :]
    return bool(
        re.search(r"(?:^|[\s(])[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s$", before)
        and re.match(r"\.?(?:,? (?:&|et al|dkk|and [A-Z]|dan [A-Z])|,? \(?(?:19|20)\d\d)", after)
    ) or bool(re.search(r"(?:&|, )\s?[A-Z][a-z]+ $", before) and re.match(r"[,.;]", after))


def _is_given(match: re.Match[str]) -> bool:
    words = match.groupdict()
    if words.get("long"):
        found = _long_words(words["long"])
        return not _NO_LONG_FORM.match(words["long"]) and (
            len(found) > 1 or any(len(word) >= _LONG_ENOUGH_ALONE for word in found)
        )
    inside = (words.get("inside") or "").strip()
    return not inside or (bool(_long_words(inside)) and not _NO_LONG_FORM.match(inside))


def _long_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if len(word) >= _LONG and not word.isupper()]


def _said(letters: str) -> str:
    """Return a pattern for sentences that give a long form in words."""
    return (
        rf"\b{letters}s?[\"'”’»]?,? (?:stands? for|is short for|short for|is the abbreviation of"
        rf"|(?:adalah |merupakan |ialah )?(?:singkatan|kependekan) (?:dari|untuk))\b"
        rf"|\b(?:abbreviated(?: as| to)?|for short,?|disingkat(?: menjadi| dengan)?)"
        rf" [\"'“‘«]?{letters}\b"
        rf"|\b{letters}s? for short\b"
    )


def _spells(short: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether words nearby begin with the letters, one after the other."""
    letters = short.lower()
    around = text[match.end() : match.end() + _REACH], text[: match.start()][-_REACH:]
    return any(_has_run(letters, _WORD.findall(part)) for part in around)


def _has_run(letters: str, words: list[str]) -> bool:
    return any(_run_from(letters, words[place:]) for place in range(len(words)))


def _run_from(letters: str, words: list[str]) -> bool:
    """Tell whether words begin with the letters; small words between them may be left out."""
    left = letters
    for word in words:
        if left and word.lower().startswith(left[0]):
            left = left[1:]
        elif word.lower() not in _SMALL_WORDS or left == letters:
            return False
        if not left:
            return True
    return False
