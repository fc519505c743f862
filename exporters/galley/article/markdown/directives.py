"""Directives: from ``:::{note}`` to ``directive_open`` … ``directive_close``.

Between the two lie the title (``directive_title_open``, ``inline``, ``directive_title_close``) and
the body as ordinary tokens, so that every later step sees them like any others. ``meta`` of the
opening token: ``name``, ``kind``, ``options``, ``classes``, ``label``, ``place``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.utils import is_code_block

from galley.article.markdown.class_names import free_classes
from galley.article.markdown.csv_tables import csv_table
from galley.article.markdown.directive_names import (
    CODE_LANGUAGES,
    NAMES,
    WITHOUT_TITLE,
    kind_of,
)
from galley.article.markdown.directive_syntax import (
    Extent,
    Opening,
    find_extent,
    line_text,
    parse_opening,
    take_options,
)
from galley.article.markdown.embeds import embed_link
from galley.article.markdown.figures import caption_first
from galley.article.markdown.glossary_lists import push_glossary
from galley.article.markdown.list_tables import push_list_table
from galley.article.markdown.picture_words import push_picture_words
from galley.article.markdown.quarto_divs import div_kind, fold_classes
from galley.article.markdown.shortcodes import NOT_TAKEN_IN_FIX, RULE, not_taken_in
from galley.article.markdown.state import block_place, prose_state
from galley.findings import Place, did_you_mean


@dataclass(frozen=True)
class Directive:
    """One directive as it was read, its body still as lines of the state."""

    opening: Opening
    options: dict[str, str]
    body: int
    body_end: int
    place: Place

    @property
    def kind(self) -> str:
        """What kind of thing it is; a Quarto div may be of any class."""
        kind = kind_of(self.opening.name)
        if self.opening.is_div:
            return div_kind(self.opening, kind)
        is_other_format = self.opening.name == "only" and "html" not in self.opening.title
        return "dropped" if is_other_format else kind

    @property
    def label(self) -> str:
        """The name other places refer to it by."""
        return self.options.get("name") or self.options.get("label") or self.opening.anchor

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes from the first line and from ``:class:``."""
        is_named = self.opening.is_div and self.opening.name != "div"
        own = (self.opening.name,) if is_named and self.kind == "plain" else ()
        given = re.split(r"[\s,]+", self.options.get("class", "").strip())
        written = (*own, *self.opening.classes, *filter(None, given))
        return (*free_classes(written), *fold_classes(self.options))

    @property
    def title(self) -> str:
        """What stands on the first line or in an option, where that is for readers."""
        if self.opening.name in WITHOUT_TITLE and not self.opening.is_div:
            return ""
        return self.opening.title or self.options.get("title", "")


def directives_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    md.block.ruler.before("fence", "directive", directive_rule, alt)


