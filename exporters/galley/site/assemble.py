"""Assembling: from articles and configuration to every file of the site. Pure.

Everything is gathered before anything is rendered, so each page knows all others; and nothing is
written here, so a site is either complete or not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from jinja2 import Environment

from galley.config import SiteConfig
from galley.content_files import FindFile
from galley.disk import DiskFault
from galley.findings import ContentError, Finding, Place, Severity
from galley.glossary import Glossary
from galley.html.assets import SiteAssets, has_maths, maths_assets, site_assets
from galley.html.context import ImageContext
from galley.html.environment import BrokenTemplateError, make_environment, own_templates
from galley.html.images import image_address, process_image
from galley.look import GALLEYS_LOOK, Look
from galley.mishaps import findings_of
from galley.site.article_page import ArticlePage
from galley.site.card_keeping import in_look
from galley.site.compressing import Packer
from galley.site.files import Overlay
from galley.site.frame import Frame
from galley.site.glossary_pages import glossary_pages
from galley.site.graph import SiteGraph, build_graph
from galley.site.host_files import host_files
from galley.site.list_pages import ListPages, list_addresses
from galley.site.machine_files import feed_articles, machine_files
from galley.site.model import AssembledSite, SiteArticle, no_file
from galley.site.press import Press
from galley.site.redirects import redirects
from galley.site.search import (
    Indexing,
    SiteSearch,
    indexer_findings,
    searchable_languages,
)
from galley.site.security_text import security_findings
from galley.site.shelf import Shelf
from galley.site.site_paths import unsafe_reason
from galley.site.social_card import CardFace
from galley.static_files import StaticFile

NOT_FOUND = "404.html"
FAVICON = "favicon.ico"
"""An icon of the author's own, where ``site.toml`` names none."""
# Three times the height at which pages and browsers show them.
_TALLEST_PX = {"logo": 96, "icon": 192}


@dataclass(frozen=True)
class SiteMaker:
    """What assembling needs besides the articles.

    Attributes
    ----------
    press
        Makes the pages of articles.
    find
        Finds files of the content folder: logo and icon.
    config_file
        ``site.toml`` as the author knows it, for findings.
    look
        The site's own colours, type, templates and styles.
    static
        File that is published as it is → digest of its content. They come last, so that none
        takes the address of a page.
    packer
        Compresses files beforehand, where the site asks for that.
    former
        Path under which a page was published earlier → its present path.
    indexing
        Makes the index of the search; None for a site that is not to have one.
    """

    config: SiteConfig
    today: date
    press: Press
    find: FindFile = no_file
    config_file: str = "site.toml"
    assets: SiteAssets | None = None
    templates: Environment | None = None
    look: Look = GALLEYS_LOOK
    static: Mapping[StaticFile, str] = field(default_factory=dict)
    packer: Packer | None = None
    former: Mapping[str, str] = field(default_factory=dict)
    indexing: Indexing | None = None
    glossary: Glossary = field(default_factory=Glossary)


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
            findings.append(_address_finding(page, f"it is already taken by {owner}"))
        else:
            admitted[page.path] = page
    return list(admitted.values()), findings


def _unsafe_address(page: SiteArticle) -> Finding | None:
    reason = unsafe_reason(page.path)
    return _address_finding(page, reason) if reason else None


def _attempt(articles: Sequence[SiteArticle], maker: SiteMaker) -> AssembledSite:
    graph = build_graph(articles, maker.config, maker.today)
    templates = maker.templates or make_environment(maker.look)
    on_disk = {digest: file.path for file, digest in maker.static.items()}
    shelf = Shelf(Overlay(maker.press.blobs, on_disk=on_disk))
    frame = _frame(graph, maker, shelf)
    made, failed = _make_articles(frame, maker)
    if failed:
        return AssembledSite({}, failed=failed)
    for page in made.values():
        _put_article(page, shelf)
    frame = _with_cards(frame, maker, shelf)
    search = SiteSearch.begin(frame, made, templates, maker.press, maker.indexing)
    lists = ListPages(frame, made, templates)
    list_html = lists.render() | dict(glossary_pages(frame, templates))
    for path, html in list_html.items():
        shelf.put(path, html.encode(), "a list of articles")
    if any(map(has_maths, list_html.values())) or any(p.card.has_maths for p in made.values()):
        shelf.put_all(maths_assets(maker.look).files, "the style of formulas")
    shelf.put(NOT_FOUND, lists.not_found().encode(), "the page for unknown addresses")
    search_pages = search.put(shelf, maker.config_file)
    for page_of, path, html in redirects(frame, templates, maker.former):
        shelf.put(path, html.encode(), page_of.article.file)
    shelf.put_all(machine_files(frame, made, maker.today), "feeds and sitemap")
    shelf.put_all(host_files(maker.config), "what the host reads")
    for file, digest in maker.static.items():
        shelf.put_kept(file.address, digest, file.file)
    for path, digest in tuple(maker.packer.pack(shelf.files)) if maker.packer else ():
        shelf.put_kept(path, digest, "compressed files")
    findings = [finding for page in made.values() for finding in page.findings]
    return AssembledSite(
        files=shelf.files,
        lists=frozenset((*list_html, *search_pages)),
        findings=(
            *findings,
            *shelf.findings,
            *_site_findings(frame, maker),
            *security_findings(maker.config, maker.today, Place(maker.config_file)),
        ),
    )


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
        logo=_logo(maker, shelf),
        icon=_icon(maker, shelf),
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


