"""Feeds, sitemap, robots.txt and security.txt of a whole site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from galley.article.publication import publication_state
from galley.site.article_page import ArticlePage
from galley.site.directories import directory_addresses
from galley.site.feed import MOST_ENTRIES, Feed, FeedEntry, render_feed
from galley.site.frame import Frame
from galley.site.json_feed import render_json_feed
from galley.site.model import SiteArticle
from galley.site.page_links import group_path
from galley.site.security_text import SECURITY, render_security_text
from galley.site.sitemap import SitemapEntry, render_robots, render_sitemap

SITEMAP = "sitemap.xml"


def machine_files(
    frame: Frame, articles: Mapping[str, ArticlePage], today: date
) -> dict[str, bytes]:
    """Return path → content; without a base URL only robots.txt, since all else is absolute."""
    entries = sitemap_entries(frame, articles, today) if frame.config.base_url else []
    files = {}
    for lang in sorted(frame.feeds):
        feed = make_feed(frame, articles, lang)
        files[frame.feed(lang)] = render_feed(feed)
        json_feed = frame.json_feed(lang)
        files[json_feed] = render_json_feed(feed, frame.absolute(json_feed))
    if entries:
        files[SITEMAP] = render_sitemap(entries)
    files["robots.txt"] = render_robots(frame.absolute(SITEMAP) if entries else "")
    if security := render_security_text(frame.config, today):
        files[SECURITY] = security
    return files


def feed_articles(listed: Sequence[SiteArticle]) -> list[SiteArticle]:
    """Return the articles of a feed: the newest of those that have a date."""
    return [page for page in listed if page.article.front_matter.date][:MOST_ENTRIES]


def last_change(page: SiteArticle) -> date | None:
    """Return the day an article last changed; None where it has no date."""
    front = page.article.front_matter
    return max((day for day in (front.date, front.updated) if day), default=None)


def make_feed(frame: Frame, articles: Mapping[str, ArticlePage], lang: str) -> Feed:
    """Return the feed of a language."""
    texts = frame.texts(lang)
    pages = feed_articles(frame.graph.listed[lang])
    return Feed(
        title=frame.site_title(lang),
        subtitle=texts.description,
        home_url=frame.absolute(frame.home(lang)),
        feed_url=frame.absolute(frame.feed(lang)),
        lang=lang,
        rights=texts.licence,
        timezone=frame.config.timezone,
        entries=[_entry(frame, articles[page.path]) for page in pages],
    )


def sitemap_entries(
    frame: Frame, articles: Mapping[str, ArticlePage], today: date
) -> list[SitemapEntry]:
    """Return what search engines should know: articles, homes and other lists but tags.

    Pages that carry ``noindex`` and withdrawn articles are not among it.
    """
    pages = [page for page in frame.graph.pages if _is_indexed(frame, page, today)]
    entries = [
        SitemapEntry(
            frame.absolute(page.path),
            last_change(page),
            frame.alternates(
                tuple(t for t in frame.graph.counterparts(page) if _is_indexed(frame, t, today))
            ),
            tuple(map(frame.absolute, articles[page.path].card.pictures)),
        )
        for page in pages
    ]
    return entries if frame.config.noindex else [*entries, *_list_entries(frame)]


def _list_entries(frame: Frame) -> list[SitemapEntry]:
    homes = {lang: frame.home(lang) for lang in frame.graph.languages}
    alternates = frame.alternate_paths(homes)
    entries = [
        SitemapEntry(frame.absolute(path), _newest(frame.graph.listed[lang]), alternates)
        for lang, path in homes.items()
    ]
    groups = (group for group in frame.graph.groups if group.kind != "tag")
    lists = [
        SitemapEntry(frame.absolute(group_path(group, frame)), _newest(group.articles))
        for group in groups
    ]
    return [*entries, *lists, *_directory_entries(frame)]


def _directory_entries(frame: Frame) -> Iterator[SitemapEntry]:
    for lang in frame.graph.languages:
        newest = _newest(frame.graph.listed[lang])
        for path in directory_addresses(frame.graph, lang, frame.config.language):
            yield SitemapEntry(frame.absolute(path), newest)
        if glossary := frame.glossary_page(lang):
            yield SitemapEntry(frame.absolute(glossary), None)


def _newest(pages: Sequence[SiteArticle]) -> date | None:
    return max((day for page in pages if (day := last_change(page))), default=None)


def _is_indexed(frame: Frame, page: SiteArticle, today: date) -> bool:
    front = page.article.front_matter
    is_hidden = frame.config.noindex if front.noindex is None else front.noindex
    return not is_hidden and publication_state(front, today) == "published"


def _entry(frame: Frame, made: ArticlePage) -> FeedEntry:
    page, front = made.item, made.item.article.front_matter
    url = frame.absolute(page.path)
    published = front.date or date.min
    return FeedEntry(
        title=page.article.title,
        url=url,
        published=published,
        updated=last_change(page) or published,
        summary=front.description,
        content=made.card.feed_html,
        authors=tuple(person.name for person in front.authors),
        categories=tuple(dict.fromkeys(name for name in (front.category, *front.tags) if name)),
        image=frame.absolute(shown) if (shown := made.card.shared_picture) else "",
    )
