"""The works of a bibliography by digest: which pages a changed entry concerns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from galley.article.bibliography import Bibliography
from galley.html.bib_entries import BibEntry, inherited_keys, split_entries

ALL = "*"
"""Stands for the list of all keys, which is what a guess of a misspelt one is made from."""


@dataclass(frozen=True)
class Works:
    """Digests of a bibliography's entries, with what they inherit and abbreviate.

    Attributes
    ----------
    digests
        Key → digest; an entry that pandoc cannot read has one too.
    """

    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_all_keys(self) -> str:
        """A digest of which keys there are."""
        return _digest("\n".join(sorted(self.digests)))

    def digest(self, key: str) -> str:
        """Return the digest of one entry, or of the list of keys; empty for an unknown key."""
        return self.of_all_keys if key == ALL else self.digests.get(key, "")

    def of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return key → digest, empty for those that are unknown."""
        return {key: self.digest(key) for key in sorted(set(keys))}

    def with_lines(self, bibliography: Bibliography) -> Works:
        """Return the works with the lines of their entries, which findings name."""
        lines = {key: entry.line for key, entry in bibliography.entries.items()}
        return Works({key: f"{each}:{lines.get(key)}" for key, each in self.digests.items()})


def read_works(bibliography: Bibliography) -> Works:
    """Return the works of a bibliography; what became of a work counts as part of its entry."""
    digests = (
        _digests_of_csl(bibliography.text)
        if bibliography.format == "csljson"
        else _digests_of_bibtex(bibliography)
    )
    noticed = {
        key: _digest(f"{digests.get(key)}\n{notice}")
        for key, notice in bibliography.notices.items()
    }
    return Works({**digests, **noticed})


def _digests_of_csl(text: str) -> dict[str, str]:
    try:
        data = json.loads(text or "[]")
    except json.JSONDecodeError:
        return {}
    works = data.get("items", []) if isinstance(data, dict) else data
    return {
        str(work.get("id")): _digest(json.dumps(work, sort_keys=True))
        for work in (works if isinstance(works, list) else [])
        if isinstance(work, dict)
    }


def _digests_of_bibtex(bibliography: Bibliography) -> dict[str, str]:
    entries = split_entries(bibliography.text)
    abbreviations = "\n".join(entry.text for entry in entries if not entry.key)
    by_key: dict[str, BibEntry] = {}
    for entry in entries:
        by_key.setdefault(entry.key, entry)
    # A key that is known but whose entry cannot be read is as good as an empty entry.
    return {
        key: _digest("\n".join((abbreviations, *_texts(key, by_key))))
        for key in {*by_key, *bibliography.keys} - {""}
    }


def _texts(key: str, by_key: Mapping[str, BibEntry]) -> Iterator[str]:
    """Yield an entry's text and that of the entries it inherits from."""
    waiting, done = [key], set()
    while waiting:
        each = waiting.pop()
        entry = by_key.get(each)
        if entry is not None and each not in done:
            done.add(each)
            yield entry.text
            waiting.extend(inherited_keys(entry))


@dataclass
class AskedKeys(Collection[str]):
    """A bibliography's keys that remember which of them were asked for."""

    keys: tuple[str, ...]
    asked: set[str] = field(default_factory=set)
    _known: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._known = frozenset(self.keys)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return key in self._known

    def __iter__(self) -> Iterator[str]:
        self.asked.add(ALL)
        return iter(self.keys)

    def __len__(self) -> int:
        return len(self.keys)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
