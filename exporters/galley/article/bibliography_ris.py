"""RIS files (``references.ris``), as Zotero, Mendeley and EndNote export them, by rispy."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from galley.article.bibliography_csl import read_csl_item
from galley.article.bibliography_entry import ParsedWorks, bare_doi, duplicate_key, entry_broken
from galley.findings import Finding

# Some programs write one space or none around the hyphen, where the format has two and one.
_TAG = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])\s{0,2}-(?: (?P<text>.*)|\s*)$")
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"(?P<year>\d{4})(?:[/-](?P<month>\d{1,2}))?(?:[/-](?P<day>\d{1,2}))?")
_KINDS = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "JFULL": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "ABST": "paper-conference",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "THES": "thesis",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "DBASE": "dataset",
    "COMP": "software",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "PAT": "patent",
    "STAT": "legislation",
    "VIDEO": "motion_picture",
}
_TITLE = ("title", "primary_title", "translated_title")
_JOURNAL = (
    "secondary_title",
    "journal_name",
    "alternate_title3",
    "alternate_title1",
    "alternate_title2",
)
_FIELDS = {
    "DOI": ("doi",),
    "volume": ("volume",),
    "issue": ("number",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "ISSN": ("issn",),
    "edition": ("edition",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
    "genre": ("type_of_work",),
}


@dataclass(frozen=True)
class _Record:
    line: int
    text: str
    is_closed: bool


def looks_like_ris(text: str) -> bool:
    """Tell whether a text begins as a RIS file does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    match = _TAG.match(first.rstrip())
    return bool(match and match["tag"] == "TY")


def parse_ris(text: str, file: str) -> ParsedWorks:
    """Parse RIS into CSL-JSON; works that cannot be used are left out and become findings.

    A work's key is its ``ID``; without one, or with the number of EndNote's own list, it is made
    of name and year: ``huang2014``, and ``huang2014a`` for the next.
    """
    works: dict[str, tuple[dict[str, Any], int]] = {}
    findings: list[Finding] = []
    for record in _records(text):
        fields = _read_record(record)
        problem = _problem(record, fields, file)
        if problem:
            findings.append(problem)
            continue
        item = _csl_item(fields)
        own = _own_key(fields)
        if own and own in works:
            findings.append(duplicate_key(file, record.line, own, works[own][1]))
            continue
        key = own or _made_key(item, works)
        works[key] = ({"id": key, **item}, record.line)
    if not works and not findings and text.strip():
        findings.append(_no_works(file))
    items = [item for item, _ in works.values()]
    entries = tuple(read_csl_item(key, item, line) for key, (item, line) in works.items())
    return ParsedWorks(json.dumps(items, ensure_ascii=False, indent=1), entries, tuple(findings))


def _no_works(file: str) -> Finding:
    return entry_broken(
        file,
        1,
        "the file has no works that can be read",
        "Export it again from your reference manager as RIS, or as references.bib.",
    )


def _problem(record: _Record, fields: Mapping[str, Any], file: str) -> Finding | None:
    if not record.is_closed:
        return entry_broken(
            file,
            record.line,
            "a work has no end, so it cannot be cited",
            "Write a line 'ER  - ' behind it, or export the file again.",
        )
    if not _first(fields, _TITLE) and not _people(fields, "authors", "first_authors"):
        return entry_broken(
            file,
            record.line,
            "a work has neither a title nor an author, so it cannot be cited",
            "Write its title as 'TI  - …', or remove the work.",
        )
    return None


def _records(text: str) -> Iterator[_Record]:
    """Yield the works one by one, so that a broken one costs only itself."""
    begin, lines = 0, list[str]()
    for number, raw in enumerate(text.splitlines(), start=1):
        match = _TAG.match(raw.strip("\ufeff").rstrip())
        tag = match["tag"] if match else ""
        if tag == "TY":
            if lines:
                yield _Record(begin, "\n".join(lines), is_closed=False)
            begin, lines = number, []
        elif not lines:
            continue
        lines.append(f"{tag}  - {match['text'] or ''}" if match else raw)
        if tag == "ER":
            yield _Record(begin, "\n".join(lines) + "\n", is_closed=True)
            lines = []
    if lines:
        yield _Record(begin, "\n".join(lines), is_closed=False)


