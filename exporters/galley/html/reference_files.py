"""References as files that Zotero, Mendeley, EndNote and LaTeX read: BibTeX, RIS and CSL JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from galley.html.pandoc_types import ExportedWorks

Work = Mapping[str, Any]

FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""Suffix → what readers know the form by."""

_ENTRY = re.compile(r"^@\w+\{(?P<key>[^,\n]+),\n", re.MULTILINE)
_WEB = re.compile(r"(?:https?|ftp)://\S+\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"^  url = \{(?!(?:https?|ftp)://\S+\},?$).*\n", re.MULTILINE | re.IGNORECASE)
_ACTING = re.compile(
    r"\\+(catcode|csname|def|directlua|edef|gdef|immediate|include|input|InputIfFileExists|let|loop"
    r"|lstinputlisting|openin|openout|read|special|usepackage|verbatiminput|write|xdef)(?![A-Za-z])"
)
_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "motion_picture": "VIDEO",
    "paper-conference": "CPAPER",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "thesis": "THES",
    "webpage": "ELEC",
}
_RIS_FIELDS = (
    ("TI", "title"),
    ("T2", "container-title"),
    ("VL", "volume"),
    ("IS", "issue"),
    ("ET", "edition"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("SN", "ISSN"),
    ("SN", "ISBN"),
    ("DO", "DOI"),
    ("AN", "PMID"),
    ("LA", "language"),
    ("UR", "URL"),
)


def reference_files(works: ExportedWorks) -> dict[str, bytes]:
    """Return suffix → content of a file for each form; empty without works."""
    given: list[Work] = json.loads(works.csl_json or "[]")
    if not given:
        return {}
    listed = [_harmless(work) for work in given]
    csl_json = works.csl_json if listed == given else json.dumps(listed, indent=2)
    return {
        "bib": _bibtex(_harmless_tex(works.biblatex), listed).encode(),
        "ris": "".join(_ris(work) for work in listed).encode(),
        "json": (csl_json.strip() + "\n").encode(),
    }


def _harmless(work: Work) -> Work:
    """Return a work without an address that is none of the web: a program might open it."""
    is_web = bool(_WEB.match(str(work.get("URL", ""))))
    return {name: value for name, value in work.items() if name != "URL" or is_web}


def _harmless_tex(biblatex: str) -> str:
    """Return entries that make no reader's LaTeX read, write or run anything."""
    return _ACTING.sub(r"\1", _ADDRESS.sub("", biblatex))


def _bibtex(biblatex: str, works: list[Work]) -> str:
    """Return the entries with what BibTeX wants besides: the year by itself, the PubMed number."""
    by_key = {str(work.get("id")): work for work in works}

    def with_fields(match: re.Match[str]) -> str:
        work = by_key.get(match["key"].strip(), {})
        fields = (("year", _date(work)[:1]), ("pmid", [work["PMID"]] if "PMID" in work else []))
        lines = (f"  {name} = {{{value[0]}}},\n" for name, value in fields if value)
        return match[0] + "".join(lines)

    return _ENTRY.sub(with_fields, biblatex.strip()) + "\n"


def _ris(work: Work) -> str:
    lines = "".join(f"{tag}  - {_line(value)}\n" for tag, value in _ris_fields(work) if value)
    return f"TY  - {_RIS_TYPES.get(str(work.get('type')), 'GEN')}\n{lines}ER  - \n\n"


def _ris_fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", str(work.get("id", ""))
    yield from (("AU", _name(person)) for person in work.get("author", ()))
    yield from (("ED", _name(person)) for person in work.get("editor", ()))
    date = _date(work)
    if date:
        yield "PY", date[0]
        yield "DA", "/".join([*date, "", "", ""][:4])
    for tag, field in _RIS_FIELDS:
        yield tag, _plain(work.get(field, ""))
    first, _, last = _plain(work.get("page", "")).replace("\u2013", "-").partition("-")
    yield "SP", first.strip()
    yield "EP", last.strip("- ")


def _name(person: Mapping[str, str]) -> str:
    """Return ``van den Berg, Maria``, or the name of an organisation."""
    family = " ".join(
        person[part] for part in ("non-dropping-particle", "family") if person.get(part)
    )
    given = " ".join(person[part] for part in ("given", "dropping-particle") if person.get(part))
    parts = [part for part in (family, given, person.get("suffix", "")) if part]
    return person.get("literal") or ", ".join(parts)


def _date(work: Work) -> list[str]:
    """Return year, month and day as far as they are known, as numbers with two places."""
    parts = (work.get("issued") or {}).get("date-parts") or [[]]
    return [f"{int(part):02}" for part in parts[0]]


def _plain(value: object) -> str:
    """Return a field without the tags that CSL JSON allows in titles."""
    return re.sub(r"</?(?:i|b|sub|sup|span)\b[^>]*>", "", str(value))


def _line(value: str) -> str:
    return " ".join(value.split())
