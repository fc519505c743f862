"""The cited entries of a ``.bib`` file as text, so that a broken one spoils no other."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_START = re.compile(r"^[ \t]*@(?P<kind>[A-Za-z]+)\s*[{(]\s*(?P<key>[^,\s{}()=]*)", re.MULTILINE)
_PARENTS = re.compile(r"\b(?:crossref|xdata)\s*=\s*[{\"]([^{}\"]+)[}\"]", re.IGNORECASE)
_INHERITING = re.compile(rf"{_PARENTS.pattern}\s*,?", re.IGNORECASE)
_OPTIONS = re.compile(r"\boptions\s*=", re.IGNORECASE)
_NOT_WORKS = frozenset({"comment", "preamble", "string"})


@dataclass(frozen=True)
class BibEntry:
    """One ``@…{…}``; `key` is empty for an abbreviation (``@string``)."""

    key: str
    text: str


def split_entries(bibliography: str) -> tuple[BibEntry, ...]:
    """Return the entries of a ``.bib`` file; one never closed ends where the next begins."""
    return tuple(_entries(bibliography))


def _entries(text: str) -> Iterator[BibEntry]:
    starts = [*_START.finditer(text)]
    for index, match in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        kind = match["kind"].lower()
        if kind not in _NOT_WORKS:
            yield BibEntry(match["key"], text[match.start() : limit].strip())
        elif kind == "string":
            yield BibEntry("", text[match.start() : limit].strip())


def select_entries(bibliography: str, keys: Collection[str]) -> tuple[BibEntry, ...]:
    """Return the abbreviations, the entries of these keys and the entries they inherit from."""
    entries = split_entries(bibliography)
    by_key: dict[str, BibEntry] = {}
    for each in entries:
        by_key.setdefault(each.key, each)
    wanted: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        entry = by_key.get(key)
        if entry and key and key not in wanted:
            wanted.add(key)
            waiting.extend(inherited_keys(entry))
    abbreviations = [entry for entry in entries if not entry.key]
    chosen = (_without_circle(by_key[key], by_key) for key in by_key if key in wanted)
    return (*abbreviations, *map(_whole_surname, chosen))


def _without_circle(entry: BibEntry, by_key: Mapping[str, BibEntry]) -> BibEntry:
    """Return an entry that inherits nothing where it would inherit from itself.

    pandoc follows such a circle until the machine has no memory left.
    """
    waiting, met = list(inherited_keys(entry)), set[str]()
    while waiting:
        key = waiting.pop()
        if key == entry.key:
            return BibEntry(key, _INHERITING.sub("", entry.text))
        if key in by_key and key not in met:
            met.add(key)
            waiting.extend(inherited_keys(by_key[key]))
    return entry


def inherited_keys(entry: BibEntry) -> Iterator[str]:
    """Yield the keys of the entries that an entry takes fields from."""
    for parents in _PARENTS.findall(entry.text):
        yield from (part.strip() for part in parents.split(","))


def _whole_surname(entry: BibEntry) -> BibEntry:
    """Keep ``van den`` with the surname, as medical journals do, unless the entry has options."""
    if _OPTIONS.search(entry.text):
        return entry
    head = re.match(r"[^,]*,", entry.text)
    if head is None:
        return entry
    options = " options = {useprefix=true},"
    return BibEntry(entry.key, entry.text[: head.end()] + options + entry.text[head.end() :])


def select_csl_json(bibliography: str, keys: Collection[str]) -> str | None:
    """Return the works of these keys as CSL JSON; None if the text is not CSL JSON."""
    if not bibliography.lstrip().startswith(("[", "{")):
        return None
    try:
        data = json.loads(bibliography)
    except json.JSONDecodeError:
        return None
    works: Any = data.get("items", []) if isinstance(data, dict) else data
    if not isinstance(works, list):
        return None
    cited = [work for work in works if isinstance(work, dict) and str(work.get("id")) in keys]
    return json.dumps(cited)
