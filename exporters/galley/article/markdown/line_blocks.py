"""Pandoc's line blocks: lines behind a bar keep their ends, as in a verse or an address."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.directive_syntax import line_text

# A row of a table has a bar at its end or inside it.
_LINE = re.compile(r"\|(?: (?P<words>[^|]*))?")
_FEWEST = 2


def line_blocks_plugin(md: MarkdownIt) -> None:
    """Add the rule behind that of tables."""
    alt: RuleOptionsType = {"alt": ["paragraph"]}
    md.block.ruler.after("table", "line_block", line_block_rule, alt)


def line_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Parse a line block."""
    if not line_text(state, start).startswith("| ") or is_code_block(state, start):
        return False
    last = start
    while last < end and _LINE.fullmatch(line_text(state, last)):
        last += 1
    if last - start < _FEWEST or (last < end and line_text(state, last).startswith("|")):
        return False
    if silent:
        return True
    words = [line_text(state, line)[2:] for line in range(start, last)]
    state.push("paragraph_open", "p", 1).block = True
    inline = state.push("inline", "", 0)
    inline.content = "\\\n".join(_indented(line) for line in words)
    inline.children, inline.map, inline.block = [], [start, last], True
    state.push("paragraph_close", "p", -1).block = True
    state.line = last
    return True


def _indented(line: str) -> str:
    """Write the spaces at the beginning of a line as such that stay."""
    text = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(text)) + text
