"""The pages of a site as links mean them, known before anything is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from galley.addresses import page_forms, page_path
from galley.config import SiteConfig
from galley.content_files import real_path
from galley.slugs import OWN_NAMES
from galley.sources import ArticleSource, BrokenSource


@dataclass(frozen=True)
class LinkedPages:
    """What there is to link to.

    Attributes
    ----------
    paths
        Those of pages, and old addresses that lead to them.
    notebooks, drafts
        Files of articles, read or broken; and of those that have no page, because they are drafts.
    languages
        Folders of the site that hold pages in another language.
    is_whole
        Whether all notebooks of the folder were looked at, and not one alone.
    """

    paths: frozenset[str] = frozenset()
    notebooks: frozenset[Path] = frozenset()
    drafts: frozenset[Path] = frozenset()
    languages: frozenset[str] = frozenset()
    is_whole: bool = True

    def page_at(self, written: str, own: str) -> str:
        """Return the path of the page that an address on page `own` names; empty for none."""
        forms = (form for form in page_forms(written, own) if self._is_page(form))
        return next(forms, "")

    def is_unpublished(self, notebook: Path) -> bool:
        """Tell whether a notebook has no page: a draft, or none of the site's articles."""
        return notebook in self.drafts or (self.is_whole and notebook not in self.notebooks)

    def _is_page(self, path: str) -> bool:
        first, _, rest = path.partition("/")
        if first in self.languages:
            first = rest.partition("/")[0]
        # Lists, feeds and the like are Galley's own.
        return path in self.paths or first.partition(".")[0] in OWN_NAMES


def linked_pages(
    sources: Iterable[ArticleSource],
    broken: Iterable[BrokenSource],
    config: SiteConfig,
    *,
    is_whole: bool,
) -> LinkedPages:
    """Collect what links may mean from a content folder's notebooks."""
    known, failed = tuple(sources), tuple(broken)
    published: list[ArticleSource | BrokenSource] = [
        source for source in known if not source.front_matter.draft
    ]
    return LinkedPages(
        paths=frozenset(path for each in (*published, *failed) for path in _paths(each, config)),
        notebooks=frozenset(real_path(path) for path in (*_files(known), *_files(failed))),
        drafts=frozenset(
            real_path(path) for path in _files(each for each in known if each.front_matter.draft)
        ),
        languages=frozenset(config.languages),
        is_whole=is_whole,
    )


def _files(sources: Iterable[ArticleSource | BrokenSource]) -> Iterator[Path]:
    for source in sources:
        yield source.path
        if isinstance(source, ArticleSource) and source.partner is not None:
            yield source.partner


def _paths(source: ArticleSource | BrokenSource, config: SiteConfig) -> Iterator[str]:
    if source.slug:
        front = source.front_matter if isinstance(source, ArticleSource) else None
        yield page_path(source.slug, source.lang or config.language, "", config, front)
    if isinstance(source, ArticleSource):
        front = source.front_matter
        for edition in list(front.editions)[1:]:
            yield page_path(source.slug, source.lang, edition, config, front)
        for alias in front.aliases:
            yield from page_forms(alias, "")
