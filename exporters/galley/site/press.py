"""The press: makes the pages of articles, and makes again only those that would be different."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from galley.article.model import Article
from galley.blobs import Blobs
from galley.finding_records import finding_of, finding_record
from galley.seen import SeenFiles
from galley.site.article_page import ArticlePage, PagePlan, make_article_page, plan_page
from galley.site.card_keeping import CardKeeper
from galley.site.files import BlobStore, MemoryBlobs
from galley.site.frame import Frame
from galley.site.kept_pictures import KeptPictures
from galley.site.memo import Memo, key_of_parts
from galley.site.model import RenderPage, SiteArticle
from galley.site.page_card import card_of
from galley.site.page_links import page_meant
from galley.site.page_trace import PageTrace, trace_of
from galley.site.works import Works


@dataclass(frozen=True)
class Cache:
    """What lets a press recall pages.

    Attributes
    ----------
    program
        A digest of everything pages are made with: `galley.site.program.read_program`.
    style
        How works are cited.
    cards
        The pictures that were drawn to stand for pages elsewhere.
    """

    memo: Memo
    blobs: Blobs
    program: str
    style: str = ""
    cards: Memo | None = None


@dataclass(frozen=True)
class Press:
    """Makes pages of articles.

    Attributes
    ----------
    render
        Renders one article's page.
    works
        The bibliography's entries by digest.
    cache
        What was made before; without it every page is made.
    blobs
        Where pages and their files are kept.
    pictures
        Makes pictures, and recalls those that were made for a page before.
    """

    render: RenderPage
    works: Works = field(default_factory=Works)
    cache: Cache | None = None
    blobs: BlobStore = field(default_factory=MemoryBlobs)
    seen: SeenFiles = field(default_factory=SeenFiles)
    pictures: KeptPictures = field(default_factory=KeptPictures)

    @property
    def cards(self) -> CardKeeper:
        """Who draws the pictures that stand for pages elsewhere."""
        cache = self.cache
        return (
            CardKeeper(self.blobs, cache.cards, cache.program) if cache else CardKeeper(self.blobs)
        )

    def page(self, item: SiteArticle, frame: Frame) -> ArticlePage:
        """Return the page of an article, from memory where it would be made the same.

        Raises
        ------
        ContentError
            If the article cannot be rendered.
        """
        plan = plan_page(item, frame)
        if self.cache is None or not item.key:
            return self._make(plan, item.load(), frame, PageTrace(seen=self.seen))
        key = _key(plan, self.cache)
        known = _recall(self.cache, key, plan, frame, self)
        if known:
            self.cards.still_used(item.path)
        return known or self._make_and_keep(self.cache, key, plan, frame)

    def _make_and_keep(self, cache: Cache, key: str, plan: PagePlan, frame: Frame) -> ArticlePage:
        article, trace = plan.item.load(), PageTrace(seen=self.seen)
        page = self._make(plan, article, frame, trace)
        trace.works |= self.works.of(article.cited)
        cache.memo.keep(plan.item.path, key, _record(page, trace, cache.blobs))
        return page

    def _make(
        self, plan: PagePlan, article: Article, frame: Frame, trace: PageTrace
    ) -> ArticlePage:
        return make_article_page(
            plan,
            article,
            frame,
            self.render,
            blobs=self.blobs,
            cards=self.cards,
            trace=trace,
            kept_pictures=self.pictures,
        )


def _key(plan: PagePlan, cache: Cache) -> str:
    """Return a digest of all that decides a page, apart from what its trace tells."""
    context = [
        (each.name, getattr(plan.context, each.name))
        for each in fields(plan.context)
        # The words of a language belong to the program.
        if each.name != "words"
    ]
    item = plan.item
    identity = (item.key, item.path, item.original, item.is_first_edition)
    return key_of_parts([cache.program, cache.style, identity, context, plan.around, plan.wishes])


def _recall(
    cache: Cache, key: str, plan: PagePlan, frame: Frame, press: Press
) -> ArticlePage | None:
    record = cache.memo.recall(plan.item.path, key)
    try:
        if record is None or not _is_whole(record, cache.blobs):
            return None
        trace = trace_of(record["trace"], press.seen)
        page = _page_of(record, plan.item)
    except (KeyError, ValueError, TypeError, AttributeError):
        # The record was tampered with: as good as none.
        return None
    item = plan.item
    holds = trace.holds(item.find, press.works, lambda written: page_meant(written, item, frame))
    return page if holds else None


def _is_whole(record: Mapping[str, Any], blobs: Blobs) -> bool:
    """Tell whether all that the record names is still kept."""
    sizes = record["sizes"]
    return all(blobs.holds(digest, sizes[digest]) for digest in _digests(record))


def _digests(record: Mapping[str, Any]) -> set[str]:
    own = {record["html"], *record["files"].values()}
    return own | {record["search"]} if record["search"] else own


def _page_of(record: Mapping[str, Any], item: SiteArticle) -> ArticlePage:
    return ArticlePage(
        item=item,
        html=record["html"],
        files=dict(record["files"]),
        card=card_of(record["card"]),
        search=record["search"],
        findings=tuple(finding_of(found) for found in record["findings"]),
    )


def _record(page: ArticlePage, trace: PageTrace, blobs: Blobs) -> dict[str, Any]:
    record = {
        "trace": trace.as_record(),
        "html": page.html,
        "files": dict(page.files),
        "card": page.card.as_record(),
        "search": page.search,
        "findings": [finding_record(found) for found in page.findings],
    }
    return record | {"sizes": {digest: blobs.size(digest) for digest in sorted(_digests(record))}}
