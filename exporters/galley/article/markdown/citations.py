"""Citations: ``[@a; see @b, p. 3]`` and ``@a`` in the sentence become ``citation`` tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from galley.article.citations import is_citation_key, match_key, parse_bracketed
from galley.article.markdown.cross_references import is_quarto_label, push_cross_reference
from galley.article.markdown.state import inline_place, prose_state
from galley.article.model import Citation, CitationCluster

# What may stand before `@key`; letters make an e-mail address, a slash a handle in an address.
_BEFORE = frozenset(" \n\t\u00a0([{\"'“‘«—–-;,:")
_LOCATOR = re.compile(
    r" ?\[((?:pp?\.|ch(?:ap)?s?\.|bab|hlm\.|hal\.|fig\.|tab(?:le)?\.?|sec\.|§|\d)[^\[\]@]*)\]"
    r"(?![(\[])"
)


_TEX_CITE = re.compile(r"\\(?P<name>cite[pt]?)\*?(?:\[(?P<note>[^\[\]]*)\])?\{(?P<keys>[^{}\\]+)\}")


def citations_plugin(md: MarkdownIt) -> None:
    """Add the rules."""
    md.inline.ruler.before("escape", "tex_citation", tex_citation_rule)
    md.inline.ruler.before("link", "citation", bracketed_rule)
    md.inline.ruler.before("link", "citation_narrative", narrative_rule)


def tex_citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    r"""Parse ``\cite{a,b}``, which some notebooks hold."""
    if state.src[state.pos] != "\\" or state.linkLevel > 0:
        return False
    match = _TEX_CITE.match(state.src, state.pos, state.posMax)
    keys = [key.strip() for key in match["keys"].split(",")] if match else []
    if match is None or not all(keys):
        return False
    if not silent:
        *others, last = keys
        note = (match["note"] or "").strip()
        cluster = [*(Citation(key) for key in others), Citation(last, suffix=note)]
        if match["name"] == "citet":
            cluster = [Citation(key, mode="narrative") for key in keys]
            for index, citation in enumerate(cluster):
                _push_text(state, ", " if index else "")
                push_citation(state, (citation,))
        else:
            push_citation(state, cluster)
    state.pos = match.end()
    return True


def bracketed_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse ``[@a; @b]``."""
    if state.src[state.pos] != "[" or state.linkLevel > 0:
        return False
    # Looking for the bracket's end is dear; without a sign of a key nothing is looked for.
    if state.src.find("@", state.pos, state.posMax) < 0:
        return False
    end = parseLinkLabel(state, state.pos)
    text = state.src[state.pos + 1 : end] if end >= 0 else ""
    if "@" not in text or _is_link_text(state.src, end + 1):
        return False
    citations = parse_bracketed(text)
    if citations is None:
        return False
    if not silent:
        _push_bracketed(state, citations)
    state.pos = end + 1
    return True


def _push_bracketed(state: StateInline, citations: Sequence[Citation]) -> None:
    """Add a cluster of citations, or the references to figures and sections that it holds."""
    known_keys = prose_state(state.env).known_keys
    if not all(is_quarto_label(citation.key, known_keys) for citation in citations):
        push_citation(state, citations)
        return
    for index, each in enumerate(citations):
        _push_text(state, "; " if index else "")
        _push_text(state, f"{each.prefix}\u00a0" if each.prefix else "")
        is_number = each.mode == "suppress_author" or bool(each.prefix)
        push_cross_reference(state, each.key, "number" if is_number else "")
        _push_text(state, f", {each.suffix}" if each.suffix else "")


def _push_text(state: StateInline, text: str) -> None:
    if text:
        state.push("text", "", 0).content = text


def _is_link_text(source: str, after: int) -> bool:
    if source[after : after + 1] == "(":
        return True
    return source[after : after + 1] == "[" and source[after + 1 : after + 2] not in {"@", "-"}


def narrative_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse ``@a`` and ``@a [p. 3]``."""
    if state.src[state.pos] != "@" or state.linkLevel > 0 or not _may_begin(state):
        return False
    found = match_key(state.src, state.pos)
    if found is None or found[1] > state.posMax:
        return False
    key, end = found
    if is_quarto_label(key, prose_state(state.env).known_keys):
        if not silent:
            push_cross_reference(state, key, "")
        state.pos = end
        return True
    if not is_citation_key(key, prose_state(state.env).known_keys):
        return False
    locator = _LOCATOR.match(state.src, end, state.posMax)
    if not silent:
        suffix = locator[1].strip() if locator else ""
        push_citation(state, (Citation(key, suffix=suffix, mode="narrative"),))
    state.pos = locator.end() if locator else end
    return True


def _may_begin(state: StateInline) -> bool:
    return state.pos == 0 or state.src[state.pos - 1] in _BEFORE


def push_citation(state: StateInline, citations: Sequence[Citation]) -> None:
    """Add one ``citation`` token; ``meta["id"]`` is its id on the page."""
    token = state.push("citation", "", 0)
    place = inline_place(state)
    token.meta = {
        "cluster": CitationCluster(tuple(citations), place),
        "id": prose_state(state.env).next_citation_id(),
        "place": place,
    }
