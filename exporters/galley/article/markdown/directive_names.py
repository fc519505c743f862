"""Which directives there are and what kind of thing each is."""

from __future__ import annotations

CALLOUTS = (
    "note",
    "tip",
    "hint",
    "important",
    "attention",
    "caution",
    "warning",
    "danger",
    "error",
    "seealso",
    "pearl",
    "uncertain",
    "help",
    "admonition",
)

_KINDS = {
    **dict.fromkeys(CALLOUTS, "callout"),
    **{f"callout-{name}": "callout" for name in ("note", "tip", "important", "warning", "caution")},
    **dict.fromkeys(("versionadded", "versionchanged", "deprecated"), "callout"),
    **dict.fromkeys(("dropdown", "toggle"), "dropdown"),
    **dict.fromkeys(("margin", "aside", "sidebar", "column-margin"), "aside"),
    **dict.fromkeys(("epigraph", "pull-quote", "blockquote", "quote", "highlights"), "quote"),
    **dict.fromkeys(("figure",), "figure"),
    **dict.fromkeys(("image",), "image"),
    **dict.fromkeys(("table", "list-table"), "table"),
    **dict.fromkeys(("math",), "maths"),
    **dict.fromkeys(("code", "code-block", "sourcecode", "code-cell"), "code"),
    **dict.fromkeys(("iframe", "video", "youtube"), "embed"),
    **dict.fromkeys(
        ("card", "tab-item", "tab", "grid-item-card", "exercise", "solution"), "titled"
    ),
    **dict.fromkeys(
        ("div", "grid", "grid-item", "tab-set", "tabs", "panel-tabset", "columns", "column"),
        "plain",
    ),
}

DROPPED = frozenset(
    {
        "comment",
        "contents",
        "tableofcontents",
        "toc",
        "toctree",
        "bibliography",
        "footbibliography",
        "index",
    }
)
"""The page has these parts of its own, or readers are not meant to see them."""

NAMES = tuple(sorted({*_KINDS, *DROPPED}))

CODE_LANGUAGES = frozenset({"python", "ipython", "ipython3", "r", "julia", "bash", "sh", "console"})
"""In braces behind a fence these are Quarto's code cells, shown as code."""


def kind_of(name: str) -> str:
    """Return the kind of a directive: ``callout``, ``figure`` …, or ``unknown``."""
    if name in DROPPED:
        return "dropped"
    return _KINDS.get(name, "unknown")
