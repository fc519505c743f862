"""Descriptions and data of figures at the end, so that the text can be read without a break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from galley.exporting.document.model import Node, classes_of
from galley.exporting.document.tree import plain_words, rewritten
from galley.html.words import Words
from galley.review.returned.anchors import second_anchor_of

_ID = "annex"


@dataclass
class _Annex:
    """What is taken out of the text, figure by figure."""

    words: Words
    parts: list[Node] = field(default_factory=list)
    cell: str = ""

    def take(self, node: Node) -> list[Node] | None:
        """Take a figure's details out, and leave the way to them."""
        if "figure-block" not in classes_of(node):
            return None
        (anchor, classes, attributes), blocks = node["c"]
        details = [block for block in blocks if "figure-details" in classes_of(block)]
        if not details:
            return None
        name = f"{_ID}-{len(self.parts) + 1}"
        label = _label(blocks) or self.words.figure_details
        heading = {"t": "Header", "c": [2, [name, [], []], _text(label)]}
        bookmark = second_anchor_of(self.cell, len(self.parts)) if self.cell else ""
        self.parts.append({"t": "Div", "c": [[bookmark, [], []], [heading, *details]]})
        left = [block for block in blocks if block not in details]
        way = {"t": "Link", "c": [["", [], []], _text(self.words.figure_details), [f"#{name}", ""]]}
        left.append({"t": "Div", "c": [["", ["evidence"], []], [{"t": "Para", "c": [way]}]]})
        return [{"t": "Div", "c": [[anchor, classes, attributes], left]}]


def with_annex(blocks: Iterable[Node], words: Words) -> tuple[list[Node], list[Node]]:
    """Return the text without its figures' details, and those with a heading of their own."""
    annex = _Annex(words)
    text: list[Node] = []
    for block in blocks:
        annex.cell = cell_of(block)
        text += rewritten([block], annex.take)
    if not annex.parts:
        return text, []
    heading = {"t": "Header", "c": [1, ["", [], []], _text(words.figure_details)]}
    return text, [heading, *annex.parts]


def cell_of(node: Node) -> str:
    """Return the cell that a block of the document shows; empty for other blocks."""
    if "cell" not in classes_of(node):
        return ""
    return next((text for name, text in node["c"][0][2] if name == "cell"), "")


def _label(blocks: Iterable[Node]) -> str:
    """Return how a figure is called: the number that its caption begins with."""
    captions = (block["c"][1][1] for block in blocks if block["t"] == "Figure")
    first = next((inline for caption in captions for each in caption for inline in each["c"]), None)
    is_number = first is not None and first["t"] in {"Strong", "Span"}
    return plain_words(first) if is_number else ""


def _text(words: str) -> list[Node]:
    return [{"t": "Str", "c": words}]
