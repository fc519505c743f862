"""What an author pasted to be cited: BibTeX, RIS, CSL-JSON, or the number of a work."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from bibtexparser.entrypoint import parse_string

from galley.article.bibliography import BibliographyEntry
from galley.article.bibliography_bibtex import parse_bibtex
from galley.article.bibliography_csl import parse_csl_json, read_csl_item
from galley.article.bibliography_entry import entry_broken
from galley.article.bibliography_ris import looks_like_ris, parse_ris
from galley.checks.citations.reference_doi_malformed import tidy_doi
from galley.findings import Finding

Form = Literal["bib", "ris", "json"]
"""How a work is written, by the suffix of files that are written so."""

_BIBTEX = re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)
_KEYLESS = re.compile(
    r"(@\s*(?!string|comment|preamble)[A-Za-z]+\s*\{)(\s*)(?=,|\w+\s*=)", re.IGNORECASE
)
_HEAD = re.compile(r"(@\s*[A-Za-z]+\s*[{(]\s*)([^,\s]*)")
_ID_LINE = re.compile(r"^ID\s{0,2}-.*$", re.MULTILINE)
_TYPE_LINE = re.compile(r"^(TY\s{0,2}-.*)$", re.MULTILINE)
_END_LINE = re.compile(r"^ER\s{0,2}-.*$\n?", re.MULTILINE)
_FENCE = re.compile(r"^\s*```.*$", re.MULTILINE)
_PMID = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\bPMID\s*[:=-]?\s*)(\d{1,9})\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(\d{4,9})\s*")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")


class Number(NamedTuple):
    """The number by which a work can be looked up."""

    kind: Literal["doi", "pmid"]
    value: str

    def __str__(self) -> str:
        """Return it as people write it."""
        return f"{'DOI' if self.kind == 'doi' else 'PubMed'} {self.value}"


@dataclass(frozen=True)
class PastedWork:
    """One work.

    Attributes
    ----------
    text
        The work alone, in the form in which it came.
    csl
        The work as CSL-JSON; None of BibTeX, which pandoc reads itself.
    """

    entry: BibliographyEntry
    form: Form
    text: str
    csl: dict[str, object] | None = None

    @property
    def bibliography(self) -> str:
        """The work as a bibliography that pandoc reads."""
        return self.text if self.csl is None else json.dumps([self.csl], ensure_ascii=False)

    def with_key(self, key: str) -> PastedWork:
        """Return the work with another key; nothing else of its text changes."""
        entry = replace(self.entry, key=key)
        if self.form == "bib":
            return replace(self, entry=entry, text=_HEAD.sub(rf"\g<1>{key}", self.text, count=1))
        csl = {**(self.csl or {}), "id": key}
        if self.form == "json":
            return PastedWork(entry, "json", json.dumps([csl], ensure_ascii=False), csl)
        text = _ID_LINE.sub("", self.text, count=1).replace("\n\n", "\n")
        return PastedWork(entry, "ris", _TYPE_LINE.sub(rf"\1\nID  - {key}", text, count=1), csl)


@dataclass(frozen=True)
class Pasted:
    """What a text holds.

    Attributes
    ----------
    number
        What can be looked up, where the text is no reference itself.
    problems
        What cannot be used of it. A text that is neither has no problems, works or number.
    """

    works: tuple[PastedWork, ...] = ()
    number: Number | None = None
    problems: tuple[Finding, ...] = ()


def read_pasted(text: str) -> Pasted:
    """Read what was pasted; nothing is looked up."""
    text = _FENCE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\ufeff \t\n")
    if not text:
        return Pasted()
    if text.startswith(("[", "{")):
        return _without_empty(_read_json(text))
    if looks_like_ris(text):
        return _read_ris(text)
    if _BIBTEX.search(text):
        return _without_empty(_read_bibtex(text))
    return Pasted(number=find_number(text))


def find_number(text: str) -> Number | None:
    """Return the DOI or PubMed number in a text: alone, in an address, in a typed reference."""
    alone = _NUMBER.fullmatch(text)
    pmid = alone or _PMID.search(text)
    # Of a whole reference the DOI is asked: it is the same everywhere.
    found = _DOI.search(text)
    doi = tidy_doi(found[0]) if found else ""
    if doi:
        return Number("doi", doi)
    return Number("pmid", pmid[1]) if pmid else None


def work_of_csl(item: dict[str, object]) -> PastedWork:
    """Return the work that a service described."""
    key = str(item.get("id", ""))
    return PastedWork(
        read_csl_item(key, item), "json", json.dumps([item], ensure_ascii=False), item
    )


def _without_empty(pasted: Pasted) -> Pasted:
    """Leave out what nobody could find; of RIS that is said where it is read."""
    works = tuple(work for work in pasted.works if work.entry.title or work.entry.authors)
    said = () if len(works) == len(pasted.works) else (_empty(),)
    return Pasted(works, problems=(*pasted.problems, *said))


def _empty() -> Finding:
    return entry_broken(
        "",
        None,
        "a work has neither a title nor an author, so it cannot be cited",
        "Copy the whole reference and paste it again.",
    )


def _read_bibtex(text: str) -> Pasted:
    numbers = iter(range(1, len(text)))
    # Some sites give entries without a key; it gets one of the folder's anyway.
    text = _KEYLESS.sub(lambda match: f"{match[1]}work{next(numbers)},", text)
    text = re.sub(r"(work\d+,)\s*,", r"\1", text)
    parsed = parse_bibtex(text, "")
    raw = {
        str(entry.key): (entry.raw or "").strip()
        for entry in parse_string(text, parse_stack=[]).entries
    }
    works = tuple(
        PastedWork(entry, "bib", raw[entry.key]) for entry in parsed.entries if entry.key in raw
    )
    return Pasted(works, problems=parsed.findings)


def _read_ris(text: str) -> Pasted:
    if not _END_LINE.search(text):
        text = f"{text}\nER  - \n"
    parsed = parse_ris(text, "")
    items = {str(item["id"]): item for item in json.loads(parsed.text)}
    records = dict(_records(text))
    works = tuple(
        PastedWork(entry, "ris", records.get(entry.line or 0, ""), items[entry.key])
        for entry in parsed.entries
    )
    return Pasted(works, problems=parsed.findings)


def _records(text: str) -> Iterator[tuple[int, str]]:
    """Yield each work with the line at which it begins."""
    at = 0
    for end in _END_LINE.finditer(text):
        begin = text.find("TY", at, end.start())
        if begin >= 0:
            yield text.count("\n", 0, begin) + 1, text[begin : end.end()]
        at = end.end()


def _read_json(text: str) -> Pasted:
    text = _as_list(text)
    parsed = parse_csl_json(text, "")
    items = {str(item["id"]): item for item in json.loads(parsed.text)}
    works = tuple(replace(work_of_csl(items[entry.key]), entry=entry) for entry in parsed.entries)
    return Pasted(works, problems=parsed.findings)


def _as_list(text: str) -> str:
    """Return CSL-JSON as a list of works that all have an id."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if isinstance(raw, dict) and not {"items", "references"} & raw.keys():
        raw = [raw]
    items = raw if isinstance(raw, list) else raw.get("items", raw.get("references"))
    if not isinstance(items, list):
        return text
    named = [
        item if not isinstance(item, dict) or item.get("id") else {**item, "id": f"work{number}"}
        for number, item in enumerate(items, start=1)
    ]
    return json.dumps(named, ensure_ascii=False)
