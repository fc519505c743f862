"""Old addresses: a small page at each that leads to where the article is now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2 import Environment

from galley.html.context import RedirectContext
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.model import SiteArticle
from galley.site.site_addresses import relative


def redirects(
    frame: Frame, templates: Environment, former: Mapping[str, str]
) -> Iterator[tuple[SiteArticle, str, str]]:
    """Yield article, old address and HTML for each former address of each article.

    Aliases belong to the article's own address; its other editions carry the same front matter.

    Parameters
    ----------
    former
        Old path → present path, as earlier builds remember them; what somebody has written
        stands before it.
    """
    written = set(frame.known)
    for page in frame.graph.pages:
        if page.is_first_edition:
            for alias in page.article.front_matter.aliases:
                path = alias_path(alias)
                written.add(path)
                yield page, path, _render(page, path, frame, templates)
    pages = {page.path: page for page in frame.graph.pages}
    for path, target in sorted(former.items()):
        if path not in written and target in pages:
            yield pages[target], path, _render(pages[target], path, frame, templates)


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
