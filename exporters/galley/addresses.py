"""Addresses: where the page of an article, a language and an edition lies inside the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote

from galley.config import SiteConfig

_INDEX = "/index.html"
_SUFFIX = ".html"


def page_path(slug: str, lang: str, edition: str, config: SiteConfig) -> str:
    """Return the path of a page inside the site, with forward slashes.

    Parameters
    ----------
    edition
        Empty for the first edition, which has the article's own address.

    Examples
    --------
    ``timing.html``, ``id/timing.html``, ``timing/clinician.html``; with the pattern
    ``blog/{slug}/index.html`` in ``site.toml``: ``blog/timing/index.html``,
    ``id/blog/timing/index.html``, ``blog/timing/clinician/index.html``.
    """
    own = config.address.replace("{slug}", slug)
    if edition:
        ending = _INDEX if own.endswith(_INDEX) else _SUFFIX
        own = f"{own.removesuffix(ending)}/{edition}{ending}"
    return own if lang == config.language else f"{lang}/{own}"


def downloads_folder(slug: str, lang: str, edition: str, config: SiteConfig) -> str:
    """Return the folder of a page's figures, data and references, without a slash at its end."""
    path = page_path(slug, lang, edition, config)
    return path.removesuffix(_INDEX if path.endswith(_INDEX) else _SUFFIX)


def page_forms(written: str, own: str) -> Iterator[str]:
    """Yield the paths that an address on page `own` may name, beside it or from the root."""
    root = posixpath.normpath(written.lstrip("/") or ".")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(own), written))
    for path in (root,) if written.startswith("/") else (beside, root):
        yield from (path, f"{path}.html", f"{path}/index.html".removeprefix("./"))


def relative_href(from_path: str, to_path: str) -> str:
    """Return the link from one page of the site to another, quoted for HTML."""
    path, mark, fragment = to_path.partition("#")
    way = posixpath.relpath(path, posixpath.dirname(from_path) or ".")
    return quote(way) + mark + fragment