def _put_article(made: ArticlePage, shelf: Shelf) -> None:
    shelf.put_kept(made.item.path, made.html, made.item.article.file)
    shelf.put_all_kept(made.files, made.item.article.file)


# ------------------------------------------------------------------ logo and icon


def _logo(maker: SiteMaker, shelf: Shelf) -> ImageContext | None:
    return _site_picture("logo", maker.config.logo, maker, shelf)


def _icon(maker: SiteMaker, shelf: Shelf) -> str:
    picture = _site_picture("icon", maker.config.icon, maker, shelf)
    own = next((file.address for file in maker.static if file.address == FAVICON), "")
    return picture.src if picture else own


def _site_picture(field: str, name: str, maker: SiteMaker, shelf: Shelf) -> ImageContext | None:
    """Put a picture that ``site.toml`` names on the shelf; `src` is its path inside the site."""
    path = maker.find(name) if name else None
    if not name:
        return None
    if path is None:
        shelf.findings.append(_missing_picture(field, name, maker))
        return None
    try:
        picture = process_image(
            path.read_bytes(), name, place=Place(maker.config_file), tallest=_TALLEST_PX[field]
        )
    except ContentError as error:
        shelf.findings.extend(error.findings)
        return None
    address = image_address(picture, name)
    shelf.put(address, picture.data, maker.config_file)
    return ImageContext(address, picture.width, picture.height)


# ------------------------------------------------------------------ findings


def _site_findings(frame: Frame, maker: SiteMaker) -> Iterator[Finding]:
    if not maker.config.base_url:
        yield _base_url_missing(maker)
    yield from indexer_findings(maker.config, maker.indexing, maker.config_file)
    languages = frame.graph.languages
    broken = [item for lang in languages for item in frame.broken_navigation(lang)]
    for item in dict.fromkeys(item.href for item in broken):
        yield Finding(
            "site-navigation-broken",
            Severity.WARNING,
            Place(maker.config_file),
            f"the menu entry '{item}' leads to no page, so it is not shown",
            "Correct its href, or publish the page it names.",
        )
    for href in dict.fromkeys(href for lang in languages for href in frame.broken_words(lang)):
        yield Finding(
            "site-navigation-broken",
            Severity.WARNING,
            Place(maker.config_file),
            f"the link to '{href}' in footer or notice leads to no page, so only its words are "
            "shown",
            "Correct its address, or publish the page it names.",
        )


def _base_url_missing(maker: SiteMaker) -> Finding:
    # A folder that was never made for Galley has nothing to be warned of.
    severity = Severity.WARNING if maker.config.title else Severity.ADVICE
    return Finding(
        "site-base-url-missing",
        severity,
        Place(maker.config_file),
        "base_url is not set, so there is no feed, no sitemap and no canonical address",
        'Add the site\'s address, for example base_url = "https://example.org/".',
    )


def _missing_picture(field: str, name: str, maker: SiteMaker) -> Finding:
    return Finding(
        f"site-{field}-missing",
        Severity.WARNING,
        Place(maker.config_file),
        f"the {field} '{name}' is not there",
        "Put the file into the content folder, or correct its name (capitals count).",
    )


def _address_finding(page: SiteArticle, reason: str) -> Finding:
    return Finding(
        "site-address-clash",
        Severity.ERROR,
        Place(page.article.file),
        f"the address '{page.path}' cannot be used: {reason}",
        "Change the slug or the file name it comes from.",
    )
