"""What assembling a site takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from galley.article.article import Identity
from galley.article.model import Article
from galley.content_files import FindFile
from galley.findings import Finding
from galley.html.context import ArticleContext, PageContext
from galley.html.surroundings import Surroundings
from galley.signing.texts import UNSIGNED, SignedText


def no_file(address: str) -> None:
    """Find nothing: for articles that have no files beside them."""


@dataclass(frozen=True)
class SiteArticle:
    """One page of an article: one language, one edition.

    An article whose newest version failed is given as its last good one; the site cannot tell.

    Attributes
    ----------
    article
        Which article it is, and its front matter: all that lists and other pages need of it.
    path
        The page's address inside the site, for example ``id/plasticity-window.html``.
    original
        What all translations and editions of an article share: the slug of the first of them.
    load
        Reads the whole article, which is wanted only where its page has to be made.
    is_first_edition
        Whether the page is the one that lists, feeds and translations name.
    find
        Finds files beside the notebook, by their name as written there.
    cited
        Keys of works that its text cites, whatever the edition; for finding related articles.
    key
        A digest of everything that `load` reads; empty for a page that is made at every build.
    signed
        Who has signed which text of it.
    """

    article: Identity
    path: str
    original: str
    load: Callable[[], Article] = field(repr=False, compare=False)
    is_first_edition: bool = True
    find: FindFile = field(default=no_file, compare=False)
    cited: frozenset[str] = frozenset()
    key: str = ""
    signed: SignedText = UNSIGNED


@dataclass(frozen=True)
class RenderedPage:
    """An article's page and the values it was printed from, which lists and feeds use too."""

    html: str = field(repr=False)
    context: ArticleContext = field(repr=False)
    findings: tuple[Finding, ...] = ()


RenderPage = Callable[[Article, Surroundings, PageContext], RenderedPage]
"""Renders one article; a `ContentError` costs only that article its page."""


@dataclass(frozen=True)
class AssembledSite:
    """Every file of a site, ready for `galley.site.publish.publish`.

    Attributes
    ----------
    files
        Path → content.
    lists
        Pages that list other pages.
    failed
        Page path → what was wrong with it; these pages are missing, and nothing names them.
    """

    files: Mapping[str, bytes] = field(repr=False)
    lists: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    failed: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
