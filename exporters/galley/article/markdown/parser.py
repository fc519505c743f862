"""The markdown-it parser with all rules in their places."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from galley.article.markdown.attributes import attributes_plugin
from galley.article.markdown.citations import citations_plugin
from galley.article.markdown.cross_references import cross_references_plugin
from galley.article.markdown.directives import directives_plugin
from galley.article.markdown.figures import figures_plugin
from galley.article.markdown.headings import headings_plugin
from galley.article.markdown.left_out_lines import left_out_lines_plugin
from galley.article.markdown.line_blocks import line_blocks_plugin
from galley.article.markdown.maths import maths_plugin
from galley.article.markdown.nesting import nesting_plugin
from galley.article.markdown.roles import roles_plugin
from galley.article.markdown.scripts import scripts_plugin
from galley.article.markdown.spaced_links import spaced_links_plugin
from galley.article.markdown.targets import targets_plugin
from galley.article.markdown.typography import ENGLISH_QUOTES, QUOTES
from galley.content_files import REFUSED, meant_address


def make_parser(lang: str = "en", *, footnotes: bool = True) -> MarkdownIt:
    """Return a new parser for a language.

    Raw HTML stays in the tokens; whoever renders them cleans it.
    """
    md = MarkdownIt("commonmark", {"typographer": True, "tasklists": True})
    _read_addresses(md)
    md.options["quotes"] = QUOTES.get(lang.lower().partition("-")[0], ENGLISH_QUOTES)
    md.enable(["table", "strikethrough"])
    nesting_plugin(md)
    if footnotes:
        footnote_plugin(md)
    deflist_plugin(md)
    for plugin in (
        maths_plugin,
        cross_references_plugin,
        targets_plugin,
        directives_plugin,
        left_out_lines_plugin,
        line_blocks_plugin,
        headings_plugin,
        roles_plugin,
        scripts_plugin,
        figures_plugin,
        # Citations before attributes before links: each looks at `[` and the first match wins.
        citations_plugin,
        attributes_plugin,
        spaced_links_plugin,
    ):
        plugin(md)
    return md


def _read_addresses(md: MarkdownIt) -> None:
    """Read addresses as they were meant.

    One that could run something becomes `REFUSED`, so that its link is read, its words are shown
    and a finding can name it; ``![](file:///…)`` is let through for the same reason. Both are
    dropped again where addresses are written.
    """
    normalize, is_usual = md.normalizeLink, md.validateLink

    def normalized(address: str) -> str:
        href = normalize(meant_address(address))
        return href if is_allowed(href) else REFUSED

    def is_allowed(address: str) -> bool:
        return address.strip().lower().startswith("file:") or is_usual(address)

    def validate(address: str) -> bool:
        return address == REFUSED or is_allowed(address)

    md.normalizeLink = normalized  # type: ignore[assignment,method-assign] # its own way
    md.validateLink = validate  # type: ignore[assignment,method-assign]
