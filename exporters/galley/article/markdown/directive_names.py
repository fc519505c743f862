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

_CODE_TEXT = """
    code code-block sourcecode code-cell doctest parsed-literal productionlist prompt eval-rst
    testcode testoutput
"""
_TITLED_TEXT = """
    card tab-item tab tabbed grid-item-card exercise solution topic rubric centered proof theorem
    lemma definition corollary example remark algorithm
"""
_PLAIN_TEXT = """
    div grid grid-item tab-set tabs panel-tabset columns column container hlist panels only row
    button-link button-ref
"""
WITHOUT_TITLE = frozenset([*_PLAIN_TEXT.split(), "solution"])
"""What stands on their first line speaks to the tool: a class, a number of columns, a label."""

_KINDS = {
    **dict.fromkeys(CALLOUTS, "callout"),
    **{f"callout-{name}": "callout" for name in ("note", "tip", "important", "warning", "caution")},
    **dict.fromkeys(("versionadded", "versionchanged", "deprecated"), "callout"),
    **dict.fromkeys(("dropdown", "toggle"), "dropdown"),
    **dict.fromkeys(("margin", "aside", "sidebar", "column-margin"), "aside"),
    **dict.fromkeys(("epigraph", "pull-quote", "blockquote", "quote", "highlights"), "quote"),
    **dict.fromkeys(("figure",), "figure"),
    **dict.fromkeys(("image",), "image"),
    **dict.fromkeys(("figure-md",), "figure-body"),
    **dict.fromkeys(("table", "list-table", "csv-table"), "table"),
    **dict.fromkeys(("math",), "maths"),
    **dict.fromkeys(_CODE_TEXT.split(), "code"),
    **dict.fromkeys(("mermaid", "graphviz", "dot", "plantuml", "uml"), "diagram"),
    **dict.fromkeys(("include", "literalinclude"), "include"),
    **dict.fromkeys(("raw",), "raw"),
    **dict.fromkeys(("glossary",), "glossary"),
    **dict.fromkeys(("iframe", "video", "youtube"), "embed"),
    **dict.fromkeys(_TITLED_TEXT.split(), "titled"),
    **dict.fromkeys(_PLAIN_TEXT.split(), "plain"),
}

_SILENT_TEXT = """
    highlight sectionauthor codeauthor meta thebe-button nb-exec-table currentmodule module
    default-role role default-domain tags sectnum genindex full-width
"""
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
        *_SILENT_TEXT.split(),
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
    if name.startswith("prf:"):
        return "titled"
    return _KINDS.get(name, "unknown")
