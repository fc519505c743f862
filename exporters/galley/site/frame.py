"""What every page of a site has around its own content: names, menus, addresses, style sheet."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from galley.config import NavItem, SiteConfig, SiteTexts
from galley.glossary import Glossary
from galley.html.assets import SiteAssets
from galley.html.context import (
    Alternate,
    ImageContext,
    Link,
    PageContext,
    SiteContext,
    ThemeColors,
)
from galley.html.meanings import Meaning, meanings_of
from galley.html.sharing import SharedImage, Sharing
from galley.html.site_words import links_in, render_words
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look
from galley.site.graph import SiteGraph
from galley.site.languages import language_name
from galley.site.model import SiteArticle
from galley.site.site_addresses import (
    ARCHIVE,
    FEED,
    GLOSSARY,
    HOME,
    INDEX_A_Z,
    JSON_FEED,
    SEARCH,
    TOPICS,
    absolute,
    from_root,
    in_language,
    relative,
    root_of,
)
from galley.static_files import FOLDER as STATIC

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

Way = Callable[[str], str]
"""A path inside the site → the link to it from some page."""


@dataclass(frozen=True)
class Frame:
    """The site around its pages.

    Attributes
    ----------
    known
        Every page that may be linked to.
    feeds
        Languages that have a feed.
    fed
        Pages whose articles a feed carries.
    leads
        Page of an article → the home page that shows it first.
    today
        The day the site is made for.
    cards
        Language → the picture that stands for pages without one of their own.
    logo
        Its `src` is a path inside the site.
    glossary
        The site's words, in all languages.
    static
        Addresses of files that are published as they are.
    searchable
        Languages that have a page of the search.
    """

    config: SiteConfig
    graph: SiteGraph
    assets: SiteAssets
    known: frozenset[str]
    feeds: frozenset[str] = frozenset()
    fed: frozenset[str] = frozenset()
    leads: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, SharedImage] = field(default_factory=dict, repr=False)
    logo: ImageContext | None = field(default=None, repr=False)
    icon: str = ""
    today: date | None = None
    look: Look = GALLEYS_LOOK
    static: frozenset[str] = frozenset()
    searchable: frozenset[str] = frozenset()
    glossary: Glossary = field(default_factory=Glossary, repr=False)
    _meanings: dict[str, tuple[Meaning, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def texts(self, lang: str) -> SiteTexts:
        """Return the site's own words in a language."""
        return self.config.in_language(lang)

    def site_title(self, lang: str) -> str:
        """Return the site's name; a site without one is named after what it is."""
        return self.texts(lang).title or words_for(lang).all_articles

    def home(self, lang: str) -> str:
        """Return the address of a language's home page."""
        return in_language(HOME, lang, self.config.language)

    def feed(self, lang: str) -> str:
        """Return the address of a language's feed, or nothing where it has none."""
        return in_language(FEED, lang, self.config.language) if lang in self.feeds else ""

    def json_feed(self, lang: str) -> str:
        """Return the address of a language's feed as JSON, or nothing where it has none."""
        return in_language(JSON_FEED, lang, self.config.language) if lang in self.feeds else ""

    def search(self, lang: str) -> str:
        """Return the address of a language's search, or nothing where it has none."""
        return in_language(SEARCH, lang, self.config.language) if lang in self.searchable else ""

    def absolute(self, path: str) -> str:
        """Return a page's address on the web; empty without a base URL."""
        return absolute(path, self.config.base_url)

    def meanings(self, lang: str) -> tuple[Meaning, ...]:
        """Return the words of a language that a reader may ask about."""
        if lang not in self._meanings:
            self._meanings[lang] = meanings_of(self.glossary, lang)
        return self._meanings[lang]

    def glossary_page(self, lang: str) -> str:
        """Return the address of a language's glossary; empty where it has no words."""
        path = in_language(GLOSSARY, lang, self.config.language)
        is_taken = any(page.path == path for page in self.graph.pages)
        return path if self.meanings(lang) and not is_taken else ""

    def page(
        self,
        path: str,
        lang: str,
        title: str,
        *,
        description: str = "",
        alternates: tuple[Alternate, ...] = (),
        noindex: bool | None = None,
        sharing: Sharing | None = None,
    ) -> PageContext:
        """Return the context of a page; without `sharing` the site's own card stands for it."""
        way = partial(relative, start=path)
        return PageContext(
            lang=lang,
            words=words_for(lang),
            site=self._site(lang, way, path),
            title=title,
            description=description,
            root=root_of(path),
            canonical=self.absolute(path),
            sharing=Sharing(self.cards.get(lang)) if sharing is None else sharing,
            alternates=alternates,
            noindex=self.config.noindex if noindex is None else noindex,
            stylesheets=(way(self.assets.stylesheet),),
            theme_colors=ThemeColors.of(self.look),
            look=self.look,
        )

    def page_for_any_address(self, lang: str, title: str) -> PageContext:
        """Return the context of the 404 page, which hosts show at any depth."""
        way = self.way_from_root
        return PageContext(
            lang=lang,
            words=words_for(lang),
            site=self._site(lang, way, ""),
            title=title,
            root=way(""),
            noindex=True,
            stylesheets=(way(self.assets.stylesheet),),
            theme_colors=ThemeColors.of(self.look),
            look=self.look,
        )

    def way_from_root(self, path: str) -> str:
        """Return a link that works from any address of the host."""
        return from_root(path, self.config.base_url)

    def alternates(self, pages: tuple[SiteArticle, ...]) -> tuple[Alternate, ...]:
        """Return a page's languages for search engines; the first is for everybody else."""
        return self.alternate_paths({page.article.lang: page.path for page in pages})

    def alternate_paths(self, paths: dict[str, str]) -> tuple[Alternate, ...]:
        """Return alternates from language → path; empty for one language or no base URL."""
        if len(paths) < 2 or not self.config.base_url:  # noqa: PLR2004 - two languages
            return ()
        first = paths.get(self.config.language) or next(iter(paths.values()))
        named = [Alternate(lang, self.absolute(path)) for lang, path in paths.items()]
        return (*named, Alternate("x-default", self.absolute(first)))

    def find_page(self, href: str, lang: str) -> str:
        """Return the page that an address in ``site.toml`` means; empty where there is none.

        It may name a notebook, an article's slug or a page, and leads to the language's own page
        where there is one.
        """
        path = posixpath.normpath(href.removeprefix("/") or HOME).removeprefix("./")
        path = HOME if path == "." else path
        base = re.sub(r"(\.ipynb|\.md|\.qmd|\.html)\Z", "", path)
        candidates = [path, f"{base}.html", f"{base}/{HOME}"]
        translated = [in_language(path, lang, self.config.language) for path in candidates]
        there = next((path for path in [*translated, *candidates] if path in self.known), "")
        page = None if there else self.graph.of_slug(base.strip("/"), lang)
        return page.path if page else there

    def broken_navigation(self, lang: str) -> tuple[NavItem, ...]:
        """Return the entries of the menu that lead to no page."""
        items = self.texts(lang).navigation
        return tuple(item for item in items if not self._nav_target(item, lang))

    def broken_words(self, lang: str) -> tuple[str, ...]:
        """Return the addresses in footer and notice that lead nowhere."""
        texts = self.texts(lang)
        links = (*links_in(texts.footer), *links_in(texts.notice))
        return tuple(href for href in links if not self._words_href(lang, str, href))

    def _words_href(self, lang: str, way: Way, href: str) -> str:
        """Return a link of the site's own words; empty where it leads nowhere."""
        if _ELSEWHERE.match(href):
            return href
        path, mark, part = href.partition("#")
        target = self._target(path, lang)
        return f"{way(target)}{mark}{part}" if target else ""

    def _target(self, href: str, lang: str) -> str:
        """Return the page or the author's own file that an address means; empty for none."""
        page = self.find_page(href, lang)
        file = href.removeprefix("/").removeprefix(f"{STATIC}/")
        return page or (file if file in self.static else "")

    def _site(self, lang: str, way: Way, path: str) -> SiteContext:
        texts, feed, json_feed = self.texts(lang), self.feed(lang), self.json_feed(lang)
        return SiteContext(
            title=self.site_title(lang),
            description=texts.description,
            home_href=way(self.home(lang)),
            navigation=self._navigation(lang, way, path),
            languages=self._languages(lang, way, path),
            notice=render_words(texts.notice, partial(self._words_href, lang, way)),
            footer=render_words(texts.footer, partial(self._words_href, lang, way)),
            licence=texts.licence,
            ways=self._ways(lang, way, path),
            feed_href=way(feed) if feed else "",
            json_feed_href=way(json_feed) if json_feed else "",
            icon_href=way(self.icon) if self.icon else "",
            logo=self._logo(way),
            search=self._search(lang, way, path),
        )

    def _search(self, lang: str, way: Way, path: str) -> Link | None:
        page = self.search(lang)
        return Link(words_for(lang).search, way(page), is_current=page == path) if page else None

    def _logo(self, way: Way) -> ImageContext | None:
        if self.logo is None:
            return None
        return ImageContext(way(self.logo.src), self.logo.width, self.logo.height)

    def _navigation(self, lang: str, way: Way, path: str) -> tuple[Link, ...]:
        found = ((item, self._nav_target(item, lang)) for item in self._menu(lang))
        return tuple(
            Link(
                item.title,
                target if _ELSEWHERE.match(target) else way(target),
                is_current=target == path,
            )
            for item, target in found
            if target
        )

    def _menu(self, lang: str) -> tuple[NavItem, ...]:
        """Return the author's menu; where there is none, it leads to all articles."""
        words = words_for(lang)
        usual = NavItem(title=words.all_articles, href=ARCHIVE)
        return self.texts(lang).navigation or (usual,)

    def _ways(self, lang: str, way: Way, path: str) -> tuple[Link, ...]:
        """Return the ways to everything at the foot of a page, as far as there are such pages."""
        words = words_for(lang)
        named = (
            (words.all_articles, ARCHIVE),
            (words.all_topics, TOPICS),
            (words.index_a_z, INDEX_A_Z),
            (words.glossary, GLOSSARY),
        )
        found = ((text, in_language(own, lang, self.config.language)) for text, own in named)
        return tuple(
            Link(text, way(target), is_current=target == path)
            for text, target in found
            if target in self.known
        )

    def _nav_target(self, item: NavItem, lang: str) -> str:
        return item.href if _ELSEWHERE.match(item.href) else self._target(item.href, lang)

    def _languages(self, lang: str, way: Way, path: str) -> tuple[Link, ...]:
        languages = self.graph.languages
        if len(languages) < 2:  # noqa: PLR2004 - a switch has two ends
            return ()
        found = ((other, self._in_other_language(path, lang, other)) for other in languages)
        return tuple(
            Link(
                language_name(other),
                way(target),
                is_current=target == path,
                lang="" if other == lang else other,
            )
            for other, target in found
        )

    def _in_other_language(self, path: str, lang: str, other: str) -> str:
        """Return the same page in another language, or its home page where there is none."""
        page = self.graph.page_at(path)
        if page is not None:
            same = (each for each in self.graph.translations(page) if each.article.lang == other)
            return next((each.path for each in same), self.home(other))
        own = path if lang == self.config.language else path.removeprefix(f"{lang}/")
        target = in_language(own, other, self.config.language)
        return target if target in self.known else self.home(other)
