"""The numbers and addresses in a typed reference: DOI, PubMed, web, and the line without them."""

from __future__ import annotations

import re
from typing import NamedTuple

from galley.checks.citations.reference_doi_malformed import tidy_doi

_DOI = re.compile(
    r"(?:\(|\[)?(?:(?:available (?:from|at)|tersedia (?:dari|di(?: tautan)?))\s*:?\s*)?"
    r"(?:https?://(?:www\.|dx\.)?doi\.org/|(?:\bdoi(?:\.org/|\s*[:=])?\s*)+(?:https?://(?:dx\.)?doi\.org/)?"
    r"|(?<![\w/.]))(?P<doi>10\.\d{4,9}(?:\.\d+)*/\S+)",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"[\[(]?\s*(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
    r"|\b(?:PMID|PubMed(?:\s+(?:ID|PMID))?)\s*[:=-]?\s*)(?P<pmid>\d{4,9})\b/?\s*[\])]?",
    re.IGNORECASE,
)
_PMC = re.compile(r"[;,]?\s*\bPMC(?:ID)?\s*:?\s*(?:PMC)?\d{4,9}\b\.?", re.IGNORECASE)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Mei|Jun|Jul|Aug|Agu|Sep|Oct|Okt|Nov|Dec|Des)[a-z]*"
_DAY = (
    rf"(?:\d{{1,2}}\s+{_MONTHS}\s+\d{{4}}|{_MONTHS}\s+\d{{1,2}},?\s+\d{{4}}"
    rf"|\d{{4}}\s+{_MONTHS}\s+\d{{1,2}}|[\d/.\-]{{6,10}})"
)
_SEEN = re.compile(
    rf"[\[(]?\s*\b(?:last )?(?:accessed|retrieved|cited|viewed|diakses|dikutip|diunduh)\b"
    rf"(?:\s+(?:on|pada|tanggal))*:?\s*(?:{_DAY})?(?:\s*,?\s*(?:from|dari))?:?\s*[\])]?",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:\b(?:available (?:from|at)|retrieved from|tersedia (?:dari|di)|url|link|dari)\s*:?\s*)?"
    r"<?(?P<url>(?:https?://|www\.)[^\s<>\"]+)>?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    rf"\bEpub\b(?:\s+ahead of print)?(?:\s+{_DAY})?\.?"
    r"|\[(?:Internet|Online|CrossRef|PubMed|Google Scholar|Free Full Text|PMC free article)\]",
    re.IGNORECASE,
)


class Identifiers(NamedTuple):
    """What a line is found by, and the rest of the line."""

    rest: str
    doi: str = ""
    pmid: str = ""
    url: str = ""


def take_identifiers(text: str) -> Identifiers:
    """Take a line's numbers and addresses out of it."""
    found = _DOI.search(text)
    doi = tidy_doi(found["doi"]) if found else ""
    if found and doi:
        text = _without(text, found.start(), found.start("doi") + len(doi))
    rest = _DOI.sub("", text) if doi else text
    number = _PMID.search(rest)
    rest = _PMC.sub("", _PMID.sub("", rest))
    address = _URL.search(rest)
    rest = _SEEN.sub("", _URL.sub("", rest))
    rest = _NOTES.sub("", rest)
    url = _bare_address(address["url"]) if address else ""
    return Identifiers(_tidy(rest), doi, number["pmid"] if number else "", url)


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _bare_address(url: str) -> str:
    return url.rstrip(".,;)]")


def _tidy(text: str) -> str:
    """Return a text without what is left where something was taken away."""
    text = re.sub(r"[\[(]\s*[.,;]*\s*[\])]", "", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([.,;])", r"\1", text)
    return re.sub(r"(?:[.,;:]\s*){2,}$", ".", text).strip()
