"""The home page, lists and people's pages as linked data."""

from __future__ import annotations

from dataclasses import replace

from galley.html.context import PageContext, PersonContext
from galley.html.linked_data.nodes import (
    Node,
    named,
    publisher,
    trail,
    web_page,
    website,
)
from galley.html.linked_data.people import person


def home_data(page: PageContext) -> list[Node]:
    """Return the site, as its home page tells of it."""
    if not page.canonical:
        return []
    texts = {"description": page.site.description, "inLanguage": page.lang}
    return [website(page, **texts, publisher=publisher(page))]


def list_data(page: PageContext) -> list[Node]:
    """Return a list of articles: a category, a tag, the archive."""
    if not page.canonical:
        return []
    return [web_page("CollectionPage", page), trail(page, ())]


def person_data(page: PageContext, someone: PersonContext) -> list[Node]:
    """Return an author's page and the author."""
    if not page.canonical:
        return []
    here = replace(someone, href=page.canonical)
    return [
        web_page("ProfilePage", page, mainEntity=named(f"{page.canonical}#person")),
        person(here, page, description=someone.bio),
        trail(page, ()),
    ]
