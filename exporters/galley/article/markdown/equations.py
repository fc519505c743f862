r"""Equations after parsing: macros across cells, ``\label`` and ``\tag``, numbers to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from galley.article.markdown.anchors import add_label
from galley.article.markdown.macros import expand_macros, take_macros
from galley.article.markdown.state import ProseState

_LABEL = re.compile(r"\\label\s*\{([^{}]*)\}")
_TAG = re.compile(r"\\tag\*?\s*\{([^{}]*)\}")
_ONLY_REFERENCE = re.compile(r"\\(?P<name>eqref|ref)\s*\{(?P<label>[^{}]+)\}")
_MATHS = frozenset({"math_inline", "math_block"})


def finish_equations(tokens: Iterable[Token], state: ProseState) -> None:
    """Make each formula self-contained: expand macros, take labels and tags out into ``meta``."""
    for token in tokens:
        if token.type in _MATHS:
            _finish(token, state)
        finish_equations(token.children or (), state)


def _finish(token: Token, state: ProseState) -> None:
    rest, macros = take_macros(token.content)
    state.macros.update(macros)
    only = _ONLY_REFERENCE.fullmatch(rest.strip())
    if only:
        token.type, token.tag, token.content = "cross_reference", "", ""
        token.meta.update(target=only["label"].strip(), role=only["name"])
        return
    in_rows = [name.strip() for name in _LABEL.findall(rest)]
    token.meta.setdefault("labels", []).extend(in_rows)
    token.meta["has_rows"] = len(in_rows) > 1
    tag = _TAG.search(rest)
    rest = _TAG.sub("", _LABEL.sub("", rest)).strip()
    token.content = expand_macros(rest, state.macros)
    _name(token, tag[1] if tag else "", state)


def _name(token: Token, tag: str, state: ProseState) -> None:
    """Register the labels; a tagged equation without a label is shown with its tag alone."""
    names = list(dict.fromkeys(filter(None, token.meta["labels"])))
    number = tag if len(names) == 1 else ""
    place = token.meta["place"]
    kept = [name for name in names if add_label(state, name, "equation", place, number=number)]
    token.meta.update(tag=tag, labels=kept, label=kept[0] if kept else "")


def drop_empty_maths(tokens: Sequence[Token]) -> list[Token]:
    """Remove formulas that held definitions alone, and paragraphs that are empty without them."""
    kept: list[Token] = []
    for token in tokens:
        if token.type in _MATHS and not token.content:
            continue
        if token.children:
            token.children = drop_empty_maths(token.children)
            if _is_blank(token) and kept and kept[-1].type == "paragraph_open":
                kept[-1].hidden = True
                token.children = []
        kept.append(token)
    return _without_empty_paragraphs(kept)


def _is_blank(token: Token) -> bool:
    return token.type == "inline" and not any(
        child.content.strip() or child.type not in {"text", "softbreak"}
        for child in token.children or ()
    )


def _without_empty_paragraphs(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        is_empty = (
            token.type == "paragraph_close"
            and len(kept) > 1
            and kept[-1].type == "inline"
            and kept[-1].children == []
            and kept[-2].type == "paragraph_open"
        )
        if is_empty:
            del kept[-2:]
        else:
            kept.append(token)
    return kept
