"""Inline tokens as plain text that still knows where its citations and lines were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from galley.article.markdown import plain_text
from galley.article.model import Citation, Label

FORMULA = "\N{MATHEMATICAL ITALIC SMALL X}"
"""Stands for a formula that is more than a few signs."""

_WORDS = frozenset({"text", "text_special", "code_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_LONG_FORMULA = re.compile(r"\\|\n|.{40}")
_NUMBERED = {"figure": "Figure", "table": "Table", "equation": "Equation"}


@dataclass
class FlatText:
    """The words of a passage.

    Attributes
    ----------
    breaks
        Offsets at which the author began a new line.
    citations, references, links
        Offset in the text, and what stands there: a work, the name of a label, an address.
    """

    text: str = ""
    breaks: list[int] = field(default_factory=list)
    citations: list[tuple[int, Citation]] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Append words."""
        self.text += words


def flatten(
    tokens: Iterable[Token],
    labels: Mapping[str, Label],
    notes: Mapping[int, Sequence[Citation]],
) -> FlatText:
    """Return the words of inline tokens.

    Parameters
    ----------
    labels
        Those of the article, to put ``Figure 2`` where a cross-reference stands.
    notes
        Footnote number → the works it cites: they back the sentence that calls it.
    """
    flat = FlatText()
    _add_all(flat, tokens, labels, notes)
    return flat


def _add_all(
    flat: FlatText,
    tokens: Iterable[Token],
    labels: Mapping[str, Label],
    notes: Mapping[int, Sequence[Citation]],
) -> None:
    for token in tokens:
        at = len(flat.text)
        if token.type in _WORDS:
            flat.add(token.content)
        elif token.type in _BREAKS:
            flat.add(" ")
            flat.breaks.append(at + 1)
        elif token.type == "math_inline":
            flat.add(FORMULA if _LONG_FORMULA.search(token.content) else token.content)
        elif token.type == "citation":
            _add_citations(flat, token.meta["cluster"].citations)
        elif token.type == "footnote_ref":
            flat.citations.extend((at, work) for work in notes.get(token.meta["id"], ()))
        elif token.type == "cross_reference":
            flat.references.append((at, token.meta["target"]))
            flat.add(_reference_words(token, labels))
        elif token.type == "link_open":
            flat.links.append((at, str(token.attrs.get("href", ""))))
        elif token.children and token.type != "image":
            _add_all(flat, token.children, labels, notes)


def _add_citations(flat: FlatText, citations: Iterable[Citation]) -> None:
    works = tuple(citations)
    if any(work.mode != "narrative" for work in works):
        # The mark stands behind a space, which would otherwise stand before a full stop.
        flat.text = flat.text.rstrip(" ")
    for citation in works:
        flat.citations.append((len(flat.text), citation))
        if citation.mode == "narrative":
            # A name to read on with; the year in a key is no number of the sentence.
            flat.add(f"@{re.sub(r'[0-9]+', '', citation.key)}")


def _reference_words(token: Token, labels: Mapping[str, Label]) -> str:
    label = labels.get(token.meta["target"])
    number = label.number if label else ""
    words = plain_text(token.children or ()).replace("%s", number)
    kind = _NUMBERED.get(label.kind, "") if label else ""
    # What code will show has no label before it has run.
    return words or f"{kind} {number}".strip() or (label.text if label else "Figure")
