"""``{glossary}``: terms at the margin, what they mean indented below; a list of definitions."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from galley.article.markdown.directive_syntax import line_text
from galley.article.markdown.state import block_place


def push_glossary(state: StateBlock, start: int, end: int) -> None:
    """Add the terms on the lines from `start` to `end`."""
    lines = [line for line in range(start, end) if not state.isEmpty(line)]
    margin = min((state.sCount[line] for line in lines), default=0)
    state.push("dl_open", "dl", 1).block = True
    for line in lines:
        if state.sCount[line] == margin:
            _push_term(state, line)
        elif line - 1 < start or state.isEmpty(line - 1) or state.sCount[line - 1] == margin:
            _push_meaning(state, line, end, margin)
    state.push("dl_close", "dl", -1).block = True


def _push_term(state: StateBlock, line: int) -> None:
    state.push("dt_open", "dt", 1).block = True
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.block = line_text(state, line), [], True
    inline.meta = {"place": block_place(state, line)}
    state.push("dt_close", "dt", -1).block = True


def _push_meaning(state: StateBlock, line: int, end: int, margin: int) -> None:
    """Add one paragraph of what a term means."""
    last = line
    while last < end and not state.isEmpty(last) and state.sCount[last] > margin:
        last += 1
    state.push("dd_open", "dd", 1).block = True
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(line_text(state, each) for each in range(line, last))
    inline.children, inline.block = [], True
    inline.meta = {"place": block_place(state, line)}
    state.push("dd_close", "dd", -1).block = True
