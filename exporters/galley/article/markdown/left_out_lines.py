r"""Lines that speak to a tool and not to readers: breaks, comments, lone ``:::``.

+++ {"slide": true}       MyST's break between blocks
% a comment               MyST
^^^                       the end of a card's head
{: .class }               kramdown's attributes of a block
\newpage                  LaTeX
:::                       closes what is not open
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.directive_syntax import line_text
from galley.article.markdown.state import block_place, prose_state

_ANYWHERE = re.compile(
    r"\+\+\+(?:[ \t]*\{.*\})?|\^{3,}|\{:(?!toc)[^{}\n]*\}"
    r"|\\(?:newpage|pagebreak|clearpage|cleardoublepage|maketitle|tableofcontents)(?:\{\})?"
)
_COMMENT = re.compile(r"%[ \t].*")
_STRAY = re.compile(r":{3,}")
_FIRST = frozenset("+^{\\%:")


def left_out_lines_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    md.block.ruler.before("fence", "left_out_line", left_out_line_rule, alt)


def left_out_line_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Take one such line out of the text."""
    position = state.bMarks[start] + state.tShift[start]
    if position >= state.eMarks[start] or state.src[position] not in _FIRST:
        return False
    text = line_text(state, start)
    is_stray = bool(_STRAY.fullmatch(text))
    # A line of a paragraph may begin with the sign of per cent.
    is_comment = not silent and bool(_COMMENT.fullmatch(text))
    if not (is_stray or is_comment or _ANYWHERE.fullmatch(text)) or is_code_block(state, start):
        return False
    if silent:
        return True
    if is_stray:
        prose_state(state.env).warn(
            "directive-unclosed",
            block_place(state, start),
            f"{text} closes a directive, but none is open in this cell",
            "remove it, or open and close the directive in one cell.",
        )
    state.line = start + 1
    return True
