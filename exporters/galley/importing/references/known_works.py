"""The works that a post may cite, and which of them typed words or a typed line mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from galley.article.bibliography_entry import BibliographyEntry
from galley.checks.citations.names import family, is_same_family, names_in_words
from galley.online.titles import is_same_title

_YEARS_APART = 1
"""A work that is online in one year is often in print in the next."""


@dataclass(frozen=True)
class KnownWork:
    """A work under its key.

    Attributes
    ----------
    letter
        What a typed list writes behind the year: ``a``.
    number
        The number of its line in a typed list.
    is_listed
        Whether the post's own list has it.
    """

    entry: BibliographyEntry
    letter: str = ""
    number: int | None = None
    is_listed: bool = False

    @property
    def key(self) -> str:
        """Its citation key."""
        return self.entry.key

    @property
    def name(self) -> str:
        """How one would speak of it: ``Huang and Reichardt 2001``."""
        names = names_in_words(self.entry.authors, has_more=self.entry.has_more_authors)
        return f"{names or self.entry.title} {self.entry.year}".strip()


@dataclass(frozen=True)
class Meant:
    """The works that typed words may mean.

    Attributes
    ----------
    works
        Those that fit; one of them, or the words do not say which.
    near
        Works of that name and another year.
    """

    works: tuple[KnownWork, ...] = ()
    near: tuple[KnownWork, ...] = ()

    @property
    def key(self) -> str:
        """The key of the one work that fits; empty where there is none or several do."""
        return self.works[0].key if len(self.works) == 1 else ""


def find_meant(names: Sequence[str], year: str, letter: str, works: Iterable[KnownWork]) -> Meant:
    """Find the works of which names and a year speak; those of the post's own list go first."""
    if not names:
        return Meant()
    named = [work for work in works if _is_named(names, work.entry)]
    of_year = [work for work in named if work.entry.year == year]
    listed = [work for work in of_year if work.is_listed]
    fitting = _of_letter(listed or of_year, letter)
    return Meant(tuple(fitting), tuple(work for work in named if work.entry.year != year))


def _is_named(names: Sequence[str], entry: BibliographyEntry) -> bool:
    """Tell whether typed names are the first ones of a work, as far as both go."""
    if not entry.authors:
        return False
    pairs = list(zip(names, entry.authors, strict=False))
    is_too_long = len(names) > len(entry.authors) and not entry.has_more_authors
    return not is_too_long and all(is_same_family(name, author) for name, author in pairs)


def _of_letter(works: Sequence[KnownWork], letter: str) -> list[KnownWork]:
    if not letter:
        return list(works)
    exact = [work for work in works if work.letter == letter]
    if exact:
        return exact
    # A bibliography keeps the letter in its keys: smith2001b.
    in_key = [work for work in works if work.key.endswith(f"{work.entry.year}{letter}")]
    return in_key or (list(works) if len(works) == 1 and letter == "a" else [])


class WorkIndex:
    """Works by their numbers and years, to find one that is the same as another.

    Parameters
    ----------
    entries
        Of two that are the same, the first is found.
    """

    def __init__(self, entries: Iterable[BibliographyEntry] = ()) -> None:
        self._by_number: dict[str, BibliographyEntry] = {}
        self._by_year: dict[str, list[BibliographyEntry]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: BibliographyEntry) -> None:
        """Take a work in."""
        for number in _numbers(entry):
            self._by_number.setdefault(number, entry)
        self._by_year.setdefault(entry.year, []).append(entry)

    def find(self, one: BibliographyEntry) -> BibliographyEntry | None:
        """Return the work that is the same: by DOI, PubMed number, or title, year and author."""
        known = (self._by_number.get(number) for number in _numbers(one))
        by_number = next((entry for entry in known if entry), None)
        if by_number is not None or not one.title:
            return by_number
        years = _years_near(one.year) or tuple(self._by_year)
        near = (entry for year in years for entry in self._by_year.get(year, ()))
        return next((entry for entry in near if _is_same_by_words(one, entry)), None)


def _numbers(entry: BibliographyEntry) -> Iterator[str]:
    if entry.doi:
        yield f"doi:{entry.doi.lower()}"
    if entry.pmid:
        yield f"pmid:{entry.pmid}"


def _years_near(year: str) -> tuple[str, ...]:
    """Return a year, those beside it, and none; nothing where the year is not known."""
    if not year.isdigit():
        return ()
    apart = (0, *range(1, _YEARS_APART + 1), *range(-_YEARS_APART, 0))
    return (*(str(int(year) + each) for each in apart), "")


def _is_same_by_words(one: BibliographyEntry, other: BibliographyEntry) -> bool:
    if one.doi and other.doi:
        return False
    if one.authors and other.authors:
        if not is_same_family(family(one.authors[0]), other.authors[0]):
            return False
    elif one.journal.lower() != other.journal.lower():
        return False
    return is_same_title(one.title, [other.title])
