"""Roles: ``{abbr}`BDNF (brain-derived neurotrophic factor)``` and the like."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from galley.article.citations import ROLES as CITE_ROLES
from galley.article.citations import parse_role
from galley.article.markdown.citations import push_citation
from galley.article.markdown.cross_references import push_cross_reference
from galley.article.markdown.state import inline_place, prose_state
from galley.findings import did_you_mean

_ROLE = re.compile(
    r"\{(?P<name>[A-Za-z][\w:.-]*)\}(?P<ticks>`+)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_WITH_TARGET = re.compile(r"(?P<text>.+?)\s*<(?P<target>[^<>]+)>", re.DOTALL)
_ABBREVIATION = re.compile(r"(?P<short>.+?)\s*\((?P<long>.+)\)", re.DOTALL)

TAGS = {
    "abbr": "abbr",
    "del": "del",
    "strike": "del",
    "dfn": "dfn",
    "em": "em",
    "emphasis": "em",
    "ins": "ins",
    "kbd": "kbd",
    "mark": "mark",
    "small": "small",
    "strong": "strong",
    "sub": "sub",
    "subscript": "sub",
    "sup": "sup",
    "superscript": "sup",
    "term": "span",
    "u": "u",
    "underline": "u",
}
_REFERENCES = frozenset({"ref", "numref", "eq"})
_LINKS = frozenset({"doc", "download"})
_CODE_TEXT = """
    code literal file command program samp option envvar func class meth mod attr data obj const exc
"""
_CODE = frozenset(_CODE_TEXT.split())
_LANGUAGES = frozenset({"py", "c", "cpp", "js", "rst"})
# What Sphinx and its extensions call what has a name here.
_SAME = {
    "any": "ref",
    "prf:ref": "ref",
    "math:numref": "eq",
    "footcite": "cite",
    "footcite:p": "cite",
    "footcite:t": "cite:t",
    "cite:author": "cite:t",
    "citealp": "cite:alp",
    "citeyear": "cite:year",
}
_PLAIN = frozenset({"guilabel", "menuselection", "index", "term", "nobr"})
# Pictures beside words.
_ICONS = frozenset({"octicon", "fas", "fab", "far", "fa", "material-regular", "material-outlined"})
_STANDARDS = {
    "pep": "https://peps.python.org/pep-{:0>4}/",
    "rfc": "https://www.rfc-editor.org/rfc/rfc{}",
}
NAMES = (*TAGS, *CITE_ROLES, *sorted(_REFERENCES | _LINKS | _CODE), "math")


def roles_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    md.inline.ruler.before("backticks", "role", role_rule)


def role_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse one role."""
    if state.src[state.pos] != "{":
        return False
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        _push(state, match["name"].lower(), match["text"].strip())
    state.pos = match.end()
    return True


def _push(state: StateInline, name: str, text: str) -> None:
    name = _SAME.get(name, name)
    if name in TAGS and not (name == "term" and "<" in text):
        _push_tag(state, name, text)
    elif name in CITE_ROLES:
        _push_citations(state, name, text)
    elif name in _REFERENCES:
        _push_reference(state, name, text)
    elif name in _LINKS:
        _push_link(state, text)
    elif name == "math":
        token = state.push("math_inline", "math", 0)
        token.content, token.meta = text, {"place": inline_place(state)}
    elif name in _CODE or name.partition(":")[0] in _LANGUAGES:
        _push_code(state, _words(text))
    elif not _push_of_sphinx(state, name, text):
        _push_unknown(state, name, text)


def _push_of_sphinx(state: StateInline, name: str, text: str) -> bool:
    """Add what other tools make a button, an icon or a link of; tell whether it was that."""
    if name in _PLAIN or name.startswith("bdg"):
        state.push("text", "", 0).content = _words(text)
    elif name in _STANDARDS and text.isdecimal():
        _push_link(state, f"{name.upper()} {text} <{_STANDARDS[name].format(text)}>")
    elif name not in _ICONS:
        return False
    return True


def _push_code(state: StateInline, name: str) -> None:
    """Add a name in code; ``~a.b.c`` shows its last part."""
    shown = name.rpartition(".")[2] if name.startswith("~") else name
    state.push("code_inline", "code", 0).content = shown


def _words(text: str) -> str:
    """Return the words of ``words <target>``."""
    match = _WITH_TARGET.fullmatch(text)
    return match["text"] if match else text


def _push_tag(state: StateInline, name: str, text: str) -> None:
    token = state.push("role", TAGS[name], 0)
    token.meta = {"name": name, "place": inline_place(state)}
    match = _ABBREVIATION.fullmatch(text) if name == "abbr" else None
    if match:
        token.attrSet("title", match["long"])
        text = match["short"]
    token.content = text
    token.children = [Token("text", "", 0, content=text)]


def _push_citations(state: StateInline, name: str, text: str) -> None:
    citations = parse_role(name, text)
    if citations and citations[0].mode != "narrative":
        push_citation(state, citations)
        return
    for index, citation in enumerate(citations):
        if index:
            state.push("text", "", 0).content = ", "
        push_citation(state, (citation,))


def _push_reference(state: StateInline, name: str, text: str) -> None:
    match = _WITH_TARGET.fullmatch(text)
    if match:
        push_cross_reference(state, match["target"].strip(), name, match["text"])
    else:
        push_cross_reference(state, text, name)


def _push_link(state: StateInline, text: str) -> None:
    match = _WITH_TARGET.fullmatch(text)
    href, words = (match["target"], match["text"]) if match else (text, text)
    href = state.md.normalizeLink(href)
    if not state.md.validateLink(href):
        state.push("text", "", 0).content = words
        return
    opening = state.push("link_open", "a", 1)
    opening.attrs, opening.meta = {"href": href}, {"place": inline_place(state)}
    state.push("text", "", 0).content = words
    state.push("link_close", "a", -1)


def _push_unknown(state: StateInline, name: str, text: str) -> None:
    state.push("text", "", 0).content = text
    prose_state(state.env).warn(
        "role-unknown",
        inline_place(state),
        f"unknown role '{name}'; its text is shown as it stands",
        did_you_mean(name, NAMES) or "roles are abbr, sub, sup, kbd, cite:p, ref, math and others.",
    )
