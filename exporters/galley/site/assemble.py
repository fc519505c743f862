"""Assembling: from articles and configuration to every file of the site. Pure.

Everything is gathered before anything is rendered, so each page knows all others; and nothing is
written here, so a site is either complete or not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from jinja2 import Environment

from galley.config import SiteConfig
from galley.disk import DiskFault
from galley.findings import Finding
from galley.html.assets import has_maths, maths_assets, site_assets
from galley.html.environment import BrokenTemplateError, make_environment, own_templates
from galley.mishaps import findings_of
from galley.site.article_page import ArticlePage
from galley.site.card_keeping import in_look
from galley.site.files import Overlay
from galley.site.frame import Frame
from galley.site.glossary_pages import glossary_pages
from galley.site.graph import SiteGraph, build_graph
from galley.site.host_files import host_files
from galley.site.list_pages import ListPages, list_addresses
from galley.site.machine_files import feed_articles, machine_files
from galley.site.model import AssembledSite, SiteArticle
from galley.site.redirects import Redirect, find_redirects, render_redirect
from galley.site.search import (
    SiteSearch,
    searchable_languages,
)
from galley.site.shelf import Shelf
from galley.site.site_findings import address_finding, site_findings
from galley.site.site_maker import SiteMaker
from galley.site.site_paths import unsafe_reason
from galley.site.site_pictures import put_icon, put_logo
from galley.site.social_card import CardFace

NOT_FOUND = "404.html"


def assemble(articles: Iterable[SiteArticle], maker: SiteMaker) -> AssembledSite:
    """Return every file of the site.

    An article whose page cannot be rendered, or cannot have its address, is left out everywhere,
    and the site is made without it: `AssembledSite.failed` says which and why.

    Raises
    ------
    BrokenTemplateError
        If a template of the site's own cannot be printed.
    """
    pages = tuple(articles)
    failed: dict[str, tuple[Finding, ...]] = {
        page.path: (finding,) for page in pages if (finding := _unsafe_address(page))
    }
    waiting, clashes = _admitted(page for page in pages if page.path not in failed)
    while True:
        with own_templates(maker.look):
            attempt = _attempt(waiting, maker)
        if not attempt.failed:
            return replace(attempt, failed=failed, findings=(*clashes, *attempt.findings))
        failed |= attempt.failed
        waiting = [page for page in waiting if page.path not in failed]


def foresee(articles: Iterable[SiteArticle], maker: SiteMaker) -> Frame:
    """Return what is around every page of the site, before any article is read."""
    pages = [page for page in articles if not unsafe_reason(page.path)]
    graph = build_graph(_admitted(pages)[0], maker.config, maker.today)
    return _frame(graph, maker, Shelf())


def _admitted(articles: Iterable[SiteArticle]) -> tuple[list[SiteArticle], list[Finding]]:
    """Return the articles whose address is theirs alone; the first of two keeps it."""
    admitted: dict[str, SiteArticle] = {}
    findings = []
    for page in articles:
        if page.path in admitted:
            owner = admitted[page.path].article.file
            findings.append(address_finding(page, f"it is already taken by {owner}"))
        else:
            admitted[page.path] = page
    return list(admitted.values()), findings


def _unsafe_address(page: SiteArticle) -> Finding | None:
    reason = unsafe_reason(page.path)
    return address_finding(page, reason) if reason else None


def _attempt(articles: Sequence[SiteArticle], maker: SiteMaker) -> AssembledSite:
    templates = maker.templates or make_environment(maker.look)
    shelf = _empty_shelf(maker)
    frame = _frame(build_graph(articles, maker.config, maker.today), maker, shelf)
    made, failed = _make_articles(frame, maker)
    if failed:
        return AssembledSite({}, failed=failed)
    _put_articles(made, shelf)
    frame = _with_cards(frame, maker, shelf)
    # What searches is made beside the lists.
    search = SiteSearch.begin(frame, made, templates, maker.press, maker.indexing)
    lists = _put_lists(frame, made, templates, maker, shelf)
    search_pages = search.put(shelf, maker.config_file)
    redirects = find_redirects(frame, maker.former, maker.config_file)
    _put_redirects(redirects, frame, templates, shelf)
    shelf.put_all(machine_files(frame, made, maker.today), "feeds and sitemap")
    shelf.put_all(host_files(maker.config, redirects), "what the host reads")
    _put_static(maker, shelf)
    _put_packed(maker, shelf)
    of_pages = [finding for page in made.values() for finding in page.findings]
    return AssembledSite(
        files=shelf.files,
        lists=frozenset((*lists, *search_pages)),
        findings=(*of_pages, *shelf.findings, *site_findings(frame, maker)),
    )


def _empty_shelf(maker: SiteMaker) -> Shelf:
    on_disk = {digest: file.path for file, digest in maker.static.items()}
    return Shelf(Overlay(maker.press.blobs, on_disk=on_disk))


def _put_articles(made: Mapping[str, ArticlePage], shelf: Shelf) -> None:
    for page in made.values():
        shelf.put_kept(page.item.path, page.html, page.item.article.file)
        shelf.put_all_kept(page.files, page.item.article.file)


def _put_lists(
    frame: Frame,
    made: Mapping[str, ArticlePage],
    templates: Environment,
    maker: SiteMaker,
    shelf: Shelf,
) -> tuple[str, ...]:
    """Put every list on the shelf, with the style of formulas where a page has one."""
    lists = ListPages(frame, made, templates)
    pages = lists.render() | dict(glossary_pages(frame, templates))
    for path, html in pages.items():
        shelf.put(path, html.encode(), "a list of articles")
    if any(map(has_maths, pages.values())) or any(page.card.has_maths for page in made.values()):
        shelf.put_all(maths_assets(maker.look).files, "the style of formulas")
    shelf.put(NOT_FOUND, lists.not_found().encode(), "the page for unknown addresses")
    return tuple(pages)


def _put_redirects(
    redirects: Iterable[Redirect], frame: Frame, templates: Environment, shelf: Shelf
) -> None:
    for redirect in redirects:
        html = render_redirect(redirect, frame, templates)
        shelf.put(redirect.path, html.encode(), redirect.file)


def _put_static(maker: SiteMaker, shelf: Shelf) -> None:
    for file, digest in maker.static.items():
        shelf.put_kept(file.address, digest, file.file)


def _put_packed(maker: SiteMaker, shelf: Shelf) -> None:
    """Put the compressed form of all that is on the shelf beside it."""
    packed = tuple(maker.packer.pack(shelf.files)) if maker.packer else ()
    for path, digest in packed:
        shelf.put_kept(path, digest, "compressed files")


def _frame(graph: SiteGraph, maker: SiteMaker, shelf: Shelf) -> Frame:
    assets = maker.assets or site_assets(maker.look)
    shelf.put_all(assets.files, "the site's style")
    frame = Frame(
        maker.config,
        graph,
        assets,
        frozenset(),
        _feeds(graph, maker.config),
        searchable=searchable_languages(graph, maker.config, maker.today, maker.indexing),
        glossary=maker.glossary,
    )
    return replace(
        frame,
        known=frozenset(_known_pages(frame)),
        fed=frozenset(p.path for lang in frame.feeds for p in feed_articles(graph.listed[lang])),
        leads={listed[0].path: frame.home(lang) for lang, listed in graph.listed.items() if listed},
        logo=put_logo(maker, shelf),
        icon=put_icon(maker, shelf),
        today=maker.today,
        look=maker.look,
        static=frozenset(file.address for file in maker.static),
    )


def _with_cards(frame: Frame, maker: SiteMaker, shelf: Shelf) -> Frame:
    """Put the cards of the site itself on the shelf: one for each language."""
    if not frame.config.base_url:
        return frame
    cards = {}
    for lang in frame.graph.languages:
        title, home = frame.site_title(lang), frame.home(lang)
        face = CardFace(
            title, site=urlsplit(frame.config.base_url).netloc, text=frame.texts(lang).description
        )
        card = maker.press.cards.card(home, in_look(face, frame.look))
        shelf.put_kept(card.path, card.digest, "the site's card")
        cards[lang] = card.as_shared(frame.absolute(card.path), title)
    return replace(frame, cards=cards)


def _feeds(graph: SiteGraph, config: SiteConfig) -> frozenset[str]:
    if not config.base_url:
        return frozenset()
    return frozenset(lang for lang in graph.languages if feed_articles(graph.listed[lang]))


def _known_pages(frame: Frame) -> Iterator[str]:
    """Yield every page that may be linked to, before any is rendered."""
    yield from (page.path for page in frame.graph.pages)
    yield from list_addresses(frame)
    yield from filter(None, map(frame.search, frame.graph.languages))
    yield from filter(None, map(frame.glossary_page, frame.graph.languages))


def _make_articles(
    frame: Frame, maker: SiteMaker
) -> tuple[dict[str, ArticlePage], dict[str, tuple[Finding, ...]]]:
    made: dict[str, ArticlePage] = {}
    failed: dict[str, tuple[Finding, ...]] = {}
    for page in frame.graph.pages:
        try:
            with own_templates(maker.look):
                made[page.path] = maker.press.page(page, frame)
        except (DiskFault, BrokenTemplateError):
            # Neither is the matter of one article.
            raise
        except Exception as error:  # noqa: BLE001 - one article never stops the others
            failed[page.path] = findings_of(error, page.article.file)
    return made, failed
