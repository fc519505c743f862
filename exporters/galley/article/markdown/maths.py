r"""Maths: ``$x$``, ``$$…$$ (label)``, ``\(x\)``, ``\[x\]`` and bare ``\begin{align}``.

Own rules instead of a plugin's, because notebooks mix all these spellings with prices: a dollar
sign beside a space or a digit on the wrong side stays a dollar sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.macros import defines, take_macros
from galley.article.markdown.state import block_place, inline_place, prose_state

_INLINE = re.compile(
    r"""\$\$(?P<double>(?:\\.|\$(?!\$)|[^$\\])+)\$\$
    |\$(?P<single>(?:\\.|[^$\\])+)\$(?!\d)
    |\\\\\((?P<jupyter>.+?)\\\\\)
    |\\\((?P<paren>.+?)\\\)
    |\\\\\[(?P<jupyter_display>.+?)\\\\\]
    |\\\[(?P<bracket>.+?)\\\]
    |(?P<environment>\\begin\{(?P<name>[a-zA-Z]+\*?)\}.+?\\end\{(?P=name)\})""",
    re.DOTALL | re.VERBOSE,
)
_EMPTY = re.compile(r"\$\$\s*\$\$|\\{1,2}\[\s*\\{1,2}\]|\\{1,2}\(\s*\\{1,2}\)")
_LONE = re.compile(r"\$\$[ \t]*(?=\n|$)")
_ENVIRONMENTS = frozenset(
    {
        *("equation", "align", "gather", "multline", "alignat", "flalign", "eqnarray"),
        *("split", "aligned", "gathered", "alignedat", "cases", "array", "subequations"),
        *("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix"),
        *("displaymath", "math", "dcases", "rcases", "darray", "multlined", "empheq"),
        *("psmallmatrix", "bsmallmatrix", "IEEEeqnarray"),
    }
)
# `\(see below\)` is escaped brackets in prose; formulas hold one of these, or are very short.
_TEX_SIGNS = re.compile(r"[\\^_=+<>|{}/*]|^\s*\S{1,3}\s*$")
_AFTER_BLOCK = re.compile(
    r"[ \t]*(?:\((?P<label>[^()\n]+)\)|\{\#(?P<braces>[\w:.-]+)\})?[ \t]*(?=\n|$)"
)
_LONGEST_INLINE = 5_000
"""Letters; ten thousand beginnings without an end must not each look through all the rest."""
# `US$20`: a sign of a currency, whose second sign further on begins no formula either.
_CURRENCY = re.compile(r"(?:^|[^A-Za-z])(?:A|AU|C|CA|HK|NZ|R|S|US)$")
_LONGEST_BLOCK = 400
"""Lines; an unclosed ``$$`` must not look through a whole book."""


def maths_plugin(md: MarkdownIt) -> None:
    """Add the inline and the block rule."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    md.inline.ruler.before("escape", "math_inline", inline_rule)
    md.block.ruler.before("fence", "math_block", block_rule, alt)


def inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse a formula inside a sentence; display spellings keep ``meta["display"]``."""
    if state.src[state.pos] not in "$\\" or _is_price(state):
        return False
    if _pass_over(state, silent):
        return True
    match = _INLINE.match(state.src, state.pos, min(state.posMax, state.pos + _LONGEST_INLINE))
    content = _content(match) if match else None
    if match is None or content is None:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = content.strip()
        is_display = bool(match["double"] or match["bracket"] or match["jupyter_display"])
        token.meta = {
            "display": is_display or bool(match["environment"]),
            "place": inline_place(state),
        }
    state.pos = match.end()
    return True


def _pass_over(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Leave out an empty formula, and one sign that has no other to close it."""
    empty = _EMPTY.match(state.src, state.pos, state.posMax)
    lone = _LONE.match(state.src, state.pos, state.posMax)
    if empty:
        state.pos = empty.end()
        return True
    if lone is None or "$$" in state.src[lone.end() :]:
        return False
    if _EMPTY.sub("", state.src).count("$$") % 2 == 0:
        return False
    if not silent:
        prose_state(state.env).warn(
            "markup-unknown",
            inline_place(state),
            "'$$' stands alone: a formula has one at each end",
            "write the second one, or remove it.",
        )
    state.pos = lone.end()
    return True


def _is_price(state: StateInline) -> bool:
    before = state.src[max(0, state.pos - 3) : state.pos]
    is_amount = state.src[state.pos + 1 : state.pos + 2].isdigit()
    return state.src[state.pos] == "$" and (
        before[-1:].isdigit() or (is_amount and bool(_CURRENCY.search(before)))
    )


def _content(match: re.Match[str]) -> str | None:
    """Return the TeX of a match, or None where the signs do not mean maths."""
    if match["single"] is not None:
        return _single(match["single"])
    if match["environment"]:
        return match[0] if is_environment(match["name"]) else None
    escaped = match["paren"] or match["bracket"]
    if escaped is not None:
        return escaped if _TEX_SIGNS.search(escaped) else None
    content = match["double"] or match["jupyter"] or match["jupyter_display"]
    return content if content.strip() else None


def is_environment(name: str) -> bool:
    """Tell whether an environment of TeX is maths."""
    return name.rstrip("*") in _ENVIRONMENTS


