"""CSL-JSON files (``references.json``), as Zotero and pandoc write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from galley.article.bibliography_entry import (
    BibliographyEntry,
    ParsedWorks,
    bare_doi,
    duplicate_key,
    entry_broken,
    find_pmid,
    split_keywords,
)
from galley.article.bibliography_language import language_tag
from galley.article.bibliography_notice import notice_in_entry
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
    entries = tuple(read_csl_item(key, item) for key, item in works.items())
    return ParsedWorks(text, entries, tuple(findings))


def _key(item: object) -> str:
    key = item.get("id") if isinstance(item, dict) else None
    is_key = isinstance(key, str | int) and not isinstance(key, bool)
    return str(key).strip() if is_key else ""


def read_csl_item(key: str, item: Mapping[str, Any], line: int | None = None) -> BibliographyEntry:
    """Return what Galley knows of one work of a CSL-JSON list."""
    people = item.get("author") or item.get("editor")
    names = [_name(person) for person in people] if isinstance(people, list) else []
    keywords = split_keywords(_text(item, "keyword"))
    notes = [text for name in ("note", "annote") if (text := _text(item, name))]
    return BibliographyEntry(
        key=key,
        kind=str(item.get("type", "")),
        title=str(item.get("title", "")),
        authors=tuple(name for name in names if name),
        year=_year(item.get("issued")),
        doi=bare_doi(str(item.get("DOI", ""))),
        url=str(item.get("URL", "")),
        line=line,
        journal=_text(item, "container-title"),
        volume=_text(item, "volume"),
        number=_text(item, "issue"),
        pages=_text(item, "page") or _text(item, "number") or _text(item, "article-number"),
        publisher=_text(item, "publisher"),
        pmid=_text(item, "PMID") or find_pmid(notes),
        keywords=keywords,
        note=" ".join(notes),
        status=_text(item, "status").lower(),
        language=language_tag(_text(item, "language")),
        notice=notice_in_entry(_text(item, "title"), keywords),
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    """Return a field as text; some programs write numbers, or lists of one."""
    value = item.get(name)
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


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
