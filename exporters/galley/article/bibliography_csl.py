"""CSL-JSON files (``references.json``), as Zotero and pandoc write them."""

from __future__ import annotations

import json
from typing import Any

from galley.article.bibliography_entry import (
    BibliographyEntry,
    ParsedWorks,
    bare_doi,
    duplicate_key,
    entry_broken,
)
from galley.findings import Finding


def parse_csl_json(text: str, file: str) -> ParsedWorks:
    """Parse CSL-JSON; works that cannot be used are left out and become findings."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        return _nothing(file, error.lineno, f"the file is not JSON at column {error.colno}")
    except (RecursionError, ValueError):
        return _nothing(file, None, "the file is nested too deeply or holds too long a number")
    items = raw.get("items", raw.get("references")) if isinstance(raw, dict) else raw
    if not isinstance(items, list):
        return _nothing(file, None, "the file is JSON, but not a list of works")
    return _collect(items, file)


def _nothing(file: str, line: int | None, message: str) -> ParsedWorks:
    fix = "Export it again from your reference manager as CSL-JSON, or as references.bib."
    return ParsedWorks("[]", (), (entry_broken(file, line, message, fix),))


def _collect(items: list[Any], file: str) -> ParsedWorks:
    works: dict[str, Any] = {}
    findings: list[Finding] = []
    for position, item in enumerate(items, start=1):
        key = _key(item)
        if not key:
            message = f"work {position} of the list has no id and cannot be cited"
            findings.append(entry_broken(file, None, message, 'Give it an "id" of its own.'))
        elif key in works:
            findings.append(duplicate_key(file, None, key, None))
        else:
            works[key] = {**item, "id": key}
    text = json.dumps(list(works.values()), ensure_ascii=False, indent=1)
    entries = tuple(_read_entry(key, item) for key, item in works.items())
    return ParsedWorks(text, entries, tuple(findings))


def _key(item: object) -> str:
    key = item.get("id") if isinstance(item, dict) else None
    is_key = isinstance(key, str | int) and not isinstance(key, bool)
    return str(key).strip() if is_key else ""


def _read_entry(key: str, item: dict[str, Any]) -> BibliographyEntry:
    people = item.get("author") or item.get("editor")
    names = [_name(person) for person in people] if isinstance(people, list) else []
    return BibliographyEntry(
        key=key,
        kind=str(item.get("type", "")),
        title=str(item.get("title", "")),
        authors=tuple(name for name in names if name),
        year=_year(item.get("issued")),
        doi=bare_doi(str(item.get("DOI", ""))),
        url=str(item.get("URL", "")),
    )


def _name(person: object) -> str:
    if not isinstance(person, dict):
        return ""
    if "literal" in person:
        return str(person["literal"])
    particle = str(person.get("non-dropping-particle", ""))
    family = f"{particle} {person.get('family', '')}".strip()
    return ", ".join(part for part in (family, str(person.get("given", ""))) if part)


def _year(issued: object) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return str(parts[0][0])
    return str(issued.get("literal", issued.get("raw", "")))[:4]
