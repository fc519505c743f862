"""What several rules ask of an article's works: which it uses, where, and how to call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import PurePosixPath
from typing import TypeVar

from galley.article.bibliography import BibliographyEntry
from galley.article.model import Article, Figure
from galley.article.tokens import clusters_of
from galley.checks.citations.names import is_same_family, names_in_words
from galley.checks.citations.not_names import NOT_NAMES
from galley.checks.citations.typed import Strength, TypedCitation, find_typed
from galley.checks.citations.typed_list import ListedWork, TypedList, read_typed_list
from galley.checks.rule import Manuscript
from galley.checks.text import Passage, Sentence
from galley.findings import Place

ARTICLES = frozenset({"article", "article-journal"})
BOOKS = frozenset({"book", "mvbook", "collection", "mvcollection"})
CHAPTERS = frozenset({"incollection", "inbook", "chapter"})

_WITHOUT = (
    r"\b(?:no|without|lacks?(?: an?)?|tanpa|tidak (?:ada|punya|memiliki)|belum (?:ada|punya))"
)
_LINKED = re.compile(r"doi\.org|pubmed|ncbi\.nlm\.nih\.gov|10\.\d{4,9}/", re.IGNORECASE)
_TO_BE_WRITTEN = re.compile(r"(?:to-?do|tbd|fixme)\b", re.IGNORECASE)
_MANY = 3
SMALL_BIBLIOGRAPHY = 20
"""A bibliography of so few works was made for its articles."""


Answer = TypeVar("Answer")


def once(ask: Callable[[Manuscript], Answer]) -> Callable[[Manuscript], Answer]:
    """Let a question about a manuscript be answered once, whoever asks."""
    name = f"_{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def asked(manuscript: Manuscript) -> Answer:
        known = vars(manuscript)
        if name not in known:
            known[name] = ask(manuscript)
        answer: Answer = known[name]
        return answer

    return asked


def cited_places(article: Article) -> Iterator[tuple[str, Place]]:
    """Yield each citation's key and place: those of the text, then those of figures."""
    for cluster in clusters_of(article):
        for citation in cluster.citations:
            yield citation.key, cluster.place
    for block in article.blocks:
        if isinstance(block, Figure):
            place = Place(article.file, block.cell_id)
            yield from ((key, place) for key in block.sources)


def entry_place(manuscript: Manuscript, entry: BibliographyEntry) -> Place:
    """Return where an entry stands in the bibliography."""
    return Place(manuscript.context.bibliography_file, line=entry.line)


def entry_name(entry: BibliographyEntry) -> str:
    """Return how one would speak of a work: ``Huang and Reichardt 2001``."""
    names = names_in_words(entry.authors, has_more=entry.has_more_authors)
    return f"{names or entry.title} {entry.year}".strip()


def named(entry: BibliographyEntry) -> str:
    """Return an entry's key with what it is: ``'huang2001' (Huang and Reichardt 2001)``."""
    name = entry_name(entry)
    return f"'{entry.key}' ({name})" if name else f"'{entry.key}'"


_FIELDS = {
    ".json": {"doi": '"DOI": "{}"', "note": '"note": "{}"', "pubstate": '"status": "{}"'},
    ".ris": {"doi": "DO  - {}", "note": "N1  - {}", "pubstate": "N1  - {}"},
}


def field_words(manuscript: Manuscript, name: str, value: str) -> str:
    """Return a field as it is written in the article's bibliography: ``doi = {…}``."""
    suffix = PurePosixPath(manuscript.context.bibliography_file).suffix.lower()
    form = _FIELDS.get(suffix, {}).get(name, f"{name} = {{{{{{}}}}}}")
    return form.format(value)


def says_without(note: str, word: str) -> bool:
    """Tell whether a note says why something is not there: ``no DOI``, ``tanpa volume``."""
    missing = (
        rf"{_WITHOUT}\s+{word}\b|\b{word}\b[^.;]*\b(?:omitted|not seen|none|tidak ada|belum)\b"
    )
    return bool(re.search(missing, note, re.IGNORECASE))


