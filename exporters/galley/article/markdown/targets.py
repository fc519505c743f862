"""Targets: ``(label)=`` on a line of its own names what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.state import block_place

_TARGET = re.compile(r"\(([^()\s][^()\n]*)\)=\s*")
# These take the label as their own name; other blocks only get an id.
_NAMED = frozenset({"heading_open", "figure_open", "math_block"})


def targets_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    md.block.ruler.before("fence", "target", target_rule, alt)


def target_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Parse one target line."""
    if is_code_block(state, start):
        return False
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _TARGET.fullmatch(text)
    if match is None:
        return False
    if not silent:
        token = state.push("target", "", 0)
        token.content = match[1].strip()
        token.meta = {"label": token.content, "place": block_place(state, start)}
        token.map, token.block = [start, start + 1], True
    state.line = start + 1
    return True


def attach_targets(tokens: Sequence[Token]) -> list[Token]:
    """Give each target's label to the block that follows it.

    Headings, figures and equations take it as their label; a target before anything else stays
    a token of its own, an invisible anchor.
    """
    result: list[Token] = []
    for token in tokens:
        if token.type in _NAMED:
            while result and result[-1].type == "target":
                token.meta.setdefault("labels", []).insert(0, result.pop().content)
        result.append(token)
    return result
