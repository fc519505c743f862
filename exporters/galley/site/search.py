"""The search of a site: which pages are found, the index, and the page of the search itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jinja2 import Environment

from galley.article.publication import publication_state
from galley.config import SiteConfig
from galley.findings import Finding, Place, Severity
from galley.html.context import Link
from galley.html.search_page import SearchContext, search_assets
from galley.html.words import words_for
from galley.site.article_page import ArticlePage
from galley.site.files import SiteFiles
from galley.site.frame import Frame
from galley.site.graph import SiteGraph
from galley.site.languages import language_name
from galley.site.memo import Memo, key_of_parts
from galley.site.press import Cache, Press
from galley.site.search_index import IndexingError, RunningIndexer
from galley.site.shelf import Shelf
from galley.site.site_addresses import INDEX_A_Z, SEARCH_INDEX, in_language, relative

_OWNER = "the search"
_RECORD = "search"
_FEWEST_PAGES = 2
_FEWEST_TO_NARROW = 20


@dataclass(frozen=True)
class Indexing:
    """What makes the index of a build's site.

    Attributes
    ----------
    program
        Pagefind; None where it is not installed.
    memo
        What was indexed last; None where nothing is remembered.
    """

    program: Path | None
    memo: Memo | None = None

    def forget(self) -> None:
        """Let go of the index that was made before."""
        if self.memo is not None:
            self.memo.forget_all()


def searchable_languages(
    graph: SiteGraph, config: SiteConfig, today: date, indexing: Indexing | None
) -> frozenset[str]:
    """Return the languages that have a search: those with two pages or more to find."""
    if indexing is None or indexing.program is None or not config.search:
        return frozenset()
    pages = (page for page in graph.pages if page.is_first_edition)
    found = Counter(
        page.article.lang
        for page in pages
        if publication_state(page.article.front_matter, today) == "published"
    )
    return frozenset(lang for lang, count in found.items() if count >= _FEWEST_PAGES)


@dataclass
class SiteSearch:
    """The search of one site while it is assembled; the index is made meanwhile."""

    frame: Frame
    templates: Environment
    _index: _Index | None = None

    @classmethod
    def begin(
        cls,
        frame: Frame,
        articles: Mapping[str, ArticlePage],
        templates: Environment,
        press: Press,
        indexing: Indexing | None,
    ) -> SiteSearch:
        """Begin to make the index, where the site has a search."""
        if not frame.searchable or indexing is None or indexing.program is None:
            return cls(frame, templates)
        pages = {
            path: made.search
            for path, made in sorted(articles.items())
            if made.search and made.item.article.lang in frame.searchable
        }
        return cls(frame, templates, _Index(pages, indexing, press))

    def put(self, shelf: Shelf, config_file: str) -> tuple[str, ...]:
        """Put pages and index on the shelf; return the addresses of the pages."""
        if self._index is None:
            return ()
        try:
            files = self._index.finish()
        except IndexingError as error:
            shelf.findings.append(_failed(str(error), config_file))
            files = {}
        shelf.put_all(search_assets().files, _OWNER)
        shelf.put_all_kept(files, _OWNER)
        pages = dict(self._pages())
        shelf.put_all({path: html.encode() for path, html in pages.items()}, _OWNER)
        return tuple(pages)

    def _pages(self) -> Iterator[tuple[str, str]]:
        template = self.templates.get_template("site/search.html.j2")
        for lang in sorted(self.frame.searchable):
            path = self.frame.search(lang)
            page = self.frame.page(path, lang, words_for(lang).search, noindex=True)
            sheets = (*page.stylesheets, relative(search_assets().stylesheet, path))
            page = replace(page, searches=True, stylesheets=sheets)
            yield path, template.render(page=page, search=self._context(lang, path))

    def _context(self, lang: str, path: str) -> SearchContext:
        return SearchContext(
            script=relative(search_assets().script, path),
            index=f"{relative(SEARCH_INDEX, path)}/",
            topics=self._topics(lang),
            elsewhere=tuple(self._elsewhere(lang, path)),
            instead=self._instead(lang, path),
        )

    def _topics(self, lang: str) -> tuple[str, ...]:
        graph = self.frame.graph
        topics = tuple(group.name for group in graph.of_kind("category", lang))
        is_long = len(graph.listed.get(lang, ())) >= _FEWEST_TO_NARROW
        return topics if is_long and len(topics) > 1 else ()

    def _elsewhere(self, lang: str, path: str) -> Iterator[Link]:
        for other in self.frame.graph.languages:
            page = self.frame.search(other)
            if page and other != lang:
                words = words_for(other)
                text = words.search_elsewhere.format(language=language_name(other))
                yield Link(text, relative(page, path), lang=other)

    def _instead(self, lang: str, path: str) -> Link:
        """Lead to the index from A to Z, or home where a site is too small to have one."""
        words, default = words_for(lang), self.frame.config.language
        index = in_language(INDEX_A_Z, lang, default)
        if index in self.frame.known:
            return Link(words.index_a_z, relative(index, path))
        return Link(words.all_articles, relative(self.frame.home(lang), path))


@dataclass
class _Index:
    """The index of pages: recalled where the same pages were indexed before, else made.

    Attributes
    ----------
    pages
        Path → digest of what the search knows of the page.
    """

    pages: Mapping[str, str]
    indexing: Indexing
    press: Press
    _running: RunningIndexer | None = field(default=None, init=False)
    _fault: IndexingError | None = field(default=None, init=False)
    _known: Mapping[str, str] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._known = self._recall()
        if self._known is None and self.indexing.program is not None:
            documents, memo = SiteFiles(self.pages, self.press.blobs), self.indexing.memo
            folder = memo.folder / "work" if memo else None
            try:
                self._running = RunningIndexer(self.indexing.program, documents, folder)
            except IndexingError as error:
                self._fault = error

    def finish(self) -> Mapping[str, str]:
        """Return the files of the index: path inside the site → digest.

        Raises
        ------
        IndexingError
            If it could not be made.
        """
        if self._known is not None:
            return self._known
        if self._running is None:
            raise self._fault or IndexingError("it was not begun")
        files = self._running.finish()
        blobs = self.press.blobs
        digests = {f"{SEARCH_INDEX}/{path}": blobs.put(data) for path, data in files.items()}
        self._keep(digests)
        return digests

    def _keep(self, digests: Mapping[str, str]) -> None:
        memo, cache = self.indexing.memo, self.press.cache
        if memo is not None and cache is not None:
            sizes = {digest: cache.blobs.size(digest) for digest in sorted(set(digests.values()))}
            memo.keep(_RECORD, self._key(cache), {"files": digests, "sizes": sizes})

    def _recall(self) -> Mapping[str, str] | None:
        memo, cache = self.indexing.memo, self.press.cache
        if memo is None or cache is None:
            return None
        record = memo.recall(_RECORD, self._key(cache))
        try:
            if record is None:
                return None
            files, sizes = dict(record["files"]), record["sizes"]
            is_whole = all(cache.blobs.holds(digest, sizes[digest]) for digest in files.values())
        except (KeyError, ValueError, TypeError):
            # The record was tampered with: as good as none.
            return None
        return files if is_whole else None

    def _key(self, cache: Cache) -> str:
        return key_of_parts([cache.program, sorted(self.pages.items())])


# ------------------------------------------------------------------ findings


def indexer_findings(
    config: SiteConfig, indexing: Indexing | None, config_file: str
) -> Iterator[Finding]:
    """Say that the site has no search, where it should have one and cannot."""
    if indexing is not None and indexing.program is None and config.search:
        yield Finding(
            "site-search-missing",
            Severity.WARNING if config.title else Severity.ADVICE,
            Place(config_file),
            "the site has no search, because the program that makes its index is not installed",
            "Install it with: pip install pagefind-bin; or write search = false.",
        )


def _failed(reason: str, config_file: str) -> Finding:
    return Finding(
        "site-search-failed",
        Severity.WARNING,
        Place(config_file),
        f"the index of the search could not be made: {reason}",
        "Build again; if it stays so, write search = false and report it to Galley.",
    )
