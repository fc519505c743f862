"""MyST Markdown to tokens: one rule per file, one pipeline for all cells of an article.

Tokens of our own, besides markdown-it's. All carry ``meta["place"]``.

======================= ======================================================================
``citation``            inline; ``meta["cluster"]`` and ``meta["id"]``, its id on the page
``cross_reference``     inline; ``meta["target"]``, ``meta["role"]`` (``numref`` …); `children`
                        are the author's words, ``%s`` in them stands for the number
``math_inline``         inline; `content` is TeX; ``meta["display"]``
``math_block``          block; the same, and ``meta["labels"]``, ``meta["label"]``, ``meta["tag"]``
``role``                inline; `tag`, `attrs`, `children`
``span_open``/``close`` inline; `attrs`
``directive_open``/…    block; ``meta``: name, kind, options, classes, labels. Inside may stand
                        ``directive_title_open``, ``inline``, ``directive_title_close`` first
``figure_open``/…       block; ``meta``: kind (``figure``, ``table``), label, labels, classes.
                        Inside: ``image`` or a table, ``figcaption_open`` … ``figcaption_close``
``image``               inline or block
``target``              block; a label before something that cannot carry it; ``meta["anchor"]``
======================= ======================================================================
"""

from __future__ import annotations

from galley.article.markdown.cross_references import collect_references
from galley.article.markdown.parsed import ParsedProse, ProseCell
from galley.article.markdown.pipeline import first_title, parse_html, parse_inline, parse_prose
from galley.article.markdown.plain_text import plain_text
from galley.article.markdown.walk import (
    CitationUse,
    collect_citations,
    collect_formulas,
    collect_numbered,
    walk,
)

__all__ = [
    "CitationUse",
    "ParsedProse",
    "ProseCell",
    "collect_citations",
    "collect_formulas",
    "collect_numbered",
    "collect_references",
    "first_title",
    "parse_html",
    "parse_inline",
    "parse_prose",
    "plain_text",
    "walk",
]
