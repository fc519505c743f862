"""What belongs together on a site: neighbours, editions, translations, lists.

Pure: from articles and a day to who links to whom. Nothing that readers may not see yet is in it,
so nothing that is made from it can mention a draft.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from galley.article.front_matter import FrontMatter, Person
from galley.article.publication import is_visible, publication_state
from galley.config import SiteConfig
from galley.site.model import SiteArticle
from galley.site.related import Related, Relations
from galley.site.site_addresses import ListKind, key_of


@dataclass(frozen=True)
class Group:
    """Articles that share a category, a tag or an author, newest first.

    Attributes
    ----------
    person
        For an author.
    """

    kind: ListKind
    key: str
    name: str
    lang: str
    articles: tuple[SiteArticle, ...]
    person: Person | None = None


@dataclass(frozen=True)
class SiteGraph:
    """The visible pages of a site and how they hang together.

    Attributes
    ----------
    pages
        Every page of an article, in order of address.
    listed
        Language → articles that lists name, newest first.
    groups
        Categories, tags and authors of each language, in the order in which they are shown.
    """

    pages: tuple[SiteArticle, ...]
    listed: Mapping[str, tuple[SiteArticle, ...]]
    groups: tuple[Group, ...]
    languages: tuple[str, ...]

    # Each page asks for its own small part of the site, so large sites need these by name.

    @cached_property
    def _by_original(self) -> Mapping[str, tuple[SiteArticle, ...]]:
        found: dict[str, list[SiteArticle]] = {}
        for page in self.pages:
            found.setdefault(page.original, []).append(page)
        return {original: tuple(pages) for original, pages in found.items()}

    @cached_property
    def _place_in_list(self) -> Mapping[tuple[str, str], int]:
        return {
            (lang, page.original): place
            for lang, pages in self.listed.items()
            for place, page in reversed(tuple(enumerate(pages)))
        }

    @cached_property
    def _relations(self) -> Mapping[str, Relations]:
        return {lang: Relations(articles) for lang, articles in self.listed.items()}

    @cached_property
    def _group_by_key(self) -> Mapping[tuple[str, str, str], Group]:
        return {(group.kind, group.key, group.lang): group for group in reversed(self.groups)}

    @cached_property
    def _by_path(self) -> Mapping[str, SiteArticle]:
        return {page.path: page for page in self.pages}

    @cached_property
    def _by_slug(self) -> Mapping[str, tuple[SiteArticle, ...]]:
        found: dict[str, list[SiteArticle]] = {}
        for page in self.pages:
            if page.is_first_edition:
                found.setdefault(page.article.slug, []).append(page)
        return {slug: tuple(pages) for slug, pages in found.items()}

    def page_at(self, path: str) -> SiteArticle | None:
        """Return the page of an article at a path inside the site."""
        return self._by_path.get(path)

    def of_slug(self, slug: str, lang: str) -> SiteArticle | None:
        """Return the page of an article, in a language where it is in that."""
        pages = self._by_slug.get(slug, ())
        own = (page for page in pages if page.article.lang == lang)
        return next(own, None) or next(iter(pages), None)

    def editions(self, page: SiteArticle) -> tuple[SiteArticle, ...]:
        """Return all editions of a page in its language, itself among them, the first one first."""
        names = list(page.article.front_matter.editions)
        own = [
            other
            for other in self._by_original.get(page.original, ())
            if other.article.lang == page.article.lang
        ]
        return tuple(sorted(own, key=lambda other: _edition_rank(other, names)))

    def translations(self, page: SiteArticle) -> tuple[SiteArticle, ...]:
        """Return the page in every language, itself among them; the same edition where there is."""
        others = self._by_original.get(page.original, ())
        found = (self._translation(page, lang, others) for lang in self.languages)
        return tuple(other for other in found if other)

    def counterparts(self, page: SiteArticle) -> tuple[SiteArticle, ...]:
        """Return the translations that lead back to the page, as search engines ask of them.

        An edition that another language does not have leads to the article there, which leads
        back to the first edition.
        """
        return tuple(
            other
            for other in self.translations(page)
            if page.path in {back.path for back in self.translations(other)}
        )

    def neighbours(self, page: SiteArticle) -> tuple[SiteArticle | None, SiteArticle | None]:
        """Return the next older and the next newer article of the page's language."""
        articles = self.listed.get(page.article.lang, ())
        place = self._place_in_list.get((page.article.lang, page.original))
        if place is None:
            return None, None
        older = articles[place + 1] if place + 1 < len(articles) else None
        return older, articles[place - 1] if place else None

    def related(self, page: SiteArticle) -> tuple[Related, ...]:
        """Return the articles of a page's language that it has the most in common with."""
        lang = page.article.lang
        place = self._place_in_list.get((lang, page.original))
        return () if place is None else self._relations[lang].of(place)

    def group(self, kind: ListKind, name: str, lang: str) -> Group | None:
        """Return the group a name stands for in a language."""
        return self._group_by_key.get((kind, key_of(name), lang))

    def of_kind(self, kind: ListKind, lang: str) -> tuple[Group, ...]:
        """Return all groups of one kind in a language."""
        return tuple(group for group in self.groups if (group.kind, group.lang) == (kind, lang))

    def _translation(
        self, page: SiteArticle, lang: str, others: Sequence[SiteArticle]
    ) -> SiteArticle | None:
        if lang == page.article.lang:
            return page
        there = [other for other in others if other.article.lang == lang]
        same = (other for other in there if other.article.edition == page.article.edition)
        first = (other for other in there if other.is_first_edition)
        return next(same, None) or next(first, None)


