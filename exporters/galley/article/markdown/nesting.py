"""Things inside things inside things: beyond a depth the rest is shown as plain text."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from galley.article.markdown.state import block_place, prose_state

DEEPEST = 40
_MARGIN = 4
"""markdown-it drops what is nested deeper than its own limit; this rule must come before it."""


def nesting_plugin(md: MarkdownIt) -> None:
    """Add the rule before all others."""
    md.options["maxNesting"] = DEEPEST
    md.block.ruler.before("table", "too_deep", too_deep_rule)


def too_deep_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take everything that is left at this depth as one paragraph of text."""
    if state.level < DEEPEST - _MARGIN or silent:
        return False
    text = state.getLines(start, end, state.blkIndent, False).strip()
    state.push("paragraph_open", "p", 1).block = True
    inline = state.push("inline", "", 0)
    inline.content, inline.children = text, []
    state.push("paragraph_close", "p", -1).block = True
    state.line = end
    prose_state(state.env).warn(
        "nested-too-deep",
        block_place(state, start),
        "lists, quotes or directives are nested too deeply; the rest is shown as plain text",
        "close what is open, or use fewer levels.",
    )
    return True
