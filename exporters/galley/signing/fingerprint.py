"""What readers see of an article in words and figures, as digests that tell when it changes.

A fingerprint is blind to what no reader notices: running again, line breaks, ids of cells, the
bytes of a drawing whose data are known. It sees words, citations, addresses of links, formulas,
images, captions, text alternatives, evidence and data.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.article.bibliography_entry import BibliographyEntry
from galley.article.front_matter import FrontMatter
from galley.article.model import Article
from galley.signing.shown_words import block_words, tokens_words

FRONT = "front matter"
FOOTNOTES = "footnotes"
DATES = "dates"
ORDER = "the order of the cells"
REFERENCES = "references"
_DIGITS = 12
# Raised when other things count as seen, because all signatures then end.
_SCHEMA = 1
_EMPTY = ""
ORIGINAL = "original"
# Publishing and reviewing change these, so only the lines about dates rest on them. `reviewers` is
# in no digest: whoever signs may be named there afterwards.
_DATE_FIELDS = ("date", "updated", "review_by")
_SEEN_OF_WORK = (
    "kind",
    "title",
    "authors",
    "has_more_authors",
    "year",
    "doi",
    "url",
    "journal",
    "volume",
    "number",
    "pages",
    "publisher",
)
_SEEN_FIELDS = (
    "description",
    "changes",
    "authors",
    "tags",
    "category",
    "disclosures",
    "funding",
    "key_points",
    "image_alt",
    "withdrawn",
)


@dataclass(frozen=True)
class Fingerprint:
    """Digests of what readers see.

    Attributes
    ----------
    front, dates
        Of the front matter that readers see; its dates by themselves.
    cells
        Cell id → digest of what it shows, in reading order; a code cell is among them only where
        its outputs are known.
    code
        Code cell's id → digest of its source, which stands in where outputs are not known.
    original
        The text that this one translates; empty where it is no translation.
    works
        Citation key → digest of what readers see of the work; None where that was not noted.
    """

    front: str
    dates: str
    cells: Mapping[str, str] = field(default_factory=dict)
    code: Mapping[str, str] = field(default_factory=dict)
    original: str = ""
    works: Mapping[str, str] | None = None

    @property
    def is_run(self) -> bool:
        """Whether it is known what every code cell shows."""
        return self.code.keys() <= self.cells.keys()

    @property
    def text(self) -> str:
        """One digest of all words and figures; dates and ids of cells are not in it."""
        shown = [digest for digest in self.cells.values() if digest != _EMPTY]
        missing = [digest for cell, digest in self.code.items() if cell not in self.cells]
        return digest_of([_SCHEMA, self.front, shown, missing])


NOTHING_SEEN = Fingerprint("", "")
"""Of an article that nobody has looked at."""


def digest_of(value: object) -> str:
    """Return a short digest of a value that JSON can hold; an empty one of nothing."""
    if not value:
        return _EMPTY
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def fingerprint(
    article: Article,
    code: Mapping[str, str],
    *,
    is_run: bool,
    find_file: Callable[[str], Path | None],
    original: str = "",
    works: Mapping[str, str] | None = None,
) -> Fingerprint:
    """Return the fingerprint of an article.

    Parameters
    ----------
    code
        The source of each code cell by its id.
    is_run
        Whether the article holds what its code shows.
    find_file
        Finds an image beside the notebook by its address.
    original
        The text of the article that this one translates.
    works
        Those that the article cites: `work_digests`.
    """
    words: dict[str, list[str]] = {}
    for block in article.blocks:
        if is_run or block.cell_id not in code:
            words.setdefault(block.cell_id, []).extend(block_words(block, article, find_file))
    for cell in code if is_run else ():
        words.setdefault(cell, [])
    notes = list(tokens_words(article.footnotes, article, find_file))
    shown = {cell: digest_of(found) for cell, found in words.items()}
    return Fingerprint(
        front=_front_digest(article),
        dates=_fields_digest(article.front_matter, _DATE_FIELDS),
        cells=shown | ({FOOTNOTES: digest_of(notes)} if notes else {}),
        code={cell: digest_of(source.split()) for cell, source in code.items()},
        original=original,
        works=works,
    )


def work_digests(
    keys: Iterable[str], work: Callable[[str], BibliographyEntry | None]
) -> Mapping[str, str]:
    """Return the digests of cited works; how their file is laid out is not in them."""
    found = {key: work(key) for key in sorted(set(keys))}
    return {
        key: digest_of([_words(getattr(entry, name)) for name in _SEEN_OF_WORK])
        for key, entry in found.items()
        if entry
    }


def _words(value: object) -> list[str]:
    return " ".join(value if isinstance(value, tuple) else [str(value)]).split()


def changed_parts(before: Fingerprint, now: Fingerprint) -> tuple[str, ...]:
    """Return what readers see differently: cells by their ids, or a name of this module.

    Dates and the original are left to who asks for them. Where one of the two does not know what
    code shows, the code itself is compared.
    """
    if before.text == now.text and before.is_run == now.is_run:
        return _changed_works(before, now)
    front = () if before.front == now.front else (FRONT,)
    cells = tuple(
        cell
        for cell in dict.fromkeys((*now.cells, *now.code, *before.cells, *before.code))
        if _is_changed(cell, before, now)
    )
    moved = () if cells or _shared_order(before, now) == _shared_order(now, before) else (ORDER,)
    return (*front, *cells, *moved, *_changed_works(before, now))


def _changed_works(before: Fingerprint, now: Fingerprint) -> tuple[str, ...]:
    """Return whether a work that both cite reads differently; others change the words."""
    if before.works is None or now.works is None:
        return ()
    both = before.works.keys() & now.works.keys()
    is_same = all(before.works[key] == now.works[key] for key in both)
    return () if is_same else (REFERENCES,)


def _is_changed(cell: str, before: Fingerprint, now: Fingerprint) -> bool:
    is_code = cell in before.code or cell in now.code
    if is_code and not (before.is_run and now.is_run):
        return before.code.get(cell) != now.code.get(cell)
    return before.cells.get(cell, _EMPTY) != now.cells.get(cell, _EMPTY)


def _shared_order(one: Fingerprint, other: Fingerprint) -> list[str]:
    return [cell for cell, digest in one.cells.items() if digest and cell in other.cells]


def _front_digest(article: Article) -> str:
    return digest_of(
        [article.title, _fields_digest(article.front_matter, _SEEN_FIELDS), article.lang]
    )


def _fields_digest(front_matter: FrontMatter, names: Iterable[str]) -> str:
    # What is empty is left out, so that a field which a later Galley adds changes no digest.
    values = front_matter.model_dump(mode="json", include=set(names), exclude_defaults=True)
    return digest_of(values)
