"""Headings: levels without gaps from 2 on, anchors, labels, and the title's place in all that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.anchors import add_label, heading_slug, new_anchor
from galley.article.markdown.attributes import parse_attributes
from galley.article.markdown.class_names import free_classes
from galley.article.markdown.directive_syntax import line_text
from galley.article.markdown.plain_text import plain_text
from galley.article.markdown.state import ProseState, block_place, prose_state
from galley.article.model import Heading

# A no-break space looks like a space to the author; CommonMark takes it for a letter.
_ODD_SPACES = "\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_TIGHT = re.compile(rf"(#{{2,6}}(?=[^#\s])|#{{1,6}}(?=[{_ODD_SPACES}]))[{_ODD_SPACES}]*(.+?)\s*#*")
_TRAILING_BRACES = re.compile(r"\s*\{([^{}]*)\}\s*$")


def headings_plugin(md: MarkdownIt) -> None:
    """Add the rule for ``##Heading`` without a space, which notebooks once understood."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    md.block.ruler.before("heading", "tight_heading", tight_heading_rule, alt)


def tight_heading_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Parse ``##Heading``; a single sign stays text, because of hashtags."""
    match = _TIGHT.fullmatch(line_text(state, start))
    if match is None or is_code_block(state, start):
        return False
    if silent:
        return True
    opening = state.push("heading_open", f"h{len(match[1])}", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.children = match[2], []
    closing = state.push("heading_close", f"h{len(match[1])}", -1)
    for token in (opening, inline, closing):
        token.block, token.map, token.markup = True, [start, start + 1], match[1]
    state.line = start + 1
    prose_state(state.env).warn(
        "heading-without-space",
        block_place(state, start),
        f"a heading without a space after {match[1]}",
        f"write '{match[1]} {match[2]}'.",
    )
    return True


def drop_first_title(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the first first-level heading."""
    start = find_title(tokens)
    return list(tokens) if start is None else [*tokens[:start], *tokens[start + 3 :]]


def find_title(tokens: Sequence[Token]) -> int | None:
    """Return where the first first-level heading opens."""
    return next(
        (i for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"),
        None,
    )


def take_braces(tokens: Sequence[Token]) -> None:
    """Take ``{#label .class}`` from the end of headings, before their text is parsed."""
    for opening, inline in _headings(tokens):
        match = _TRAILING_BRACES.search(inline.content)
        attributes = parse_attributes(match[1]) if match else None
        if match is None or attributes is None:
            continue
        inline.content = inline.content[: match.start()]
        opening.meta["classes"] = free_classes(attributes.classes)
        if attributes.anchor:
            opening.meta.setdefault("labels", []).append(attributes.anchor)


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    for index, token in enumerate(tokens[:-1]):
        if token.type == "heading_open":
            yield token, tokens[index + 1]


def finish_headings(tokens: Sequence[Token], state: ProseState) -> tuple[Heading, ...]:
    """Shift the levels, give every heading its anchor and label, and return the headings."""
    found: list[Heading] = []
    outer: list[int] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _finish(token, tokens[index + 1], outer, state)
            tokens[index + 2].tag = token.tag
            if heading.text:
                found.append(heading)
    return tuple(found)


def _finish(opening: Token, inline: Token, outer: list[int], state: ProseState) -> Heading:
    level = _shifted(int(opening.tag[1:]), outer)
    opening.tag = f"h{level}"
    text = " ".join(plain_text(inline.children or ()).split())
    anchor = _name(opening, text, state)
    opening.attrSet("id", anchor)
    opening.meta["text"] = text
    return Heading(level, text, anchor)


def _shifted(level: int, outer: list[int]) -> int:
    """Return 2 plus the number of headings this one lies under; `outer` holds their levels."""
    while outer and outer[-1] >= level:
        outer.pop()
    outer.append(level)
    return min(1 + len(outer), 6)


def _name(opening: Token, text: str, state: ProseState) -> str:
    """Register labels; the words themselves are a label too, for ``[](#the-words)``."""
    place = opening.meta["place"]
    anchor = ""
    for name in opening.meta.get("labels", ()):
        anchor = add_label(state, name, "section", place, text=text, anchor=anchor) or anchor
    slug = heading_slug(text)
    anchor = anchor or new_anchor(state, slug)
    for name in dict.fromkeys((slug, anchor)):
        if name not in state.labels:
            add_label(state, name, "section", place, text=text, anchor=anchor)
    return anchor