def directive_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Parse one directive with all that is in it."""
    text = line_text(state, start)
    if not text.startswith((":::", "```", "~~~")) or is_code_block(state, start):
        return False
    opening = parse_opening(text)
    if opening is None or (opening.is_fence and opening.name in CODE_LANGUAGES):
        return False
    if silent:
        return True
    extent = find_extent(state, start, end, opening)
    directive = _read(state, start, opening, extent)
    _warn(state, directive, extent)
    _push(state, directive)
    state.line = extent.after
    return True


def _read(state: StateBlock, start: int, opening: Opening, extent: Extent) -> Directive:
    options, body = take_options(state, extent)
    place = block_place(state, start)
    return Directive(opening, {**opening.values, **options}, body, extent.body_end, place)


def _warn(state: StateBlock, directive: Directive, extent: Extent) -> None:
    name, prose = directive.opening.name, prose_state(state.env)
    if not extent.is_closed:
        prose.warn(
            "directive-unclosed",
            directive.place,
            f"the directive '{name}' is not closed; everything after it belongs to it",
            f"write {directive.opening.marks} on a line of its own where it ends.",
        )
    if directive.kind == "unknown":
        guess = did_you_mean(name, NAMES)
        fix = guess or "use note, tip, important, warning, admonition, figure, table, margin …"
        prose.warn(
            "directive-unknown",
            directive.place,
            f"unknown directive '{name}'; its text is shown without it",
            fix,
        )

    if directive.kind == "include":
        file = directive.opening.title
        prose.warn(RULE, directive.place, not_taken_in(file), NOT_TAKEN_IN_FIX)
    if directive.kind == "diagram":
        prose.warn(
            RULE,
            directive.place,
            f"the diagram '{name}' is not drawn; its text is shown as code",
            "save it as a picture (SVG or PNG) and show that.",
        )


def _push(state: StateBlock, directive: Directive) -> None:
    if directive.kind not in {"dropped", "include"}:
        _PUSHERS.get(directive.kind, _push_container)(state, directive)


def _push_container(state: StateBlock, directive: Directive) -> None:
    token = state.push("directive_open", "div", 1)
    name = directive.opening.name.removeprefix("callout-")
    token.block, token.map = True, [directive.body, directive.body_end]
    token.meta = {
        "name": name,
        "kind": directive.kind,
        "options": directive.options,
        "classes": directive.classes,
        "labels": [directive.label] if directive.label else [],
        "place": directive.place,
    }
    _push_wrapped(state, "directive_title", directive.title, directive.place)
    first = len(state.tokens)
    push_body(state, directive.body, directive.body_end)
    if directive.opening.is_div and directive.kind == "callout" and not directive.title:
        heading_to_title(state.tokens, first)
    state.push("directive_close", "div", -1).block = True


def heading_to_title(tokens: Sequence[Token], first: int) -> None:
    """Make the heading with which a callout of Quarto begins its title."""
    if len(tokens) < first + 3 or tokens[first].type != "heading_open":
        return
    opening, inline, closing = tokens[first : first + 3]
    inline.content = re.sub(r"\s*\{[^{}]*\}\s*$", "", inline.content)
    for token, end in ((opening, "open"), (closing, "close")):
        token.type, token.tag = f"directive_title_{end}", "p"


def push_body(state: StateBlock, start: int, end: int) -> None:
    """Parse the lines of a body in place, as blocks."""
    parent, maximum = state.parentType, state.lineMax
    state.parentType, state.lineMax = "directive", end
    state.md.block.tokenize(state, start, end)
    state.parentType, state.lineMax = parent, maximum


def _push_wrapped(state: StateBlock, name: str, text: str, place: Place) -> None:
    """Add ``NAME_open``, an inline token and ``NAME_close``; nothing without text."""
    if not text:
        return
    state.push(f"{name}_open", "p", 1).block = True
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.block = text, [], True
    inline.meta = {"place": place}
    state.push(f"{name}_close", "p", -1).block = True


def _push_figure(state: StateBlock, directive: Directive) -> None:
    _open_figure(state, directive, "figure")
    _push_caption_body(state, directive)
    _push_image(state, directive)
    push_picture_words(state, directive.options, directive.place)
    state.push("figure_close", "figure", -1).block = True


def _open_figure(state: StateBlock, directive: Directive, kind: str) -> None:
    token = state.push("figure_open", "figure", 1)
    token.block, token.map = True, [directive.body, directive.body_end]
    token.meta = {
        "kind": kind,
        "labels": [directive.label] if directive.label else [],
        "classes": directive.classes,
        "place": directive.place,
    }


def _push_image(state: StateBlock, directive: Directive) -> None:
    """Add a block-level ``image``; an address that is not allowed leaves its alternative text."""
    src = state.md.normalizeLink(directive.opening.title)
    alt = directive.options.get("alt", "")
    token = state.push("image", "img", 0)
    token.block, token.content = True, alt
    token.attrs = {"src": src if state.md.validateLink(src) else "", "alt": ""}
    token.children = [Token("text", "", 0, content=alt)] if alt else []
    token.meta = {"place": directive.place}
    for key in ("width", "height"):
        if directive.options.get(key):
            token.attrSet(key, directive.options[key])
    if directive.options.get("align") in {"left", "center", "right"}:
        token.attrJoin("class", f"align-{directive.options['align']}")


def _push_caption_body(state: StateBlock, directive: Directive) -> None:
    """Add the body as caption; its first paragraph is shown without a paragraph of its own."""
    state.push("figcaption_open", "figcaption", 1).block = True
    first = len(state.tokens)
    push_body(state, directive.body, directive.body_end)
    if len(state.tokens) > first + 2 and state.tokens[first].type == "paragraph_open":
        state.tokens[first].hidden = state.tokens[first + 2].hidden = True
    state.push("figcaption_close", "figcaption", -1).block = True


def _push_lone_image(state: StateBlock, directive: Directive) -> None:
    state.push("paragraph_open", "p", 1).block = True
    _push_image(state, directive)
    state.push("paragraph_close", "p", -1).block = True


def _push_table(state: StateBlock, directive: Directive) -> None:
    _open_figure(state, directive, "table")
    if directive.opening.is_div:
        _push_captioned_body(state, directive)
        return
    _push_wrapped(state, "figcaption", directive.opening.title, directive.place)
    first = len(state.tokens)
    if directive.opening.name == "csv-table":
        for token in csv_table(_raw_body(state, directive), directive.options):
            token.meta.setdefault("place", directive.place)
            state.tokens.append(token)
        state.push("figure_close", "figure", -1).block = True
        return
    push_body(state, directive.body, directive.body_end)
    if directive.opening.name == "list-table":
        state.tokens[first:] = push_list_table(state.tokens[first:], directive.options)
    state.push("figure_close", "figure", -1).block = True


def _push_maths(state: StateBlock, directive: Directive) -> None:
    token = state.push("math_block", "math", 0)
    token.block, token.content = True, _raw_body(state, directive).strip()
    token.map = [directive.body, directive.body_end]
    token.meta = {"display": True, "place": directive.place}
    if directive.label:
        token.meta["labels"] = [directive.label]


def _push_code(state: StateBlock, directive: Directive) -> None:
    token = state.push("fence", "code", 0)
    token.block, token.content = True, _raw_body(state, directive)
    token.info = directive.opening.title or directive.opening.values.get("language", "")
    token.map = [directive.body, directive.body_end]


def _push_embed(state: StateBlock, directive: Directive) -> None:
    """Link to a film or a page of another host instead of showing it inside this one."""
    words = directive.options.get("title") or directive.options.get("alt", "")
    caption = " ".join(_raw_body(state, directive).split())
    link = embed_link(directive.opening.title, words or caption)
    if link:
        _push_paragraph(state, link, directive)


def _push_paragraph(state: StateBlock, text: str, directive: Directive) -> None:
    _push_wrapped(state, "paragraph", text, directive.place)


def _push_raw(state: StateBlock, directive: Directive) -> None:
    """Take HTML as such; what is for another format is left out."""
    if "html" in directive.opening.title.lower():
        token = state.push("html_block", "", 0)
        token.content, token.block = _raw_body(state, directive), True
        token.map = [directive.body, directive.body_end]


def _push_glossary(state: StateBlock, directive: Directive) -> None:
    push_glossary(state, directive.body, directive.body_end)


def _push_figure_body(state: StateBlock, directive: Directive) -> None:
    """Add a figure whose picture stands in the body; the last paragraph is its caption."""
    opening = directive.opening
    label = opening.title if opening.name == "figure-md" else directive.label
    _open_figure(state, replace(directive, options={**directive.options, "name": label}), "figure")
    _push_captioned_body(state, directive)


def _push_captioned_body(state: StateBlock, directive: Directive) -> None:
    first = len(state.tokens)
    push_body(state, directive.body, directive.body_end)
    state.tokens[first:] = caption_first(state.tokens[first:])
    state.push("figure_close", "figure", -1).block = True


def _raw_body(state: StateBlock, directive: Directive) -> str:
    lines = range(directive.body, directive.body_end)
    indents = [state.sCount[n] for n in lines if not state.isEmpty(n)]
    indent = min(indents, default=0)
    return state.getLines(directive.body, directive.body_end, indent, True)


_PUSHERS: dict[str, Callable[[StateBlock, Directive], None]] = {
    "figure": _push_figure,
    "image": _push_lone_image,
    "table": _push_table,
    "maths": _push_maths,
    "code": _push_code,
    "diagram": _push_code,
    "embed": _push_embed,
    "figure-body": _push_figure_body,
    "glossary": _push_glossary,
    "raw": _push_raw,
}
