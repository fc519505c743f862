"""Addresses: where the page of an article, a language and an edition lies inside the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from galley.address_patterns import fill_pattern, names_language
from galley.article.front_matter import FrontMatter
from galley.config import SiteConfig
from galley.slugs import slug_from_path

_INDEX = "/index.html"
_SUFFIX = ".html"


def page_path(
    slug: str, lang: str, edition: str, config: SiteConfig, front: FrontMatter | None = None
) -> str:
    """Return the path of a page inside the site, with forward slashes.

    Parameters
    ----------
    edition
        Empty for the first edition, which has the article's own address.
    front
        Has the date and the category, where the site's addresses name them.

    Examples
    --------
    ``timing.html``, ``id/timing.html``, ``timing/clinician.html``; with the pattern
    ``blog/{slug}/`` in ``site.toml``: ``blog/timing/index.html``,
    ``id/blog/timing/index.html``, ``blog/timing/clinician/index.html``.
    """
    pattern = pattern_of(lang, config)
    own = fill_pattern(pattern, slug, lang, front)
    if edition:
        ending = _INDEX if own.endswith(_INDEX) else _SUFFIX
        own = f"{own.removesuffix(ending)}/{edition}{ending}"
    is_whole = lang == config.language or lang in config.addresses or names_language(pattern)
    return own if is_whole else f"{lang}/{own}"


def pattern_of(lang: str, config: SiteConfig) -> str:
    """Return the pattern of addresses in a language."""
    return config.addresses.get(lang, config.address)


def downloads_folder(
    slug: str, lang: str, edition: str, config: SiteConfig, front: FrontMatter | None = None
) -> str:
    """Return the folder of a page's figures, data and references, without a slash at its end."""
    path = page_path(slug, lang, edition, config, front)
    return path.removesuffix(_INDEX if path.endswith(_INDEX) else _SUFFIX)


def page_forms(written: str, own: str) -> Iterator[str]:
    """Yield the paths that an address on page `own` may name, beside it or from the root."""
    root = posixpath.normpath(written.lstrip("/") or ".")
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(own), written))
    for path in (root,) if written.startswith("/") else (beside, root):
        yield from (path, f"{path}.html", f"{path}/index.html".removeprefix("./"))
    # As the file is called, with its spaces and capitals.
    for path in (root,) if written.startswith("/") else (beside, root):
        if not path.startswith(".."):
            yield f"{slug_from_path(_without_ending(path))}.html"


def _without_ending(path: str) -> PurePosixPath:
    known = re.sub(r"\.(?:html?|ipynb|md|qmd)$", "", path, flags=re.IGNORECASE)
    # What is left is a name in which a dot begins no suffix.
    return PurePosixPath(known.replace(".", "-"))


def relative_href(from_path: str, to_path: str) -> str:
    """Return the link from one page of the site to another, quoted for HTML."""
    path, mark, fragment = to_path.partition("#")
    way = posixpath.relpath(path, posixpath.dirname(from_path) or ".")
    return quote(way) + mark + fragment
