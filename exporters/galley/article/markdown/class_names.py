"""Class names: which of them an author may write, and which the page's own parts wear.

A stranger's paragraph must not look like the line that says who reviewed an article, like the
mark of a figure's evidence or like a notice of the site, and must not hide from eyes what it
tells a screen reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# fmt: off
RESERVED = frozenset({
    "accountability", "article", "article-head", "author", "authors", "block", "body", "byline",
    "can-search", "changes", "choice", "choices", "citation", "cite", "code", "code-fold",
    "colophon", "copied", "credentials", "data-table", "directory", "directory-ways",
    "end-section", "entries", "entry", "equation", "figure", "footnote-backref", "footnote-ref",
    "footnotes", "glossary", "heading-anchor", "home-page", "image-absent", "image-elsewhere",
    "is-address", "key-points", "lead", "listing", "listing-head", "long", "masthead",
    "math-box", "math-failed", "math-strike", "not-shown", "notice", "on-paper", "output-block",
    "overdue", "own-citation", "paper-only", "plain-page", "preview", "printed",
    "reference-files", "reference-unknown", "references", "related", "reviewers", "scroll",
    "search", "search-instead", "sequence", "shade-1", "shade-2", "shade-3", "shade-4",
    "shade-5", "share", "sheet", "shelf", "skip-link", "state", "state-caption", "strong",
    "switch", "tags", "target", "term", "theme", "tight", "toc", "visually-hidden",
    "withdrawn-text",
})
# fmt: on
"""Blocks of the page itself; their parts (``toc__entry``) and kinds (``toc--long``) are, too."""

_OWN_PREFIX = "galley-"
_PART = re.compile(r"__|--")


def is_own_class(name: str) -> bool:
    """Tell whether the page's own parts wear a class, so that nothing an author writes may."""
    return _PART.split(name, maxsplit=1)[0] in RESERVED or name.startswith(_OWN_PREFIX)


def free_classes(names: Iterable[str]) -> tuple[str, ...]:
    """Return the classes that an author may give."""
    return tuple(name for name in names if not is_own_class(name))
