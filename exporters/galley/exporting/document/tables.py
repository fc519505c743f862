"""Tables as pandoc reads them from a page: alignment out of classes, captions into the table."""

from __future__ import annotations

from collections.abc import Sequence

from galley.exporting.document.model import Node, Part, classes_of

_ALIGNMENTS = {
    "left": "AlignLeft",
    "right": "AlignRight",
    "center": "AlignCenter",
    "number": "AlignRight",
}


def captioned(blocks: list[Node]) -> list[Node]:
    """Move the caption of the only table of a block into it, where every writer looks for it."""
    captions = [block for block in blocks if "table-caption" in classes_of(block)]
    tables = [block for block in blocks if block["t"] == "Table"]
    if len(captions) != 1 or len(tables) != 1:
        return blocks
    attributes, _caption, *rest = tables[0]["c"]
    table = {"t": "Table", "c": [attributes, [None, captions[0]["c"][1]], *rest]}
    return [table if block is tables[0] else block for block in blocks if block is not captions[0]]


def aligned_table(node: Node) -> list[Node]:
    """Return a table without classes, its columns aligned as their cells are."""
    _attributes, caption, columns, head, bodies, foot = node["c"]
    rows = [row for body in bodies for row in (*body[2], *body[3])]
    aligned = [
        [_alignment_of(rows, place) or column[0], {"t": "ColWidthDefault"}]
        for place, column in enumerate(columns)
    ]
    bare = [_bare_head(head), [_bare_body(body) for body in bodies], _bare_head(foot)]
    return [{"t": "Table", "c": [["", [], []], caption, aligned, *bare]}]


def _alignment_of(rows: Sequence[Part], place: int) -> Node | None:
    """Return how all cells of a column are aligned that say so; None where they disagree."""
    cells = [row[1][place] for row in rows if place < len(row[1])]
    found = {_cell_alignment(cell) for cell in cells if cell[4]}
    return {"t": found.pop()} if len(found) == 1 else None


def _cell_alignment(cell: Part) -> str:
    (_id, classes, _attributes), own, *_ = cell
    named = (_ALIGNMENTS[name] for name in classes if name in _ALIGNMENTS)
    return next(named, str(own["t"]))


def _bare_head(head: Part) -> Part:
    return [["", [], []], [_bare_row(row) for row in head[1]]]


def _bare_body(body: Part) -> Part:
    _attributes, headings, head, rows = body
    return [["", [], []], headings, list(map(_bare_row, head)), list(map(_bare_row, rows))]


def _bare_row(row: Part) -> Part:
    return [["", [], []], list(map(_bare_cell, row[1]))]


def _bare_cell(cell: Part) -> Part:
    (anchor, _classes, _attributes), _own, rows, columns, blocks = cell
    own = _cell_alignment(cell)
    return [[anchor, [], []], {"t": own}, rows, columns, blocks]
