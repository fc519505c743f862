"""Old addresses: a small page at each that leads to where the article is now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment

from galley.html.context import RedirectContext
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.model import SiteArticle
from galley.site.site_addresses import relative


def redirects(frame: Frame, templates: Environment) -> Iterator[tuple[SiteArticle, str, str]]:
    """Yield article, old address and HTML for each alias of each article.

    Aliases belong to the article's own address; its other editions carry the same front matter.
    """
    for page in frame.graph.pages:
        if page.is_first_edition:
            for alias in page.article.front_matter.aliases:
                path = alias_path(alias)
                yield page, path, _render(page, path, frame, templates)


def alias_path(alias: str) -> str:
    """Return the file that answers for an old address: ``old`` becomes ``old/index.html``."""
    path = alias.strip("/")
    return path if posixpath.splitext(path)[1] in {".html", ".htm"} else f"{path}/index.html"


def _render(page: SiteArticle, path: str, frame: Frame, templates: Environment) -> str:
    words = words_for(page.article.lang)
    context = frame.page(path, page.article.lang, words.moved_title, noindex=True)
    context = replace(context, canonical=frame.absolute(page.path))
    redirect = RedirectContext(relative(page.path, path), page.article.title)
    return templates.get_template("site/redirect.html.j2").render(page=context, redirect=redirect)
