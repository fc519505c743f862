"""Pages that list articles: home, categories, tags, authors; and the directories beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment
from markupsafe import Markup

from galley.html.context import (
    NO_HTML,
    HomeContext,
    ImageContext,
    Link,
    ListingContext,
    ListingItem,
    ListingKind,
    NotFoundContext,
    PageContext,
)
from galley.html.linked_data import home_data, list_data, person_data, with_linked_data
from galley.html.other_home import OtherHome
from galley.html.people import person_context
from galley.html.words import words_for
from galley.site.article_page import ArticlePage
from galley.site.directories import Directories, directory_addresses
from galley.site.frame import Frame
from galley.site.graph import Group
from galley.site.model import SiteArticle
from galley.site.page_card import PageCard
from galley.site.page_links import group_path
from galley.site.site_addresses import ARCHIVE, in_language, numbered, relative

HOME_ENTRIES = 12
"""How many articles the home page names below the lead article."""

PAGE_ENTRIES = 30
"""How many articles one page of a long list holds."""

_SUGGESTED = 3


@dataclass(frozen=True)
class ListPages:
    """Renders every list of a site.

    Attributes
    ----------
    articles
        Page path → finished page.
    """

    frame: Frame
    articles: Mapping[str, ArticlePage]
    templates: Environment

    def render(self) -> dict[str, str]:
        """Return path → HTML of all list pages."""
        pages: dict[str, str] = {}
        directories = Directories(self.frame, self.templates)
        for lang in self.frame.graph.languages:
            pages[self.frame.home(lang)] = self.home(lang)
            pages |= dict(directories.render(lang))
        for group in self.frame.graph.groups:
            pages |= dict(self._group(group))
        return pages

    def home(self, lang: str) -> str:
        """Return the home page of a language."""
        path = self.frame.home(lang)
        listed = self._listed(lang)
        all_path = in_language(ARCHIVE, lang, self.frame.config.language)
        more = Link(words_for(lang).all_articles, relative(all_path, path))
        home = HomeContext(
            lead=self.item(listed[0], path, is_lead=True) if listed else None,
            items=tuple(self.item(page, path) for page in listed[1 : HOME_ENTRIES + 1]),
            categories=self._links(self.frame.graph.of_kind("category", lang), path),
            more=more if len(listed) > HOME_ENTRIES + 1 else None,
        )
        homes = {other: self.frame.home(other) for other in self.frame.graph.languages}
        page = self.frame.page(
            path,
            lang,
            self.frame.site_title(lang),
            description=self.frame.texts(lang).description,
            alternates=self.frame.alternate_paths(homes),
        )
        page = with_linked_data(page, home_data(page))
        return self.templates.get_template("site/home.html.j2").render(page=page, home=home)

    def not_found(self) -> str:
        """Return the 404 page; it stands at no address of its own."""
        lang = self.frame.config.language
        newest = self._listed(lang)[:_SUGGESTED]
        items = tuple(
            ListingItem(page.article.title, self.frame.way_from_root(page.path)) for page in newest
        )
        others = tuple(self._home_elsewhere(other) for other in self.frame.graph.languages[1:])
        page = self.frame.page_for_any_address(lang, words_for(lang).not_found_title)
        template = self.templates.get_template("site/not_found.html.j2")
        return template.render(page=page, not_found=NotFoundContext(items, others))

    def _home_elsewhere(self, lang: str) -> OtherHome:
        words, home = words_for(lang), self.frame.way_from_root(self.frame.home(lang))
        return OtherHome(lang, words.not_found_title, words.not_found_home, home)

    def item(self, page: SiteArticle, path: str, *, is_lead: bool = False) -> ListingItem:
        """Return an article as the list on page `path` shows it."""
        card, category = self.articles[page.path].card, page.article.front_matter.category
        group = self.frame.graph.group("category", category, page.article.lang)
        return ListingItem(
            title=page.article.title,
            href=relative(page.path, path),
            description=card.description,
            category=self._link(group, path) if category and group else None,
            published=card.published,
            reading_minutes=card.reading_minutes,
            figure_html=card.lead_html if is_lead else NO_HTML,
            thumbnail=None if is_lead else _thumbnail(card, path),
        )

    def _listed(self, lang: str) -> Sequence[SiteArticle]:
        return self.frame.graph.listed[lang]

    def _group(self, group: Group) -> Iterator[tuple[str, str]]:
        path = group_path(group, self.frame)
        known = group.person
        if known is not None:
            known = self.frame.config.in_words_of(known, group.lang)
        kind: ListingKind = group.kind
        listing = ListingContext(
            kind,
            known.name if known else group.name,
            person=person_context(known) if known else None,
        )
        return self._listing_pages(path, group.lang, listing, group.articles)

    def _listing_pages(
        self, path: str, lang: str, listing: ListingContext, articles: Sequence[SiteArticle]
    ) -> Iterator[tuple[str, str]]:
        """Yield a list's pages: path and HTML, `PAGE_ENTRIES` articles on each."""
        starts = range(0, len(articles), PAGE_ENTRIES)
        template = self.templates.get_template("site/listing.html.j2")
        for number, start in enumerate(starts, 1):
            own = numbered(path, number)
            part = articles[start : start + PAGE_ENTRIES]
            newer = Link(str(number - 1), relative(numbered(path, number - 1), own))
            older = Link(str(number + 1), relative(numbered(path, number + 1), own))
            content = replace(
                listing,
                items=tuple(self._item_of(listing.kind, page, own) for page in part),
                links=tuple(self._others_of(listing.kind, lang, path, own)),
                total=len(articles) if len(starts) > 1 else 0,
                previous=newer if number > 1 else None,
                next=older if number < len(starts) else None,
            )
            title = listing.title if number == 1 else f"{listing.title} ({number})"
            about = listing.person.bio if listing.person else ""
            page = _told(self.frame.page(own, lang, title, description=about), listing)
            yield own, template.render(page=page, listing=content)

    def _item_of(self, kind: ListingKind, page: SiteArticle, path: str) -> ListingItem:
        """Return an article in a list; in that of its category nobody need be told the category."""
        item = self.item(page, path)
        return replace(item, category=None) if kind == "category" else item

    def _others_of(self, kind: ListingKind, lang: str, path: str, own: str) -> Iterator[Link]:
        """Yield the ways between categories; other lists are too many for that."""
        for group in self.frame.graph.of_kind("category", lang) if kind == "category" else ():
            is_current = group_path(group, self.frame) == path
            yield replace(self._link(group, own), is_current=is_current)

    def _links(self, groups: Sequence[Group], path: str) -> tuple[Link, ...]:
        return tuple(self._link(group, path) for group in groups)

    def _link(self, group: Group, path: str) -> Link:
        return Link(group.name, relative(group_path(group, self.frame), path))


def _told(page: PageContext, listing: ListingContext) -> PageContext:
    """Return the page of a list with what it tells search engines."""
    someone = listing.person
    return with_linked_data(page, person_data(page, someone) if someone else list_data(page))


def list_addresses(frame: Frame) -> Iterator[str]:
    """Yield the address of every page that lists articles, before any is rendered."""
    for lang in frame.graph.languages:
        yield frame.home(lang)
        yield from directory_addresses(frame.graph, lang, frame.config.language)
    for group in frame.graph.groups:
        path, count = group_path(group, frame), -(-len(group.articles) // PAGE_ENTRIES)
        yield from (numbered(path, number) for number in range(1, count + 1))


def _thumbnail(card: PageCard, path: str) -> Markup | ImageContext | None:
    """Return the small picture as the list on page `path` shows it."""
    picture = card.thumbnail
    if not isinstance(picture, ImageContext):
        return picture
    others = picture.others.led(lambda target: relative(target, path))
    return replace(picture, src=relative(picture.src, path), others=others)