def _read_record(record: _Record) -> Mapping[str, Any]:
    # Only here: most sites have no RIS file.
    import rispy

    if not record.is_closed:
        return {}
    try:
        found = rispy.loads(record.text)
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found[0] if found else {}


def _csl_item(fields: Mapping[str, Any]) -> dict[str, Any]:
    kind = str(fields.get("type_of_reference", "")).upper()
    item: dict[str, Any] = {
        "type": _KINDS.get(kind, "document"),
        "title": _first(fields, _TITLE),
        "author": _people(fields, "authors", "first_authors"),
        "editor": _people(fields, "secondary_authors", "tertiary_authors"),
        "container-title": _first(fields, _JOURNAL),
        "issued": _issued(fields),
        "page": _pages(fields),
        "URL": next((url for url in fields.get("urls", ()) if url.strip()), ""),
        "PMID": _pmid(fields),
        "keyword": ", ".join(fields.get("keywords", ())),
        "note": " ".join((*fields.get("notes", ()), *_research_notes(fields))),
        "status": "in press" if kind == "INPR" else "",
    }
    item |= {name: _first(fields, tags) for name, tags in _FIELDS.items()}
    item["DOI"] = bare_doi(item["DOI"])
    return {name: value for name, value in item.items() if value}


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := str(fields.get(name) or "").strip())), "")


def _people(fields: Mapping[str, Any], *names: str) -> list[dict[str, str]]:
    people = next((fields[name] for name in names if fields.get(name)), ())
    return [_person(name.strip()) for name in people if name.strip(" ,")]


def _person(name: str) -> dict[str, str]:
    """Return a name; one without a comma is an organisation's."""
    family, comma, given = name.partition(",")
    if not comma or not given.strip():
        return {"literal": family.strip()}
    # "Smith, J., Jr." has the suffix behind another comma.
    first, _, suffix = given.strip().partition(",")
    parts = {"family": family.strip(), "given": first.strip(), "suffix": suffix.strip()}
    return {part: text for part, text in parts.items() if text}


def _issued(fields: Mapping[str, Any]) -> dict[str, Any]:
    for name in ("date", "year", "publication_year"):
        match = _DAY.search(str(fields.get(name) or ""))
        if match:
            parts = [int(part) for part in match.groups() if part and int(part)]
            return {"date-parts": [parts]}
    return {}


def _pages(fields: Mapping[str, Any]) -> str:
    start, end = _first(fields, ("start_page",)), _first(fields, ("end_page",))
    number = _first(fields, ("custom7",))
    whole = f"{start}-{end}" if start and end and end != start and "-" not in start else start
    return whole or number


def _pmid(fields: Mapping[str, Any]) -> str:
    """Return the accession number where it comes from PubMed, which others use for theirs."""
    number = _first(fields, ("accession_number",))
    database = f"{fields.get('name_of_database', '')} {fields.get('database_provider', '')}".lower()
    is_pubmed = not database.strip() or "pubmed" in database or "medline" in database
    return number if is_pubmed and re.fullmatch(r"\d{4,8}", number) else ""


def _research_notes(fields: Mapping[str, Any]) -> tuple[str, ...]:
    text = _first(fields, ("research_notes",))
    return (text,) if text else ()


def _own_key(fields: Mapping[str, Any]) -> str:
    key = "".join(_first(fields, ("id",)).split())
    # EndNote writes the number that a work has in one person's list.
    return "" if _NUMBER.fullmatch(key) else key


def _made_key(item: Mapping[str, Any], taken: Mapping[str, object]) -> str:
    people = item.get("author") or item.get("editor") or [{"literal": item.get("title", "work")}]
    name = str(people[0].get("family") or people[0].get("literal") or "work")
    first = name if people[0].get("family") else name.split(maxsplit=1)[0]
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    dates = item.get("issued", {}).get("date-parts", [[""]])
    stem = f"{re.sub(r'[^a-z]', '', plain.lower()) or 'work'}{dates[0][0]}"
    return next(key for key in _numbered(stem) if key not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    count = 1
    while True:
        count += 1
        yield f"{stem}-{count}"
