"""The way from an article to the pages around it; known before any page is made."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from galley.addresses import page_forms
from galley.article.front_matter import Person
from galley.article.publication import Standing, standing_of
from galley.discovery import is_article_name, without_suffix
from galley.html.context import Link, PersonContext
from galley.html.meanings import Meaning
from galley.html.people import person_context
from galley.html.related import RelatedItem
from galley.html.reviewing import Reviewer, possible_reviewers
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.graph import Group, person_key
from galley.site.languages import language_name
from galley.site.model import SiteArticle
from galley.site.related import Related
from galley.site.site_addresses import ListKind, in_language, key_of, list_path, relative


@dataclass(frozen=True)
class Neighbourhood:
    """What a page says of the people and pages around its article.

    Attributes
    ----------
    reviewers
        Who may be named; the article shows whether what they signed still stands.
    works
        What works that a signature rests on say now.
    """

    authors: tuple[PersonContext, ...]
    reviewers: tuple[Reviewer, ...]
    works: Mapping[str, str]
    category: Link | None
    tags: tuple[Link, ...]
    editions: tuple[Link, ...]
    translations: tuple[Link, ...]
    related: tuple[RelatedItem, ...]
    previous: Link | None
    next: Link | None
    disclaimer: str
    licence: str
    corrections: str
    is_trusted: bool
    standing: Standing
    address: str
    site_title: str
    meanings: tuple[Meaning, ...]
    glossary_href: str


def neighbourhood(item: SiteArticle, frame: Frame) -> Neighbourhood:
    """Return the neighbourhood of one article's page."""
    front, ways = item.article.front_matter, _Ways(item, frame)
    texts = frame.texts(item.article.lang)
    related = ways.related()
    # What has nothing in common with any other article leads to those beside it in time.
    older, newer = (None, None) if related else frame.graph.neighbours(item)
    return Neighbourhood(
        authors=tuple(ways.person(person) for person in front.authors),
        reviewers=possible_reviewers(
            front, item.signed.signatures, frame.config, item.article.lang
        ),
        works=item.signed.works,
        category=ways.group_link("category", front.category) if front.category else None,
        tags=tuple(ways.group_link("tag", tag) for tag in _distinct(front.tags)),
        editions=ways.editions(),
        translations=ways.translations(),
        related=related,
        previous=ways.neighbour(older),
        next=ways.neighbour(newer),
        disclaimer=texts.disclaimer,
        licence=texts.licence,
        corrections=texts.corrections,
        is_trusted=item.article.slug in frame.config.trusted,
        standing=standing_of(front, frame.today),
        address=frame.absolute(item.path),
        site_title=frame.site_title(item.article.lang),
        meanings=frame.meanings(item.article.lang),
        glossary_href=ways.glossary(),
    )


def group_path(group: Group, frame: Frame) -> str:
    """Return the address of a category's, tag's or author's page."""
    return in_language(list_path(group.kind, group.key), group.lang, frame.config.language)


def page_meant(written: str, item: SiteArticle, frame: Frame) -> str:
    """Return the page of the site that an address in an article means; empty where there is none.

    A notebook means its page, in this page's language and edition where there is such.
    """
    page = _page_of_notebook(written, item, frame) if is_article_name(written) else ""
    return page or _page_at(written, item, frame)


def _page_of_notebook(written: str, item: SiteArticle, frame: Frame) -> str:
    meant = _files_meant(written, item)
    pages = [page for page in frame.graph.pages if page.article.file in meant]
    if not pages:
        # What was a notebook may be a text by now, and what is paired is both.
        names = {without_suffix(file) for file in meant}
        pages = [page for page in frame.graph.pages if without_suffix(page.article.file) in names]
    originals = {page.original for page in pages}
    if item.original not in originals:
        pages = [page for page in frame.graph.pages if page.original in originals]

    def distance(page: SiteArticle) -> tuple[bool, bool, bool, bool]:
        return (
            page.article.lang != item.article.lang,
            page.article.file not in meant,
            page.article.edition != item.article.edition,
            not page.is_first_edition,
        )

    return min(pages, key=distance).path if pages else ""


def _files_meant(written: str, item: SiteArticle) -> frozenset[str]:
    """Return the notebooks that an address may name, as the author knows them."""
    own = PurePosixPath(item.article.file)
    if not written.startswith("/"):
        return frozenset([posixpath.normpath((own.parent / written).as_posix())])
    # From the site's root, a path is counted from the content folder, whatever its name.
    return frozenset(posixpath.normpath(f"{part}{written}") for part in (".", *own.parents))


def _page_at(written: str, item: SiteArticle, frame: Frame) -> str:
    """Return the page that an address names, beside this one or from the root."""
    return next((form for form in page_forms(written, item.path) if form in frame.known), "")


@dataclass(frozen=True)
class _Ways:
    item: SiteArticle
    frame: Frame

    def way(self, target: str) -> str:
        return relative(target, self.item.path)

    def person(self, person: Person) -> PersonContext:
        group = self.frame.graph.group("author", person.id or person.name, self.item.article.lang)
        href = self.way(group_path(group, self.frame)) if group else ""
        return person_context(self.known(person), href=href if person_key(person) else "")

    def known(self, person: Person) -> Person:
        return self.frame.config.in_words_of(person, self.item.article.lang)

    def group_link(self, kind: ListKind, name: str) -> Link:
        group = self.frame.graph.group(kind, name, self.item.article.lang)
        return Link(group.name, self.way(group_path(group, self.frame))) if group else Link(name)

    def editions(self) -> tuple[Link, ...]:
        pages = self.frame.graph.editions(self.item)
        if len(pages) < 2:  # noqa: PLR2004 - a switch has two ends
            return ()
        return tuple(
            Link(
                self.edition_name(page),
                self.way(page.path),
                is_current=page.path == self.item.path,
            )
            for page in pages
        )

    def edition_name(self, page: SiteArticle) -> str:
        words = words_for(page.article.lang)
        return words.edition_name(page.article.edition) or page.article.title

    def translations(self) -> tuple[Link, ...]:
        pages = self.frame.graph.translations(self.item)
        if len(pages) < 2:  # noqa: PLR2004 - as above
            return ()
        own = self.item.article.lang
        return tuple(
            Link(
                language_name(page.article.lang),
                self.way(page.path),
                is_current=page.article.lang == own,
                lang="" if page.article.lang == own else page.article.lang,
            )
            for page in pages
        )

    def related(self) -> tuple[RelatedItem, ...]:
        found = self.frame.graph.related(self.item)
        return tuple(
            RelatedItem(each.page.article.title, self.way(each.page.path), self.reason(each))
            for each in found
        )

    def reason(self, related: Related) -> str:
        """Return the strongest thing that two articles have in common, in a few words."""
        words, category = words_for(self.item.article.lang), self.item.article.front_matter.category
        if related.sources:
            return words.shared_sources(related.sources)
        if related.tags:
            return words.related_by_tags.format(tags=", ".join(related.tags))
        return words.related_by_category.format(
            category=self.group_link("category", category or "").text
        )

    def glossary(self) -> str:
        page = self.frame.glossary_page(self.item.article.lang)
        return self.way(page) if page in self.frame.known else ""

    def neighbour(self, page: SiteArticle | None) -> Link | None:
        return Link(page.article.title, self.way(page.path)) if page else None


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop tags that are another one in a different spelling."""
    return tuple({key_of(name): name for name in reversed(names)}.values())[::-1]
