"""Pages of short lines that name everything: the archive, the index from A to Z, all topics.

They are the ways to an article for readers without a search, and for whoever browses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jinja2 import Environment

from galley.html.context import Day, Link
from galley.html.directory import DirectoryContext, DirectoryEntry, DirectorySection
from galley.html.linked_data import list_data, with_linked_data
from galley.html.words import Words, words_for
from galley.site.alphabet import DIGITS, letter_of, sort_key
from galley.site.archive import ArchivePage, Year, archive_pages
from galley.site.frame import Frame
from galley.site.graph import Group, SiteGraph
from galley.site.model import SiteArticle
from galley.site.page_links import group_path
from galley.site.site_addresses import ARCHIVE, INDEX_A_Z, TOPICS, in_language, relative

MANY_TOPICS = 8
"""A language with more categories and tags than this has a page that names them all."""


def directory_addresses(graph: SiteGraph, lang: str, default: str) -> Iterator[str]:
    """Yield the addresses of a language's directories, which are none without articles."""
    for page in archive_pages(graph.listed[lang]):
        yield in_language(page.path, lang, default)
    if graph.listed[lang]:
        yield in_language(INDEX_A_Z, lang, default)
    if _has_many_topics(graph, lang):
        yield in_language(TOPICS, lang, default)


@dataclass(frozen=True)
class Directories:
    """Renders the directories of a site."""

    frame: Frame
    templates: Environment

    def render(self, lang: str) -> Iterator[tuple[str, str]]:
        """Yield path and HTML of a language's directories."""
        graph = self.frame.graph
        pages = archive_pages(graph.listed[lang])
        for page in pages:
            yield self._archive(page, pages, lang)
        if graph.listed[lang]:
            yield self._page(INDEX_A_Z, lang, self._index(lang))
        if _has_many_topics(graph, lang):
            yield self._page(TOPICS, lang, self._topics(lang))

    def _page(self, own: str, lang: str, directory: DirectoryContext) -> tuple[str, str]:
        path = self._path(own, lang)
        found = {other: self._path(own, other) for other in self.frame.graph.languages}
        known = {other: page for other, page in found.items() if page in self.frame.known}
        page = self.frame.page(
            path, lang, directory.title, alternates=self.frame.alternate_paths(known)
        )
        template = self.templates.get_template("site/directory.html.j2")
        told = with_linked_data(page, list_data(page))
        return path, template.render(page=told, directory=directory)

    def _path(self, path: str, lang: str) -> str:
        return in_language(path, lang, self.frame.config.language)

    # ------------------------------------------------------------------ archive

    def _archive(
        self, page: ArchivePage, pages: Sequence[ArchivePage], lang: str
    ) -> tuple[str, str]:
        words, is_first = words_for(lang), page.path == ARCHIVE
        title = words.all_articles
        directory = DirectoryContext(
            title if is_first else f"{title}: {_year_name(page.years[0], words)}",
            tuple(self._year(year, page.path, lang) for year in page.years),
            total=len(self.frame.graph.listed[lang]) if is_first else 0,
            ways=tuple(_years(pages, page, words)),
            ways_label=words.years,
        )
        return self._page(page.path, lang, directory)

    def _year(self, year: Year, own: str, lang: str) -> DirectorySection:
        words = words_for(lang)
        entries = (self._dated(page, own, words) for page in year.articles)
        return DirectorySection(_year_name(year, words), _year_anchor(year), tuple(entries))

    def _dated(self, page: SiteArticle, own: str, words: Words) -> DirectoryEntry:
        front, lang = page.article.front_matter, page.article.lang
        category = self.frame.graph.group("category", front.category or "", lang)
        return DirectoryEntry(
            page.article.title,
            relative(page.path, self._path(own, lang)),
            day=_day_in_year(front.date, words),
            note=category.name if category else "",
        )

    # ------------------------------------------------------------------ from A to Z

    def _index(self, lang: str) -> DirectoryContext:
        words = words_for(lang)
        entries = [*self._articles(lang), *self._topics_and_authors(lang)]
        entries.sort(key=lambda entry: (sort_key(entry.title, lang), entry.href))
        sections = tuple(
            DirectorySection(letter, _letter_anchor(letter), tuple(found))
            for letter, found in groupby(entries, lambda entry: letter_of(entry.title, lang))
        )
        ways = tuple(Link(section.title, f"#{section.anchor}") for section in sections)
        return DirectoryContext(words.index_a_z, sections, ways=ways, ways_label=words.letters)

    def _articles(self, lang: str) -> Iterator[DirectoryEntry]:
        start = self._path(INDEX_A_Z, lang)
        for page in self.frame.graph.listed[lang]:
            yield DirectoryEntry(page.article.title, relative(page.path, start))

    def _topics_and_authors(self, lang: str) -> Iterator[DirectoryEntry]:
        graph, words = self.frame.graph, words_for(lang)
        topics, authors = _topics(graph, lang), graph.of_kind("author", lang)
        for group in (*topics, *authors):
            what = words.author if group.kind == "author" else words.topic
            count = words.articles(len(group.articles))
            yield self._group(group, INDEX_A_Z, f"{what}, {count}")

    # ------------------------------------------------------------------ topics

    def _topics(self, lang: str) -> DirectoryContext:
        words, graph = words_for(lang), self.frame.graph
        tags = sorted(_tags(graph, lang), key=lambda group: sort_key(group.name, lang))
        kinds = (
            (words.topics, "topics", graph.of_kind("category", lang)),
            (words.tags, "tags", tags),
        )
        sections = tuple(
            DirectorySection(title, anchor, tuple(self._counted(groups, words)))
            for title, anchor, groups in kinds
            if groups
        )
        return DirectoryContext(words.all_topics, sections)

    def _counted(self, groups: Iterable[Group], words: Words) -> Iterator[DirectoryEntry]:
        for group in groups:
            yield self._group(group, TOPICS, words.articles(len(group.articles)))

    def _group(self, group: Group, own: str, note: str) -> DirectoryEntry:
        start = self._path(own, group.lang)
        known = group.person and self.frame.config.in_words_of(group.person, group.lang)
        name = known.name if known else group.name
        return DirectoryEntry(name, relative(group_path(group, self.frame), start), note=note)


