"""Old addresses: a small page at each that leads to where the article is now.

Three sources, of which the earlier stands before the later: ``aliases:`` in front matter,
``[redirects]`` in ``site.toml``, and what earlier builds remember.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment

from galley.content_files import is_elsewhere
from galley.html.context import RedirectContext
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.site_addresses import absolute, from_root, relative


@dataclass(frozen=True)
class Redirect:
    """An old address and where it leads.

    Attributes
    ----------
    path
        The file that answers for the old address.
    target
        The path of a page of the site, or an address on the web.
    title
        What is there; empty where nobody knows.
    file
        Whose line or front matter says so, as the author knows it.
    """

    path: str
    target: str
    lang: str
    title: str = ""
    file: str = ""

    @property
    def leads_away(self) -> bool:
        """Whether it leads out of the site."""
        return is_elsewhere(self.target)

    @property
    def address(self) -> str:
        """The old address without the name of the file that answers for it."""
        return self.path.removesuffix("index.html")

    def href(self, base_url: str) -> str:
        """Return where it leads, from anywhere on the host."""
        if self.leads_away:
            return self.target
        shown = absolute(self.target, base_url) if base_url else ""
        return from_root("", base_url) + shown.removeprefix(base_url) if shown else self.target


def find_redirects(
    frame: Frame, former: Mapping[str, str], config_file: str
) -> tuple[Redirect, ...]:
    """Return every old address and where it leads.

    Aliases belong to the article's own address; its other editions carry the same front matter.

    Parameters
    ----------
    former
        Old path → present path, as earlier builds remember them.
    """
    written = (*_aliases(frame), *_listed(frame, config_file))
    known = frame.known | {redirect.path for redirect in written}
    return (*written, *(each for each in _remembered(frame, former) if each.path not in known))


def redirects_nowhere(frame: Frame) -> tuple[str, ...]:
    """Return the entries of ``[redirects]`` that lead to no page."""
    listed = frame.config.redirects.values()
    return tuple(target for target in dict.fromkeys(listed) if not _target(target, frame))


def render_redirect(redirect: Redirect, frame: Frame, templates: Environment) -> str:
    """Return the page at an old address."""
    words = words_for(redirect.lang)
    context = frame.page(redirect.path, redirect.lang, words.moved_title, noindex=True)
    target = redirect.target
    canonical = target if redirect.leads_away else frame.absolute(target)
    href = target if redirect.leads_away else relative(target, redirect.path)
    return templates.get_template("site/redirect.html.j2").render(
        page=replace(context, canonical=canonical),
        redirect=RedirectContext(href, redirect.title),
    )


def alias_path(alias: str) -> str:
    """Return the file that answers for an old address: ``old`` becomes ``old/index.html``."""
    path = alias.strip("/")
    return path if posixpath.splitext(path)[1] in {".html", ".htm"} else f"{path}/index.html"


def _aliases(frame: Frame) -> Iterator[Redirect]:
    for page in frame.graph.pages:
        if page.is_first_edition:
            article = page.article
            for alias in article.front_matter.aliases:
                yield Redirect(
                    alias_path(alias), page.path, article.lang, article.title, article.file
                )


def _listed(frame: Frame, config_file: str) -> Iterator[Redirect]:
    lang = frame.config.language
    taken = frame.known | {each.path for each in _aliases(frame)}
    for former, written in frame.config.redirects.items():
        path, target = alias_path(former), _target(written, frame)
        if target and path not in taken:
            page = frame.graph.page_at(target)
            title, spoken = (page.article.title, page.article.lang) if page else ("", lang)
            yield Redirect(path, target, spoken, title, config_file)


def _target(written: str, frame: Frame) -> str:
    return written if is_elsewhere(written) else frame.find_page(written, frame.config.language)


def _remembered(frame: Frame, former: Mapping[str, str]) -> Iterator[Redirect]:
    for path, target in sorted(former.items()):
        page = frame.graph.page_at(target)
        if page:
            article = page.article
            yield Redirect(path, target, article.lang, article.title, article.file)
