"""The parts of which linked data are made: things with a type, and the script that holds them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from markupsafe import Markup

from galley.html.context import Link, PageContext

Node = Mapping[str, object]

# In a script, `</script>` and `<!--` would be read as HTML wherever they stand, also in a title.
_UNSAFE = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")}
)

# Hosts serve it for its folder, and so do all absolute addresses of the site name it.
_FOLDER_PAGE = re.compile(r"(?<=/)index\.html\Z")


def thing(kind: str, /, at: str = "", **values: object) -> Node:
    """Return a thing of a type of schema.org; what is empty is left out.

    Parameters
    ----------
    at
        Its name among linked data: an address, as a rule of the page and a fragment.
    """
    known = {name: value for name, value in values.items() if _says_something(value)}
    return {"@type": kind} | ({"@id": at} if at else {}) | known


def named(at: str) -> Node:
    """Return a thing that is told elsewhere, by its name alone."""
    return {"@id": at}


def linked_data(things: Iterable[Node]) -> Markup:
    """Return the element for the head of a page; empty for no things.

    It is a block of data, which a browser never runs, so the policy of pages without scripts lets
    it stand.
    """
    graph = list(things)
    if not graph:
        return Markup()
    value = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - see _UNSAFE


def with_linked_data(page: PageContext, things: Iterable[Node]) -> PageContext:
    """Return the page with what it tells search engines."""
    return replace(page, sharing=replace(page.sharing, linked_data=linked_data(things)))


def absolute_link(page: PageContext, href: str) -> str:
    """Return where a link on a page leads, as an address on the web."""
    if not href:
        return ""
    return _FOLDER_PAGE.sub("", urljoin(page.canonical, href))


def trail(page: PageContext, steps: Iterable[Link]) -> Node:
    """Return the way from the home page to a page, for the line above a search result."""
    home = Link(page.site.title, page.site.home_href)
    ways = [(step.text, absolute_link(page, step.href)) for step in (home, *steps) if step.href]
    items = [
        thing("ListItem", position=place, name=name, item=address)
        for place, (name, address) in enumerate([*ways, (page.title, page.canonical)], 1)
    ]
    return thing("BreadcrumbList", f"{page.canonical}#trail", itemListElement=items)


def web_page(kind: str, page: PageContext, **values: object) -> Node:
    """Return a page of the site."""
    return thing(
        kind,
        page_name(page),
        name=page.title,
        description=page.description,
        url=page.canonical,
        inLanguage=page.lang,
        isPartOf=website(page),
        breadcrumb=named(f"{page.canonical}#trail"),
        **values,
    )


def page_name(page: PageContext) -> str:
    """Return the name of a `web_page`."""
    return f"{page.canonical}#page"


def website(page: PageContext, **values: object) -> Node:
    """Return the site that a page belongs to."""
    home = absolute_link(page, page.site.home_href)
    return thing("WebSite", f"{home}#site", name=page.site.title, url=home, **values)


def publisher(page: PageContext) -> Node:
    """Return who publishes the site: nobody else is known than the site itself."""
    home = absolute_link(page, page.site.home_href)
    logo = page.site.logo
    return thing(
        "Organization",
        f"{home}#publisher",
        name=page.site.title,
        url=home,
        logo=absolute_link(page, logo.src) if logo else "",
    )


def _says_something(value: object) -> bool:
    return value is not None and value not in ("", [], ())