def _topics(graph: SiteGraph, lang: str) -> tuple[Group, ...]:
    return (*graph.of_kind("category", lang), *_tags(graph, lang))


def _tags(graph: SiteGraph, lang: str) -> tuple[Group, ...]:
    """Return the tags without those that are named like a category, which says the same."""
    categories = {group.key for group in graph.of_kind("category", lang)}
    return tuple(tag for tag in graph.of_kind("tag", lang) if tag.key not in categories)


def _has_many_topics(graph: SiteGraph, lang: str) -> bool:
    return len(_topics(graph, lang)) > MANY_TOPICS


def _years(pages: Sequence[ArchivePage], own: ArchivePage, words: Words) -> Iterator[Link]:
    """Yield the ways to all years: those of this page are places on it."""
    for page in pages:
        for year in page.years:
            place = f"#{_year_anchor(year)}" if page.path == ARCHIVE else ""
            is_here = page.path == own.path
            href = f"{'' if is_here else page.path}{place}"
            yield Link(_year_name(year, words), href or page.path, is_current=is_here and not place)


def _year_name(year: Year, words: Words) -> str:
    return str(year.number) if year.number else words.undated


def _year_anchor(year: Year) -> str:
    return f"year-{year.number or 'undated'}"


def _letter_anchor(letter: str) -> str:
    plain = letter.lower()
    named = "digits" if letter == DIGITS else plain
    is_plain = named.isascii() and named.isalpha()
    return f"letter-{named if is_plain else '-'.join(f'{ord(char):x}' for char in plain)}"


def _day_in_year(day: date | None, words: Words) -> Day | None:
    return Day(day.isoformat(), words.day_in_year(day)) if day else None
