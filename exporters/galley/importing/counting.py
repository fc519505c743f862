"""What was kept of a post, counted in the notebook by the parser that makes the page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from galley.article.markdown import ProseCell, parse_prose

KINDS = (
    "headings",
    "paragraphs",
    "pictures",
    "tables",
    "lists",
    "footnotes",
    "links",
    "formulas",
    "citations",
    "callouts",
    "code cells",
)
"""What is counted, in the order in which it is told."""

_TOKENS = {
    "heading_open": "headings",
    "image": "pictures",
    "table_open": "tables",
    "bullet_list_open": "lists",
    "ordered_list_open": "lists",
    "footnote_open": "footnotes",
    "link_open": "links",
    "cross_reference": "links",
    "math_inline": "formulas",
    "math_block": "formulas",
    "citation": "citations",
}


def count_kept(notebook: bytes) -> Mapping[str, int]:
    """Return how many there are of each kind; those of which there are none are left out."""
    cells: list[dict[str, Any]] = json.loads(notebook)["cells"]
    texts = [
        ProseCell(str(cell["id"]), "".join(cell["source"]), "")
        for cell in cells
        if cell["cell_type"] == "markdown"
    ]
    prose = parse_prose(texts)
    counted: Counter[str] = Counter()
    for tokens in (*prose.cells, prose.footnotes):
        counted.update(filter(None, map(_kind, _every(tokens))))
    counted["code cells"] = sum(cell["cell_type"] == "code" for cell in cells)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}


def _every(tokens: Iterable[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        # The words beside a picture are its alternative text.
        if token.type != "image":
            yield from _every(token.children or ())


def _kind(token: Any) -> str:  # noqa: ANN401 - markdown-it's tokens
    if token.type == "paragraph_open":
        return "" if token.hidden else "paragraphs"
    if token.type == "directive_open":
        return "callouts" if token.meta.get("kind") in {"callout", "aside", "dropdown"} else ""
    return _TOKENS.get(token.type, "")
