"""Ids on the page: from labels and headings, each taken once."""

from __future__ import annotations

import re
from urllib.parse import unquote

from slugify import slugify

from galley.article.markdown.state import ProseState
from galley.article.model import Label, LabelKind
from galley.findings import Place, Severity

RESERVED = frozenset(
    {
        "accountability-title",
        "articles-title",
        "authors-title",
        "changes",
        "cite-title",
        "content",
        "contents",
        "footnotes",
        "footnotes-title",
        "key-points",
        "key-points-title",
        "main",
        "references",
        "references-title",
        "related-title",
        "reviewers-title",
        "search-query",
        "search-topic",
        "site",
        "title",
        "toc",
        "top",
        "topics-title",
        "ways-title",
    }
)
"""Ids the page's own parts use."""

_OWN_PREFIXES = ("ref-", "cite-", "fn-", "fnref-", "see:", "term:")

# A browser hands elements out as properties of the window, before those that it inherits: with
# such an id, the page's script would call an element where it means a function.
_INHERITED = frozenset({"addEventListener", "dispatchEvent", "removeEventListener"})


def html_id(name: str) -> str:
    """Return a label as an id: its own letters, digits and ``_ . : -``, others as hyphens."""
    return re.sub(r"[^\w.:-]+", "-", name.strip()).strip("-")


def heading_slug(text: str) -> str:
    """Return the id that a heading's words give."""
    return slugify(unquote(text)) or "section"


def is_own_id(name: str) -> bool:
    """Tell whether the page's own parts use an id, so that no HTML of others may have it."""
    return name in RESERVED or name.startswith(_OWN_PREFIXES)


def is_free_id(name: str) -> bool:
    """Tell whether HTML of others may have an id."""
    return not is_own_id(name) and name not in _INHERITED


def new_anchor(state: ProseState, wanted: str) -> str:
    """Return `wanted`, or `wanted` with a number where it is taken; then it is taken."""
    if wanted in _INHERITED or wanted.startswith(_OWN_PREFIXES):
        wanted = f"s-{wanted}"
    anchor, count = wanted, 1
    while anchor in state.anchors:
        count += 1
        anchor = f"{wanted}-{count}"
    state.anchors.add(anchor)
    return anchor


def add_label(
    state: ProseState,
    name: str,
    kind: LabelKind,
    place: Place,
    *,
    anchor: str = "",
    number: str = "",
    text: str = "",
) -> str:
    """Register a label and return its anchor.

    The second thing of one name is a finding; it is not registered and gets no anchor.
    """
    if name in state.labels:
        state.warn(
            "label-twice",
            place,
            f"the label '{name}' names two things; references lead to the first",
            "give one of them another label.",
            Severity.ERROR,
        )
        return ""
    anchor = anchor or new_anchor(state, html_id(name) or "anchor")
    state.labels[name] = Label(name, kind, anchor, number, text)
    return anchor