@once
def used_works(manuscript: Manuscript) -> tuple[BibliographyEntry, ...]:
    """Return the works that an article rests on.

    Those are the works that it cites, in typed words too. An article that cites in typed words
    alone rests on the whole of a small bibliography, which stands for its list of references.
    """
    typed = typed_citations(manuscript)
    if typed and not manuscript.cited_works:
        library = _library(manuscript)
        if len(library) <= SMALL_BIBLIOGRAPHY:
            return library
    works = (*manuscript.cited_works, *(entry for each in typed for entry in each.entries))
    return tuple({e.key: e for e in works if not is_only_begun(e)}.values())


def is_only_begun(entry: BibliographyEntry) -> bool:
    """Tell whether an entry is the form that ``galley check --fix`` leaves to be filled in."""
    return bool(_TO_BE_WRITTEN.match(entry.title))


@once
def typed_list(manuscript: Manuscript) -> TypedList:
    """Return the article's passages without the list of references typed at its end."""
    return read_typed_list(manuscript.passages)


@dataclass(frozen=True)
class Found:
    """A typed citation in its sentence, and what the bibliography and a typed list have of it.

    Attributes
    ----------
    entries, listed
        Works of that surname and year.
    near_entries, near_listed
        Works of that surname and another year.
    """

    typed: TypedCitation
    sentence: Sentence
    entries: tuple[BibliographyEntry, ...]
    listed: tuple[ListedWork, ...]
    near_entries: tuple[BibliographyEntry, ...]
    near_listed: tuple[ListedWork, ...]

    @property
    def is_backed(self) -> bool:
        """Whether a reader can find the work."""
        return bool(self.entries or self.listed)

    @property
    def is_citation(self) -> bool:
        """Whether the words are a citation, as far as one can tell."""
        if self.is_backed or self.typed.strength > Strength.WEAK:
            return True
        # A month or a place that is somebody's surname too.
        is_word = bool(NOT_NAMES.intersection(self.typed.names))
        return not is_word and bool(self.near_entries or self.near_listed)


@once
def typed_citations(manuscript: Manuscript) -> tuple[Found, ...]:
    """Return what is cited in typed words; what is a link to the work itself is left out."""
    listed = typed_list(manuscript)
    typed = [
        (each, sentence)
        for sentence in _sentences(listed.body)
        if not any(_LINKED.search(link) for link in sentence.links)
        for each in find_typed(sentence.text)
    ]
    if not typed:
        return ()
    library = _library(manuscript)
    found = (_found(each, sentence, library, listed.works) for each, sentence in typed)
    return tuple(each for each in found if each.is_citation)


def _sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    return (sentence for passage in passages for sentence in passage.sentences)


def _library(manuscript: Manuscript) -> tuple[BibliographyEntry, ...]:
    context = manuscript.context
    works = (context.work(key) for key in context.known_keys)
    return tuple(work for work in works if work is not None)


def _found(
    typed: TypedCitation,
    sentence: Sentence,
    library: Iterable[BibliographyEntry],
    listed: Iterable[ListedWork],
) -> Found:
    first = typed.names[0] if typed.names else ""
    entries = [e for e in library if e.authors and is_same_family(first, e.authors[0])]
    works = [work for work in listed if is_same_family(first, work.authors[0])]
    return Found(
        typed,
        sentence,
        entries=tuple(e for e in entries if e.year == typed.year),
        listed=tuple(work for work in works if work.year == typed.year),
        near_entries=tuple(e for e in entries if e.year != typed.year),
        near_listed=tuple(work for work in works if work.year != typed.year),
    )


def has_many_authors(work: BibliographyEntry | ListedWork) -> bool:
    """Tell whether ``et al.`` may stand for a work's authors."""
    has_more = work.has_et_al if isinstance(work, ListedWork) else work.has_more_authors
    return has_more or len(work.authors) >= _MANY


def work_name(work: BibliographyEntry | ListedWork) -> str:
    """Return how one would speak of a work of either kind."""
    return work.name if isinstance(work, ListedWork) else entry_name(work)
