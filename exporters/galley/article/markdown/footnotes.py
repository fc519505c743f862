"""Footnotes: numbered over the whole article; what is amiss with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from galley.article.markdown.state import Env, ProseState
from galley.findings import Place

_UNDEFINED = re.compile(r"\[\^([^\]\s]+)\]")


def split_footnotes(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the body and the footnote section."""
    start = next((i for i, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
    return list(tokens[:start]), list(tokens[start:])


def short_notes(tokens: Sequence[Token]) -> list[Token]:
    """Return the texts of notes written as ``^[text]``, which the joining has just made."""
    _, section = split_footnotes(tokens)
    return [token for token in section if token.type == "inline" and not token.map]


def warn_undefined(children: Iterable[Token], place: Place, state: ProseState) -> None:
    """Find ``[^note]`` that stayed text because no note of that name is there."""
    for token in children:
        for match in _UNDEFINED.finditer(token.content) if token.type == "text" else ():
            state.warn(
                "footnote-undefined",
                place,
                f"the footnote '{match[1]}' has no text",
                f"write '[^{match[1]}]: the note' in a paragraph of its own.",
            )


def warn_unused(tokens: Iterable[Token], env: Env, state: ProseState) -> None:
    """Find notes that no place in the text calls; they are not shown."""
    refs = env.get("footnotes", {}).get("refs", {})
    for token in tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        if refs.get(f":{label}", 0) == -1:
            state.warn(
                "footnote-unused",
                token.meta["place"],
                f"nothing refers to the footnote '{label}'; it is not shown",
                f"write [^{label}] where it belongs, or remove it.",
            )