def build_graph(articles: Iterable[SiteArticle], config: SiteConfig, today: date) -> SiteGraph:
    """Return the graph of what readers may see on a day."""
    shown = (page for page in articles if is_visible(page.article.front_matter, today))
    pages = tuple(sorted(shown, key=lambda page: page.path))
    languages = _languages(pages, config)
    listed = {lang: _listed(pages, lang, today) for lang in languages}
    groups = [group for lang in languages for group in _groups(listed[lang], lang, config)]
    return SiteGraph(pages, listed, tuple(groups), languages)


def person_key(person: Person) -> str:
    """Return what an author's page is named after: the id in ``site.toml``, else the name."""
    return key_of(person.id or person.name)


def lead_date(front_matter: FrontMatter) -> date:
    """Return the day by which articles are ordered; undated ones come last."""
    return front_matter.date or date.min


def _languages(pages: Iterable[SiteArticle], config: SiteConfig) -> tuple[str, ...]:
    """Return the languages that have pages, the default one first, the site's order kept."""
    used = {page.article.lang for page in pages} | {config.language}
    known = [lang for lang in (config.language, *config.languages) if lang in used]
    return tuple(dict.fromkeys([*known, *sorted(used)]))


def _listed(pages: Iterable[SiteArticle], lang: str, today: date) -> tuple[SiteArticle, ...]:
    chosen = [page for page in pages if page.article.lang == lang and _is_listed(page, today)]
    chosen.sort(key=lambda page: page.article.title.casefold())
    chosen.sort(key=lambda page: lead_date(page.article.front_matter), reverse=True)
    return tuple(chosen)


def _is_listed(page: SiteArticle, today: date) -> bool:
    front = page.article.front_matter
    is_published = publication_state(front, today) == "published"
    return is_published and page.is_first_edition and front.kind == "article"


def _edition_rank(page: SiteArticle, names: list[str]) -> tuple[bool, int, str]:
    name = page.article.edition
    place = names.index(name) if name in names else len(names)
    return not page.is_first_edition, place, name


def _groups(articles: Sequence[SiteArticle], lang: str, config: SiteConfig) -> list[Group]:
    categories = _named("category", articles, lang, config.in_language(lang).categories)
    tags = _named("tag", articles, lang, ())
    return [*categories, *tags, *_authors(articles, lang, config)]


def _named(
    kind: ListKind, articles: Sequence[SiteArticle], lang: str, preferred: Sequence[str]
) -> list[Group]:
    """Group by category or tag; spellings that differ in case or spaces only are one."""
    spellings: dict[str, Counter[str]] = {}
    members: dict[str, list[SiteArticle]] = {}
    for article in articles:
        names = {key_of(name): name for name in reversed(_names(kind, article))}
        for key, name in names.items():
            spellings.setdefault(key, Counter())[name.strip()] += 1
            members.setdefault(key, []).append(article)
    chosen = {key: _spelling(counts, key, preferred) for key, counts in spellings.items()}
    order = {key_of(name): place for place, name in enumerate(preferred)}
    keys = sorted(chosen, key=lambda key: (order.get(key, len(order)), chosen[key].casefold(), key))
    return [Group(kind, key, chosen[key], lang, tuple(members[key])) for key in keys]


def _names(kind: ListKind, page: SiteArticle) -> list[str]:
    front = page.article.front_matter
    return list(front.tags) if kind == "tag" else [front.category] if front.category else []


def _spelling(counts: Counter[str], key: str, preferred: Sequence[str]) -> str:
    """Choose how a name is written: as in ``site.toml``, else as most articles write it."""
    for name in preferred:
        if key_of(name) == key:
            return name
    return min(counts, key=lambda name: (-counts[name], name))


def _authors(articles: Sequence[SiteArticle], lang: str, config: SiteConfig) -> list[Group]:
    people: dict[str, Person] = {}
    members: dict[str, list[SiteArticle]] = {}
    for article in articles:
        unique = {person_key(person): person for person in article.article.front_matter.authors}
        for key, person in unique.items():
            people.setdefault(key, person)
            members.setdefault(key, []).append(article)
    known = {key_of(name): person for name, person in config.authors.items()}
    people |= {key: known[key] for key in people if key in known}
    keys = sorted(people, key=lambda key: (people[key].name.casefold(), key))
    return [
        Group("author", key, people[key].name, lang, tuple(members[key]), people[key])
        for key in keys
    ]
