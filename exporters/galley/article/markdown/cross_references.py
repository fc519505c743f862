"""Cross-references: links to ``#label`` become ``cross_reference`` tokens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from galley.article.markdown.state import inline_place
from galley.findings import Place

_PREFIXES = "fig tbl tab sec eq lst thm lem cor prp cnj def exm exr sol rem alg"
_QUARTO = re.compile(rf"(?:{'|'.join(_PREFIXES.split())})-[\w:.-]*\w")
_TEX_REFERENCE = re.compile(r"\\(?P<name>eqref|ref|autoref|cref)\{(?P<label>[^{}\n]+)\}")


def cross_references_plugin(md: MarkdownIt) -> None:
    r"""Add the rule for ``\eqref{label}`` in the text; MathJax understands it there too."""
    md.inline.ruler.before("escape", "tex_reference", tex_reference_rule)


def tex_reference_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    r"""Parse ``\eqref{label}``."""
    if state.src[state.pos] != "\\":
        return False
    match = _TEX_REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        push_cross_reference(state, match["label"].strip(), match["name"])
    state.pos = match.end()
    return True


def is_quarto_label(key: str, known_keys: Collection[str] | None) -> bool:
    """Tell whether ``@key`` is Quarto's reference to a figure, a table, a section, an equation."""
    return bool(_QUARTO.fullmatch(key)) and key not in (known_keys or ())


def push_cross_reference(state: StateInline, target: str, role: str, text: str = "") -> None:
    """Add one token; `text` may hold ``%s`` for the number."""
    token = state.push("cross_reference", "", 0)
    token.meta = {"target": target, "role": role, "place": inline_place(state)}
    if text:
        token.children = [Token("text", "", 0, content=text)]


def collapse_cross_references(children: Sequence[Token]) -> list[Token]:
    """Turn ``link_open href="#label"`` … ``link_close`` into one token with the text inside."""
    result: list[Token] = []
    reference: Token | None = None
    for token in children:
        if reference is None and _is_local(token):
            reference = _reference(token)
        elif reference is not None and token.type == "link_close":
            result.append(reference)
            reference = None
        elif reference is not None:
            reference.children = [*(reference.children or []), token]
        else:
            result.append(token)
    return result


def _is_local(token: Token) -> bool:
    href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
    return href.startswith("#") and len(href) > 1


def _reference(link: Token) -> Token:
    target = unquote(str(link.attrs["href"])[1:])
    meta = {"target": target, "role": "", "place": link.meta.get("place")}
    return Token("cross_reference", "", 0, meta=meta, level=link.level)


def collect_references(tokens: Iterable[Token]) -> tuple[tuple[str, Place], ...]:
    """Return the target and place of each cross-reference, in reading order."""
    found: list[tuple[str, Place]] = []
    for token in tokens:
        if token.type == "cross_reference":
            found.append((token.meta["target"], token.meta["place"]))
        found.extend(collect_references(token.children or ()))
    return tuple(found)
