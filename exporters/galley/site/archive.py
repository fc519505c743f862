"""The archive: all articles of a language by year, on one page or on several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from galley.site.model import SiteArticle
from galley.site.site_addresses import ARCHIVE

PAGE_ENTRIES = 100
"""How many articles the first page of the archive names before older years get their own."""


@dataclass(frozen=True)
class Year:
    """The articles of one year, newest first; `number` is None for those without a date."""

    number: int | None
    articles: tuple[SiteArticle, ...]


@dataclass(frozen=True)
class ArchivePage:
    """One page of the archive; `path` is that of the default language."""

    path: str
    years: tuple[Year, ...]


def by_year(articles: Sequence[SiteArticle]) -> tuple[Year, ...]:
    """Return the years of articles that are sorted newest first."""
    return tuple(Year(year, tuple(found)) for year, found in groupby(articles, _year))


def archive_pages(articles: Sequence[SiteArticle]) -> tuple[ArchivePage, ...]:
    """Return the pages of the archive: the newest years on the first, each older one on its own.

    A year that has once left the first page never moves again, so links to it stay true.
    """
    years = by_year(articles)
    if not years:
        return ()
    shown = _count_of_first(years)
    return (ArchivePage(ARCHIVE, years[:shown]), *_older(years[shown:]))


def _count_of_first(years: Sequence[Year]) -> int:
    """Return how many years the first page has; the newest one in any case."""
    total = 0
    for count, year in enumerate(years):
        total += len(year.articles)
        if count and total > PAGE_ENTRIES:
            return count
    return len(years)


def _older(years: Sequence[Year]) -> Iterator[ArchivePage]:
    start = ARCHIVE.removesuffix(".html")
    for year in years:
        yield ArchivePage(f"{start}-{year.number or 'undated'}.html", (year,))


def _year(page: SiteArticle) -> int | None:
    day = page.article.front_matter.date
    return day.year if day else None