def _single(tex: str) -> str | None:
    if len(tex) > 2 and tex[0] == tex[-1] == "`":  # noqa: PLR2004 - the two signs, and something
        # GitHub's and GitLab's spelling: $`x`$.
        return tex[1:-1]
    return tex if _is_formula(tex) else None


def _is_formula(tex: str) -> bool:
    if not tex.strip() or "\n\n" in tex:
        return False
    has_space = tex[0].isspace() or tex[-1].isspace()
    if has_space and "\\$" in tex:
        # From one price to the sign of the next, with a third between.
        return False
    return not has_space or bool(re.search(r"[\\^_=]", tex) and "\n" not in tex)


@dataclass(frozen=True)
class _Block:
    """A formula found at the beginning of a text: TeX, how much text it took, its label.

    `missing` is the end that an author forgot; the formula ends with its paragraph then.
    """

    tex: str
    length: int
    label: str = ""
    missing: str = ""


def block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Parse a formula on lines of its own."""
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not first.startswith(("$$", "\\")) or is_code_block(state, start):
        return False
    if silent and first.startswith("$$") and _ends_in_paragraph(state, start):
        return False
    lines = range(start, min(end, start + _LONGEST_BLOCK))
    stop = next(
        (n for n in lines if state.sCount[n] < state.blkIndent and not state.isEmpty(n)), lines.stop
    )
    text = state.getLines(start, stop, state.sCount[start], False)
    block = _parse_block(text)
    if block is None:
        return False
    if not silent:
        _push_block(state, start, block)
    state.line = start + text.count("\n", 0, block.length) + 1
    return True


def _ends_in_paragraph(state: StateBlock, start: int) -> bool:
    """Tell whether dollar signs end what the paragraph above them began: ``<span>$$`` does."""
    return state.getLines(state.line, start, 0, False).count("$$") % 2 == 1


def _push_block(state: StateBlock, start: int, block: _Block) -> None:
    token = state.push("math_block", "math", 0)
    token.block, token.content = True, block.tex.strip()
    token.map = [start, start + block.tex.count("\n") + 1]
    token.meta = {"place": block_place(state, start), "display": True}
    if block.label:
        token.meta["labels"] = [block.label]
    if block.missing:
        _tell_unclosed(state, start, block.missing)


def _tell_unclosed(state: StateBlock, start: int, missing: str) -> None:
    prose_state(state.env).warn(
        "formula-unreadable",
        block_place(state, start),
        f"this formula has no '{missing}' at its end, so it is taken to end with its paragraph",
        f"write {missing} behind the formula.",
    )


def _parse_block(text: str) -> _Block | None:
    found = next(filter(None, (reader(text) for reader in _READERS)), None)
    after = _AFTER_BLOCK.match(text, found.length) if found else None
    if found is None or after is None or not found.tex.strip():
        return None
    label = (after["label"] or after["braces"] or "").strip()
    return _Block(found.tex, after.end(), re.sub(r"\s+", "-", label), found.missing)


def _read_dollars(text: str) -> _Block | None:
    match = re.match(r"\$\$((?:\\.|\$(?!\$)|[^$\\])*)\$\$", text, re.DOTALL)
    return _Block(match[1], match.end()) if match else None


def _read_brackets(text: str) -> _Block | None:
    match = re.match(r"(\\{1,2})\[(.+?)\1\]", text, re.DOTALL)
    if match is None or not _TEX_SIGNS.search(match[2]):
        return None
    return _Block(match[2], match.end())


def _read_environment(text: str) -> _Block | None:
    r"""Read from ``\begin{name}`` to the ``\end{name}`` that closes it."""
    match = _BEGIN.match(text)
    if match is None or match[1] not in _ENVIRONMENTS:
        return None
    depth = 0
    for mark in re.finditer(rf"\\(begin|end)\{{{re.escape(match[1] + match[2])}\}}", text):
        depth += 1 if mark[1] == "begin" else -1
        if depth == 0:
            return _Block(text[: mark.end()], mark.end())
    return None


def _read_definitions(text: str) -> _Block | None:
    r"""Read the lines of ``\newcommand`` and its kin that stand without dollar signs."""
    if not defines(text):
        return None
    lines = _paragraph(text).split("\n")
    for count in range(len(lines), 0, -1):
        some = "\n".join(lines[:count])
        if not take_macros(some)[0].strip():
            return _Block(some, len(some))
    return None


def _read_unclosed(text: str) -> _Block | None:
    """Read a formula whose end was forgotten, to the end of its paragraph."""
    begin, paragraph = _BEGIN.match(text), _paragraph(text)
    if begin and begin[1] in _ENVIRONMENTS:
        end = rf"\end{{{begin[1]}{begin[2]}}}"
        return _Block(f"{paragraph}\n{end}", len(paragraph), missing=end)
    if text.startswith("$$") and "$$" not in text[2:]:
        return _Block(paragraph[2:], len(paragraph), missing="$$")
    return None


def _paragraph(text: str) -> str:
    return _BLANK_LINE.split(text, 1)[0]


_BEGIN = re.compile(r"\\begin\{([a-zA-Z]+)(\*?)\}")
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n|$)")

_READERS: tuple[Callable[[str], _Block | None], ...] = (
    _read_dollars,
    _read_brackets,
    _read_environment,
    _read_definitions,
    _read_unclosed,
)
