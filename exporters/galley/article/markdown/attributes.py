"""Attributes in braces: ``{.wide width="50%"}`` after images, links, code and ``[spans]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from galley.article.markdown.class_names import free_classes

ALLOWED = frozenset({"lang", "width", "height", "alt", "title", "dir"})
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag, such as ``id`` or ``zh-Hant``."""
_DIRECTION = re.compile("auto|ltr|rtl")
_IS_LEGAL: Mapping[str, Callable[[str], object]] = {
    "dir": _DIRECTION.fullmatch,
    "lang": LANGUAGE.fullmatch,
}
_ITEM = re.compile(
    r"""\s*(?:\.(?P<cls>[\w-]+)|\#(?P<id>[\w:.-]+)
    |(?P<key>[A-Za-z][\w-]*)=(?:"(?P<double>[^"{}]*)"|'(?P<single>[^'{}]*)'|(?P<bare>[^\s"'{}]+)))""",
    re.VERBOSE,
)
_OTHER_NAMES = {"fig-alt": "alt"}
_FORMAT = re.compile(r"\{=(?P<format>\w+)\}")
_BRACES = re.compile(r"\{[^{}\n]{1,400}\}")
_TAKERS = frozenset({"image", "code_inline", "link_close", "math_inline", "span_close"})


@dataclass(frozen=True)
class Attributes:
    """What braces say; `values` holds every ``key=value``, wanted or not."""

    anchor: str = ""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)


def parse_attributes(text: str) -> Attributes | None:
    """Parse ``#id .class key=value key="value"``, the braces left out; None if it is not that."""
    position, anchor, classes, values = 0, "", [], {}
    text = text.strip()
    while position < len(text):
        match = _ITEM.match(text, position)
        if match is None:
            return None
        position = match.end()
        if match["cls"]:
            classes.append(match["cls"])
        elif match["id"]:
            anchor = match["id"]
        else:
            key = _OTHER_NAMES.get(match["key"], match["key"])
            values[key] = match["double"] or match["single"] or match["bare"] or ""
    return Attributes(anchor, tuple(classes), values) if position else None


def read_loosely(text: str) -> Attributes:
    """Return the id and the classes of a text that is no list of attributes, and no more of it."""
    bare = re.sub(r'"(?:\\.|[^"\\])*"', "", text)
    anchor = re.search(r"(?:^|\s)#([\w:.-]+)", bare)
    return Attributes(anchor[1] if anchor else "", tuple(re.findall(r"(?:^|\s)\.([\w-]+)", bare)))


def attributes_plugin(md: MarkdownIt) -> None:
    """Add both rules: attributes after a thing, and spans."""
    md.inline.ruler.before("link", "attributes", attributes_rule)
    md.inline.ruler.before("link", "span", span_rule)


def match_braces(source: str, position: int) -> tuple[Attributes, int] | None:
    """Return the attributes in the braces at `position` and where they end."""
    match = _BRACES.match(source, position)
    attributes = parse_attributes(match[0][1:-1]) if match else None
    return (attributes, match.end()) if match and attributes else None


def attributes_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Give the attributes at this place to the thing that ends here."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    if state.tokens[-1].type == "code_inline" and _take_format(state, silent):
        return True
    found = match_braces(state.src, state.pos)
    if found is None or state.tokens[-1].type not in _TAKERS:
        return False
    if not silent:
        apply_attributes(_opening(state.tokens), found[0])
    state.pos = found[1]
    return True


def _take_format(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Take ``{=html}`` behind code, which is then no code; that of another format is left out."""
    match = _FORMAT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.tokens[-1]
        is_html = match["format"].startswith("html")
        token.type, token.tag = ("html_inline", "") if is_html else ("text", "")
        token.content = token.content if is_html else ""
    state.pos = match.end()
    return True


def apply_attributes(token: Token, attributes: Attributes) -> None:
    """Set what is allowed on the token; the id goes to ``meta["anchor"]`` to be checked later."""
    for name in free_classes(attributes.classes):
        token.attrJoin("class", name)
    for key, value in attributes.values.items():
        if key in ALLOWED and _IS_LEGAL.get(key, bool)(value):
            token.attrSet(key, value)
    if attributes.anchor:
        token.meta["anchor"] = attributes.anchor


def _opening(tokens: Sequence[Token]) -> Token:
    """Return the token that opened what the last token closes."""
    last = tokens[-1]
    if last.nesting != -1:
        return last
    opening = last.type.removesuffix("_close") + "_open"
    return next(t for t in reversed(tokens) if t.type == opening and t.level == last.level)


def span_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse ``[text]{.class}``."""
    if state.src[state.pos] != "[" or state.src.find("]{", state.pos, state.posMax) < 0:
        return False
    start, end = state.pos + 1, parseLinkLabel(state, state.pos)
    found = match_braces(state.src, end + 1) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        apply_attributes(state.push("span_open", "span", 1), found[0])
        _parse_between(state, start, end)
        state.push("span_close", "span", -1)
    state.pos = found[1]
    return True


def _parse_between(state: StateInline, start: int, end: int) -> None:
    position, maximum = state.pos, state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = position, maximum
