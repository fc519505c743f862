"""What an article cannot know of itself: its pictures, addresses and the pages around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from galley.article.model import Figure
from galley.article.publication import Standing
from galley.html.context import Link, PersonContext
from galley.html.meanings import Meaning
from galley.html.prose_context import ImageHtml
from galley.html.related import RelatedItem
from galley.html.reviewing import Reviewed


def _keep_nothing(_name: str, _data: bytes) -> str:
    return ""


def _read_nothing(_address: str) -> str | None:
    return None


def _no_downloads(_figure: Figure) -> tuple[Link, ...]:
    return ()


@dataclass(frozen=True)
class Surroundings:
    """The article's place among pictures and pages.

    Attributes
    ----------
    image
        Source as written and cell id → picture; None where there is none.
    picture
        Name and bytes of a drawing made by a cell → its picture on the page; None if unusable.
    link
        Address as written → address on the page.
    downloads
        Figure → links to its data and drawings.
    licence, corrections
        Under what others may use the article, and whom to tell of a mistake in it.
    is_trusted
        Whether the page may keep what only a trusted author may write.
    read
        Address as written → text of a file beside the notebook, which a trusted author includes.
    address, site_title
        The page's absolute address, and the name of its site, as others cite them.
    keep
        Name and content of a file for readers → link to it; empty where a page has no files.
    meanings, glossary_href
        Words that a reader may ask about, and the way to the glossary; empty where there is none.
    standing
        How the article stands today; None where nobody knows the day.
    reviewed
        What signatures let the page say of its reviewers; None where they are not known.
    """

    image: Callable[[str, str], ImageHtml | None]
    picture: Callable[[str, bytes], ImageHtml | None]
    link: Callable[[str], str]
    downloads: Callable[[Figure], tuple[Link, ...]] = _no_downloads
    authors: tuple[PersonContext, ...] = ()
    reviewers: tuple[PersonContext, ...] = ()
    category: Link | None = None
    tags: tuple[Link, ...] = ()
    editions: tuple[Link, ...] = ()
    translations: tuple[Link, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    disclaimer: str = ""
    licence: str = ""
    corrections: str = ""
    is_trusted: bool = False
    read: Callable[[str], str | None] = _read_nothing
    standing: Standing | None = None
    reviewed: Reviewed | None = None
    address: str = ""
    site_title: str = ""
    keep: Callable[[str, bytes], str] = _keep_nothing
    meanings: tuple[Meaning, ...] = ()
    glossary_href: str = ""
