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
from galley.article.markdown.plain_text import as_tex, plain_text
from galley.article.markdown.state import ProseState, block_place, prose_state
from galley.article.model import Heading, Label

# A no-break space looks like a space to the author; CommonMark takes it for a letter.
_ODD_SPACES = "\u00a0\u2000-\u200b\u202f\u3000\ufeff"
_TIGHT = re.compile(rf"(#{{2,6}}(?=[^#\s])|#{{1,6}}(?=[{_ODD_SPACES}]))[{_ODD_SPACES}]*(.+?)\s*#*")
_PICTURE = re.compile(
    r"\[!\[[^\[\]\n]*\]\([^()\n]*\)\]\([^()\n]*\)|!\[[^\[\]\n]*\]\([^()\n]*\)"
    r"|<a\b[^<>]*>\s*<img\b[^<>]*>\s*</a>|<img\b[^<>]*>",
    re.IGNORECASE,
)
_MARKUP = frozenset({"html_inline", "image"})
_AROUND = ("blockquote_", "list_item_", "directive_o", "directive_c")
_WORDS = (
    "introduction intro overview background abstract summary contents preamble setup outline"
    " goals objectives imports pendahuluan pengantar ringkasan latar"
)
_SECTION = re.compile(
    rf"(?:(?:\d+|[IVX]+)(?:\.\d+)*[.):]\s|(?:\d+\.?\s+)?(?:{'|'.join(_WORDS.split())})\b\W*$"
    r"|table of contents|learning (?:goals|objectives)|daftar isi)",
    re.IGNORECASE,
)
PAGE_TOP = "content"
"""The id of the page's main part."""
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


def drop_first_title(tokens: Sequence[Token], state: ProseState) -> list[Token]:
    """Return the tokens without the first first-level heading, which is the page's title.

    References to it lead to the top of the page. Pictures in it stay, rules around it go.
    """
    start = find_title(tokens)
    if start is None:
        return list(tokens)
    before, after = list(tokens[:start]), list(tokens[start + 3 :])
    words = tokens[start + 1].content
    names = [heading_slug(words)]
    while before and before[-1].type == "target":
        names.append(before.pop().content)
    for name in names:
        state.labels.setdefault(name, Label(name, "section", PAGE_TOP, text=words))
    while before and before[-1].type == "hr" and not _has_words(before):
        before.pop()
    while after and after[0].type == "hr":
        del after[0]
    return [*before, *_pictures_alone(tokens[start + 1]), *after]


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(token.type == "inline" for token in tokens)


def _pictures_alone(title: Token) -> list[Token]:
    """Return a paragraph of the pictures and badges that stood in a title."""
    pictures = _PICTURE.findall(title.content)
    if not pictures:
        return []
    inline = Token("inline", "", 0, content=" ".join(pictures), children=[], block=True)
    inline.meta, inline.map = dict(title.meta), title.map
    opening = Token("paragraph_open", "p", 1, block=True, meta=dict(title.meta))
    closing = Token("paragraph_close", "p", -1, block=True, meta=dict(title.meta))
    return [opening, inline, closing]


def without_pictures(title: str) -> str:
    """Return a title without badges and pictures, unless it is nothing else."""
    words = _PICTURE.sub("", title).strip()
    return words if re.search(r"\w", words) else title


def find_title(tokens: Sequence[Token]) -> int | None:
    """Return where the first first-level heading opens; one in a list or quote is none."""
    return next((i for i in title_places(tokens)), None)


def title_places(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where first-level headings open that stand for themselves."""
    depth = 0
    for index, token in enumerate(tokens):
        if token.type.startswith(_AROUND):
            depth += token.nesting
        if token.type == "heading_open" and token.tag == "h1" and not depth:
            yield index


def heads_a_section(title: str) -> bool:
    """Tell whether a first-level heading is that of a section, where there are several of them."""
    return bool(_SECTION.match(title.strip()))


def take_braces(tokens: Sequence[Token]) -> None:
    """Take ``{#label .class}`` from the end of headings, before their text is parsed."""
    for opening, inline in _headings(tokens):
        match = _TRAILING_BRACES.search(inline.content)
        attributes = parse_attributes(match[1]) if match else None
        if match and match[1].strip() == "-":
            # Pandoc's short form of `.unnumbered`; no heading has a number here.
            inline.content = inline.content[: match.start()]
            continue
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


def drop_empty_headings(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without headings that say nothing."""
    kept: list[Token] = []
    for token in tokens:
        is_empty = (
            token.type == "heading_close"
            and kept[-1].type == "inline"
            and not plain_text(kept[-1].children or ()).strip()
            and not any(child.type in _MARKUP for child in kept[-1].children or ())
        )
        if is_empty:
            del kept[-2:]
        else:
            kept.append(token)
    return kept


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
    slug = heading_slug(plain_text(inline.children or (), as_tex))
    anchor = _name(opening, text, slug, state)
    opening.attrSet("id", anchor)
    opening.meta["text"] = text
    return Heading(level, text, anchor)


def _shifted(level: int, outer: list[int]) -> int:
    """Return 2 plus the number of headings this one lies under; `outer` holds their levels."""
    while outer and outer[-1] >= level:
        outer.pop()
    outer.append(level)
    return min(1 + len(outer), 6)


def _name(opening: Token, text: str, slug: str, state: ProseState) -> str:
    """Register labels; the words themselves are a label too, for ``[](#the-words)``."""
    place = opening.meta["place"]
    anchor = ""
    for name in opening.meta.get("labels", ()):
        anchor = add_label(state, name, "section", place, text=text, anchor=anchor) or anchor
    anchor = anchor or new_anchor(state, slug)
    for name in dict.fromkeys((slug, anchor)):
        if name not in state.labels:
            add_label(state, name, "section", place, text=text, anchor=anchor)
    return anchor
